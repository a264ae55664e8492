"""The people who use the program. Nobody is deleted, since the history names them; who leaves is set inactive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.names import sort_key
from infusionplanner.application.records import User
from infusionplanner.application.unit import put_user
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.settings.lists import ListSection
from infusionplanner_ui.pages.settings.section import SettingsForm
from infusionplanner_ui.panels.form.fields import CheckField, ChoiceField, Field, TextField
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.words import text
from infusionplanner_ui.words.people import ROLES, role_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done
    from infusionplanner_ui.shell.page import Page
    from infusionplanner_ui.shell.ward import Ward

_MOST_INITIALS, _LONGEST = 8, 100


def _roles() -> list[tuple[str, str]]:
    return [(role, text.sentence(role_word(role))) for role in ROLES]


class UserForm(SettingsForm):
    """One person; the initials stay, since the history names people by them."""

    def __init__(self, ward: Ward, about: str | None) -> None:
        super().__init__(ward, about)
        self._user = next((user for user in ward.users if user.initials == about), User("", ""))
        self.initials, self.person_name = TextField(self._user.initials), TextField(self._user.name)
        self.initials.edit.setMaxLength(_MOST_INITIALS)
        self.initials.setEnabled(about is None)
        self.person_name.edit.setMaxLength(_LONGEST)
        self.role, self.active = ChoiceField(_roles(), self._user.role), CheckField(value=self._user.active)
        self.add(self.initials, lambda: self.tr("Initials"), required=True)
        self.add(self.person_name, lambda: self.tr("Name"), required=True)
        self.add(self.role, lambda: self.tr("Role"))
        self.add(self.active, lambda: self.tr("State"))
        self.finish(self._store)

    def heading(self) -> str:
        """Return the title."""
        name = self._user.name or self._user.initials
        return self.tr("New user") if self.about is None else self.tr("Change {name}").format(name=name)

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Add") if self.about is None else super().action()

    def first(self) -> Field:
        """Begin with what can be typed."""
        return self.initials if self.about is None else self.person_name

    def retranslate(self) -> None:
        """Set every text."""
        self.role.set_options(_roles())
        self.active.set_words(self.tr("Works here"))
        super().retranslate()

    def draft(self) -> User:
        """Return the person as the fields stand."""
        return User(self.initials.value(), self.person_name.value(), self.role.value(), self.active.value())

    def fault(self) -> str:
        """Refuse initials that are taken, and to lock oneself out."""
        draft = self.draft()
        if self.about is None and draft.initials in {user.initials for user in self.ward.users}:
            return self.tr("Somebody else has these initials. Add a letter.")
        if self.about == self.ward.desk.who and not draft.active:
            return self.tr("You are signed in yourself. Let somebody else set you inactive.")
        return ""

    def _store(self) -> Callable[[Desk], Done]:
        user = self.draft()
        return lambda desk: put_user(desk, user)


class UsersSection(ListSection):
    """Initials, name, role, and whether the person still works here."""

    def __init__(self, page: Page, ward: Ward) -> None:
        super().__init__(page, ward, {0: 80, 1: 160, 2: 110, 3: 96}, stretch=1)
        self.new = button("", icon="user-plus")
        self.card.add_title_widget(self.new)
        self.new.clicked.connect(self.add)

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("UsersSection", "Users")

    def retranslate(self) -> None:
        """Set every text anew."""
        self.card.set_title(self.tr("Users"), self.tr("the history names them by their initials"))
        self.new.setText(self.tr("New user"))
        self.table.name(self.tr("Users"), (self.tr("Initials"), self.tr("Name"), self.tr("Role"), self.tr("State")))

    def form_of(self, key: str | None) -> UserForm:
        """Return the form of a person."""
        return UserForm(self.ward, key)

    def result(self, form: SettingsForm) -> object:
        """Return the initials of the person."""
        return form.initials.value() if isinstance(form, UserForm) else form.about

    def rows(self) -> list[Row]:
        """Return the people as stored, those who work here first."""
        people = sorted(self.ward.users, key=lambda user: (not user.active, sort_key(user.name)))
        return [
            Row(
                user.initials,
                (
                    Cell(user.initials, "strong" if user.active else "muted"),
                    Cell(user.name, "" if user.active else "muted"),
                    Cell(text.sentence(role_word(user.role)), "secondary" if user.active else "muted"),
                    Cell("" if user.active else self.tr("has left"), "muted"),
                ),
            )
            for user in people
        ]
