"""A small week for tests of the week board: five days, three places, four visits."""

from datetime import date, time, timedelta

from PySide6.QtCore import QPoint, Qt

from infusionplanner_ui.widgets.boards.board_data import (
    BoardSlot,
    BoardVisit,
    Look,
    Mark,
    PlaceRow,
    WeekBoardData,
    WeekDay,
)
from infusionplanner_ui.widgets.boards.week_board import WeekBoard

MONDAY = date(2026, 12, 21)
PLACES = (PlaceRow("1", "Stol 1", "1"), PlaceRow("2", "Stol 2", "2"), PlaceRow("3", "Stol 3", "3"))


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


DAYS = (
    WeekDay(day(0), "ma. 21.", "2 timer", 0.4, today=True),
    WeekDay(day(1), "ti. 22.", "1 time", 0.95),
    WeekDay(day(2), "on. 23.", "1 time", closed_from=time(12)),
    WeekDay(day(3), "to. 24.", closed="Julaften · stengt"),
    WeekDay(day(4), "fr. 25.", closed="1. juledag · stengt"),
)
AAS = BoardVisit("aas", "1", time(8), 75, "Aas, Per", "32 · i.v.", look=Look.DONE)
MOEN = BoardVisit("moen", "2", time(9, 30), 75, "Moen, Ingrid", "5 · s.c.", 60, mark=Mark.WARN)
LIE = BoardVisit("lie", "1", time(8, 30), 75, "Lie, Jonas", "7 · i.v.")
FOSS = BoardVisit("foss", "3", time(8), 15, "Bjørnstad-Kristiansen, Wilhelmine", "16", mark=Mark.STOP)
VISITS = ((day(0), AAS), (day(0), MOEN), (day(1), LIE), (day(2), FOSS))
WEEK = WeekBoardData(DAYS, PLACES, VISITS, time(8), time(15, 30), 15, time(9, 50))
MOEN_SLOT = BoardSlot(day(0), time(9, 30), "2")
LAST_DAY = "fr. 25. · 1. juledag · stengt"
MANY = tuple(PlaceRow(str(number), f"Stol {number}", str(number)) for number in range(1, 9))
FULL = tuple((day(0), BoardVisit(place.key, place.key, time(8), 135, "Ødegård, Åse", "4", 60)) for place in MANY)
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def centre(board: WeekBoard, key: str) -> QPoint:
    return next(block for block in board.grid().blocks if block.visit.key == key).box.center().toPoint()
