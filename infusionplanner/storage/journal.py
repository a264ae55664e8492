"""Reading the journal: the acts of all persons, what they changed, and which of them have been taken back."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.errors import UnknownActError
from infusionplanner.application.records import Act, ActId, Change, PatientId
from infusionplanner.storage import statements

_Row = tuple[Any, ...]
_ACT = ("id", "kind", "who", "at", "patient", "undoes")
_CHANGE = ("act", "table_name", "row", "before", "after")


class JournalReading:
    """The part of a view that reads the journal."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def acts(self, *, patient: PatientId | None = None, who: str | None = None, limit: int = 200) -> tuple[Act, ...]:
        """Return the newest acts, newest first; with ``patient`` those that changed this patient, with the changes."""
        where, bound = ["1"], list[object]()
        if patient is not None:
            where.append("id IN (SELECT act FROM journal WHERE patient = ?)")
            bound.append(patient)
        if who is not None:
            where.append("who = ?")
            bound.append(who)
        rest = f"WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT ?"
        rows = self._db.execute(statements.select("acts", _ACT, rest), (*bound, limit)).fetchall()
        if patient is None:
            return self._acts(rows, {})
        changes = self._db.execute(statements.select("journal", _CHANGE, "WHERE patient = ? ORDER BY id"), (patient,))
        return self._acts(rows, _grouped(changes))

    def act(self, act: ActId) -> Act:
        """Return one act with its changes."""
        rows = self._db.execute(statements.select("acts", _ACT, "WHERE id = ?"), (act,)).fetchall()
        changes = self._db.execute(statements.select("journal", _CHANGE, "WHERE act = ? ORDER BY id"), (act,))
        for found in self._acts(rows, _grouped(changes)):
            return found
        raise UnknownActError(act)

    def taken_back(self) -> Mapping[int, int]:
        """Return which acts are taken back, and by which act: an act that is itself taken back takes nothing back."""
        back: dict[int, int] = {}
        for act, undoes in self._db.execute("SELECT id, undoes FROM acts WHERE undoes IS NOT NULL ORDER BY id DESC"):
            if act not in back:
                back[undoes] = act
        return back

    def _acts(self, rows: Iterable[_Row], changes: Mapping[int, tuple[Change, ...]]) -> tuple[Act, ...]:
        back = self.taken_back()
        return tuple(
            Act(
                ActId(act),
                ActKind(kind),
                who,
                datetime.fromisoformat(at),
                patient,
                changes.get(act, ()),
                undoes,
                ActId(back[act]) if act in back else None,
            )
            for act, kind, who, at, patient, undoes in rows
        )


def _grouped(rows: Iterable[_Row]) -> Mapping[int, tuple[Change, ...]]:
    changes: dict[int, list[Change]] = {}
    for act, table, row, before, after in rows:
        change = Change(table, row, before and json.loads(before), after and json.loads(after))
        changes.setdefault(act, []).append(change)
    return {act: tuple(of_act) for act, of_act in changes.items()}
