"""The frame of the program: rail, header, pages, status line, toasts, and the keys that work everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.drafts import Drafts
from infusionplanner_ui.shell.focus_order import next_stop, stops
from infusionplanner_ui.shell.folding import LEAST, Fold
from infusionplanner_ui.shell.header import Header
from infusionplanner_ui.shell.operations import Changes, Operations
from infusionplanner_ui.shell.rail import Rail
from infusionplanner_ui.widgets.status_line import StatusLine
from infusionplanner_ui.widgets.toast import Message, Toast
from infusionplanner_ui.words import text
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from infusionplanner_ui.shell.page import Page

SETTINGS, USER = "settings", "user"
_HISTORY = 50
_BREATH = 50
"""Milliseconds between two steps that are taken ahead: what a person does meanwhile comes first."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page as the frame knows it before it is built.

    ``label`` is asked anew on each switch of language. ``rail`` puts it into the rail; a page without an entry of its
    own marks the entry ``under``. A page with the key ``settings`` stands at the lower end.
    """

    key: str
    label: Callable[[], str]
    factory: Callable[[MainWindow], Page]
    icon: str = ""
    rail: bool = True
    under: str | None = None


class MainWindow(QMainWindow):
    """The program's only window. A page is built when it is first shown."""

    search_requested = Signal(str)
    """The words in the search field, at each key and when Ctrl+K leads there."""
    search_moved = Signal(int)
    """Up (-1) and Down (+1) in the search field, to move in what was found."""
    search_accepted = Signal()
    search_left = Signal()
    lock_requested = Signal()
    keys_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    shield_changed = Signal(bool)
    page_changed = Signal(str)

    def __init__(
        self, specs: Sequence[PageSpec], operations: Operations, *, user: str = "", initial: str | None = None
    ) -> None:
        super().__init__()
        self.operations = operations
        self.drafts = Drafts(self)
        self._specs = {spec.key: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._headers: dict[str, Header] = {}
        self._missed: dict[str, Changes] = {}
        self._visited: list[tuple[str, object]] = []
        self._current: tuple[str, object] = ("", None)
        self._ahead: list[Callable[[], object]] = []
        self._shielded = False
        self.setMinimumSize(QSize(*LEAST))
        self.fold = Fold()
        self._build()
        self.set_user(user)
        self._add_shortcuts()
        self._name_everything()
        operations.changed.connect(self._changed)
        operations.failed.connect(self._failed)
        if initial:
            self.show_page(initial)

    # building

    def _build(self) -> None:
        self._rail = Rail(self)
        self._rail.chosen.connect(self._rail_chosen)
        for spec in self._specs.values():
            if spec.rail:
                self._rail.add(spec.key, spec.icon, low=spec.key == SETTINGS)
        self._rail.add(USER, "", low=True, checkable=False, keys="Ctrl L")
        self._header_stack = QStackedWidget(self)
        self.page_stack = QStackedWidget(self)  # pages begin in it: moving them there would style them twice
        self._status = StatusLine(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (self._header_stack, self.page_stack, self._status):
            right.addWidget(part)
        centre = QWidget(self)
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        row.addLayout(right, 1)
        self.setCentralWidget(centre)
        self._toast = Toast(centre)
        self._keep_toast_off()

    def _add_shortcuts(self) -> None:
        for number, key in enumerate(self._rail_keys(), start=1):
            self._shortcut(f"Ctrl+{number}", partial(self.show_page, key))
        self._shortcut("Ctrl+K", self.focus_search)
        self._shortcut("Ctrl+L", self.lock_requested.emit)
        self._shortcut("F1", self.keys_requested.emit)
        self._shortcut("Ctrl+Z", self.undo_requested.emit)
        self._shortcut("Ctrl+Y", self.redo_requested.emit)
        self._shortcut("Ctrl+Shift+Z", self.redo_requested.emit)
        self._shortcut("Ctrl+Shift+H", lambda: self.set_shielded(not self._shielded))
        self._shortcut("Alt+Left", self.back)

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)

    def _rail_keys(self) -> list[str]:
        return [spec.key for spec in self._specs.values() if spec.rail and spec.key != SETTINGS]

    # pages

    @property
    def current_key(self) -> str:
        """The key of the page that is shown."""
        return self._current[0]

    def page(self, key: str) -> Page:
        """Return a page, built now when it was not shown before."""
        if key not in self._pages:
            page = self._specs[key].factory(self)
            page.key = key
            header = Header(page, self._header_stack)
            header.search.searched.connect(self._searched)
            header.search.moved.connect(self.search_moved)
            header.search.accepted.connect(self.search_accepted)
            header.search.left.connect(self._leave_search)
            header.shield.toggled.connect(self.set_shielded)
            header.grown.connect(self._fit_header)
            header.fold(self.fold)
            page.fold(self.fold)
            self._pages[key], self._headers[key] = page, header
            self._missed[key] = Changes.all()
            self.page_stack.addWidget(page)
            self._header_stack.addWidget(header)
            self._name_header(header)
        return self._pages[key]

    def build_ahead(self, keys: Sequence[str], filled: Collection[str] = ()) -> None:
        """Build pages before they are first shown, and fill some of them, whenever there is nothing else to do."""
        steps = [(step, key) for key in keys for step in (self.page, self._catch_up)]
        self._ahead = [partial(step, key) for step, key in steps if step == self.page or key in filled]
        self._take_next_ahead()

    def _take_next_ahead(self) -> None:
        if self._ahead and not self.operations.busy:
            self._ahead.pop(0)()
        if self._ahead:
            QTimer.singleShot(_BREATH, self, self._take_next_ahead)

    def header(self, key: str) -> Header:
        """Return the header of a page."""
        self.page(key)
        return self._headers[key]

    def show_page(self, key: str, argument: object = None) -> Page:
        """Show a page, open ``argument`` in it, and let it catch up with what changed."""
        if self._current[0] and self._current != (key, argument):
            self._visited = [*self._visited[-_HISTORY:], self._current]
        return self._show(key, argument)

    def back(self) -> None:
        """Go back to the page before."""
        if self._visited:
            self._show(*self._visited.pop())

    def _show(self, key: str, argument: object) -> Page:
        page = self.page(key)
        self._current = (key, argument)
        if argument is not None:
            page.open(argument)
        self.page_stack.setCurrentWidget(page)
        self._header_stack.setCurrentWidget(self._headers[key])
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._rail.mark(self._specs[key].under or key)
        self._catch_up(key)
        self._headers[key].update_titles()
        self._fit_header()
        self._name_window()
        self.page_changed.emit(key)
        return page

    def _rail_chosen(self, key: str) -> None:
        if key == USER:
            self.lock_requested.emit()
        else:
            self.show_page(key)

    def _changed(self, changes: Changes) -> None:
        for key in self._pages:
            self._missed[key] = self._missed.get(key, Changes()) | changes
        if self.current_key:
            self._catch_up(self.current_key)

    def _catch_up(self, key: str) -> None:
        missed = self._missed.pop(key, Changes())
        if missed:
            self._pages[key].refresh(missed)

    # folding

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold everything in one way, where the new size asks for another one."""
        super().resizeEvent(event)
        fold = Fold.of(self.width(), self.height())
        if fold == self.fold:
            return
        self.fold = fold
        self._rail.fold(to_icons=fold.rail_is_icons)
        self._keep_toast_off()
        for header in self._headers.values():
            header.fold(fold)
        for page in self._pages.values():
            page.fold(fold)

    def _keep_toast_off(self) -> None:
        """Let the toast begin where the pages do, and end before a panel."""
        self._toast.keep_off(self._rail.maximumWidth() + self.fold.edge, self.fold.panel + 2 * self.fold.edge)

    def menu_corner(self, act: QWidget) -> QPoint:
        """Return where the menu of an act of the page's header opens."""
        return self._headers[self.current_key].menu_corner(act)

    def _fit_header(self) -> None:
        """Give the header of the page that is shown the height it needs."""
        if self.current_key:
            self._header_stack.setFixedHeight(self._headers[self.current_key].needed_height)

    # what pages tell the frame

    def set_count(self, key: str, number: int, *, urgent: bool = False) -> None:
        """Show a count beside a page's entry in the rail."""
        self._rail.button(key).set_count(number, urgent=urgent)

    def set_user(self, name: str) -> None:
        """Show who is signed in."""
        self._user = name
        self._rail.button(USER).set_label(name or self.tr("Lock"))

    def set_status(self, state: str, tone: Tone = Tone.OK, note: str = "") -> None:
        """Show the state of saving and of the backup in the status line."""
        self._status.show_state(state, tone, note)

    def toast(
        self,
        message: str,
        *,
        undo: Callable[[], None] | None = None,
        word: str = "",
        tone: Tone = Tone.NEUTRAL,
        seconds: float = 8,
    ) -> None:
        """Say in one line what was done, with a way to undo it; with ``word`` a way to what is named instead."""
        sign = {Tone.STOP: self.tr("Stop"), Tone.WARN: self.tr("Note"), Tone.OK: self.tr("Done")}.get(tone, "")
        self._toast.say(Message(message, tone, sign, seconds), undo=undo, undo_word=word or self.tr("Undo"))

    def clear_toast(self) -> None:
        """Take the toast away."""
        self._toast.hide()

    @property
    def toast_text(self) -> str:
        """What the toast says, empty when none is shown."""
        return "" if self._toast.isHidden() else self._toast.text

    def _failed(self, error: Exception) -> None:
        self.toast(sentence(error), tone=Tone.STOP, seconds=15)

    # the keyboard

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own signature
        """Go through rail, header and page as they are read, and round again."""
        header, page = self._header_stack.currentWidget(), self.page_stack.currentWidget()
        parts = [part for part in (self._rail, header, page, self._toast) if part is not None]
        stop = next_stop(stops(parts), forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    # search and shield

    def focus_search(self) -> None:
        """Put the focus into the search field of the page."""
        if self.current_key:
            header = self._headers[self.current_key]
            header.open_search()
            self.search_requested.emit(header.search.text())

    def _searched(self, wanted: str) -> None:
        self.search_requested.emit(wanted)

    def _leave_search(self) -> None:
        self._pages[self.current_key].setFocus(Qt.FocusReason.OtherFocusReason)
        self.search_left.emit()

    @property
    def shielded(self) -> bool:
        """Whether names are hidden, since patients can see the screen."""
        return self._shielded

    def set_shielded(self, shielded: bool) -> None:  # noqa: FBT001 - a slot of a checkable button
        """Hide or show all names; every page refreshes."""
        if shielded == self._shielded:
            return
        self._shielded = shielded
        for header in self._headers.values():
            self._name_header(header)
        self.shield_changed.emit(shielded)
        self._changed(Changes.all())

    def shown_name(self, name: str) -> str:
        """Return a name as it may be shown now: whole, or its initials under the shield."""
        return text.initials(name) if self._shielded else name

    # language

    def changeEvent(self, event: QEvent) -> None:
        """Name everything anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name_everything()
        super().changeEvent(event)

    def _name_everything(self) -> None:
        self._rail.setAccessibleName(self.tr("Pages"))
        for number, key in enumerate(self._rail_keys(), start=1):
            self._rail.button(key).set_tip(f"Ctrl+{number}")
        for spec in self._specs.values():
            if spec.rail:
                self._rail.button(spec.key).set_label(spec.label())
        self.set_user(self._user)
        self._rail.button(USER).set_tip(self.tr("Lock the screen (Ctrl+L)"))
        for header in self._headers.values():
            self._name_header(header)
        if self.current_key:
            self._name_window()

    def _name_window(self) -> None:
        """Let the taskbar say which page is open, and never which patient."""
        self.setWindowTitle(text.join(self._specs[self.current_key].label(), "InfusionPlanner"))

    def _name_header(self, header: Header) -> None:
        header.search.set_hint(self.tr("Find patient or command"), "Ctrl K", self.tr("Search"))
        header.lens.set_name(self.tr("Find patient or command (Ctrl+K)"))
        header.lens.setText(" Ctrl K")
        header.shield.setChecked(self._shielded)
        header.shield.set_icon("eye-off" if self._shielded else "eye", "accent_text" if self._shielded else "secondary")
        header.shield.set_name(
            self.tr("Show names (Ctrl+Shift+H)") if self._shielded else self.tr("Hide names (Ctrl+Shift+H)")
        )
