"""What can become of a visit beside its usual steps: nothing given, a reaction while the dose runs, leaving early."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from infusionplanner.application.acts import visits
from infusionplanner.application.records import VisitState
from infusionplanner.application.views.seats import waiting_for
from infusionplanner.domain.patient import Reaction
from infusionplanner.domain.reaction import SERIOUS
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import CheckField, DoctorField, ListField, NoteField, TextField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId, Visit, VisitId
    from infusionplanner_ui.shell.ward import Ward

_OTHER = "other"
_NOT_BEGUN = frozenset({VisitState.PLANNED, VisitState.ARRIVED, VisitState.STARTED})


class _OfVisit(ActPanel):
    """A panel about one visit: the one that is named, else the patient's visit of today."""

    states: frozenset[VisitState] = frozenset()
    """In which states of the visit the act can be done."""

    def __init__(self, ward: Ward, patient: PatientId, visit: VisitId | None = None) -> None:
        super().__init__(ward, patient)
        today = ward.visits(self.today, self.today)
        known = today if visit is None else (*ward.file(patient).visits, *today)
        found = (row for row in known if row.patient == patient and (visit is None or row.id == visit))
        self.visit: Visit | None = next((row for row in found if row.state in self.states), None)

    def is_complete(self) -> bool:
        """Wait for a visit that the act suits."""
        return self.visit is not None

    @property
    def visit_id(self) -> VisitId:
        """The id of the visit."""
        assert self.visit is not None  # noqa: S101 - the panel is complete with a visit only
        return self.visit.id


class NotGivenPanel(_OfVisit):
    """Records why nothing was given at a visit, from the protocol's list or in words."""

    act = Act.NOT_GIVEN
    states = _NOT_BEGUN

    def __init__(self, ward: Ward, patient: PatientId, visit: VisitId | None = None) -> None:
        super().__init__(ward, patient, visit)
        self.reason = ListField(choices.reasons(ward.wording, self.protocol, "not_given"))
        self.other = TextField()
        self.add(self.reason, lambda: self.tr("Why nothing is given"), required=True)
        self.add(self.other, lambda: self.tr("The reason in words"), required=True)
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self.reason.set_options(choices.reasons(self.ward.wording, self.protocol, "not_given"))
        super().retranslate()

    def arrange(self) -> None:
        """Ask for another reason in words."""
        self.show_field(self.other, self.reason.value() == _OTHER)

    def consequences(self) -> Sequence[Said]:
        """Say that the visit is over and the dose still to be given."""
        return [Said(self.tr("The visit is over. The dose stays the next one."), Tone.WARN, "R-INT-10")]

    def _record(self) -> Callable[[Desk], Done]:
        chosen = self.reason.value()
        reason = self.other.value() if chosen == _OTHER else chosen
        return partial(visits.not_given, visit=self.visit_id, reason=reason)


class LeavePanel(_OfVisit):
    """Ends an observation before its time: why, and that the patient knows what to look out for."""

    act = Act.LEAVE_EARLY
    states = frozenset({VisitState.OBSERVING})
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId, visit: VisitId | None = None) -> None:
        super().__init__(ward, patient, visit)
        self.reason = TextField()
        self.knows = CheckField()
        self.tell_here()
        self.add(self.reason, lambda: self.tr("Why the patient leaves now"), required=True)
        self.add(self.knows)
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self.knows.set_words(self.tr("The patient knows what to look out for"))
        super().retranslate()

    def fault(self) -> str:
        """Ask that the patient is told once the reason is written."""
        told = self.knows.value() or self.reason.is_empty()
        return "" if told else self.tr("Tell the patient what to look out for, and tick it.")

    def consequences(self) -> Sequence[Said]:
        """Say how much of the observation is left."""
        until = None if self.visit is None else waiting_for(self.visit)
        if until is None:
            return []
        left = text.countdown((until - self.now()).total_seconds())
        return [Said(self.tr("To be observed for another {time}.").format(time=left), Tone.WARN, "R-OBS-1")]

    def _record(self) -> Callable[[Desk], Done]:
        return partial(visits.leave, visit=self.visit_id, early_reason=self.reason.value())


class RunningReactionPanel(ActPanel):
    """A reaction while the dose runs. ``kept`` carries kind, note and doctor; they are stored with the dose."""

    act = Act.REACTION
    kept = Signal(object, str, str)

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.kind, self.told, self.note = ListField([]), DoctorField(self.doctors()), NoteField()
        self._set_options()
        self.add(self.kind, lambda: self.tr("Kind of reaction"), required=True)
        self.add(self.told, lambda: self.tr("Doctor who was told"), required=True)
        self.add(self.note, lambda: self.tr("What happened and what was done"))
        self.finish()

    def _set_options(self) -> None:
        kinds = (kind for kind in Reaction if kind is not Reaction.NONE)
        self.kind.set_options(choices.chosen_first(choices.coded(self.ward.wording, "reaction", kinds)))

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def arrange(self) -> None:
        """Ask which doctor was told of a serious reaction."""
        self.show_field(self.told, self.kind.value() in SERIOUS)

    def consequences(self) -> Sequence[Said]:
        """Say what the reaction means, and that it is stored with the dose."""
        kept = Said(self.tr("It is stored together with the dose that is running."))
        return [reaction_said(self.kind.value()), kept]

    def do(self) -> None:
        """Hand the reaction on to the dose that is running."""
        told = self.told.value() if self.kind.value() in SERIOUS else ""
        self.kept.emit(Reaction(self.kind.value()), self.note.value(), told)
        self.closed.emit()


def reaction_said(kind: str) -> Said:
    """R-OBS-3 Return what a reaction means for the coming doses and their observation."""
    if kind in SERIOUS:
        words = QCoreApplication.translate("ReactionWords", "Stop: no further dose until a doctor has cleared it.")
        return Said(words, Tone.STOP, "R-OBS-3")
    if kind == Reaction.LOCAL:
        words = QCoreApplication.translate("ReactionWords", "A local reaction changes nothing in the observation.")
        return Said(words, rule="R-OBS-3")
    words = QCoreApplication.translate(
        "ReactionWords", "Full observation now and after all coming doses, until a doctor lifts it."
    )
    return Said(words, Tone.WARN, "R-OBS-3")
