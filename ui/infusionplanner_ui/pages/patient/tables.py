"""The rows of the tabs: doses, tests and controls, prescriptions and supply. Newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.records import DoseDetail
from infusionplanner.application.views.renewal import RenewalStage
from infusionplanner.domain.away.supply import last_safe_day
from infusionplanner.domain.patient import DoseStatus, Reaction, Reporter, ResultKind
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.patient.timeline import answer_words
from infusionplanner_ui.panels.acts.spec import Act, Wish
from infusionplanner_ui.panels.home.renewal import stage_words
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sites import site_words

if TYPE_CHECKING:
    from datetime import date

    from infusionplanner.domain.patient import Dose, Prescription
    from infusionplanner_ui.pages.patient.facts import GivenDose, PatientFacts

_HARMLESS = frozenset({None, Reaction.NONE})


def dose_headings() -> tuple[str, ...]:
    """Return the headings of the doses."""
    return (
        QCoreApplication.translate("PatientTables", "No."),
        QCoreApplication.translate("PatientTables", "Given"),
        QCoreApplication.translate("PatientTables", "How"),
        QCoreApplication.translate("PatientTables", "Where"),
        QCoreApplication.translate("PatientTables", "Reaction"),
        QCoreApplication.translate("PatientTables", "Batch"),
        QCoreApplication.translate("PatientTables", "Recorded by"),
    )


def dose_rows(facts: PatientFacts) -> tuple[Row, ...]:
    """Return the recorded doses; Enter corrects one."""
    return tuple(_dose_row(facts, given) for given in reversed(facts.doses))


def _dose_row(facts: PatientFacts, given: GivenDose) -> Row:
    dose, words = given.dose, facts.wording
    detail = facts.details.get(given.fact, DoseDetail())
    at = text.clock(dose.time) if dose.time is not None else ""
    elsewhere = detail.hospital or (QCoreApplication.translate("PatientTables", "elsewhere") if detail.source else "")
    where = elsewhere or (words.code("setting", dose.setting) if dose.setting else "")
    reporter = detail.source or _reporter(dose)
    cells = (
        Cell(str(given.number) if given.number is not None else "–", "strong"),
        Cell(text.date(dose.on), note=at),
        _how(facts, dose),
        Cell(where, "secondary", note=site_words(detail.site)),
        _reaction(facts, dose, detail.told),
        Cell(", ".join(dose.batches), "secondary"),
        Cell(reporter, "muted", note=detail.note, tip=text.join(reporter, detail.note)),
    )
    return Row(Wish(Act.DOSE_CORRECTION, fact=given.fact), cells)


def _reporter(dose: Dose) -> str:
    if dose.reported_by is None:
        return ""
    if dose.reported_by is Reporter.PATIENT:
        return QCoreApplication.translate("PatientTables", "the patient")
    return QCoreApplication.translate("PatientTables", "the unit")


def _how(facts: PatientFacts, dose: Dose) -> Cell:
    words = facts.wording
    parts = [words.label("product", dose.product) if dose.product else ""]
    parts.append(words.code("route", dose.route) if dose.route else "")
    parts.append(f"{dose.mg} mg" if dose.mg is not None else "")
    named = " ".join(part for part in parts if part)
    if dose.status in {None, DoseStatus.GIVEN}:
        return Cell(named)
    return Cell(named, badge=words.code("dose_status", dose.status or ""), tone=Tone.WARN)


def _reaction(facts: PatientFacts, dose: Dose, told: str) -> Cell:
    if dose.status is DoseStatus.MISSED:
        return Cell()
    if dose.reaction is None:
        return Cell(badge=QCoreApplication.translate("PatientTables", "unknown"), tone=Tone.WARN)
    words = facts.wording.code("reaction", dose.reaction)
    if dose.reaction in _HARMLESS:
        return Cell(words, "muted")
    tone = Tone.NEUTRAL if dose.reaction is Reaction.LOCAL else Tone.STOP
    doctor = QCoreApplication.translate("PatientTables", "Doctor told: {name}").format(name=told) if told else ""
    return Cell(badge=words, tone=tone, tip=doctor)


def test_headings() -> tuple[str, ...]:
    """Return the headings of tests and controls."""
    return (
        QCoreApplication.translate("PatientTables", "Taken"),
        QCoreApplication.translate("PatientTables", "Test or control"),
        QCoreApplication.translate("PatientTables", "Answer"),
        QCoreApplication.translate("PatientTables", "Method"),
        QCoreApplication.translate("PatientTables", "Age"),
    )


def test_rows(facts: PatientFacts) -> tuple[Row, ...]:
    """Return the results and what blocks a JCV test; Enter corrects a result."""
    rows: list[tuple[date, Row]] = []
    for fact, result in zip(facts.record.ids["results"], facts.patient.results, strict=True):
        unseen = result.kind is ResultKind.BLOODS and result.seen_on is None
        answer = answer_words(facts, result)
        cells = (
            Cell(text.date(result.on)),
            Cell(facts.wording.label("result", result.kind), "strong"),
            Cell(badge=answer, tone=Tone.WARN) if unseen else Cell(answer),
            Cell(facts.wording.code("assay", result.assay) if result.assay else "", "muted"),
            Cell(age_words(facts, result.on), "muted"),
        )
        rows.append((result.on, Row(Wish(Act.RESULT_CORRECTION, fact=fact), cells)))
    for exposure in facts.patient.exposures:
        name = facts.wording.label("exposure", exposure.kind)
        cells = (Cell(text.date(exposure.on)), Cell(name, "strong"), Cell(), Cell(), Cell())
        rows.append((exposure.on, Row(Wish(Act.EXPOSURE), cells)))
    return _newest_first(rows)


def age_words(facts: PatientFacts, on: date) -> str:
    """Return how long ago a day was, in whole months or in days."""
    months = (facts.today.year - on.year) * 12 + facts.today.month - on.month - (facts.today.day < on.day)
    if months > 0:
        return counts.months(months)
    return counts.days((facts.today - on).days)


def supply_headings() -> tuple[str, ...]:
    """Return the headings of prescriptions and supply."""
    return (
        QCoreApplication.translate("PatientTables", "When"),
        QCoreApplication.translate("PatientTables", "What"),
        QCoreApplication.translate("PatientTables", "How much"),
        QCoreApplication.translate("PatientTables", "State"),
    )


def supply_rows(facts: PatientFacts) -> tuple[Row, ...]:
    """Return prescriptions, dispensings, counts, discarded doses and the steps of renewals."""
    course, words = facts.patient.course, stage_words()
    rows = [(row.issued_on, _prescription_row(facts, row)) for row in course.prescriptions]
    for dispensed in course.dispensings:
        many = counts.doses(dispensed.doses)
        name = QCoreApplication.translate("PatientTables", "Dispensing")
        rows.append((dispensed.on, _supply_row(dispensed.on, name, many, Act.DISPENSING)))
    for count in course.stock_counts:
        many = counts.syringes(count.syringes)
        name = QCoreApplication.translate("PatientTables", "Counted at home")
        rows.append((count.on, _supply_row(count.on, name, many, Act.STOCK)))
    for thrown in course.discarded:
        many = counts.doses(thrown.doses)
        name = QCoreApplication.translate("PatientTables", "Discarded")
        rows.append((thrown.on, _supply_row(thrown.on, name, text.join(many, thrown.reason or ""), Act.DISCARD)))
    for step in facts.renewals:
        name = QCoreApplication.translate("PatientTables", "Renewal")
        who = facts.names.get(step.who, step.who)
        rows.append((step.on, _supply_row(step.on, name, text.join(words[RenewalStage(step.step)], who), Act.RENEWAL)))
    return _newest_first(rows)


def _supply_row(on: date, name: str, many: str, act: Act) -> Row:
    return Row(Wish(act), (Cell(text.date(on)), Cell(name, "strong"), Cell(many), Cell()))


def _prescription_row(facts: PatientFacts, row: Prescription) -> Row:
    many = counts.doses(row.doses) if row.doses else ""
    rules = facts.protocol.supply
    safe = last_safe_day(row, rules) if rules is not None else None
    if row.withdrawn_on is not None:
        gone = QCoreApplication.translate("PatientTables", "withdrawn {day}")
        state = Cell(gone.format(day=text.date(row.withdrawn_on)), "muted")
    elif safe is not None and safe < facts.today:
        state = Cell(QCoreApplication.translate("PatientTables", "expired"), "muted", note=text.date(safe))
    else:
        valid = QCoreApplication.translate("PatientTables", "valid through {day}")
        state = Cell(valid.format(day=text.date(safe)) if safe is not None else "")
    name = QCoreApplication.translate("PatientTables", "H-prescription")
    cells = (Cell(text.date(row.issued_on)), Cell(name, "strong"), Cell(many), state)
    return Row(Wish(Act.PRESCRIPTION), cells)


def _newest_first(rows: list[tuple[date, Row]]) -> tuple[Row, ...]:
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0], reverse=True))
