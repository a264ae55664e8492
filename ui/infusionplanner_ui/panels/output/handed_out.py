"""What became of handing out many calendars: what changed for each patient, and who got none."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words.calendar_words import change_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from infusionplanner.application.calendar.hand_out_many import BulkExport
    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.shell.ward import Ward

_WHOLE = 100
"""The text takes the room that is left."""

_AT_ONCE = 25
"""Patients written between two looks at the mouse and the keys."""


class HandedOutPanel(ActPanel):
    """Says what each patient is to be told; as one text, which can be copied and holds hundreds of patients."""

    def __init__(self, ward: Ward, out: BulkExport, name: Callable[[PatientId], str]) -> None:
        super().__init__(ward)
        self._out = out
        self._name = name
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self._coming: Iterator[str] = iter(())
        self._writing = QTimer(self)
        self._writing.timeout.connect(self._write)
        self.tell_here()
        self.body.addWidget(self.text, _WHOLE)
        self.finish()

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Calendars handed out")

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Close")

    def retranslate(self) -> None:
        """Set every text."""
        super().retranslate()
        self.set_buttons(self.action())
        self.text.setAccessibleName(self.tr("What changed for each patient"))
        self.text.clear()
        self._coming = self._blocks()
        self._writing.start(0)

    def _write(self) -> None:
        """Write of some more patients, until all are there."""
        blocks = list(islice(self._coming, _AT_ONCE))
        if blocks:
            cursor = QTextCursor(self.text.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText("".join(f"{block}\n\n" for block in blocks))
        else:
            self._writing.stop()

    def _blocks(self) -> Iterator[str]:
        """Yield what is to be told of each patient: first who got no calendar, then what changed."""
        for row in self._out.skipped:
            yield f"{self._name(row.patient)}\n{row.sentence}"
        for who, changes in self._out.changes.items():
            sentences = (f"· {said}" for said in change_sentences(changes, self.ward.language))
            yield "\n".join((self._name(who), *sentences))

    def consequences(self) -> Sequence[Said]:
        """Return how many there are."""
        said = [Said(self.tr("%n calendar(s) written.", "", len(self._out.handed)), Tone.OK, kind="strong")]
        if self._out.skipped:
            said.append(Said(self.tr("%n without a calendar", "", len(self._out.skipped)), Tone.WARN))
        if self._out.changes:
            said.append(Said(self.tr("Give each patient the file, and tell what has changed:")))
        return said

    def do(self) -> None:
        """Close."""
        self.closed.emit()
