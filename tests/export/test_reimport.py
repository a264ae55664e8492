"""What two real calendar programs make of a calendar that is handed out again: nothing twice, moved is moved.

khal imports files as a person does; Radicale is a server, given the whole calendar as an address that a telephone
syncs with. Both run as their own processes.
"""

import base64
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from calendars import NOW, PLAIN, uids, wanted

from infusionplanner.application.calendar.ledger import merge, withdraw_all
from infusionplanner.export.ics import calendar_bytes

KHAL = """[calendars]
[[patient]]
path = {folder}/events
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Oslo
default_timezone = Europe/Oslo
[default]
default_calendar = patient
[sqlite]
path = {folder}/khal.db
"""

RADICALE = """[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {folder}
[logging]
level = warning
"""

DAYS = [date(2026, 12, 14) + timedelta(28 * number) for number in range(8)]
MOVED = {DAYS[2]: date(2027, 2, 10)}
"""The third dose is moved by two days."""
CANCELLED = {DAYS[1]}
"""The second is cancelled by the ward."""
LEFT_OUT = {DAYS[5], DAYS[6]}
"""The sixth and the seventh are no longer planned."""

SECONDS_TO_START = 30


def _line(day: date, prefix: str = "") -> str:
    return f"{day} 18:00 {prefix}Behandling hjemme"


FIRST = [_line(day) for day in DAYS]
THIRD = [_line(MOVED.get(day, day), "Avlyst: " if day in CANCELLED | LEFT_OUT else "") for day in DAYS]
WITHDRAWN = [_line(MOVED.get(day, day), "Avlyst: ") for day in DAYS]


@pytest.fixture(scope="module")
def files() -> tuple[bytes, ...]:
    """Return eight doses; the same again; one moved, one cancelled and two left out; everything withdrawn."""
    doses = [wanted(f"dose:{12 + number}", day) for number, day in enumerate(DAYS)]
    first = merge((), doses, NOW, uids(), PLAIN)
    again = merge(first, doses, NOW + timedelta(days=1), uids(), PLAIN)
    standing = [replace(dose, on=MOVED.get(dose.on, dose.on)) for dose in doses if dose.on not in CANCELLED | LEFT_OUT]
    third = merge(again, standing, NOW + timedelta(days=2), uids(), PLAIN)
    nothing = withdraw_all(third, NOW + timedelta(days=3), PLAIN)
    return tuple(calendar_bytes(ledger, PLAIN) for ledger in (first, again, third, nothing))


EXPECTED = (FIRST, FIRST, THIRD, WITHDRAWN)


def _khal(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "khal", "-c", str(folder / "khal.conf"), *arguments]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def test_the_same_file_again_is_the_same_file(files: tuple[bytes, ...]) -> None:
    assert files[0] == files[1]


def test_khal_shows_nothing_twice_and_what_was_withdrawn(tmp_path: Path, files: tuple[bytes, ...]) -> None:
    (tmp_path / "events").mkdir()
    (tmp_path / "khal.conf").write_text(KHAL.format(folder=tmp_path), encoding="utf-8")
    for data, expected in zip(files, EXPECTED, strict=True):
        (tmp_path / "avtaler.ics").write_bytes(data)
        _khal(tmp_path, "import", "--batch", "-a", "patient", str(tmp_path / "avtaler.ics"))
        form = ("--format", "{start-long} {title}", "--day-format", "")
        shown = _khal(tmp_path, "list", "2026-12-01", "2027-12-01", *form)
        assert [line for line in shown.splitlines() if line] == expected


@contextmanager
def _radicale(folder: Path) -> Iterator[int]:
    """Run a server of its own on this machine alone, and give its port."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    (folder / "radicale.conf").write_text(RADICALE.format(port=port, folder=folder / "kept"), encoding="utf-8")
    command = [sys.executable, "-m", "radicale", "--config", str(folder / "radicale.conf")]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(server, port)
        yield port
    finally:
        server.terminate()
        server.wait(SECONDS_TO_START)


def _wait_for(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("Radicale did not start")


def _ask(port: int, method: str, body: bytes | None = None) -> tuple[int, str]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_START)) as line:
        signed = {"Authorization": "Basic " + base64.b64encode(b"u:p").decode(), "Content-Type": "text/calendar"}
        line.request(method, "/u/calendar/", body, signed)
        answer = line.getresponse()
        return answer.status, answer.read().decode()


def _shown(calendar: str) -> list[str]:
    """Return a calendar's events as ``day time title``."""
    shown = []
    for event in calendar.split("BEGIN:VEVENT")[1:]:
        named = dict(line.partition(":")[::2] for line in event.splitlines())
        start = named["DTSTART;TZID=Europe/Oslo"]
        shown.append(f"{start[:4]}-{start[4:6]}-{start[6:8]} {start[9:11]}:{start[11:13]} {named['SUMMARY']}")
    return sorted(shown)


def test_radicale_takes_every_version_and_keeps_what_was_withdrawn(tmp_path: Path, files: tuple[bytes, ...]) -> None:
    with _radicale(tmp_path) as port:
        for data, expected in zip(files, EXPECTED, strict=True):
            assert _ask(port, "PUT", data)[0] == 201
            status, calendar = _ask(port, "GET")
            assert (status, _shown(calendar)) == (200, expected)
