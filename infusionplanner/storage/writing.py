"""Writing facts: each write is one row through the recorder, which journals it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from infusionplanner.application.calendar.values import CalendarExport
from infusionplanner.application.errors import (
    DuplicatePatientError,
    PlaceTakenError,
    UnknownFactError,
    UnknownPatientError,
    UnknownVisitError,
)
from infusionplanner.application.journal import NewAct
from infusionplanner.application.records import (
    Acknowledgement,
    ActId,
    CalendarEvent,
    Claim,
    Clearance,
    Done,
    DoseDetail,
    Fact,
    FactId,
    HomeNote,
    PatientId,
    RenewalStep,
    User,
    Visit,
    VisitId,
)
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.unit import Unit
from infusionplanner.storage import shapes
from infusionplanner.storage.calendars import export_row
from infusionplanner.storage.driver import sqlite3
from infusionplanner.storage.mapping import Row
from infusionplanner.storage.reading import SqliteReading
from infusionplanner.storage.recorder import Recorder


class SqliteWriting(SqliteReading):
    """A unit of work on an open transaction; see ``ports.Writing`` for what each does."""

    def __init__(self, db: Database, act: NewAct) -> None:
        super().__init__(db)
        self._recorder = Recorder(db, act)

    def add_patient(self, patient: Patient) -> PatientId:
        """Store a new patient with all facts."""
        who = PatientId(patient.id)
        with _no_duplicate(patient):
            added = {"added_at": self._recorder.at.isoformat()}
            self._recorder.insert("patients", shapes.PATIENT.row(patient) | added)
        self._recorder.insert("courses", {"patient": who, **shapes.COURSE.row(patient.course)})
        for holder, lists in ((patient.course, shapes.COURSE_FACTS), (patient, shapes.PATIENT_FACTS)):
            for table in lists:
                for fact in getattr(holder, table):
                    self.add(who, fact)
        for booked in patient.course.appointments:
            self.add_visit(Visit(VisitId(0), who, booked.on, booked.time, booked.kind, booked.status))
        return who

    def update_patient(self, patient: Patient) -> None:
        """Store the changed single values of a patient, not the lists."""
        with _no_duplicate(patient):
            if not self._recorder.update("patients", patient.id, shapes.PATIENT.row(patient)):
                raise UnknownPatientError(patient.id)
        self._recorder.update("courses", patient.id, shapes.COURSE.row(patient.course))

    def add(self, patient: PatientId, fact: Fact) -> FactId:
        """Store one more fact of a patient."""
        table = shapes.TABLE_OF[type(fact)]
        with _known(patient):
            return FactId(self._recorder.insert(table, {"patient": patient, **shapes.FACT_SHAPES[table].row(fact)}))

    def replace(self, fact_id: FactId, fact: Fact) -> None:
        """Correct a stored fact; the journal keeps the old value."""
        table = shapes.TABLE_OF[type(fact)]
        if not self._recorder.update(table, fact_id, shapes.FACT_SHAPES[table].row(fact)):
            raise UnknownFactError(type(fact).__name__, fact_id)

    def remove(self, fact_id: FactId, kind: type[Fact]) -> None:
        """Take out a stored fact; the journal keeps it."""
        if kind is shapes.FACTS["doses"]:
            self._recorder.delete("dose_details", fact_id)
        if not self._recorder.delete(shapes.TABLE_OF[kind], fact_id):
            raise UnknownFactError(kind.__name__, fact_id)

    def add_visit(self, visit: Visit) -> VisitId:
        """Book a visit (its ``id`` is not read)."""
        with _known(visit.patient), _place_taken(visit):
            return VisitId(self._recorder.insert("visits", _without_id(visit)))

    def update_visit(self, visit: Visit) -> None:
        """Store a changed visit."""
        with _place_taken(visit):
            if not self._recorder.update("visits", visit.id, _without_id(visit)):
                raise UnknownVisitError(visit.id)

    def add_clearance(self, clearance: Clearance) -> None:
        """Store a doctor's clearance."""
        with _known(clearance.patient):
            self._recorder.insert("clearances", shapes.CLEARANCE.row(clearance))

    def add_acknowledgement(self, acknowledgement: Acknowledgement) -> None:
        """Store a nurse's acknowledgement."""
        with _known(acknowledgement.patient):
            self._recorder.insert("findings_acknowledged", shapes.ACKNOWLEDGEMENT.row(acknowledgement))

    def put_dose_detail(self, patient: PatientId, detail: DoseDetail) -> None:
        """Store what the patient file has no place for, in the place of what was stored of this dose."""
        self._recorder.put("dose_details", {"patient": patient, **shapes.DOSE_DETAIL.row(detail)})

    def add_renewal_step(self, patient: PatientId, step: RenewalStep) -> None:
        """Store the next step of a renewal."""
        with _known(patient):
            self._recorder.insert("renewals", {"patient": patient, **shapes.RENEWAL_STEP.row(step)})

    def put_home_note(self, patient: PatientId, note: HomeNote) -> None:
        """Store a noted step towards treatment at home, in the place of what was noted of this step."""
        row = shapes.HOME_NOTE.row(note)
        query = "SELECT id FROM home_notes WHERE patient = ? AND step = ?"
        found = self._db.execute(query, (patient, row["step"])).fetchone()
        if found is not None:
            self._recorder.update("home_notes", found[0], row)
            return
        with _known(patient):
            self._recorder.insert("home_notes", {"patient": patient, **row})

    def put_claim(self, claim: Claim) -> None:
        """Store who has taken on a task, in the place of who had."""
        self.remove_claim(claim.patient, claim.rule, claim.key)
        with _known(claim.patient):
            self._recorder.insert("claims", shapes.CLAIM.row(claim))

    def remove_claim(self, patient: PatientId, rule: str, key: str) -> None:
        """Give a task back; nothing happens when nobody had it."""
        query = "SELECT id FROM claims WHERE patient = ? AND rule = ? AND key = ?"
        for (number,) in self._db.execute(query, (patient, rule, key)).fetchall():
            self._recorder.delete("claims", number)

    def put_unit(self, unit: Unit) -> None:
        """Store the unit: what it is called and when it is open, its places, and the parameters that it changes."""
        self._recorder.put("unit", _unit_row(unit))
        kept = {place.name for place in unit.places}
        self._drop_others("places", "name", kept)
        for position, place in enumerate(unit.places):
            self._recorder.put("places", {**shapes.PLACE.row(place), "position": position})
        before = {override.key: override.value for override in self.overrides()}
        self._drop_others("parameters", "key", set(unit.parameters))
        for key, value in unit.parameters.items():
            if key not in before or before[key] != value:
                signed = {"who": self._recorder.who, "at": self._recorder.at.isoformat()}
                self._recorder.put("parameters", {"key": key, "value": json.dumps(value), **signed})

    def put_user(self, user: User) -> None:
        """Store a user."""
        self._recorder.put("users", shapes.USER.row(user))

    def put_setting(self, key: str, value: str) -> None:
        """Store a setting as JSON text."""
        self._recorder.put("settings", {"key": key, "value": value})

    def put_calendar_events(self, patient: PatientId, events: tuple[CalendarEvent, ...]) -> None:
        """Store the whole list of a patient's calendar events."""
        stored = self._db.execute("SELECT uid, id FROM calendar_events WHERE patient = ?", (patient,)).fetchall()
        numbers: dict[str, int] = dict(stored)
        for event in events:
            row = shapes.CALENDAR_EVENT.row(event)
            number = numbers.pop(event.uid, None)
            if number is None:
                self._recorder.insert("calendar_events", row)
            else:
                self._recorder.update("calendar_events", number, row)
        for number in numbers.values():
            self._recorder.delete("calendar_events", number)

    def add_calendar_export(self, export: CalendarExport) -> None:
        """Store one handing out of a calendar."""
        self._recorder.insert("calendar_exports", export_row(export))

    def revert(self, act: ActId) -> None:
        """Take back an act: put every row it changed back."""
        self._recorder.revert(act)

    def done(self) -> Done:
        """Return what has been changed so far."""
        return self._recorder.done()

    def _drop_others(self, table: str, key: str, kept: set[str]) -> None:
        stored = self._db.execute(f"SELECT {key} FROM {table}").fetchall()  # noqa: S608 - names of our own schema
        for (name,) in stored:
            if name not in kept:
                self._recorder.delete(table, name)


@contextmanager
def _no_duplicate(patient: Patient) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        if "UNIQUE" not in str(error):
            raise
        raise DuplicatePatientError(patient.id, "national_id" if "national_id" in str(error) else "id") from error


@contextmanager
def _known(patient: PatientId) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        if "FOREIGN KEY" not in str(error):
            raise
        raise UnknownPatientError(patient) from error


@contextmanager
def _place_taken(visit: Visit) -> Iterator[None]:
    try:
        yield
    except sqlite3.IntegrityError as error:
        if visit.place is None or visit.time is None or "place taken" not in str(error):
            raise
        raise PlaceTakenError(visit.place, visit.on, visit.time) from error


def _without_id(visit: Visit) -> Row:
    row = shapes.VISIT.row(visit)
    del row["id"]
    return row


def _unit_row(unit: Unit) -> Row:
    return {
        "id": 1,
        "name": unit.name,
        "phone": unit.phone,
        "opens": unit.opens.isoformat("minutes"),
        "closes": unit.closes.isoformat("minutes"),
        "open_weekdays": json.dumps(sorted(unit.open_weekdays)),
        "closed_yearly": json.dumps(sorted(unit.closed_yearly)),
        "closed": json.dumps(sorted(map(str, unit.closed))),
        "open": json.dumps(sorted(map(str, unit.open))),
    }
