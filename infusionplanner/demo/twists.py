"""What happens to invented patients out of the ordinary: each function returns one change of a finished chart.

Days are counted from today into the past unless a name says otherwise.
"""

from bisect import insort
from dataclasses import replace
from datetime import date, timedelta

from infusionplanner.demo.case import Chart, Twist
from infusionplanner.demo.history import DOCTORS
from infusionplanner.demo.practice import nearest_open, open_day, practice
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.patient import (
    Answer,
    Bridging,
    Discard,
    Dose,
    DoseStatus,
    Exposure,
    ExposureKind,
    Gate,
    GestationalAge,
    Hold,
    HoldKind,
    NextTreatment,
    Pregnancy,
    PregnancyPlan,
    Prescription,
    Reaction,
    ReactionLift,
    Result,
    ResultKind,
    Setting,
    StockCount,
    Stop,
    StopReason,
)

DOCTOR = DOCTORS[0]
TERM_WEEKS = 40


def _ago(chart: Chart, days: int) -> date:
    return chart.today - timedelta(days)


def _put(chart: Chart, result: Result) -> None:
    insort(chart.results, result, key=lambda row: row.on)


def overdue(kind: ResultKind, days: int) -> Twist:
    """Forget the newest controls of one kind, so that the next one was due so many days ago."""
    months = {ResultKind.JCV: practice().jcv_months, ResultKind.BLOODS: practice().bloods_months}

    def twist(chart: Chart) -> None:
        last = add_months(_ago(chart, days), -months.get(kind, practice().mri_months["low"]))
        newest = max((row for row in chart.results if row.kind is kind), key=lambda row: row.on)
        chart.results = [row for row in chart.results if row.kind is not kind or row.on < last]
        _put(chart, replace(newest, on=last, seen_on=None if newest.seen_on is None else last + timedelta(1)))

    return twist


def no_bloods(chart: Chart) -> None:
    """Leave out the bloods that should have been taken before the coming dose."""
    oldest = (chart.coming or chart.today) - timedelta(14)
    chart.results = [row for row in chart.results if row.kind is not ResultKind.BLOODS or row.on < oldest]


def booked(in_days: int) -> Twist:
    """Book the next dose on the first open day from so many days ahead."""

    def twist(chart: Chart) -> None:
        chart.coming = open_day(chart.unit, chart.today + timedelta(in_days))

    return twist


def reaction(back: int, kind: Reaction, lifted: int | None = None) -> Twist:
    """Give the dose so many doses back a reaction, which a doctor has lifted so many days ago."""

    def twist(chart: Chart) -> None:
        chart.doses[-back] = replace(chart.doses[-back], reaction=kind)
        if lifted is None:
            chart.observed = True
        else:
            chart.lifts.append(ReactionLift(_ago(chart, lifted), DOCTOR))

    return twist


def incomplete(back: int) -> Twist:
    """Put a dose that was broken off after half of it a week before the dose so many doses back."""

    def twist(chart: Chart) -> None:
        dose = chart.doses[-back]
        broken = replace(
            dose,
            on=open_day(chart.unit, dose.on - timedelta(7), step=-1),
            status=DoseStatus.INCOMPLETE,
            mg=practice().dose_mg // 2,
        )
        chart.doses.insert(len(chart.doses) - back, broken)

    return twist


def held(kind: HoldKind, days: int) -> Twist:
    """Hold all coming doses since so many days ago."""

    def twist(chart: Chart) -> None:
        chart.holds.append(Hold(_ago(chart, days), kind))

    return twist


def sent_home(days: int) -> Twist:
    """Turn the patient away with an infection at the visit of so many days ago, and hold until a doctor has seen it."""

    def twist(chart: Chart) -> None:
        day = open_day(chart.unit, _ago(chart, days), step=-1)
        last = chart.doses[-1]
        chart.doses.append(
            Dose(day, route=last.route, setting=Setting.UNIT, product=last.product, status=DoseStatus.MISSED)
        )
        chart.holds.append(Hold(day, HoldKind.INFECTION))
        chart.coming = None

    return twist


def pregnant(days: int, weeks: int, *, planned: bool) -> Twist:
    """Record a pregnancy, so many weeks on so many days ago, with the doctor's plan a week later or none yet."""

    def twist(chart: Chart) -> None:
        recorded = _ago(chart, days)
        plan = PregnancyPlan(practice().pregnancy_days, DOCTOR, recorded + timedelta(7)) if planned else None
        chart.pregnancies.append(Pregnancy(recorded, GestationalAge(weeks, 2), plan))
        if planned:
            day = chart.days[-1] + timedelta(practice().pregnancy_days)
            chart.coming = open_day(chart.unit, max(nearest_open(chart.unit, day), chart.today + timedelta(1)))

    return twist


def born(days: int) -> Twist:
    """Let a child be born so many days ago, after a pregnancy with a plan."""

    def twist(chart: Chart) -> None:
        birth = _ago(chart, days)
        weeks = 7
        recorded = birth - timedelta(7 * (TERM_WEEKS - weeks))
        plan = PregnancyPlan(practice().pregnancy_days, DOCTOR, recorded + timedelta(7))
        chart.pregnancies.append(Pregnancy(recorded, GestationalAge(weeks, 0), plan, birth, breastfeeding=True))

    return twist


def bridging(planned: int) -> Twist:
    """Make it a short course before rituximab, four weeks after the last planned dose."""

    def twist(chart: Chart) -> None:
        step = timedelta(practice().standard_days)
        last = (chart.coming or chart.today) + step * (planned - len(chart.days) - 1)
        chart.bridging = Bridging(planned, "rituximab", open_day(chart.unit, last + step))
        chart.observed = True

    return twist


def stopped(after: int, reason: StopReason, following: str | None = None, started: int | None = None) -> Twist:
    """Stop so many days after the last dose; another treatment is planned, and started so many days after that dose."""

    def twist(chart: Chart) -> None:
        last = chart.days[-1]
        on = open_day(chart.unit, last + timedelta(after))
        begun = None if started is None else open_day(chart.unit, last + timedelta(started))
        chart.stop = Stop(min(on, chart.today), reason, None if following is None else NextTreatment(following, begun))
        chart.results = [row for row in chart.results if row.on <= on]
        chart.coming = None

    return twist


def scanned(days: int) -> Twist:
    """Add an MRI of so many days ago."""

    def twist(chart: Chart) -> None:
        _put(chart, Result(ResultKind.MRI, _ago(chart, days)))

    return twist


def gate_lacks(*kinds: ResultKind, informed: bool = True) -> Twist:
    """Leave items of the gate open."""

    def twist(chart: Chart) -> None:
        chart.results = [row for row in chart.results if row.kind not in kinds]
        chart.gate = replace(chart.gate, informed=chart.gate.informed if informed else None)

    return twist


def referred(chart: Chart) -> None:
    """Leave the gate as it is for a patient referred yesterday: nothing but an MRI and an examination."""
    chart.results = [row for row in chart.results if row.kind in (ResultKind.MRI, ResultKind.EDSS)]
    chart.gate = Gate()
    chart.regimens = []


def answered(kind: ResultKind, answer: Answer) -> Twist:
    """Change the answer of a test of the gate."""

    def twist(chart: Chart) -> None:
        chart.results = [replace(row, answer=answer) if row.kind is kind else row for row in chart.results]

    return twist


def nab_positive(*days: int) -> Twist:
    """Add positive tests for neutralising antibodies of so many days ago, in the place of the regular ones."""

    def twist(chart: Chart) -> None:
        first = _ago(chart, days[0])
        chart.results = [row for row in chart.results if row.kind is not ResultKind.NAB or row.on < first]
        for back in days:
            _put(chart, Result(ResultKind.NAB, _ago(chart, back), answer=Answer.POSITIVE))

    return twist


def exposed(kind: ExposureKind, days: int) -> Twist:
    """Record plasma exchange or immunoglobulins, and the JCV test that was left out for it."""

    def twist(chart: Chart) -> None:
        day = _ago(chart, days)
        chart.exposures.append(Exposure(kind, day))
        chart.results = [row for row in chart.results if row.kind is not ResultKind.JCV or row.on < day]

    return twist


def serum(value: float, unit: str) -> Twist:
    """Add a serum concentration, taken before the last dose but one."""

    def twist(chart: Chart) -> None:
        _put(chart, Result(ResultKind.SERUM, chart.days[-2], value=value, unit=unit))

    return twist


def miscounted(chart: Chart) -> None:
    """Let the patient count one syringe more than there can be."""
    at_home = [dose.on for dose in chart.doses if dose.setting is Setting.HOME]
    stock = sum(row.doses for row in chart.dispensings) - len(at_home)
    chart.counts = [StockCount(chart.yesterday, 2 * stock + 1)]


def prescribed(doses: int) -> Twist:
    """Issue the prescription for another number of doses."""

    def twist(chart: Chart) -> None:
        chart.prescriptions = [Prescription(row.issued_on, doses) for row in chart.prescriptions]

    return twist


def expiring(days: int) -> Twist:
    """Let the prescription be so many days old and all that was fetched with it be used."""

    def twist(chart: Chart) -> None:
        used = sum(dose.setting is Setting.HOME for dose in chart.doses)
        fetched = [row for row in chart.dispensings if row.on <= chart.days[-1]]
        chart.dispensings = fetched[: used // 3]
        chart.prescriptions = [Prescription(_ago(chart, days), practice().authorised_doses)]
        chart.counts = []

    return twist


def discarded(days: int) -> Twist:
    """Let a dose be thrown away at home."""

    def twist(chart: Chart) -> None:
        chart.discarded.append(Discard(_ago(chart, days), 1, "romtemperatur"))
        chart.counts = []

    return twist
