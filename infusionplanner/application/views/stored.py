"""What is stored beside the patients, as it stands: visits of some days, claimed tasks, own parameters, the journal."""

from datetime import date

from infusionplanner.application.journal import JournalAct
from infusionplanner.application.records import Claim, Override, PatientId, Visit
from infusionplanner.application.views.overview import Overview

MOST_ACTS = 400
"""So many of the newest acts of a patient are listed."""


def visits_of_days(overview: Overview, first: date, last: date) -> tuple[Visit, ...]:
    """Return the visits of the days ``first`` to ``last``, both included, by day and time; cancelled ones too."""
    with overview.desk.store.reading() as reading:
        return reading.visits(first, last)


def claims(overview: Overview) -> tuple[Claim, ...]:
    """Return the tasks that somebody has taken on."""
    with overview.desk.store.reading() as reading:
        return reading.claims()


def overrides(overview: Overview) -> tuple[Override, ...]:
    """Return the parameters that the unit has changed."""
    with overview.desk.store.reading() as reading:
        return reading.overrides()


def acts_of(overview: Overview, patient: PatientId) -> tuple[JournalAct, ...]:
    """Return the newest acts that changed a patient, newest first, with what they changed."""
    with overview.desk.store.reading() as reading:
        return reading.acts(patient=patient, limit=MOST_ACTS)
