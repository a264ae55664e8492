"""Hears each statement that SQLite runs, in the thread that runs it; what is connected before is not heard."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def traced(heard: Callable[[str], object]) -> Iterator[None]:
    """Let every connection that is made from now on tell of its statements."""
    connect: Callable[..., sqlite3.Connection] = sqlite3.connect

    def connected(*arguments: object, **named: object) -> sqlite3.Connection:
        connection = connect(*arguments, **named)
        connection.set_trace_callback(heard)
        return connection

    sqlite3.connect = connected  # type: ignore[assignment]
    try:
        yield
    finally:
        sqlite3.connect = connect  # type: ignore[assignment]
