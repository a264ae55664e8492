"""The pages of the program as the frame knows them; each module is loaded when its page is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from infusionplanner_ui.shell.main_window import SETTINGS, MainWindow, PageSpec
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner_ui.shell.looks import Looks
    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate

OPENING, WELCOME = "opening", "welcome"
FIRST = "today"
OTHERS = ("week", "patients", "patient", "home", "capacity", SETTINGS, "tasks")
"""The packages of an open unit's pages, in the order in which they are built."""

FILLED = frozenset({"week", "patients", "tasks", "capacity", SETTINGS})
"""Those of them that show the unit. Home treatment begins to compare calendars when it is shown, not before."""


class OpeningPage(Page):
    """What stands there while the database is being read, or when it cannot be."""

    def __init__(self, frame: MainWindow) -> None:
        super().__init__(frame)
        self.state = EmptyState(self)
        column = QVBoxLayout(self)
        column.addWidget(self.state)
        self._problem = ""
        self.retranslate()

    def show_problem(self, sentence: str) -> None:
        """Say why the unit cannot be opened, with the way on."""
        self._problem = sentence
        self.retranslate()

    def title(self) -> str:
        """Return what happens."""
        return self.tr("Unit not opened") if self._problem else self.tr("Today")

    def retranslate(self) -> None:
        """Set every text anew."""
        if self._problem:
            again = (("again", self.tr("Try again")),)
            self.state.set("triangle-alert", self.tr("The unit cannot be opened"), self._problem, again)
        else:
            self.state.set("clock", self.tr("Opening the unit"), self.tr("Reading patients and visits …"))


def load_first_page() -> None:
    """Load the page that is shown when a unit is open; called in the worker thread, as nothing else waits for it."""
    import_module(f"infusionplanner_ui.pages.{FIRST}.page")


def what_comes_next(ward: Ward) -> Callable[[], None]:
    """Return what makes ready, in the worker thread, what the other pages of an open unit are made of."""
    overview = ward.overview

    def make_ready() -> None:
        for module in OTHERS:
            import_module(f"infusionplanner_ui.pages.{module}.page")
        ward.lists.prepare(overview)

    return make_ready


def page_specs(ward: Ward, looks: Callable[[], Looks]) -> tuple[PageSpec, ...]:
    """Return all pages in the order of the rail. ``looks`` is asked when the settings are first shown."""

    def made(module: str, name: str) -> Callable[[MainWindow], Page]:
        def make(frame: MainWindow) -> Page:
            factory = getattr(import_module(f"infusionplanner_ui.pages.{module}.page"), name)
            return cast("Page", factory(frame, ward))

        return make

    return (
        PageSpec("today", lambda: translate("Pages", "Today"), made("today", "TodayPage"), "calendar-check"),
        PageSpec("week", lambda: translate("Pages", "Week"), made("week", "WeekPage"), "calendar-days"),
        PageSpec("patients", lambda: translate("Pages", "Patients"), made("patients", "PatientsPage"), "users"),
        PageSpec("home", lambda: translate("Pages", "Home treatment"), made("home", "HomePage"), "house"),
        PageSpec("tasks", lambda: translate("Pages", "Tasks"), made("tasks", "TasksPage"), "list-checks"),
        PageSpec("capacity", lambda: translate("Pages", "Capacity"), made("capacity", "CapacityPage"), "chart-column"),
        PageSpec(
            "patient",
            lambda: translate("Pages", "Patient"),
            made("patient", "PatientPage"),
            rail=False,
            under="patients",
        ),
        PageSpec(OPENING, lambda: translate("Pages", "Today"), OpeningPage, rail=False, under="today"),
        PageSpec(
            WELCOME,
            lambda: translate("Pages", "Welcome"),
            _welcome(ward),
            rail=False,
            under="today",
        ),
        PageSpec(SETTINGS, lambda: translate("Pages", "Settings"), _settings(ward, looks), "settings"),
    )


def _settings(ward: Ward, looks: Callable[[], Looks]) -> Callable[[MainWindow], Page]:
    def make(frame: MainWindow) -> Page:
        from infusionplanner_ui.pages.settings.page import SettingsPage  # noqa: PLC0415 - loaded when it is first shown

        return SettingsPage(frame, ward, looks())

    return make


def _welcome(ward: Ward) -> Callable[[MainWindow], Page]:
    def make(frame: MainWindow) -> Page:
        from infusionplanner_ui.help.first_start import FirstStartPage  # noqa: PLC0415 - shown at the first start only

        return FirstStartPage(frame, ward)

    return make
