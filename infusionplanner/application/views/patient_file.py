"""Everything that is kept of one patient, read at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from infusionplanner.application.ports import Reading
from infusionplanner.application.records import (
    DoseDetail,
    FactId,
    HomeNote,
    PatientId,
    PatientRecord,
    RenewalStep,
    Visit,
)
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.patient import Patient


@dataclass(frozen=True, slots=True)
class PatientFile:
    """One patient's facts with their ids, the visits, and what the unit keeps beside them."""

    record: PatientRecord
    visits: tuple[Visit, ...]
    details: Mapping[FactId, DoseDetail]
    renewals: tuple[RenewalStep, ...]
    home_notes: tuple[HomeNote, ...]

    @property
    def patient(self) -> Patient:
        """The recorded facts."""
        return self.record.patient


def patient_file(overview: Overview, patient: PatientId) -> PatientFile:
    """Return what is kept of a patient. Raises ``UnknownPatientError``."""
    with overview.desk.store.reading() as reading:
        return file_in(reading, patient)


def file_in(reading: Reading, patient: PatientId) -> PatientFile:
    """Return what is kept of a patient in a view of the store that is open."""
    return PatientFile(
        reading.record(patient),
        reading.visits_of(patient),
        reading.dose_details(patient),
        reading.renewal_steps(patient),
        reading.home_notes(patient),
    )
