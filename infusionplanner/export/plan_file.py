"""The plan and the answer of ``check`` as JSON documents: ``infusionplanner.plan/1``.

The shapes are public and stable; their JSON Schema is ``schemas/plan-1.schema.json`` in the resources.
"""

from typing import Any

from infusionplanner.domain.finding import Finding
from infusionplanner.domain.result import CheckAnswer, Plan
from infusionplanner.export.encoding import object_of

FORMAT = "infusionplanner.plan/1"
"""The version that this program writes."""


def write_plan(plan: Plan) -> dict[str, object]:
    """Return a plan as a JSON document. A dose is marked ``booked`` or says nothing of it."""
    fields: dict[str, Any] = object_of(plan)
    for dose in (fields["next_dose"], *fields["doses"]):
        if dose is not None and not dose["booked"]:
            del dose["booked"]
    return {"format": FORMAT} | fields


def write_check(answer: CheckAnswer) -> dict[str, object]:
    """Return the answer to the question whether a dose may be given on a day, as a JSON document."""
    return object_of(answer)


def write_finding(finding: Finding) -> dict[str, object]:
    """Return one finding as it stands in a plan."""
    return object_of(finding)
