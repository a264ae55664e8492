"""``plan``: the plan of each patient file."""

import json

from infusionplanner.catalogue.wording import wording
from infusionplanner.cli.plan_text import plan_text
from infusionplanner.cli.request import Request
from infusionplanner.domain.plan import plan
from infusionplanner.export.plan_file import write_plan


def run(request: Request) -> int:
    """Print one plan for each patient: text, or with ``--json`` one line each."""
    arguments = request.arguments
    unit, patients = request.unit(), request.patients()
    protocols = request.protocols(unit, patients)
    said = wording(arguments.language)
    for number, patient in enumerate(patients):
        protocol = protocols[patient.course.protocol]
        found = plan(patient, protocol, unit, request.today, months=arguments.months)
        if arguments.json:
            print(json.dumps(write_plan(found), ensure_ascii=False))
        else:
            print(("\n" if number else "") + plan_text(found, patient, protocol, said))
    return 0
