"""Home treatment: training, and what the patient counts and throws away at home."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.supply import count_stock, discard_doses, sign_training
from infusionplanner.application.views.way_home import home_path_of
from infusionplanner.domain.patient import Discard, StockCount, Training
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField, NumberField, TextField
from infusionplanner_ui.panels.home.way_home import steps_missing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, PatientId
    from infusionplanner_ui.panels.form.rule_line import Said
    from infusionplanner_ui.shell.ward import Ward

MOST_SYRINGES = 60
MOST_DOSES = 30


class TrainingPanel(ActPanel):
    """Signs that the patient has been trained in self-injection (R-HOME-1)."""

    act = Act.TRAINING

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.by = TextField(self._signed_in())
        self._path = ward.at_desk(home_path_of, patient)
        self.add(self.on, lambda: self.tr("Trained on"), required=True)
        self.add(self.by, lambda: self.tr("Signed by"), required=True)
        self.finish(self._record)

    def _signed_in(self) -> str:
        return self.ward.state.names.get(self.ward.desk.who, "")

    def consequences(self) -> Sequence[Said]:
        """Return which steps of the training nobody has noted, and whether the patient can be at home now."""
        trained = (*self.patient.course.training, self._training())
        after = preview.planned(self, preview.with_course(self.patient, training=trained))
        return [*steps_missing(self._path, self.ward.wording), *preview.outcome(self, after)]

    def _training(self) -> Training:
        return Training(self.on.day() or self.today, self.by.value())

    def _record(self) -> Callable[[Desk], Done]:
        return partial(sign_training, patient=self.who, training=self._training())


class StockPanel(ActPanel):
    """Records the syringes that the patient has counted at home (R-RX-7)."""

    act = Act.STOCK

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.syringes = NumberField(0, MOST_SYRINGES, whole=True)
        self.add(self.syringes, lambda: self.tr("Syringes counted"), required=True)
        self.add(self.on, lambda: self.tr("Counted on"), required=True)
        self.finish(self._record)

    def consequences(self) -> Sequence[Said]:
        """Return whether the count fits, and when the next dispensing is needed."""
        counted = (*self.patient.course.stock_counts, self._count())
        return preview.news(self, preview.planned(self, preview.with_course(self.patient, stock_counts=counted)))

    def _count(self) -> StockCount:
        return StockCount(self.on.day() or self.today, self.syringes.whole() or 0)

    def _record(self) -> Callable[[Desk], Done]:
        return partial(count_stock, patient=self.who, count=self._count())


class DiscardPanel(ActPanel):
    """Records doses that had to be thrown away at home (R-HOME-8)."""

    act = Act.DISCARD

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.doses = NumberField(1, MOST_DOSES, whole=True)
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.reason = TextField()
        self.add(self.doses, lambda: self.tr("Doses thrown away"), required=True)
        self.add(self.on, lambda: self.tr("Thrown away on"), required=True)
        self.add(self.reason, lambda: self.tr("Why"), required=True)
        self.finish(self._record)

    def consequences(self) -> Sequence[Said]:
        """Return what it means for the stock."""
        thrown = (*self.patient.course.discarded, self._discard())
        return preview.news(self, preview.planned(self, preview.with_course(self.patient, discarded=thrown)))

    def _discard(self) -> Discard:
        discard = Discard(self.on.day() or self.today, self.doses.whole() or 1)
        return replace(discard, reason=self.reason.value() or None)

    def _record(self) -> Callable[[Desk], Done]:
        return partial(discard_doses, patient=self.who, discard=self._discard())
