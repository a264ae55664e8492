"""A believable infusion unit with invented patients, for looking round, for pictures and for measuring.

The same seed and day always give the same unit, and a smaller one is the beginning of a larger one with the same
places. Nobody in it exists: see ``demo_names``.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from infusionplanner.application.records import PatientId, User, Visit, VisitState
from infusionplanner.demo.case import Chart, DemoCase
from infusionplanner.demo.controls import follow
from infusionplanner.demo.history import lay_out, step_after
from infusionplanner.demo.home import supply
from infusionplanner.demo.names import People, Person
from infusionplanner.demo.practice import demo_unit, open_day
from infusionplanner.demo.showcase import SHOWCASE
from infusionplanner.demo.usual import usual_case
from infusionplanner.demo.visits import allot, board_day
from infusionplanner.domain.patient import Appointment, Course, Patient, PersonName
from infusionplanner.domain.unit import Unit

USERS = (
    User("AD", "A. Dahl"),
    User("MS", "M. Solli"),
    User("RT", "R. Tangvald"),
    User("KL", "K. Lunde", "doctor"),
    User("TA", "T. Ahmed", "doctor"),
    User("SB", "S. Brox", "doctor"),
    User("IH", "I. Hellum", "admin"),
    User("GV", "G. Vinje", active=False),
)
"""Those who work in the demo unit; the first one is signed in."""

_GIVEN = (VisitState.DONE, VisitState.OBSERVING)
_CANDIDATES = 3
_RECENT_DAYS = 2


@dataclass(frozen=True, slots=True)
class DemoUnit:
    """A unit, those who work there, its patients, and the visits of last week, this week and the weeks to come."""

    unit: Unit
    users: tuple[User, ...]
    patients: tuple[Patient, ...]
    visits: tuple[Visit, ...]


def make_demo(today: date, *, patients: int = 120, seed: int = 1, unit: Unit | None = None) -> DemoUnit:
    """Return the demo unit as it stands on ``today`` at ten to ten, with so many patients.

    The board of today is empty when the unit is closed on that day. A ``unit`` of one's own keeps its opening days; if
    it names no places, it gets those of the demo.
    """
    own = demo_unit(patients)
    unit = own if unit is None else unit if unit.places else replace(unit, places=own.places)
    people, load = People(today), Counter[date]()
    charts = []
    for number in range(1, patients + 1):
        rng = Random(f"{seed}/{number}")  # noqa: S311 - invented people, no secret
        case = SHOWCASE[number - 1] if number <= len(SHOWCASE) else usual_case(rng, number)
        charts.append(Chart(f"demo-{number:04d}", case, _person(case, people, rng), today, unit, rng))
        _fill_in(charts[-1], load)
    visits = allot(charts, unit, today)
    rows: dict[PatientId, list[Visit]] = {PatientId(chart.id): [] for chart in charts}
    for visit in visits:
        rows[visit.patient].append(visit)
    return DemoUnit(unit, USERS, tuple(_patient(chart, rows[PatientId(chart.id)]) for chart in charts), tuple(visits))


def _fill_in(chart: Chart, load: Counter[date]) -> None:
    anchor, given = _anchor(chart, load)
    lay_out(chart, anchor, given=given)
    follow(chart)
    supply(chart)
    for twist in chart.case.twists:
        twist(chart)


def _person(case: DemoCase, people: People, rng: Random) -> Person:
    who = case.who
    return people.anyone(rng) if who is None else people.known(who.given, who.family, who.age, rng, woman=who.woman)


def _anchor(chart: Chart, load: Counter[date]) -> tuple[date | None, bool]:
    """Return the day of the dose ``case.number``, and whether it has been given."""
    case, today, unit = chart.case, chart.today, chart.unit
    if case.number == 0:
        return None, False
    if case.last is not None:
        day = today - timedelta(case.last)
        return day if chart.is_home(case.number) else open_day(unit, day, step=-1), True
    if case.seat is not None:
        day = board_day(unit, today, case.seat.ahead)
        return day, day == today and case.seat.state in _GIVEN
    return _free_day(chart, load), False


def _free_day(chart: Chart, load: Counter[date]) -> date:
    """Return a day of the coming weeks for the next dose: of a few open days the one with the fewest visits."""
    span = max(2, step_after(chart.case, chart.case.number - 1) - _RECENT_DAYS)
    days = [open_day(chart.unit, chart.today + timedelta(chart.rng.randint(1, span))) for _ in range(_CANDIDATES)]
    day = min(days, key=lambda day: load[day])
    if not chart.is_home(chart.case.number):
        load[day] += 1
    return day


def _patient(chart: Chart, visits: Sequence[Visit]) -> Patient:
    person, case = chart.person, chart.case
    return Patient(
        id=chart.id,
        course=_course(chart, visits),
        name=PersonName(person.given, person.family),
        birth_date=person.birth_date,
        national_id=person.national_id,
        phone=person.phone,
        language=case.language,
        notes=case.note,
        results=tuple(chart.results),
        exposures=tuple(chart.exposures),
        pregnancies=tuple(chart.pregnancies),
    )


def _course(chart: Chart, visits: Sequence[Visit]) -> Course:
    return Course(
        product=chart.product,
        prior_immunosuppression=chart.case.prior,
        bridging=chart.bridging,
        earlier_doses=chart.earlier,
        regimens=tuple(chart.regimens),
        doses=tuple(chart.doses),
        reactions_lifted=tuple(chart.lifts),
        gate=chart.gate,
        training=tuple(chart.training),
        prescriptions=tuple(chart.prescriptions),
        dispensings=tuple(chart.dispensings),
        discarded=tuple(chart.discarded),
        stock_counts=tuple(chart.counts),
        appointments=tuple(Appointment(visit.on, visit.time, visit.kind, visit.status) for visit in visits),
        holds=tuple(chart.holds),
        stop=chart.stop,
        checklists=tuple(chart.checklists),
    )
