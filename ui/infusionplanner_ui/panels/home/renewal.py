"""The renewal of an H-prescription, step by step, each with who and when (R-RX-5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.renewals import advance_renewal, asks_for_prescription
from infusionplanner.application.records import RenewalState
from infusionplanner.application.views.renewal import RenewalStage, left_out, prescription_need, renewal_of
from infusionplanner.domain.patient import Prescription
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import CheckField, DateField, ListField, NumberField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.panels.home.prescription import MOST_DOSES
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner.application.views.renewal import Renewal, TakenStep
    from infusionplanner_ui.shell.ward import Ward

_STEPS = tuple(RenewalState)


class RenewalPanel(ActPanel):
    """Records the next step of a renewal; what was done before stands above it."""

    act = Act.RENEWAL
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.renewal: Renewal = ward.at_desk(renewal_of, patient)
        self.step = ListField([])
        self._set_options()
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.leaving_out = CheckField()
        self.issued_on = DateField(DateUse.PAST, self.today, self.today)
        self.doses = NumberField(1, MOST_DOSES, whole=True)
        need = ward.at_desk(prescription_need, patient, self.today)
        self.doses.set_number(max(need.doses, 1) if need is not None else None)
        self.tell_here()
        self.add(self.step, lambda: self.tr("Next step"))
        self.add(self.on, lambda: self.tr("On"), required=True)
        self.add(self.leaving_out, lambda: "")
        self.add_pair(
            (self.issued_on, lambda: self.tr("New prescription issued on")),
            (self.doses, lambda: self.tr("Doses authorised")),
            required=True,
        )
        self.finish(self._record)

    def _set_options(self) -> None:
        """Offer what can follow; after the medicine is collected everything, since another renewal begins."""
        words = stage_words()
        after = self.renewal.next
        coming = _STEPS if after is None else _STEPS[_STEPS.index(after) :]
        self.step.set_options([(state.value, words[RenewalStage(state)]) for state in coming])

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def consequences(self) -> Sequence[Said]:
        """Return by when it is needed, and the steps that were taken, with who and when."""
        said = []
        if self.renewal.needed_by is not None:
            day = text.date(self.renewal.needed_by)
            tone = Tone.STOP if self.renewal.overdue else Tone.NEUTRAL
            said.append(Said(self.tr("Needed by {day}").format(day=day), tone, "R-RX-5"))
        said += [Said(step_words(step), Tone.OK) for step in self.renewal.steps]
        if not self.renewal.steps:
            said.append(Said(self.tr("Nobody has done anything yet.")))
        return said

    def arrange(self) -> None:
        """Ask about steps that would be left out, and for the new prescription with which a renewal ends."""
        missing = self._left_out()
        names = ", ".join(stage_words()[RenewalStage(step)] for step in missing)
        self.leaving_out.set_words(self.tr("Leave out: {steps}").format(steps=names))
        self.show_field(self.leaving_out, bool(missing))
        for field in (self.issued_on, self.doses):
            self.show_field(field, self._ends())

    def is_complete(self) -> bool:
        """Wait until somebody says that the steps are left out."""
        return not self._left_out() or self.leaving_out.value()

    def _step(self) -> RenewalState:
        return RenewalState(self.step.value())

    def _left_out(self) -> tuple[RenewalState, ...]:
        return left_out(self.renewal.steps if self.renewal.is_open else (), self._step())

    def _ends(self) -> bool:
        return asks_for_prescription(self.renewal, self.patient.course, self._step())

    def _record(self) -> Callable[[Desk], Done]:
        issued = self.issued_on.day() or self.today
        return partial(
            advance_renewal,
            patient=self.who,
            step=self._step(),
            on=self.on.day(),
            leaving_out=self.leaving_out.value(),
            prescription=Prescription(issued, self.doses.whole()) if self._ends() else None,
        )


def stage_words() -> dict[RenewalStage, str]:
    """Return how far a renewal has come, in words."""
    return {
        RenewalStage.NONE: QCoreApplication.translate("RenewalWords", "Nothing to do"),
        RenewalStage.NEEDED: QCoreApplication.translate("RenewalWords", "Needed"),
        RenewalStage.ASKED: QCoreApplication.translate("RenewalWords", "Asked the doctor"),
        RenewalStage.SIGNED: QCoreApplication.translate("RenewalWords", "Signed"),
        RenewalStage.AT_PHARMACY: QCoreApplication.translate("RenewalWords", "At the pharmacy"),
        RenewalStage.COLLECTED: QCoreApplication.translate("RenewalWords", "Collected"),
    }


def step_words(step: TakenStep) -> str:
    """Return a step with day and person: ``Spurt legen 20.11 (AD)``; an implied one has nobody."""
    said = f"{stage_words()[step.stage]} {text.date(step.on)}"
    return f"{said} ({step.who})" if step.who else said
