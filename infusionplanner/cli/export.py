"""``export``: one patient as a patient file on standard output."""

from infusionplanner.application.people import export_patient
from infusionplanner.application.records import PatientId
from infusionplanner.bootstrap import open_desk
from infusionplanner.cli.request import Request
from infusionplanner.export.patient_file import dump_patient


def run(request: Request) -> int:
    """Print the patient file of one patient."""
    desk = open_desk(request.existing_database, who="export", create=False)
    try:
        print(dump_patient(export_patient(desk, PatientId(request.arguments.patient))), end="")
    finally:
        desk.close()
    return 0
