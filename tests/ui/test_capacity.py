"""The heat map of the coming weeks, on the demo unit's database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from shown_pages import Opened, ShownPage

from infusionplanner.application.acts.booking import book_visit
from infusionplanner.application.records import PatientId
from infusionplanner.application.unit import change_unit
from infusionplanner.application.views.capacity import DayLoad
from infusionplanner.domain.patient import AppointmentKind
from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import DARK, LIGHT, Tokens, Tone
from infusionplanner_ui.look.theme import contrast
from infusionplanner_ui.pages.capacity.map import HeatCell, heat
from infusionplanner_ui.pages.capacity.page import CapacityPage
from infusionplanner_ui.pages.capacity.words import CapacityWords, Measure, hours
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.ward import Ward

TODAY = date(2026, 11, 23)


class Shown(ShownPage[CapacityPage]):
    """The page with what a test asks of it."""

    def __init__(self, frame: MainWindow, ward: Ward, qtbot: QtBot) -> None:
        page = frame.page("capacity")
        assert isinstance(page, CapacityPage)
        super().__init__(page, ward, qtbot)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self._qtbot.keyClick(self.page.map, key)

    def cell(self, on: date) -> HeatCell:
        return next(cell for row in self.page.map.rows for cell in row.cells if cell.on == on)

    def led_to(self) -> object:
        page = self.frame.page("week")
        assert isinstance(page, Opened)
        return page.opened

    def change_unit(self, **fields: object) -> None:
        self.ward.act(lambda desk: change_unit(desk, replace(desk.unit(), **fields)))  # type: ignore[arg-type]
        self.settle()


@pytest.fixture
def shown(make_frame: Callable[..., MainWindow], demo_ward: Ward, qtbot: QtBot) -> Shown:
    week = PageSpec("week", lambda: "", Opened, rail=False, under="capacity")
    capacity = PageSpec("capacity", lambda: "", lambda frame: CapacityPage(frame, demo_ward))
    return Shown(make_frame(capacity, week, initial="capacity"), demo_ward, qtbot)


def test_twelve_weeks_are_shown_and_today_is_chosen(shown: Shown) -> None:
    assert shown.page.subtitle() == "uke 48 til uke 6"
    labels = [row.label for row in shown.page.map.rows]
    assert (labels[0], labels[5], labels[-1], len(labels)) == ("Uke 48", "Uke 53", "Uke 6", 12)
    assert shown.page.map.rows[5].note == "28.12–01.01"
    assert shown.page.map.selected_day == TODAY
    assert shown.page._day.title == "Mandag 23. november"


def test_a_cell_says_visits_how_full_and_what_is_only_expected(shown: Shown) -> None:
    cell = shown.cell(TODAY)
    assert (cell.figure, cell.note, cell.today, cell.tone) == ("18", "72 %", True, Tone.NEUTRAL)
    assert cell.spoken.startswith("ma. 23. november · 18 besøk, 3 av dem ikke bestilt ennå · 32,5 plasstimer av 45,0")
    assert shown.page._figures.text().splitlines()[0] == "18 besøk, 3 av dem ikke bestilt ennå"


def test_closed_days_are_named_and_have_no_figure(shown: Shown) -> None:
    eve = shown.cell(date(2026, 12, 24))
    assert (eve.figure, eve.closed, eve.note) == ("", "Julaften", "")


def test_the_figure_is_chosen(shown: Shown) -> None:
    shown.page.measures._group.button(1).click()
    assert shown.cell(TODAY).figure == "32,5"
    shown.page.measures._group.button(2).click()
    assert shown.cell(TODAY).figure == hours(shown.page._days[TODAY].nurse_minutes)


def test_the_days_to_look_at_are_listed_and_lead_to_the_day(shown: Shown) -> None:
    problems = shown.page.problems
    assert [problems.item(number).text() for number in range(problems.count())] == [
        "ti. 24.11\n1 dose utenfor vinduet",
        "on. 25.11\n1 dose utenfor vinduet",
    ]
    problems.setCurrentRow(1)
    assert shown.page.map.selected_day == date(2026, 11, 25)
    assert shown.page._why.text() == "1 dose utenfor vinduet"
    problems.itemActivated.emit(problems.item(1))
    assert shown.led_to() == date(2026, 11, 25)


def test_without_days_to_look_at_the_page_says_so(shown: Shown) -> None:
    shown.page._days = {on: replace(day, outside=0) for on, day in shown.page._days.items()}
    shown.page._show()
    assert not shown.page.problems.isVisible()
    assert shown.page._nothing.isVisible()


def test_arrows_choose_and_enter_opens_the_week(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left)
    assert shown.page.map.selected_day == date(2026, 11, 24)
    shown.press(Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up)
    assert shown.page.map.selected_day == TODAY
    shown.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert shown.led_to() == date(2026, 11, 30)
    shown.press(Qt.Key.Key_A)


def test_the_mouse_chooses_and_a_double_click_opens(shown: Shown, qtbot: QtBot) -> None:
    point = shown.page.map.box(4, 0).center().toPoint()
    qtbot.mouseClick(shown.page.map, Qt.MouseButton.LeftButton, pos=point)
    assert shown.page.map.selected_day == date(2026, 12, 21)
    qtbot.mouseDClick(shown.page.map, Qt.MouseButton.LeftButton, pos=point)
    assert shown.led_to() == date(2026, 12, 21)
    qtbot.mouseClick(shown.page.map, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert shown.page.map.selected_day == date(2026, 12, 21)
    shown.page._open_week.click()
    assert shown.led_to() == date(2026, 12, 21)


def test_visits_on_a_day_that_was_closed_later_are_a_stop(shown: Shown) -> None:
    shown.change_unit(closed=frozenset({date(2026, 11, 26)}))
    cell = shown.cell(date(2026, 11, 26))
    assert (cell.tone, cell.closed, cell.figure) == (Tone.STOP, "Lokal stengedag", "6")
    assert "6 besøk bestilt på en stengt dag" in cell.spoken


def test_an_open_saturday_gets_a_column(shown: Shown) -> None:
    assert len(shown.page.map._columns) == 5
    shown.change_unit(open=frozenset({date(2026, 11, 28)}))
    assert shown.page.map._columns[-1] == "LØRDAG"
    assert shown.cell(date(2026, 12, 5)).closed != ""


def test_a_booking_is_counted_at_once_and_the_day_stays_chosen(shown: Shown) -> None:
    on = date(2026, 12, 1)
    shown.page.map.select(on)
    who = PatientId(next(iter(shown.ward.overview.patients)))
    shown.ward.act(lambda desk: book_visit(desk, who, on, time(14), kind=AppointmentKind.TRAINING))
    shown.settle()
    assert shown.cell(on).figure == "3"
    assert shown.page.map.selected_day == on


def test_weeks_and_days_are_read_out(shown: Shown) -> None:
    table = QAccessible.queryAccessibleInterface(shown.page.map)
    assert table.text(QAccessible.Text.Name) == "De kommende ukene"
    assert table.childCount() == 12
    row = table.child(4)
    assert row.text(QAccessible.Text.Name) == "Uke 52, 21.12–25.12"
    assert row.child(3).text(QAccessible.Text.Name).startswith("to. 24. desember · Julaften")


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("share", [0.0, 0.3, 0.7, 1.0, 3.0])
def test_the_figures_are_legible_on_every_ground(palette: Tokens, share: float) -> None:
    ground = heat(share, palette).name()
    assert contrast(palette.text, ground) >= 4.5
    assert contrast(palette.secondary, ground) >= 4.5


def test_every_problem_has_its_words(shown: Shown) -> None:
    words = CapacityWords()
    full = DayLoad(TODAY, 100, booked=1, chair_minutes=95, no_place=2)
    assert words.problems(full) == ("Fullt: ingen flere får plass", "2 besøk uten klokkeslett eller plass")
    over = DayLoad(TODAY, 100, booked=1, chair_minutes=101)
    assert words.problems(over) == ("Mer enn plassene har tid til",)
    assert words.cell(over, Measure.VISITS, TODAY, shown.ward.wording).tone is Tone.WARN


def test_the_language_is_switched_while_it_is_open(shown: Shown, qapp: Application) -> None:
    qapp.set_language("en")
    QCoreApplication.processEvents()
    assert (shown.page.title(), shown.page.subtitle()) == ("Capacity", "week 48 to week 6")
    assert shown.page.map._columns[0] == "MONDAY"


def test_before_the_ward_is_open_the_page_is_empty(
    make_frame: Callable[..., MainWindow], operations: Operations
) -> None:
    closed = Ward(operations)
    frame = make_frame(PageSpec("capacity", lambda: "", lambda made: CapacityPage(made, closed)), initial="capacity")
    page = frame.page("capacity")
    assert isinstance(page, CapacityPage)
    assert (page.subtitle(), page.map.rows, page.map.selected_day) == ("", (), None)
    page.open_week(None)
