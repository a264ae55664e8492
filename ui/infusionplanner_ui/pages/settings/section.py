"""What the sections of the settings share: a form that stands there always, of the unit or of a chosen row."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.host import PanelHost
from infusionplanner_ui.words.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner_ui.shell.page import Page
    from infusionplanner_ui.shell.ward import Ward


class Section(QWidget):
    """One part of the settings. A subclass fills ``column``, and sets its texts in ``retranslate``.

    ``left`` asks for the focus to go back to the list of sections: a line that is typed in keeps Ctrl+Z for itself.
    """

    left = Signal()

    def __init__(self, ward: Ward) -> None:
        super().__init__()
        self.ward = ward
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(space(4))

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it; asked before the section is made, too."""
        return ""

    def show_facts(self) -> None:
        """Show what is stored now. Called when the ward is open and something changed; what is typed stays."""

    def set_width(self, width: int) -> None:
        """Give the form the width that the window allows."""

    def retranslate(self) -> None:
        """Set every text anew."""


class SettingsForm(ActPanel):
    """What is changed here of the unit. ``about`` names the row that it changes, None when something is added.

    It is built on what was stored when it was made: what somebody else has changed since is not overwritten.
    """

    stays = True

    def __init__(self, ward: Ward, about: str | None) -> None:
        super().__init__(ward)
        self.about = about
        self.edits = about is not None
        self.unit = ward.unit
        self._built_on = ward.overview.newest

    def look_again(self) -> None:
        """Judge by what is stored now; what is only added is built on that, what is changed is not."""
        if self.about is None:
            self._built_on = self.ward.overview.newest
        self.review()

    def begin(self) -> None:
        """Put the focus into the first field, ready to be typed over."""
        target = self._first_field()
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(target, QLineEdit):
            target.selectAll()

    def is_same_as(self, other: ActPanel) -> bool:
        """Tell whether another form is about the same row."""
        return super().is_same_as(other) and isinstance(other, SettingsForm) and self.about == other.about


class FormSection(Section):
    """A section with one form, which is made anew after each act; what was begun in it stays, and is asked about."""

    def __init__(self, page: Page, ward: Ward) -> None:
        super().__init__(ward)
        self.host = PanelHost(page, ward)
        self.host.standing = lambda: self.make_form() if ward.is_open else None
        self.host.closed.connect(self._closed)

    def make_form(self) -> SettingsForm | None:
        """Return the form as it stands before anybody has touched it, None where there is nothing to change."""
        raise AssertionError  # every section has its own form

    @property
    def form(self) -> SettingsForm:
        """The form that is shown."""
        return cast("SettingsForm", self.host.panel)

    def show_facts(self) -> None:
        """Show what is stored; what was begun stays, and is looked at again."""
        self.host.renew()
        if self.host.is_begun:
            self.form.look_again()

    def set_width(self, width: int) -> None:
        """Give the form the width that the window allows."""
        self.host.set_width(width)

    def act(self, use_case: Callable[[Desk], Done]) -> None:
        """Do what is done beside the form; why it cannot be done is said in the form."""
        self.ward.act(use_case, owner=self, failed=lambda error: self.form.show_error(sentence(error)))

    def focus_after(self) -> None:
        """Put the focus where it belongs after the form was saved or left."""
        self.left.emit()

    def _closed(self) -> None:
        if self.isVisible() and self.host.panel is not None:
            self.focus_after()
