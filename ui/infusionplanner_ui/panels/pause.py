"""Holding the coming doses, and the doctor's decision that they go on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.health_events import lift_hold, lift_reactions, open_hold
from infusionplanner.domain.history import View
from infusionplanner.domain.holds import is_open
from infusionplanner.domain.patient import Hold, HoldKind, ReactionLift
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices, preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField, DoctorField, ListField
from infusionplanner_ui.panels.form.visits_field import VisitsField
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, FactId, PatientId
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner.domain.unit import Unit
    from infusionplanner_ui.panels.form.rule_line import Said
    from infusionplanner_ui.shell.ward import Ward

_REACTIONS = "reactions"


class PausePanel(ActPanel):
    """Holds all coming doses, home doses too, until a doctor lifts it (R-PML-6)."""

    act = Act.PAUSE
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.kind = ListField(choices.chosen_first(choices.coded(ward.wording, "hold", HoldKind)))
        self.from_ = DateField(DateUse.PAST, self.today, self.today)
        self.add(self.kind, lambda: self.tr("Why"), required=True)
        self.visits = VisitsField()
        self.add(self.from_, lambda: self.tr("From"), required=True)
        self.add(self.visits, lambda: self.tr("Booked visits that do not fit any more"), required=True)
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self.kind.set_options(choices.chosen_first(choices.coded(self.ward.wording, "hold", HoldKind)))
        super().retranslate()

    def arrange(self) -> None:
        """Ask what becomes of the visits that the hold stands in the way of."""
        preview.ask_of_visits(self, self.visits, self._held())

    def consequences(self) -> Sequence[Said]:
        """Return what waits."""
        return preview.outcome(self, preview.planned(self, self._held()))

    def _held(self) -> Patient:
        if self.kind.is_empty():
            return self.patient
        hold = Hold(self.from_.day() or self.today, HoldKind(self.kind.value()))
        return preview.with_course(self.patient, holds=(*self.patient.course.holds, hold))

    def _record(self) -> Callable[[Desk], Done]:
        kind, visits = HoldKind(self.kind.value()), self.visits.changes()
        return partial(open_hold, patient=self.who, kind=kind, from_=self.from_.day(), visits=visits)


class LiftPanel(ActPanel):
    """Lifts a hold, or earlier reactions (R-OBS-3): the decision of a named doctor."""

    act = Act.LIFT

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        record = ward.file(patient).record
        held = zip(record.ids["holds"], record.patient.course.holds, strict=True)
        self._holds: dict[str, tuple[FactId, Hold]] = {
            str(fact): (fact, hold) for fact, hold in held if is_open(hold, self.today)
        }
        self._reacted = has_reaction(self.patient, self.protocol, ward.unit, self.today)
        self.which = ListField([])
        self._set_options()
        self.by = DoctorField(self.doctors())
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.add(self.which, lambda: self.tr("What is lifted"), required=True)
        self.add(self.by, lambda: self.tr("Decided by (doctor)"), required=True)
        self.add(self.on, lambda: self.tr("Decided on"), required=True)
        self.finish(self._record)

    def _set_options(self) -> None:
        since = self.tr("{kind} since {day}")
        options = [
            (key, since.format(kind=self.ward.wording.label("hold", hold.kind), day=text.date(hold.from_)))
            for key, (_, hold) in self._holds.items()
        ]
        if self._reacted:
            options.append((_REACTIONS, self.tr("Full observation after a reaction")))
        self.which.set_options(options)

    def first(self) -> DoctorField:
        """Begin with the doctor."""
        return self.by

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def consequences(self) -> Sequence[Said]:
        """Return what goes on again."""
        if self.which.is_empty():
            return ()
        course, on, by = self.patient.course, self.on.day() or self.today, self.by.value()
        if self.which.value() == _REACTIONS:
            lifted = (*course.reactions_lifted, ReactionLift(on, by))
            after = preview.with_course(self.patient, reactions_lifted=lifted)
        else:
            chosen = self._holds[self.which.value()][1]
            gone = replace(chosen, lifted_on=on, lifted_by=by)
            after = preview.with_course(self.patient, holds=tuple(gone if h == chosen else h for h in course.holds))
        return preview.outcome(self, preview.planned(self, after))

    def _record(self) -> Callable[[Desk], Done]:
        by, on = self.by.value(), self.on.day()
        if self.which.value() == _REACTIONS:
            return partial(lift_reactions, patient=self.who, by=by, on=on)
        return partial(lift_hold, patient=self.who, fact=self._holds[self.which.value()][0], by=by, on=on)


def has_reaction(patient: Patient, protocol: Protocol, unit: Unit, today: date) -> bool:
    """Tell whether a reaction still keeps the full observation."""
    return View(patient, protocol, unit, today).reaction is not None
