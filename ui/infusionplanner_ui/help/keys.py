"""F1: all keys of the program, by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.panels.acts.table import ACTS
from infusionplanner_ui.shell.overlay import Overlay
from infusionplanner_ui.widgets.badge import KeyCap
from infusionplanner_ui.widgets.buttons import IconButton, button
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QMainWindow

_WIDTH = 1048
_KEY_WIDTH = 92

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Group:
    """The keys of one page, each with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


def columns() -> tuple[tuple[Group, ...], ...]:
    """Return all keys in the language of the windows, as they stand beside and below each other."""
    return (
        (_everywhere(), _panels(), _settings()),
        (_today(), _week(), _capacity()),
        (_patients(), _patient(), _home(), _tasks()),
    )


def _everywhere() -> Group:
    return Group(
        translate("Keys", "Everywhere"),
        (
            ("Ctrl 1–6", translate("Keys", "Change page")),
            ("Ctrl K", translate("Keys", "Find patient or command")),
            ("Ctrl Z", translate("Keys", "Undo")),
            ("Ctrl Y", translate("Keys", "Redo")),
            ("Ctrl ⇧ H", translate("Keys", "Hide or show names")),
            ("Ctrl L", translate("Keys", "Lock the screen")),
            ("Alt ←", translate("Keys", "Back to the page before")),
            ("F1", translate("Keys", "These keys")),
        ),
    )


def _panels() -> Group:
    return Group(
        translate("Keys", "In a panel"),
        (
            ("Enter", translate("Keys", "Do it")),
            ("Ctrl Enter", translate("Keys", "Do it, from a note too")),
            ("Esc", translate("Keys", "Close without doing it")),
            ("↑ ↓", translate("Keys", "A day on or back in a date")),
            ("F4", translate("Keys", "Calendar of a date")),
            ("← →", translate("Keys", "Change a choice")),
        ),
    )


def _today() -> Group:
    return Group(
        translate("Keys", "Today"),
        (
            ("← → ↑ ↓", translate("Keys", "Choose a visit")),
            ("Enter", translate("Keys", "The next step of the visit")),
            ("Tab", translate("Keys", "Into the panel of the visit")),
        ),
    )


def _week() -> Group:
    return Group(
        translate("Keys", "Week"),
        (
            ("← → ↑ ↓", translate("Keys", "Choose a visit")),
            ("Enter", translate("Keys", "Open the patient")),
            ("M", translate("Keys", "Pick the visit up")),
            ("← → ↑ ↓", translate("Keys", "Carry it: place, time")),
            ("Ctrl ← →", translate("Keys", "Carry it to another day")),
            ("⇧ ↑ ↓", translate("Keys", "Carry it by an hour")),
            ("N", translate("Keys", "Book a next dose")),
            ("P", translate("Keys", "Print the week")),
            ("PgUp PgDn", translate("Keys", "Week before, week after")),
            ("Home", translate("Keys", "This week")),
        ),
    )


def _capacity() -> Group:
    return Group(
        translate("Keys", "Capacity"),
        (
            ("← → ↑ ↓", translate("Keys", "Choose a day")),
            ("Enter", translate("Keys", "Open the day in the week")),
        ),
    )


def _patients() -> Group:
    return Group(
        translate("Keys", "Patients"),
        (
            ("A–Å 0–9", translate("Keys", "Search as you type")),
            ("↑ ↓", translate("Keys", "Choose a patient")),
            ("Enter", translate("Keys", "Open the patient")),
        ),
    )


def _patient() -> Group:
    return Group(
        translate("Keys", "A patient"),
        (
            *((spec.key.replace("+", " "), spec.title) for spec in ACTS if spec.key),
            (translate("Keys", "Space"), translate("Keys", "Why? on a line of the plan")),
            ("Enter", translate("Keys", "Open the line")),
        ),
    )


def _home() -> Group:
    return Group(
        translate("Keys", "Home treatment"),
        (
            ("R", translate("Keys", "Telephone form of the patient")),
            ("O", translate("Keys", "Open the patient")),
            ("1 … 5", translate("Keys", "Another list")),
        ),
    )


def _tasks() -> Group:
    return Group(
        translate("Keys", "Tasks"),
        (
            ("Enter", translate("Keys", "Do the next thing")),
            ("T", translate("Keys", "Take the task, or give it back")),
            ("O", translate("Keys", "Open the patient")),
        ),
    )


def _settings() -> Group:
    return Group(
        translate("Keys", "Settings"),
        (
            ("↑ ↓", translate("Keys", "Choose a section or a line")),
            ("Enter", translate("Keys", "Change the line")),
            ("Del", translate("Keys", "Take the line away")),
        ),
    )


class KeysHelp(Overlay):
    """The keys on one card over the window. F1, Esc or a press beside it takes it away."""

    tour_requested = Signal()

    def __init__(self, frame: QMainWindow) -> None:
        super().__init__(frame)
        self._card = QFrame(self)
        set_kind(self._card, "card")
        self._card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._card.setMaximumWidth(_WIDTH)
        self._title = text_label("", "heading")
        self._tour = button("", icon="eye")
        self._close = IconButton("x", kind="quiet")
        head = QHBoxLayout()
        head.setContentsMargins(space(6), space(3), space(4), 0)
        head.setSpacing(space(2))
        head.addWidget(self._title, 1)
        head.addWidget(self._tour)
        head.addWidget(self._close)
        self._content = QWidget()
        self._columns = QHBoxLayout(self._content)
        self._columns.setContentsMargins(space(6), space(2), space(6), space(5))
        self._columns.setSpacing(space(8))
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(head)
        self.area = scrolled(self._content)
        inside.addWidget(self.area, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(8), space(6), space(8), space(6))
        # Stretches on all sides keep the card in the middle, as large as it may be.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 1000)
        middle.addStretch(1)
        outer.addStretch(1)
        outer.addLayout(middle, 1000)
        outer.addStretch(1)
        self._close.clicked.connect(self.leave)
        self._tour.clicked.connect(self._ask_for_tour)

    def toggle(self) -> None:
        """Show the keys, or take them away."""
        if self.isVisible():
            self.leave()
            return
        self._fill()
        self.open()

    def first_field(self) -> QWidget | None:
        """Return None: the sheet itself takes the keys."""
        return None

    def _ask_for_tour(self) -> None:
        self.leave()
        self.tour_requested.emit()

    def _fill(self) -> None:
        """Write everything in the language of the windows."""
        self.setAccessibleName(self.tr("Keys"))
        self._title.setText(self.tr("Keys"))
        self._tour.setText(self.tr("Show me round"))
        self._close.set_name(self.tr("Close (Esc)"))
        while (item := self._columns.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for groups in columns():
            self._columns.addWidget(_column(groups), 1, Qt.AlignmentFlag.AlignTop)
        self._columns.activate()
        high = self._columns.heightForWidth(_WIDTH) if self._columns.hasHeightForWidth() else 0
        self._card.setMaximumHeight(space(14) + max(high, self._columns.sizeHint().height()))

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that the card says, for whoever looks for a key."""
        return tuple(f"{keys}: {what}" for groups in columns() for group in groups for keys, what in group.keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, scroll with the arrows; let no other key through to the window."""
        bar = self.area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        bar.setValue(bar.value() + steps.get(Qt.Key(event.key()), 0))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave with a press beside the card."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.leave()

    def changeEvent(self, event: QEvent) -> None:
        """Write everything anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self._fill()
        super().changeEvent(event)


def _column(groups: tuple[Group, ...]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(space(3))
    grid.setVerticalSpacing(space(1.5))
    grid.setColumnMinimumWidth(0, _KEY_WIDTH)
    grid.setColumnStretch(1, 1)
    line = 0
    for group in groups:
        if line:
            grid.setRowMinimumHeight(line, space(3))
            line += 1
        heading = text_label(group.title.upper(), "section")
        heading.setAccessibleName(group.title)
        grid.addWidget(heading, line, 0, 1, 2)
        for keys, what in group.keys:
            line += 1
            grid.addWidget(KeyCap(keys), line, 0, Qt.AlignmentFlag.AlignLeft)
            words = text_label(what, "secondary", wrap=True)
            words.setAccessibleName(f"{keys}: {what}")
            grid.addWidget(words, line, 1)
        line += 1
    return holder
