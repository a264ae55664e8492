"""A nurse at the program: the real window on a real database file, by keyboard only, each key counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from demo_wards import NURSE
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner.application.records import PatientId, Visit
from infusionplanner.clock import FixedClock
from infusionplanner.domain.patient import Patient
from infusionplanner_ui.shell.desktop import Desktop
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.shell.preferences import Preferences


@dataclass
class Nurse:
    """Presses keys in the window and looks at what it shows. ``steps`` counts the keys."""

    desktop: Desktop
    clock: FixedClock
    qtbot: QtBot
    steps: int = 0
    keys: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: ``Enter``, ``Down``, ``Ctrl+Z``."""
        for key in keys:
            combination = QKeySequence("Return" if key == "Enter" else key)[0]
            QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())
            self._counted(key)

    def choose(self, menu: str, name: str) -> None:
        """Open a menu by its key, and choose an entry by the letter that is marked in it."""
        self.press(menu)
        popup = QApplication.activePopupWidget()
        assert popup is not None, f"{menu} opens no menu"
        names = [action.text() for action in popup.actions()]
        marked = next((text for text in names if text.replace("&", "") == name), None)
        assert marked is not None, f"{menu} offers no {name}: {names}"
        self.press(marked[marked.index("&") + 1].upper())

    def write(self, text: str) -> None:
        """Type a text; each letter is a key."""
        for letter in text:
            QTest.keyClicks(self._focus(), letter)
            self._counted(letter)

    def wait(self, minutes: int) -> None:
        """Let time go by."""
        self.clock.advance(timedelta(minutes=minutes))

    @contextmanager
    def counting(self, what: str, *, most: int) -> Iterator[None]:
        """Count the keys of one piece of work, hold them to a number, and keep them for the end of the run."""
        self.steps, self.keys = 0, []
        yield
        self.counted.append(f"{what}: {self.steps} keys (at most {most}): {' '.join(self.keys)}")
        assert self.steps <= most, f"{what} takes {self.steps} keys: {self.keys}"

    def _focus(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.desktop.frame

    def _counted(self, key: str) -> None:
        self.steps += 1
        self.keys.append(key)
        self.settle()

    def settle(self) -> None:
        """Let the program finish what it does."""
        assert self.desktop.operations.wait(60_000), "the program did not finish"
        for _ in range(3):
            QCoreApplication.processEvents()

    # what is seen

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.desktop.frame.page(self.desktop.frame.current_key)

    @property
    def toast(self) -> str:
        """What the toast says."""
        return self.desktop.frame.toast_text

    def patient(self, family: str) -> Patient:
        """Return what the database knows of a patient."""
        return self.desktop.ward.patient(self.id_of(family))

    def id_of(self, family: str) -> PatientId:
        """Return the id of a patient of the demo unit."""
        patients = self.desktop.ward.overview.patients.items()
        return next(who for who, row in patients if row.name is not None and row.name.family == family)

    def visits(self, family: str) -> tuple[Visit, ...]:
        """Return all visits of a patient as stored."""
        with self.desktop.ward.desk.store.reading() as reading:
            return reading.visits_of(self.id_of(family))

    def at(self, hour: int, minute: int = 0) -> datetime:
        """Return a time of the day it is."""
        return datetime.combine(self.clock.today(), datetime.min.time()).replace(hour=hour, minute=minute)


@contextmanager
def at_work(database: Path, clock: FixedClock, qtbot: QtBot, folder: Path) -> Iterator[Nurse]:
    """Start the program on a database, and close it again."""
    preferences = Preferences(folder / "preferences.json")
    preferences.who = NURSE
    desktop = Desktop(preferences)
    nurse = Nurse(desktop, clock, qtbot)
    try:
        desktop.show()
        desktop.frame.activateWindow()
        qtbot.waitUntil(desktop.frame.isActiveWindow)
        desktop.open(database, clock)
        nurse.settle()
        yield nurse
    finally:
        desktop.close()
        desktop.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
