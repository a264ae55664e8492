"""Stops and warnings with their answers: a doctor's clearance of each stop, and that each warning was seen."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from infusionplanner.application.acts.judgement import Clearing
from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.panels.form.fields import ClockField, DoctorField, Field, TextField
from infusionplanner_ui.panels.form.rule_line import RuleLine, Rules, Said
from infusionplanner_ui.widgets.label import text_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.domain.finding import Finding

Key = tuple[str, str]


class FindingsBox(QWidget):
    """What the rules say against an act, with room for the answers. Hidden while they say nothing."""

    edited = Signal()

    def __init__(self, rules: Rules, now: Callable[[], datetime], doctors: Sequence[str] = ()) -> None:
        super().__init__()
        self._rules = rules
        self._now = now
        self._stops: tuple[Finding, ...] = ()
        self._warnings: tuple[Finding, ...] = ()
        self._cleared: dict[Key, QCheckBox] = {}
        self._seen: dict[Key, QCheckBox] = {}
        self._stop_lines, self._warning_lines = QVBoxLayout(), QVBoxLayout()
        self.doctor, self.reason, self.at = DoctorField(doctors), TextField(), ClockField(now().time())
        self._labels = [text_label("", "small") for _ in range(3)]
        self._build()
        self._name()
        self.hide()

    def _build(self) -> None:
        self._stop_box, stops = _box("stopbox")
        self._stop_title = text_label("", "error")
        stops.addWidget(self._stop_title)
        stops.addLayout(self._stop_lines)
        fields: tuple[Field, ...] = (self.doctor, self.at, self.reason)
        for label, field in zip(self._labels, fields, strict=True):
            stops.addWidget(label)
            stops.addWidget(field)
            field.edited.connect(self.edited)
        self._warning_box, warnings = _box("watchbox")
        warnings.addLayout(self._warning_lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(2))
        column.addWidget(self._stop_box)
        column.addWidget(self._warning_box)

    def retranslate(self, rules: Rules) -> None:
        """Set every text anew, in the words of the rules; the answers stay."""
        self._rules = rules
        self._fill_lines()
        self._name()

    def _name(self) -> None:
        self._stop_title.setText(self.tr("Stop: needs a doctor's clearance"))
        names = (self.tr("Cleared by (doctor)"), self.tr("Time today"), self.tr("Reason"))
        fields: tuple[Field, ...] = (self.doctor, self.at, self.reason)
        for label, field, name in zip(self._labels, fields, names, strict=True):
            label.setText(name)
            field.set_name(name)
        for boxes, words in ((self._cleared, self.tr("Cleared by the doctor")), (self._seen, self.tr("Seen"))):
            for box in boxes.values():
                box.setText(words)

    def show_findings(self, stops: Sequence[Finding], warnings: Sequence[Finding]) -> None:
        """Show what is to be answered; answers that were given to the same findings are kept."""
        if (tuple(stops), tuple(warnings)) != (self._stops, self._warnings):
            self._stops, self._warnings = tuple(stops), tuple(warnings)
            self._fill_lines()
            self._name()
        self._stop_box.setVisible(bool(stops))
        self._warning_box.setVisible(bool(warnings))
        self.setVisible(bool(stops or warnings))

    def _fill_lines(self) -> None:
        self._cleared = self._fill(self._stop_lines, self._stops, self._cleared)
        self._seen = self._fill(self._warning_lines, self._warnings, self._seen)

    def _fill(
        self, lines: QVBoxLayout, findings: Sequence[Finding], before: dict[Key, QCheckBox]
    ) -> dict[Key, QCheckBox]:
        ticked = {key for key, box in before.items() if box.isChecked()}
        while (item := lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        boxes = {}
        for finding in findings:
            sentence = self._rules.wording.finding(finding)
            line = RuleLine(self._rules, Said(sentence, tone_of(finding), finding.rule))
            box = QCheckBox()
            box.setChecked((finding.rule, finding.key) in ticked)
            box.setAccessibleDescription(sentence)
            box.toggled.connect(self.edited)
            line.add_to_foot(box)
            lines.addWidget(line)
            boxes[finding.rule, finding.key] = box
        return boxes

    @property
    def answered(self) -> bool:
        """Whether every stop is cleared by somebody with a reason, and every warning seen."""
        if not all(box.isChecked() for box in (*self._cleared.values(), *self._seen.values())):
            return False
        return not self._stops or bool(self.doctor.value() and self.reason.value() and not self._time_fault())

    def filled_in(self) -> tuple[object, ...]:
        """Return the answers that were given; the time stands there from the beginning."""
        ticked = (key for boxes in (self._cleared, self._seen) for key, box in boxes.items() if box.isChecked())
        return (*ticked, *((self.doctor.value(), self.reason.value()) if self._stops else ()))

    def _time_fault(self) -> bool:
        return self.at.time() is None

    def missing(self) -> str:
        """Return what is still to be answered, empty when nothing is."""
        if self._stops and not self.answered:
            return self.tr("Every stop needs a doctor's name, a time and a reason.")
        return "" if self.answered else self.tr("Tick the warnings that you have seen.")

    def clearances(self) -> tuple[Clearing, ...]:
        """Return the doctor's clearance of each stop."""
        now, time = self._now(), self.at.time()
        at = None if time is None else min(datetime.combine(now.date(), time), now)
        return tuple(
            Clearing(finding.rule, finding.key, self.doctor.value(), self.reason.value(), at) for finding in self._stops
        )

    def acknowledged(self) -> tuple[Key, ...]:
        """Return the warnings that were seen."""
        return tuple(key for key, box in self._seen.items() if box.isChecked())


def _box(kind: str) -> tuple[QFrame, QVBoxLayout]:
    box = QFrame()
    set_kind(box, kind)
    column = QVBoxLayout(box)
    column.setContentsMargins(space(3), space(2.5), space(3), space(3))
    column.setSpacing(space(1.5))
    return box, column
