"""The facts in SQLite: the only package that knows of it."""

from infusionplanner.storage.store import SqliteStore, open_store

__all__ = ["SqliteStore", "open_store"]
