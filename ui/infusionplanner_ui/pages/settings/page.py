"""The settings: the unit, its closed days, places, parameters and users; language and theme; privacy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.pages.settings.closures import ClosuresSection
from infusionplanner_ui.pages.settings.looks import LooksSection
from infusionplanner_ui.pages.settings.parameters import ParametersSection
from infusionplanner_ui.pages.settings.places import PlacesSection
from infusionplanner_ui.pages.settings.privacy import PrivacySection
from infusionplanner_ui.pages.settings.section import FormSection
from infusionplanner_ui.pages.settings.unit import UnitSection
from infusionplanner_ui.pages.settings.users import UsersSection
from infusionplanner_ui.shell.folding import Width
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.shell.rail import RailButton
from infusionplanner_ui.widgets.inline_panel import scrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from infusionplanner_ui.pages.settings.section import Section
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.looks import Looks
    from infusionplanner_ui.shell.operations import Changes
    from infusionplanner_ui.shell.ward import Ward

_LIST_WIDTH, _ICONS_WIDTH = 184, 56
_FORM_WIDTH = 720
_ICONS = {
    "unit": "house",
    "closures": "calendar-days",
    "places": "square",
    "parameters": "list-checks",
    "users": "users",
    "looks": "globe",
    "privacy": "eye-off",
}
_FORMS = frozenset({"looks", "privacy"})


class SettingsPage(Page):
    """A list of sections at the left, the chosen one beside it. ``show_page("settings", "users")`` opens a section."""

    def __init__(self, frame: Frame, ward: Ward, looks: Looks) -> None:
        super().__init__(frame)
        self._ward = ward
        self.sections: dict[str, Section] = {}
        """The sections that have been opened; each is made then."""
        self._kinds: dict[str, tuple[type[Section], Callable[[], Section]]] = {
            "unit": (UnitSection, partial(UnitSection, self, ward)),
            "closures": (ClosuresSection, partial(ClosuresSection, self, ward)),
            "places": (PlacesSection, partial(PlacesSection, self, ward)),
            "parameters": (ParametersSection, partial(ParametersSection, self, ward)),
            "users": (UsersSection, partial(UsersSection, self, ward)),
            "looks": (LooksSection, partial(LooksSection, ward, looks)),
            "privacy": (PrivacySection, partial(PrivacySection, ward)),
        }
        self._list = SectionList(self)
        self._stack = QStackedWidget(self)
        self._shown: dict[str, QWidget] = {}
        for key in self._kinds:
            self._list.add(key, _ICONS[key])
        self._list.chosen.connect(self.open)
        self.stand(self._stack, lead=self._list)
        self.setFocusProxy(self._list)
        self.retranslate()
        self.open("unit")

    def fold(self, fold: Fold) -> None:
        """Show the sections as icons where there is little room, and give the forms their width."""
        super().fold(fold)
        self._list.fold(to_icons=fold.width is Width.COLUMN)
        for section in self.sections.values():
            section.set_width(fold.panel)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Settings")

    def subtitle(self) -> str:
        """Return the section that is shown."""
        return self._kinds[self.current][0].name()

    @property
    def current(self) -> str:
        """The key of the section that is shown."""
        return self._list.current

    def section(self, key: str) -> Section:
        """Return a section, made now when it was not opened before."""
        if key not in self.sections:
            made = self.sections[key] = self._kinds[key][1]()
            made.left.connect(self.setFocus)
            if isinstance(made, FormSection):
                made.host.wanted.connect(partial(self._show_again, key))
            made.set_width(self.frame.fold.panel)
            self._shown[key] = _form(made) if key in _FORMS else made
            self._stack.addWidget(self._shown[key])
            made.retranslate()
            if self._ward.is_open:
                made.show_facts()
        return self.sections[key]

    def _show_again(self, key: str, _: object) -> None:
        """Show the section to which a form comes back."""
        self.open(key)

    def open(self, argument: object) -> None:
        """Show a section by its key."""
        key = str(argument)
        if key in self._kinds:
            self.section(key)
            self._list.mark(key)
            self._stack.setCurrentWidget(self._shown[key])
            self.header_changed.emit()

    def refresh(self, changes: Changes) -> None:
        """Show what is stored."""
        del changes
        self._stack.setEnabled(self._ward.is_open)
        if self._ward.is_open:
            for section in self.sections.values():
                section.show_facts()

    def retranslate(self) -> None:
        """Set every text anew."""
        self._list.setAccessibleName(self.tr("Sections"))
        for key, (kind, _) in self._kinds.items():
            self._list.name(key, kind.name())
        for section in self.sections.values():
            section.retranslate()
            if self._ward.is_open:
                section.show_facts()


class _Entry(RailButton):
    """One section; Up and Down are left to the list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows on."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            event.ignore()
            return
        super().keyPressEvent(event)


class SectionList(QFrame):
    """The sections below each other. Up and Down choose, as in a list."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        self.setFixedWidth(_LIST_WIDTH)
        self._buttons: dict[str, _Entry] = {}
        self.current = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(2), space(2), space(2), space(2))
        self._column.setSpacing(2)
        self._column.addStretch(1)

    def fold(self, *, to_icons: bool) -> None:
        """Show icons alone, or icons with their words."""
        self.setFixedWidth(_ICONS_WIDTH if to_icons else _LIST_WIDTH)
        for made in self._buttons.values():
            made.fold(to_icon=to_icons)

    def add(self, key: str, icon: str) -> None:
        """Add a section."""
        made = _Entry(icon, self)
        made.setCheckable(True)
        made.toggled.connect(partial(self._toggled, key))
        self._buttons[key] = made
        self._column.insertWidget(self._column.count() - 1, made)

    def name(self, key: str, words: str) -> None:
        """Name a section."""
        self._buttons[key].set_label(words)

    def mark(self, key: str) -> None:
        """Show which section is open; Tab stops there only."""
        self.current = key
        for name, made in self._buttons.items():
            with QSignalBlocker(made):
                made.setChecked(name == key)
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._buttons[key])

    def _toggled(self, key: str, _: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        """Choose what was pressed; the section that is open stays down."""
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Up and Down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        key = keys[(keys.index(self.current) + step) % len(keys)]
        self.chosen.emit(key)
        self._buttons[key].setFocus(Qt.FocusReason.TabFocusReason)


def _form(section: Section) -> QWidget:
    """Return a section of fields, not wider than can be read, scrolling when there is too little room."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    section.setMaximumWidth(_FORM_WIDTH)
    row.addWidget(section, 1)
    row.addStretch(0)
    return scrolled(holder)
