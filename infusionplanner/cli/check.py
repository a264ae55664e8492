"""``check``: may a dose be given on a date."""

import json

from infusionplanner.catalogue.wording import wording
from infusionplanner.cli.plan_text import check_text
from infusionplanner.cli.request import Request
from infusionplanner.domain.patient import Route, Setting
from infusionplanner.domain.plan import check
from infusionplanner.domain.result import Verdict
from infusionplanner.export.plan_file import write_check


def run(request: Request) -> int:
    """Print one answer for each patient; exit status 1 when one of them is a stop."""
    arguments = request.arguments
    unit, patients = request.unit(), request.patients()
    protocols = request.protocols(unit, patients)
    said = wording(arguments.language)
    route = Route(arguments.route) if arguments.route else None
    setting = Setting(arguments.setting) if arguments.setting else None
    status = 0
    for patient in patients:
        protocol = protocols[patient.course.protocol]
        answer = check(patient, protocol, unit, arguments.date, route=route, setting=setting, today=request.today)
        if answer.verdict is Verdict.STOP:
            status = 1
        text = (
            json.dumps(write_check(answer), ensure_ascii=False) if arguments.json else check_text(answer, patient, said)
        )
        print(text)
    return status
