"""What a printed sheet holds, as frozen values: ready words in one language and nothing of paper, font or Qt.

Everything a person typed has been made plain (:func:`plain`): one line, no control characters, no marks that turn the
direction of the text around it.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from infusionplanner.application.records import PatientId
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan
from infusionplanner.domain.unit import Unit

DAYS_IN_WEEK = 7


class Names(StrEnum):
    """How a patient is named on a sheet; chosen for each print."""

    INITIALS = "initials"
    FULL = "full"
    CODE = "code"


class Ready(StrEnum):
    """What must be ready at a visit, in the order in which it is printed."""

    CLEARANCE = "clearance"
    BLOODS = "bloods"
    JCV = "jcv"
    NAB = "nab"
    MRI = "mri"
    EDSS = "edss"
    TRAINING = "training"
    PRESCRIPTION = "prescription"


class Paper(StrEnum):
    """How an A4 page is turned."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


def plain(text: str) -> str:
    """Return ``text`` as one line without control characters and without marks that force a reading direction."""
    kept = (" " if _is_control(mark) else mark for mark in text if not _turns_text(mark))
    return " ".join("".join(kept).split())


def _is_control(mark: str) -> bool:
    return unicodedata.category(mark) in {"Cc", "Zl", "Zp", "Cs"}


def _turns_text(mark: str) -> bool:
    return unicodedata.bidirectional(mark) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@dataclass(frozen=True, slots=True)
class SheetWard:
    """What the sheets are made from: the unit, its protocols by name, its patients and the plan of each."""

    unit: Unit
    protocols: Mapping[str, Protocol]
    patients: Mapping[PatientId, Patient]
    plans: Mapping[PatientId, Plan]

    def protocol_of(self, patient: Patient) -> Protocol:
        """Return the protocol that a patient is treated by."""
        return self.protocols[patient.course.protocol]


@dataclass(frozen=True, slots=True)
class Footer:
    """Who printed a sheet and when (local time, naive); stands at the foot of every page."""

    unit: str
    printed_by: str
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head and the foot of every page of a sheet, and the file's title.

    ``discard`` is the sentence on when the paper is destroyed, ``legend`` explains the marks that were used.
    """

    title: str
    subtitle: str
    unit: str
    summary: str
    discard: str
    legend: str
    language: Language


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit on the week sheet. ``detail`` is dose number and route; ``ready`` the boxes to tick beforehand."""

    time: str
    who: str
    detail: str
    observed: bool = False
    ready: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetDay:
    """One day of the week sheet. ``closure`` says why the unit is closed, or is None."""

    day: date
    label: str
    closure: str | None
    rows: tuple[VisitRow, ...]


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """The week as a grid: one column for each day. ``continued`` marks a day that goes on from the page before."""

    heading: Heading
    days: tuple[SheetDay, ...]
    observed_mark: str
    continued: str

    @property
    def visits(self) -> int:
        """Return how many visits the week has."""
        return sum(len(day.rows) for day in self.days)


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell of a table: a text, a quieter line below it, a framed mark beside it, labelled boxes to tick."""

    text: str = ""
    detail: str = ""
    mark: str = ""
    ticks: tuple[str, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a table with its share of the width. A ``ruled`` column has a line to write on."""

    title: str
    share: float
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class SheetTable:
    """Rows under titles that are repeated on every page; ``empty`` stands in place of the rows when there are none."""

    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Title:
    """The heading of what follows; never alone at the foot of a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``strong`` frames it, for what must not be overlooked."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short points, one below the other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Names and their values. A field without a value has a line to write on."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Telephone:
    """The ward's telephone, with a code for the phone's camera that holds this number and nothing else."""

    label: str
    number: str
    hint: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Simple = SheetTable | Title | Paragraph | Bullets | Fields | Telephone


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two columns of equal width that stay together on one page."""

    left: tuple[Simple, ...]
    right: tuple[Simple, ...]


Block = Simple | SideBySide | PageBreak


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet of text and tables that runs over as many pages as it needs.

    ``large_print`` is for readers whose sight the disease may have touched.
    """

    heading: Heading
    paper: Paper
    blocks: tuple[Block, ...]
    large_print: bool = False


Sheet = WeekSheet | ListSheet
"""Any printed sheet."""
