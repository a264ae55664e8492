"""What must be closed before the first dose (R-START-1), and a bridging course (R-INT-12)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.patients import edit_patient
from infusionplanner.application.acts.results import record_gate
from infusionplanner.domain.patient import Bridging, Gate
from infusionplanner.domain.plan import check
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField, NumberField, TextField
from infusionplanner_ui.panels.form.rule_line import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.finding import Finding
    from infusionplanner_ui.shell.ward import Ward

_GATE = "gate.open"
MOST_PLANNED = 24


class GatePanel(ActPanel):
    """Shows every item of the start list, open or closed, and records the two that are no test results."""

    act = Act.GATE
    edits = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        gate = self.patient.course.gate
        self.reviewed = DateField(DateUse.PAST, self.today, gate.reviewed)
        self.informed = DateField(DateUse.PAST, self.today, gate.informed)
        self.add(self.reviewed, lambda: self.tr("Indication and contraindications reviewed on"))
        self.add(self.informed, lambda: self.tr("Patient informed of rebound, pregnancy and PML on"))
        self.finish(self._record)

    def consequences(self) -> Sequence[Said]:
        """Return each item as closed or open."""
        after = preview.with_course(self.patient, gate=self._gate())
        coming = self.ward.plan(self.who).next_dose
        on = max(coming.day, self.today) if coming is not None else self.today
        missing = open_items(check(after, self.protocol, self.ward.unit, on).findings)
        language = self.ward.wording.language
        return [
            Said(item.text.in_language(language), Tone.STOP if item.key in missing else Tone.OK, item.rule)
            for item in self.protocol.gate
        ]

    def _gate(self) -> Gate:
        return Gate(self.reviewed.day(), self.informed.day())

    def _record(self) -> Callable[[Desk], Done]:
        return partial(record_gate, patient=self.who, gate=self._gate())


def open_items(findings: Sequence[Finding]) -> frozenset[str]:
    """Return the keys of the items that are open."""
    for finding in findings:
        missing = finding.facts.get("missing")
        if finding.key == _GATE and isinstance(missing, tuple):
            return frozenset(map(str, missing))
    return frozenset()


class BridgingPanel(ActPanel):
    """A short course before another treatment: how many doses, and when the next treatment starts."""

    act = Act.BRIDGING
    edits = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._shown = self.patient
        known = self._shown.course.bridging
        self.planned = NumberField(1, MOST_PLANNED, whole=True)
        self.planned.set_number(known.planned_doses if known is not None else None)
        self.next = TextField(known.next_treatment or "" if known is not None else "")
        self.on = DateField(DateUse.COMING, self.today, known.next_on if known is not None else None)
        self.add(self.planned, lambda: self.tr("Planned doses (empty: no bridging course)"))
        self.add(self.next, lambda: self.tr("Treatment that follows"))
        self.add(self.on, lambda: self.tr("It starts on"))
        self.finish(self._record)

    def fault(self) -> str:
        """Ask for the day of the next treatment, which is mandatory (R-INT-12)."""
        if self.planned.whole() is not None and self.on.day() is None:
            return self.tr("A bridging course needs the day of the next treatment.")
        return ""

    def consequences(self) -> Sequence[Said]:
        """Return what a bridging course means."""
        after = preview.with_course(self.patient, bridging=self._bridging())
        said = preview.outcome(self, preview.planned(self, after))
        if self._bridging() is not None:
            words = self.tr("No longer interval, no home treatment, full observation every time.")
            said.insert(0, Said(words, rule="R-INT-12"))
        return said

    def _bridging(self) -> Bridging | None:
        planned = self.planned.whole()
        return None if planned is None else Bridging(planned, self.next.value() or None, self.on.day())

    def _record(self) -> Callable[[Desk], Done]:
        known = self._shown
        edited = replace(known, course=replace(known.course, bridging=self._bridging()))
        return partial(edit_patient, known=known, edited=edited)
