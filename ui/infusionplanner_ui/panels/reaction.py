"""A reaction to a dose, and the doctor's decision that it no longer binds."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.health_events import report_reaction
from infusionplanner.domain.patient import DoseStatus, Reaction
from infusionplanner.domain.reaction import SERIOUS
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices, preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DoctorField, ListField, NoteField
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, FactId, PatientId
    from infusionplanner.domain.patient import Dose
    from infusionplanner_ui.panels.form.fields import Field
    from infusionplanner_ui.panels.form.rule_line import Said
    from infusionplanner_ui.shell.ward import Ward


class ReactionPanel(ActPanel):
    """Records the kind of a reaction to a recorded dose, and what was done."""

    act = Act.REACTION

    def __init__(self, ward: Ward, patient: PatientId, fact: FactId | None = None) -> None:
        super().__init__(ward, patient)
        record = ward.file(patient).record
        given = zip(record.ids["doses"], record.patient.course.doses, strict=True)
        self._doses: dict[FactId, Dose] = {
            number: dose for number, dose in given if dose.status is not DoseStatus.MISSED
        }
        latest = max(self._doses, key=lambda number: self._doses[number].on)
        self.dose = ListField([])
        self.kind = ListField([])
        self.told = DoctorField(self.doctors())
        self.note = NoteField()
        self._set_options()
        self.dose.set_value(str(fact or latest))
        self.add(self.dose, lambda: self.tr("Which dose"))
        self.add(self.kind, lambda: self.tr("Kind of reaction"), required=True)
        self.add(self.told, lambda: self.tr("Doctor who was told"), required=True)
        self.add(self.note, lambda: self.tr("What happened and what was done"))
        self.finish(self._record)

    def _set_options(self) -> None:
        newest = sorted(self._doses.items(), key=lambda pair: pair[1].on, reverse=True)
        self.dose.set_options([(str(number), text.sentence(text.long_day(dose.on))) for number, dose in newest])
        self.kind.set_options(choices.chosen_first(choices.coded(self.ward.wording, "reaction", Reaction)))

    def first(self) -> Field:
        """Begin with the kind: the newest dose is proposed."""
        return self.kind

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def arrange(self) -> None:
        """Ask which doctor was told of a serious reaction."""
        self.show_field(self.told, self.kind.value() in SERIOUS)

    def consequences(self) -> Sequence[Said]:
        """Return what the reaction means for observation and home treatment."""
        course, chosen = self.patient.course, self._doses[self._fact()]
        marked = replace(chosen, reaction=Reaction(self.kind.value()))
        doses = tuple(marked if dose == chosen else dose for dose in course.doses)
        return preview.outcome(self, preview.planned(self, preview.with_course(self.patient, doses=doses)))

    def _fact(self) -> FactId:
        return next(number for number in self._doses if str(number) == self.dose.value())

    def _record(self) -> Callable[[Desk], Done]:
        return partial(
            report_reaction,
            patient=self.who,
            dose_id=self._fact(),
            reaction=Reaction(self.kind.value()),
            note=self.note.value(),
            told=self.told.value() if self.kind.value() in SERIOUS else "",
        )
