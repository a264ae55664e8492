"""What the use cases need from outside, as protocols: a store of facts and a clock.

``infusionplanner.storage`` keeps the facts in SQLite; a second kind of store fits behind the same protocols without a
change in domain, application or windows.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from infusionplanner.application.calendar.values import CalendarExport, HandedCalendar
from infusionplanner.application.journal import JournalAct, NewAct
from infusionplanner.application.records import (
    Acknowledgement,
    ActId,
    Batch,
    CalendarEvent,
    Claim,
    Clearance,
    Done,
    DoseDetail,
    Fact,
    FactId,
    HomeNote,
    Override,
    PatientId,
    PatientIdentity,
    PatientRecord,
    RenewalStep,
    User,
    Visit,
    VisitId,
)
from infusionplanner.domain.patient import Patient, Product
from infusionplanner.domain.unit import Unit


class Clock(Protocol):
    """What day and time it is in Europe/Oslo."""

    def today(self) -> date:
        """Return the local date."""

    def now(self) -> datetime:
        """Return the local time, naive, to the second."""

    def utc(self) -> datetime:
        """Return the time in UTC, aware, to the second."""


class Reading(Protocol):
    """One consistent view of the stored facts."""

    def patient_ids(self) -> tuple[PatientId, ...]:
        """Return all patients' ids."""

    def record(self, patient: PatientId) -> PatientRecord:
        """Return one patient with the ids of the facts. Raises ``UnknownPatientError``."""

    def patients(self) -> Mapping[PatientId, Patient]:
        """Return all patients, read in bulk."""

    def identities(self) -> tuple[PatientIdentity, ...]:
        """Return who all patients are."""

    def visit(self, visit: VisitId) -> Visit:
        """Return one visit. Raises ``UnknownVisitError``."""

    def visits(self, first: date, last: date) -> tuple[Visit, ...]:
        """Return the visits of the days ``first`` to ``last``, both included, by day and time; cancelled ones too."""

    def visits_of(self, patient: PatientId) -> tuple[Visit, ...]:
        """Return all visits of a patient, by day and time."""

    def unit(self) -> Unit:
        """Return the unit with its parameter overrides."""

    def users(self) -> tuple[User, ...]:
        """Return all users."""

    def setting(self, key: str) -> str | None:
        """Return one setting of the unit as JSON text, or None."""

    def overrides(self) -> tuple[Override, ...]:
        """Return the parameters that the unit has changed, with who changed them and when."""

    def acts(
        self, *, patient: PatientId | None = None, who: str | None = None, limit: int = 200
    ) -> tuple[JournalAct, ...]:
        """Return the newest acts of the journal, newest first.

        With ``patient``: the acts that changed this patient, each with its changes of this patient. Without: the acts
        alone, since one import may have changed all rows; ``act`` returns the changes of one.
        """

    def act(self, act: ActId) -> JournalAct:
        """Return one act with its changes. Raises ``UnknownActError``."""

    def revision(self, patient: PatientId | None = None) -> ActId:
        """Return the newest act that touched a patient, 0 when none did; without a patient the newest of all."""

    def revisions(self) -> Mapping[PatientId, ActId]:
        """Return the newest act that touched each patient, read in bulk."""

    def dose_details(self, patient: PatientId) -> Mapping[FactId, DoseDetail]:
        """Return what is kept of a patient's doses beside the patient file."""

    def last_batch(self, product: Product) -> Batch | None:
        """Return the batch of the latest dose of a product that was given in the unit."""

    def clearances(self, patient: PatientId) -> tuple[Clearance, ...]:
        """Return the doctor's clearances for a patient."""

    def acknowledgements(self, patient: PatientId) -> tuple[Acknowledgement, ...]:
        """Return the acknowledged warnings of a patient."""

    def calendar_events(self, patient: PatientId) -> tuple[CalendarEvent, ...]:
        """Return a patient's calendar events as last handed out, withdrawn ones too."""

    def calendar_exports(self, patient: PatientId) -> tuple[CalendarExport, ...]:
        """Return each handing out of a patient's calendar, oldest first."""

    def handed_calendars(self) -> Mapping[PatientId, HandedCalendar]:
        """Return all that was handed out, read in bulk; only who was handed a calendar is there."""

    def renewal_steps(self, patient: PatientId) -> tuple[RenewalStep, ...]:
        """Return the steps of a patient's renewals of the prescription, in the order they were taken."""

    def all_renewal_steps(self) -> Mapping[PatientId, tuple[RenewalStep, ...]]:
        """Return the steps of all patients' renewals, read in bulk."""

    def home_notes(self, patient: PatientId) -> tuple[HomeNote, ...]:
        """Return the noted steps of a patient towards treatment at home."""

    def all_home_notes(self) -> Mapping[PatientId, tuple[HomeNote, ...]]:
        """Return the noted steps of all patients towards treatment at home, read in bulk."""

    def claims(self) -> tuple[Claim, ...]:
        """Return the tasks that somebody has taken on."""


class Writing(Reading, Protocol):
    """A unit of work: everything in it is stored together with its journal, or nothing is."""

    def add_patient(self, patient: Patient) -> PatientId:
        """Store a new patient with all facts. Raises ``DuplicatePatientError``."""

    def update_patient(self, patient: Patient) -> None:
        """Store the changed single values of a patient (name, product, stop, gate, ...), not the lists."""

    def add(self, patient: PatientId, fact: Fact) -> FactId:
        """Store one more fact of a patient."""

    def replace(self, fact_id: FactId, fact: Fact) -> None:
        """Correct a stored fact; the journal keeps the old value."""

    def remove(self, fact_id: FactId, kind: type[Fact]) -> None:
        """Take out a stored fact; the journal keeps it."""

    def add_visit(self, visit: Visit) -> VisitId:
        """Book a visit (its ``id`` is not read)."""

    def update_visit(self, visit: Visit) -> None:
        """Store a changed visit."""

    def add_clearance(self, clearance: Clearance) -> None:
        """Store a doctor's clearance."""

    def add_acknowledgement(self, acknowledgement: Acknowledgement) -> None:
        """Store a nurse's acknowledgement."""

    def put_dose_detail(self, patient: PatientId, detail: DoseDetail) -> None:
        """Store what the patient file has no place for, in the place of what was stored of this dose."""

    def add_calendar_export(self, export: CalendarExport) -> None:
        """Store one handing out of a calendar."""

    def add_renewal_step(self, patient: PatientId, step: RenewalStep) -> None:
        """Store the next step of a renewal."""

    def put_home_note(self, patient: PatientId, note: HomeNote) -> None:
        """Store a noted step towards treatment at home, in the place of what was noted of this step."""

    def put_claim(self, claim: Claim) -> None:
        """Store who has taken on a task, in the place of who had."""

    def remove_claim(self, patient: PatientId, rule: str, key: str) -> None:
        """Give a task back; nothing happens when nobody had it."""

    def put_unit(self, unit: Unit) -> None:
        """Store the unit."""

    def put_user(self, user: User) -> None:
        """Store a user."""

    def put_setting(self, key: str, value: str) -> None:
        """Store a setting as JSON text."""

    def put_calendar_events(self, patient: PatientId, events: tuple[CalendarEvent, ...]) -> None:
        """Store the whole list of a patient's calendar events."""

    def revert(self, act: ActId) -> None:
        """Take back an act: put every row it changed back. Raises ``CannotUndoError`` if one has changed since."""

    def done(self) -> Done:
        """Return what has been changed so far."""


class Store(Protocol):
    """Where the facts are kept."""

    def reading(self) -> AbstractContextManager[Reading]:
        """Open one consistent view."""

    def writing(self, act: NewAct) -> AbstractContextManager[Writing]:
        """Open a unit of work for one act; commits at the end, rolls everything back on an error.

        With ``act.built_on``, a field that somebody else has changed since is left as it is when this act changes it to
        nothing else than what it was built on, and is refused otherwise.

        Raises:
            StaleError: Somebody else has changed the same field, or something that is taken out, to another value.
        """

    def changed_elsewhere(self) -> bool:
        """Tell, once, whether another program has kept an act since this was last asked or the store was opened."""

    def close(self) -> None:
        """Close the store."""
