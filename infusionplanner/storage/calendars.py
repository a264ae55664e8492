"""Handed-out calendars as rows: versions and choices as JSON, since they are only ever read whole."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any

from infusionplanner.application.calendar.values import (
    CalendarChoice,
    CalendarContent,
    CalendarExport,
    CalendarOptions,
    ContentLevel,
    EventKind,
    EventVersion,
    ExportScope,
)
from infusionplanner.application.records import PatientId
from infusionplanner.domain.patient import Language
from infusionplanner.storage.mapping import Row

EXPORT_COLUMNS = ("patient", "at", "by", "scope", "until", "versions", "choice")


def export_row(export: CalendarExport) -> Row:
    """Return the columns of one handing out."""
    return {
        "patient": export.patient,
        "at": export.at.isoformat(),
        "by": export.by,
        "scope": export.scope.value,
        "until": export.until.isoformat(),
        "versions": _json([(version.uid, version.sequence) for version in export.versions]),
        "choice": _json(_choice_document(export.choice)),
    }


def export_of_row(row: Iterable[Any]) -> CalendarExport:
    """Return one handing out from its columns."""
    patient, at, by, scope, until, versions, choice = row
    return CalendarExport(
        patient=PatientId(patient),
        at=datetime.fromisoformat(at),
        by=by,
        scope=ExportScope(scope),
        until=date.fromisoformat(until),
        versions=tuple(EventVersion(uid, sequence) for uid, sequence in json.loads(versions)),
        choice=_choice(json.loads(choice)),
    )


def _choice_document(choice: CalendarChoice) -> Mapping[str, object]:
    options, content = choice.options, choice.content
    return {
        "kinds": sorted(options.kinds),
        "home_time": options.home_time.isoformat("minutes"),
        "reminder_time": options.reminder_time.isoformat("minutes"),
        "visit_time": options.visit_time.isoformat("minutes"),
        "collect_days_before": options.collect_days_before,
        "provisional": options.provisional,
        "level": content.level,
        "language": content.language,
        "phone": content.phone,
        "treatment": content.treatment,
        "place": content.place,
    }


def _choice(document: Mapping[str, Any]) -> CalendarChoice:
    options = CalendarOptions(
        kinds=frozenset(map(EventKind, document["kinds"])),
        home_time=time.fromisoformat(document["home_time"]),
        reminder_time=time.fromisoformat(document["reminder_time"]),
        visit_time=time.fromisoformat(document["visit_time"]),
        collect_days_before=document["collect_days_before"],
        provisional=document["provisional"],
    )
    content = CalendarContent(
        level=ContentLevel(document["level"]),
        language=Language(document["language"]),
        phone=document["phone"],
        treatment=document["treatment"],
        place=document["place"],
    )
    return CalendarChoice(options, content)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
