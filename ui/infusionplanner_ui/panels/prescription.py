"""The H-prescription: issuing, renewing, withdrawing and dispensing it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.home import (
    issue_prescription,
    record_dispensing,
    record_renewal_step,
    withdraw_prescription,
)
from infusionplanner.application.records import RenewalState
from infusionplanner.domain.patient import Dispensing, Prescription
from infusionplanner.domain.supply import last_safe_day
from infusionplanner_ui import text
from infusionplanner_ui.palette import Tone
from infusionplanner_ui.panels import preview
from infusionplanner_ui.panels.base import ActPanel
from infusionplanner_ui.panels.fields import DateField, ListField, NumberField
from infusionplanner_ui.panels.rule_line import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from infusionplanner.application.desk import Desk
    from infusionplanner.application.records import Done, FactId, PatientId
    from infusionplanner.domain.result import Plan
    from infusionplanner_ui.ward import Ward

MOST_DOSES = 60
_ONE_RENEWAL_DAYS = 180


class PrescriptionPanel(ActPanel):
    """Issues an H-prescription, and shows whether its doses last the year (R-RX-3)."""

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        self.on = DateField(self.today, self.today, last=self.today)
        self.doses = NumberField(1, MOST_DOSES, whole=True)
        self.doses.set_number(self._needed())
        self.add(self.on, lambda: self.tr("Issued on"), required=True)
        self.add(self.doses, lambda: self.tr("Doses authorised"), required=True)
        self.finish(self._record)

    def heading(self) -> str:
        """Return the title."""
        return self.tr("H-prescription")

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Record prescription")

    def consequences(self) -> Sequence[Said]:
        """Return how long it is valid, whether the doses last, and how they are dispensed."""
        issued, rules = self._prescription(), self.protocol.supply
        all_issued = (*self.patient.course.prescriptions, issued)
        after = preview.planned(self, preview.with_course(self.patient, prescriptions=all_issued))
        said = []
        if rules is not None:
            safe = text.date_number(last_safe_day(issued, rules))
            said.append(Said(self.tr("Last safe day {day}").format(day=safe), rule="R-RX-1"))
        return [*said, *self._lasting(issued, after), *preview.news(self, after)]

    def _lasting(self, issued: Prescription, after: Plan) -> list[Said]:
        """R-RX-3: count the doses authorised against those that a year needs, on the day of issue."""
        needed, per = self._needed(), after.supply.doses_per_dispensing if after.supply is not None else 0
        said = []
        if issued.doses is not None and issued.doses < needed:
            words = self.tr("A year needs {needed} doses; this prescription gives {given}.")
            said.append(Said(words.format(needed=needed, given=issued.doses), Tone.WARN, "R-RX-3"))
        if per and issued.doses:
            rounds = -(-issued.doses // per)
            words = self.tr("{per} doses at a time: {rounds} dispensings")
            said.append(Said(words.format(per=per, rounds=rounds), rule="R-RX-2"))
        return said

    def _needed(self) -> int:
        """Return how many home doses fall into the validity of a prescription issued on this day."""
        issued, rules = Prescription(self.on.day() or self.today), self.protocol.supply
        if rules is None:
            return 1
        days = (last_safe_day(issued, rules) - issued.issued_on).days
        coming = self.ward.plan(self.who).next_dose
        interval = coming.interval_days if coming is not None else self.protocol.interval.standard_days
        return max(days // interval, 1)

    def _prescription(self) -> Prescription:
        return Prescription(self.on.day() or self.today, self.doses.whole())

    def _record(self) -> Callable[[Desk], Done]:
        return partial(issue_prescription, patient=self.who, prescription=self._prescription())


class WithdrawPanel(ActPanel):
    """Withdraws a prescription (R-RX-8)."""

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        record = ward.desk.record(patient)
        issued = zip(record.ids["prescriptions"], record.patient.course.prescriptions, strict=True)
        self._issued: dict[str, tuple[FactId, date]] = {
            str(fact): (fact, row.issued_on) for fact, row in issued if row.withdrawn_on is None
        }
        self.which = ListField([])
        self._set_options()
        self.on = DateField(self.today, self.today, last=self.today)
        self.add(self.which, lambda: self.tr("Which prescription"), required=True)
        self.add(self.on, lambda: self.tr("Withdrawn on"), required=True)
        self.finish(self._record)

    def _set_options(self) -> None:
        issued = self.tr("Issued {day}")
        newest = sorted(self._issued.items(), key=lambda pair: pair[1][1], reverse=True)
        self.which.set_options([(key, issued.format(day=text.date_number(on))) for key, (_, on) in newest])

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Withdraw prescription")

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Withdraw")

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

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        supply = ward.plan(patient).supply
        self.on = DateField(self.today, self.today, last=self.today)
        self.doses = NumberField(1, MOST_DOSES, whole=True)
        self.doses.set_number(supply.doses_per_dispensing if supply is not None else None)
        self.add(self.doses, lambda: self.tr("Doses handed out (two syringes each)"), required=True)
        self.add(self.on, lambda: self.tr("Handed out on"), required=True)
        self.finish(self._record)

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Dispensing")

    def action(self) -> str:
        """Return the words of the button."""
        return self.tr("Record dispensing")

    def consequences(self) -> Sequence[Said]:
        """Return how long the doses last, and what the rules say."""
        row = Dispensing(self.on.day() or self.today, self.doses.whole() or 1)
        rows = (*self.patient.course.dispensings, row)
        after = preview.planned(self, preview.with_course(self.patient, dispensings=rows))
        covers = after.supply.covers_through if after.supply is not None else None
        said = []
        if covers is not None:
            said.append(Said(self.tr("Lasts through {day}").format(day=text.date_number(covers)), rule="R-RX-4"))
        return [*said, *preview.news(self, after)]

    def _record(self) -> Callable[[Desk], Done]:
        row = Dispensing(self.on.day() or self.today, self.doses.whole() or 1)
        return partial(record_dispensing, patient=self.who, dispensing=row)


class RenewalPanel(ActPanel):
    """Records how far the renewal of a prescription has come (R-RX-5)."""

    def __init__(self, ward: Ward, patient: PatientId) -> None:
        super().__init__(ward, patient)
        with ward.desk.store.reading() as reading:
            self._steps = reading.renewal_steps(patient)
        self.step = ListField([])
        self._set_options()
        self.step.set_value(self._following())
        self.on = DateField(self.today, self.today, last=self.today)
        self.add(self.step, lambda: self.tr("How far it has come"))
        self.add(self.on, lambda: self.tr("On"), required=True)
        self.finish(self._record)

    def _set_options(self) -> None:
        self.step.set_options([(state.value, words) for state, words in renewal_words().items()])

    def _following(self) -> str:
        """Return the step after the last one, when that was within this renewal."""
        recent = [row.step for row in self._steps if row.on > self.today - timedelta(days=_ONE_RENEWAL_DAYS)]
        states = list(RenewalState)
        last = states.index(recent[-1]) if recent else -1
        return states[(last + 1) % len(states)]

    def heading(self) -> str:
        """Return the title."""
        return self.tr("Renewal of the prescription")

    def retranslate(self) -> None:
        """Set every text."""
        self._set_options()
        super().retranslate()

    def _record(self) -> Callable[[Desk], Done]:
        step = RenewalState(self.step.value())
        return partial(record_renewal_step, patient=self.who, step=step, on=self.on.day())


def renewal_words() -> dict[RenewalState, str]:
    """Return the steps of a renewal in words."""
    return {
        RenewalState.ASKED: QCoreApplication.translate("RenewalWords", "Asked the doctor"),
        RenewalState.SIGNED: QCoreApplication.translate("RenewalWords", "Signed"),
        RenewalState.AT_PHARMACY: QCoreApplication.translate("RenewalWords", "At the pharmacy"),
        RenewalState.COLLECTED: QCoreApplication.translate("RenewalWords", "Collected"),
    }
