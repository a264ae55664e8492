"""The list of patients: order, search, filters, and the way into a patient's page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from infusionplanner.application.search import SearchQuery
from infusionplanner.domain.patient import Result, ResultKind
from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import CELL_ROLE, KEY_ROLE, CellDelegate
from infusionplanner_ui.models.patient_rows import PatientRow, Show
from infusionplanner_ui.models.patient_words import PatientWords
from infusionplanner_ui.models.patients import Column, PatientsModel
from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.pages.patients.page import PatientsPage
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.ward import Ward

MakeFrame = Callable[..., MainWindow]


@pytest.fixture
def frame(make_frame: MakeFrame, demo_ward: Ward) -> MainWindow:
    return make_frame(
        PageSpec("patients", lambda: "Pasienter", lambda frame: PatientsPage(frame, demo_ward)),
        PageSpec("patient", lambda: "", lambda frame: PatientPage(frame, demo_ward), rail=False, under="patients"),
        initial="patients",
    )


@pytest.fixture
def page(frame: MainWindow) -> PatientsPage:
    shown = frame.page("patients")
    assert isinstance(shown, PatientsPage)
    return shown


def _names(page: PatientsPage) -> list[str]:
    model = page.model
    return [str(model.data(model.index(row, Column.NAME))) for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules(demo_ward: Ward, qtmodeltester: ModelTester) -> None:
    model = PatientsModel()
    qtmodeltester.check(model)
    model.set_rows(demo_ward.lists.rows(demo_ward.overview), PatientWords(demo_ward.wording, str))
    qtmodeltester.check(model)
    model.search("an")
    model.show_only(Show.HOME)
    model.sort(Column.NEXT, Qt.SortOrder.DescendingOrder)
    qtmodeltester.check(model)
    model.clear()
    assert (model.total, model.rowCount()) == (0, 0)


@pytest.mark.parametrize("typed", ["hanse", "an anne", "ma ha", "1204", "400 00 1", "østby k", "berg 14.3.88", "ann 8"])
def test_letter_by_letter_finds_the_same_as_all_at_once(demo_ward: Ward, typed: str) -> None:
    words, rows = PatientWords(demo_ward.wording, str), demo_ward.lists.rows(demo_ward.overview)
    slow = PatientsModel()
    slow.set_rows(rows, words)
    slow.sort(Column.NEXT, Qt.SortOrder.AscendingOrder)
    for length in range(1, len(typed) + 1):
        slow.search(typed[:length])
        at_once = PatientsModel()
        at_once.set_rows(rows, words)
        at_once.sort(Column.NEXT, Qt.SortOrder.AscendingOrder)
        at_once.search(typed[:length])
        assert [slow.row(line) for line in range(slow.rowCount())] == [
            at_once.row(line) for line in range(at_once.rowCount())
        ]


@pytest.mark.parametrize(
    ("before", "after", "narrows"),
    [
        ("", "h", True), ("h", "ha", False), ("ha", "han", True), ("ha", "ha n", True), ("han", "ha", False),
        ("ha n", "ha na", False), ("1204", "12045", False), ("12045", "120455", True), ("12045", "12046", False),
    ],
)  # fmt: skip
def test_a_longer_search_narrows_once_it_looks_inside_words(before: str, after: str, narrows: bool) -> None:
    assert SearchQuery.of(after).narrows(SearchQuery.of(before)) is narrows


def test_names_stand_in_norwegian_order(page: PatientsPage) -> None:
    names = _names(page)
    assert len(names) == 120
    assert names[0] == "Aune, Vegard"
    assert names.index("Ødegård, Åse") < names.index("Aas, Per")
    assert names.index("Zając, Łukasz") < names.index("Ødegård, Åse")
    assert page.subtitle() == "120 i enheten"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ber", "Berg, Anne"),
        ("anne berg", "Berg, Anne"),
        ("odegård", "Ødegaard, Terje"),
        ("åse ød", "Ødegård, Åse"),
        ("wojcik", "Wójcik, Agnieszka"),
        ("13.12.1987", "Berg, Anne"),
        ("131287", "Berg, Anne"),
        ("13928728417", "Berg, Anne"),
        ("400 00 075", "Berg, Anne"),
        ("gaup 4.2.95", "Gaup, Elle Márjá"),
    ],
)
def test_a_search_finds_by_name_birth_date_telephone_and_number(page: PatientsPage, typed: str, first: str) -> None:
    page.search.edit.setText(typed)
    assert _names(page)[0] == first
    assert page.view.currentIndex().data(KEY_ROLE) == page.model.data(page.model.index(0, 0), KEY_ROLE)


def test_a_search_without_answer_says_so_and_offers_all(page: PatientsPage) -> None:
    page.search.edit.setText("qqq")
    assert page.model.rowCount() == 0
    assert page.empty.isVisible()
    page.empty.chosen.emit("clear")
    assert page.model.rowCount() == 120
    assert page.search.text() == ""


def test_the_filters_part_the_patients(page: PatientsPage, demo_ward: Ward) -> None:
    counted = {show: page.model.count(show) for show in Show}
    parted = sum(counted[show] for show in (Show.UNIT, Show.HOME, Show.BEFORE, Show.STOPPED))
    assert counted[Show.ALL] == parted == 120
    page.open(Show.STOPPED)
    stopped = {who for who, patient in demo_ward.overview.patients.items() if patient.course.stop is not None}
    shown = {page.model.data(page.model.index(row, 0), KEY_ROLE) for row in range(page.model.rowCount())}
    assert shown == stopped
    page.open(Show.FIRST)
    assert all(
        page.model.row(row).is_new  # type: ignore[union-attr]
        for row in range(page.model.rowCount())
    )
    assert page.model.rowCount() == counted[Show.FIRST] > 0
    page.open(Show.ATTENTION)
    assert page.model.rowCount() == counted[Show.ATTENTION] > 0


def test_a_search_from_outside_is_typed_into_the_field(page: PatientsPage) -> None:
    page.open("moen i")
    assert _names(page) == ["Moen, Ingrid"]


@pytest.mark.parametrize("column", list(Column))
def test_each_column_sorts_both_ways(page: PatientsPage, column: Column) -> None:
    page.view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    up = _names(page)
    page.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert sorted(up) == sorted(_names(page))
    assert up != _names(page)


def test_the_cells_say_what_the_plan_says(page: PatientsPage) -> None:
    page.open("berg, anne")
    said = [page.model.data(page.model.index(0, column), Qt.ItemDataRole.AccessibleTextRole) for column in Column]
    assert said == [
        "Berg, Anne", "13.12.1987", "Tysabri s.c. · hver 4. uke", "13", "ma. 14.12, planlagt", "hjemme",
        "0,1 per 1000", "",
    ]  # fmt: skip
    heading = page.model.headerData(4, Qt.Orientation.Horizontal)
    assert heading == "NESTE DOSE"


def test_enter_opens_the_patient_and_the_shield_hides_the_name(frame: MainWindow, page: PatientsPage) -> None:
    page.search.edit.setText("berg, a")
    page.search.accepted.emit()
    assert frame.current_key == "patient"
    assert frame.page("patient").title() == "Berg, Anne"
    frame.set_shielded(True)
    assert frame.page("patient").title() == "A.B."
    assert frame.page("patient").subtitle() == "f. 1987"
    frame.show_page("patients")
    assert _names(page) == ["A.B."]
    assert page.model.data(page.model.index(0, Column.BORN)) == "1987"


def test_a_letter_typed_in_the_table_searches(page: PatientsPage, qtbot: QtBot) -> None:
    page.view.setFocus()
    qtbot.keyClicks(page.view, "n")
    assert page.search.text() == "n"
    assert page.search.edit.hasFocus()
    qtbot.keyClick(page.search.edit, Qt.Key.Key_Down)
    assert page.view.currentIndex().row() == 1
    qtbot.keyClick(page.search.edit, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    qtbot.keyClick(page.search.edit, Qt.Key.Key_Escape)
    assert page.view.hasFocus()


def test_a_change_keeps_the_same_patient_marked(page: PatientsPage, demo_ward: Ward, frame: MainWindow) -> None:
    from infusionplanner.application.acts.results import register_result  # noqa: PLC0415 - the one act of this file

    page.search.edit.setText("moen")
    page.search.clear()
    number = _names(page).index("Moen, Ingrid")
    page.view.setCurrentIndex(page.model.index(number, 0))
    who = page.model.row(number)
    assert isinstance(who, PatientRow)
    demo_ward.act(lambda desk: register_result(desk, who.id, Result(ResultKind.BLOODS, demo_ward.today)), owner=page)
    assert demo_ward.operations.wait()
    assert page.view.currentIndex().row() == number
    after = page.model.row(number)
    assert after is not None
    assert after.patient.results[-1].kind is ResultKind.BLOODS
    assert frame.current_key == "patients"


def test_an_awaited_home_dose_keeps_its_day(page: PatientsPage) -> None:
    page.open("bakken, camilla")
    cell = page.model.data(page.model.index(0, Column.NEXT), CELL_ROLE)
    assert (cell.text, cell.badge, cell.tone) == ("sø. 22.11", "ventes", Tone.INFO)


def test_a_list_is_imported_from_here(page: PatientsPage, demo_ward: Ward, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "new.json"
    person = '"id": "p-new", "name": {"given": "Kari", "family": "Ny"}, "course": {}'
    file.write_text(f'{{"format": "infusionplanner.patient/1", {person}}}', encoding="utf-8")
    page.loading.choose_files = lambda: [file]
    page._load.click()
    qtbot.waitUntil(lambda: bool(page.loading.words))
    assert page.loading.words == "1 pasient kan leses inn."
    page.loading.take.click()
    qtbot.waitUntil(lambda: "p-new" in demo_ward.overview.patients)
    assert page.loading.isHidden()


def test_a_list_with_somebody_who_may_be_there_already_is_looked_at_first(
    page: PatientsPage, demo_ward: Ward, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "new.json"
    person = '"id": "p-new", "name": {"given": "Anne", "family": "Berg"}, "birth_date": "1987-12-13", "course": {}'
    file.write_text(f'{{"format": "infusionplanner.patient/1", {person}}}', encoding="utf-8")
    page.loading.choose_files = lambda: [file]
    page._load.click()
    qtbot.waitUntil(lambda: bool(page.loading.words))
    first, asked = page.loading.words.splitlines()
    assert first == "Se på dette først. Er det riktig slik det er, kan 1 pasient leses inn."
    assert "p-new" in asked
    assert page.loading.take.text() == "Det er riktig: Les inn 1 pasient"
    page.loading.take.click()
    qtbot.waitUntil(lambda: "p-new" in demo_ward.overview.patients)


def test_before_the_unit_is_open_the_list_says_so(make_frame: MakeFrame, qtbot: QtBot) -> None:
    del qtbot
    holder = make_frame(PageSpec("none", lambda: "", lambda frame: PatientsPage(frame, Ward(frame.operations))))
    page = holder.show_page("none")
    assert isinstance(page, PatientsPage)
    assert page.empty.isVisible()
    page.add_patient()
    assert page.host.panel is None


def test_both_languages_name_everything(page: PatientsPage, qapp: Application, qtbot: QtBot) -> None:
    assert page.title() == "Pasienter"
    qapp.set_language("en")
    qtbot.waitUntil(lambda: page.model.headerData(0, Qt.Orientation.Horizontal) == "NAME")
    assert page.title() == "Patients"
    assert page.filters.findChildren(QPushButton)[0].text() == "All 120"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_birth_date_is_shown_whole(frame: MainWindow, demo_ward: Ward, qapp: Application, language: str) -> None:
    qapp.set_language(language)
    demo_ward.language = language
    page = frame.page("patients")
    frame.resize(1366, 736)
    QCoreApplication.processEvents()
    delegate = CellDelegate()
    cells = [page.model.index(row, Column.BORN).data(CELL_ROLE) for row in range(page.model.rowCount())]
    width = page.view.columnWidth(Column.BORN)
    assert [cell.text for cell in cells if not delegate.shows_whole(cell, width)] == []
