"""The lock: covers the window at once, and lets whoever comes back sign at the desk.

It hides the patients from those who pass by. It is no password: who may use the PC is for the PC to ask.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from infusionplanner.application.records import User
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.shell.overlay import Overlay
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.label import IconView, text_label
from infusionplanner_ui.words.people import PeopleModel, PersonDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from infusionplanner_ui.shell.main_window import MainWindow
    from infusionplanner_ui.shell.ward import Ward

_WIDTH = 400
_SHOWN = 8


class LockScreen(Overlay):
    """Covers the window until somebody is chosen. ``unlocked`` carries the initials of who goes on."""

    unlocked = Signal(str)

    def __init__(self, frame: MainWindow, ward: Ward) -> None:
        super().__init__(frame, opaque=True)
        self._frame = frame
        self._ward = ward
        self._title = ""
        self._shortcuts: list[QShortcut] = []
        self._model = PeopleModel(self)
        self._heading = text_label("", "heading")
        self._text = text_label("", "muted", wrap=True)
        self._note = text_label("", "small", wrap=True)
        self.people = QListView(self)
        self.people.setModel(self._model)
        self.people.setItemDelegate(PersonDelegate(self.people))
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.people.doubleClicked.connect(lambda _: self.unlock())
        self.open_button = button("", "primary")
        self.open_button.clicked.connect(self.unlock)
        self._build()
        self.retranslate()

    def _build(self) -> None:
        card = QFrame(self)
        set_kind(card, "card")
        card.setFixedWidth(_WIDTH)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(space(6), space(6), space(6), space(6))
        inner.setSpacing(space(2))
        inner.addWidget(IconView("lock", 24, "accent"), 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._heading, self._text):
            inner.addWidget(widget)
        inner.addSpacing(space(1))
        inner.addWidget(self.people)
        inner.addSpacing(space(1))
        inner.addWidget(self.open_button)
        inner.addWidget(self._note)
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setAccessibleName(self.tr("The screen is locked"))
        self._heading.setText(self.tr("The screen is locked"))
        self._text.setText(self.tr("Choose who goes on, with the arrow keys or the first letters of the name."))
        self._note.setText(
            self.tr("The lock hides the patients. It is no password: lock the PC itself when you leave it.")
        )
        self.people.setAccessibleName(self.tr("Who goes on"))
        self.open_button.setText(self.tr("Unlock"))

    @property
    def is_locked(self) -> bool:
        """Whether the window is covered."""
        return self.isVisible()

    def lock(self) -> None:
        """Cover the window: nothing behind can be seen, typed into, or read in the title."""
        if self.is_locked:
            return
        self._show_people()
        self._title = self._frame.windowTitle()
        self._shortcuts = [found for found in self._frame.findChildren(QShortcut) if found.isEnabled()]
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
        self.open()
        self._frame.setWindowTitle("InfusionPlanner")
        self._behind().setEnabled(False)
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def unlock(self) -> None:
        """Let the chosen person go on where the window was left."""
        person = self.people.currentIndex().data(Qt.ItemDataRole.UserRole)
        if not self.is_locked or not isinstance(person, User):
            return
        if self._ward.is_open and person.initials != self._ward.desk.who:
            self._frame.drafts.change_person(self._ward.desk.who, person.initials)
            self._ward.sign(person.initials)
        self._behind().setEnabled(True)
        self._frame.setWindowTitle(self._title)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(True)
        self.leave()
        self.unlocked.emit(person.initials)

    def _behind(self) -> QWidget:
        centre = self._frame.centralWidget()
        assert centre is not None  # noqa: S101 - the frame has one from the beginning
        return centre

    def first_field(self) -> QListView:
        """Return the list of people."""
        return self.people

    def _show_people(self) -> None:
        who = self._ward.desk.who if self._ward.is_open else ""
        people = [person for person in self._known() if person.active or person.initials == who]
        if who not in [person.initials for person in people]:
            people.insert(0, User(who, who))
        self._model.set_people(tuple(people))
        now = next(number for number, person in enumerate(people) if person.initials == who)
        self.people.setCurrentIndex(self._model.index(now))
        rows = min(len(people), _SHOWN)
        self.people.setFixedHeight(rows * self.people.sizeHintForRow(0) + 2)

    def _known(self) -> tuple[User, ...]:
        return self._ward.users if self._ward.is_open else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unlock with Enter; let no other key through to the window."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.unlock()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Set every text anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
