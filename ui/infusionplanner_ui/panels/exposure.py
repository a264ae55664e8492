"""Plasma exchange or immunoglobulins, which block a JCV test for a while (R-MON-3)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.health_events import record_exposure
from infusionplanner.domain.patient import Exposure, ExposureKind
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices, preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField, ListField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.panels.form.rule_line import Said
    from infusionplanner_ui.shell.ward import Ward


class ExposurePanel(ActPanel):
    """Records a treatment after which a JCV answer cannot be trusted for a while."""

    act = Act.EXPOSURE

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.kind = ListField([])
        self._set_options()
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.add(self.kind, lambda: self.tr("Treatment"), required=True)
        self.add(self.on, lambda: self.tr("Given on"), required=True)
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def _set_options(self) -> None:
        self.kind.set_options(choices.chosen_first(choices.coded(self.ward.wording, "exposure", ExposureKind)))

    def consequences(self) -> Sequence[Said]:
        """Return until when a JCV test must wait."""
        patient = self.patient
        after = replace(patient, exposures=(*patient.exposures, self._exposure()))
        return preview.news(self, preview.planned(self, after))

    def _exposure(self) -> Exposure:
        return Exposure(ExposureKind(self.kind.value()), self.on.day() or self.today)

    def _record(self) -> Callable[[Desk], Done]:
        return partial(record_exposure, patient=self.who, exposure=self._exposure())
