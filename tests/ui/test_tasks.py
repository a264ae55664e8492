"""The task list: bands, kinds, people, the acts, and how controls are kept, on the demo unit's database."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from shown_pages import Opened, ShownPage

from infusionplanner.application.acts.results import register_result
from infusionplanner.application.acts.task_claims import claim_task
from infusionplanner.application.views.audit import Kept
from infusionplanner.application.views.task_list import Task
from infusionplanner.application.views.work_items import Band
from infusionplanner.domain.patient import Answer, Assay, Result, ResultKind
from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import CELL_ROLE, Cell
from infusionplanner_ui.pages.tasks.audit import percent
from infusionplanner_ui.pages.tasks.page import TasksPage
from infusionplanner_ui.panels.pause import LiftPanel
from infusionplanner_ui.panels.result import ResultPanel
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.ward import Ward


class Shown(ShownPage[TasksPage]):
    """The page with what a test asks of it."""

    def __init__(self, frame: MainWindow, ward: Ward, qtbot: QtBot) -> None:
        page = frame.page("tasks")
        assert isinstance(page, TasksPage)
        super().__init__(page, ward, qtbot)
        self.settle()

    def press(self, key: Qt.Key) -> None:
        self.page.table.setFocus()
        self._qtbot.keyClick(self.page.table, key)
        self.settle()

    def select(self, family: str, key: str) -> Task:
        rows: tuple[Task, ...] = self.page.model.values
        who = self.id_of(family)
        number = next(
            number
            for number, task in enumerate(rows)
            if task.patient == who and key in {item.finding.key for item in task.items}
        )
        self.page.table.selectRow(number)
        return rows[number]

    def cells(self) -> list[Cell]:
        row = self.page.table.currentIndex().row()
        model = self.page.model
        return [model.index(row, column).data(CELL_ROLE) for column in range(model.columnCount())]

    def led_to(self, key: str) -> object:
        page = self.frame.page(key)
        assert isinstance(page, Opened)
        return page.opened


@pytest.fixture
def shown(make_frame: Callable[..., MainWindow], demo_ward: Ward, qtbot: QtBot) -> Shown:
    others = [PageSpec(key, lambda: "", Opened, rail=False, under="tasks") for key in ("patient", "week", "home")]
    tasks = PageSpec("tasks", lambda: "Tasks", lambda frame: TasksPage(frame, demo_ward))
    return Shown(make_frame(tasks, *others, initial="tasks"), demo_ward, qtbot)


def test_everything_due_is_listed_and_counted_by_band(shown: Shown) -> None:
    page = shown.page
    assert page.subtitle() == f"{page.model.rowCount()} å gjøre"
    texts = {button.text() for button in page.bands._group.buttons()}
    numbers = {band: sum(task.band is band for task in page.model.values) for band in Band}
    assert texts == {
        f"Alle {page.model.rowCount()}",
        f"Forfalt {numbers[Band.OVERDUE]}",
        f"Denne uken {numbers[Band.THIS_WEEK]}",
        f"30 dager {numbers[Band.MONTH]}",
    }
    assert numbers[Band.LATER] == 0


def test_the_model_keeps_qts_rules(shown: Shown) -> None:
    tester = QAbstractItemModelTester(shown.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown.page.model.set_values(shown.page.model.values[:3])
    assert tester.model() is shown.page.model


def test_headings_are_capitals_for_the_eye_and_words_for_the_ear(shown: Shown) -> None:
    model = shown.page.model
    across = Qt.Orientation.Horizontal
    assert model.headerData(0, across) == "OPPGAVE"
    assert model.headerData(0, across, Qt.ItemDataRole.AccessibleTextRole) == "Oppgave"
    assert model.headerData(0, across, Qt.ItemDataRole.DecorationRole) is None
    assert model.headerData(9, across) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(model.index(9999, 0)) is None


def test_a_row_says_what_who_and_when(shown: Shown) -> None:
    shown.select("Wójcik", "rebound.critical")
    topic, name, what, due, who = shown.cells()
    assert (topic.badge, topic.tone, name.text) == ("Rebound", Tone.STOP, "Wójcik, Agnieszka")
    assert what.text.startswith("75 dager siden siste dose")
    assert (due.text, who.text) == ("nå", "")
    shown.select("Prestegård", "mri.overdue")
    assert (shown.cells()[3].badge, shown.cells()[3].tone) == ("ti. 03.11", Tone.WARN)


def test_tests_on_one_visit_are_one_row(shown: Shown) -> None:
    task = next(task for task in shown.page.model.values if len(task.items) > 1 and task.booked)
    shown.page.table.selectRow(shown.page.model.values.index(task))
    topic, _, what, *_ = shown.cells()
    assert topic.badge == "Prøver"
    assert " og " in what.text
    assert what.note.startswith("ved timen ")
    assert shown.page.detail._about.text().splitlines()[-1].startswith("Tas ved timen ")
    assert shown.page.detail._lines.count() == len(task.items)


def test_tests_at_a_dose_without_a_time_say_so(shown: Shown) -> None:
    task = next(task for task in shown.page.model.values if task.on_visit is not None and not task.booked)
    shown.page.table.selectRow(shown.page.model.values.index(task))
    assert shown.cells()[2].note.startswith("ved neste dose, foreslått ")


def test_the_list_is_narrowed_by_band_and_kind(shown: Shown) -> None:
    page = shown.page
    page.bands._group.button(1).click()
    assert {task.band for task in page.model.values} == {Band.OVERDUE}
    page.kinds.setCurrentIndex(page.kinds.findData("jcv"))
    assert [task.patient for task in page.model.values] == [shown.id_of("Fjeld")]
    page.bands._group.button(2).click()
    page.kinds.setCurrentIndex(page.kinds.findData("gate"))
    page.bands._group.button(3).click()
    assert page.model.rowCount() == 0
    assert page._empty.isVisible()
    assert not page.table.isVisible()
    assert page.task is None
    page.act()
    page.take()
    page.open_patient()


def test_a_task_is_taken_given_back_and_found_by_person(shown: Shown) -> None:
    task = shown.select("Prestegård", "mri.overdue")
    shown.press(Qt.Key.Key_T)
    assert shown.page.task is not None
    assert (shown.page.task.patient, shown.page.task.who) == (task.patient, "AD")
    assert shown.cells()[4].text == "AD"
    assert shown.page.detail._who.text() == "Tatt av A. Dahl."
    shown.press(Qt.Key.Key_T)
    assert shown.page.task.who is None
    assert shown.page.detail._who.text() == "Ingen har tatt oppgaven."


def test_others_tasks_are_shown_by_their_initials(shown: Shown) -> None:
    task = shown.select("Prestegård", "mri.overdue")
    colleague = shown.ward.desk.signed("MS")
    shown.ward.act(lambda _: claim_task(colleague, task.patient, *task.keys[0]))
    shown.settle()
    page = shown.page
    page.people.setCurrentIndex(page.people.findData("MS"))
    assert [row.patient for row in page.model.values] == [task.patient]
    page.people.setCurrentIndex(page.people.findData("-"))
    assert task.patient not in {row.patient for row in page.model.values if row.keys == task.keys}
    page.people.setCurrentIndex(page.people.findData("AD"))
    assert page.model.rowCount() == 0


def test_enter_registers_the_result_of_a_control_beside_the_list(shown: Shown) -> None:
    shown.select("Fjeld", "jcv.overdue")
    assert shown.page.detail.act.text() == "Registrer svar …"
    shown.press(Qt.Key.Key_Return)
    panel = shown.page.host.panel
    assert isinstance(panel, ResultPanel)
    assert panel.kind.value() == "jcv"
    assert not shown.page._side.isVisible()
    panel.rejected.emit()
    assert shown.page._side.isVisible()


def test_other_tasks_open_the_panel_that_does_them(shown: Shown) -> None:
    shown.select("Valle", "pml.suspicion")
    shown.page.detail.act.click()
    assert isinstance(shown.page.host.panel, LiftPanel)


def test_a_dose_that_has_no_time_is_booked_on_the_week(shown: Shown) -> None:
    shown.select("Wójcik", "rebound.critical")
    shown.page.act()
    assert shown.led_to("week") == shown.id_of("Wójcik")


def test_a_rebound_with_a_booked_dose_opens_the_panel_instead(shown: Shown) -> None:
    shown.select("Kvalheim", "rebound.warn")
    shown.page.act()
    assert shown.page.host.panel is not None


def test_an_unreported_dose_leads_to_the_call_list(shown: Shown) -> None:
    shown.select("Søvik", "home.unreported")
    shown.page.act()
    assert shown.led_to("home") == shown.id_of("Søvik")


def test_what_no_panel_does_opens_the_patient(shown: Shown) -> None:
    task = next(task for task in shown.page.model.values if task.first.finding.key == "gate.positive")
    shown.page.table.selectRow(shown.page.model.values.index(task))
    shown.page.act()
    assert shown.led_to("patient") == task.patient


def test_o_opens_the_patient(shown: Shown) -> None:
    task = shown.select("Prestegård", "mri.overdue")
    shown.press(Qt.Key.Key_O)
    assert shown.led_to("patient") == task.patient


def test_a_task_that_is_done_goes_away_and_the_next_is_chosen(shown: Shown) -> None:
    task = shown.select("Fjeld", "jcv.overdue")
    number = shown.page.table.currentIndex().row()
    result = Result(ResultKind.JCV, shown.ward.today, answer=Answer.NEGATIVE, assay=Assay.STRATIFY)
    shown.ward.act(lambda desk: register_result(desk, task.patient, result))
    shown.settle()
    assert shown.page.table.currentIndex().row() == number
    assert shown.page.task is not None
    assert shown.page.task.patient != task.patient


def test_the_controls_are_counted_in_the_worker_and_again_after_a_result(shown: Shown) -> None:
    figures = {row.kind: (row.inside, row.of) for row in shown.page.audit.shown}
    assert figures["jcv"][1] > 100
    assert all(inside <= of for inside, of in figures.values())
    share, count = shown.page.audit._lines["jcv"][2], shown.page.audit._lines["jcv"][3]
    assert share.text().endswith(" %")
    assert count.text() == f"{figures['jcv'][0]} av {figures['jcv'][1]}"
    late = Result(ResultKind.JCV, shown.ward.today, answer=Answer.NEGATIVE, assay=Assay.STRATIFY)
    shown.ward.act(lambda desk: register_result(desk, shown.id_of("Fjeld"), late))
    shown.settle()
    assert {row.kind: (row.inside, row.of) for row in shown.page.audit.shown}["jcv"] == figures["jcv"]


@pytest.mark.parametrize(
    ("inside", "of", "shown"),
    [(84, 85, 99), (196, 199, 98), (197, 199, 99), (999, 1000, 99), (101, 101, 100), (0, 3, 0)],
)
def test_a_share_is_rounded_and_never_whole_before_all_are_in_time(inside: int, of: int, shown: int) -> None:
    assert percent(Kept("jcv", inside, of)) == shown


def test_the_facts_for_the_telephone_stand_beside_the_task(shown: Shown) -> None:
    shown.select("Wójcik", "rebound.critical")
    about = shown.page.detail._about.text().splitlines()
    assert about[0] == "Tysabri i.v. · hver 4. uke"
    assert about[1].endswith("ikke bestilt")
    assert about[2].startswith("Telefon ")
    shown.select("Søvik", "home.unreported")
    assert shown.page.detail._about.text().splitlines()[1].endswith("hjemme")


def test_the_shield_and_the_language_reach_every_word(shown: Shown, qapp: Application) -> None:
    shown.frame.set_shielded(True)
    assert all("," not in shown.page._words.name(task) for task in shown.page.model.values)
    qapp.set_language("en")
    QCoreApplication.processEvents()
    assert shown.page.title() == "Tasks"
    assert shown.page.kinds.itemText(0) == "All kinds"
    assert shown.page.audit.title == "Controls done in time"


def test_before_the_ward_is_open_the_page_is_empty(
    make_frame: Callable[..., MainWindow], operations: Operations
) -> None:
    closed = Ward(operations)
    frame = make_frame(PageSpec("tasks", lambda: "", lambda made: TasksPage(made, closed)), initial="tasks")
    page = frame.page("tasks")
    assert isinstance(page, TasksPage)
    assert (page.subtitle(), page.task, page.model.rowCount()) == ("", None, 0)
