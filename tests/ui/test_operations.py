import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from infusionplanner_ui.shell.operations import CancelledError, Changes, Operations, Progress


class BrokenError(Exception):
    def __init__(self) -> None:
        super().__init__("The database is locked by another program.")


def _break() -> None:
    raise BrokenError


def test_work_runs_elsewhere_and_its_result_comes_back_here(operations: Operations) -> None:
    heard: list[tuple[str, bool]] = []
    here = threading.get_ident()
    operations.run(
        lambda: ("dose 4", threading.get_ident() != here),
        done=lambda result: heard.append((result[0], result[1] and threading.get_ident() == here)),
    )
    assert operations.busy
    assert operations.wait()
    assert heard == [("dose 4", True)]
    assert not operations.busy


def test_work_is_taken_in_order(operations: Operations) -> None:
    heard: list[int] = []
    for number in range(20):
        operations.run(lambda number=number: number, done=heard.append)
    assert operations.wait()
    assert heard == list(range(20))


def test_changes_go_out_after_success(operations: Operations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(operations.changed) as heard:
        operations.run(lambda: "p-1", changes=Changes.of_patient)
    assert heard.args == [Changes(patients=frozenset({"p-1"}), visits=True)]
    with qtbot.waitSignal(operations.changed) as heard:
        operations.run(lambda: None, changes=Changes(unit=True))
    assert heard.args == [Changes(unit=True)]


def test_an_error_goes_to_the_caller_who_asked_for_it(operations: Operations, qtbot: QtBot) -> None:
    heard: list[str] = []
    with qtbot.assertNotEmitted(operations.failed), qtbot.assertNotEmitted(operations.changed):
        operations.run(_break, failed=lambda error: heard.append(str(error)), changes=Changes.all())
        assert operations.wait()
    assert heard == ["The database is locked by another program."]


def test_an_error_nobody_asked_for_is_told_to_all(operations: Operations, qtbot: QtBot) -> None:
    with qtbot.waitSignal(operations.failed) as heard:
        operations.run(_break)
    assert isinstance(heard.args[0], BrokenError)


def test_a_page_that_is_gone_hears_nothing_but_the_change_goes_out(operations: Operations, qtbot: QtBot) -> None:
    owner = QObject()
    heard: list[None] = []
    with qtbot.waitSignal(operations.changed):
        operations.run(lambda: None, owner=owner, done=heard.append, changes=Changes.all())
        del owner
    assert heard == []


def test_a_living_owner_hears(operations: Operations) -> None:
    owner = QObject()
    heard: list[int] = []
    operations.run(lambda: 1, owner=owner, done=heard.append)
    assert operations.wait()
    assert heard == [1]


def test_an_error_in_a_callback_leaves_the_queue_in_order(operations: Operations, qtbot: QtBot) -> None:
    def fail(_: None) -> None:
        raise BrokenError

    with qtbot.captureExceptions() as errors:
        operations.run(lambda: None, done=fail)
        operations.wait()
    assert [error[0] for error in errors] == [BrokenError]
    assert not operations.busy


def _count(limit: int) -> Callable[[Progress], int]:
    def work(progress: Progress) -> int:
        for number in range(limit):
            progress.report(number, limit, f"file {number}")
        return limit

    return work


def test_long_work_reports_and_ends(operations: Operations, qtbot: QtBot) -> None:
    heard: list[int] = []
    listening = threading.Event()
    operations.run(listening.wait)
    progress = operations.run_long(_count(3), done=heard.append)
    seen: list[tuple[int, int, str]] = []
    progress.advanced.connect(lambda *report: seen.append(report))
    with qtbot.waitSignal(progress.finished):
        listening.set()
    assert heard == [3]
    assert seen == [(0, 3, "file 0"), (1, 3, "file 1"), (2, 3, "file 2")]


def test_long_work_can_be_cancelled(operations: Operations, qtbot: QtBot) -> None:
    started = threading.Event()
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        go_on.wait(5)
        progress.report(1, 2)

    heard: list[object] = []
    with qtbot.assertNotEmitted(operations.failed):
        progress = operations.run_long(work, done=heard.append, failed=heard.append)
        assert started.wait(5)
        progress.cancel()
        go_on.set()
        assert operations.wait()
    assert heard == []
    assert progress.cancelled
    with pytest.raises(CancelledError):
        progress.report(2, 2)


def test_closing_cancels_long_work_and_keeps_every_act(operations: Operations, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "wait", partial(operations.wait, 5))
    heard: list[str] = []
    started = threading.Event()

    def work(progress: Progress) -> None:
        for number in range(10_000):
            started.set()
            progress.report(number, 10_000)
            QThread.msleep(1)

    progress = operations.run_long(work, done=lambda _: heard.append("long"))
    assert started.wait(5)
    for name in ("one", "two"):
        operations.run(partial(QThread.msleep, 20), done=lambda _, name=name: heard.append(name))
    operations.close()
    assert heard == ["one", "two"]
    assert progress.cancelled


def test_busy_is_told_at_the_first_and_after_the_last(operations: Operations) -> None:
    told: list[bool] = []
    operations.busy_changed.connect(told.append)
    operations.run(lambda: None)
    operations.run(lambda: None)
    assert operations.wait()
    assert told == [True, False]


def test_changes_join() -> None:
    joined = Changes.of_patient("a", visits=False) | Changes(unit=True) | Changes()
    assert joined == Changes(patients=frozenset({"a"}), unit=True)
    assert joined
    assert not Changes()
    assert Changes.of_patient("a").touches("a")
    assert not Changes.of_patient("a").touches("b")
    assert Changes.all().touches("b")


def test_nothing_is_done_any_more_after_closing() -> None:
    made = Operations()
    made.run(lambda: None)
    made.close()
    heard: list[object] = []
    made.run(lambda: 1, done=heard.append)
    assert not made.busy
    assert heard == []


def test_only_what_changes_something_is_said_to_be_saved(operations: Operations) -> None:
    operations.run(lambda: None)
    assert operations.busy
    assert not operations.saving
    operations.run(lambda: None, changes=Changes.all())
    assert operations.saving
    assert operations.wait()
    assert not operations.saving
