"""Row images as changes of facts in the words of the domain: which table is which kind, which column which field."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from infusionplanner.application.journal import FactChange, FactKind, Value
from infusionplanner.storage import shapes
from infusionplanner.storage.mapping import Row, RowShape

KINDS: Mapping[str, tuple[FactKind, RowShape[Any] | None]] = {
    "patients": (FactKind.PERSON, shapes.PATIENT),
    "courses": (FactKind.COURSE, shapes.COURSE),
    "regimens": (FactKind.REGIMEN, shapes.FACT_SHAPES["regimens"]),
    "doses": (FactKind.DOSE, shapes.FACT_SHAPES["doses"]),
    "dose_details": (FactKind.DOSE_DETAIL, shapes.DOSE_DETAIL),
    "reactions_lifted": (FactKind.REACTION_LIFT, shapes.FACT_SHAPES["reactions_lifted"]),
    "holds": (FactKind.HOLD, shapes.FACT_SHAPES["holds"]),
    "checklists": (FactKind.CHECKLIST, shapes.FACT_SHAPES["checklists"]),
    "training": (FactKind.TRAINING, shapes.FACT_SHAPES["training"]),
    "prescriptions": (FactKind.PRESCRIPTION, shapes.FACT_SHAPES["prescriptions"]),
    "dispensings": (FactKind.DISPENSING, shapes.FACT_SHAPES["dispensings"]),
    "discarded": (FactKind.DISCARD, shapes.FACT_SHAPES["discarded"]),
    "stock_counts": (FactKind.STOCK_COUNT, shapes.FACT_SHAPES["stock_counts"]),
    "results": (FactKind.RESULT, shapes.FACT_SHAPES["results"]),
    "exposures": (FactKind.EXPOSURE, shapes.FACT_SHAPES["exposures"]),
    "pregnancies": (FactKind.PREGNANCY, shapes.FACT_SHAPES["pregnancies"]),
    "events": (FactKind.EVENT, shapes.FACT_SHAPES["events"]),
    "decisions": (FactKind.DECISION, shapes.FACT_SHAPES["decisions"]),
    "earlier_courses": (FactKind.EARLIER_COURSE, shapes.FACT_SHAPES["earlier_courses"]),
    "clearances": (FactKind.CLEARANCE, shapes.CLEARANCE),
    "findings_acknowledged": (FactKind.ACKNOWLEDGEMENT, shapes.ACKNOWLEDGEMENT),
    "visits": (FactKind.VISIT, shapes.VISIT),
    "calendar_events": (FactKind.CALENDAR_EVENT, shapes.CALENDAR_EVENT),
    "calendar_exports": (FactKind.CALENDAR_EXPORT, None),
    "renewals": (FactKind.RENEWAL_STEP, shapes.RENEWAL_STEP),
    "home_notes": (FactKind.HOME_NOTE, shapes.HOME_NOTE),
    "claims": (FactKind.CLAIM, shapes.CLAIM),
    "unit": (FactKind.UNIT, None),
    "places": (FactKind.PLACE, shapes.PLACE),
    "parameters": (FactKind.PARAMETER, None),
    "settings": (FactKind.SETTING, None),
    "users": (FactKind.USER, shapes.USER),
}
"""Kind and shape of the rows of each table; without a shape a column is a field as it stands, lists in JSON."""

_IN_JSON = frozenset({"open_weekdays", "closed_yearly", "closed", "open", "versions", "choice"})
_NO_FIELDS = frozenset({"id", "patient", "dose"})
"""Keys of rows: they say which fact it is, and of whom. A visit's dose is one too."""


def changes_of(table: str, key: object, before: Row | None, after: Row | None) -> Iterator[FactChange]:
    """Yield what differs between a row before and after; a row that is not there has no known fields."""
    kind, shape = KINDS[table]
    old, new = _fields(shape, before), _fields(shape, after)
    for field in dict.fromkeys((*old, *new)):
        was, is_now = old.get(field), new.get(field)
        if was != is_now:
            yield FactChange(kind, str(key), field, was, is_now)


def _fields(shape: RowShape[Any] | None, row: Row | None) -> dict[str, Value]:
    if row is None:
        return {}
    if shape is None:
        fields = ((name, _plain(name, value)) for name, value in row.items())
    else:
        fields = ((".".join(path), value) for path, value in shape.paths(row))
    return {name: value for name, value in fields if name not in _NO_FIELDS}


def _plain(name: str, value: Any) -> Value:  # noqa: ANN401 - what a column holds
    return str(json.loads(value)) if name in _IN_JSON else value
