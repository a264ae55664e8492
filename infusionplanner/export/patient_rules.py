"""What the patient file demands of its values beyond their kind: bounds of numbers and texts, order, and the calendar.

The bounds are the application's (``application.bounds``), so that what can be read can be stored and the other way
round; the sentences here name the path in the file.
"""

from collections.abc import Sequence
from datetime import date

from infusionplanner.application.bounds import (
    EDSS_STEPS,
    RESULT_FIELDS,
    Path,
    TextRule,
    control_character,
    courses,
    misordered_days,
    recorded_days,
)
from infusionplanner.domain.patient import Dose, EarlierDoses, Patient, Result, ResultKind
from infusionplanner.export.faults import Fault


def check_text(text: str, rule: TextRule) -> None:
    """Refuse a text that breaks its rule. Raises ``Fault``."""
    if len(text) > rule.most:
        raise Fault((), "long_text", length=len(text), most=rule.most)
    if len(text) < rule.least or (rule.least and not text.strip()):
        raise Fault((), "empty_text", most=rule.most)
    sign = control_character(text, lines=rule.lines)
    if sign is not None:
        raise Fault((), "control_character", sign=f"U+{ord(sign[0]):04X}", at=sign.start() + 1)
    for letter in rule.forbidden:
        if letter in text:
            raise Fault((), "forbidden_letter", letter=letter)


def check_patient(patient: Patient, today: date | None) -> None:
    """Refuse facts that contradict each other or lie after ``today`` (None: not asked). Raises ``Fault``."""
    if today is not None:
        _check_past(patient, today)
    _check_courses(patient)
    doses = patient.course.doses
    if patient.birth_date is not None and doses and doses[0].on < patient.birth_date:
        raise Fault(("birth_date",), "born_after_dose", on=patient.birth_date, dose=doses[0].on)
    for path, day, first in misordered_days(patient):
        raise Fault(path, "misordered", on=day, first=first)
    for index, result in enumerate(patient.results):
        _check_result(result, index)
    for index, pregnancy in enumerate(patient.pregnancies):
        if pregnancy.birth_on is not None and pregnancy.ended_on is not None:
            place = ("pregnancies", index, "ended_on")
            raise Fault(place, "ended_and_born", on=pregnancy.ended_on, birth=pregnancy.birth_on)
    if patient.id in {".", ".."}:
        raise Fault(("id",), "dots", id=patient.id)


def _check_courses(patient: Patient) -> None:
    """Refuse courses that are no course: doses out of order, a count that does not add up, an earlier one unended."""
    last: date | None = None
    for path, course in courses(patient):
        _check_doses(course.doses, path)
        _check_earlier(course.earlier_doses, path)
        if path != ("course",) and course.stop is None:
            raise Fault((*path, "stop"), "no_stop")
        if last is not None and course.doses and course.doses[0].on <= last:
            raise Fault((*path, "doses", 0, "on"), "courses_overlap", on=course.doses[0].on, last=last)
        last = course.doses[-1].on if course.doses else last


def _check_earlier(earlier: EarlierDoses | None, path: Path) -> None:
    if earlier is None or earlier.total is None:
        return
    known = (earlier.sc or 0) + (earlier.iv or 0)
    whole = earlier.sc is not None and earlier.iv is not None
    if known > earlier.total or (whole and known != earlier.total):
        raise Fault((*path, "earlier_doses", "total"), "wrong_total", total=earlier.total, known=known)


def _check_doses(doses: Sequence[Dose], path: Path) -> None:
    last: date | None = None
    for index, dose in enumerate(doses):
        place = (*path, "doses", index)
        if last is not None and dose.on <= last:
            raise Fault((*place, "on"), "same_day" if dose.on == last else "doses_misordered", on=dose.on, last=last)
        last = dose.on
        if dose.time is not None and dose.ended is not None and dose.ended < dose.time:
            times = {"ended": f"{dose.ended:%H:%M}", "began": f"{dose.time:%H:%M}"}
            raise Fault((*place, "ended"), "ends_before_it_begins", **times)


def _check_result(result: Result, index: int) -> None:
    for name, kinds in RESULT_FIELDS.items():
        if result.kind not in kinds and getattr(result, name) is not None:
            owners = ", ".join(kind.value for kind in ResultKind if kind in kinds)
            raise Fault(("results", index, name), "result_field", kind=result.kind.value, owners=owners)
    if result.kind is ResultKind.EDSS and result.value not in {None, *EDSS_STEPS}:
        raise Fault(("results", index, "value"), "no_edss", value=result.value)


def _check_past(patient: Patient, today: date) -> None:
    for path, day in recorded_days(patient):
        if day is not None and day > today:
            raise Fault(path, "in_future", on=day, today=today)
