"""Calendars that the demo unit handed out some weeks ago; what has happened since makes some of them untrue."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from uuid import UUID

from infusionplanner.application.calendar.content import CalendarBasis
from infusionplanner.application.calendar.hand_out import choice_for
from infusionplanner.application.calendar.ledger import OSLO, export_of, merge, upcoming
from infusionplanner.application.calendar.values import ExportScope
from infusionplanner.application.ports import Writing
from infusionplanner.application.records import PatientId
from infusionplanner.demo.unit import DemoUnit
from infusionplanner.domain.patient import Patient, Setting
from infusionplanner.domain.protocol import Protocol

EARLIER = timedelta(weeks=5)
"""How long ago they were handed out."""

_NURSES = 3
_UID_BITS = 128


def hand_out_earlier(work: Writing, demo: DemoUnit, at: datetime, protocols: Mapping[str, Protocol]) -> None:
    """Store what was handed out, five weeks before ``at``, to the patients who were at home then."""
    then = at - EARLIER
    now = then.replace(tzinfo=OSLO)
    for number, today in enumerate(demo.patients):
        patient = _as_known(today, then.date())
        protocol = protocols[patient.course.protocol]
        basis = CalendarBasis.of(patient, protocol, demo.unit, then.date())
        coming = basis.plan.next_dose
        if coming is None or coming.setting is not Setting.HOME or coming.blocked:
            continue
        choice = choice_for(patient, demo.unit, protocol)
        wanted = basis.wanted(choice.options)
        uids = partial(_uid, Random(patient.id))  # noqa: S311 - invented identities, the same each time
        ledger = merge((), wanted, now, uids, choice.content)
        by = demo.users[number % _NURSES].initials
        work.put_calendar_events(PatientId(patient.id), ledger)
        work.add_calendar_export(export_of(upcoming(ledger, now), choice, at=then, by=by, scope=ExportScope.WHOLE))


def _as_known(patient: Patient, day: date) -> Patient:
    """Return a patient as known on an earlier day: a calendar counts what has been done."""
    course = replace(
        patient.course,
        doses=tuple(row for row in patient.course.doses if row.on <= day),
        prescriptions=tuple(row for row in patient.course.prescriptions if row.issued_on <= day),
        dispensings=tuple(row for row in patient.course.dispensings if row.on <= day),
    )
    return replace(patient, course=course, results=tuple(row for row in patient.results if row.on <= day))


def _uid(random: Random) -> str:
    return f"{UUID(int=random.getrandbits(_UID_BITS), version=4)}@avtale.invalid"
