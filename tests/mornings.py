"""The page Today for the tests of the windows, with what they ask of it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from infusionplanner.application.records import PatientId, Visit
from infusionplanner.clock import FixedClock
from infusionplanner_ui.pages.today.case import Step
from infusionplanner_ui.pages.today.page import TodayPage
from infusionplanner_ui.shell.main_window import MainWindow
from infusionplanner_ui.shell.ward import Ward

TODAY = date(2026, 11, 23)


class Morning:
    """The page with what a test asks of it."""

    def __init__(self, frame: MainWindow, ward: Ward, clock: FixedClock, qtbot: QtBot) -> None:
        page = frame.page("today")
        assert isinstance(page, TodayPage)
        self.frame, self.ward, self.clock, self.page, self._qtbot = frame, ward, clock, page, qtbot
        self.panel = page.panel

    def select(self, family: str) -> PatientId:
        who = self.patient(family)
        assert self.page.day is not None
        row = next(row for row in self.page.day.visits if row.visit.patient == who)
        self.page.board.select(row.visit.id)
        self.page.reload()
        self.page.board.setFocus()
        return who

    def patient(self, family: str) -> PatientId:
        rows = self.ward.overview.patients.items()
        return next(who for who, row in rows if row.name is not None and row.name.family == family)

    def enter(self) -> None:
        """Take the next step with Enter; where the checklist waits, all its questions are answered with no first."""
        if self.panel.checklist.left:
            self.no_to_all()
        self._qtbot.keyClick(self.page.board, Qt.Key.Key_Return)
        self.settle()

    def no_to_all(self) -> None:
        """Look at every question, and answer no where nothing is answered."""
        questions = self.panel.checklist.questions
        if questions is not None:
            for row in questions.rows.values():
                row.focus()
                QApplication.processEvents()
            questions.no_to_rest.click()
            self.settle()

    def settle(self) -> None:
        assert self.ward.operations.wait()

    @property
    def visit(self) -> Visit:
        case = self.panel.case
        assert case is not None
        return case.visit

    @property
    def step(self) -> Step:
        case = self.panel.case
        assert case is not None
        return case.step(self.ward.desk.now())
