"""Wiring: a desk at a file, with the machine's clock and the built-in protocols; heavy imports only then."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from infusionplanner.application.store_errors import StoreMissingError
from infusionplanner.bootstrap import default_database, open_desk, read_patient_files
from infusionplanner.clock import FixedClock, ShiftedClock, SystemClock


def test_a_desk_is_opened_at_a_file(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "unit.db", who="AD")
    assert "natalizumab" in desk.protocols
    assert isinstance(desk.clock, SystemClock)
    assert desk.protocol("natalizumab", desk.unit()) is desk.protocols["natalizumab"]
    desk.close()


def test_a_file_is_not_made_unless_asked_for(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError):
        open_desk(tmp_path / "unit.db", who="AD", create=False)


def test_the_default_database_lies_in_the_users_own_folder() -> None:
    path = default_database()
    assert path.name == "unit.db"
    assert "InfusionPlanner" in path.parts


def test_wiring_loads_nothing_heavy() -> None:
    heavy = "sqlite_utils", "icalendar", "platformdirs", "PySide6"
    code = f"import sys, infusionplanner.bootstrap; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"


class TestClock:
    """Local time is Oslo's, whatever the machine's zone."""

    def test_the_machines_clock_tells_local_and_utc(self) -> None:
        clock = SystemClock()
        before = clock.utc()
        local = clock.now()
        assert before.tzinfo is UTC
        assert before.microsecond == local.microsecond == 0
        assert local.tzinfo is None
        assert local - before.replace(tzinfo=None) in {timedelta(hours=1), timedelta(hours=2)} | {
            timedelta(hours=hours, seconds=1) for hours in (1, 2)
        }
        assert clock.today() in {local.date(), local.date() + timedelta(days=1)}

    @pytest.mark.parametrize(
        ("local", "utc"),
        [
            (datetime(2026, 11, 23, 8, 0), datetime(2026, 11, 23, 7, 0, tzinfo=UTC)),
            (datetime(2026, 7, 1, 8, 0), datetime(2026, 7, 1, 6, 0, tzinfo=UTC)),
            (datetime(2026, 7, 1, 0, 30), datetime(2026, 6, 30, 22, 30, tzinfo=UTC)),
        ],
    )
    def test_a_fixed_clock_stands_still_in_oslo(self, local: datetime, utc: datetime) -> None:
        clock = FixedClock(local)
        assert (clock.now(), clock.utc(), clock.today()) == (local, utc, local.date())

    def test_a_fixed_clock_moves_when_it_is_told(self) -> None:
        clock = FixedClock(datetime(2026, 11, 23, 23, 59, 59, 5))
        assert clock.now() == datetime(2026, 11, 23, 23, 59, 59)
        clock.advance(timedelta(minutes=1))
        assert clock.today() == date(2026, 11, 24)
        clock.set(datetime(2026, 1, 5))
        assert clock.now() == datetime(2026, 1, 5)

    def test_a_shifted_clock_goes_on_from_another_moment(self) -> None:
        machine = FixedClock(datetime(2026, 3, 1, 14, 0))
        clock = ShiftedClock.starting_at(datetime(2026, 11, 23, 9, 50), machine)
        assert (clock.now(), clock.today()) == (datetime(2026, 11, 23, 9, 50), date(2026, 11, 23))
        assert clock.utc() == datetime(2026, 11, 23, 8, 50, tzinfo=UTC)
        machine.advance(timedelta(hours=15))
        assert clock.today() == date(2026, 11, 24)
        assert abs(ShiftedClock.starting_at(datetime(2026, 1, 1)).now() - datetime(2026, 1, 1)) < timedelta(minutes=1)


def test_patient_files_are_read_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = [tmp_path / "b.json", tmp_path / "a.json"]
    for file in files:
        text = f'{{"format": "infusionplanner.patient/1", "id": "{file.stem}", "course": {{}}}}'
        file.write_text(text, encoding="utf-8")
    assert [patient.id for patient in read_patient_files(files, today=date(2026, 11, 23))] == ["b", "a"]
