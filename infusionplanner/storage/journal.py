"""Reading the journal: the acts of all persons, what they changed, and which of them have been taken back."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import UnknownActError
from infusionplanner.application.journal import Actor, FactChange, JournalAct
from infusionplanner.application.records import ActId, PatientId
from infusionplanner.storage import statements
from infusionplanner.storage.changes import changes_of

_Row = tuple[Any, ...]
_ACT = ("id", "key", "kind", "who", "roles", "session", "at", "patient", "undoes", "built_on")
_CHANGE = ("act", "table_name", "row", "before", "after")


class JournalReading:
    """The part of a view that reads the journal."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def acts(
        self, *, patient: PatientId | None = None, who: str | None = None, limit: int = 200
    ) -> tuple[JournalAct, ...]:
        """Return the newest acts, newest first; with ``patient`` those that changed this patient, with the changes."""
        bound: list[object] = [word for word in (patient, who) if word is not None]
        of_patient = "" if patient is None else "id IN (SELECT act FROM journal WHERE patient = ?)"
        conditions = " AND ".join(filter(None, (of_patient, "" if who is None else "who = ?")))
        rest = f"{'WHERE' if conditions else ''} {conditions} ORDER BY id DESC LIMIT ?"
        rows = self._db.execute(statements.select("acts", _ACT, rest), (*bound, limit)).fetchall()
        if patient is None:
            return self._acts(rows, {})
        changes = self._db.execute(statements.select("journal", _CHANGE, "WHERE patient = ? ORDER BY id"), (patient,))
        return self._acts(rows, _grouped(changes))

    def act(self, act: ActId) -> JournalAct:
        """Return one act with its changes."""
        rows = self._db.execute(statements.select("acts", _ACT, "WHERE id = ?"), (act,)).fetchall()
        changes = self._db.execute(statements.select("journal", _CHANGE, "WHERE act = ? ORDER BY id"), (act,))
        for found in self._acts(rows, _grouped(changes)):
            return found
        raise UnknownActError(act)

    def revision(self, patient: PatientId | None = None) -> ActId:
        """Return the newest act that touched a patient, 0 when none did; without a patient the newest of all."""
        if patient is None:
            found = self._db.execute("SELECT coalesce(max(id), 0) FROM acts")
        else:
            found = self._db.execute("SELECT coalesce(max(act), 0) FROM journal WHERE patient = ?", (patient,))
        return ActId(found.fetchone()[0])

    def revisions(self) -> Mapping[PatientId, ActId]:
        """Return the newest act that touched each patient, read in bulk."""
        query = "SELECT patient, max(act) FROM journal WHERE patient IS NOT NULL GROUP BY patient"
        return dict(self._db.execute(query).fetchall())

    def taken_back(self) -> Mapping[int, int]:
        """Return which acts are taken back, and by which act: an act that is itself taken back takes nothing back."""
        back: dict[int, int] = {}
        for act, undoes in self._db.execute("SELECT id, undoes FROM acts WHERE undoes IS NOT NULL ORDER BY id DESC"):
            if act not in back:
                back[undoes] = act
        return back

    def _acts(self, rows: Iterable[_Row], changes: Mapping[int, tuple[FactChange, ...]]) -> tuple[JournalAct, ...]:
        back = self.taken_back()
        return tuple(
            JournalAct(
                ActId(act),
                key,
                ActKind(kind),
                Actor(who, frozenset(json.loads(roles)), session),
                datetime.fromisoformat(at),
                patient,
                changes.get(act, ()),
                undoes,
                ActId(back[act]) if act in back else None,
                built_on,
            )
            for act, key, kind, who, roles, session, at, patient, undoes, built_on in rows
        )


def _grouped(rows: Iterable[_Row]) -> Mapping[int, tuple[FactChange, ...]]:
    changes: dict[int, list[FactChange]] = {}
    for act, table, key, before, after in rows:
        of_row = changes_of(table, key, before and json.loads(before), after and json.loads(after))
        changes.setdefault(act, []).extend(of_row)
    return {act: tuple(of_act) for act, of_act in changes.items()}
