"""A pregnancy: registered, planned by the doctor, and ended by the birth (R-PREG)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.health_events import plan_pregnancy, record_birth, record_pregnancy
from infusionplanner.application.bounds import earliest_end
from infusionplanner.domain.patient import GestationalAge, Pregnancy, PregnancyPlan
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import choices, preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import ChoiceField, DateField, DoctorField, NumberField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, FactId, PatientId
    from infusionplanner_ui.panels.form.rule_line import Said
    from infusionplanner_ui.shell.ward import Ward

MOST_WEEKS, MOST_DAYS = 42, 6
MOST_INTERVAL = 400


class PregnancyPanel(ActPanel):
    """Registers a pregnancy. Doses stop until the doctor's plan is entered; booked times are kept (R-PREG-1)."""

    act = Act.PREGNANCY

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.weeks = NumberField(0, MOST_WEEKS, whole=True)
        self.days = NumberField(0, MOST_DAYS, whole=True)
        self.add_pair((self.weeks, lambda: self.tr("Weeks")), (self.days, lambda: self.tr("Days")))
        self.add(self.on, lambda: self.tr("Length of the pregnancy on"), required=True)
        self.finish(self._record)

    def consequences(self) -> Sequence[Said]:
        """Return what stops, and until when doses can be given."""
        patient = self.patient
        after = replace(patient, pregnancies=(*patient.pregnancies, self._pregnancy()))
        return preview.outcome(self, preview.planned(self, after))

    def _pregnancy(self) -> Pregnancy:
        weeks = self.weeks.whole()
        age = None if weeks is None else GestationalAge(weeks, self.days.whole() or 0)
        return Pregnancy(self.on.day() or self.today, age)

    def _record(self) -> Callable[[Desk], Done]:
        return partial(record_pregnancy, patient=self.who, pregnancy=self._pregnancy())


class _KnownPregnancy(ActPanel):
    """A panel about the pregnancy that was registered last."""

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        record = ward.file(patient).record
        known = zip(record.ids["pregnancies"], record.patient.pregnancies, strict=True)
        self.fact: FactId
        self.known: Pregnancy
        self.fact, self.known = max(known, key=lambda pair: pair[1].recorded_on)

    def after(self, changed: Pregnancy) -> Sequence[Said]:
        """Return what the rules say when the pregnancy is changed."""
        rows = tuple(changed if row == self.known else row for row in self.patient.pregnancies)
        return preview.outcome(self, preview.planned(self, replace(self.patient, pregnancies=rows)))


class PregnancyPlanPanel(_KnownPregnancy):
    """The doctor's plan for the treatment during a pregnancy."""

    act = Act.PREGNANCY_PLAN
    tells_early = True

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        rules = self.protocol.pregnancy
        self.interval = NumberField(self.protocol.interval.minimum_days, MOST_INTERVAL, whole=True)
        self.interval.set_number(rules.interval_days if rules is not None else None)
        self.by = DoctorField(self.doctors())
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.add(self.interval, lambda: self.tr("Days between doses"), required=True)
        self.add_pair((self.by, lambda: self.tr("Planned by (doctor)")), (self.on, lambda: self.tr("Planned on")))
        self.by.required = self.on.required = True
        self.finish(self._record)

    def consequences(self) -> Sequence[Said]:
        """Return the next dose and the last one before the limit."""
        return self.after(replace(self.known, plan=self._plan()))

    def _plan(self) -> PregnancyPlan:
        return PregnancyPlan(self.interval.whole(), self.by.value() or None, self.on.day())

    def _record(self) -> Callable[[Desk], Done]:
        return partial(plan_pregnancy, patient=self.who, fact=self.fact, plan=self._plan())


class BirthPanel(_KnownPregnancy):
    """Records a birth: the treatment is to be resumed (R-PREG-3)."""

    act = Act.BIRTH

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.on = DateField(DateUse.PAST, self.today, self.today, first=earliest_end(self.known))
        self.breastfeeding = ChoiceField(choices.unknown_yes_no())
        self.add(self.on, lambda: self.tr("Born on"), required=True)
        self.add(self.breastfeeding, lambda: self.tr("Breastfeeding"))
        self.finish(self._record)

    def retranslate(self) -> None:
        """Set every text."""
        self.breastfeeding.set_options(choices.unknown_yes_no())
        super().retranslate()

    def consequences(self) -> Sequence[Said]:
        """Return when the treatment is to be resumed."""
        fed = choices.truth(self.breastfeeding.value())
        return self.after(replace(self.known, birth_on=self.on.day() or self.today, breastfeeding=fed))

    def _record(self) -> Callable[[Desk], Done]:
        fed = choices.truth(self.breastfeeding.value())
        on = self.on.day() or self.today
        return partial(record_birth, patient=self.who, fact=self.fact, on=on, breastfeeding=fed)
