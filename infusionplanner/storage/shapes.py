"""Which value lives in which table."""

from collections.abc import Mapping
from typing import Any

from infusionplanner.application.records import (
    Acknowledgement,
    CalendarEvent,
    Claim,
    Clearance,
    DoseDetail,
    Fact,
    HomeNote,
    PatientIdentity,
    RenewalStep,
    User,
    Visit,
)
from infusionplanner.domain.patient import (
    Appointment,
    Checklist,
    Course,
    Decision,
    Discard,
    Dispensing,
    Dose,
    Event,
    Exposure,
    Hold,
    Patient,
    Pregnancy,
    Prescription,
    ReactionLift,
    Regimen,
    Result,
    StockCount,
    Training,
)
from infusionplanner.domain.unit import Place
from infusionplanner.storage.mapping import RowShape

COURSE_FACTS: Mapping[str, type[Fact]] = {
    "regimens": Regimen,
    "doses": Dose,
    "reactions_lifted": ReactionLift,
    "training": Training,
    "prescriptions": Prescription,
    "dispensings": Dispensing,
    "discarded": Discard,
    "stock_counts": StockCount,
    "holds": Hold,
    "checklists": Checklist,
    "events": Event,
    "decisions": Decision,
}
"""Lists of a course by the name of the field, which is the name of the table."""

PATIENT_FACTS: Mapping[str, type[Fact]] = {
    "results": Result,
    "exposures": Exposure,
    "pregnancies": Pregnancy,
    "earlier_courses": Course,
}
"""Lists of a patient by the name of the field, which is the name of the table."""

FACTS: Mapping[str, type[Fact]] = {**COURSE_FACTS, **PATIENT_FACTS}

TABLE_OF: Mapping[type[Fact], str] = {kind: table for table, kind in FACTS.items()}

FACT_SHAPES: Mapping[str, RowShape[Any]] = {table: RowShape(kind) for table, kind in FACTS.items()}

PATIENT = RowShape(Patient, without=("course", *PATIENT_FACTS))
COURSE = RowShape(Course, without=("appointments", *COURSE_FACTS))
APPOINTMENT = RowShape(Appointment)
VISIT = RowShape(Visit)
CLEARANCE = RowShape(Clearance)
ACKNOWLEDGEMENT = RowShape(Acknowledgement)
CALENDAR_EVENT = RowShape(CalendarEvent)
DOSE_DETAIL = RowShape(DoseDetail)
RENEWAL_STEP = RowShape(RenewalStep)
HOME_NOTE = RowShape(HomeNote)
CLAIM = RowShape(Claim)
IDENTITY = RowShape(PatientIdentity, without=("patient",))
USER = RowShape(User)
PLACE = RowShape(Place)
