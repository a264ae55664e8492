"""The first start: an empty unit with three ways on, the demo with its look round, and the way back."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from nurses import Nurse
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from infusionplanner.application.acts.patients import export_patient
from infusionplanner.bootstrap import open_desk
from infusionplanner_ui.help.first_start import FirstStartPage
from infusionplanner_ui.shell.desktop import data_folder
from infusionplanner_ui.widgets.inline_panel import InlinePanel

if TYPE_CHECKING:
    from infusionplanner.application.records import PatientId


def _page(nurse: Nurse) -> FirstStartPage:
    page = nurse.page
    assert isinstance(page, FirstStartPage)
    return page


@pytest.fixture
def files(demo_database: Path, tmp_path: Path) -> list[Path]:
    """Return the patient files of three patients of the demo unit."""
    from infusionplanner.export.patient_file import dump_patient  # noqa: PLC0415 - the windows reach it by bootstrap

    desk = open_desk(demo_database, who="AD", create=False)
    paths = []
    with desk.store.reading() as reading:
        known: tuple[PatientId, ...] = reading.patient_ids()[:3]
    for who in known:
        paths.append(tmp_path / f"{who}.json")
        paths[-1].write_text(dump_patient(export_patient(desk, who)), encoding="utf-8")
    desk.close()
    return paths


def test_an_empty_unit_offers_three_ways_on(newcomer: Nurse) -> None:
    page = _page(newcomer)
    assert page.title() == "Velkommen"
    ways = [way.go.text() for way in (page.demo, page.load, page.first)]
    assert ways == ["Åpne demoenheten", "Velg filer …", "Ny pasient"]
    assert QApplication.focusWidget() is page.demo.go
    assert all(way.go.accessibleDescription() for way in (page.demo, page.load, page.first))


def test_a_list_is_read_shown_and_taken_in(newcomer: Nurse, files: list[Path]) -> None:
    page = _page(newcomer)
    page.preview.choose_files = lambda: files
    newcomer.press("Tab", "Space")
    assert page.preview.words == "3 pasienter kan leses inn."
    assert not newcomer.desktop.ward.overview.patients
    assert QApplication.focusWidget() is page.preview.take
    newcomer.press("Space")
    assert len(newcomer.desktop.ward.overview.patients) == 3
    assert newcomer.desktop.frame.current_key == "today"


def test_what_was_read_can_be_left_alone(newcomer: Nurse, files: list[Path]) -> None:
    page = _page(newcomer)
    page.preview.read(files)
    newcomer.settle()
    newcomer.press("Tab", "Space")
    assert page.preview.words == ""
    page.preview.take_in()
    newcomer.settle()
    assert not newcomer.desktop.ward.overview.patients


def test_choosing_no_file_changes_nothing(newcomer: Nurse) -> None:
    page = _page(newcomer)
    page.preview.choose_files = list
    newcomer.press("Tab", "Space")
    assert page.preview.words == ""


def test_of_a_wrong_file_nothing_is_taken_in_and_the_fault_is_named(newcomer: Nurse, files: list[Path]) -> None:
    page = _page(newcomer)
    broken = json.loads(files[1].read_text(encoding="utf-8"))
    broken["birth_date"] = "2026-02-30"
    files[1].write_text(json.dumps(broken), encoding="utf-8")
    page.preview.read(files)
    newcomer.settle()
    assert "Ingenting ble lest inn." in page.preview.words
    assert "birth_date" in page.preview.words
    assert page.preview.take.isHidden()
    assert not newcomer.desktop.ward.overview.patients


def test_patients_that_are_there_twice_are_refused_and_a_long_list_is_cut(newcomer: Nurse, files: list[Path]) -> None:
    page = _page(newcomer)
    page.preview.read(files[:1] * 9)
    newcomer.settle()
    lines = page.preview.words.splitlines()
    assert len(lines) == 8
    assert lines[-1] == "… og 2 til"


def test_files_without_patients_are_told(newcomer: Nurse, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    page = _page(newcomer)
    page.preview.read([tmp_path / "empty.jsonl"])
    newcomer.settle()
    assert "Ingenting ble lest inn." in page.preview.words


def test_the_first_patient_is_added_by_the_panel(newcomer: Nurse) -> None:
    newcomer.press("Tab", "Tab", "Space")
    assert newcomer.desktop.frame.current_key == "patients"
    assert "Ny pasient" in {panel.accessibleName() for panel in newcomer.page.findChildren(InlinePanel)}


def test_the_unit_is_set_up_from_here(newcomer: Nurse) -> None:
    _page(newcomer).unit.click()
    assert newcomer.desktop.frame.current_key == "settings"
    assert newcomer.page.subtitle() == "Enheten"


def test_a_switch_of_language_is_followed(newcomer: Nurse) -> None:
    newcomer.desktop.looks.set_language("en")
    newcomer.settle()
    assert _page(newcomer).demo.go.text() == "Open the demo unit"


@pytest.fixture
def demo_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the demo unit of the test out of the user's own folder."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert data_folder().is_relative_to(tmp_path)
    return data_folder()


def test_the_demo_opens_with_the_look_round_and_leads_back(newcomer: Nurse, demo_folder: Path) -> None:
    own = newcomer.desktop
    newcomer.press("Space")
    newcomer.settle()
    assert (demo_folder / "demo.db").exists()
    assert own.in_demo
    assert own.has_own_unit
    assert len(own.ward.overview.patients) == 120
    tour = own.sheets.tour
    assert tour is not None
    assert tour.isVisible()
    newcomer.press("Escape")
    assert own.looks.taste.toured
    newcomer.press("Ctrl+K")
    newcomer.write("tilbake til")
    newcomer.press("Enter")
    newcomer.settle()
    QCoreApplication.processEvents()
    assert not own.in_demo
    assert not own.ward.overview.patients
    assert _page(newcomer).title() == "Velkommen"
    newcomer.press("Space")
    newcomer.settle()
    assert own.in_demo
    assert not tour.isVisible(), "who has seen it once is not shown round again"
