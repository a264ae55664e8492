"""What pages ask of the unit: answered in another thread, kept until an act, and shown only while it is wanted."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from infusionplanner.application.acts.task_claims import claim_task
from infusionplanner.application.errors import UnknownPatientError
from infusionplanner.application.records import PatientId
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.patient_file import patient_file
from infusionplanner.application.views.stored import claims
from infusionplanner_ui.shell.operations import CancelledError, Operations
from infusionplanner_ui.shell.ward import Ward

HANSEN = PatientId("hansen")


@pytest.fixture
def page(show: Callable[[QWidget, int, int], None]) -> QWidget:
    made = QWidget()
    show(made, 200, 100)
    return made


class Slow:
    """A view that answers when it is told to, and counts how often it was asked."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.asked: list[str] = []

    def say(self, _: Overview, word: str) -> str:
        self.asked.append(word)
        assert self.go_on.wait(10)
        return word


def _thread(_: Overview) -> int:
    return threading.get_ident()


def _broken(*_: object) -> str:
    raise UnknownPatientError(HANSEN)


def test_a_view_is_answered_in_another_thread(demo_ward: Ward) -> None:
    assert demo_ward.get(_thread) != threading.get_ident()


def test_an_answer_is_there_when_asking_returns(demo_ward: Ward, page: QWidget) -> None:
    heard: list[str] = []
    view = Slow()
    view.go_on.set()
    query = demo_ward.query(page, heard.append)
    query.ask(view.say, "a")
    assert (heard, query.is_waiting) == (["a"], False)


def test_the_same_question_is_read_once_until_something_changes(demo_ward: Ward, page: QWidget) -> None:
    heard: list[str] = []
    view = Slow()
    view.go_on.set()
    query = demo_ward.query(page, heard.append)
    for _ in range(3):
        query.ask(view.say, "a")
    assert (heard, view.asked) == (["a", "a", "a"], ["a"])
    assert demo_ward.get(view.say, "a") == "a"
    assert view.asked == ["a"]


def test_a_late_answer_is_shown_when_it_comes(demo_ward: Ward, page: QWidget) -> None:
    demo_ward.operations.patience = 0
    heard: list[str] = []
    view = Slow()
    query = demo_ward.query(page, heard.append)
    query.ask(view.say, "a")
    assert (heard, query.is_waiting) == ([], True)
    view.go_on.set()
    assert demo_ward.operations.wait()
    assert (heard, query.is_waiting) == (["a"], False)


def test_an_answer_that_nobody_wants_any_more_is_dropped(demo_ward: Ward, page: QWidget) -> None:
    demo_ward.operations.patience = 0
    heard: list[str] = []
    view = Slow()
    query = demo_ward.query(page, heard.append)
    for word in ("a", "b", "c"):
        query.ask(view.say, word)
    view.go_on.set()
    assert demo_ward.operations.wait()
    assert heard == ["c"]
    assert "b" not in view.asked


def test_a_page_that_has_closed_hears_nothing(demo_ward: Ward, page: QWidget) -> None:
    demo_ward.operations.patience = 0
    heard: list[str] = []
    view = Slow()
    query = demo_ward.query(page, heard.append)
    query.ask(view.say, "a")
    query.drop()
    view.go_on.set()
    assert demo_ward.operations.wait()
    assert heard == []


def test_after_an_act_what_is_seen_is_read_again_before_anybody_hears_of_it(demo_ward: Ward, page: QWidget) -> None:
    heard: list[int] = []
    patient = next(iter(demo_ward.overview.patients))
    query = demo_ward.query(page, lambda rows: heard.append(len(rows)))
    query.ask(claims)
    before = heard.pop()
    demo_ward.operations.patience = 0
    demo_ward.operations.changed.connect(lambda _: query.ask(claims))
    demo_ward.act(lambda desk: claim_task(desk, patient, "R-MON-1", "bloods.due"))
    assert demo_ward.operations.wait()
    assert heard == [before + 1]


def test_what_is_not_seen_is_read_when_it_is_asked_for_again(demo_ward: Ward, page: QWidget) -> None:
    view = Slow()
    view.go_on.set()
    query = demo_ward.query(page, lambda _: None)
    query.ask(view.say, "a")
    page.hide()
    demo_ward.read_again()
    assert demo_ward.operations.wait()
    assert view.asked == ["a"]
    query.ask(view.say, "a")
    assert view.asked == ["a", "a"]


def test_who_still_waits_when_an_act_changes_the_unit_gets_the_new_answer(
    demo_ward: Ward, page: QWidget, qtbot: QtBot
) -> None:
    before = demo_ward.overview
    demo_ward.operations.patience = 0
    heard: list[Overview] = []
    go_on = threading.Event()

    def view(overview: Overview) -> Overview:
        assert go_on.wait(10)
        return overview

    query = demo_ward.query(page, heard.append)
    query.ask(view)
    page.hide()
    demo_ward.read_again()
    qtbot.waitUntil(lambda: demo_ward.overview is not before)
    go_on.set()
    assert demo_ward.operations.wait()
    assert len(heard) == 1
    assert heard[0] is demo_ward.overview


def test_what_cannot_be_read_is_said(demo_ward: Ward, page: QWidget) -> None:
    said: list[Exception] = []
    demo_ward.operations.failed.connect(said.append)
    demo_ward.query(page, lambda _: None).ask(_broken)
    demo_ward.read_again()
    assert demo_ward.operations.wait()
    assert [type(error) for error in said] == [UnknownPatientError]
    with pytest.raises(UnknownPatientError):
        demo_ward.get(patient_file, HANSEN)


def test_nothing_is_read_before_a_unit_is_open_or_after_it_is_closed(operations: Operations, demo_ward: Ward) -> None:
    with pytest.raises(RuntimeError):
        Ward(Operations()).get(claims)
    operations.close()
    with pytest.raises(CancelledError):
        demo_ward.get(claims)


def test_an_act_is_known_even_when_who_asked_for_it_has_closed(demo_ward: Ward) -> None:
    patient = next(iter(demo_ward.overview.patients))
    before = demo_ward.overview
    panel = QObject()
    demo_ward.act(lambda desk: claim_task(desk, patient, "R-MON-1", "bloods.due"), owner=panel)
    del panel
    assert demo_ward.operations.wait()
    assert demo_ward.overview is not before
    assert demo_ward.state.newest is not None
    assert demo_ward.state.newest.patient == patient


def test_an_act_after_which_nothing_can_be_read_is_done_and_everything_is_read_again(
    demo_ward: Ward, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = next(iter(demo_ward.overview.patients))
    monkeypatch.setattr(demo_ward, "_read_after", _broken)
    heard: list[str] = []
    demo_ward.act(
        lambda desk: claim_task(desk, patient, "R-MON-1", "bloods.due"),
        done=lambda _: heard.append("done"),
        failed=lambda _: heard.append("failed"),
    )
    assert demo_ward.operations.wait()
    assert heard == ["done"]
    assert demo_ward.state.newest is not None
    assert demo_ward.state.newest.patient == patient
