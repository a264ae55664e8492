"""One act of the history: who, when, and every value before and after; with the way to take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from infusionplanner.application.act_kinds import BEGINNINGS, LASTING, ActKind
from infusionplanner.application.acts.undo import undo
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.patient_history import field_changes
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.widgets.card import separator
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.words import text
from infusionplanner_ui.words.act_words import act_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.journal import JournalAct
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.shell.ward import Ward

_MOST = 60
_NOT_FROM_HERE = LASTING | BEGINNINGS | {ActKind.ADD_PATIENT, ActKind.UNDO, ActKind.REDO}


class ChangePanel(ActPanel):
    """Shows what an act changed. Taking it back is itself an act, refused when something has changed since."""

    def __init__(self, ward: Ward, patient: PatientId, act: JournalAct) -> None:
        super().__init__(ward, patient)
        self._act = act
        self._undone = text_label("", "small", wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(space(1.5))
        self._lead = text_label("", "small", wrap=True)
        self.body.addWidget(self._lead)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._undone)
        self._fill()
        self.finish(self._take_back)

    def _fill(self) -> None:
        changes = list(field_changes(self._act, self.rules))
        for change in changes[:_MOST]:
            self._rows.addWidget(separator())
            self._rows.addWidget(text_label(f"{change.what} · {change.field}", "small", wrap=True))
            if change.before and change.after:
                self._rows.addWidget(text_label(change.before, "muted", wrap=True))
                self._rows.addWidget(text_label(f"→ {change.after}", "strong", wrap=True))
            else:
                gone = bool(change.before)
                shown = f"{change.before} →" if gone else change.after
                self._rows.addWidget(text_label(shown, "muted" if gone else "strong", wrap=True))
        if len(changes) > _MOST:
            self._rows.addWidget(text_label(self.tr("%n more value(s)", "", len(changes) - _MOST), "small"))

    @property
    def can_undo(self) -> bool:
        """Whether this act may be taken back at all."""
        return self._act.undone_by is None and self._act.kind not in _NOT_FROM_HERE

    def heading(self) -> str:
        """Return the title."""
        return act_words(self._act.kind)

    def action(self) -> str:
        """Return the words of the button, none when it cannot be taken back."""
        return self.tr("Undo this") if self.can_undo else ""

    def retranslate(self) -> None:
        """Set every text."""
        who = self.ward.state.names.get(self._act.who, self._act.who)
        self._lead.setText(text.join(who, text.moment(self._act.at)))
        self._undone.setText(self.tr("This has been undone.") if self._act.undone_by is not None else "")
        self._undone.setVisible(self._act.undone_by is not None)
        super().retranslate()

    def _take_back(self) -> Callable[[Desk], Done]:
        return partial(undo, act=self._act.id)
