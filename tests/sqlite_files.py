"""What SQLite keeps in a file, looked at without the program."""

import sqlite3
from contextlib import closing
from pathlib import Path


def pragma(path: Path, name: str, value: object = None) -> object:
    """Read a value that SQLite keeps in the file, or set it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        if value is not None:
            connection.execute(f"PRAGMA {name} = {value}")
        return connection.execute(f"PRAGMA {name}").fetchone()[0]
