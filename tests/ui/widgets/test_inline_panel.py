from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from infusionplanner_ui.widgets.inline_panel import InlinePanel

Show = Callable[..., None]


@pytest.fixture
def panel(show: Show) -> InlinePanel:
    panel = InlinePanel("Registrer dose")
    panel.set_buttons("Lagre", "Avbryt")
    panel.body.addWidget(QLineEdit())
    panel.body.addWidget(QPlainTextEdit())
    show(panel, 376, 500)
    return panel


def test_first_field_has_the_focus(panel: InlinePanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(panel.findChild(QLineEdit).hasFocus)


def test_escape_leaves(panel: InlinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.rejected):
        qtbot.keyClick(panel.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert panel.isVisible()


def test_enter_in_a_line_accepts_and_in_a_note_does_not(panel: InlinePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.accepted):
        qtbot.keyClick(panel.findChild(QLineEdit), Qt.Key.Key_Return)
    note = panel.findChild(QPlainTextEdit)
    note.setFocus()
    with qtbot.assertNotEmitted(panel.accepted):
        qtbot.keyClick(note, Qt.Key.Key_Return)
    assert note.toPlainText() == "\n"
    with qtbot.waitSignal(panel.accepted):
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_nothing_is_accepted_before_it_is_ready(panel: InlinePanel, qtbot: QtBot) -> None:
    panel.set_ready(False)
    with qtbot.assertNotEmitted(panel.accepted):
        qtbot.keyClick(panel.findChild(QLineEdit), Qt.Key.Key_Return)
    panel.set_ready(True)
    with qtbot.waitSignal(panel.accepted):
        qtbot.mouseClick(panel.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)


def test_buttons_without_a_name_are_hidden(panel: InlinePanel, qtbot: QtBot) -> None:
    panel.set_buttons("Lukk")
    assert [(button.text(), button.isVisible()) for button in panel.findChildren(QPushButton)] == [
        ("Lukk", True),
        ("", False),
    ]
    with qtbot.waitSignal(panel.rejected):
        qtbot.mouseClick(panel.findChild(QToolButton), Qt.MouseButton.LeftButton)


def test_an_error_stands_above_the_buttons_until_it_is_taken_away(panel: InlinePanel) -> None:
    assert panel.error_text == ""
    panel.show_error("Batchen FR4417 er utløpt 01.11.2026.")
    assert panel.error_text == "Batchen FR4417 er utløpt 01.11.2026."
    panel.clear_error()
    assert panel.error_text == ""


def test_close_button_and_panel_are_named(panel: InlinePanel) -> None:
    assert panel.accessibleName() == "Registrer dose"
    assert panel.findChild(QToolButton).accessibleName() == "Lukk (Esc)"
