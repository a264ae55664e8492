"""Nothing clinical by accident: double clicks, held keys and repeated Enters never do two acts."""

from collections.abc import Iterator

import pytest
from mornings import Morning
from panel_acts import OpenPanel, fill
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from infusionplanner.application.records import Done, VisitState
from infusionplanner_ui.pages.today.case import Step
from infusionplanner_ui.panels.acts.spec import Act, ActSpec, Wish
from infusionplanner_ui.panels.acts.table import ACTS
from infusionplanner_ui.panels.checklist import ChecklistPanel
from infusionplanner_ui.panels.opening import panel as panel_of
from infusionplanner_ui.shell.ward import Ward
from infusionplanner_ui.widgets.buttons import PRESSES, button


@pytest.fixture(autouse=True)
def _as_in_the_unit(qapp: QApplication) -> Iterator[None]:
    del qapp
    QTest.qWait(1)
    PRESSES.apart = 500
    PRESSES._since.invalidate()
    yield
    PRESSES.apart = 0


def _held(widget: QWidget, key: Qt.Key, times: int = 8) -> None:
    """Hold a key down: one press, then repeats."""
    for number in range(times):
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", number > 0)
        QCoreApplication.sendEvent(widget, press)
        QCoreApplication.processEvents()


@pytest.mark.parametrize("how", ["double click", "two Enters", "held Enter"])
@pytest.mark.parametrize(
    "spec", [spec for spec in ACTS if spec.menu and spec.act not in {Act.CALENDAR, Act.PLAN_SHEET}], ids=lambda s: s.act
)
def test_an_act_is_done_once_however_often_it_is_pressed(
    spec: ActSpec, how: str, demo_ward: Ward, place: QStackedWidget
) -> None:
    acted: list[Done] = []
    demo_ward.acted.connect(acted.append)
    for patient, known in demo_ward.overview.patients.items():
        if spec.offered(known, demo_ward.plan(patient)):
            panel = panel_of(demo_ward, patient, Wish(spec.act))
            place.addWidget(panel)
            place.setCurrentWidget(panel)
            assert demo_ward.operations.wait()
            fill(panel)
            if panel.is_ready:
                _press(panel._primary, how)
                assert demo_ward.operations.wait()
                panel.accepted.emit()
                assert demo_ward.operations.wait()
            if acted:
                break
            place.removeWidget(panel)
            PRESSES._since.invalidate()
    assert len(acted) == 1


def _press(primary: QWidget, how: str) -> None:
    """Press the button of a panel more often than it is meant."""
    primary.setFocus()
    if how == "double click":
        QTest.mouseClick(primary, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(primary, Qt.MouseButton.LeftButton)
    elif how == "two Enters":
        for _ in range(2):
            QTest.keyClick(primary, Qt.Key.Key_Return)
    else:
        _held(primary, Qt.Key.Key_Return)


def test_two_enters_on_the_board_do_not_answer_the_checklist(morning: Morning) -> None:
    patient = morning.select("Ødegård")
    for _ in range(3):
        QTest.keyClick(morning.page.board, Qt.Key.Key_Return)
        morning.settle()
    assert morning.visit.state is VisitState.ARRIVED
    assert morning.step is Step.ANSWER
    assert not [row for row in morning.ward.patient(patient).course.checklists if row.for_ == morning.visit.on]


def test_a_held_enter_takes_one_step(morning: Morning) -> None:
    morning.select("Ødegård")
    _held(morning.page.board, Qt.Key.Key_Return)
    morning.settle()
    assert morning.visit.state is VisitState.ARRIVED


def test_a_double_click_on_the_main_button_takes_one_step(morning: Morning) -> None:
    morning.select("Ødegård")
    QTest.mouseClick(morning.panel.main, Qt.MouseButton.LeftButton)
    morning.settle()
    QTest.mouseDClick(morning.panel.main, Qt.MouseButton.LeftButton)
    morning.settle()
    assert morning.visit.state is VisitState.ARRIVED


def test_no_to_all_waits_until_every_question_was_on_the_screen(open_panel: OpenPanel) -> None:
    panel = open_panel(ChecklistPanel, "Berg")
    assert isinstance(panel, ChecklistPanel)
    panel.window().resize(360, 420)
    QCoreApplication.processEvents()
    questions = panel.questions
    assert not questions.were_seen
    assert not questions.no_to_rest.isEnabled()
    assert questions.no_to_rest.toolTip() == "Se gjennom alle spørsmålene først: bla til det siste."
    questions.answer_no_to_rest()
    assert questions.value() == ()
    for row in questions.rows.values():
        row.focus()
        QCoreApplication.processEvents()
    assert questions.no_to_rest.isEnabled()
    assert not questions.no_to_rest.isDefault()
    questions.no_to_rest.click()
    assert (questions.left, questions.yes) == (0, ())


def test_shift_n_goes_on_to_the_questions_that_were_not_seen_and_answers_then(open_panel: OpenPanel) -> None:
    panel = open_panel(ChecklistPanel, "Berg")
    assert isinstance(panel, ChecklistPanel)
    panel.window().resize(360, 420)
    QCoreApplication.processEvents()
    pressed = 0
    panel.questions.focus_target().setFocus()
    while panel.questions.left and pressed < 20:
        QTest.keyClick(panel.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
        QCoreApplication.processEvents()
        pressed += 1
    assert 2 <= pressed <= 10
    assert panel.questions.yes == ()


def test_enter_does_what_the_focused_button_says(place: QStackedWidget) -> None:
    pressed: list[str] = []
    made = button("Start")
    made.clicked.connect(lambda: pressed.append("Start"))
    place.addWidget(made)
    place.setCurrentWidget(made)
    _held(made, Qt.Key.Key_Return)
    assert pressed == ["Start"]
