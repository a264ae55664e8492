"""The commands of Ctrl+K."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.desktop_finder import Command
from infusionplanner_ui.main_window import SETTINGS
from infusionplanner_ui.theme import Scheme

if TYPE_CHECKING:
    from infusionplanner_ui.desktop import Desktop

translate = QCoreApplication.translate


def commands(desktop: Desktop) -> tuple[Command, ...]:
    """Return all commands, in the order in which they are offered."""
    return (*_pages(desktop), *_program(desktop))


def _pages(desktop: Desktop) -> tuple[Command, ...]:
    show = desktop.frame.show_page
    return (
        Command(translate("Commands", "Go to today"), partial(show, "today"), "Ctrl 1"),
        Command(translate("Commands", "Go to the week"), partial(show, "week"), "Ctrl 2"),
        Command(translate("Commands", "Go to the patients"), partial(show, "patients"), "Ctrl 3"),
        Command(translate("Commands", "Go to home treatment"), partial(show, "home"), "Ctrl 4"),
        Command(translate("Commands", "Go to the tasks"), partial(show, "tasks"), "Ctrl 5"),
        Command(translate("Commands", "Go to the capacity"), partial(show, "capacity"), "Ctrl 6"),
        Command(translate("Commands", "Go to the settings"), partial(show, SETTINGS)),
        Command(translate("Commands", "Book a visit"), partial(_page_act, desktop, "today", "book", None)),
        Command(translate("Commands", "New patient"), partial(_page_act, desktop, "patients", "add_patient")),
    )


def _program(desktop: Desktop) -> tuple[Command, ...]:
    from infusionplanner_ui.desktop import application  # noqa: PLC0415 - the desktop loads this module, not the reverse

    app, frame = application(), desktop.frame
    other = "en" if app.language == "nb" else "nb"
    name = translate("Commands", "Switch to English") if other == "en" else translate("Commands", "Switch to Norwegian")
    return (
        Command(translate("Commands", "Undo"), desktop.undo, "Ctrl Z"),
        Command(translate("Commands", "Redo"), desktop.redo, "Ctrl Y"),
        Command(
            translate("Commands", "Show names") if frame.shielded else translate("Commands", "Hide names"),
            lambda: frame.set_shielded(not frame.shielded),
            "Ctrl ⇧ H",
        ),
        Command(translate("Commands", "Lock the screen"), desktop.lock, "Ctrl L"),
        Command(translate("Commands", "Show the keys"), desktop.show_keys, "F1"),
        Command(name, partial(desktop.looks.set_language, other)),
        Command(translate("Commands", "Light colours"), partial(desktop.looks.set_scheme, Scheme.LIGHT)),
        Command(translate("Commands", "Dark colours"), partial(desktop.looks.set_scheme, Scheme.DARK)),
        Command(translate("Commands", "Colours of the desktop"), partial(desktop.looks.set_scheme, Scheme.SYSTEM)),
    )


def _page_act(desktop: Desktop, key: str, name: str, *arguments: object) -> None:
    """Show a page and let it do something it offers."""
    act = getattr(desktop.frame.show_page(key), name, None)
    if callable(act):
        act(*arguments)
