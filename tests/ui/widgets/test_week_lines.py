"""Which words stand in a block of the week."""

from datetime import time

import pytest

from infusionplanner_ui.application import Application
from infusionplanner_ui.widgets.boards.board_data import BoardVisit, Look, Mark
from infusionplanner_ui.widgets.boards.week_lines import Line, WeekLines


def visit(name: str, detail: str, look: Look = Look.PLANNED, mark: Mark = Mark.NONE) -> BoardVisit:
    return BoardVisit("key", "1", time(8), 60, name, detail, look=look, mark=mark)


DAHL = visit("Dahl, Eva", "38 · i.v. · 6 u")


@pytest.fixture
def lines(qapp: Application) -> WeekLines:
    del qapp
    return WeekLines(11)


def words(found: list[Line]) -> list[str]:
    return [line.words for line in found]


@pytest.mark.parametrize(
    ("width", "room", "shown"),
    [
        (140, 5, ["Dahl, Eva", "38 · i.v. · 6 u"]),
        (70, 5, ["Dahl", "Eva", "38 · i.v. · 6 u"]),
        (40, 5, ["Dahl", "Eva", "38 · i.v.", "6 u"]),
        (26, 5, ["Dahl", "Eva", "38", "i.v.", "6 u"]),
        (26, 3, ["Dahl", "Eva", "38"]),
        (60, 2, ["Dahl, Eva", "38 · i.v."]),
        (26, 2, ["Dahl", "38"]),
        (26, 1, ["Dahl"]),
    ],
)
def test_words_stand_whole_on_as_many_lines_as_there_is_room_for(
    lines: WeekLines, width: float, room: int, shown: list[str]
) -> None:
    assert words(lines.lines(DAHL, width, room)) == shown


@pytest.mark.parametrize(
    ("who", "width", "shown"),
    [
        ("Nguyen, Thi Mai Anh", 42, ["Nguyen", "Thi", "4"]),
        ("Eide, Sunniva", 30, ["Eide", "S.", "4"]),
        ("I.M.", 60, ["I.M.", "4"]),
        ("Bjørnstad-Kristiansen, Wilhelmine", 60, ["Bjørnstad-", "Kristiansen", "Wilhelmine", "4"]),
    ],
)
def test_a_given_name_that_does_not_fit_becomes_shorter(
    lines: WeekLines, who: str, width: float, shown: list[str]
) -> None:
    assert words(lines.lines(visit(who, "4"), width, 4)) == shown


def test_a_word_is_shortened_or_left_out_but_a_number_is_never_cut(lines: WeekLines) -> None:
    training = visit("Ruud, Mia", "Opplæring")
    assert words(lines.lines(training, 40, 3)) == ["Ruud", "Mia", "Oppl…"]
    assert words(lines.lines(training, 24, 3)) == ["R…", "Mia"]
    assert words(lines.lines(DAHL, 8, 3)) == [""]


@pytest.mark.parametrize(
    ("look", "mark", "room", "shown"),
    [
        (Look.DONE, Mark.NONE, 3, [Line("Vik", is_name=True), Line("Tor", is_name=True), Line("12", signs=True)]),
        (Look.DONE, Mark.NONE, 2, [Line("Vik", is_name=True), Line("12", signs=True)]),
        (Look.DONE, Mark.NONE, 1, [Line("Vik", is_name=True, signs=True)]),
        (Look.ARRIVED, Mark.STOP, 2, [Line("Vik", is_name=True), Line("", signs=True)]),
    ],
)
def test_the_signs_always_have_a_place(lines: WeekLines, look: Look, mark: Mark, room: int, shown: list[Line]) -> None:
    assert lines.lines(visit("Vik, Tor", "12 · s.c.", look, mark), 32, room) == shown


def test_what_is_carried_shows_its_time(lines: WeekLines) -> None:
    assert words(lines.lines(DAHL, 60, 5, "09.15")) == ["Dahl", "Eva", "09.15", "38 · i.v.", "6 u"]
    assert words(lines.lines(DAHL, 60, 2, "09.15")) == ["Dahl, Eva", "09.15"]


def test_a_column_needs_room_for_the_longest_word(lines: WeekLines) -> None:
    assert lines.need(visit("Ek, Stine", "24")) == 28
    assert lines.need(visit("Ek, Stine", "Opplæring")) > lines.need(visit("Kvalheim, Torstein", "4 · i.v.")) > 50
    assert lines.need(visit("Bjørnstad-Kristiansen, Wilhelmine", "16")) == pytest.approx(64.0, abs=0.1)
    assert WeekLines(11, roomy=True).need(DAHL) > lines.need(DAHL)
