"""The commands of Ctrl+K."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.panels.acts.spec import Wish
from infusionplanner_ui.search.palette import Command, Kind
from infusionplanner_ui.shell.main_window import SETTINGS

if TYPE_CHECKING:
    from infusionplanner_ui.shell.desktop import Desktop

translate = QCoreApplication.translate


def commands(desktop: Desktop) -> tuple[Command, ...]:
    """Return all commands, in the order in which they are offered."""
    return (
        *_patient(desktop),
        *_pages(desktop),
        *_acts(desktop),
        *_program(desktop),
        *_looks(desktop),
        *_settings(desktop),
    )


def _pages(desktop: Desktop) -> tuple[Command, ...]:
    show, page = desktop.frame.show_page, Kind.PAGE
    return (
        Command(translate("Commands", "Go to today"), partial(show, "today"), "Ctrl 1", kind=page),
        Command(translate("Commands", "Go to the week"), partial(show, "week"), "Ctrl 2", kind=page),
        Command(translate("Commands", "Go to the patients"), partial(show, "patients"), "Ctrl 3", kind=page),
        Command(translate("Commands", "Go to home treatment"), partial(show, "home"), "Ctrl 4", kind=page),
        Command(translate("Commands", "Go to the tasks"), partial(show, "tasks"), "Ctrl 5", kind=page),
        Command(translate("Commands", "Go to the capacity"), partial(show, "capacity"), "Ctrl 6", kind=page),
        Command(translate("Commands", "Go to the settings"), partial(show, SETTINGS), kind=page),
    )


def _patient(desktop: Desktop) -> tuple[Command, ...]:
    """Return the acts that can be done for the patient who is shown."""
    page = desktop.frame.page(desktop.frame.current_key)
    wish = partial(_page_act, desktop, "patient", "wish")
    return tuple(
        Command(spec.entry, partial(wish, Wish(spec.act)), spec.key.replace("+", " ")) for spec in page.patient_acts()
    )


def _acts(desktop: Desktop) -> tuple[Command, ...]:
    return (
        Command(
            translate("Commands", "New patient"),
            partial(_page_act, desktop, "patients", "add_patient"),
            also=translate("Commands", "add enter refer"),
        ),
        Command(
            translate("Commands", "Import patients"),
            partial(_page_act, desktop, "patients", "import_list"),
            also=translate("Commands", "list files"),
        ),
        Command(
            translate("Commands", "Book a visit today"),
            partial(_page_act, desktop, "today", "book", None),
            also=translate("Commands", "appointment time"),
        ),
        Command(translate("Commands", "Book a next dose"), partial(_page_act, desktop, "week", "open_book"), "N"),
        Command(
            translate("Commands", "Print the week"),
            partial(_page_act, desktop, "week", "open_print"),
            "P",
            also=translate("Commands", "paper pdf"),
        ),
    )


def _program(desktop: Desktop) -> tuple[Command, ...]:
    frame = desktop.frame
    return (
        Command(translate("Commands", "Undo"), desktop.undo, "Ctrl Z", also=translate("Commands", "take back")),
        Command(translate("Commands", "Redo"), desktop.redo, "Ctrl Y"),
        Command(
            translate("Commands", "Show names") if frame.shielded else translate("Commands", "Hide names"),
            lambda: frame.set_shielded(not frame.shielded),
            "Ctrl ⇧ H",
            also=translate("Commands", "shield initials privacy"),
        ),
        Command(
            translate("Commands", "Lock the screen"),
            desktop.lock,
            "Ctrl L",
            also=translate("Commands", "change user sign out"),
        ),
        Command(
            translate("Commands", "Show the keys"),
            desktop.show_keys,
            "F1",
            also=translate("Commands", "help shortcuts"),
        ),
        Command(
            translate("Commands", "Look round"),
            desktop.sheets.show_round,
            also=translate("Commands", "help tour introduction"),
        ),
        *_demo(desktop),
    )


def _demo(desktop: Desktop) -> tuple[Command, ...]:
    if desktop.has_own_unit:
        return (Command(translate("Commands", "Back to my own unit"), desktop.leave_demo),)
    if desktop.in_demo:
        return ()
    also = translate("Commands", "practise try invented")
    return (Command(translate("Commands", "Open the demo unit"), desktop.open_demo, also=also),)


def _looks(desktop: Desktop) -> tuple[Command, ...]:
    looks = desktop.looks
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


def _settings(desktop: Desktop) -> tuple[Command, ...]:
    sections = (
        ("unit", translate("Commands", "Settings: the unit"), translate("Commands", "hours telephone name")),
        ("closures", translate("Commands", "Settings: closed days"), translate("Commands", "holiday closure")),
        ("places", translate("Commands", "Settings: places"), translate("Commands", "chairs beds")),
        ("parameters", translate("Commands", "Settings: parameters"), translate("Commands", "protocol numbers rules")),
        ("users", translate("Commands", "Settings: users"), translate("Commands", "people staff")),
        ("looks", translate("Commands", "Settings: language and theme"), ""),
        ("privacy", translate("Commands", "Settings: privacy"), translate("Commands", "calendar names paper")),
    )
    show = desktop.frame.show_page
    return tuple(Command(name, partial(show, SETTINGS, key), also=also) for key, name, also in sections)


def _page_act(desktop: Desktop, key: str, name: str, *arguments: object) -> None:
    """Show a page and let it do something it offers."""
    act = getattr(desktop.frame.show_page(key), name, None)
    if callable(act):
        act(*arguments)
