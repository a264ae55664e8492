"""Nothing that leaves the ward at the default level betrays anybody: every byte of all that the demo unit hands out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from infusionplanner.application.calendar.hand_out import choice_of, hand_out, hand_out_week
from infusionplanner.application.calendar.hand_out_many import export_calendars
from infusionplanner.application.calendar.values import CalendarOptions, ContentLevel, ExportScope
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import PatientId
from infusionplanner.application.unit import change_unit
from infusionplanner.application.views.overview import Overview
from infusionplanner.bootstrap import calendar_press, open_desk
from infusionplanner.clock import FixedClock
from infusionplanner.demo.load import load_demo
from infusionplanner.demo.unit import make_demo
from infusionplanner.domain.patient import Language, Patient
from infusionplanner.domain.unit import Place, Unit

MORNING = datetime(2026, 11, 23, 8)
PRESS = calendar_press()
NAMES_OF_DRUG_AND_DISEASE = (
    "natalizumab|tysabri|tyruko|rituximab|antistoff|antibody|multippel|sklerose|sclerosis|nevro|neuro|infus|sykehus"
    "|hospital|klinikk|clinic|enhet|unit|resept|prescription|apotek|pharmacy|jcv|edss|pml|blod|blood|dose|sprøyte"
)
NASTY = "komma, semikolon; «æøå» \"sitat\" 'en' \\n C:\\Ny <b>fet</b> =cmd() 📅 👩‍⚕️ שלום مرحبا " + "x" * 60


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The demo unit of 120 patients."""
    desk = open_desk(tmp_path_factory.mktemp("leaks") / "demo.db", who="AD", clock=FixedClock(MORNING))
    load_demo(desk.store, make_demo(MORNING.date()), MORNING)
    yield desk
    desk.close()


def everybody(desk: Desk) -> dict[PatientId, Patient]:
    overview = Overview.of(desk)
    return {who: overview.patients[who] for who, plan in overview.plans.items() if plan.next_dose is not None}


def words_of(people: Iterable[Patient], unit: Unit) -> Iterator[str]:
    """Yield everything that names a patient or the unit; names of two letters may be somebody's initials."""
    yield from (part for part in re.split(r"\W+", unit.name) if len(part) > 2)
    for person in people:
        assert person.name is not None
        yield from (part for part in (person.id, person.name.given, person.name.family) if len(part) > 2)
        yield from (text for text in (person.national_id, person.phone, person.notes) if text and text != unit.phone)
        if person.birth_date is not None:
            yield from (f"{person.birth_date:%d.%m.%Y}", f"{person.birth_date}", f"{person.birth_date:%Y%m%d}")


def said_in(paths: Iterable[Path]) -> str:
    """Return the names of the files and all that they hold, folded lines put together."""
    return "\n".join(f"{path.name}\n{path.read_bytes().decode()}".replace("\r\n ", "") for path in paths)


def found_in(said: str, words: Iterable[str]) -> set[str]:
    """Return the words that stand in a text as words of their own."""
    pattern = "|".join(sorted(map(re.escape, set(words)), key=len, reverse=True))
    return set(re.findall(rf"(?<!\w)(?:{pattern})(?!\w)", said, re.IGNORECASE))


def test_a_word_that_betrays_would_be_found() -> None:
    assert found_in("SUMMARY:Time for kari nordmann", ["Nordmann", "Ola"]) == {"nordmann"}


def test_no_calendar_of_the_whole_unit_nor_their_list_betrays_anybody(ward: Desk, tmp_path: Path) -> None:
    people = everybody(ward)
    out = export_calendars(ward, PRESS, list(people), tmp_path)
    assert len(out.handed) == len(people) > 80
    said = said_in([*out.files, *out.index])
    assert found_in(said, words_of(people.values(), ward.unit())) == set()
    assert re.findall(NAMES_OF_DRUG_AND_DISEASE, said, re.IGNORECASE) == []


@pytest.mark.parametrize("scope", [ExportScope.SINGLE, ExportScope.WITHDRAWAL])
def test_nor_do_single_files_and_withdrawals(ward: Desk, tmp_path: Path, scope: ExportScope) -> None:
    people = dict(list(everybody(ward).items())[::8])
    paths: list[Path] = []
    for who in people:
        hand_out(ward, PRESS, who, tmp_path / "before")
        paths += hand_out(ward, PRESS, who, tmp_path / "out", scope=scope).files
    said = said_in(paths)
    assert found_in(said, words_of(people.values(), ward.unit())) == set()
    assert re.findall(NAMES_OF_DRUG_AND_DISEASE, said, re.IGNORECASE) == []


def test_the_units_own_week_names_initials_and_places_only(ward: Desk, tmp_path: Path) -> None:
    monday = MORNING.date()
    weeks = [hand_out_week(ward, PRESS, monday + timedelta(7 * number), tmp_path) for number in range(4)]
    assert sum(len(week.events) for week in weeks) > 40
    said = said_in(path for week in weeks for path in week.files)
    people = Overview.of(ward).patients.values()
    assert found_in(said, words_of(people, replace(ward.unit(), name=""))) == set()
    assert re.findall(NAMES_OF_DRUG_AND_DISEASE, said, re.IGNORECASE) == []


def test_nasty_texts_come_through_unharmed(ward: Desk, tmp_path: Path) -> None:
    known = ward.unit()
    places = (*known.places, Place(NASTY[:60]))
    change_unit(ward, replace(known, name=NASTY, phone=NASTY[:40], places=places))
    who = next(iter(everybody(ward)))
    for level in ContentLevel:
        choice = choice_of(ward, who, CalendarOptions(), level, Language.NB)
        (path,) = hand_out(ward, PRESS, who, tmp_path, choice).files
        events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert {str(event["DESCRIPTION"]).splitlines()[-1] for event in events} == {f"Telefon: {NASTY[:40]}"}
        places_named = {str(event["LOCATION"]) for event in events if "LOCATION" in event}
        assert places_named == ({NASTY} if level is ContentLevel.FULL else set())
    change_unit(ward, known)
