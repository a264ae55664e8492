"""``export``: one patient on standard output, as a patient file or with the plan as a FHIR bundle."""

from infusionplanner.application.acts.patients import export_patient
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import PatientId
from infusionplanner.bootstrap import open_desk
from infusionplanner.cli.request import Request
from infusionplanner.domain.plan import plan
from infusionplanner.export.fhir import dump_bundle
from infusionplanner.export.patient_file import dump_patient


def run(request: Request) -> int:
    """Print one patient in the format that was asked for."""
    arguments = request.arguments
    desk = open_desk(request.existing_database, who="export", clock=request.clock, create=False)
    try:
        who = PatientId(arguments.patient)
        text = _fhir(desk, who) if arguments.format == "fhir" else dump_patient(export_patient(desk, who))
        print(text, end="")
    finally:
        desk.close()
    return 0


def _fhir(desk: Desk, who: PatientId) -> str:
    patient, unit = desk.patient(who), desk.unit()
    protocol = desk.protocol(patient.course.protocol, unit)
    return dump_bundle(patient, plan(patient, protocol, unit, desk.today()), protocol)
