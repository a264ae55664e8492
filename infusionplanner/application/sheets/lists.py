"""The unit's own lists on paper: the visits of a day, who is to be called, whose prescription is to be renewed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from infusionplanner.application.names import sort_key
from infusionplanner.application.records import Visit
from infusionplanner.application.sheets.names import labels
from infusionplanner.application.sheets.values import (
    Heading,
    ListSheet,
    Names,
    Paper,
    Paragraph,
    SheetCell,
    SheetColumn,
    SheetTable,
    SheetWard,
    plain,
)
from infusionplanner.application.sheets.visits import VisitFacts, note, observation_legend, visit_facts
from infusionplanner.application.sheets.wording import SheetWords, words
from infusionplanner.application.views.renewal import Renewal, RenewalStage, TakenStep, authorised_left
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.domain.result import Plan
from infusionplanner.domain.unit import Unit

_TICK = SheetCell(ticks=("",))
_BLANK = SheetCell()
_UNREPORTED = "home.unreported"
_NO_PRESCRIPTION = "prescription.missing"
_STAGES = (RenewalStage.ASKED, RenewalStage.SIGNED, RenewalStage.AT_PHARMACY, RenewalStage.COLLECTED)


def day_sheet(
    day: date,
    visits: Iterable[Visit],
    ward: SheetWard,
    *,
    names: Names = Names.INITIALS,
    language: Language = Language.NB,
) -> ListSheet:
    """Return the visits of one day with boxes to tick, the batches that are recorded, and room to write."""
    said = words(language)
    facts = visit_facts((visit for visit in visits if visit.on == day), ward, names)
    closed = ward.unit.closure(day)
    written = said.formats.long_day(day)
    heading = Heading(
        title=said("day.title"),
        subtitle=written if closed is None else f"{written} · {said.closure(closed)}",
        unit=plain(ward.unit.name),
        summary=said.counted("week.visits", len(facts)) if facts else said("week.none"),
        discard=said("sheet.discard_after_day", day=said.formats.date(day)),
        legend=observation_legend(facts, said),
        language=language,
    )
    columns = (
        SheetColumn(said("day.time"), 5),
        SheetColumn(said("day.who"), 21),
        SheetColumn(said("day.place"), 9),
        SheetColumn(said("day.ready"), 15),
        SheetColumn(said("day.arrived"), 6),
        SheetColumn(said("day.started"), 12, ruled=True),
        SheetColumn(said("day.given"), 12, ruled=True),
        SheetColumn(said("day.batch"), 14, ruled=True),
        SheetColumn(said("day.note"), 18, ruled=True),
    )
    rows = tuple(_day_row(fact, names, said) for fact in facts)
    return ListSheet(heading, Paper.LANDSCAPE, (SheetTable(columns, rows, empty=said("day.empty")),))


def _day_row(fact: VisitFacts, names: Names, said: SheetWords) -> tuple[SheetCell, ...]:
    mark = said("visit.observed") if fact.observed else ""
    return (
        SheetCell(fact.time(said), strong=True),
        SheetCell(fact.who, detail=fact.detail(said), mark=mark, strong=True),
        SheetCell(plain(fact.visit.place or "")),
        SheetCell(ticks=fact.ready_words(said)),
        _stamp(fact.visit.arrived_at, _TICK, said),
        _stamp(fact.visit.started_at, _BLANK, said),
        _stamp(fact.visit.ended_at, _BLANK, said),
        SheetCell(plain(", ".join(fact.batches))),
        SheetCell(detail=note(fact.visit, names)),
    )


def _stamp(at: datetime | None, otherwise: SheetCell, said: SheetWords) -> SheetCell:
    return otherwise if at is None else SheetCell(said.formats.clock(at.time()))


def call_list_sheet(
    as_of: date,
    ward: SheetWard,
    *,
    names: Names = Names.INITIALS,
    language: Language = Language.NB,
) -> ListSheet:
    """Return the home patients whose dose has not been reported (R-HOME-7), longest overdue first."""
    said = words(language)
    late = [(who, found) for who, plan in ward.plans.items() if (found := _finding(plan, _UNREPORTED)) is not None]
    called = labels((ward.patients[who] for who, _ in late), names)
    late.sort(key=lambda pair: (pair[1].due or as_of, sort_key(called[pair[0]])))
    rows = tuple(
        _call_row(
            SheetCell(called[who], _telephone(ward.patients[who], said), strong=True),
            ward.plans[who],
            _due_cell(found.due, as_of, said),
        )
        for who, found in late
    )
    columns = (
        SheetColumn(said("calls.who"), 24),
        SheetColumn(said("calls.dose"), 9),
        SheetColumn(said("calls.due"), 17),
        SheetColumn(said("calls.reached"), 8),
        SheetColumn(said("calls.taken"), 14, ruled=True),
        SheetColumn(said("calls.batches"), 16, ruled=True),
        SheetColumn(said("calls.stock"), 8, ruled=True),
        SheetColumn(said("calls.note"), 20, ruled=True),
    )
    heading = _list_heading("calls", as_of, ward.unit, len(rows), said)
    table = SheetTable(columns, rows, empty=said("calls.empty"))
    return ListSheet(heading, Paper.LANDSCAPE, (Paragraph(said("calls.ask")), table) if rows else (table,))


def _call_row(who: SheetCell, plan: Plan, due: SheetCell) -> tuple[SheetCell, ...]:
    number = "–" if plan.next_dose is None else str(plan.next_dose.number)
    return who, SheetCell(number), due, _TICK, _BLANK, _BLANK, _BLANK, _BLANK


def _telephone(patient: Patient, said: SheetWords) -> str:
    return plain(patient.phone or "") or said("calls.no_phone")


def _due_cell(due: date | None, as_of: date, said: SheetWords) -> SheetCell:
    if due is None:
        return SheetCell("–")
    late = (as_of - due).days
    return SheetCell(said.formats.date(due), detail=said.counted("calls.late", late) if late > 0 else "")


def renewal_sheet(  # noqa: PLR0913 - what, of whom, in which words
    as_of: date,
    until: date,
    ward: SheetWard,
    *,
    names: Names = Names.INITIALS,
    language: Language = Language.NB,
    renewals: Iterable[Renewal] = (),
) -> ListSheet:
    """Return the prescriptions to be renewed up to and with ``until`` (R-RX-5), and the home patients without one.

    Each row has a box for every step of a renewal: asked for, signed, at the pharmacy, collected. A step that
    ``renewals`` knows of stands there with its day and who took it.
    """
    said = words(language)
    needed = [
        (who, by) for who, plan in ward.plans.items() if (by := _renewal_by(plan, as_of)) is not None and by <= until
    ]
    called = labels((ward.patients[who] for who, _ in needed), names)
    needed.sort(key=lambda pair: (pair[1], sort_key(called[pair[0]])))
    taken = {row.patient: {step.stage: step for step in row.steps} for row in renewals if row.is_open}
    rows = tuple(
        (
            *_renewal_cells(called[who], ward.plans[who], by, as_of, said),
            _left_cell(ward.patients[who], ward.plans[who], said),
            *_steps(taken.get(who, {}), said),
            _BLANK,
        )
        for who, by in needed
    )
    columns = (
        SheetColumn(said("renewals.who"), 24),
        SheetColumn(said("renewals.by"), 14),
        SheetColumn(said("renewals.last_safe_day"), 14),
        SheetColumn(said("renewals.left"), 10),
        *(SheetColumn(said(f"renewals.{stage}"), 9) for stage in _STAGES),
        SheetColumn(said("renewals.note"), 20, ruled=True),
    )
    heading = _list_heading("renewals", as_of, ward.unit, len(rows), said)
    empty = said("renewals.empty", until=said.formats.date(until))
    return ListSheet(heading, Paper.LANDSCAPE, (SheetTable(columns, rows, empty=empty),))


def _renewal_by(plan: Plan, as_of: date) -> date | None:
    missing = _finding(plan, _NO_PRESCRIPTION)
    if missing is not None:
        return missing.due or as_of
    return None if plan.supply is None else plan.supply.renew_by


def _steps(taken: Mapping[RenewalStage, TakenStep], said: SheetWords) -> Iterator[SheetCell]:
    """Yield a cell for each step: its day and who took it, or a box."""
    for stage in _STAGES:
        step = taken.get(stage)
        yield _TICK if step is None else SheetCell(said.formats.date(step.on), detail=plain(step.who))


def _renewal_cells(who: str, plan: Plan, by: date, as_of: date, said: SheetWords) -> tuple[SheetCell, ...]:
    late, missing = (as_of - by).days, _finding(plan, _NO_PRESCRIPTION) is not None
    last = None if plan.supply is None else plan.supply.last_safe_day
    detail = said.counted("calls.late", late) if late > 0 else ""
    return (
        SheetCell(who, strong=True),
        SheetCell(
            said("renewals.now") if missing else said.formats.date(by), detail=detail, strong=missing or late > 0
        ),
        SheetCell(said("renewals.none") if last is None else said.formats.date(last)),
    )


def _left_cell(patient: Patient, plan: Plan, said: SheetWords) -> SheetCell:
    """Return how many doses may still be fetched; of a prescription without a number nobody knows."""
    if plan.supply is None:
        return SheetCell("–")
    left = authorised_left(patient.course, plan.supply)
    return SheetCell(said("renewals.unknown") if left is None else str(left))


def _finding(plan: Plan, key: str) -> Finding | None:
    return next((found for found in plan.findings if found.key == key), None)


def _list_heading(section: str, as_of: date, unit: Unit, count: int, said: SheetWords) -> Heading:
    return Heading(
        title=said(f"{section}.title"),
        subtitle=said.formats.long_day(as_of),
        unit=plain(unit.name),
        summary=said.counted("sheet.patients", count),
        discard=said("sheet.discard_after_use"),
        legend="",
        language=said.language,
    )
