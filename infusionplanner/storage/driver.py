"""The SQLite driver that sqlite-utils has chosen: the standard one, or an encrypted one put in its place beforehand.

Its exceptions are the ones to catch; those of another driver are other classes of the same names.
"""

from sqlite_utils.utils import sqlite3  # type: ignore[attr-defined] # re-exported there without being named

__all__ = ["sqlite3"]
