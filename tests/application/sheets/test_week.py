"""The week sheet: days, closures, visits, and the foot of every page."""

from dataclasses import replace

from builders import d
from sheet_builders import FOOTER, MONDAY, UNIT, control, person, plan_of, planned, visit, ward

from infusionplanner.application.sheets.values import VisitRow, WeekSheet
from infusionplanner.application.sheets.week import Footer, Names, footer_line, week_sheet
from infusionplanner.domain.patient import AppointmentStatus, Language

INGRID = person("i", "Moen, Ingrid")
LIV = person("l", "Sæther, Liv")
PLANS = {"i": plan_of(planned(4)), "l": plan_of(planned(24, interval_days=42), patient="l")}
WARD = ward([INGRID, LIV], PLANS)


def closures(monday: str, language: Language = Language.NB) -> list[str | None]:
    return [day.closure for day in week_sheet(d(monday), (), WARD, language=language).days]


def test_a_week_in_norwegian() -> None:
    sheet = week_sheet(MONDAY, [visit("i"), visit("l", "2026-11-23", "08:00")], WARD, names=Names.FULL)
    assert sheet.heading.title == "Ukeplan · uke 48"
    assert sheet.heading.subtitle == "23.–29. november 2026"
    assert sheet.heading.unit == "MS-infusjonsenheten"
    assert sheet.heading.summary == "2 timer · 1 OBS"
    assert sheet.heading.discard == "Makuleres etter uke 48."
    assert sheet.heading.legend == "OBS = full observasjonstid, 1 time etter dosen"
    assert (sheet.observed_mark, sheet.continued, sheet.visits) == ("OBS", "forts.", 2)
    assert [day.label for day in sheet.days] == ["ma. 23.", "ti. 24.", "on. 25.", "to. 26.", "fr. 27."]
    assert sheet.days[0].rows == (
        VisitRow("08.00", "Sæther, Liv", "dose 24 · s.c. 6u"),
        VisitRow("09.15", "Moen, Ingrid", "dose 4 · s.c.", observed=True),
    )


def test_a_week_in_english() -> None:
    monitoring = (control("mri", "2026-11-23", on_visit=MONDAY),)
    there = ward([LIV], {"l": plan_of(planned(24, interval_days=42), monitoring=monitoring)})
    sheet = week_sheet(MONDAY, [visit("l")], there, names=Names.FULL, language=Language.EN)
    assert sheet.heading.title == "Week plan · week 48"
    assert sheet.heading.summary == "1 visit"
    assert sheet.heading.discard == "Shred after week 48."
    assert sheet.heading.legend == ""
    assert sheet.days[0].label == "Mon 23"
    assert sheet.days[0].rows == (VisitRow("09:15", "Sæther, Liv", "dose 24 · s.c. 6w", ready=("MRI ordered",)),)


def test_initials_are_what_a_week_shows_unless_told_otherwise() -> None:
    assert [row.who for row in week_sheet(MONDAY, [visit("i")], WARD).days[0].rows] == ["IM"]


def test_visits_of_other_weeks_and_cancelled_ones_are_left_out() -> None:
    visits = [
        visit("i", "2026-11-22"),
        visit("i", "2026-11-30"),
        visit("i", status=AppointmentStatus.CANCELLED),
    ]
    sheet = week_sheet(MONDAY, visits, WARD)
    assert sheet.visits == 0
    assert sheet.heading.summary == "Ingen timer"


def test_christmas_closes_days_by_name() -> None:
    assert closures("2026-12-21") == [None, None, None, "Julaften", "1. juledag"]
    assert closures("2026-12-28") == [None, None, None, "Nyttårsaften", "1. nyttårsdag"]
    assert closures("2026-12-21", Language.EN)[3:] == ["Christmas Eve", "Christmas Day"]


def test_easter_closes_days_by_name() -> None:
    assert closures("2027-03-22") == [None, None, None, "Skjærtorsdag", "Langfredag"]
    assert closures("2027-03-29") == ["2. påskedag", None, None, None, None]


def test_the_week_of_the_turn_of_the_year_is_week_53() -> None:
    heading = week_sheet(d("2026-12-28"), (), WARD).heading
    assert (heading.title, heading.subtitle) == ("Ukeplan · uke 53", "28. desember 2026 – 3. januar 2027")


def test_the_weekend_is_there_when_the_unit_is_open_or_somebody_is_booked() -> None:
    open_saturday = replace(UNIT, open=frozenset({d("2026-11-28")}))
    sheet = week_sheet(MONDAY, (), ward(unit=open_saturday))
    assert [(day.label, day.closure) for day in sheet.days[5:]] == [("lø. 28.", None)]
    sheet = week_sheet(MONDAY, [visit("i", "2026-11-29")], WARD)
    assert [(day.label, day.closure, len(day.rows)) for day in sheet.days[5:]] == [("sø. 29.", "Helg", 1)]


def test_a_note_is_printed_beside_full_names_only() -> None:
    noted = [visit("i", note="Ingrid kommer\nmed drosje")]
    notes = {names: week_sheet(MONDAY, noted, WARD, names=names).days[0].rows[0].note for names in Names}
    assert notes == {Names.INITIALS: "", Names.FULL: "Ingrid kommer med drosje", Names.CODE: ""}


def footed(sheet: WeekSheet, footer: Footer) -> tuple[str, str, str]:
    return footer_line(sheet.heading, footer, 1, 2)


def test_the_foot_tells_what_when_and_by_whom() -> None:
    sheet = week_sheet(MONDAY, [visit("i")], WARD)
    assert footed(sheet, FOOTER) == (
        "Inneholder helseopplysninger. Makuleres etter uke 48.",
        (
            "OBS = full observasjonstid, 1 time etter dosen · "
            "skrevet ut 22.11.2026 kl. 23.05 av A. Dahl · MS-infusjonsenheten"
        ),
        "Side 1 av 2",
    )


def test_the_foot_in_english_without_name_and_unit() -> None:
    sheet = week_sheet(MONDAY, (), WARD, language=Language.EN)
    assert footed(sheet, replace(FOOTER, unit="", printed_by=" \n")) == (
        "Contains health information. Shred after week 48.",
        "printed 22 Nov 2026 at 23:05",
        "Page 1 of 2",
    )
