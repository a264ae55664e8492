"""Finding patients at each key that is typed: by words of the name, birth date, telephone or national id.

The index is built once in the worker thread, and afterwards follows what changes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale

from infusionplanner_ui.models.patient_rows import Wanted, folded, shown_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from infusionplanner.application.records import PatientId
    from infusionplanner.domain.patient import Patient


_LEAST_INSIDE = 4
"""Figures up to so many are looked for at the beginning of a number only: day and month of a birth date are four."""


@dataclass(frozen=True, slots=True)
class Known:
    """A patient as the search sees it: the words of the name and the figures, each with a blank in front."""

    id: PatientId
    patient: Patient
    name: str
    key: QCollatorSortKey
    words: str
    figures: str


@dataclass(frozen=True, slots=True)
class Found:
    """The best answers, and how many there are in all."""

    best: tuple[Known, ...] = ()
    total: int = 0


class PatientIndex:
    """All patients of the unit in Norwegian order."""

    def __init__(self, patients: Mapping[PatientId, Patient]) -> None:
        # A collator of its own: the one of the windows belongs to their thread.
        self._collator = QCollator(QLocale("nb_NO"))
        self._rows = sorted((self._known(who, patient) for who, patient in patients.items()), key=_key)
        self._patients = {row.id: row for row in self._rows}
        self._followed = patients

    def follow(self, patients: Mapping[PatientId, Patient]) -> None:
        """Take in what changed; patients that did not change are the same objects as before."""
        if patients is self._followed:
            return
        self._followed = patients
        for who in [who for who in self._patients if who not in patients]:
            self._remove(self._patients.pop(who))
        for who, patient in patients.items():
            old = self._patients.get(who)
            if old is not None and old.patient is patient:
                continue
            if old is not None:
                self._remove(old)
            self._patients[who] = self._known(who, patient)
            insort(self._rows, self._patients[who], key=_key)

    def find(self, typed: str, most: int) -> Found:
        """Return who answers to what is typed, the best first: 1 a family name, 2 another word, 3 inside a word."""
        wanted = Wanted.of(typed)
        if not wanted.words and not wanted.figures:
            return Found()
        found = self._rows
        for word in wanted.words:
            found = [row for row in found if (word if len(word) > 1 else f" {word}") in row.words]
        if wanted.figures:
            figures = wanted.figures if len(wanted.figures) > _LEAST_INSIDE else f" {wanted.figures}"
            found = [row for row in found if figures in row.figures]
        ranked = sorted(((_rank(row, wanted), place) for place, row in enumerate(found)))
        return Found(tuple(found[place] for _, place in ranked[:most]), len(found))

    def _known(self, who: PatientId, patient: Patient) -> Known:
        name = shown_name(patient)
        words = "".join(f" {word}" for word in folded(name).replace(",", " ").split())
        born = patient.birth_date
        days = () if born is None else (f"{born:%d%m%Y}", f"{born:%d%m%y}", f"{born:%Y%m%d}")
        numbers = (re.sub(r"\D", "", number) for number in (patient.national_id or "", patient.phone or ""))
        figures = "".join(f" {number}" for number in (*days, *numbers) if number)
        return Known(who, patient, name, self._collator.sortKey(name), words, figures)

    def _remove(self, row: Known) -> None:
        place = bisect_left(self._rows, row.key, key=_key)
        while self._rows[place] is not row:
            place += 1
        del self._rows[place]


def _key(row: Known) -> QCollatorSortKey:
    return row.key


def _rank(row: Known, wanted: Wanted) -> int:
    ranks = [0 if row.words.startswith(f" {word}") else 1 if f" {word}" in row.words else 2 for word in wanted.words]
    if wanted.figures:
        ranks.append(0 if f" {wanted.figures}" in row.figures else 2)
    return max(ranks)
