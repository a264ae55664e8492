"""Ctrl+K: patients by name, birth date, telephone and national id; commands by their words; keyboard only."""

import re
from dataclasses import replace
from datetime import date

import pytest
from nurses import Nurse
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from infusionplanner.application.acts.patients import edit_patient
from infusionplanner.application.records import PatientId
from infusionplanner.application.search import SearchQuery
from infusionplanner.domain.patient import Course, Patient, PersonName
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.models.patient_rows import PatientRow
from infusionplanner_ui.pages.patients.page import PatientsPage
from infusionplanner_ui.search.palette import Command, CommandPalette
from infusionplanner_ui.search.patients import PatientIndex
from infusionplanner_ui.widgets.inline_panel import InlinePanel


def _patient(who: str, family: str, given: str, born: str = "1988-03-14", phone: str = "") -> Patient:
    return Patient(
        id=who,
        name=PersonName(family=family, given=given),
        birth_date=date.fromisoformat(born),
        phone=phone,
        national_id=f"{who}-548{born[2:4]}",
        course=Course(protocol="natalizumab"),
    )


@pytest.fixture
def patients() -> dict[PatientId, Patient]:
    people = (
        _patient("p1", "Ødegård", "Åse Marie", "1975-11-02", "400 00 111"),
        _patient("p2", "Berg", "Anne", "1988-03-14", "400 00 222"),
        _patient("p3", "Berge", "Tor", "1999-12-24", "911 22 333"),
        _patient("p4", "Aas", "Per Bergsvein", "2001-01-01"),
        _patient("p5", "Lindberg", "Kari", "1960-06-30"),
    )
    return {PatientId(row.id): row for row in people}


class TestIndex:
    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("berg", ["p2", "p3", "p4", "p5"]),
            ("BERG AN", ["p2"]),
            ("anne berg", ["p2"]),
            ("odegard", ["p1"]),
            ("ødegård, åse", ["p1"]),
            ("14.3", ["p2"]),
            ("14.3.88", ["p2"]),
            ("14031988", ["p2"]),
            ("1988-03-14", ["p2"]),
            ("400 00 2", ["p2"]),
            ("22333", ["p3"]),
            ("berg 24.12", ["p3"]),
            ("b", ["p2", "p3", "p4"]),
            ("x", []),
            ("", []),
            ("  ,", []),
        ],
    )
    def test_who_answers_to_what_is_typed(
        self, patients: dict[PatientId, Patient], typed: str, found: list[str]
    ) -> None:
        result = PatientIndex(patients).find(typed, 10)
        assert [row.id for row in result.best] == found
        assert result.total == len(found)

    def test_of_many_the_best_are_shown_and_all_are_counted(self, patients: dict[PatientId, Patient]) -> None:
        result = PatientIndex(patients).find("berg", 2)
        assert [row.name for row in result.best] == ["Berg, Anne", "Berge, Tor"]
        assert result.total == 4

    def test_changes_are_followed(self, patients: dict[PatientId, Patient]) -> None:
        index = PatientIndex(patients)
        married = replace(patients[PatientId("p2")], name=PersonName(family="Åsen", given="Anne"))
        changed = {**patients, PatientId("p2"): married, PatientId("p6"): _patient("p6", "Berg", "Bo")}
        del changed[PatientId("p3")]
        index.follow(changed)
        assert [row.name for row in index.find("berg", 9).best] == ["Berg, Bo", "Aas, Per Bergsvein", "Lindberg, Kari"]
        assert [row.id for row in index.find("anne", 9).best] == ["p2"]
        assert [row.name for row in index.find("a", 9).best][:2] == ["Aas, Per Bergsvein", "Åsen, Anne"]

    def test_it_finds_who_the_list_of_patients_finds(self, nurse: Nurse) -> None:
        overview = nurse.desktop.ward.overview
        index = PatientIndex(overview.patients)
        rows = [PatientRow(who, row, overview.plans[who], overview.as_of) for who, row in overview.patients.items()]
        words = sorted(
            {word[:length] for row in rows[:40] for word in row.search.words.split() for length in (1, 2, 4)}
        )
        for typed in words:
            wanted = SearchQuery.of(typed)
            listed = {row.id for row in rows if row.rank(wanted) is not None}
            assert {row.id for row in index.find(typed, 500).best} == listed


def test_a_command_answers_to_its_words_and_to_others() -> None:
    command = Command("Skriv ut uken", lambda: None, also="papir pdf")
    assert command.rank(()) == 0
    assert command.rank(("skriv", "uk")) == 0
    assert command.rank(("skriv", "pdf")) == 1
    assert command.rank(("kriv",)) is None


def _palette(nurse: Nurse) -> CommandPalette:
    palette = nurse.desktop.sheets.palette
    assert palette is not None
    return palette


def _search(nurse: Nurse, typed: str) -> tuple[str, ...]:
    nurse.press("Ctrl+K")
    nurse.write(typed)
    return _palette(nurse).found


def test_a_patient_is_found_and_opened_with_three_keys_and_enter(nurse: Nurse) -> None:
    with nurse.counting("find a patient", most=5):
        found = _search(nurse, "moe")
        nurse.press("Enter")
    assert found[0] == "Moe, Turid, 13.01.1973 · 400 00 640, pasient"
    assert nurse.desktop.frame.current_key == "patient"
    assert nurse.page.title() == "Moe, Turid"
    assert not _palette(nurse).isVisible()


def test_the_arrows_choose_and_go_round(nurse: Nurse) -> None:
    found = _search(nurse, "moe")
    assert [line.partition(",")[0] for line in found] == ["Moe", "Moen", "Moen"]
    nurse.press("Up")
    assert _palette(nurse).table.currentIndex().row() == 2
    nurse.press("Down", "Down", "Enter")
    assert nurse.page.title() == "Moen, Ingrid"


def test_more_than_fit_are_shown_in_the_list_of_patients(nurse: Nurse) -> None:
    found = _search(nurse, "m")
    more = next(place for place, line in enumerate(found) if "pasientlisten" in line)
    assert more == 8
    total = int(re.findall(r"\d+", found[more])[0])
    nurse.press(*["Down"] * more, "Enter")
    assert nurse.desktop.frame.current_key == "patients"
    page = nurse.page
    assert isinstance(page, PatientsPage)
    assert page.search.text() == "m"
    assert page.model.rowCount() == total


def test_under_the_shield_names_are_initials_and_only_the_year_is_told(nurse: Nurse) -> None:
    nurse.press("Ctrl+Shift+H")
    assert _search(nurse, "turid moe") == ("T.M., 1973, pasient",)


def test_commands_are_found_by_other_words_too(nurse: Nurse) -> None:
    found = [line for line in _search(nurse, "mørkt") if line.endswith("kommando")]
    assert found == ["Mørkt tema, kommando", "Lyst tema, kommando", "Tema som PC-en, kommando"]
    nurse.press("Enter")
    assert nurse.desktop.looks.taste.scheme is Scheme.DARK


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("oppg", "Gå til oppgavene, Ctrl 5, side"),
        ("innst", "Gå til innstillingene, side"),
        ("ny pas", "Ny pasient, kommando"),
        ("utskrift", "Skriv ut uken, P, kommando"),
        ("bruker bytt", "Lås skjermen, Ctrl L, kommando"),
        ("ferie", "Innstillinger: stengte dager, kommando"),
        ("omvis", "Omvisning, kommando"),
        ("angre", "Angre, Ctrl Z, kommando"),
        ("engelsk", "Bytt til engelsk, kommando"),
        ("print week", "Skriv ut uken, P, kommando"),
        ("holiday", "Innstillinger: stengte dager, kommando"),
    ],
)
def test_what_the_program_does_is_found(nurse: Nurse, typed: str, line: str) -> None:
    assert line in _search(nurse, typed)


def test_a_new_patient_is_begun_from_anywhere(nurse: Nurse) -> None:
    _search(nurse, "ny pas")
    nurse.press("Enter")
    assert nurse.desktop.frame.current_key == "patients"
    assert "Ny pasient" in {panel.accessibleName() for panel in nurse.page.findChildren(InlinePanel)}


def test_what_can_be_done_for_the_patient_who_is_shown_is_found_and_opened(nurse: Nurse) -> None:
    assert _search(nurse, "forny resept")[0].startswith("Ingen treff")
    nurse.press("Escape")
    _search(nurse, "berg anne")
    nurse.press("Enter")
    assert "Registrer dose …, Ctrl D, kommando" in _search(nurse, "registrer dose")
    nurse.press("Escape")
    assert "Forny resept …, kommando" in _search(nurse, "forny resept")
    nurse.press("Enter")
    assert nurse.page.title().startswith("Berg")
    assert "Forny resept" in {panel.accessibleName() for panel in nurse.page.findChildren(InlinePanel)}


def test_a_section_of_the_settings_is_opened(nurse: Nurse) -> None:
    _search(nurse, "innst plass")
    nurse.press("Enter")
    assert nurse.desktop.frame.current_key == "settings"
    assert nurse.page.subtitle() == "Plasser"


def test_the_language_is_switched_and_back(nurse: Nurse) -> None:
    _search(nurse, "engelsk")
    nurse.press("Enter")
    assert nurse.desktop.looks.taste.language == "en"
    assert "Switch to Norwegian, command" in _search(nurse, "norw")
    nurse.press("Esc")
    assert "Switch to Norwegian, command" in _search(nurse, "norsk")
    nurse.press("Esc")
    assert "Print the week, P, command" in _search(nurse, "skriv ut uk")


def test_with_nothing_typed_the_pages_are_offered(nurse: Nurse) -> None:
    found = _search(nurse, "")
    assert found[0] == "Gå til i dag, Ctrl 1, side"
    assert len(found) == 9


def test_nothing_found_says_what_to_try(nurse: Nurse) -> None:
    assert _search(nurse, "qqq") == ("Ingen treff, prøv navn, fødselsdato, telefon eller kommando",)
    nurse.press("Enter")
    assert not _palette(nurse).isVisible()
    assert nurse.desktop.frame.current_key == "today"


def test_esc_leaves_empties_the_field_and_gives_the_focus_back(nurse: Nurse) -> None:
    _search(nurse, "moe")
    field = nurse.desktop.frame.header("today").search
    nurse.press("Escape")
    assert not _palette(nurse).isVisible()
    assert field.text() == ""
    focused = QApplication.focusWidget()
    assert focused is not None
    assert nurse.page.isAncestorOf(focused)


def test_it_goes_away_when_the_focus_goes_elsewhere(nurse: Nurse) -> None:
    _search(nurse, "moe")
    palette = _palette(nurse)
    nurse.page.setFocus()
    nurse.qtbot.waitUntil(lambda: not palette.isVisible())


def test_a_click_does_what_enter_does(nurse: Nurse) -> None:
    _search(nurse, "moe")
    table = _palette(nurse).table
    place = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert nurse.page.title() == "Moen, Ingrid"


def test_it_stays_below_its_field_and_inside_the_window(nurse: Nurse) -> None:
    _search(nurse, "m")
    palette, frame = _palette(nurse), nurse.desktop.frame
    for width, height in ((1024, 640), (1920, 1080)):
        frame.resize(width, height)
        nurse.settle()
        assert frame.rect().contains(palette.geometry())
        assert palette.geometry().height() == 34 * len(palette.found) + 10


def test_a_changed_name_is_found_at_once(nurse: Nurse) -> None:
    _search(nurse, "x")
    nurse.press("Escape")
    known = nurse.patient("Moe")
    renamed = replace(known, name=PersonName(family="Xylander", given="Turid"))
    nurse.desktop.ward.act(lambda desk: edit_patient(desk, known, renamed))
    nurse.settle()
    assert _search(nurse, "xyl")[0].startswith("Xylander, Turid")


def test_before_the_unit_is_open_only_commands_are_found(newcomer: Nurse) -> None:
    newcomer.desktop.ward.close()
    assert _search(newcomer, "demo") == ("Åpne demoenheten, kommando",)
    _palette(newcomer).learn()


def test_the_screen_reader_reads_the_list(nurse: Nurse) -> None:
    _search(nurse, "moe")
    table = QAccessible.queryAccessibleInterface(_palette(nurse).table)
    assert table.text(QAccessible.Text.Name) == "Treff"
    assert QApplication.focusWidget() is nurse.desktop.frame.header("today").search.edit
