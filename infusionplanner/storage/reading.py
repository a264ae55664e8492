"""Reading the stored facts back as the values of the domain."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, TypeVar

from infusionplanner.application.calendar.values import CalendarExport, HandedCalendar
from infusionplanner.application.errors import UnknownPatientError, UnknownVisitError
from infusionplanner.application.garbage import uncollected
from infusionplanner.application.records import (
    Acknowledgement,
    Batch,
    CalendarEvent,
    Claim,
    Clearance,
    DoseDetail,
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
from infusionplanner.domain.patient import Course, Dose, Patient, Product
from infusionplanner.domain.unit import Unit
from infusionplanner.storage import shapes, statements
from infusionplanner.storage.calendars import EXPORT_COLUMNS, export_of_row
from infusionplanner.storage.journal import JournalReading
from infusionplanner.storage.mapping import RowShape

T = TypeVar("T")
_Lists = Mapping[str, Mapping[str, list[Any]]]
_OF_PATIENT = "WHERE patient = ?"
_AT_ONCE = 4000
"""Rows that are read at once: as quick as all of them, and the memory is needed once only."""


class SqliteReading(JournalReading):
    """One consistent view of the stored facts; see ``ports.Reading`` for what each answers."""

    def patient_ids(self) -> tuple[PatientId, ...]:
        """Return all patients' ids."""
        return tuple(PatientId(row[0]) for row in self._db.execute("SELECT id FROM patients ORDER BY added_at, id"))

    def record(self, patient: PatientId) -> PatientRecord:
        """Return one patient with the ids of the facts."""
        found = self._db.execute("SELECT added_at FROM patients WHERE id = ?", (patient,)).fetchone()
        if found is None:
            raise UnknownPatientError(patient)
        numbered = {
            **{table: self._numbered(table, shape, patient) for table, shape in shapes.FACT_SHAPES.items()},
            "appointments": self._numbered("visits", shapes.APPOINTMENT, patient),
        }
        lists = {name: {str(patient): list(facts.values())} for name, facts in numbered.items()}
        (built,) = self._built(lists, "WHERE id = ?", _OF_PATIENT, (patient,))
        ids = {name: tuple(facts) for name, facts in numbered.items()}
        return PatientRecord(built, ids, _moment(found[0]), self.revision(patient))

    def patients(self) -> Mapping[PatientId, Patient]:
        """Return all patients, read in bulk: each table once."""
        with uncollected():
            lists = {
                **{table: self._by_patient(table, shape) for table, shape in shapes.FACT_SHAPES.items()},
                "appointments": self._by_patient("visits", shapes.APPOINTMENT),
            }
            return {PatientId(patient.id): patient for patient in self._built(lists, "ORDER BY added_at, id")}

    def identities(self) -> tuple[PatientIdentity, ...]:
        """Return who all patients are."""
        of, *stored = self._columns("patients", ("id", *shapes.IDENTITY.columns))
        rows = zip(of, _named(shapes.IDENTITY, stored), strict=True)
        return tuple(PatientIdentity(PatientId(who), **known) for who, known in rows)

    def visit(self, visit: VisitId) -> Visit:
        """Return one visit."""
        for found in self._values("visits", shapes.VISIT, "WHERE id = ?", (visit,)):
            return found
        raise UnknownVisitError(visit)

    def visits(self, first: date, last: date) -> tuple[Visit, ...]:
        """Return the visits of the days ``first`` to ``last``, both included, by day and time; cancelled ones too."""
        where = 'WHERE "on" BETWEEN ? AND ? ORDER BY "on", time, id'
        return tuple(self._values("visits", shapes.VISIT, where, (first.isoformat(), last.isoformat())))

    def visits_of(self, patient: PatientId) -> tuple[Visit, ...]:
        """Return all visits of a patient, by day and time."""
        return tuple(self._values("visits", shapes.VISIT, f'{_OF_PATIENT} ORDER BY "on", time, id', (patient,)))

    def unit(self) -> Unit:
        """Return the unit with its parameter overrides."""
        names = ("name", "phone", "opens", "closes", "open_weekdays", "closed_yearly", "closed", "open")
        found = self._db.execute(statements.select("unit", names)).fetchone()
        if found is None:
            return Unit()
        name, phone, opens, closes, *lists = found
        weekdays, yearly, closed, opened = map(json.loads, lists)
        return Unit(
            name=name,
            phone=phone,
            opens=time.fromisoformat(opens),
            closes=time.fromisoformat(closes),
            open_weekdays=frozenset(weekdays),
            closed_yearly=frozenset((month, day) for month, day in yearly),
            closed=frozenset(map(date.fromisoformat, closed)),
            open=frozenset(map(date.fromisoformat, opened)),
            places=tuple(self._values("places", shapes.PLACE, "ORDER BY position")),
            parameters={override.key: override.value for override in self.overrides()},
        )

    def users(self) -> tuple[User, ...]:
        """Return all users."""
        return tuple(self._values("users", shapes.USER, "ORDER BY initials"))

    def setting(self, key: str) -> str | None:
        """Return one setting of the unit as JSON text, or None."""
        found = self._db.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def overrides(self) -> tuple[Override, ...]:
        """Return the parameters that the unit has changed, with who changed them and when."""
        rows = self._db.execute("SELECT key, value, who, at FROM parameters ORDER BY key")
        return tuple(Override(key, _value(json.loads(value)), who, _moment(at)) for key, value, who, at in rows)

    def dose_details(self, patient: PatientId) -> Mapping[FactId, DoseDetail]:
        """Return what is kept of a patient's doses beside the patient file."""
        return {detail.dose: detail for detail in self._of("dose_details", shapes.DOSE_DETAIL, patient, "dose")}

    def last_batch(self, product: Product) -> Batch | None:
        """Return the batch of the latest dose of a product that was given in the unit."""
        query = (
            "SELECT batches, expires_on FROM doses LEFT JOIN dose_details ON dose_details.dose = doses.id"
            " WHERE product = ? AND (setting IS NULL OR setting <> 'home') AND batches <> '[]'"
            ' ORDER BY "on" DESC, time DESC, id DESC LIMIT 1'
        )
        found = self._db.execute(query, (product.value,)).fetchone()
        if found is None:
            return None
        return Batch(product, json.loads(found[0])[-1], found[1] and date.fromisoformat(found[1]))

    def clearances(self, patient: PatientId) -> tuple[Clearance, ...]:
        """Return the doctor's clearances for a patient."""
        return tuple(self._of("clearances", shapes.CLEARANCE, patient))

    def acknowledgements(self, patient: PatientId) -> tuple[Acknowledgement, ...]:
        """Return the acknowledged warnings of a patient."""
        return tuple(self._of("findings_acknowledged", shapes.ACKNOWLEDGEMENT, patient))

    def calendar_events(self, patient: PatientId) -> tuple[CalendarEvent, ...]:
        """Return a patient's calendar events as last handed out, withdrawn ones too."""
        return tuple(self._of("calendar_events", shapes.CALENDAR_EVENT, patient))

    def calendar_exports(self, patient: PatientId) -> tuple[CalendarExport, ...]:
        """Return each handing out of a patient's calendar, oldest first."""
        query = statements.select("calendar_exports", EXPORT_COLUMNS, f"{_OF_PATIENT} ORDER BY id")
        return tuple(map(export_of_row, self._db.execute(query, (patient,)).fetchall()))

    def handed_calendars(self) -> Mapping[PatientId, HandedCalendar]:
        """Return all that was handed out, read in bulk; only who was handed a calendar is there."""
        query = statements.select("calendar_exports", EXPORT_COLUMNS, "ORDER BY id")
        exports: dict[PatientId, list[CalendarExport]] = defaultdict(list)
        with uncollected():
            for export in map(export_of_row, self._db.execute(query).fetchall()):
                exports[export.patient].append(export)
            events = self._by_patient("calendar_events", shapes.CALENDAR_EVENT)
        return {who: HandedCalendar(tuple(events.get(who, ())), tuple(each)) for who, each in exports.items()}

    def renewal_steps(self, patient: PatientId) -> tuple[RenewalStep, ...]:
        """Return the steps of a patient's renewals of the prescription, in the order they were taken."""
        return tuple(self._of("renewals", shapes.RENEWAL_STEP, patient))

    def all_renewal_steps(self) -> Mapping[PatientId, tuple[RenewalStep, ...]]:
        """Return the steps of all patients' renewals, read in bulk."""
        return _by_id(self._by_patient("renewals", shapes.RENEWAL_STEP))

    def home_notes(self, patient: PatientId) -> tuple[HomeNote, ...]:
        """Return the noted steps of a patient towards treatment at home."""
        return tuple(self._of("home_notes", shapes.HOME_NOTE, patient))

    def all_home_notes(self) -> Mapping[PatientId, tuple[HomeNote, ...]]:
        """Return the noted steps of all patients towards treatment at home, read in bulk."""
        return _by_id(self._by_patient("home_notes", shapes.HOME_NOTE))

    def claims(self) -> tuple[Claim, ...]:
        """Return the tasks that somebody has taken on."""
        return tuple(self._values("claims", shapes.CLAIM, "ORDER BY id"))

    def _values(self, table: str, shape: RowShape[T], rest: str, bound: Iterable[object] = ()) -> list[T]:
        return shape.values(self._columns(table, shape.columns, rest, tuple(bound)))

    def _of(self, table: str, shape: RowShape[T], patient: PatientId, key: str = "id") -> list[T]:
        return self._values(table, shape, f"{_OF_PATIENT} ORDER BY {key}", (patient,))

    def _numbered(self, table: str, shape: RowShape[T], patient: PatientId) -> dict[FactId, T]:
        ids, *stored = self._columns(table, ("id", *shape.columns), f"{_OF_PATIENT} ORDER BY id", (patient,))
        facts = zip(map(FactId, ids), shape.values(stored), strict=True)
        return dict(sorted(facts, key=_day_of_dose) if table == "doses" else facts)

    def _by_patient(self, table: str, shape: RowShape[T]) -> dict[str, list[T]]:
        rows = self._db.execute(statements.select(table, ("patient", *shape.columns), "ORDER BY id"))
        grouped: dict[str, list[Any]] = defaultdict(list)
        while some := rows.fetchmany(_AT_ONCE):
            of, *stored = zip(*some, strict=True)
            for patient, value in zip(of, shape.values(stored), strict=True):
                grouped[patient].append(value)
        if table == "doses":
            for doses in grouped.values():
                doses.sort(key=_day)
        return grouped

    def _columns(
        self, table: str, names: Sequence[str], rest: str = "", bound: tuple[object, ...] = ()
    ) -> Sequence[Sequence[Any]]:
        """Return the columns of the rows that a query finds; empty ones when it finds none."""
        rows = self._db.execute(statements.select(table, names, rest), bound).fetchall()
        return tuple(zip(*rows, strict=True)) or ((),) * len(names)

    def _built(
        self, lists: _Lists, where: str, of_course: str = "", bound: tuple[object, ...] = ()
    ) -> Iterator[Patient]:
        """Put patients together from their single values and the lists of their facts, by patient's id."""
        of, *stored = self._columns("courses", ("patient", *shapes.COURSE.columns), of_course, bound)
        courses = dict(zip(of, _named(shapes.COURSE, stored), strict=True))
        people = self._columns("patients", shapes.PATIENT.columns, where, bound)
        for person in _named(shapes.PATIENT, people):
            facts: dict[str, Any] = {name: tuple(listed.get(person["id"], ())) for name, listed in lists.items()}
            own = {name: facts.pop(name) for name in shapes.PATIENT_FACTS}
            yield Patient(course=Course(**courses[person["id"]], **facts), **person, **own)


def _by_id(grouped: Mapping[str, list[T]]) -> Mapping[PatientId, tuple[T, ...]]:
    return {PatientId(who): tuple(listed) for who, listed in grouped.items()}


def _named(shape: RowShape[Any], stored: Sequence[Sequence[object]]) -> Iterator[dict[str, Any]]:
    return (dict(zip(shape.names, values, strict=True)) for values in shape.arguments(stored))


def _day(dose: Dose) -> date:
    return dose.on


def _day_of_dose(fact: tuple[FactId, Any]) -> date:
    on: date = fact[1].on
    return on


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _value(value: object) -> object:
    """Return a parameter's value as the protocol has it: a list is a tuple there."""
    return tuple(value) if isinstance(value, list) else value
