"""The commands of Ctrl+K."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.panels.acts.spec import Wish
from infusionplanner_ui.search.palette import Command, Kind
from infusionplanner_ui.shell.main_window import SETTINGS
from infusionplanner_ui.words.i18n import in_both, translate

if TYPE_CHECKING:
    from infusionplanner_ui.pages.patient.page import PatientPage
    from infusionplanner_ui.pages.patients.page import PatientsPage
    from infusionplanner_ui.pages.today.page import TodayPage
    from infusionplanner_ui.pages.week.page import WeekPage
    from infusionplanner_ui.shell.looks import Looks
    from infusionplanner_ui.shell.main_window import MainWindow


class Program(Protocol):
    """What the commands ask of the program."""

    frame: MainWindow

    @property
    def looks(self) -> Looks:
        """Language and colours."""

    @property
    def in_demo(self) -> bool:
        """Whether the demo unit is open."""

    @property
    def has_own_unit(self) -> bool:
        """Whether there is a unit to go back to from the demo."""

    def undo(self) -> None:
        """Take back the last act."""

    def redo(self) -> None:
        """Do again what was taken back."""

    def lock(self) -> None:
        """Cover the window."""

    def show_keys(self) -> None:
        """Show the keys."""

    def show_round(self) -> None:
        """Begin the tour."""

    def open_demo(self) -> None:
        """Open the demo unit."""

    def leave_demo(self) -> None:
        """Go back to the own unit."""


def commands(program: Program) -> tuple[Command, ...]:
    """Return all commands, in the order in which they are offered."""
    return (
        *_patient(program),
        *_pages(program),
        *_acts(program),
        *_program(program),
        *_looks(program),
        *_settings(program),
    )


def _pages(program: Program) -> tuple[Command, ...]:
    show, page = program.frame.show_page, Kind.PAGE
    return (
        Command(translate("Commands", "Go to today"), partial(show, "today"), "Ctrl 1", kind=page),
        Command(translate("Commands", "Go to the week"), partial(show, "week"), "Ctrl 2", kind=page),
        Command(translate("Commands", "Go to the patients"), partial(show, "patients"), "Ctrl 3", kind=page),
        Command(translate("Commands", "Go to home treatment"), partial(show, "home"), "Ctrl 4", kind=page),
        Command(translate("Commands", "Go to the tasks"), partial(show, "tasks"), "Ctrl 5", kind=page),
        Command(translate("Commands", "Go to the capacity"), partial(show, "capacity"), "Ctrl 6", kind=page),
        Command(translate("Commands", "Go to the settings"), partial(show, SETTINGS), kind=page),
    )


def _patient(program: Program) -> tuple[Command, ...]:
    """Return the acts that can be done for the patient who is shown."""
    page = program.frame.page(program.frame.current_key)

    def do(wish: Wish) -> None:
        cast("PatientPage", program.frame.show_page("patient")).wish(wish)

    return tuple(
        Command(spec.entry, partial(do, Wish(spec.act)), spec.key.replace("+", " "), also=in_both(spec.title))
        for spec in page.patient_acts()
    )


def _acts(program: Program) -> tuple[Command, ...]:
    show = program.frame.show_page
    return (
        Command(
            translate("Commands", "New patient"),
            lambda: cast("PatientsPage", show("patients")).add_patient(),
            also=translate("Commands", "add enter refer"),
        ),
        Command(
            translate("Commands", "Import patients"),
            lambda: cast("PatientsPage", show("patients")).import_list(),
            also=translate("Commands", "list files"),
        ),
        Command(
            translate("Commands", "Book a visit today"),
            lambda: cast("TodayPage", show("today")).book(None),
            also=translate("Commands", "appointment time"),
        ),
        Command(translate("Commands", "Book a next dose"), lambda: cast("WeekPage", show("week")).open_book(), "N"),
        Command(
            translate("Commands", "Print the week"),
            lambda: cast("WeekPage", show("week")).open_print(),
            "P",
            also=translate("Commands", "paper pdf"),
        ),
    )


def _program(program: Program) -> tuple[Command, ...]:
    frame = program.frame
    return (
        Command(translate("Commands", "Undo"), program.undo, "Ctrl Z", also=translate("Commands", "take back")),
        Command(translate("Commands", "Redo"), program.redo, "Ctrl Y"),
        Command(
            translate("Commands", "Show names") if frame.shielded else translate("Commands", "Hide names"),
            lambda: frame.set_shielded(not frame.shielded),
            "Ctrl ⇧ H",
            also=translate("Commands", "shield initials privacy"),
        ),
        Command(
            translate("Commands", "Lock the screen"),
            program.lock,
            "Ctrl L",
            also=translate("Commands", "change user sign out"),
        ),
        Command(
            translate("Commands", "Show the keys"),
            program.show_keys,
            "F1",
            also=translate("Commands", "help shortcuts"),
        ),
        Command(
            translate("Commands", "Look round"),
            program.show_round,
            also=translate("Commands", "help tour introduction"),
        ),
        *_demo(program),
    )


def _demo(program: Program) -> tuple[Command, ...]:
    if program.has_own_unit:
        return (Command(translate("Commands", "Back to my own unit"), program.leave_demo),)
    if program.in_demo:
        return ()
    also = translate("Commands", "practise try invented")
    return (Command(translate("Commands", "Open the demo unit"), program.open_demo, also=also),)


def _looks(program: Program) -> tuple[Command, ...]:
    looks = program.looks
    other = "en" if looks.taste.language == "nb" else "nb"
    name = translate("Commands", "Switch to English") if other == "en" else translate("Commands", "Switch to Norwegian")
    theme = translate("Commands", "theme colours dark light")
    schemes = (
        (translate("Commands", "Light theme"), Scheme.LIGHT),
        (translate("Commands", "Dark theme"), Scheme.DARK),
        (translate("Commands", "Theme as the PC"), Scheme.SYSTEM),
    )
    return (
        Command(name, partial(looks.set_language, other), also=translate("Commands", "language English Norwegian")),
        *(Command(words, partial(looks.set_scheme, scheme), also=theme) for words, scheme in schemes),
    )


def _settings(program: Program) -> tuple[Command, ...]:
    sections = (
        ("unit", translate("Commands", "Settings: the unit"), translate("Commands", "hours telephone name")),
        ("closures", translate("Commands", "Settings: closed days"), translate("Commands", "holiday closure")),
        ("places", translate("Commands", "Settings: places"), translate("Commands", "chairs beds")),
        ("parameters", translate("Commands", "Settings: parameters"), translate("Commands", "protocol numbers rules")),
        ("users", translate("Commands", "Settings: users"), translate("Commands", "people staff")),
        ("looks", translate("Commands", "Settings: language and theme"), ""),
        ("privacy", translate("Commands", "Settings: privacy"), translate("Commands", "calendar names paper")),
    )
    show = program.frame.show_page
    return tuple(Command(name, partial(show, SETTINGS, key), also=also) for key, name, also in sections)
