"""The unit's own lists: the day, the calls, the renewals."""

from dataclasses import replace
from datetime import datetime

from builders import d
from sheet_builders import MONDAY, UNIT, control, person, plan_of, planned, supply, task, visit, ward

from infusionplanner.application.records import PatientId
from infusionplanner.application.sheets.values import ListSheet, Paper, Paragraph, SheetCell, SheetTable
from infusionplanner.application.sheets.week import Names, call_list_sheet, day_sheet, renewal_sheet
from infusionplanner.application.views.renewal import Renewal, RenewalStage, TakenStep
from infusionplanner.domain.patient import Course, Dose, DoseStatus, Language, Prescription, Setting
from infusionplanner.domain.result import Plan

TICK, BLANK = SheetCell(ticks=("",)), SheetCell()
INGRID = person("i", "Moen, Ingrid", phone="900 11 222")
LIV = person("l", "Sæther, Liv")
PER = person("p", "Aas, Per", phone="\n")


def table(sheet: ListSheet) -> SheetTable:
    found = sheet.blocks[-1]
    assert isinstance(found, SheetTable)
    return found


def titles(sheet: ListSheet) -> list[str]:
    return [column.title for column in table(sheet).columns]


def test_a_day() -> None:
    plan = plan_of(planned(3), monitoring=(control("bloods", "2026-11-23", before_dose=3),))
    sheet = day_sheet(
        MONDAY, [visit("i", place="Stol 1"), visit("i", "2026-11-24")], ward([INGRID], {"i": plan}), names=Names.FULL
    )
    assert sheet.paper is Paper.LANDSCAPE
    assert (sheet.heading.title, sheet.heading.subtitle) == ("Dagsliste", "mandag 23. november 2026")
    assert (sheet.heading.summary, sheet.heading.discard) == ("1 time", "Makuleres etter 23.11.2026.")
    assert sheet.heading.legend == "OBS = full observasjonstid, 1 time etter dosen"
    assert titles(sheet) == [
        "Tid", "Pasient", "Plass", "Skal være klart", "Møtt", "Startet kl.", "Ferdig kl.", "Batchnr.", "Notat",
    ]  # fmt: skip
    assert table(sheet).rows == (
        (
            SheetCell("09.15", strong=True),
            SheetCell("Moen, Ingrid", detail="dose 3 · s.c.", mark="OBS", strong=True),
            SheetCell("Stol 1"),
            SheetCell(ticks=("blodprøver",)),
            TICK,
            BLANK,
            BLANK,
            BLANK,
            BLANK,
        ),
    )


def test_a_day_shows_what_has_happened() -> None:
    seen = visit(
        "l",
        arrived_at=datetime(2026, 11, 23, 9, 5),
        started_at=datetime(2026, 11, 23, 9, 20),
        ended_at=datetime(2026, 11, 23, 9, 25),
        note="rullestol",
    )
    sheet = day_sheet(MONDAY, [seen], ward([LIV], {}), names=Names.FULL, language=Language.EN)
    assert table(sheet).rows[0][4:] == (
        SheetCell("09:05"),
        SheetCell("09:20"),
        SheetCell("09:25"),
        BLANK,
        SheetCell(detail="rullestol"),
    )


def test_a_day_prints_the_batches_that_are_recorded() -> None:
    given = Dose(MONDAY, status=DoseStatus.GIVEN, batches=("AB1234", "AB1235"))
    liv = replace(LIV, course=replace(LIV.course, doses=(given,)))
    there = ward([INGRID, liv], {"l": plan_of(planned(2, "2026-12-21"))})
    sheet = day_sheet(MONDAY, [visit("i"), visit("l")], there, names=Names.FULL)
    assert [(row[1].text, row[7]) for row in table(sheet).rows] == [
        ("Moen, Ingrid", BLANK),
        ("Sæther, Liv", SheetCell("AB1234, AB1235")),
    ]


def test_an_empty_and_closed_day() -> None:
    sheet = day_sheet(d("2026-12-25"), (), ward(), language=Language.EN)
    assert sheet.heading.subtitle == "Friday 25 December 2026 · Christmas Day"
    assert (sheet.heading.summary, sheet.heading.legend) == ("No visits", "")
    assert table(sheet) == replace(table(sheet), rows=(), empty="No visits on this day.")


def late(number: int, due: str | None) -> Plan:
    dose = planned(number, due or MONDAY, setting=Setting.HOME)
    return plan_of(dose, findings=(task("jcv.due"), task("home.unreported", due)))


def test_the_call_list_has_the_longest_overdue_first() -> None:
    plans = {"i": late(12, "2026-11-20"), "l": plan_of(planned(5)), "p": late(8, "2026-11-22")}
    sheet = call_list_sheet(MONDAY, ward([INGRID, LIV, PER], plans), names=Names.FULL)
    assert (sheet.heading.title, sheet.heading.summary) == ("Ringeliste", "2 pasienter")
    assert sheet.heading.discard == "Makuleres etter bruk."
    assert isinstance(sheet.blocks[0], Paragraph)
    assert sheet.blocks[0].text.startswith("Spør om: dato og klokkeslett · begge sprøytene")
    assert table(sheet).rows == (
        (
            SheetCell("Moen, Ingrid", "900 11 222", strong=True),
            SheetCell("12"),
            SheetCell("20.11.2026", "3 dager siden"),
            TICK,
            BLANK,
            BLANK,
            BLANK,
            BLANK,
        ),
        (
            SheetCell("Aas, Per", "telefon mangler", strong=True),
            SheetCell("8"),
            SheetCell("22.11.2026", "1 dag siden"),
            TICK,
            BLANK,
            BLANK,
            BLANK,
            BLANK,
        ),
    )


def test_a_call_without_date_or_next_dose_is_still_on_the_list() -> None:
    plans = {"i": plan_of(findings=(task("home.unreported"),)), "p": late(8, "2026-11-23")}
    rows = table(call_list_sheet(MONDAY, ward([INGRID, PER], plans), names=Names.FULL)).rows
    assert [row[1:3] for row in rows] == [(SheetCell("–"), SheetCell("–")), (SheetCell("8"), SheetCell("23.11.2026"))]


def test_an_empty_call_list() -> None:
    sheet = call_list_sheet(MONDAY, ward([LIV], {"l": plan_of()}), language=Language.EN)
    assert sheet.blocks == (replace(table(sheet), rows=(), empty="All home doses have been reported."),)
    assert sheet.heading.summary == "0 patients"


def test_renewals_by_date_with_a_box_for_each_step() -> None:
    plans = {
        "i": plan_of(supply=supply(renew_by=d("2026-12-14"))),
        "l": plan_of(supply=supply(renew_by=d("2026-11-20"), last_safe_day=None, doses_authorised_left=0)),
        "p": plan_of(findings=(task("prescription.missing"),)),
        "x": plan_of(supply=supply(renew_by=d("2026-12-24"))),
        "y": plan_of(supply=supply(renew_by=None)),
        "z": plan_of(),
    }
    people = [INGRID, LIV, PER, person("x"), person("y"), person("z")]
    sheet = renewal_sheet(MONDAY, d("2026-12-23"), ward(people, plans), names=Names.FULL)
    assert (sheet.heading.title, sheet.heading.summary) == ("Resepter som må fornyes", "3 pasienter")
    assert titles(sheet)[4:8] == ["Bedt om", "Signert", "På apotek", "Hentet"]
    steps = (TICK, TICK, TICK, TICK, BLANK)
    assert table(sheet).rows == (
        (
            SheetCell("Sæther, Liv", strong=True),
            SheetCell("20.11.2026", "3 dager siden", strong=True),
            SheetCell("ingen resept"),
            SheetCell("0"),
            *steps,
        ),
        (
            SheetCell("Aas, Per", strong=True),
            SheetCell("nå", strong=True),
            SheetCell("ingen resept"),
            SheetCell("–"),
            *steps,
        ),
        (
            SheetCell("Moen, Ingrid", strong=True),
            SheetCell("14.12.2026"),
            SheetCell("31.05.2027"),
            SheetCell("4"),
            *steps,
        ),
    )


def test_a_prescription_whose_number_of_doses_nobody_knows_is_not_said_to_be_used_up() -> None:
    plans = {"l": plan_of(supply=supply(renew_by=MONDAY, doses_authorised_left=0))}
    unnumbered = replace(LIV, course=Course(prescriptions=(Prescription(d("2026-10-01"), None),)))
    for language, said in ((Language.NB, "ukjent"), (Language.EN, "unknown")):
        (row,) = table(renewal_sheet(MONDAY, MONDAY, ward([unnumbered], plans), language=language)).rows
        assert row[3] == SheetCell(said)


def test_steps_that_were_taken_stand_there_with_who() -> None:
    plans = {"i": plan_of(supply=supply(renew_by=d("2026-12-14"))), "l": plan_of(supply=supply(renew_by=MONDAY))}
    asked = TakenStep(RenewalStage.ASKED, d("2026-11-20"), "AD")
    signed = TakenStep(RenewalStage.SIGNED, d("2026-11-22"), "", implied=True)
    running = Renewal(PatientId("i"), RenewalStage.SIGNED, d("2026-12-14"), MONDAY, False, (asked, signed))
    over = Renewal(PatientId("l"), RenewalStage.COLLECTED, MONDAY, MONDAY, False, (asked,))
    sheet = renewal_sheet(MONDAY, d("2026-12-23"), ward([INGRID, LIV], plans), renewals=[running, over])
    assert [row[4:8] for row in table(sheet).rows] == [
        (TICK, TICK, TICK, TICK),
        (SheetCell("20.11.2026", "AD"), SheetCell("22.11.2026"), TICK, TICK),
    ]


def test_a_missing_prescription_keeps_its_date() -> None:
    plans = {"p": plan_of(findings=(task("prescription.missing", "2026-11-16"),))}
    rows = table(renewal_sheet(MONDAY, MONDAY, ward([PER], plans), language=Language.EN)).rows
    assert rows[0][1] == SheetCell("now", "7 days ago", strong=True)


def test_no_renewals() -> None:
    sheet = renewal_sheet(MONDAY, d("2026-12-23"), ward(unit=replace(UNIT, name="A\nB")))
    assert table(sheet).empty == "Ingen resepter må fornyes til og med 23.12.2026."
    assert sheet.heading.unit == "A B"
