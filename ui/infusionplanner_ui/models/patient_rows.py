"""One line for each patient of the unit: what the list shows, searches, filters and sorts by."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from infusionplanner.application.views.worklist import Band, WorkItem, items
from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import Patient, Setting
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QCollatorSortKey

    from infusionplanner.application.records import PatientId
    from infusionplanner.domain.result import Plan

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ŋ": "n", "ŧ": "t"})

_INSIDE, _FIGURES_INSIDE = 2, 3
"""So many letters, or figures, are found in the middle of a word or number too."""


class Show(StrEnum):
    """Which patients the list shows."""

    ALL = "all"
    UNIT = "unit"
    HOME = "home"
    FIRST = "first"
    BEFORE = "before"
    STOPPED = "stopped"
    ATTENTION = "attention"


@dataclass(frozen=True)
class PatientRow:
    """A patient with the plan, and what is worked out of them once."""

    id: PatientId
    patient: Patient
    plan: Plan
    today: date

    @cached_property
    def name(self) -> str:
        """Return the name as lists show it."""
        return shown_name(self.patient)

    @cached_property
    def sort_key(self) -> QCollatorSortKey:
        """Return the key of the Norwegian order."""
        return text.sort_key(self.name)

    @cached_property
    def work(self) -> tuple[WorkItem, ...]:
        """Return what is to be done for this patient, most urgent first."""
        return items({self.id: self.plan}, self.today) if self.plan.findings else ()

    @property
    def needs_attention(self) -> bool:
        """Tell whether something stops or is overdue."""
        return bool(self.work) and self.work[0].band is Band.OVERDUE

    @property
    def stage(self) -> Show:
        """Return where in the treatment the patient is."""
        if self.patient.course.stop is not None:
            return Show.STOPPED
        if not self.plan.doses_completed:
            return Show.BEFORE
        coming = self.plan.next_dose
        return Show.HOME if coming is not None and coming.setting is Setting.HOME else Show.UNIT

    @property
    def is_new(self) -> bool:
        """Tell whether the first doses, with full observation, are not over."""
        coming = self.plan.next_dose
        seen = coming.observation if coming is not None else None
        started = self.stage in {Show.UNIT, Show.HOME}
        return started and seen is not None and seen.counted < seen.of

    @cached_property
    def choices(self) -> frozenset[Show]:
        """Return the choices of the list that the patient belongs to."""
        more = {Show.FIRST: self.is_new, Show.ATTENTION: self.needs_attention}
        return frozenset({Show.ALL, self.stage, *(show for show, belongs in more.items() if belongs)})

    @cached_property
    def urgency(self) -> tuple[int, int, int]:
        """Return the order by what is most urgent: band, stops before the rest, and how much there is."""
        if not self.work:
            return len(_BANDS), 1, 0
        first = self.work[0]
        return _BANDS[first.band], first.finding.level is not Level.STOP, -len(self.work)

    def prepare(self) -> None:
        """Work out what is asked of every line, so that the first letter of a search finds as fast as the next."""
        _ = self.sort_key, self.choices, self.words, self.numbers

    @cached_property
    def words(self) -> str:
        """Return the words of the name without accents, family name first, each after a blank."""
        return f" {' '.join(folded(self.name).replace(',', ' ').split())}"

    @cached_property
    def numbers(self) -> str:
        """Return what can be searched by figures, each after a blank: birth date both ways, national id, telephone."""
        born = self.patient.birth_date
        days = () if born is None else (f"{born:%d%m%Y}", f"{born:%d%m%y}", f"{born:%Y%m%d}")
        typed = (self.patient.national_id or "", self.patient.phone or "")
        return " ".join(("", *days, *(re.sub(r"\D", "", number) for number in typed)))

    def rank(self, wanted: Wanted) -> int | None:
        """Return how well the patient answers a search: 0 best, None not at all."""
        worst = 0
        for word in wanted.words:
            found = _rank(self.words, word, inside=_INSIDE)
            if found is None:
                return None
            worst = max(worst, found)
        if not wanted.figures:
            return worst
        found = _rank(self.numbers, wanted.figures, inside=_FIGURES_INSIDE)
        return None if found is None else max(worst, found)


def _rank(words: str, wanted: str, *, inside: int) -> int | None:
    """Return 0 when the first word begins so, 1 when another does, 2 when it stands in one, None when in none.

    From ``inside`` letters on it may stand in the middle of a word.
    """
    place = words.find(f" {wanted}")
    if place >= 0:
        return 1 if place else 0
    return 2 if len(wanted) >= inside and wanted in words else None


_BANDS = {band: number for number, band in enumerate(Band)}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody searches for: words of a name, and figures of a date or number."""

    words: tuple[str, ...] = ()
    figures: str = ""

    @classmethod
    def of(cls, typed: str) -> Wanted:
        """Read a search as it is typed, ``berg an`` or ``14.3.88`` or ``400 00 0``."""
        parts = folded(typed).replace(",", " ").split()
        words = tuple(part for part in parts if any(mark.isalpha() for mark in part))
        figures = "".join(_figures(part) for part in parts if part not in words)
        return cls(words, figures)

    def narrows(self, before: Wanted) -> bool:
        """Tell whether whoever answers to this answered to ``before`` too, so that nobody else need be asked.

        Less than two letters, or three figures, are found at the beginning only, and more of them elsewhere too.
        """
        words = all(
            any(word == known or (len(known) >= _INSIDE and word.startswith(known)) for word in self.words)
            for known in before.words
        )
        known = before.figures
        return words and (
            self.figures == known or not known or (len(known) >= _FIGURES_INSIDE and self.figures.startswith(known))
        )


def _figures(part: str) -> str:
    """Return the figures of a part; days and months of a dated one get their leading zero."""
    pieces = [piece for piece in re.split(r"\D+", part) if piece]
    if len(pieces) > 1:
        pieces[:2] = [piece.zfill(2) for piece in pieces[:2]]
    return "".join(pieces)


@lru_cache(maxsize=4096)
def folded(words: str) -> str:
    """Return words in small letters without accents: ``Ødegård`` gives ``odegard``."""
    plain = words.casefold()
    if plain.isascii():
        return plain
    plain = plain.translate(_LETTERS)
    return "".join(mark for mark in unicodedata.normalize("NFD", plain) if not unicodedata.combining(mark))


def shown_name(patient: Patient) -> str:
    """Return a patient's name, or the id when there is none."""
    return text.full_name(patient.name.family, patient.name.given) if patient.name else patient.id
