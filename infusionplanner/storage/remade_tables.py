"""The tables made anew: codes are data, acts say who in which session, and nothing is SQLite's alone.

What the first version wrote stays as it is. A table is changed by making it anew beside the old one, with all its rows.
"""

import re

from sqlite_utils import Database

_CODES = re.compile(r"\s*CHECK \(\w+ IN \(\s*'[^)]*\)\)")
_SQLITE_ONLY = (
    (re.compile(r" CHECK \(gestational_age GLOB '[^']*'\)"), ""),
    (re.compile(r"row ANY NOT NULL"), "row TEXT NOT NULL"),
    (re.compile(r"\bstarts \+ minutes"), "60 * substr(time, 1, 2) + substr(time, 4, 2) + minutes"),
    (re.compile(r"\) VIRTUAL"), ") STORED"),
)

ACTS = """
CREATE TABLE "acts" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    who TEXT NOT NULL CHECK (who <> ''),
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    session TEXT NOT NULL,
    at TEXT NOT NULL,
    patient TEXT,
    undoes INTEGER REFERENCES acts (id),
    built_on INTEGER
) STRICT
"""
_OLD_ACT = {"key": "lower(hex(randomblob(16)))", "roles": "'[]'", "session": "''"}
"""What the acts of the first version did not know."""

_OTHER_INDEXES = {"journal_by_patient": "CREATE INDEX journal_by_patient ON journal (patient, act)"}


def upgrade(db: Database) -> None:
    """Make anew each table that is not as it is to be, with foreign keys off while it lasts."""
    kept = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    for kind, name, _ in kept:
        if kind == "trigger":
            db.execute(f'DROP TRIGGER "{name}"')
    for kind, name, sql in kept:
        if kind == "table" and not name.startswith(("sqlite_", "_sqlite")):
            made = ACTS if name == "acts" else portable(sql)
            if made != sql:
                _make_anew(db, name, made, _OLD_ACT if name == "acts" else {})
    for kind, name, sql in kept:
        if kind == "index":
            db.execute(f'DROP INDEX IF EXISTS "{name}"')
        if kind in {"index", "trigger"}:
            db.execute(_OTHER_INDEXES.get(name, sql))


def portable(sql: str) -> str:
    """Return the statement that makes a table, without lists of codes and without what only SQLite knows."""
    made = _CODES.sub("", sql)
    for pattern, other in _SQLITE_ONLY:
        made = pattern.sub(other, made)
    return made


def _make_anew(db: Database, name: str, sql: str, filled: dict[str, str]) -> None:
    """Make a table by another statement and give it all rows; ids that were used are never used again."""
    new = f"new_{name}"
    db.execute(re.sub(rf'CREATE TABLE "?{name}"?', f'CREATE TABLE "{new}"', sql, count=1))
    there = [row[1] for row in db.execute(f'PRAGMA table_info("{name}")')]
    columns = ", ".join(f'"{column}"' for column in (*there, *filled))
    values = ", ".join((*(f'"{column}"' for column in there), *filled.values()))
    db.execute(f'INSERT INTO "{new}" ({columns}) SELECT {values} FROM "{name}"')  # noqa: S608 - names of our own schema
    if "AUTOINCREMENT" in sql:
        db.execute("DELETE FROM sqlite_sequence WHERE name = ?", (new,))
        db.execute("INSERT INTO sqlite_sequence SELECT ?, seq FROM sqlite_sequence WHERE name = ?", (new, name))
    db.execute(f'DROP TABLE "{name}"')
    db.execute(f'ALTER TABLE "{new}" RENAME TO "{name}"')
