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
        what = f"is a text of {len(text)} characters, longer than {rule.most}"
        raise Fault((), what, "shorten it")
    if len(text) < rule.least or (rule.least and not text.strip()):
        raise Fault((), "is an empty text", f"write 1 to {rule.most} characters")
    sign = control_character(text, lines=rule.lines)
    if sign is not None:
        what = f"holds the control character U+{ord(sign[0]):04X} at place {sign.start() + 1}"
        raise Fault((), what, "take it out")
    for letter in rule.forbidden:
        if letter in text:
            raise Fault((), f'holds "{letter}"', "write letters, digits, hyphens and dots")


def check_patient(patient: Patient, today: date | None) -> None:
    """Refuse facts that contradict each other or lie after ``today`` (None: not asked). Raises ``Fault``."""
    if today is not None:
        _check_past(patient, today)
    _check_courses(patient)
    doses = patient.course.doses
    if patient.birth_date is not None and doses and doses[0].on < patient.birth_date:
        what = f"is {patient.birth_date}, after the first dose ({doses[0].on})"
        raise Fault(("birth_date",), what, "correct one of the two dates")
    for path, day, first in misordered_days(patient):
        raise Fault(path, f"is {day}, which cannot be before {first}", "correct one of the two dates")
    for index, result in enumerate(patient.results):
        _check_result(result, index)
    for index, pregnancy in enumerate(patient.pregnancies):
        if pregnancy.birth_on is not None and pregnancy.ended_on is not None:
            what = f"is {pregnancy.ended_on}, but a birth is recorded too ({pregnancy.birth_on})"
            raise Fault(("pregnancies", index, "ended_on"), what, "keep one of the two")
    if patient.id in {".", ".."}:
        raise Fault(("id",), f'is "{patient.id}"', "write letters, digits, hyphens and dots")


def _check_courses(patient: Patient) -> None:
    """Refuse courses that are no course: doses out of order, a count that does not add up, an earlier one unended."""
    last: date | None = None
    for path, course in courses(patient):
        _check_doses(course.doses, path)
        _check_earlier(course.earlier_doses, path)
        if path != ("course",) and course.stop is None:
            raise Fault((*path, "stop"), "is missing", "write when and why the course ended")
        if last is not None and course.doses and course.doses[0].on <= last:
            what = f"is {course.doses[0].on}, but the course before it goes on to {last}"
            raise Fault((*path, "doses", 0, "on"), what, "list the courses in order, oldest first")
        last = course.doses[-1].on if course.doses else last


def _check_earlier(earlier: EarlierDoses | None, path: Path) -> None:
    if earlier is None or earlier.total is None:
        return
    known = (earlier.sc or 0) + (earlier.iv or 0)
    whole = earlier.sc is not None and earlier.iv is not None
    if known > earlier.total or (whole and known != earlier.total):
        what = f"is {earlier.total}, but sc and iv are {known} together"
        raise Fault((*path, "earlier_doses", "total"), what, "correct one of them, or leave out what is not known")


def _check_doses(doses: Sequence[Dose], path: Path) -> None:
    last: date | None = None
    for index, dose in enumerate(doses):
        place = (*path, "doses", index)
        if last is not None and dose.on <= last:
            if dose.on == last:
                what, way_out = f"is {dose.on}, as is the dose before it", "keep one dose a day, or correct the date"
            else:
                what, way_out = f"is {dose.on}, before the dose above it ({last})", "list the doses in order of date"
            raise Fault((*place, "on"), what, way_out)
        last = dose.on
        if dose.time is not None and dose.ended is not None and dose.ended < dose.time:
            what = f"is {dose.ended:%H:%M}, before the dose began ({dose.time:%H:%M})"
            raise Fault((*place, "ended"), what, "correct one of the two times")


def _check_result(result: Result, index: int) -> None:
    for name, kinds in RESULT_FIELDS.items():
        if result.kind not in kinds and getattr(result, name) is not None:
            owners = ", ".join(kind.value for kind in ResultKind if kind in kinds)
            what = f"does not belong to a result of kind {result.kind.value}, but to {owners}"
            raise Fault(("results", index, name), what, "take it out, or correct the kind")
    if result.kind is ResultKind.EDSS and result.value not in {None, *EDSS_STEPS}:
        what = f"is {result.value}, but EDSS goes from 0 to 10 in halves, without 0.5"
        raise Fault(("results", index, "value"), what, "correct it")


def _check_past(patient: Patient, today: date) -> None:
    for path, day in recorded_days(patient):
        if day is not None and day > today:
            what = f"is {day}, which is after {today}, the day taken as today"
            raise Fault(path, what, "correct the date, or leave out what has not happened yet")
