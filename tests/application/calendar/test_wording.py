"""What an event says at each level, and what changed, in words."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from calendars import FULL, NEUTRAL, PLAIN, ledger_of, wanted

from infusionplanner.application.calendar.ledger import withdraw_all
from infusionplanner.application.calendar.values import (
    PATIENT_KINDS,
    CalendarChange,
    CalendarContent,
    ChangeKind,
    ContentLevel,
    EventKind,
)
from infusionplanner.application.calendar.wording import (
    EventText,
    Standing,
    calendar_name,
    changes_in_words,
    clean,
    text_of,
    words,
)
from infusionplanner.application.records import CalendarEvent
from infusionplanner.domain.patient import Language

DAY_AND_HOURS = (timedelta(days=-1), timedelta(hours=-2))
AT_THE_TIME = (timedelta(0),)
TELLING = ("natalizumab", "tysabri", "ms", "jc", "infusj", "resept", "apotek", "blod", "mr", "dose", "sprøyte", "nevro")


def _event(slot: str, **fields: object) -> CalendarEvent:
    [event] = ledger_of(wanted(slot, "2026-12-14", **fields))
    return event


def _text(slot: str, content: CalendarContent, **fields: object) -> EventText:
    return text_of(_event(slot, **fields), content)


def test_the_neutral_level_says_appointment_and_telephone() -> None:
    text = _text("dose:12", NEUTRAL)
    assert (text.title, text.description, text.location) == ("Avtale", "Telefon: 55 00 00 00", "")
    assert (text.private, text.standing, text.alarms) == (False, Standing.CONFIRMED, DAY_AND_HOURS)


def test_the_neutral_level_says_appointment_and_telephone_in_english() -> None:
    text = _text("dose:12", replace(NEUTRAL, language=Language.EN))
    assert (text.title, text.description) == ("Appointment", "Telephone: 55 00 00 00")


def test_without_a_telephone_nothing_is_said_of_it() -> None:
    assert _text("dose:12", CalendarContent()).description == ""


@pytest.mark.parametrize("kind", sorted(PATIENT_KINDS))
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("level", [ContentLevel.NEUTRAL, ContentLevel.PLAIN])
def test_only_the_full_level_names_treatment_and_place(
    kind: EventKind, language: Language, level: ContentLevel
) -> None:
    content = replace(FULL, level=level, language=language)
    said = repr(_text(f"{kind}:1", content, kind=kind, booked=True)).lower()
    assert not {"natalizumab", "ms-enheten", "jc", "edss", "antistoff", "antibod"} & set(said.replace("'", " ").split())
    assert "natalizumab" not in said
    assert "enheten" not in said


@pytest.mark.parametrize("kind", sorted(PATIENT_KINDS))
@pytest.mark.parametrize("language", Language)
def test_all_kinds_say_the_same_at_the_neutral_level(kind: EventKind, language: Language) -> None:
    content = replace(NEUTRAL, language=language)
    neutral = words(language)["neutral"]
    booked, open_ = (_text(f"{kind}:1", content, kind=kind, booked=is_booked) for is_booked in (True, False))
    assert booked.title == neutral["appointment"]
    assert open_.title.split(": ")[-1] in neutral.values()
    assert not any(word in booked.title.lower().split() for word in TELLING)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("level", ["plain", "full"])
def test_every_kind_has_a_title_in_both_languages(language: Language, level: str) -> None:
    assert set(words(language)[level]) == set(PATIENT_KINDS)
    assert {name: set(section) for name, section in words(Language.NB).items()} == {
        name: set(section) for name, section in words(Language.EN).items()
    }


def test_the_plain_level_uses_plain_words() -> None:
    assert _text("dose:12", PLAIN) == EventText(
        title="Behandling hjemme",
        description=(
            "Gå gjennom sjekklisten først. Er noe nytt eller annerledes, eller er du syk: vent, og ring oss.\n"
            "Telefon: 55 00 00 00"
        ),
        location="",
        private=True,
        standing=Standing.CONFIRMED,
        alarms=DAY_AND_HOURS,
    )


def test_the_full_level_names_treatment_number_and_place() -> None:
    text = _text("dose:12", FULL, kind=EventKind.DOSE, booked=True)
    assert (text.title, text.location) == ("Natalizumab, dose 12, hos oss", "MS-enheten")
    assert _text("dose:12", FULL).title == "Natalizumab, dose 12, hjemme"
    assert _text("dose:12", FULL).location == ""


def test_the_full_level_says_no_more_than_the_plain_one_without_a_treatment() -> None:
    nameless = replace(FULL, treatment="")
    assert _text("dose:12", nameless) == _text("dose:12", PLAIN)


def test_a_dose_in_the_unit_without_a_booking_is_provisional_and_rings_for_nobody() -> None:
    text = _text("dose:12", PLAIN, kind=EventKind.DOSE)
    assert text.title == "Foreløpig: Behandling hos oss"
    assert text.description == "Klokkeslettet er ikke avtalt ennå.\nTelefon: 55 00 00 00"
    assert (text.standing, text.alarms) == (Standing.TENTATIVE, ())


def test_an_errand_is_a_reminder_that_rings_at_its_time() -> None:
    text = _text("order:3", NEUTRAL)
    assert (text.title, text.alarms) == ("Påminnelse", AT_THE_TIME)


def test_a_control_that_is_due_is_a_reminder_and_a_booked_one_an_appointment() -> None:
    due, booked = _text("mri:3", FULL), _text("mri:3", FULL, booked=True)
    assert due.description == "Omkring denne dagen.\nTelefon: 55 00 00 00"
    assert (due.alarms, booked.alarms) == (AT_THE_TIME, DAY_AND_HOURS)
    assert booked.description == "Telefon: 55 00 00 00"
    assert (due.location, booked.location) == ("", "")
    assert _text("bloods:3", FULL, booked=True).location == "MS-enheten"
    assert _text("training:1", FULL, booked=True).location == "MS-enheten"


def test_what_is_withdrawn_says_so_and_rings_no_more() -> None:
    [event] = withdraw_all((_event("dose:12"),), datetime.fromisoformat("2026-11-24T08:00Z"), NEUTRAL)
    text = text_of(event, NEUTRAL)
    assert text.title == "Avlyst: Avtale"
    assert text.description == "Gjelder ikke lenger.\nTelefon: 55 00 00 00"
    assert (text.standing, text.alarms) == (Standing.CANCELLED, ())
    assert text_of(event, PLAIN).title == "Avlyst: Behandling hjemme"


def test_a_visit_of_the_unit_says_its_label_and_nothing_else() -> None:
    text = _text("visit:7", FULL, kind=EventKind.VISIT, label="IM · Stol 1", booked=True)
    assert text == EventText("IM · Stol 1", "", "", private=False, standing=Standing.CONFIRMED, alarms=())


def test_the_digest_differs_with_every_word() -> None:
    texts = [
        _text("dose:12", NEUTRAL),
        _text("dose:12", replace(NEUTRAL, phone="55 00 00 01")),
        _text("dose:12", replace(NEUTRAL, language=Language.EN)),
        _text("dose:12", PLAIN),
        _text("dose:12", FULL),
        _text("dose:13", FULL),
        _text("dose:12", FULL, kind=EventKind.DOSE, booked=True),
        _text("dose:12", replace(FULL, place="B"), kind=EventKind.DOSE, booked=True),
        _text("dose:12", FULL, kind=EventKind.DOSE),
    ]
    assert len({text.digest for text in texts}) == len(texts)
    assert _text("dose:12", NEUTRAL).digest == _text("dose:13", NEUTRAL).digest
    assert len(texts[0].digest) == 16


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f\ng", "a\nb\nc\nd\ne\nf\ng"),
        ("a\x00\x07\x1b\x7f\x9fb", "ab"),
        ("tab\there", "tab\there"),
        ("æøå 💉 שלום \u200f <b> =cmd() ; , \\ \\N", "æøå 💉 שלום \u200f <b> =cmd() ; , \\ \\N"),
        ("half \ud83d a character", "half  a character"),
    ],
)
def test_text_loses_nothing_but_control_characters(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_the_calendars_own_name_is_neutral() -> None:
    assert calendar_name(FULL) == "Avtaler"
    assert calendar_name(replace(FULL, language=Language.EN)) == "Appointments"


def test_changes_are_told_in_sentences() -> None:
    first, second = datetime.fromisoformat("2026-12-14T18:00"), datetime.fromisoformat("2026-12-16T18:00")
    changes = (
        CalendarChange(ChangeKind.ADDED, "dose:13", EventKind.HOME_DOSE, None, first),
        CalendarChange(ChangeKind.MOVED, "dose:12", EventKind.HOME_DOSE, first, second),
        CalendarChange(ChangeKind.WITHDRAWN, "order:3", EventKind.ORDER, first, None),
        CalendarChange(ChangeKind.RESTORED, "mri:3", EventKind.MRI, None, first, booked=True),
        CalendarChange(ChangeKind.REWORDED, "visit:3", EventKind.VISIT, first, first, label="IM"),
    )
    assert changes_in_words(changes, FULL) == (
        "Ny: Natalizumab, dose 13, hjemme, mandag 14. desember 2026 kl. 18.00.",
        (
            "Flyttet: Natalizumab, dose 12, hjemme,"
            " fra mandag 14. desember 2026 kl. 18.00 til onsdag 16. desember 2026 kl. 18.00."
        ),
        "Avlyst: Bestill natalizumab på apoteket, mandag 14. desember 2026 kl. 18.00.",
        "Gjelder igjen: MR av hodet, mandag 14. desember 2026 kl. 18.00.",
        "Ny tekst: IM, mandag 14. desember 2026 kl. 18.00.",
    )
    english = replace(NEUTRAL, language=Language.EN)
    assert changes_in_words(changes[1:2], english) == (
        "Moved: Appointment, from Monday 14 December 2026 at 18:00 to Wednesday 16 December 2026 at 18:00.",
    )
