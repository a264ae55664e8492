"""The people who use the program. Nobody is deleted, since the history names them; who leaves is set inactive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from infusionplanner.application.names import sort_key
from infusionplanner.application.records import User
from infusionplanner.application.unit import put_user
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.rows import Row
from infusionplanner_ui.pages.settings.lists import DETAIL_WIDTH, RowsTable
from infusionplanner_ui.pages.settings.section import NARROW_FIELD, Detail, Form, Section
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.words import text
from infusionplanner_ui.words.people import ROLES, role_word

if TYPE_CHECKING:
    from infusionplanner.application.records import Done
    from infusionplanner_ui.shell.ward import Ward

_MOST_INITIALS = 8


class UsersSection(Section):
    """Initials, name, role, and whether the person still works here."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(ward, parent)
        self._card = Card(flush=True)
        self.table = RowsTable()
        self.table.prepare({0: 90, 1: 200, 2: 140, 3: 110}, stretch=1)
        self.new = button("", icon="user-plus")
        self.detail = Detail(DETAIL_WIDTH)
        self.initials, self.person_name = QLineEdit(), QLineEdit()
        self.role, self.active = SegmentedControl(), QCheckBox()
        self._form = Form(label_width=space(14))
        self.store_button = button("", "primary")
        self._people: tuple[User, ...] = ()
        self._adding = False
        self._wanted: str | None = None
        self._build()

    def _build(self) -> None:
        self.initials.setMaxLength(_MOST_INITIALS)
        self.person_name.setMaxLength(100)
        self._form.add(lambda: self.tr("Initials"), self.initials, width=NARROW_FIELD)
        self._form.add(lambda: self.tr("Name"), self.person_name)
        self._form.add(lambda: self.tr("Role"), self.role)
        self._form.add(lambda: self.tr("State"), self.active)
        self.detail.body.addWidget(self._form)
        self.detail.close_with(self.store_button)
        self.error = self.detail.error
        self._card.add_title_widget(self.new)
        self._card.body.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(space(4))
        row.addWidget(self._card, 1)
        row.addWidget(self.detail, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row, 1)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self._edit)
        self.new.clicked.connect(self.add)
        self.store_button.clicked.connect(self.store)
        self.detail.accepted.connect(self.store)
        self.detail.rejected.connect(self._leave)
        for edit in (self.initials, self.person_name):
            edit.textChanged.connect(self._review)
        self.role.changed.connect(lambda _: self._review())
        self.active.toggled.connect(self._review)

    @classmethod
    def name(cls) -> str:
        """Return what the list of sections calls it."""
        return QCoreApplication.translate("UsersSection", "Users")

    def retranslate(self) -> None:
        """Set every text anew."""
        self._card.set_title(self.tr("Users"), self.tr("the history names them by their initials"))
        self._form.retranslate()
        self.role.set_segments([(role, text.sentence(role_word(role))) for role in ROLES])
        self.active.setText(self.tr("Works here"))
        self.active.setAccessibleName("")
        self.new.setText(self.tr("New user"))
        self.table.name(self.tr("Users"), (self.tr("Initials"), self.tr("Name"), self.tr("Role"), self.tr("State")))
        if self.ward.is_open:
            self.show_facts()
        self._name_detail()

    # facts

    def show_facts(self) -> None:
        """Show the people as stored; what is typed stays."""
        self._people = tuple(sorted(self.ward.users, key=lambda user: (not user.active, sort_key(user.name))))
        typed = (self.draft(), self._adding) if self._wanted is None and self.store_button.isEnabled() else None
        self._show_rows()
        if typed is not None:
            self._adding = typed[1]
            self._write(typed[0])
        self._wanted = None

    def _show_rows(self) -> None:
        rows = [
            Row(
                user.initials,
                (
                    Cell(user.initials, "strong" if user.active else "muted"),
                    Cell(user.name, "" if user.active else "muted"),
                    Cell(text.sentence(role_word(user.role)), "secondary" if user.active else "muted"),
                    Cell("" if user.active else self.tr("has left"), "muted"),
                ),
            )
            for user in self._people
        ]
        self.table.show_rows(rows, self._wanted)

    @property
    def chosen(self) -> User | None:
        """The person whose fields are shown, None while a new one is added."""
        if self._adding:
            return None
        return next((user for user in self._people if user.initials == self.table.key), None)

    def draft(self) -> User:
        """Return the person as the fields stand."""
        initials, name = self.initials.text().strip(), self.person_name.text().strip()
        return User(initials, name, self.role.current or "nurse", self.active.isChecked())

    # fields

    def _choose(self) -> None:
        self._adding = not self._people
        self._write(self.chosen or User("", ""))

    def _write(self, user: User) -> None:
        self.initials.setText(user.initials)
        self.person_name.setText(user.name)
        self.role.select(user.role)
        self.active.setChecked(user.active)
        self._name_detail()
        self._review()

    def _name_detail(self) -> None:
        user = self.chosen
        title = (
            self.tr("New user") if user is None else self.tr("Change {name}").format(name=user.name or user.initials)
        )
        self.detail.set_title(title)
        self.store_button.setText(self.tr("Add") if user is None else self.tr("Save"))
        self.initials.setEnabled(user is None)

    def fault(self) -> str:
        """Return what is wrong with the fields, empty when nothing is or nothing is typed yet."""
        draft, user = self.draft(), self.chosen
        if user is None and draft.initials in {other.initials for other in self._people}:
            return self.tr("Somebody else has these initials. Add a letter.")
        if user is not None and user.initials == self.ward.desk.who and not draft.active:
            return self.tr("You are signed in yourself. Let somebody else set you inactive.")
        return ""

    def _review(self) -> None:
        if not self.ward.is_open:
            return
        draft, fault = self.draft(), self.fault()
        self.error.say(fault)
        whole = bool(draft.initials and draft.name)
        self.store_button.setEnabled(whole and draft != self.chosen and not fault)
        self.unsaved.emit(self.store_button.isEnabled())

    def _edit(self) -> None:
        first = self.initials if self.initials.isEnabled() else self.person_name
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()

    def _leave(self) -> None:
        self._choose()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # acts

    def add(self) -> None:
        """Empty the fields for a new person."""
        self._adding = True
        self._write(User("", ""))
        self._edit()

    def store(self) -> None:
        """Store the person."""
        if not self.store_button.isEnabled():
            return
        user = self.draft()
        self.store_button.setEnabled(False)
        self._wanted = user.initials
        self.save(lambda desk: put_user(desk, user), self._done)

    def _done(self, _: Done) -> None:
        self._adding = False
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def failed(self, error: Exception) -> None:
        """Show why it was refused, and let it be tried again."""
        self._wanted = None
        self._review()
        super().failed(error)
