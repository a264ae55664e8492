"""The H-prescription: issuing, withdrawing and dispensing it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.supply import issue_prescription, record_dispensing, withdraw_prescription
from infusionplanner.application.views.renewal import prescription_need
from infusionplanner.domain.away.supply import last_safe_day
from infusionplanner.domain.patient import Dispensing, Prescription
from infusionplanner.text.reading import DateUse
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.form import preview
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.form.fields import DateField, ListField, NumberField
from infusionplanner_ui.panels.form.rule_line import Said
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, FactId, PatientId
    from infusionplanner.application.views.renewal import PrescriptionNeed
    from infusionplanner.domain.result import Plan
    from infusionplanner_ui.shell.ward import Ward

MOST_DOSES = 60
_EARLIEST = "dispensing.early"
_SAID_HERE = frozenset({"prescription.too_few"})
"""What the panel says in its own words, with the number that would do."""


class PrescriptionPanel(ActPanel):
    """Issues an H-prescription, and shows whether its doses last the year (R-RX-3)."""

    act = Act.PRESCRIPTION

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self._needs: dict[date, PrescriptionNeed | None] = {}
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.doses = NumberField(1, MOST_DOSES, whole=True)
        need = self._need()
        self.doses.set_number(max(need.doses, 1) if need is not None else 1)
        self.add(self.on, lambda: self.tr("Issued on"), required=True)
        self.add(self.doses, lambda: self.tr("Doses authorised"), required=True)
        self.finish(self._record)

    def consequences(self) -> Sequence[Said]:
        """Return how long it is valid, whether the doses last, and how they are dispensed."""
        issued, rules = self._prescription(), self.protocol.supply
        all_issued = (*self.patient.course.prescriptions, issued)
        after = preview.planned(self, preview.with_course(self.patient, prescriptions=all_issued))
        said = []
        if rules is not None:
            safe = text.date(last_safe_day(issued, rules))
            said.append(Said(self.tr("Last safe day {day}").format(day=safe), rule="R-RX-1"))
        lasting = self._lasting(issued, after)
        return [*said, *lasting, *preview.news(self, after, less=_SAID_HERE if lasting else frozenset())]

    def _lasting(self, issued: Prescription, after: Plan) -> list[Said]:
        """R-RX-3: count the doses authorised against those needed, on the day of issue."""
        need, per = self._need(), after.supply.doses_per_dispensing if after.supply is not None else 0
        said = []
        if need is not None and issued.doses is not None and issued.doses < need.doses:
            words = self.tr("{needed} needed until {day}; this prescription gives {given}.")
            until = text.date(need.last_safe_day)
            warning = words.format(needed=counts.doses(need.doses), day=until, given=issued.doses)
            said.append(Said(warning, Tone.WARN, "R-RX-3"))
        if per and issued.doses:
            rounds = -(-issued.doses // per)
            words = self.tr("{per} doses at a time: {rounds} dispensings")
            said.append(Said(words.format(per=per, rounds=rounds), rule="R-RX-2"))
        return said

    def _need(self) -> PrescriptionNeed | None:
        """Return what a prescription of the chosen day must authorise to last until its last safe day."""
        on = self.on.day() or self.today
        if on not in self._needs:
            self._needs[on] = self.ward.at_desk(prescription_need, self.who, on)
        return self._needs[on]

    def _prescription(self) -> Prescription:
        return Prescription(self.on.day() or self.today, self.doses.whole())

    def _record(self) -> Callable[[Desk], Done]:
        return partial(issue_prescription, patient=self.who, prescription=self._prescription())


class WithdrawPanel(ActPanel):
    """Withdraws a prescription (R-RX-8)."""

    act = Act.WITHDRAW

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        record = ward.file(patient).record
        issued = zip(record.ids["prescriptions"], record.patient.course.prescriptions, strict=True)
        self._issued: dict[str, tuple[FactId, date]] = {
            str(fact): (fact, row.issued_on) for fact, row in issued if row.withdrawn_on is None
        }
        self.which = ListField([])
        self._set_options()
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.add(self.which, lambda: self.tr("Which prescription"), required=True)
        self.add(self.on, lambda: self.tr("Withdrawn on"), required=True)
        self.finish(self._record)

    def _set_options(self) -> None:
        issued = self.tr("Issued {day}")
        newest = sorted(self._issued.items(), key=lambda pair: pair[1][1], reverse=True)
        self.which.set_options([(key, issued.format(day=text.date(on))) for key, (_, on) in newest])

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def consequences(self) -> Sequence[Said]:
        """Remind of the pharmacy."""
        return [Said(self.tr("Withdraw it in the prescription system too."), rule="R-RX-8")]

    def _record(self) -> Callable[[Desk], Done]:
        fact = self._issued[self.which.value()][0]
        return partial(withdraw_prescription, patient=self.who, fact=fact, on=self.on.day())


class DispensingPanel(ActPanel):
    """Records doses that the pharmacy has handed out (R-RX-4)."""

    act = Act.DISPENSING

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        supply = ward.plan(patient).supply
        self.on = DateField(DateUse.PAST, self.today, self.today)
        self.doses = NumberField(1, MOST_DOSES, whole=True)
        self.doses.set_number(supply.doses_per_dispensing if supply is not None else None)
        self.add(self.doses, lambda: self.tr("Doses handed out (two syringes each)"), required=True)
        self.add(self.on, lambda: self.tr("Handed out on"), required=True)
        self.finish(self._record)

    def consequences(self) -> Sequence[Said]:
        """Return how long the doses last, and what the rules say."""
        row = Dispensing(self.on.day() or self.today, self.doses.whole() or 1)
        rows = (*self.patient.course.dispensings, row)
        after = preview.planned(self, preview.with_course(self.patient, dispensings=rows))
        covers = after.supply.covers_through if after.supply is not None else None
        said = []
        if covers is not None:
            lasts = self.tr("Lasts through the dose of {day}")
            said.append(Said(lasts.format(day=text.date(covers)), rule="R-RX-4"))
        early = next((row for row in after.findings if row.key == _EARLIEST), None)
        if early is not None:
            said.append(Said(self.ward.wording.finding(early), tone_of(early), early.rule))
        return [*said, *preview.news(self, after, less=frozenset({_EARLIEST}))]

    def _record(self) -> Callable[[Desk], Done]:
        row = Dispensing(self.on.day() or self.today, self.doses.whole() or 1)
        return partial(record_dispensing, patient=self.who, dispensing=row)
