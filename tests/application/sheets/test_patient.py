"""The plan that a patient takes home."""

from dataclasses import replace
from datetime import time

import pytest
from builders import d
from sheet_builders import MONDAY, PROTOCOL, UNIT, control, person, plan_of, planned, supply, ward

from infusionplanner.application.records import PatientId
from infusionplanner.application.sheets.values import (
    Bullets,
    Fields,
    ListSheet,
    PageBreak,
    Paper,
    Paragraph,
    SheetCell,
    SheetTable,
    SheetWard,
    SideBySide,
    Telephone,
    Title,
)
from infusionplanner.application.sheets.week import Names, patient_sheet
from infusionplanner.domain.patient import Appointment, AppointmentKind, Course, Language, Patient, Setting
from infusionplanner.domain.result import Monitoring, Plan
from infusionplanner.domain.unit import Unit

HOME = Setting.HOME
DOSES = tuple(planned(12 + n, day, setting=HOME) for n, day in enumerate(
    ("2026-12-14", "2027-01-11", "2027-02-08", "2027-03-08", "2027-04-05", "2027-05-03", "2027-05-31")
))  # fmt: skip
INGRID = person("p", "Moen, Ingrid")


def made(plan: Plan, who: Patient = INGRID, unit: Unit = UNIT, **options: Language | Names) -> ListSheet:
    return of(replace(ward([who], {"p": plan}), unit=unit), **options)


def of(there: SheetWard, **options: Language | Names) -> ListSheet:
    return patient_sheet(PatientId("p"), there, **options)  # type: ignore[arg-type] # language or names, by its key


def simple(sheet: ListSheet) -> list[object]:
    """Return all blocks, those side by side one after the other."""
    parts: list[object] = []
    for block in sheet.blocks:
        parts += [*block.left, *block.right] if isinstance(block, SideBySide) else [block]
    return parts


def texts(sheet: ListSheet) -> list[str]:
    found: list[str] = []
    for block in simple(sheet):
        if isinstance(block, Title | Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += block.items
    return found


def fields(sheet: ListSheet) -> list[tuple[str, str]]:
    return [row for block in simple(sheet) if isinstance(block, Fields) for row in block.rows]


def doses(sheet: ListSheet) -> tuple[tuple[SheetCell, ...], ...]:
    (found,) = (block for block in sheet.blocks if isinstance(block, SheetTable))
    return found.rows


def test_the_next_six_doses_with_their_numbers() -> None:
    sheet = made(plan_of(*DOSES))
    assert (sheet.paper, sheet.large_print) == (Paper.PORTRAIT, True)
    assert (sheet.heading.title, sheet.heading.subtitle) == ("Din plan", "Moen, Ingrid")
    assert (sheet.heading.summary, sheet.heading.discard) == (
        "gjelder fra 23.11.2026",
        "Kast dette arket når du får et nytt.",
    )
    assert [row[0].text for row in doses(sheet)] == ["12", "13", "14", "15", "16", "17"]
    assert doses(sheet)[0] == (
        SheetCell("12", strong=True),
        SheetCell("mandag 14. desember 2026", strong=True),
        SheetCell("hjemme"),
        SheetCell(),
        SheetCell(),
    )
    assert "Tas en dose en annen dag enn planlagt, flyttes alle senere datoer. Ring oss, så får du ny plan." in texts(
        sheet
    )


def test_the_patients_language_is_used_unless_another_is_asked_for() -> None:
    english = replace(INGRID, language=Language.EN)
    assert made(plan_of(*DOSES), english).heading.title == "Your plan"
    assert made(plan_of(*DOSES), english, language=Language.NB).heading.title == "Din plan"


def test_the_name_can_be_left_to_initials() -> None:
    assert made(plan_of(*DOSES), names=Names.INITIALS).heading.subtitle == "IM"


def test_neither_drug_nor_diagnosis_is_named() -> None:
    for language in Language:
        sheet = made(plan_of(*DOSES, supply=supply()), unit=replace(UNIT, name="Poliklinikk 3"), language=language)
        said = repr(sheet).lower()
        assert [
            word for word in ("natalizumab", "tysabri", "tyruko", "sklerose", "sclerosis", "pml") if word in said
        ] == []
        assert "MS" not in repr(sheet)


@pytest.mark.parametrize(
    ("appointment", "expected"),
    [
        (None, "hos oss, tid avtales"),
        (Appointment(d("2026-12-14")), "hos oss, tid kommer"),
        (Appointment(d("2026-12-15")), "hos oss, tid avtales"),
        (Appointment(d("2026-12-14"), kind=AppointmentKind.MRI), "hos oss, tid avtales"),
    ],
)
def test_a_dose_in_the_unit_tells_whether_the_time_is_agreed(appointment: Appointment | None, expected: str) -> None:
    booked = () if appointment is None else (appointment,)
    who = replace(INGRID, course=Course(appointments=booked))
    assert doses(made(plan_of(planned(12, "2026-12-14")), who))[0][2] == SheetCell(expected)


def test_a_dose_in_the_unit_has_its_time() -> None:
    at = d("2026-12-14")
    who = replace(INGRID, course=Course(appointments=(Appointment(at, time(9, 15)),)))
    assert doses(made(plan_of(planned(12, at)), who))[0][2] == SheetCell("hos oss kl. 09.15")
    assert doses(made(plan_of(planned(12, at)), who, language=Language.EN))[0][2] == SheetCell("with us at 09:15")


def test_a_blocked_dose_is_to_be_cleared_first() -> None:
    blocked = replace(DOSES[0], blocked=True)
    first = made(plan_of(blocked)).blocks[0]
    assert first == Paragraph(
        "Neste dose må avklares med oss før den tas. Ring oss først; datoene under er foreløpige.", strong=True
    )
    assert made(plan_of(blocked, next_dose=None)).blocks[0] != first


def test_pharmacy_dates() -> None:
    stocked = supply(earliest_dispensing=d("2026-12-28"), doses_at_home=2)
    assert fields(made(plan_of(*DOSES, supply=stocked))) == [
        ("Hjemme nå", "2 doser"),
        ("Bestill innen", "04.01.2027"),
        ("Tidligst uttak", "28.12.2026"),
        ("Hent innen", "08.01.2027"),
        ("Ny resept innen", "12.12.2026"),
    ]


def test_a_pharmacy_date_that_has_passed_says_to_call_us() -> None:
    # The dose is on Monday 23 November and the prescription is needed by then: the Friday before has passed.
    late = supply(order_by=d("2026-11-16"), next_dispensing_by=MONDAY, renew_by=d("2026-12-14"))
    assert fields(made(plan_of(*DOSES, supply=late))) == [
        ("Hjemme nå", "1 dose"),
        ("Bestill innen", "Ring oss"),
        ("Hent innen", "Ring oss"),
        ("Ny resept innen", "Ring oss"),
    ]
    assert fields(made(plan_of(*DOSES, supply=late), language=Language.EN))[1] == ("Order by", "Call us")


def test_nothing_of_the_pharmacy_is_said_that_is_not_needed() -> None:
    enough = supply(order_by=None, next_dispensing_by=None, renew_by=None)
    assert fields(made(plan_of(*DOSES, supply=enough))) == [("Hjemme nå", "1 dose")]


def test_a_dose_that_the_municipality_gives_says_so() -> None:
    given = replace(DOSES[0], setting=Setting.OUTSIDE)
    assert doses(made(plan_of(given)))[0][2] == SheetCell("i kommunen")
    assert doses(made(plan_of(given), language=Language.EN))[0][2] == SheetCell("in the municipality")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (control("bloods", "2027-01-20", on_visit=d("2027-01-11")), ("Blodprøver", "11.01.2027, ved timen")),
        (control("jcv", "2027-01-20"), ("JCV-prøve", "innen 20.01.2027")),
        (control("jcv", "2027-01-20", "blocked", not_before=d("2027-03-03")), ("JCV-prøve", "ikke før 03.03.2027")),
        (control("jcv", "2027-01-20", not_before=d("2027-01-01")), ("JCV-prøve", "innen 20.01.2027")),
        (control("nab", "2026-11-01", "overdue"), ("NAb-prøve", "snarest")),
        (control("nab", "2027-01-20", "unknown"), ("NAb-prøve", "snarest")),
        (control("edss", "2026-11-23"), ("Kontroll hos lege", "snarest")),
        (control("mri", "2027-03-01", window_from=d("2027-01-05")), ("MR", "05.01.2027–01.03.2027")),
        (control("mri", "2027-03-01", window_from=d("2026-11-01")), ("MR", "innen 01.03.2027")),
    ],
)
def test_controls(row: Monitoring, expected: tuple[str, str]) -> None:
    assert fields(made(plan_of(*DOSES, monitoring=(row,)))) == [expected]


def test_controls_stand_by_the_day_that_is_shown_beside_the_pharmacy() -> None:
    monitoring = (
        control("nab", "2026-12-01", "blocked", not_before=d("2027-03-03")),
        control("edss", "2026-12-02"),
        control("mri", "2027-02-01", on_visit=d("2026-12-01")),
    )
    sheet = made(plan_of(*DOSES, supply=supply(), monitoring=monitoring))
    pair = sheet.blocks[2]
    assert isinstance(pair, SideBySide)
    assert [block.text for block in (pair.left[0], pair.right[0]) if isinstance(block, Title)] == [
        "Apotek",
        "Prøver og kontroller",
    ]
    assert [name for name, _ in fields(sheet)[-3:]] == ["MR", "Kontroll hos lege", "NAb-prøve"]


def test_when_to_wait_and_whom_to_call() -> None:
    sheet = made(plan_of(*DOSES))
    said = texts(sheet)
    assert "Vent med dosen og ring oss hvis du" in said
    assert "har feber eller infeksjon, eller bruker antibiotika" in said
    assert "Ring 113 ved tegn på alvorlig allergi: elveblest, hevelse i ansiktet eller pustevansker." in said
    assert Telephone("MS-infusjonsenheten", "22 33 44 55", "08.00–15.30, mandag–fredag") in simple(sheet)


@pytest.mark.parametrize(
    ("weekdays", "expected"),
    [
        ({1, 2, 3, 4, 5}, "08.00–15.30, mandag–fredag"),
        ({1, 3}, "08.00–15.30, mandag, onsdag"),
        ({2}, "08.00–15.30, tirsdag"),
        (set[int](), "08.00–15.30, "),
    ],
)
def test_hours_are_the_units_own(weekdays: set[int], expected: str) -> None:
    unit = Unit(open_weekdays=frozenset(weekdays))
    assert Telephone("Infusjonsenheten", "", expected) in simple(made(plan_of(*DOSES), unit=unit))


def test_home_patients_are_told_the_numbers_of_their_protocol() -> None:
    said = texts(made(plan_of(*DOSES)))
    assert "Begge sprøytene er én dose. Ta dem rett etter hverandre, høyst 30 minutter imellom." in said
    assert "Oppbevares i kjøleskap i esken, ikke i fryser. Høyst 24 timer til sammen utenfor kjøleskapet." in said
    assert "La det gå høyst 8 uker fra forrige dose. Ring oss hvis det ser ut til å bli lengre." in said


def test_a_protocol_without_home_treatment_gives_no_numbers() -> None:
    there = replace(ward([INGRID], {"p": plan_of(*DOSES)}), protocols={"natalizumab": replace(PROTOCOL, home=None)})
    said = texts(of(there))
    assert said[said.index("Når du tar dosen hjemme") + 1].startswith("Skriv dato, klokkeslett og batchnummer")


def test_those_who_come_to_the_unit_are_told_nothing_of_home() -> None:
    assert "Når du tar dosen hjemme" not in texts(made(plan_of(planned(4))))


@pytest.mark.parametrize(
    ("language", "titles", "warning"),
    [
        (
            Language.NB,
            ("iPhone", "Android og Google Kalender", "Outlook"),
            "Google fjerner påminnelsene i filen. Sett dine egne.",
        ),
        (
            Language.EN,
            ("iPhone", "Android and Google Calendar", "Outlook"),
            "Google removes the reminders in the file. Set your own.",
        ),
    ],
)
def test_the_calendar_stands_on_a_page_of_its_own(language: Language, titles: tuple[str, ...], warning: str) -> None:
    sheet = made(plan_of(*DOSES), language=language)
    after = replace(sheet, blocks=sheet.blocks[sheet.blocks.index(PageBreak()) :])
    assert [text for text in (*titles, warning) if text not in texts(after)] == []


def test_without_doses_nothing_is_to_be_taken() -> None:
    sheet = made(plan_of(monitoring=(control("mri", "2027-02-01"),)))
    assert sheet.blocks[0] == Paragraph("Ingen doser er planlagt nå. Avtal med oss før du tar en dose.", strong=True)
    assert PageBreak() not in sheet.blocks
    assert fields(sheet) == [("MR", "innen 01.02.2027")]
    assert "Prøver og kontroller gjelder fortsatt." in texts(sheet)


def test_the_plan_says_from_when_it_is() -> None:
    assert made(plan_of(*DOSES, as_of=MONDAY), language=Language.EN).heading.summary == "valid from 23 Nov 2026"
