"""Finding patients at each key that is typed: by words of the name, birth date, telephone or national id.

The index is built once in the worker thread, and afterwards follows what changes.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import TYPE_CHECKING

from infusionplanner.application.names import shown_name, sort_key
from infusionplanner.application.search import Searchable, SearchQuery, searchable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from infusionplanner.application.records import PatientId
    from infusionplanner.domain.patient import Patient


@dataclass(frozen=True, slots=True)
class IndexedPatient:
    """A patient as the search sees it."""

    id: PatientId
    patient: Patient
    name: str
    key: str
    search: Searchable


@dataclass(frozen=True, slots=True)
class Found:
    """The best answers, and how many there are in all."""

    best: tuple[IndexedPatient, ...] = ()
    total: int = 0


class PatientIndex:
    """All patients of the unit in Norwegian order."""

    def __init__(self, patients: Mapping[PatientId, Patient]) -> None:
        self._rows = sorted((_known(who, patient) for who, patient in patients.items()), key=_key)
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
            self._patients[who] = _known(who, patient)
            insort(self._rows, self._patients[who], key=_key)

    def find(self, typed: str, most: int) -> Found:
        """Return who answers to what is typed, the best first: 1 a family name, 2 another word, 3 inside a word."""
        wanted = SearchQuery.of(typed)
        if wanted == SearchQuery():
            return Found()
        answers = ((row.search.rank(wanted), place) for place, row in enumerate(self._rows))
        ranked = sorted((rank, place) for rank, place in answers if rank is not None)
        return Found(tuple(self._rows[place] for _, place in ranked[:most]), len(ranked))

    def _remove(self, row: IndexedPatient) -> None:
        place = bisect_left(self._rows, row.key, key=_key)
        while self._rows[place] is not row:
            place += 1
        del self._rows[place]


def _known(who: PatientId, patient: Patient) -> IndexedPatient:
    name = shown_name(patient)
    return IndexedPatient(who, patient, name, sort_key(name), searchable(patient))


def _key(row: IndexedPatient) -> str:
    return row.key
