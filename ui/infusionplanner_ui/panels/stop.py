"""The end of the treatment: what is withdrawn with it, and what follows (R-STOP)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.orders import preview_stop, record_next_treatment, stop_treatment
from infusionplanner.domain.patient import NextTreatment, Stop, StopReason
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices, preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import CheckField, DateField, ListField, TextField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.domain.result import Plan
    from infusionplanner_ui.shell.ward import Ward

_SAID_HERE = frozenset({"stop.reason_missing", "switch.due"})
NONE, OTHER = "none", "other"
TREATMENTS = ("rituximab", "ocrelizumab", "ofatumumab", "cladribine", "alemtuzumab")


class NextFields:
    """Which treatment follows, for both panels: one of those known by name, another one, or none."""

    def __init__(self, panel: ActPanel, known: str = "") -> None:
        self._panel = panel
        self.which = ListField([])
        self.other = TextField("" if known in TREATMENTS else known)
        self.set_options()
        self.which.set_value(known if known in TREATMENTS else OTHER if known else "")

    def set_options(self) -> None:
        """Name the choices anew."""
        panel = self._panel
        named = choices.coded(panel.ward.wording, "treatment", TREATMENTS)
        self.which.set_options(
            [
                ("", QCoreApplication.translate("NextFields", "Choose …")),
                *named,
                (OTHER, QCoreApplication.translate("NextFields", "Another treatment")),
                (NONE, QCoreApplication.translate("NextFields", "None planned")),
            ]
        )

    def lay_out(self) -> None:
        """Put the fields into the panel."""
        panel = self._panel
        panel.add(self.which, lambda: QCoreApplication.translate("NextFields", "Treatment that follows"), required=True)
        panel.add(self.other, lambda: QCoreApplication.translate("NextFields", "Name of the treatment"), required=True)

    def arrange(self) -> None:
        """Ask for the name of another treatment."""
        self._panel.show_field(self.other, self.which.value() == OTHER)

    def treatment(self) -> str | None:
        """Return the treatment, or None when none is planned."""
        chosen = self.which.value()
        return None if chosen in {"", NONE} else self.other.value() if chosen == OTHER else chosen


class StopPanel(ActPanel):
    """Stops the treatment in one step, after showing all that is withdrawn (R-STOP-1)."""

    act = Act.STOP
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._withdrawn = ward.at_desk(preview_stop, patient)
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.reason = ListField(choices.reasons(ward.wording, self.protocol, "stop"))
        self.next = NextFields(self)
        self.high_risk = CheckField()
        self.add(self.reason, lambda: self.tr("Reason"), required=True)
        self.add(self.on, lambda: self.tr("Stopped on"), required=True)
        self.next.lay_out()
        self.add(self.high_risk, lambda: "")
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self.reason.set_options(choices.reasons(self.ward.wording, self.protocol, "stop"))
        self.next.set_options()
        self.high_risk.set_words(self.tr("High risk of PML: follow up for six months"))
        super().retranslate()

    def arrange(self) -> None:
        """Ask for what the choice needs."""
        self.next.arrange()

    def consequences(self) -> Sequence[Said]:
        """Return what is withdrawn, then what the rules say of the stop."""
        said = []
        for visit in self._withdrawn.visits:
            at = text.clock(visit.time) if visit.time is not None else ""
            kind = self.ward.wording.code("appointment", visit.kind)
            what = text.join(f"{kind} {text.day_short(visit.on)}", at)
            said.append(Said(self.tr("Cancelled: {what}").format(what=what), Tone.WARN, "R-STOP-1"))
        for row in self._withdrawn.prescriptions:
            issued = self.tr("Withdrawn: H-prescription of {day}").format(day=text.date(row.issued_on))
            said.append(Said(issued, Tone.WARN, "R-RX-8"))
        if not said:
            said.append(Said(self.tr("No booked visits and no prescription to withdraw."), rule="R-STOP-1"))
        gone = tuple(replace(row, withdrawn_on=self.today) for row in self._withdrawn.prescriptions)
        kept = tuple(row for row in self.patient.course.prescriptions if row not in self._withdrawn.prescriptions)
        stopped = preview.with_course(self.patient, stop=self._stop(), prescriptions=(*kept, *gone))
        after = preview.planned(self, stopped)
        return [*said, *self._switch(after), *preview.news(self, after, less=_SAID_HERE)]

    def _switch(self, after: Plan) -> list[Said]:
        change = after.transition
        if change is None or change.proposed is None:
            return []
        name = self.ward.wording.label("treatment", change.treatment)
        dose = f"{name} {change.dose_mg} mg" if change.dose_mg else name
        return [Said(f"{dose}: {text.day(change.proposed, year=True)}", rule=change.rule)]

    def _stop(self) -> Stop:
        treatment = self.next.treatment()
        following = NextTreatment(treatment) if treatment else None
        reason = StopReason(self.reason.value()) if self.reason.value() else None
        return Stop(self.on.day() or self.today, reason, following, high_risk=self.high_risk.value() or None)

    def _record(self) -> Callable[[Desk], Done]:
        return partial(stop_treatment, patient=self.who, stop=self._stop())


class NextTreatmentPanel(ActPanel):
    """Records what follows a stopped treatment; once it has started, the rebound clock ends (R-INT-9)."""

    act = Act.NEXT_TREATMENT

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        stop = self.patient.course.stop
        known = stop.next if stop is not None else None
        self.next = NextFields(self, known.treatment if known is not None else "")
        self.started = DateField(DateUse.PAST, self.today, known.started_on if known is not None else None)
        self.next.lay_out()
        self.add(self.started, lambda: self.tr("Started on (empty: not yet)"))
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self.next.set_options()
        super().retranslate()

    def arrange(self) -> None:
        """Ask for what the choice needs."""
        self.next.arrange()

    def fault(self) -> str:
        """Ask for a treatment."""
        return "" if self.next.treatment() else self.tr("Choose the treatment that follows.")

    def consequences(self) -> Sequence[Said]:
        """Return whether the rebound clock ends."""
        if self.started.day() is None:
            return [Said(self.tr("The rebound clock runs until it has started."), Tone.WARN, "R-INT-9")]
        return [Said(self.tr("The rebound clock ends."), Tone.OK, "R-INT-9")]

    def _record(self) -> Callable[[Desk], Done]:
        following = NextTreatment(self.next.treatment() or "", self.started.day())
        return partial(record_next_treatment, patient=self.who, next_=following)
