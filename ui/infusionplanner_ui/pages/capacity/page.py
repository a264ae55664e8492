"""The capacity of the coming 12 weeks: how full each day is, closures, and the days to look at."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from infusionplanner.application.views.capacity import WEEKS, DayLoad, coming_load, to_look_at, weeks_of
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.pages.capacity.map import HeatMap
from infusionplanner_ui.pages.capacity.words import CapacityWords, Measure
from infusionplanner_ui.pages.week.data import monday_of
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.card import Card
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.painting import plain_tip
from infusionplanner_ui.widgets.segmented import SegmentedControl
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner_ui.shell.answers import Query
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes
    from infusionplanner_ui.shell.ward import Ward


class CapacityPage(Page):
    """The map at the left; the chosen day and the days to look at beside it. Enter opens the week of a day."""

    def __init__(self, frame: Frame, ward: Ward) -> None:
        super().__init__(frame)
        self._ward = ward
        self._days: dict[date, DayLoad] = {}
        self._loads: Query[tuple[DayLoad, ...]] = ward.query(self, self._show_load)
        self._words = CapacityWords(self)
        self.measures = SegmentedControl("", self)
        self.map = HeatMap(self)
        self.problems = QListWidget(self)
        self.problems.setWordWrap(True)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._open_week = button("", "primary", parent=self)
        self._lay_out()
        self.map.selected.connect(lambda _: self._show_day())
        self.map.activated.connect(self.open_week)
        self.measures.changed.connect(lambda _: self._show())
        self.problems.itemActivated.connect(self._problem_activated)
        self.problems.currentItemChanged.connect(lambda item, _: self._problem_chosen(item))
        self._open_week.clicked.connect(lambda: self.open_week(self.map.selected_day))
        self.setFocusProxy(self.map)
        self.retranslate()

    def _lay_out(self) -> None:
        self._card = Card(flush=True, parent=self)
        self._card.add_title_widget(self.measures)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, space(1), space(2), space(2))
        inner.addWidget(scrolled(self.map))
        self._card.body.addLayout(inner)
        self._day = Card(parent=self)
        self._figures = text_label("", "", wrap=True)
        self._why = text_label("", "watch", wrap=True)
        for part in (self._figures, self._why):
            self._day.body.addWidget(part)
        self._day.body.addWidget(self._open_week)
        self._list = Card(flush=True, parent=self)
        self._nothing = text_label("", "muted", wrap=True)
        self._nothing.setContentsMargins(space(4), space(3), space(4), space(3))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._list.body.addWidget(self.problems, 1)
        self._list.body.addWidget(self._nothing, 1)
        side = QWidget(self)
        side.setFixedWidth(space(76))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(4))
        column.addWidget(self._day)
        column.addWidget(self._list, 1)
        self.stand(self._card, side)

    # texts

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("Capacity")

    def subtitle(self) -> str:
        """Return which weeks are shown."""
        if not self._ward.is_open:
            return ""
        last = monday_of(self._ward.today) + timedelta(weeks=WEEKS - 1)
        return self.tr("{first} to {last}").format(first=text.week(self._ward.today), last=text.week(last))

    def retranslate(self) -> None:
        """Set every text anew."""
        self.measures.set_name(self.tr("Figure"))
        self.measures.set_segments([(measure.value, self._words.measure(measure)) for measure in Measure])
        self.map.setAccessibleName(self.tr("The coming weeks"))
        self.problems.setAccessibleName(self.tr("Days to look at"))
        self._open_week.setText(self.tr("Open the week"))
        self._nothing.setText(self.tr("No day in these weeks is full, booked while closed or outside a window."))
        self._card.set_title(self.tr("The coming 12 weeks"), self.tr("booked, and expected by the plans"))
        self._show()

    # what is shown

    def refresh(self, _: Changes) -> None:
        """Count the weeks anew."""
        if self._ward.is_open:
            self._loads.ask(coming_load, monday_of(self._ward.today))
        else:
            self._loads.drop()
            self.header_changed.emit()

    def _show_load(self, days: tuple[DayLoad, ...]) -> None:
        self._days = {day.on: day for day in days}
        if self.map.selected_day is None:
            self._show()
            self.map.select(self._ward.today)
        self._show()
        self.header_changed.emit()

    def _show(self) -> None:
        if not self._ward.is_open:
            return
        weeks, measure = weeks_of(self._days.values()), Measure(self.measures.current)
        rows = tuple(self._words.row(week, measure, self._ward.today, self._ward.wording) for week in weeks)
        columns = tuple(text.weekday(day.on).upper() for day in weeks[0]) if weeks else ()
        self.map.set_data(columns, rows)
        self._list_problems()
        self._show_day()

    def _list_problems(self) -> None:
        days = to_look_at(self._days.values())
        self._list.set_title(self.tr("Days to look at"), str(len(days)) if days else "")
        self.problems.setVisible(bool(days))
        self._nothing.setVisible(not days)
        self.problems.clear()
        for day in days:
            said = text.join(*self._words.problems(day))
            item = QListWidgetItem(f"{text.day_short(day.on)}\n{said}")
            item.setData(Qt.ItemDataRole.UserRole, day.on)
            item.setToolTip(plain_tip(said))
            self.problems.addItem(item)

    def _show_day(self) -> None:
        on = self.map.selected_day
        day = self._days.get(on) if on is not None else None
        self._open_week.setEnabled(day is not None)
        if day is None:
            return
        closed = "" if day.closure is None else self._ward.wording.label("closure", day.closure)
        self._day.set_title(text.sentence(text.long_day(day.on, year=False)), closed)
        self._figures.setText("\n".join(self._words.lines(day)))
        why = "\n".join(self._words.problems(day))
        self._why.setText(why)
        self._why.setVisible(bool(why))

    # acts

    def _problem_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.map.select(item.data(Qt.ItemDataRole.UserRole))
            self._show_day()

    def _problem_activated(self, item: QListWidgetItem) -> None:
        self.open_week(item.data(Qt.ItemDataRole.UserRole))

    def open_week(self, on: object) -> None:
        """Open the week of a day."""
        if isinstance(on, date):
            self.frame.show_page("week", on)
