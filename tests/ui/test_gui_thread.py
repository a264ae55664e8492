"""A morning through every page, during which no window runs a statement; the fixture of all tests looks on."""

from pathlib import Path
from typing import Any

from gui_thread import statements_of_windows
from nurses import Nurse

from infusionplanner.bootstrap import open_desk
from infusionplanner.clock import FixedClock

PAGES = ("today", "week", "patients", "home", "tasks", "capacity", "settings")


def test_a_morning_through_every_page_runs_no_sql_on_the_gui_thread(nurse: Nurse) -> None:
    frame = nurse.desktop.frame
    for key in PAGES:
        frame.show_page(key)
        nurse.settle()
        assert frame.current_key == key
    for family in ("Moen", "Berg"):
        frame.show_page("patient", nurse.id_of(family))
        nurse.settle()
        assert nurse.page.title().startswith(family)
    frame.show_page("today")
    nurse.press("Down", "Up", "Enter", "Ctrl+Z", "Ctrl+Y", "Ctrl+Z")
    frame.show_page("week")
    nurse.press("PgDown", "PgUp", "N", "Esc", "M", "Esc")
    frame.show_page("tasks")
    nurse.press("Down", "T", "T")
    frame.show_page("home")
    nurse.press("2", "3", "4", "1", "Down", "R", "Esc")
    frame.show_page("patients")
    nurse.press("Down", "Enter")
    frame.set_shielded(True)
    nurse.settle()
    nurse.desktop.lock()
    nurse.settle()
    assert nurse.desktop.operations.wait()


def test_a_window_that_reads_itself_is_caught_and_a_test_is_not(tmp_path: Path, demo_clock: FixedClock) -> None:
    def read(store: Any) -> None:
        with store.reading() as reading:
            reading.users()

    window = type(read)(read.__code__, {"__name__": "infusionplanner_ui.pages.today.page"})
    with statements_of_windows() as found:
        desk = open_desk(tmp_path / "unit.db", who="AD", clock=demo_clock)
        read(desk.store)
        assert found == []
        window(desk.store)
        assert {line.split(":")[0] for line in found} == {"infusionplanner_ui.pages.today.page"}
        desk.close()
