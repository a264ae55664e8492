"""The program as a whole: opening, signing in, counting, undoing, ringing, saving, and what happens when it cannot."""

import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from demo_wards import MORNING
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infusionplanner.application.acts.booking import book_visit
from infusionplanner.application.acts.checklists import answer_checklist
from infusionplanner.application.acts.patients import edit_patient
from infusionplanner.application.records import PatientId
from infusionplanner.clock import FixedClock, ShiftedClock
from infusionplanner.storage import open_store
from infusionplanner_ui.launch import Windows, main, window_options
from infusionplanner_ui.pages.today.page import TodayPage
from infusionplanner_ui.shell import desktop as program
from infusionplanner_ui.shell.demo import clock_of, make_demo_unit, next_open_day
from infusionplanner_ui.shell.desktop import Desktop, open_window
from infusionplanner_ui.shell.faults import Faults
from infusionplanner_ui.shell.pages import OPENING, WELCOME, OpeningPage
from infusionplanner_ui.shell.preferences import Preferences
from infusionplanner_ui.widgets.boards.board_data import Look

TODAY = MORNING.date()
MOEN = PatientId("demo-0001")


@contextmanager
def _program(folder: Path) -> Iterator[Desktop]:
    made = Desktop(Preferences(folder / "preferences.json"))
    try:
        made.show()
        yield made
    finally:
        made.close()
        made.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path) -> Iterator[Desktop]:
    with _program(tmp_path) as made:
        yield made
    qapp.processEvents()


@pytest.fixture
def opened(desktop: Desktop, demo_database: Path, tmp_path: Path, demo_clock: FixedClock) -> Desktop:
    path = tmp_path / "unit.db"
    path.write_bytes(demo_database.read_bytes())
    desktop.open(path, demo_clock)
    assert desktop.operations.wait()
    return desktop


def _status(desktop: Desktop) -> str:
    return desktop.frame._status.accessibleName()


def test_the_window_is_there_before_the_unit(desktop: Desktop) -> None:
    assert desktop.frame.isVisible()
    assert desktop.frame.current_key == OPENING
    assert not desktop.ward.is_open
    for act in (desktop.undo, desktop.redo, desktop.lock):
        act()
    assert desktop.frame.toast_text == ""


def test_a_unit_opens_on_today_with_counts_and_state(opened: Desktop) -> None:
    assert opened.frame.current_key == "today"
    rail = opened.frame._rail
    assert (rail.button("today").count_text, rail.button("tasks").count_text) == ("15", "15")
    assert rail.button("user").text() == "Sykepleier A. Dahl"
    assert _status(opened) == "Lagret · sist endret 09.50 av AD · sikkerhetskopi tatt i dag"


def test_an_act_is_told_undone_and_done_again(opened: Desktop) -> None:
    before = opened.ward.patient(MOEN).course.checklists
    opened.ward.act(lambda desk: answer_checklist(desk, MOEN, TODAY, ("vaccine",)))
    opened.operations.wait()
    assert opened.ward.patient(MOEN).course.checklists != before
    assert opened.frame.toast_text == "Sjekkliste lagret · Moen, Ingrid"
    opened.frame.undo_requested.emit()
    opened.operations.wait()
    assert opened.frame.toast_text == "Angret: Sjekkliste lagret · Moen, Ingrid"
    assert opened.ward.patient(MOEN).course.checklists == before
    opened.frame.redo_requested.emit()
    opened.operations.wait()
    assert opened.frame.toast_text == "Gjort på nytt: Sjekkliste lagret · Moen, Ingrid"
    opened.frame.redo_requested.emit()
    opened.operations.wait()
    assert opened.frame.toast_text == "Det er ingenting å gjøre på nytt."


def test_the_toast_follows_the_shield(opened: Desktop) -> None:
    opened.frame.set_shielded(shielded=True)
    opened.ward.act(lambda desk: answer_checklist(desk, MOEN, TODAY, ("vaccine",)))
    opened.operations.wait()
    assert opened.frame.toast_text == "Sjekkliste lagret · I.M."


def test_counts_follow_what_is_done(opened: Desktop) -> None:
    nordli = PatientId("demo-0002")
    opened.ward.act(lambda desk: book_visit(desk, nordli, TODAY, datetime(2026, 11, 23, 13).time()))
    opened.operations.wait()
    assert opened.frame._rail.button("today").count_text == "16"


def test_an_error_of_an_act_is_said_in_our_words(opened: Desktop) -> None:
    opened.ward.act(lambda desk: book_visit(desk, MOEN, date(2026, 12, 25)))
    opened.operations.wait()
    assert opened.frame.toast_text == "Enheten er stengt fr. 25.12. Velg en åpen dag."


def test_an_observation_rings_once(opened: Desktop, demo_clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append("beep"))
    monkeypatch.setattr(QApplication, "alert", lambda _: rung.append("alert"))
    watch = opened._watch
    assert watch is not None
    watch.look()
    assert rung == []
    demo_clock.set(datetime(2026, 11, 23, 10, 12))
    watch.look()
    watch.look()
    assert rung == ["beep", "alert"]
    assert opened.frame.toast_text == "Observasjonen er over: Strand, Emil · stol 3"
    assert opened.frame._rail.button("today").count_text == "1"
    page = opened.frame.page("today")
    assert isinstance(page, TodayPage)
    page.tick()
    assert page.day is not None
    over = [block for block in page.day.board.visits if block.look is Look.OVER]
    assert [(block.name, block.spoken, block.detail.partition(" ·")[0]) for block in over] == [
        ("Strand, Emil", "observasjon over", "over")
    ]
    assert page.day.summary().startswith("1 over · ")
    page.board.select(None)
    opened.frame._toast._button.click()
    assert page.board.selected_key == over[0].key
    assert page.panel._state.text == "Over · stol 3"


def test_what_another_program_kept_is_shown_soon(opened: Desktop, tmp_path: Path) -> None:
    opened.ward.act(lambda desk: answer_checklist(desk, MOEN, TODAY, ("vaccine",)))
    assert opened.operations.wait()
    mine = opened.ward.overview
    watch = opened._watch
    assert watch is not None
    for _ in range(5):
        watch.look()
    assert opened.operations.wait()
    assert opened.ward.overview is mine
    with closing(open_store(tmp_path / "unit.db")) as other:
        elsewhere = replace(opened.ward.desk.signed("MS"), store=other)
        edit_patient(elsewhere, mine.patients[MOEN], replace(mine.patients[MOEN], phone="911 11 111"))
    for _ in range(5):
        watch.look()
    assert opened.operations.wait()
    assert opened.ward.patient(MOEN).phone == "911 11 111"


def test_midnight_begins_a_new_day_and_a_new_backup(opened: Desktop, demo_clock: FixedClock, tmp_path: Path) -> None:
    demo_clock.advance(timedelta(days=1))
    assert opened._watch is not None
    opened._watch.look()
    opened.operations.wait()
    assert opened.ward.today == date(2026, 11, 24)
    assert opened.frame.page("today").title() == "Tirsdag 24. november"
    opened.operations.wait()
    names = sorted(file.name for file in (tmp_path / "backup").iterdir())
    assert names == ["unit.2026-11-23.db", "unit.2026-11-24.db"]


def test_a_backup_that_cannot_be_made_is_always_visible(
    desktop: Desktop, demo_database: Path, tmp_path: Path, demo_clock: FixedClock
) -> None:
    path = tmp_path / "unit.db"
    path.write_bytes(demo_database.read_bytes())
    (tmp_path / "backup").touch()
    desktop.open(path, demo_clock)
    desktop.operations.wait()
    said = "Databasen kan ikke nås. Kontroller at mappen finnes og at disken er tilkoblet."
    assert (
        _status(desktop)
        == f"Lagret, ingen sikkerhetskopi · Sikkerhetskopien mislyktes: {said} · sist endret 09.50 av AD"
    )


def test_a_unit_that_cannot_be_opened_is_tried_again(desktop: Desktop, demo_database: Path, tmp_path: Path) -> None:
    path = tmp_path / "unit.db"
    path.write_text("not a database at all, but long enough to be taken for one" * 40)
    desktop.open(path, FixedClock(MORNING))
    desktop.operations.wait()
    page = desktop.frame.page(OPENING)
    assert isinstance(page, OpeningPage)
    assert desktop.frame.current_key == OPENING
    assert page.title() == "Enheten er ikke åpnet"
    assert "Filen unit.db er ingen database" in page._problem
    path.write_bytes(demo_database.read_bytes())
    page.state.chosen.emit("again")
    desktop.operations.wait()
    assert desktop.frame.current_key == "today"


def test_an_empty_unit_offers_the_ways_on_and_the_demo(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "data_folder", lambda: tmp_path / "data")
    desktop.open(tmp_path / "empty.db", FixedClock(MORNING))
    desktop.operations.wait()
    assert desktop.frame.current_key == WELCOME
    desktop.open_demo()
    while desktop.operations.busy:
        desktop.operations.wait()
    assert desktop.frame.current_key == "today"
    assert desktop.in_demo
    assert _status(desktop).endswith("Demoenhet: alle pasienter er oppdiktet")
    assert (tmp_path / "data" / "demo.db").exists()
    assert not (tmp_path / "data" / "backup").exists()


def test_the_user_and_the_state_follow_the_language(opened: Desktop, qtbot: QtBot) -> None:
    opened.looks.set_language("en")
    qtbot.waitUntil(lambda: opened.frame._rail.button("user").text() == "Nurse A. Dahl")
    qtbot.waitUntil(lambda: _status(opened) == "Saved · last change 09:50 by AD · backup of today")
    assert opened.frame.page("today").title() == "Monday 23 November"
    opened.looks.set_language("nb")


def test_the_language_is_switched_after_the_unit_is_closed(opened: Desktop) -> None:
    patient = next(iter(opened.ward.overview.patients))
    for page, argument in (("patients", None), ("patient", patient), ("week", None), ("home", None), ("tasks", None)):
        opened.frame.show_page(page, argument)
    assert opened.operations.wait()
    opened.frame.hide()
    opened.ward.close()
    opened.looks.set_language("en")
    assert opened.frame.page("patients").title() == "Patients"
    opened.looks.set_language("nb")


def test_what_was_liked_is_kept(opened: Desktop, tmp_path: Path) -> None:
    opened.frame.resize(1200, 700)
    opened.frame.close()
    kept = Preferences(tmp_path / "preferences.json")
    assert kept.who == "AD"
    assert not kept.geometry.isEmpty()


def test_faults_end_in_a_sentence_and_a_log(tmp_path: Path, qtbot: QtBot) -> None:
    faults = Faults(tmp_path / "log")
    faults.install()
    try:
        with qtbot.waitSignal(faults.happened):
            sys.excepthook(ZeroDivisionError, ZeroDivisionError("division by zero"), None)

        def fail() -> None:
            message = "in a thread"
            raise ValueError(message)

        with qtbot.waitSignal(faults.happened):
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    finally:
        faults.uninstall()
    written = faults.path.read_text(encoding="utf-8")
    assert "ZeroDivisionError: division by zero" in written
    assert "ValueError: in a thread" in written
    assert sys.excepthook is sys.__excepthook__


def test_a_log_that_cannot_be_written_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    faults = Faults(tmp_path / "file" / "log")
    faults.record(ValueError("x"))
    faults.uninstall()
    assert not faults.path.exists()


def test_stopping_the_program_by_hand_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faults = Faults(tmp_path)
    faults._caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert not faults.path.exists()


def test_the_clock_of_the_window() -> None:
    assert clock_of(None, demo=True) is None
    demo = clock_of(date(2026, 11, 23), demo=True)
    assert isinstance(demo, ShiftedClock)
    assert abs(demo.now() - datetime(2026, 11, 23, 9, 50)) < timedelta(minutes=1)
    assert clock_of(date(2026, 11, 23), demo=False).today() == date(2026, 11, 23)  # type: ignore[union-attr]


def test_the_demo_is_made_anew_on_an_open_day(tmp_path: Path) -> None:
    assert next_open_day(date(2026, 12, 24)) == date(2026, 12, 28)
    for _ in range(2):
        made = make_demo_unit(tmp_path, date(2026, 11, 22))
        assert made.clock.today() == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ((), {}),
        (("--db", "unit.db"), {"--db": "unit.db"}),
        (("--db=unit.db", "--on", "2026-11-23"), {"--db": "unit.db", "--on": "2026-11-23"}),
        (("--on", "20261123"), None),
        (("--on", "1850-01-01"), None),
        (("--on", "soon"), None),
        (("--db",), None),
        (("due", "--db", "unit.db"), None),
        (("--help",), None),
    ],
)
def test_only_right_options_open_the_window(arguments: tuple[str, ...], options: dict[str, str] | None) -> None:
    assert window_options(arguments) == options


def test_a_wrong_option_is_told_by_the_commands(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["infusionplanner", "--on", "soon"])
    with pytest.raises(SystemExit):
        main()
    assert "'soon' is not a date" in capsys.readouterr().err


class _Closer(QObject):
    """Closes the program as soon as its unit is open."""

    def look(self) -> None:
        for widget in QApplication.topLevelWidgets():
            current = getattr(widget, "current_key", None)
            if current == "today":
                QApplication.exit(7)


@pytest.mark.parametrize("way", ["launch", "drawing"])
def test_the_program_starts_opens_and_ends(
    way: str, demo_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    path = tmp_path / "unit.db"
    path.write_bytes(demo_database.read_bytes())
    monkeypatch.setattr(program, "Preferences", partial(Preferences, tmp_path / "preferences.json"))
    monkeypatch.setattr(program, "data_folder", lambda: tmp_path)
    closer = _Closer()
    timer = closer.startTimer(20)
    closer.timerEvent = lambda _: closer.look()  # type: ignore[method-assign]
    if way == "launch":
        monkeypatch.setattr(sys, "argv", ["infusionplanner", "--db", str(path), "--on", "2026-11-23"])
        assert main() == 7
    else:
        assert Windows().window(path, on=date(2026, 11, 23), demo=True) == 7
    closer.killTimer(timer)
    assert (tmp_path / "preferences.json").exists()
    assert sys.excepthook is sys.__excepthook__
    del qtbot


def test_open_window_is_what_the_drawing_opens() -> None:
    assert program.open_window is open_window
