"""The migrations: numbered, never edited once released, each run once in the order of this file."""

from sqlite_utils import Database, Migrations

from infusionplanner.storage import later_tables, remade_tables, tables

MIGRATIONS = Migrations("infusionplanner")

APPLICATION_ID = 0x49504C4E
"""``IPLN``: marks the file as ours, so that no other program's database is touched."""


@MIGRATIONS()
def m001_first_tables(db: Database) -> None:
    """Make all tables of the first version."""
    for part in (
        tables.UNIT,
        tables.PATIENTS,
        tables.TREATMENT,
        tables.HOME,
        tables.CONTROLS,
        tables.VISITS,
        tables.WORK,
        tables.CALENDAR,
        tables.JOURNAL,
    ):
        db.executescript(part)
    for table in tables.OF_A_PATIENT:
        db.execute(f"CREATE INDEX {table}_by_patient ON {table} (patient)")
    for event in ("INSERT", "UPDATE"):
        db.execute(tables.ONE_VISIT_PER_PLACE.format(event=event))
    for table in ("acts", "journal"):
        for event in ("UPDATE", "DELETE"):
            db.execute(tables.ONLY_GROWS.format(table=table, event=event))


@MIGRATIONS()
def m002_who_was_told_and_where_from(db: Database) -> None:
    """Keep of a dose which doctor was told of its reaction, and where it was given and known from when not here."""
    for column in ("told", "hospital", "source"):
        db.execute(f"ALTER TABLE dose_details ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")


@MIGRATIONS()
def m003_codes_as_data(db: Database) -> None:
    """Let codes be data, give acts a key, roles and a session, and leave out what only SQLite knows."""
    remade_tables.upgrade(db)


@MIGRATIONS()
def m004_facts_of_the_rules(db: Database) -> None:
    """Keep what the rules have come to ask for: events, decisions, earlier courses, and single values."""
    for statement in later_tables.FACTS_OF_THE_RULES:
        db.execute(statement)
