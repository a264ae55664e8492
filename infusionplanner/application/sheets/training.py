"""The training checklist on paper: what a patient is shown before the first dose at home, and who has signed."""

from datetime import date

from infusionplanner.application.records import PatientId
from infusionplanner.application.sheets.names import labels
from infusionplanner.application.sheets.values import (
    Block,
    Fields,
    Heading,
    ListSheet,
    Names,
    Paper,
    Paragraph,
    SheetCell,
    SheetColumn,
    SheetTable,
    SheetWard,
    Title,
    plain,
)
from infusionplanner.application.sheets.wording import SheetWords, words
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import Condition, ConditionState
from infusionplanner.domain.unit import Unit


def training_sheet(
    patient_id: PatientId,
    ward: SheetWard,
    *,
    names: Names = Names.FULL,
    language: Language = Language.NB,
) -> ListSheet:
    """Return the training checklist of one patient, with the conditions for home treatment as they stand (R-HOME-5)."""
    patient, plan = ward.patients[patient_id], ward.plans[patient_id]
    said = words(language)
    blocks: list[Block] = []
    if plan.home is not None:
        blocks += [Title(said("training.conditions_title")), _conditions(plan.home.conditions, said)]
        blocks += [Paragraph(_eligible(plan.home.eligible_from, said, eligible=plan.home.eligible))]
    blocks += [
        Title(said("training.shown_title")),
        _items(ward.protocol_of(patient), said),
        Title(said("training.signed_title")),
    ]
    blocks += [Fields(tuple((label, "") for label in said.items("training.signed")))]
    return ListSheet(_heading(patient, plan.as_of, ward.unit, names, said), Paper.PORTRAIT, tuple(blocks))


def _heading(patient: Patient, as_of: date, unit: Unit, names: Names, said: SheetWords) -> Heading:
    (who,) = labels([patient], names).values()
    born = patient.birth_date if names is Names.FULL else None
    return Heading(
        title=said("training.title"),
        subtitle=who if born is None else f"{who} · {said('training.born', day=said.formats.date(born))}",
        unit=plain(unit.name),
        summary=said.formats.date(as_of),
        discard=said("training.discard"),
        legend="",
        language=said.language,
    )


_CONDITIONS = {
    ConditionState.MET: "conditions",
    ConditionState.NOT_MET: "conditions_open",
    ConditionState.UNKNOWN: "conditions",
}


def _conditions(conditions: tuple[Condition, ...], said: SheetWords) -> SheetTable:
    columns = (
        SheetColumn(said("training.condition"), 50),
        SheetColumn(said("training.state"), 25),
        SheetColumn("", 25),
    )
    rows = tuple(
        (
            SheetCell(said(f"{_CONDITIONS[row.state]}.{row.key}")),
            SheetCell(said(f"states.{row.state}"), strong=True),
            SheetCell(
                ""
                if row.need is None
                else said(
                    "training.figure", have=said("states.unknown") if row.have is None else row.have, need=row.need
                )
            ),
        )
        for row in conditions
    )
    return SheetTable(columns, rows)


def _eligible(eligible_from: date | None, said: SheetWords, *, eligible: bool) -> str:
    if eligible:
        return said("training.eligible")
    if eligible_from is None:
        return said("training.not_dated")
    return said("training.eligible_from", day=said.formats.long_day(eligible_from))


def _items(protocol: Protocol, said: SheetWords) -> SheetTable:
    numbers: tuple[str, ...] = ()
    if protocol.home is not None:
        minutes, hours = protocol.home.second_syringe_minutes, protocol.home.room_temperature_hours
        numbers = said.items("training.shown_numbers", minutes=minutes, hours=hours)
    columns = (
        SheetColumn(said("training.item"), 62),
        SheetColumn(said("training.shown"), 10),
        SheetColumn(said("training.own"), 10),
        SheetColumn(said("training.by"), 18, ruled=True),
    )
    tick = SheetCell(ticks=("",))
    items = numbers + said.items("training.items")
    return SheetTable(columns, tuple((SheetCell(item), tick, tick, SheetCell()) for item in items))
