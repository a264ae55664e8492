"""What needs attention, as a list and as the card below the board."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from pytestqt.qtbot import QtBot

from infusionplanner.application.records import PatientId
from infusionplanner.application.views.work_items import Band, WorkItem
from infusionplanner.domain.finding import Finding, Level
from infusionplanner_ui.models.cells import two_lines
from infusionplanner_ui.pages.today.attention import ACTION, AttentionCard, attention
from infusionplanner_ui.shell.main_window import MainWindow
from infusionplanner_ui.shell.ward import Ward


def _item(key: str, level: Level, band: Band = Band.OVERDUE, patient: str = "p") -> WorkItem:
    return WorkItem(PatientId(patient), Finding("R", level, key), band)


@pytest.mark.parametrize(
    ("item", "kept"),
    [
        (_item("hold.infection", Level.STOP), True),
        (_item("bloods.missing", Level.WARN, Band.LATER), True),
        (_item("mri.overdue", Level.TASK), True),
        (_item("jcv.due", Level.TASK, Band.THIS_WEEK), True),
        (_item("jcv.due", Level.TASK, Band.MONTH), False),
        (_item("jcv.due", Level.TASK, Band.LATER), False),
    ],
)
def test_stops_warnings_and_near_tasks_need_attention(item: WorkItem, kept: bool) -> None:
    assert attention([item]) == ((item,) if kept else ())


def test_a_late_dose_is_one_matter_for_each_patient() -> None:
    late = [_item(key, Level.WARN) for key in ("rebound.critical", "dose.late", "interval.late")]
    other = _item("dose.late", Level.STOP, patient="q")
    assert attention([*late, other]) == (other, late[0])


@pytest.mark.usefixtures("qapp")
def test_a_sentence_is_broken_at_a_blank() -> None:
    metrics = QFontMetricsF(QFont("Inter", 12))
    width = metrics.horizontalAdvance("Lege må avklare")
    assert two_lines("Lege må avklare før dosen gis", metrics, width) == ("Lege må avklare", "før dosen gis")
    assert two_lines("Lege", metrics, width) == ("Lege", "")


@pytest.fixture
def card(demo_ward: Ward, make_frame: Callable[..., MainWindow], show: Callable[..., None]) -> AttentionCard:
    made = AttentionCard(make_frame(), demo_ward)
    made.retranslate()
    show(made, 760, 400)
    made.refresh()
    return made


def test_the_card_counts_what_is_urgent(card: AttentionCard) -> None:
    assert card.title == "Trenger oppmerksomhet"
    assert (card._urgent.text, card._others.text) == ("7 haster", "31")


def test_a_row_names_matter_patient_sentence_and_action(card: AttentionCard) -> None:
    cells = card._model.rows[0].cells
    assert [cell.spoken for cell in cells] == [
        "● 10 uker",
        "Wójcik, Agnieszka",
        "75 dager siden siste dose (09.09.2026). Kritisk fare for rebound.",
        "Bestill time …",
    ]


def test_enter_and_a_press_on_the_button_ask_for_the_action(card: AttentionCard, qtbot: QtBot) -> None:
    card.table.setFocus()
    card.table.selectRow(1)
    with qtbot.waitSignal(card.asked) as asked:
        qtbot.keyClick(card.table, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0] == card._items[1]
    box = card.table.visualRect(card._model.index(0, ACTION))
    with qtbot.waitSignal(card.asked) as asked:
        qtbot.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert asked.args is not None
    assert asked.args[0] == card._items[0]


def test_a_press_beside_the_buttons_selects_and_a_double_press_acts(card: AttentionCard, qtbot: QtBot) -> None:
    spot = QPoint(200, card.table.visualRect(card._model.index(2, 1)).center().y())
    with qtbot.assertNotEmitted(card.asked):
        qtbot.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert card.table.currentIndex().row() == 2
    with qtbot.waitSignal(card.asked):
        qtbot.mouseDClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_refresh_keeps_the_row(card: AttentionCard) -> None:
    card.table.selectRow(3)
    key = card._model.key(3)
    card._model.set_rows(())
    card._model.set_rows(card._rows(card._items))
    card.table.selectRow(3)
    card.refresh()
    assert card._model.key(card.table.currentIndex().row()) == key


def test_a_quiet_unit_says_so(card: AttentionCard, demo_ward: Ward, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo_ward, "_read", replace(demo_ward._known, work=()))
    card.refresh()
    assert card.table.isHidden()
    assert not card._nothing.isHidden()


def test_this_card_is_of_the_day_it_was_read(demo_ward: Ward) -> None:
    assert demo_ward.today == date(2026, 11, 23)
