"""The patient whom a panel names, the highlighted row and the patient that is changed are one, for every act."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from panel_acts import fill, who
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shown_pages import Opened

from infusionplanner.application.acts.undo import undo
from infusionplanner.application.names import shown_name
from infusionplanner.application.records import Done, PatientId
from infusionplanner_ui.models.identity import identity
from infusionplanner_ui.pages.home.page import HomePage
from infusionplanner_ui.pages.home.words import HomeList
from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.pages.tasks.page import TasksPage
from infusionplanner_ui.panels.acts.spec import Act, ActSpec, Wish
from infusionplanner_ui.panels.acts.table import ACTS, spec_of
from infusionplanner_ui.panels.form.base import ActPanel
from infusionplanner_ui.panels.opening import panel as panel_of
from infusionplanner_ui.panels.visit import VisitPanel
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.ward import Ward

ListPage = HomePage | TasksPage
ANOTHER_OPEN_DAY = date(2026, 11, 25)
FROM_A_FILE = {Act.CALENDAR, Act.PLAN_SHEET}
"""They write files and print; what they change is tested with them."""


@pytest.fixture
def frame(make_frame: Callable[..., MainWindow], demo_ward: Ward) -> MainWindow:
    others = [PageSpec(key, lambda: "", Opened, rail=False, under="home") for key in ("week", "patients")]
    return make_frame(
        PageSpec("home", lambda: "Hjemme", lambda made: HomePage(made, demo_ward)),
        PageSpec("tasks", lambda: "Oppgaver", lambda made: TasksPage(made, demo_ward)),
        PageSpec("patient", lambda: "Pasient", lambda made: PatientPage(made, demo_ward), rail=False, under="home"),
        *others,
        initial="home",
    )


def _page(frame: MainWindow, key: str) -> ListPage:
    page = frame.show_page(key)
    assert isinstance(page, HomePage | TasksPage)
    return page


def _highlighted(page: ListPage) -> PatientId | None:
    rows = page.table.selectionModel().selectedRows()
    assert len(rows) <= 1
    return page._patient_at(rows[0].row()) if rows else None


def _row_of_another(page: ListPage, patient: PatientId) -> int:
    return next(row for row in range(page.model.rowCount()) if page._patient_at(row) != patient)


def _press(page: ListPage, row: int) -> None:
    """Press the mouse on a row, as somebody who wants the patient there."""
    page.table.scrollTo(page.model.index(row, 0))
    middle = page.table.visualRect(page.model.index(row, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, middle.y()))


def _begin(panel: ActPanel) -> None:
    """Change something in a panel: type into its first line, else choose otherwise in its first choice."""
    before = panel.filled_in()
    for field in panel.shown_fields:
        target = field.focus_target()
        target.setFocus()
        if isinstance(target, QLineEdit):
            QTest.keyClicks(target, "7")
        for key in (Qt.Key.Key_Shift, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
            QTest.keyClick(target, key)
            if panel.filled_in() != before:
                return
    pytest.fail(f"nothing can be changed in {panel.heading()}")


def _offers(page: ListPage, ward: Ward) -> Iterator[tuple[ActSpec, int]]:
    """Yield each act with the row of somebody to whom it is offered."""
    for spec in ACTS:
        for row in range(page.model.rowCount()):
            patient = page._patient_at(row)
            if spec.menu is not None and patient and spec.offered(ward.patient(patient), ward.plan(patient)):
                yield spec, row
                break


def _open(page: ListPage, ward: Ward, spec: ActSpec, row: int) -> tuple[ActPanel, PatientId]:
    patient = page._patient_at(row)
    assert patient is not None
    page.table.selectRow(row)
    page.host.open(panel_of(ward, patient, Wish(spec.act)))
    panel = page.host.panel
    assert panel is not None
    return panel, patient


@pytest.mark.parametrize("key", ["home", "tasks"])
def test_a_panel_that_nobody_touched_gives_way_to_the_row_that_is_chosen(
    key: str, frame: MainWindow, demo_ward: Ward
) -> None:
    page = _page(frame, key)
    for spec, row in _offers(page, demo_ward):
        panel, patient = _open(page, demo_ward, spec, row)
        known = identity(demo_ward.patient(patient), demo_ward.today, shielded=False)
        assert panel.who_text == (known.name, known.rest)
        assert _highlighted(page) == patient
        other = _row_of_another(page, patient)
        _press(page, other)
        assert page.host.panel is None
        assert _highlighted(page) == page._patient_at(other)


@pytest.mark.parametrize("key", ["home", "tasks"])
def test_a_panel_that_was_begun_stays_with_its_row_whichever_act_it_is(
    key: str, frame: MainWindow, demo_ward: Ward, qtbot: QtBot
) -> None:
    page = _page(frame, key)
    for spec, row in _offers(page, demo_ward):
        panel, patient = _open(page, demo_ward, spec, row)
        _begin(panel)
        other = _row_of_another(page, patient)
        tried = page._patient_at(other)
        assert tried is not None
        _press(page, other)
        assert page.host.panel is panel
        assert (_highlighted(page), page.rows.begun, page.rows.tried) == (patient, patient, tried)
        assert page.host._ask is not None
        assert page.host._ask.sentences == (
            f"{panel.heading()} for {shown_name(demo_ward.patient(patient))} er ikke lagret.",
            f"{shown_name(demo_ward.patient(tried))} åpnes når du har valgt.",
        )
        assert panel._primary.text() == f"{panel.action()} for {shown_name(demo_ward.patient(patient))}"
        qtbot.keyClick(page.host._ask.stay, Qt.Key.Key_Escape)
        assert (page.host.panel, page.rows.tried, page.host.is_asking) == (panel, None, False)
        QTest.keyClick(page.table, Qt.Key.Key_Down if page.table.currentIndex().row() == 0 else Qt.Key.Key_Up)
        assert _highlighted(page) == patient
        if page.host.is_asking:
            page.host.stay()
        _press(page, other)
        page.host._ask.discard.click()
        assert (page.host.panel, _highlighted(page)) == (None, tried)
        frame.drafts.give_back()
        assert (page.host.panel, _highlighted(page)) == (panel, patient)
        page.host.close_panel()


@pytest.mark.parametrize("key", ["home", "tasks"])
def test_an_act_changes_the_patient_whom_its_panel_names(key: str, frame: MainWindow, demo_ward: Ward) -> None:
    page = _page(frame, key)
    acted: list[Done] = []
    demo_ward.acted.connect(acted.append)
    for spec in [spec for spec, _ in _offers(page, demo_ward) if spec.act not in FROM_A_FILE]:
        found = [row for offered, row in _offers(page, demo_ward) if offered is spec]
        if not found:
            continue
        panel, patient = _open(page, demo_ward, spec, found[0])
        row = _highlighted(page)
        assert panel.who_text[0] == shown_name(demo_ward.patient(patient))
        if isinstance(panel, VisitPanel):  # a visit that is moved to where it is changes nobody
            panel.on.set_day(ANOTHER_OPEN_DAY)
        fill(panel)
        assert panel.is_ready, (spec.act, panel.missing_text, panel.error_text)
        acted.clear()
        panel.accepted.emit()
        assert demo_ward.operations.wait()
        assert [done.patients for done in acted] == [frozenset({patient})], spec.act
        assert row == patient
        demo_ward.act(undo, owner=page)
        assert demo_ward.operations.wait()


def test_esc_on_a_panel_that_was_begun_can_be_taken_back(frame: MainWindow, demo_ward: Ward, qtbot: QtBot) -> None:
    page = _page(frame, "home")
    row = next(row for spec, row in _offers(page, demo_ward) if spec.act is Act.PRESCRIPTION)
    panel, patient = _open(page, demo_ward, spec_of(Act.PRESCRIPTION), row)
    _begin(panel)
    typed = panel.filled_in()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert page.host.panel is None
    assert frame.toast_text == f"Forkastet: H-resept for {shown_name(demo_ward.patient(patient))}"
    assert frame.drafts.begun() == ()
    frame.show_page("tasks")
    assert frame.drafts.give_back()
    assert (frame.current_key, page.host.panel, _highlighted(page)) == ("home", panel, patient)
    assert panel.filled_in() == typed


def test_another_act_for_the_same_patient_waits_for_the_one_that_was_begun(frame: MainWindow, demo_ward: Ward) -> None:
    page = frame.show_page("patient", who(demo_ward, "Berg"))
    assert isinstance(page, PatientPage)
    page.wish(Wish(Act.PRESCRIPTION))
    panel = page.host.panel
    assert panel is not None
    _begin(panel)
    page.wish(Wish(Act.STOP))
    assert page.host.panel is panel
    assert page.host._ask is not None
    assert page.host._ask.sentences[1] == "Seponer behandlingen for Berg, Anne åpnes når du har valgt."
    assert panel._primary.text() == "Registrer resept"
    page.host._ask.discard.click()
    assert page.host.panel is not None
    assert page.host.panel.heading() == "Seponer behandlingen"
    page.wish(Wish(Act.PRESCRIPTION))
    assert page.host.panel.heading() == "H-resept"


def test_what_was_begun_for_a_patient_waits_on_the_page_of_that_patient(frame: MainWindow, demo_ward: Ward) -> None:
    berg, moen = who(demo_ward, "Berg"), who(demo_ward, "Moen")
    page = frame.show_page("patient", berg)
    assert isinstance(page, PatientPage)
    page.wish(Wish(Act.PRESCRIPTION))
    panel = page.host.panel
    assert panel is not None
    _begin(panel)
    frame.show_page("patient", moen)
    assert page.host.panel is None
    assert frame.toast_text == "Påbegynt, tatt vare på: H-resept for Berg, Anne"
    assert frame.drafts.begun() == ("H-resept for Berg, Anne",)
    frame.show_page("patient", berg)
    assert page.host.panel is panel
    assert panel.who_text[0] == "Berg, Anne"


def test_each_person_finds_the_own_forms_only(frame: MainWindow, demo_ward: Ward) -> None:
    page = _page(frame, "home")
    row = next(row for spec, row in _offers(page, demo_ward) if spec.act is Act.PRESCRIPTION)
    panel, patient = _open(page, demo_ward, spec_of(Act.PRESCRIPTION), row)
    _begin(panel)
    frame.drafts.change_person("AD", "HL")
    demo_ward.sign("HL")
    assert page.host.panel is None
    assert len(frame.drafts.begun()) == 1
    frame.drafts.change_person("HL", "AD")
    demo_ward.sign("AD")
    assert (page.host.panel, _highlighted(page)) == (panel, patient)
    frame.drafts.drop_all()
    assert frame.drafts.begun() == ()


def test_the_shield_leaves_initials_and_the_year_of_birth(frame: MainWindow, demo_ward: Ward) -> None:
    page = _page(frame, "home")
    panel, patient = _open(page, demo_ward, spec_of(Act.PERSON), 0)
    known = demo_ward.patient(patient)
    assert known.birth_date is not None
    frame.set_shielded(True)
    QApplication.processEvents()
    assert panel.who_text == (frame.shown_name(shown_name(known)), f"f. {known.birth_date.year}")
    assert page._words.view is HomeList.ALL
