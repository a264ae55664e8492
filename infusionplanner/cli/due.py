"""``due``: the unit's work list."""

import json
from collections.abc import Iterable

from infusionplanner.application.names import shown_name
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.work_items import WorkItem, deadline, work_list
from infusionplanner.bootstrap import open_desk
from infusionplanner.catalogue.wording import Wording, wording
from infusionplanner.cli.request import Request
from infusionplanner.export.plan_file import write_finding


def run(request: Request) -> int:
    """Print what is to be done, most urgent first."""
    desk = open_desk(request.existing_database, who="due", create=False)
    try:
        overview = Overview.of(desk, as_of=request.today)
    finally:
        desk.close()
    items = work_list(overview)
    if request.arguments.json:
        rows = [as_json(item, overview) for item in items]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        print("\n".join(due_lines(items, overview, wording(request.arguments.language))))
    return 0


def as_json(item: WorkItem, overview: Overview) -> dict[str, object]:
    """Return one item of the work list with the patient it concerns."""
    name = shown_name(overview.patients[item.patient])
    return {"patient": item.patient, "name": name, "band": item.band.value, **write_finding(item.finding)}


def due_lines(items: Iterable[WorkItem], overview: Overview, said: Wording) -> Iterable[str]:
    """Yield the work list as text: a heading for each band, then a line for each item."""
    band = None
    for item in items:
        if item.band is not band:
            if band is not None:
                yield ""
            band = item.band
            yield said.code("band", band.value).upper()
        finding = item.finding
        by = deadline(finding)
        due = said.formats.date(by) if by is not None else ""
        level = said.code("level_short", finding.level.value)
        name = shown_name(overview.patients[item.patient])
        yield f"  {due:11}  {level:8}  {name:28}  {said.finding(finding)} [{finding.rule}]"
