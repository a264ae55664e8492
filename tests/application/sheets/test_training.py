"""The training checklist."""

from dataclasses import replace

import pytest
from builders import d
from sheet_builders import PROTOCOL, person, plan_of, planned, ward

from infusionplanner.application.records import PatientId
from infusionplanner.application.sheets.values import Fields, Paper, Paragraph, SheetCell, SheetTable, SheetWard
from infusionplanner.application.sheets.week import Names, training_sheet
from infusionplanner.domain.patient import Language
from infusionplanner.domain.result import Condition, ConditionState, Home

INGRID = person("p", "Moen, Ingrid", birth_date=d("1991-05-02"))
CONDITIONS = (
    Condition("R-HOME-1", "doses", ConditionState.NOT_MET, 5, 6),
    Condition("R-HOME-1", "training", ConditionState.UNKNOWN, None, 1),
    Condition("R-HOME-2", "product", ConditionState.MET),
)


def at_home(*, eligible: bool = False, from_: str | None = None) -> SheetWard:
    home = Home(
        eligible=eligible, ready=False, eligible_from=None if from_ is None else d(from_), conditions=CONDITIONS
    )
    return ward([INGRID], {"p": plan_of(planned(6), home=home)})


P = PatientId("p")


def test_conditions_stand_with_their_figures() -> None:
    sheet = training_sheet(P, at_home())
    assert sheet.paper is Paper.PORTRAIT
    assert sheet.heading.title == "Opplæring i hjemmebehandling"
    assert sheet.heading.subtitle == "Moen, Ingrid · født 02.05.1991"
    assert (sheet.heading.summary, sheet.heading.discard) == ("23.11.2026", "Makuleres etter registrering.")
    conditions = sheet.blocks[1]
    assert isinstance(conditions, SheetTable)
    assert conditions.rows == (
        (SheetCell("For få fullførte doser"), SheetCell("ikke i orden", strong=True), SheetCell("5 (minst 6)")),
        (SheetCell("Godkjent opplæring"), SheetCell("ukjent", strong=True), SheetCell("ukjent (minst 1)")),
        (SheetCell("Preparat til subkutan bruk"), SheetCell("✓ i orden", strong=True), SheetCell()),
    )


@pytest.mark.parametrize(
    ("there", "expected"),
    [
        (at_home(eligible=True), "The patient meets the conditions."),
        (
            at_home(from_="2026-12-21"),
            "The patient can meet the conditions from Monday 21 December 2026 if the plan is followed.",
        ),
        (at_home(), "The patient does not meet the conditions, and the date cannot be computed yet."),
    ],
)
def test_the_day_of_eligibility_is_told(there: SheetWard, expected: str) -> None:
    assert Paragraph(expected) in training_sheet(P, there, language=Language.EN).blocks


def items(there: SheetWard) -> list[str]:
    (table,) = (
        block for block in training_sheet(P, there).blocks if isinstance(block, SheetTable) and len(block.columns) == 4
    )
    assert all(row[1:] == (SheetCell(ticks=("",)), SheetCell(ticks=("",)), SheetCell()) for row in table.rows)
    return [row[0].text for row in table.rows]


def test_what_is_shown_has_the_numbers_of_the_protocol() -> None:
    found = items(at_home())
    assert len(found) == 12
    assert found[0].startswith("Begge sprøytene er én dose, høyst 30 minutter imellom")
    assert found[1].endswith("høyst 24 timer til sammen utenfor kjøleskap")
    assert found[-1] == "Første egeninjeksjon satt i enheten"


def test_a_protocol_without_home_treatment_leaves_the_numbers_out() -> None:
    there = replace(at_home(), protocols={"natalizumab": replace(PROTOCOL, home=None)})
    assert len(items(there)) == 10


def test_without_home_treatment_in_the_plan_there_are_no_conditions() -> None:
    sheet = training_sheet(P, ward([INGRID], {"p": plan_of(planned(6))}), names=Names.INITIALS)
    assert sheet.heading.subtitle == "IM"
    assert [type(block).__name__ for block in sheet.blocks] == ["Title", "SheetTable", "Title", "Fields"]
    assert sheet.blocks[-1] == Fields(
        tuple((name, "") for name in ("Pasient", "Sykepleier", "Dato", "Første dose hjemme", "Apotek avtalt"))
    )
