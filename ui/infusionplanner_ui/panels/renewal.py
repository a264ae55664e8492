"""The renewal of an H-prescription, step by step, each with who and when (R-RX-5)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.records import RenewalState
from infusionplanner.application.views.renewal import RenewalStage, advance_renewal, renewal_of
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField, ListField
from infusionplanner_ui.panels.form.rule_line import Said
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
        self.tell_here()
        self.add(self.step, lambda: self.tr("Next step"))
        self.add(self.on, lambda: self.tr("On"), required=True)
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

    def _record(self) -> Callable[[Desk], Done]:
        return partial(advance_renewal, patient=self.who, step=RenewalState(self.step.value()), on=self.on.day())


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
    said = f"{stage_words()[step.stage]} {text.date_short(step.on)}"
    return f"{said} ({step.who})" if step.who else said
