"""What another program keeps between showing and pressing is not lost: every panel, and each press of the ward."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from panel_acts import ready_panel, who
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.booking import move_visit
from infusionplanner.application.acts.visits import change_note
from infusionplanner.application.desk import Desk
from infusionplanner.application.journal import Actor, NewAct, StaleError
from infusionplanner.application.records import ActId, Done
from infusionplanner.storage import open_store
from infusionplanner.storage.recorder import key_of
from infusionplanner.storage.writing import SqliteWriting
from infusionplanner_ui.pages.week.page import WeekPage
from infusionplanner_ui.panels.acts.spec import Act, ActSpec
from infusionplanner_ui.panels.acts.table import ACTS
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.ward import Ward
from infusionplanner_ui.widgets.boards.board_data import BoardSlot

NO_ACT_OF_THEIR_OWN = {Act.CALENDAR, Act.PLAN_SHEET, Act.LEAVE_EARLY}
"""They write files or print, or need an observation that is running."""


LINKS = {"dose", "place", "patient"}
"""Columns that name another row."""


@dataclass(frozen=True)
class RowChange:
    """What an act did to one row, by columns."""

    table: str
    key: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def fields(self) -> dict[str, Any]:
        """Return what it changed in a row that was there, and had a value."""
        if self.before is None or self.after is None:
            return {}
        return {name: old for name, old in self.before.items() if self.after.get(name) != old}


@pytest.fixture
def elsewhere(demo_ward: Ward) -> Iterator[Desk]:
    """Return the desk of MS at another program on the same file."""
    with closing(open_store(Path(demo_ward.desk.store.path))) as other:  # type: ignore[attr-defined] # a SqliteStore
        yield replace(demo_ward.desk.signed("MS"), store=other)


def aside(work: Callable[[], Done]) -> Done:
    """Do an act of another program: not in the thread of the windows."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(work).result()


def changes_of(path: Path, act: ActId) -> list[RowChange]:
    """Return the rows that an act changed."""
    query = "SELECT table_name, row, before, after FROM journal WHERE act = ? ORDER BY id"
    with closing(sqlite3.connect(path)) as db:
        found = db.execute(query, (act,)).fetchall()
    return [
        RowChange(table, key, *(text and json.loads(text) for text in (old, new))) for table, key, old, new in found
    ]


def is_still(path: Path, change: RowChange) -> bool:
    """Tell whether what an act changed of a row is as it left it."""
    query = f'SELECT * FROM "{change.table}" WHERE "{key_of(change.table)}" = ?'  # noqa: S608 - a table of the journal
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        row = db.execute(query, (change.key,)).fetchone()
    if row is None or change.after is None:
        return row is None and change.after is None
    before = change.before or {}
    return all(
        row[name] == value for name, value in change.after.items() if name not in before or before[name] != value
    )


def another(old: object, new: object) -> object:
    """Return a third value that a column can have, None for a column of which that is not known."""
    if {old, new} <= {0, 1, None}:
        return None
    for value in (old, new):
        if isinstance(value, int | float):
            return max(old if isinstance(old, int | float) else 0, new if isinstance(new, int | float) else 0) + 1
        if isinstance(value, str) and len(value) == len("2026-11-23") and value[4] == value[7] == "-":
            return (date.fromisoformat(value) - timedelta(days=1)).isoformat()
    return None


SPECS = [spec for spec in ACTS if spec.act not in NO_ACT_OF_THEIR_OWN]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.act)
def test_what_another_program_kept_before_the_press_of_a_panel_is_not_lost(
    spec: ActSpec, demo_ward: Ward, elsewhere: Desk, place: QStackedWidget, tmp_path: Path
) -> None:
    panel = ready_panel(spec, demo_ward, place)
    assert panel._use_case is not None
    path, tried = Path(demo_ward.desk.store.path), tmp_path / "tried.db"  # type: ignore[attr-defined] # a SqliteStore
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(tried)) as copy:
        source.backup(copy)
    with closing(open_store(tried)) as store:
        use_case = panel._use_case()
        done = aside(lambda: use_case(replace(demo_ward.desk, store=store)))
    would = changes_of(tried, done.act)
    theirs = []
    for change in would:
        values = {name: another(old, (change.after or {}).get(name)) for name, old in change.fields().items()}
        if known := {name: value for name, value in values.items() if value is not None and name not in LINKS}:
            theirs.append((change, known))
    theirs_acts = [] if theirs else [aside(lambda: use_case(elsewhere))]
    act = NewAct(ActKind.EDIT_PATIENT, Actor("MS"), demo_ward.desk.now(), panel.who)
    with elsewhere.store.writing(act) as work:
        assert isinstance(work, SqliteWriting)
        work._recorder.update("patients", panel.who, {"phone": "911 11 111"})
        for change, values in theirs:
            work._recorder.update(change.table, int(change.key) if change.key.isdigit() else change.key, values)
    theirs_acts.append(work.done())
    before = newest(elsewhere)
    panel.accepted.emit()
    assert demo_ward.operations.wait()
    for change in [row for done in theirs_acts for row in changes_of(path, done.act)]:
        assert is_still(path, change), (change, panel.error_text)
    if theirs:
        assert panel.error_text.startswith("MS har endret det samme i mellomtiden, kl. 09.50.")
        assert "; ditt " in panel.error_text or "; din " in panel.error_text
        assert newest(elsewhere) == before


def newest(desk: Desk) -> ActId:
    """Return the newest act of the unit."""
    with desk.store.reading() as reading:
        return reading.revision()


def test_a_press_of_the_ward_is_built_on_what_it_shows(demo_ward: Ward, elsewhere: Desk) -> None:
    visit = next(row for row in demo_ward.state.visits_today if row.started_at is None)
    errors: list[Exception] = []
    change_note(elsewhere, visit.id, "Ring bjelle.")
    demo_ward.act(lambda desk: change_note(desk, visit.id, "Rullestol."), failed=errors.append)
    assert demo_ward.operations.wait()
    assert [type(error) for error in errors] == [StaleError]
    assert demo_ward.desk.visit(visit.id).note == "Ring bjelle."
    demo_ward.read_again()
    demo_ward.act(lambda desk: change_note(desk, visit.id, "Rullestol."))
    assert demo_ward.operations.wait()


def test_an_act_of_ones_own_after_one_of_another_program_on_somebody_else_refuses_no_next_one(
    demo_ward: Ward, elsewhere: Desk
) -> None:
    mine, theirs = [row for row in demo_ward.state.visits_today if row.started_at is None][:2]
    change_note(elsewhere, theirs.id, "Ring bjelle.")
    for note in ("Rullestol.", "Rullestol og tolk."):
        demo_ward.act(lambda desk, note=note: change_note(desk, mine.id, note))
        assert demo_ward.operations.wait()
    assert demo_ward.desk.visit(mine.id).note == "Rullestol og tolk."
    assert demo_ward.desk.visit(theirs.id).note == "Ring bjelle."


def test_a_visit_that_another_program_moved_meanwhile_stays_where_that_put_it(
    demo_ward: Ward, elsewhere: Desk, make_frame: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    frame = make_frame(PageSpec("week", lambda: "Week", lambda frame: WeekPage(frame, demo_ward)), initial="week")
    page, hansen = frame.page("week"), who(demo_ward, "Hansen")
    assert isinstance(page, WeekPage)
    assert page._week is not None
    visit = next(row for row in page._week.visits.values() if row.patient == hansen)
    page.board.select(visit.id)
    page.board.selected.emit(visit.id)
    qtbot.keyClick(page.board, Qt.Key.Key_M)
    move_visit(elsewhere, visit.id, date(2026, 11, 25), time(13), place="Stol 4")
    page._dropped(visit.id, BoardSlot(date(2026, 11, 24), time(9), "Stol 4"))
    assert demo_ward.operations.wait()
    assert frame.toast_text.startswith("MS har endret det samme i mellomtiden, kl. 09.50.")
    moved = demo_ward.desk.visit(visit.id)
    assert (moved.on, moved.time) == (date(2026, 11, 25), time(13))
