"""Tables: words on two lines where one is too short, and columns as wide as what stands in them."""

from collections.abc import Callable

import pytest
from norwegian_names import norwegian_names
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cell_table import CellTable
from infusionplanner_ui.models.cells import Cell, CellDelegate
from infusionplanner_ui.models.rows import Row, RowsModel
from infusionplanner_ui.widgets.key_figure import KeyFigure
from infusionplanner_ui.widgets.table import FittedTable, prepare_table

SENTENCE = "Bestill på apoteket innen 27.11.2026. Uttaket trengs innen 04.12.2026."


@pytest.mark.parametrize(
    ("cell", "width", "whole"),
    [
        (Cell("Dahle Strømsnes, Rebekka", "strong"), 130, True),
        (Cell("Dahle Strømsnes, Rebekka", "strong"), 70, False),
        (Cell("04.12.2026"), 60, False),
        (Cell(SENTENCE), 280, True),
        (Cell(SENTENCE), 130, False),
        (Cell(SENTENCE, note="+3"), 320, True),
        (Cell("to. 19.11", badge="ikke meldt", tone=Tone.WARN), 200, True),
        (Cell("to. 19.11", badge="ikke meldt", tone=Tone.WARN), 150, False),
    ],
)
def test_words_that_do_not_fit_stand_on_two_lines(qtbot: QtBot, cell: Cell, width: int, *, whole: bool) -> None:
    del qtbot
    assert CellDelegate().shows_whole(cell, width) is whole


def _table(qtbot: QtBot, rows: list[tuple[Cell, ...]]) -> FittedTable:
    table = FittedTable()
    qtbot.addWidget(table)
    model = RowsModel(table)
    model.set_headings(("a", "b", "c"))
    model.set_rows([Row(number, cells) for number, cells in enumerate(rows)])
    table.setModel(model)
    table.setItemDelegate(CellDelegate(table))
    prepare_table(table, "t")
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def test_a_table_that_draws_its_rows_itself_looks_as_if_qt_did(show: Callable[[QWidget, int, int], None]) -> None:
    rows = [
        (Cell(f"Moen, Ingrid {number}", "strong"), Cell("i orden", "link"), Cell(SENTENCE, badge="i dag", tone=tone))
        for number, tone in enumerate((Tone.WARN, Tone.OK, Tone.STOP, Tone.WATCH, Tone.NEUTRAL) * 4)
    ]
    itself, by_qt = CellTable(), QTableView()
    by_qt.setItemDelegate(CellDelegate(by_qt))
    pictures = []
    for table in (itself, by_qt):
        model = RowsModel(table)
        model.set_headings(("a", "b", "c"))
        model.set_rows([Row(number, cells) for number, cells in enumerate(rows)])
        table.setModel(model)
        prepare_table(table, "t")
        show(table, 420, 200)
        table.selectRow(3)
        table.setColumnHidden(1, True)
        table.verticalScrollBar().setValue(50)
        pictures.append(table.grab().toImage())
    assert pictures[0] == pictures[1]
    itself.setModel(QStandardItemModel(2, 2, itself))
    assert not itself.grab().isNull()


def test_columns_are_as_wide_as_their_words_and_one_takes_the_rest(qtbot: QtBot) -> None:
    table = _table(qtbot, [(Cell("Moen, Ingrid", "strong"), Cell(SENTENCE), Cell(badge="▲ i dag"))])
    table.resize(500, 200)
    table.show()
    table.fit(1)
    ends = table.columnWidth(0), table.columnWidth(2)
    assert ends == (table.sizeHintForColumn(0), table.sizeHintForColumn(2))
    assert sum(ends) + table.columnWidth(1) == table.viewport().width()


def test_a_column_that_gives_way_gets_narrower_before_the_growing_one(qtbot: QtBot) -> None:
    table = _table(qtbot, [(Cell("Moen, Ingrid"), Cell("i orden"), Cell(SENTENCE))])
    table.resize(360, 200)
    table.show()
    table.fit(0, gives={2: 100})
    assert table.columnWidth(0) == 132
    assert table.columnWidth(2) == table.viewport().width() - 132 - table.columnWidth(1)


def test_a_figure_has_room_for_two_lines_before_it_is_laid_out(qtbot: QtBot) -> None:
    figure = KeyFigure()
    qtbot.addWidget(figure)
    figure.set("Doser gitt", "43", "siste 12.10 · ingen reaksjoner")
    note = figure.findChildren(QLabel)[-1]
    assert note.minimumSizeHint().height() >= 2 * note.fontMetrics().lineSpacing()


def test_columns_are_left_out_from_the_right_but_for_those_that_say_who(qtbot: QtBot) -> None:
    table = _table(qtbot, [(Cell("Moen, Ingrid", "strong"), Cell("Bestill på apoteket"), Cell("08.02.2027"))])
    table.show()
    shown = []
    for width in (420, 240, 150, 420):
        table.resize(width, 200)
        table.fit(1, stay=(0,))
        shown.append([column for column in range(3) if not table.isColumnHidden(column)])
    assert shown == [[0, 1, 2], [0, 1], [0, 1], [0, 1, 2]]


def test_a_thousand_names_stand_whole_in_the_narrowest_column_of_names(qtbot: QtBot) -> None:
    del qtbot
    delegate = CellDelegate()
    names = [f"{family}, {given}" for family, given in norwegian_names()]
    assert [name for name in names if not delegate.shows_whole(Cell(name, "strong"), 120)] == []
