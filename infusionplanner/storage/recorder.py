"""Every write goes through here: one row changed is one line in the journal, with what stood there before and after."""

import json
import secrets
from collections.abc import Mapping

from sqlite_utils import Database

from infusionplanner.application.errors import CannotUndoError
from infusionplanner.application.journal import NewAct, StaleError
from infusionplanner.application.records import ActId, Done, PatientId, VisitId
from infusionplanner.storage import statements
from infusionplanner.storage.changes import changes_of
from infusionplanner.storage.driver import sqlite3
from infusionplanner.storage.journal import JournalReading
from infusionplanner.storage.mapping import Row

Key = int | str

_KEYS: Mapping[str, str] = {
    "courses": "patient",
    "dose_details": "dose",
    "parameters": "key",
    "places": "name",
    "settings": "key",
    "users": "initials",
}
"""Primary keys that are not called ``id``."""

_OF_THE_UNIT = frozenset({"unit", "places", "parameters", "settings"})


def key_of(table: str) -> str:
    """Return the column that names a row of a table."""
    return _KEYS.get(table, "id")


class Recorder:
    """Writes rows for one act and keeps the journal of it."""

    def __init__(self, db: Database, act: NewAct) -> None:
        self._db = db
        self.who, self.at = act.actor.person, act.at
        self._built_on = act.built_on
        self._columns: dict[str, tuple[str, ...]] = {}
        self._patients: set[PatientId] = set()
        self._visits: set[VisitId] = set()
        self._unit = False
        begun: Row = {
            "key": secrets.token_hex(16),
            "kind": act.kind.value,
            "who": act.actor.person,
            "roles": _TO_JSON.encode(sorted(act.actor.roles)),
            "session": act.actor.session,
            "at": act.at.isoformat(),
            "patient": act.patient,
            "undoes": act.undoes,
            "built_on": act.built_on,
        }
        cursor = db.execute(statements.insert("acts", tuple(begun)), tuple(begun.values()))
        self.act = ActId(cursor.lastrowid or 0)

    def insert(self, table: str, row: Row) -> int:
        """Insert a row and return its id (SQLite's row number where the key is a text)."""
        cursor = self._db.execute(statements.insert(table, tuple(row)), tuple(row.values()))
        number = cursor.lastrowid or 0
        after = row if key_of(table) in row else {"id": number, **row}
        self._keep(table, None, after)
        return number

    def update(self, table: str, key: Key, row: Row) -> bool:
        """Change a row's columns. Tells whether the row is there; what is already so is not written again."""
        if (before := self.image(table, key)) is None:
            return False
        changed = self._ours(table, before, {name: value for name, value in row.items() if before[name] != value})
        if changed:
            self._db.execute(statements.update(table, changed, key_of(table)), (*changed.values(), key))
            self._keep(table, before, {**before, **changed})
        return True

    def put(self, table: str, row: Row) -> None:
        """Change the row with this key, or insert it."""
        if not self.update(table, _key(table, row), row):
            self.insert(table, row)

    def delete(self, table: str, key: Key) -> bool:
        """Delete a row. Tells whether it was there."""
        if (before := self.image(table, key)) is None:
            return False
        if (since := self._since(table, key)) is not None:
            raise self._stale(since, (table, key), before, None)
        self._db.execute(statements.delete(table, key_of(table)), (key,))
        self._keep(table, before, None)
        return True

    def image(self, table: str, key: Key) -> Row | None:
        """Return a row as it stands, without what SQLite computes itself."""
        names = self._names(table)
        query = statements.select(table, names, f'WHERE "{key_of(table)}" = ?')
        found = self._db.execute(query, (key,)).fetchone()
        return None if found is None else dict(zip(names, found, strict=True))

    def revert(self, act: ActId) -> None:
        """Put back every row that an act changed, last one first."""
        query = statements.select("journal", ("table_name", "row", "before", "after"), "WHERE act = ? ORDER BY id DESC")
        changes = self._db.execute(query, (act,)).fetchall()
        try:
            for table, key, before, after in changes:
                self._put_back(act, table, key, _row(before), _row(after))
        except sqlite3.IntegrityError as error:
            raise CannotUndoError(act, "needed") from error

    def done(self) -> Done:
        """Return what has been changed so far."""
        return Done(self.act, frozenset(self._patients), frozenset(self._visits), self._unit)

    def _ours(self, table: str, now: Row, changed: Row) -> Row:
        """Return what of a change is this act's own: a field that still has the value it was built on is left alone.

        Raises:
            StaleError: Somebody else has changed one of the fields too, to another value.
        """
        key = _key(table, now)
        if not changed or (since := self._since(table, key)) is None:
            return changed
        _, base = since
        ours = {name: value for name, value in changed.items() if base.get(name) != value}
        if clash := {name: value for name, value in ours.items() if base.get(name) != now[name]}:
            theirs = {**base, **{name: now[name] for name in clash}}
            raise self._stale(since, (table, key), theirs, {**base, **clash})
        return ours

    def _since(self, table: str, key: Key) -> tuple[ActId, Row] | None:
        """Return the newest act after the one that this is built on that changed a row, and the row as it was then."""
        if self._built_on is None:
            return None
        rest = "WHERE act > ? AND act < ? AND table_name = ? AND row = ? ORDER BY id"
        query = statements.select("journal", ("act", "before"), rest)
        found = self._db.execute(query, (self._built_on, self.act, table, str(key))).fetchall()
        return (ActId(found[-1][0]), _row(found[0][1]) or {}) if found else None

    def _stale(self, since: tuple[ActId, Row], row: tuple[str, Key], theirs: Row, ours: Row | None) -> StaleError:
        act, base = since
        versions = (tuple(changes_of(*row, base, version)) for version in (theirs, ours))
        return StaleError(JournalReading(self._db).act(act), *versions)

    def _put_back(self, act: ActId, table: str, key: Key, before: Row | None, after: Row | None) -> None:
        now = self.image(table, key)
        if not _still(after, now):
            raise CannotUndoError(act, "changed")
        if before is None:
            self.delete(table, key)
        elif now is None:
            self.insert(table, before)
        else:
            self.update(table, key, before)

    def _names(self, table: str) -> tuple[str, ...]:
        if table not in self._columns:
            # table_info leaves out generated columns, which cannot be written back.
            self._columns[table] = tuple(row[1] for row in self._db.execute(f'PRAGMA table_info("{table}")'))
        return self._columns[table]

    def _keep(self, table: str, before: Row | None, after: Row | None) -> None:
        row = after or before or {}
        key = _key(table, row)
        patient = row["id"] if table == "patients" else row.get("patient")
        self._db.execute(
            statements.insert("journal", ("act", "patient", "table_name", "row", "before", "after")),
            (self.act, patient, table, str(key), _text(before), _text(after)),
        )
        if patient is not None:
            self._patients.add(PatientId(str(patient)))
        if table == "visits":
            self._visits.add(VisitId(int(key)))
        self._unit = self._unit or table in _OF_THE_UNIT


def _key(table: str, row: Row) -> Key:
    key = row[key_of(table)]
    return key if isinstance(key, int) else str(key)


def _still(after: Row | None, now: Row | None) -> bool:
    """Tell whether a row is as an act left it. Columns that came with a later version do not count."""
    return now == after if after is None or now is None else all(now[name] == after[name] for name in after)


_TO_JSON = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def _text(row: Row | None) -> str | None:
    return None if row is None else _TO_JSON.encode(row)


def _row(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)
