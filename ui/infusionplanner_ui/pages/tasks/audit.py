"""How well the controls are kept: one line for each, counted in the worker a few patients at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from infusionplanner.application.views.audit import KINDS, Kept, audit, kept
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.countdown import ProgressLine
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner.application.records import PatientId
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.result import Plan
    from infusionplanner_ui.shell.ward import Ward

_AT_ONCE = 40
"""Patients counted in one piece of work, so that an act of a nurse never waits long."""

_GOOD = 0.9


class AuditCard(Card):
    """The share of each control done inside its interval over the last 12 months."""

    def __init__(self, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ward = ward
        self._known: dict[PatientId, tuple[Patient, Plan, tuple[Kept, ...]]] = {}
        self._round = 0
        self._lines: dict[str, tuple[QLabel, ProgressLine, QLabel, QLabel]] = {}
        self.shown: tuple[Kept, ...] = ()
        grid = QGridLayout()
        grid.setHorizontalSpacing(space(3))
        grid.setVerticalSpacing(space(2))
        for row, kind in enumerate(KINDS):
            line = (text_label(""), ProgressLine(Tone.RUNNING), text_label("", "strong"), text_label("", "small"))
            for column, part in enumerate(line):
                grid.addWidget(part, row, column)
            self._lines[kind] = line
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def retranslate(self) -> None:
        """Set every text anew."""
        self.set_title(self.tr("Controls done in time"), self.tr("last 12 months"))
        self.setToolTip(
            self.tr(
                "A control counts as done in time when its result is dated on or before the day it was due. "
                "Controls that are not due yet do not count."
            )
        )
        self._show(self.shown)

    def refresh(self) -> None:
        """Count anew what has changed."""
        overview = self._ward.overview
        self._round += 1
        self._known = {
            who: known
            for who, known in self._known.items()
            if overview.patients.get(who) is known[0] and overview.plans[who] is known[1]
        }
        self._count([who for who in overview.patients if who not in self._known], self._round)

    def _count(self, waiting: list[PatientId], turn: int) -> None:
        """Count some patients in the worker, then the next ones; an older turn is given up."""
        if turn != self._round or not self._ward.is_open:
            return
        if not waiting:
            self._show(audit(rows for _, _, rows in self._known.values()))
            return
        overview, now, later = self._ward.overview, waiting[:_AT_ONCE], waiting[_AT_ONCE:]

        def count() -> dict[PatientId, tuple[Patient, Plan, tuple[Kept, ...]]]:
            made = {}
            for who in now:
                patient = overview.patients[who]
                protocol = overview.protocols[patient.course.protocol]
                rows = kept(patient, protocol, overview.unit, overview.as_of)
                made[who] = (patient, overview.plans[who], rows)
            return made

        def counted(made: dict[PatientId, tuple[Patient, Plan, tuple[Kept, ...]]]) -> None:
            self._known |= made
            self._count(later, turn)

        self._ward.operations.run(count, owner=self, done=counted)

    def _show(self, rows: tuple[Kept, ...]) -> None:
        self.shown = rows
        for kind, (name, bar, share, count) in self._lines.items():
            row = next((row for row in rows if row.kind == kind), Kept(kind))
            name.setText(text.sentence(self._ward.wording.code("topic", kind)))
            known = row.share
            bar.set_share(known or 0.0, Tone.WARN if known is not None and known < _GOOD else Tone.RUNNING)
            share.setText("–" if known is None else self.tr("{percent} %").format(percent=percent(row)))
            count.setText(self.tr("{inside} of {all}").format(inside=row.inside, all=row.of) if row.of else "")


def percent(row: Kept) -> int:
    """Return the share in whole per cent, half rounded up, but 100 only when all are inside."""
    rounded = (200 * row.inside + row.of) // (2 * row.of) if row.of else 0
    return rounded if row.inside == row.of else min(rounded, 99)
