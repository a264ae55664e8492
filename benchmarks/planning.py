"""plan() of one patient with 40 doses, 12 months ahead, against the date arithmetic in it alone."""

from datetime import date, time, timedelta

from benchmarks.timing import Row, side_by_side
from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.domain.patient import (
    Answer,
    Assay,
    Course,
    Dispensing,
    Dose,
    DoseStatus,
    Gate,
    Patient,
    Prescription,
    Product,
    Reaction,
    Regimen,
    Result,
    ResultKind,
    Route,
    Setting,
    Training,
)
from infusionplanner.domain.plan import plan
from infusionplanner.domain.unit import Unit

AS_OF = date(2026, 11, 23)
DOSES = 40
INTERVAL = 28
LAST = date(2026, 11, 16)


def patient(*, at_home: bool) -> Patient:
    """Return a patient with 40 doses, in the unit by infusion or since dose 7 at home by injection."""
    route = Route.SC if at_home else Route.IV
    first = LAST - timedelta(INTERVAL * (DOSES - 1))
    days = [first + timedelta(INTERVAL * number) for number in range(DOSES)]
    doses = tuple(
        Dose(
            on=day,
            time=time(9, 30),
            route=route,
            setting=Setting.HOME if at_home and number >= DOSES - 8 else Setting.UNIT,
            product=Product.TYSABRI,
            status=DoseStatus.GIVEN,
            mg=300,
            reaction=Reaction.NONE,
            batches=("AB123",),
        )
        for number, day in enumerate(days)
    )
    setting = Setting.HOME if at_home else Setting.UNIT
    course = Course(
        product=Product.TYSABRI,
        prior_immunosuppression=False,
        regimens=(Regimen(from_=first, route=route, setting=setting),),
        doses=doses,
        gate=Gate(reviewed=first, informed=first),
        training=(Training(on=days[5], signed_by="A. Dahl"),) if at_home else (),
        prescriptions=(Prescription(issued_on=days[-8], doses=13),) if at_home else (),
        dispensings=tuple(Dispensing(on=days[-8 + 3 * number], doses=3) for number in range(3)) if at_home else (),
    )
    return Patient(id="benchmark", course=course, results=_results(first))


def _results(first: date) -> tuple[Result, ...]:
    """Return three years of controls, half a year apart, all done in time."""
    halves = [AS_OF - timedelta(30 + 182 * number) for number in reversed(range(6))]
    jcv = (Result(ResultKind.JCV, day, assay=Assay.STRATIFY, answer=Answer.NEGATIVE, index=0.2) for day in halves)
    bloods = (Result(ResultKind.BLOODS, day, seen_on=day) for day in halves)
    nab = (Result(ResultKind.NAB, first + timedelta(days), answer=Answer.NEGATIVE) for days in (182, 364))
    rest = (Result(kind, day) for kind in (ResultKind.MRI, ResultKind.EDSS) for day in halves)
    return (*jcv, *bloods, *nab, *rest)


def arithmetic(unit: Unit) -> list[tuple[date, date, date, date]]:
    """Reckon a year of doses with nothing but dates: due, window, and the nearest open day inside it."""
    found = []
    due, end, window = LAST + timedelta(INTERVAL), AS_OF + timedelta(365), 5
    while due <= end:
        days = (due + timedelta(step * sign) for step in range(window + 1) for sign in (-1, 1))
        proposed = next((day for day in days if unit.is_open(day)), due)
        found.append((due, proposed, due - timedelta(window), due + timedelta(window)))
        due = proposed + timedelta(INTERVAL)
    return found


def measure() -> list[Row]:
    """Measure a patient of the unit and one at home."""
    protocol, unit = builtin_protocols()["natalizumab"], Unit()
    rows = []
    for name, at_home in (("in the unit", False), ("at home", True)):
        person = patient(at_home=at_home)

        def ours(person: Patient = person) -> object:
            return plan(person, protocol, unit, AS_OF)

        found = side_by_side(ours, lambda: arithmetic(unit), rounds=20, times=50)
        rows.append(Row(f"plan(), 40 doses, {name}", *found, "the dates of the doses alone"))
    return rows
