"""All patients and their plans as of one day: computed at once, then only what an act changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from infusionplanner.application.desk import Desk
from infusionplanner.application.errors import UnknownPatientError
from infusionplanner.application.garbage import leave_alone, uncollected
from infusionplanner.application.records import ActId, Done, PatientId
from infusionplanner.application.views.whole_plan import with_misdated
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.plan import plan
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Plan
from infusionplanner.domain.unit import Unit

NO_ACT = ActId(0)

LIST_MONTHS = 3
"""How far ahead the plans of a list reach: twelve weeks and a little. A patient's own page asks for a year."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The unit's patients and plans as of a day. Never changed: ``refresh`` gives the next one.

    ``revisions`` has the newest act of each patient as read here: what a form that shows the patient is built on.
    ``newest`` is the newest act of all that everything here includes: what a form of the unit is built on.
    """

    desk: Desk
    as_of: date
    months: int
    unit: Unit
    protocols: Mapping[str, Protocol]
    patients: Mapping[PatientId, Patient]
    plans: Mapping[PatientId, Plan]
    revisions: Mapping[PatientId, ActId] = field(default_factory=dict)
    newest: ActId = NO_ACT

    @classmethod
    def of(cls, desk: Desk, *, as_of: date | None = None, months: int = LIST_MONTHS) -> "Overview":
        """Compute the plans of all patients as of a day (default: today), ``months`` ahead."""
        with uncollected():
            with desk.store.reading() as reading:
                patients, unit = reading.patients(), reading.unit()
                revisions, newest = reading.revisions(), reading.revision()
            names = {patient.course.protocol for patient in patients.values()}
            protocols = {name: desk.protocol(name, unit) for name in names}
            empty = cls(desk, as_of or desk.today(), months, unit, protocols, patients, {}, revisions, newest)
            overview = replace(empty, plans={who: empty.planned(patient) for who, patient in patients.items()})
            leave_alone()
        return overview

    def refresh(self, done: Done) -> "Overview":
        """Return the overview after an act: only the patients that it changed are read and computed again."""
        if done.unit:
            return Overview.of(self.desk, as_of=self.as_of, months=self.months)
        patients, plans, revisions = dict(self.patients), dict(self.plans), dict(self.revisions)
        protocols = dict(self.protocols)
        with self.desk.store.reading() as reading:
            for who in done.patients:
                try:
                    record = reading.record(who)
                    patients[who], revisions[who] = record.patient, record.revision
                except UnknownPatientError:
                    patients.pop(who, None)
                    plans.pop(who, None)
        newest = done.act if done.act == self.newest + 1 else self.newest  # no act of anybody else lies between
        after = replace(self, protocols=protocols, patients=patients, plans=plans, revisions=revisions, newest=newest)
        for who in done.patients & patients.keys():
            name = patients[who].course.protocol
            if name not in protocols:
                protocols[name] = self.desk.protocol(name, self.unit)
            plans[who] = after.planned(patients[who])
        return after

    def planned(self, patient: Patient) -> Plan:
        """Return the plan of a patient by the unit's own protocol."""
        protocol = self.protocols[patient.course.protocol]
        found = plan(patient, protocol, self.unit, self.as_of, months=self.months)
        return with_misdated(found, patient, self.desk.today())
