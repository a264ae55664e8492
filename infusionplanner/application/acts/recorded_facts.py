"""Adding and finding a patient's recorded facts: what the use cases have in common."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, happened
from infusionplanner.application.errors import UnknownFactError
from infusionplanner.application.records import Done, Fact, FactId, PatientId, PatientRecord
from infusionplanner.domain.patient import Checklist, Dose, Hold, Pregnancy, Prescription, Result

T = TypeVar("T", Checklist, Dose, Hold, Pregnancy, Prescription, Result)

_LISTS: Mapping[type[Fact], str] = {
    Checklist: "checklists",
    Dose: "doses",
    Hold: "holds",
    Pregnancy: "pregnancies",
    Prescription: "prescriptions",
    Result: "results",
}


def add_fact(desk: Desk, kind: ActKind, patient: PatientId, fact: Fact, on: date) -> Done:
    """Record one fact of a patient that happened on a day, as an act of its own."""
    entered(fact, kind)
    happened(kind, on, desk.today())
    with desk.act(kind, patient) as work:
        work.add(patient, fact)
        return work.done()


def numbered(record: PatientRecord, kind: type[T]) -> dict[FactId, T]:
    """Return a patient's facts of one kind by their ids, in their order."""
    name = _LISTS[kind]
    holder = record.patient if name in {"pregnancies", "results"} else record.patient.course
    return dict(zip(record.ids[name], getattr(holder, name), strict=True))


def stored(record: PatientRecord, fact: FactId, kind: type[T]) -> T:
    """Return one recorded fact. Raises ``UnknownFactError``."""
    if (found := numbered(record, kind).get(fact)) is None:
        raise UnknownFactError(kind.__name__, fact)
    return found
