"""Calendars that are not true any more, and many calendars or plans at once, on the demo unit and real folders."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from infusionplanner.application.calendar.hand_out_many import home_patients
from infusionplanner.application.calendar.outdated import stale_calendars
from infusionplanner.application.records import PatientId
from infusionplanner_ui.pages.home.page import HomePage
from infusionplanner_ui.pages.home.words import HomeList
from infusionplanner_ui.pages.tasks.page import TasksPage
from infusionplanner_ui.panels.output.calendar_out import CalendarPanel
from infusionplanner_ui.panels.output.handed_out import HandedOutPanel
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.operations import Changes
from infusionplanner_ui.shell.ward import Ward


@pytest.fixture
def frame(make_frame: Callable[..., MainWindow], demo_ward: Ward) -> MainWindow:
    made = make_frame(
        PageSpec("home", lambda: "Hjemme", lambda shown: HomePage(shown, demo_ward)),
        PageSpec("tasks", lambda: "Oppgaver", lambda shown: TasksPage(shown, demo_ward)),
        initial="home",
    )
    settle(demo_ward)
    return made


@pytest.fixture
def page(frame: MainWindow) -> HomePage:
    found = frame.page("home")
    assert isinstance(found, HomePage)
    return found


def settle(ward: Ward, page: HomePage | None = None) -> None:
    if page is not None and page.exports.operations is not None:
        assert page.exports.operations.wait(60_000)
    for _ in range(3):
        QCoreApplication.processEvents()
        assert ward.operations.wait(60_000)
    QCoreApplication.processEvents()


def listed(page: HomePage) -> list[PatientId]:
    return [row.patient for row in page.model.values]


class TestList:
    def test_untrue_calendars_are_a_list_the_nearest_on_top(self, page: HomePage, demo_ward: Ward) -> None:
        expected = stale_calendars(demo_ward.overview)
        assert len(expected) > 5
        page.show_view(HomeList.STALE)
        assert page.model.values == expected
        assert page.views.findChildren(QPushButton)[-1].text() == f"Utdaterte kalendere {len(expected)}"
        lines = page.detail._lines
        assert lines.count() >= 2
        assert page.detail.buttons[0].text() == "Lever ut kalender …"

    def test_a_new_calendar_clears_it_and_says_what_changed(
        self, page: HomePage, frame: MainWindow, demo_ward: Ward, tmp_path: Path, qtbot: QtBot
    ) -> None:
        page.show_view(HomeList.STALE)
        before = listed(page)
        row = page.model.values[0]
        sentences = page._words.changes(row)
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
        panel = page.host.panel
        assert isinstance(panel, CalendarPanel)
        panel.folder = tmp_path
        assert set(sentences) <= set(panel.said)
        panel.accepted.emit()
        settle(demo_ward)
        assert page.host.panel is panel
        assert panel.accessibleName() == "Kalenderen er utlevert"
        assert set(sentences) <= set(panel.said)
        assert frame.toast_text.startswith("1 fil i ")
        assert listed(page) == before[1:]
        panel.accepted.emit()
        assert page.host.panel is None

    def test_when_all_are_true_the_list_says_so(self, page: HomePage, demo_ward: Ward, tmp_path: Path) -> None:
        page.show_view(HomeList.STALE)
        page.exports.hand_out_to(tmp_path, listed(page))
        settle(demo_ward, page)
        assert listed(page) == []
        assert page._empty.isVisible()
        panel = page.host.panel
        assert isinstance(panel, HandedOutPanel)
        assert "· Avlyst: " in panel.text.toPlainText()
        panel.accepted.emit()
        assert page.host.panel is None

    def test_the_tasks_have_it_as_one_line_that_leads_there(
        self, frame: MainWindow, page: HomePage, demo_ward: Ward, tmp_path: Path
    ) -> None:
        frame.show_page("tasks")
        tasks = frame.page("tasks")
        assert isinstance(tasks, TasksPage)
        settle(demo_ward)
        number = len(stale_calendars(demo_ward.overview))
        assert tasks.calendars.isVisible()
        assert tasks.calendars._words.text().startswith(
            f"{number} utleverte kalendere stemmer ikke lenger · den første"
        )
        tasks.calendars.open.click()
        assert frame.current_key == "home"
        assert page.views.current == HomeList.STALE
        page.exports.hand_out_to(tmp_path, listed(page))
        settle(demo_ward, page)
        frame.show_page("tasks")
        assert not tasks.calendars.isVisible()

    def test_it_is_compared_off_the_gui_thread(self, page: HomePage, demo_ward: Ward) -> None:
        demo_ward.operations.changed.emit(Changes.all())
        assert demo_ward.operations.busy
        assert page._number(HomeList.STALE) == str(len(demo_ward.calendars.untrue or ()))


class TestMany:
    def test_the_button_hands_out_the_calendars_of_the_list(
        self, page: HomePage, frame: MainWindow, demo_ward: Ward, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        folder = tmp_path / "kalendere"
        # The folder dialog belongs to the system; what follows from its answer is ours.
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
        page._calendars.click()
        assert not demo_ward.operations.busy
        settle(demo_ward, page)
        written = list(folder.glob("*.ics"))
        assert 0 < len(written) <= len(home_patients(demo_ward.overview))
        assert list(folder.glob("*.csv"))
        assert str(len(written)) in frame.toast_text

    def test_no_folder_hands_out_nothing(self, page: HomePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
        page._calendars.click()
        page.exports.save_plans(home_patients(page._ward.overview))
        assert page.exports.operations is None
        assert list(tmp_path.rglob("*.ics")) == []

    def test_cancelling_keeps_what_is_out(
        self, page: HomePage, frame: MainWindow, demo_ward: Ward, tmp_path: Path
    ) -> None:
        patients = home_patients(demo_ward.overview)
        page.exports.hand_out_to(tmp_path, patients)
        assert page.exports.progress is not None
        page.exports.progress.canceled.emit()
        settle(demo_ward, page)
        written = len(list(tmp_path.glob("*.ics")))
        assert written < len(patients)
        assert frame.toast_text == f"Avbrutt. {written} er ute; det som ligger i mappen, står i listen der."
        assert page.exports.progress is None

    def test_the_plans_of_the_list_are_written_with_six_doses_each(
        self, page: HomePage, frame: MainWindow, demo_ward: Ward, tmp_path: Path
    ) -> None:
        page.show_view(HomeList.STALE)
        patients = listed(page)[:3]
        page.exports.save_plans_to(tmp_path, patients)
        settle(demo_ward, page)
        assert frame.toast_text == "3 planark skrevet."
        files = sorted(tmp_path.glob("plan-*.pdf"))
        assert len(files) == 3
        assert sorted(row[1] for row in rows_of(tmp_path)) == [path.name for path in files]
        assert all(len(PdfReader(path).pages) == 2 for path in files)

    @pytest.mark.parametrize(("entry", "heading"), [(2, "Ringeliste"), (3, "Resepter")])
    def test_the_call_list_and_the_renewal_list_are_saved(
        self, page: HomePage, demo_ward: Ward, tmp_path: Path, entry: int, heading: str
    ) -> None:
        page.printing.choose_file = lambda _title, name: tmp_path / name
        page._show_prints()
        menu = page.findChildren(QMenu)[-1]
        actions = [action for action in menu.actions() if not action.isSeparator()]
        actions[entry].trigger()
        menu.close()
        settle(demo_ward)
        (file,) = tmp_path.glob("*.pdf")
        words = "".join(shown.extract_text() for shown in PdfReader(file).pages)
        assert heading in words

    def test_the_plans_of_the_list_are_printed(
        self, page: HomePage, frame: MainWindow, demo_ward: Ward, tmp_path: Path
    ) -> None:
        page.show_view(HomeList.SOON)
        page.exports.choose_printer = lambda: None
        page.exports.print_plans(listed(page))
        assert page.exports.operations is None
        printer = QPrinter()
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        page.exports.choose_printer = lambda: printer
        page.exports.print_plans(listed(page)[:2])
        settle(demo_ward, page)
        assert frame.toast_text == "2 planark sendt til skriveren."
        assert "Din plan" in PdfReader(tmp_path / "paper.pdf").pages[0].extract_text().replace("\t", " ")

    def test_no_file_writes_no_list(self, page: HomePage, demo_ward: Ward) -> None:
        page.printing.choose_file = lambda _title, _name: None
        page.printing.save_calls()
        page.printing.save_renewals()
        assert not demo_ward.operations.busy


def rows_of(folder: Path) -> list[list[str]]:
    with (folder / "innhold.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]
