"""A recorded dose that was wrong: corrected, or taken out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.doses import correct_dose, open_findings, remove_dose
from infusionplanner.application.records import DoseDetail
from infusionplanner.domain.patient import DoseStatus
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.dose import DosePanel
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, FactId, PatientId
    from infusionplanner.domain.finding import Finding
    from infusionplanner.domain.patient import Dose
    from infusionplanner_ui.panels.form import choices
    from infusionplanner_ui.shell.ward import Ward


class DoseCorrectionPanel(DosePanel):
    """Corrects a recorded dose. The history keeps the old values; only what the correction brings is asked for."""

    act = Act.DOSE_CORRECTION

    def __init__(self, ward: Ward, patient: PatientId, fact: FactId) -> None:
        self._fact = fact
        known = ward.file(patient)
        self._recorded = known.patient.course.doses[known.record.ids["doses"].index(fact)]
        self._kept = known.details.get(fact, DoseDetail())
        super().__init__(ward, patient)

    def fill_in(self) -> None:
        """Fill in the dose as it is recorded."""
        dose: Dose = self._recorded
        self._taken_over = None  # this batch was recorded with the dose
        self.on.set_day(dose.on)
        self.time.set_time(dose.time)
        self.ended.set_time(dose.ended)
        for field, value in (
            (self.status, dose.status),
            (self.where, dose.setting),
            (self.product, dose.product),
            (self.reaction, dose.reaction),
        ):
            if value is not None:
                field.set_value(value)
        if dose.route is not None:
            self.route.set_value(dose.route)
        for field, value in ((self.product, dose.product), (self.reaction, dose.reaction)):
            if value is None:
                field.set_value("")
        self._shown_route, self._shown_setting = self._route(), self._setting()
        self.mg.set_number(dose.mg)
        self.batch.set_value(", ".join(dose.batches))
        self.expires.set_day(self._kept.expires_on)
        self.site.set_value(self._kept.site)
        self.note.edit.setPlainText(self._kept.note)
        self.told.set_value(self._kept.told)
        self.add_other_way(self._take_out)

    def products(self) -> choices.Options:
        """Return the brands, and unknown where nobody knew."""
        return [*self._unknown(self._recorded.product), *super().products()]

    def reactions(self) -> choices.Options:
        """Return the kinds of reaction, and unknown where nobody knew."""
        return [*self._unknown(self._recorded.reaction), *super().reactions()]

    def _unknown(self, known: object) -> choices.Options:
        return [("", self.tr("Unknown"))] if known is None else []

    def dose(self) -> Dose:
        """Return the dose as filled in; what is not asked here, and what nobody knew or changed, stays as it was."""
        known, filled = self._recorded, super().dose()
        if filled.status is DoseStatus.MISSED:
            return filled
        filled = replace(filled, reported_by=known.reported_by)
        if known.status in {None, DoseStatus.GIVEN} and filled.status is DoseStatus.GIVEN:
            filled = replace(filled, mg=known.mg, status=known.status)
        if known.route is None and filled.route is self._shown_route:
            filled = replace(filled, route=None)
        if known.setting is None and filled.setting is self._shown_setting:
            filled = replace(filled, setting=None)
        return filled

    def detail(self) -> DoseDetail:
        """Return what is kept beside the dose; where it was given elsewhere stays as it was."""
        return replace(super().detail(), hospital=self._kept.hospital, source=self._kept.source)

    def arrange(self) -> None:
        """Show what belongs to the dose; which doctor was told of a reaction recorded long ago is not demanded."""
        super().arrange()
        self.told.required = self.reaction.value() != self._recorded.reaction

    def subject(self) -> str:
        """Return the day of the dose."""
        return text.date(self._recorded.on)

    def retranslate(self) -> None:
        """Set every text."""
        self.name_other_way(self.tr("Take out this dose"), "trash-2")
        super().retranslate()

    def open_findings(self, dose: Dose, detail: DoseDetail) -> tuple[list[Finding], list[Finding]]:
        """Return the stops and warnings that the correction brings."""
        return self.ward.at_desk(open_findings, self.who, dose, detail, corrects=self._fact)

    def consequences(self) -> Sequence[Said]:
        """Say what a correction does."""
        words = self.tr("The plan is computed again. The history keeps what stood here before.")
        return (Said(words), *super().consequences())

    def _record(self) -> Callable[[Desk], Done]:
        return partial(
            correct_dose,
            patient=self.who,
            dose_id=self._fact,
            dose=self.dose(),
            clearances=self.findings.clearances(),
            acknowledged=self.findings.acknowledged(),
            late_reason=self.late.value(),
            detail=self.detail(),
        )

    def _take_out(self) -> None:
        self.perform(partial(remove_dose, patient=self.who, dose_id=self._fact))
