"""Calendars and plan sheets of many patients into one folder, with a list of what is in it.

The list names people by initials or by their sheet code, never by name: it lies beside files that leave the ward.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from infusionplanner.application.calendar.content import MONTHS_AHEAD
from infusionplanner.application.calendar.hand_out import CalendarPress, HandOut, hand_out
from infusionplanner.application.calendar.values import CalendarChange
from infusionplanner.application.desk import Desk
from infusionplanner.application.errors import PlannerError
from infusionplanner.application.records import Done, PatientId
from infusionplanner.application.sheets.names import labels
from infusionplanner.application.sheets.values import ListSheet, Names, SheetWard
from infusionplanner.application.sheets.week import patient_sheet
from infusionplanner.application.sheets.wording import words
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.patient import AWAY, Language

Progress = Callable[[int, int, str], None]
"""Called before each patient with how many are done, how many there are, and the label of this one."""


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One line of the list of a folder: whose file it is, by label, its name, and what to know of it."""

    label: str
    file: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A patient without a file, and the sentence that says why."""

    patient: PatientId
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class BulkExport:
    """What was written for many patients: their files, the list of them, and who got none. ``done`` is of the last.

    ``changes`` are, for each who had been handed a calendar before and whose calendar is different now, what changed.
    """

    done: Done | None
    files: tuple[Path, ...]
    index: tuple[Path, ...]
    handed: tuple[PatientId, ...]
    skipped: tuple[Skipped, ...]
    changes: Mapping[PatientId, tuple[CalendarChange, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SheetExport:
    """The plan sheets written for many patients, and the list of them."""

    files: tuple[Path, ...]
    index: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class NamedSheet:
    """One patient's plan to be printed: the file's name, which tells nothing, the label in the list, and the sheet."""

    name: str
    label: str
    sheet: ListSheet


def home_patients(overview: Overview) -> tuple[PatientId, ...]:
    """Return the patients whose next dose is at home."""
    return tuple(
        who for who, plan in overview.plans.items() if plan.next_dose is not None and plan.next_dose.setting in AWAY
    )


def export_calendars(  # noqa: PLR0913 - what, for whom, where, in which words
    desk: Desk,
    press: CalendarPress,
    patients: Sequence[PatientId],
    folder: Path,
    progress: Progress | None = None,
    *,
    language: Language = Language.NB,
    say: Callable[[Exception], str] = str,
) -> BulkExport:
    """Hand out the calendars of many patients, each as it was last chosen for the patient, and list them.

    Each is an act of its own: when ``progress`` raises to cancel, what was handed out until then stays and is listed,
    and what it raised goes through. A patient without a calendar is listed with the reason, and the others go on;
    ``say`` words the reason.

    Raises:
        CalendarError: The list of what was handed out cannot be saved.
    """
    called = _labels(desk, patients)
    handed: dict[PatientId, HandOut] = {}
    skipped: list[Skipped] = []
    index: tuple[Path, ...] = ()
    try:
        for number, who in enumerate(patients):
            if progress is not None:
                progress(number, len(patients), called.get(who, who))
            try:
                handed[who] = hand_out(desk, press, who, folder)
            except PlannerError as error:
                skipped.append(Skipped(who, called.get(who, who), say(error)))
    finally:
        if handed or skipped:
            rows = [_row(called[who], out, language) for who, out in handed.items()]
            rows += [IndexRow(row.label, "", row.sentence) for row in skipped]
            index = save_index(press, folder, rows, language)
    if progress is not None:
        progress(len(patients), len(patients), "")
    return BulkExport(
        done=_all_done([out.done for out in handed.values()]),
        files=tuple(path for out in handed.values() for path in out.files),
        index=index,
        handed=tuple(handed),
        skipped=tuple(skipped),
        changes={who: out.changes for who, out in handed.items() if out.again and out.changes},
    )


def export_plan_sheets(  # noqa: PLR0913 - what, for whom, where, how drawn
    overview: Overview,
    press: CalendarPress,
    patients: Sequence[PatientId],
    folder: Path,
    draw: Callable[[ListSheet], bytes],
    *,
    progress: Progress | None = None,
    language: Language = Language.NB,
) -> SheetExport:
    """Write the plan sheets of many patients, one file each, and list them. ``draw`` makes a PDF of a sheet.

    When ``progress`` raises to cancel, what was written until then stays and is listed, and what it raised goes
    through.

    Raises:
        CalendarError: A sheet or the list cannot be saved.
    """
    rows: list[IndexRow] = []
    files: list[Path] = []
    index: tuple[Path, ...] = ()
    try:
        for number, made in enumerate(plan_sheets(overview, patients)):
            if progress is not None:
                progress(number, len(patients), made.label)
            with press.staged(folder, {made.name: draw(made.sheet)}) as ready:
                files += ready.publish()
            rows.append(IndexRow(made.label, files[-1].name))
    finally:
        if rows:
            index = save_index(press, folder, rows, language)
    if progress is not None:
        progress(len(patients), len(patients), "")
    return SheetExport(tuple(files), index)


def plan_sheets(
    overview: Overview, patients: Sequence[PatientId], *, names: Names = Names.FULL
) -> Iterator[NamedSheet]:
    """Yield the plan sheet of each patient in the patient's language, under a file name that tells nothing.

    The plans of an overview may be too short for six doses, so each is made anew, a year ahead.
    """
    called = labels((overview.patients[who] for who in patients), Names.INITIALS)
    codes = labels((overview.patients[who] for who in patients), Names.CODE)
    a_year = replace(overview, months=MONTHS_AHEAD)
    for who in patients:
        patient = overview.patients[who]
        language = patient.language or Language.NB
        word = words(language)("index.plan_file")
        plans = {who: a_year.planned(patient)}
        ward = SheetWard(overview.unit, overview.protocols, overview.patients, plans)
        sheet = patient_sheet(who, ward, names=names, language=language)
        yield NamedSheet(f"{word}-{codes[who]}.pdf", called[who], sheet)


def save_index(
    press: CalendarPress, folder: Path, rows: Sequence[IndexRow], language: Language = Language.NB
) -> tuple[Path, ...]:
    """Save the list of what a folder holds, for a spreadsheet and as plain text. Raises ``CalendarError``."""
    said = words(language)
    titles = (said("index.label"), said("index.file"), said("index.note"))
    table = press.table(titles, [(row.label, row.file, row.note) for row in rows])
    with ExitStack() as stack:
        name = said("index.file_name")
        ready = stack.enter_context(press.staged(folder, {name + ending: data for ending, data in table.items()}))
        return ready.publish()


def _labels(desk: Desk, patients: Sequence[PatientId]) -> dict[PatientId, str]:
    with desk.store.reading() as reading:
        known = reading.patients()
    return dict(labels((known[who] for who in patients if who in known), Names.INITIALS))


def _row(label: str, out: HandOut, language: Language) -> IndexRow:
    said = words(language)
    standing = [event for event in out.events if not event.withdrawn]
    notes = [said.counted("index.events", len(standing))]
    if standing:
        notes.append(said("index.until", day=said.formats.date(standing[-1].on)))
    if out.left_out:
        notes.append(said.counted("index.left_out", len(out.left_out)))
    return IndexRow(label, ", ".join(path.name for path in out.files), "; ".join(notes))


def _all_done(acts: Sequence[Done]) -> Done | None:
    if not acts:
        return None
    return replace(acts[-1], patients=frozenset(who for done in acts for who in done.patients))
