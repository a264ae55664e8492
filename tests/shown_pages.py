"""One page of the window on the demo unit, with what tests ask of it."""

from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from infusionplanner.application.records import PatientId
from infusionplanner_ui.shell.main_window import MainWindow
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.shell.ward import Ward

PageT = TypeVar("PageT", bound=Page)


class Opened(Page):
    """Stands for a page that the tested one leads to; remembers what it was opened with."""

    def __init__(self, frame: MainWindow) -> None:
        super().__init__(frame)
        self.opened: object = None

    def open(self, argument: object) -> None:
        self.opened = argument


class ShownPage(Generic[PageT]):
    """A page that is shown, its frame and its ward."""

    def __init__(self, page: PageT, ward: Ward, qtbot: QtBot) -> None:
        self.page, self.ward, self.frame = page, ward, page.frame
        self._qtbot = qtbot

    def settle(self) -> None:
        """Let the program finish what it does."""
        assert self.ward.operations.wait(60_000)
        QCoreApplication.processEvents()

    def id_of(self, family: str) -> PatientId:
        """Return the patient of the demo unit with a family name."""
        patients = self.ward.overview.patients.items()
        return next(who for who, row in patients if row.name is not None and row.name.family == family)

    def led_to(self, key: str) -> object:
        """Return what the page of a key was opened with."""
        page = self.frame.page(key)
        assert isinstance(page, Opened)
        return page.opened
