from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.operations import Changes, Operations
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import IconButton, button
from infusionplanner_ui.widgets.toast import Toast

Frame = Callable[..., MainWindow]
built: list[str] = []


@pytest.fixture(autouse=True)
def _forget() -> None:
    built.clear()


class PlainPage(Page):
    name = "I dag"

    def __init__(self, frame: MainWindow) -> None:
        super().__init__(frame)
        built.append(self.name)
        self.refreshed: list[Changes] = []
        self.opened: list[object] = []
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Felt")
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)
        self.note = ""
        self.retranslate()

    def title(self) -> str:
        return self.name

    def subtitle(self) -> str:
        return self.note

    def open(self, argument: object) -> None:
        self.opened.append(argument)

    def refresh(self, changes: Changes) -> None:
        self.refreshed.append(changes)


class WeekPage(PlainPage):
    name = "Uke"

    def navigation_widgets(self) -> list[QWidget]:
        return [IconButton("chevron-left", "Uka før")]

    def title_widgets(self) -> list[QWidget]:
        return [Badge("stengt", Tone.WARN)]

    def header_widgets(self) -> list[QWidget]:
        return [button("Skriv ut")]


class PatientPage(PlainPage):
    name = "Moen, Ingrid"


class SettingsPage(PlainPage):
    name = "Innstillinger"


def label(word: str) -> Callable[[], str]:
    return lambda: word


SPECS = (
    PageSpec("today", label("I dag"), PlainPage, "calendar-days"),
    PageSpec("week", label("Uke"), WeekPage, "calendar-range"),
    PageSpec("patient", label("Pasient"), PatientPage, rail=False, under="week"),
    PageSpec("settings", label("Innstillinger"), SettingsPage, "settings"),
)


def test_a_page_is_built_when_it_is_first_shown(make_frame: Frame) -> None:
    frame = make_frame(*SPECS, initial="today")
    assert built == ["I dag"]
    frame.show_page("week")
    frame.show_page("today")
    assert built == ["I dag", "Uke"]
    assert frame.windowTitle() == "I dag · InfusionPlanner"


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_1, "today"), (Qt.Key.Key_2, "week")])
def test_control_and_a_figure_show_a_page(make_frame: Frame, qtbot: QtBot, key: Qt.Key, page: str) -> None:
    frame = make_frame(*SPECS, initial="settings")
    qtbot.keyClick(frame, key, Qt.KeyboardModifier.ControlModifier)
    assert frame.current_key == page


def test_the_page_has_the_focus_when_it_is_shown(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="today")
    frame.show_page("week")
    page = frame.page("week")
    assert isinstance(page, WeekPage)
    qtbot.waitUntil(page.field.hasFocus)


def test_a_page_without_an_entry_marks_the_one_it_belongs_to(make_frame: Frame) -> None:
    frame = make_frame(*SPECS, initial="today")
    frame.show_page("patient", "p-1")
    entries = {entry.text(): entry.isChecked() for entry in frame.findChildren(QPushButton) if entry.isCheckable()}
    assert entries == {"I dag": False, "Uke": True, "Innstillinger": False}
    page = frame.page("patient")
    assert isinstance(page, PatientPage)
    assert page.opened == ["p-1"]


def test_the_header_shows_what_the_page_gives(make_frame: Frame) -> None:
    frame = make_frame(*SPECS, initial="week")
    page = frame.page("week")
    assert isinstance(page, WeekPage)
    page.note = "21.–27. desember 2026"
    page.header_changed.emit()
    header = frame.header("week")
    assert header.titles == ("Uke", "21.–27. desember 2026")
    assert page.accessibleName() == "Uke"
    assert [found.text() for found in header.findChildren(QPushButton)] == ["Skriv ut"]
    assert [found.text for found in header.findChildren(Badge)] == ["stengt"]


def test_back_goes_the_way_one_came(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="today")
    frame.show_page("patient", "p-1")
    frame.show_page("patient", "p-2")
    qtbot.keyClick(frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    page = frame.page("patient")
    assert isinstance(page, PatientPage)
    assert (frame.current_key, page.opened) == ("patient", ["p-1", "p-2", "p-1"])
    frame.back()
    assert frame.current_key == "today"
    frame.back()
    assert frame.current_key == "today"


def test_a_hidden_page_catches_up_when_it_is_shown(make_frame: Frame, operations: Operations) -> None:
    frame = make_frame(*SPECS, initial="today")
    frame.show_page("week")
    today, week = frame.page("today"), frame.page("week")
    assert isinstance(today, PlainPage)
    assert isinstance(week, WeekPage)
    operations.changed.emit(Changes.of_patient("a"))
    operations.changed.emit(Changes.of_patient("b"))
    assert week.refreshed == [Changes.all(), Changes.of_patient("a"), Changes.of_patient("b")]
    assert today.refreshed == [Changes.all()]
    frame.show_page("today")
    assert today.refreshed == [Changes.all(), Changes(patients=frozenset({"a", "b"}), visits=True)]
    frame.show_page("week")
    assert len(week.refreshed) == 3


def test_shield_shows_initials_everywhere(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="today")
    page = frame.page("today")
    assert isinstance(page, PlainPage)
    assert frame.shown_name("Moen, Ingrid") == "Moen, Ingrid"
    with qtbot.waitSignal(frame.shield_changed) as told:
        qtbot.keyClick(frame, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [True]
    assert frame.shown_name("Moen, Ingrid") == "I.M."
    assert page.refreshed[-1] == Changes.all()
    shield = frame.header("today").shield
    assert (shield.isChecked(), shield.accessibleName()) == (True, "Vis navn (Ctrl+Shift+H)")
    qtbot.mouseClick(shield, Qt.MouseButton.LeftButton)
    assert not frame.shielded
    frame.set_shielded(False)
    assert not frame.shielded


def test_keys_that_work_everywhere(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="today")
    control = Qt.KeyboardModifier.ControlModifier
    for key, modifier, signal in (
        (Qt.Key.Key_L, control, frame.lock_requested),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, frame.keys_requested),
        (Qt.Key.Key_Y, control, frame.redo_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(frame, key, modifier)
    frame.setFocus()
    with qtbot.waitSignal(frame.undo_requested):
        qtbot.keyClick(frame, Qt.Key.Key_Z, control)


def test_control_k_leads_to_the_search_and_escape_back(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="today")
    page = frame.page("today")
    assert isinstance(page, PlainPage)
    qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    field = frame.header("today").search
    qtbot.waitUntil(field.edit.hasFocus)
    with qtbot.waitSignal(frame.search_requested) as told:
        qtbot.keyClick(field.edit, Qt.Key.Key_M)
    assert told.args == ["m"]
    with qtbot.waitSignal(frame.search_moved) as told:
        qtbot.keyClick(field.edit, Qt.Key.Key_Down)
    assert told.args == [1]
    with qtbot.waitSignal(frame.search_accepted):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    with qtbot.waitSignal(frame.search_left):
        qtbot.keyClick(field.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.field.hasFocus)


def test_counts_stand_beside_the_entries(make_frame: Frame) -> None:
    frame = make_frame(*SPECS, initial="today")
    frame.set_count("today", 14)
    frame.set_count("week", 9, urgent=True)
    entries = {entry.text(): entry.accessibleName() for entry in frame.findChildren(QPushButton) if entry.isCheckable()}
    assert entries == {"I dag": "I dag 14", "Uke": "Uke 9", "Innstillinger": "Innstillinger"}
    frame.set_count("today", 0)
    assert "I dag" in {entry.accessibleName() for entry in frame.findChildren(QPushButton)}


def test_the_rail_is_walked_by_keys_and_clicked(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="today")
    entries = [entry for entry in frame.findChildren(QPushButton) if entry.property("kind") == "rail"]
    assert [entry.text() for entry in entries] == ["I dag", "Uke", "Innstillinger", "A. Dahl"]
    entries[0].setFocus()
    qtbot.keyClick(entries[0], Qt.Key.Key_Down)
    assert entries[1].hasFocus()
    qtbot.keyClick(entries[1], Qt.Key.Key_Up)
    assert entries[0].hasFocus()
    qtbot.mouseClick(entries[1], Qt.MouseButton.LeftButton)
    assert frame.current_key == "week"
    with qtbot.waitSignal(frame.lock_requested):
        qtbot.mouseClick(entries[3], Qt.MouseButton.LeftButton)


def test_toast_says_what_was_done_and_takes_it_back(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="today")
    undone: list[bool] = []
    frame.toast("Dose 4 registrert", undo=lambda: undone.append(True), tone=Tone.OK)
    toast = frame.findChild(Toast)
    assert (frame.toast_text, toast.isVisible()) == ("Dose 4 registrert", True)
    back = toast.findChild(QPushButton)
    assert back.text() == "Angre"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert frame.toast_text == ""


def test_a_long_toast_stays_inside_the_window(make_frame: Frame) -> None:
    frame = make_frame(*SPECS, initial="today")
    frame.toast("Svært lang melding " * 40)
    toast = frame.findChild(Toast)
    assert frame.rect().contains(toast.geometry())
    frame.resize(1100, 700)
    QCoreApplication.processEvents()
    assert frame.rect().contains(toast.geometry())


@pytest.mark.parametrize(
    ("size", "left", "panel"), [((1366, 738), 224, 982), ((1093, 582), 70, 723), ((960, 540), 70, 626)]
)
@pytest.mark.parametrize("words", ["Dose 4 registrert", "Svært lang melding " * 20])
def test_a_toast_stands_at_the_left_and_never_over_a_panel(
    make_frame: Frame, size: tuple[int, int], left: int, panel: int, words: str
) -> None:
    frame = make_frame(*SPECS, initial="today")
    frame.resize(*size)
    QCoreApplication.processEvents()
    frame.toast(words, undo=lambda: None)
    toast = frame.findChild(Toast)
    assert toast.geometry().left() == left
    assert toast.geometry().right() < panel
    assert frame.rect().contains(toast.geometry())


def test_an_error_is_shown_as_a_sentence(make_frame: Frame, operations: Operations) -> None:
    frame = make_frame(*SPECS, initial="today")
    operations.failed.emit(ValueError("Patient p-1 is locked by another user."))
    assert frame.toast_text == "Patient p-1 is locked by another user."
    operations.failed.emit(ValueError())
    assert frame.toast_text == "Dette gikk ikke."


def test_status_line_is_there_only_when_there_is_something_to_say(make_frame: Frame) -> None:
    frame = make_frame(*SPECS, initial="today")
    status = frame.findChild(QWidget, "status")
    assert not status.isVisible()
    frame.set_status("Lagret 09.49", Tone.OK, "Sikkerhetskopi kl. 06.00")
    assert (status.isVisible(), status.accessibleName()) == (True, "Lagret 09.49 · Sikkerhetskopi kl. 06.00")


def test_language_is_switched_live(make_frame: Frame, qapp: Application) -> None:
    words = {"nb": "I dag", "en": "Today"}
    spec = PageSpec("today", lambda: words[qapp.language], PlainPage)
    frame = make_frame(spec, initial="today", user="")
    entries = [entry for entry in frame.findChildren(QPushButton) if entry.property("kind") == "rail"]
    assert [entry.text() for entry in entries] == ["I dag", "Lås"]
    qapp.set_language("en")
    QCoreApplication.processEvents()
    assert [entry.text() for entry in entries] == ["Today", "Lock"]
    assert frame.header("today").search.edit.placeholderText() == "Find patient or command"
