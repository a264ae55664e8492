"""What is known around a visit: the patient's file, the batch used last, and where the next dose would be booked."""

from dataclasses import dataclass

from infusionplanner.application.acts.booking import BookingProposal, proposal
from infusionplanner.application.errors import InvalidActError
from infusionplanner.application.records import Batch, PatientId
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.patient_file import PatientFile, file_in


@dataclass(frozen=True, slots=True)
class AroundVisit:
    """``proposal`` is where the next dose would be booked, ``no_proposal`` why there is no such place."""

    file: PatientFile
    batch: Batch | None
    proposal: BookingProposal | None = None
    no_proposal: InvalidActError | None = None


def around_visit(overview: Overview, patient: PatientId) -> AroundVisit:
    """Return what is known around any visit of a patient as of this moment."""
    with overview.desk.store.reading() as reading:
        file = file_in(reading, patient)
        product = file.patient.course.product
        batch = None if product is None else reading.last_batch(product)
    try:
        return AroundVisit(file, batch, proposal(overview.desk, patient))
    except InvalidActError as error:
        return AroundVisit(file, batch, no_proposal=error)
