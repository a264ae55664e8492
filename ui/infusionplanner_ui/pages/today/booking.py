"""Ny time: who, what for, when and where; opens beside the board with the proposal of the plan filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from infusionplanner.application.acts.booking import proposal
from infusionplanner.application.errors import InvalidActError
from infusionplanner.application.records import PatientId
from infusionplanner.domain.patient import AppointmentKind
from infusionplanner.text.reading import DateUse, read_clock, read_date, typed_date
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.models.cells import Cell, CellDelegate
from infusionplanner_ui.models.identity import identity
from infusionplanner_ui.models.rows import Row, RowsModel
from infusionplanner_ui.pages.today.parts import FieldRow, empty
from infusionplanner_ui.search.patients import PatientIndex
from infusionplanner_ui.widgets.inline_panel import InlinePanel
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.search_field import SearchField
from infusionplanner_ui.widgets.table import ROW_HEIGHT, prepare_table
from infusionplanner_ui.widgets.window_bar import WindowBar
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import date
    from datetime import time as clock_time

    from infusionplanner.application.acts.booking import BookingProposal
    from infusionplanner_ui.pages.today.booking_day import BookingDay
    from infusionplanner_ui.panels.form.rule_line import Said
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.ward import Ward

_MOST_FOUND = 8
_SHOWN_FOUND = 5
_IN_UNIT = (AppointmentKind.DOSE, AppointmentKind.TRAINING, AppointmentKind.BLOODS, AppointmentKind.EDSS)
_SLOTS = 4


@dataclass(frozen=True, slots=True)
class Booking:
    """What is to be booked."""

    patient: PatientId
    on: date
    at: clock_time
    kind: AppointmentKind
    place: str | None


class BookingPanel(InlinePanel):
    """Books a visit. ``chosen`` carries the :class:`Booking`; the page does it and closes the panel."""

    chosen = Signal(object)

    def __init__(self, frame: Frame, ward: Ward, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._frame, self._ward = frame, ward
        self._patient: PatientId | None = None
        self._index = PatientIndex({})
        self._model = RowsModel(self)
        self._model.set_headings(("", ""))
        self.search = SearchField()
        self._found = QTableView()
        self._found.setModel(self._model)
        self._who = text_label("", "strong", wrap=True)
        self._note = text_label("", "small", wrap=True)
        self._kind = QComboBox()
        self._day, self._time = QLineEdit(), QLineEdit()
        self._place = QComboBox()
        self._meaning = text_label("", "secondary", wrap=True)
        self._bar = WindowBar()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(space(1))
        self._said: tuple[Said, ...] = ()
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(120)
        self._soon.timeout.connect(self._show_meaning)

    def _build(self) -> None:
        prepare_table(self._found, "", stretch=0)
        self._found.setItemDelegate(CellDelegate(self._found))
        self._found.horizontalHeader().hide()
        self._found.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for widget in (self.search, self._found, self._who, self._note):
            self.body.addWidget(widget)
        self._rows = [FieldRow("", value) for value in (self._kind, self._day, self._time, self._place)]
        for row in self._rows:
            self.body.addWidget(row)
        for part in (self._meaning, self._bar):
            self.body.addWidget(part)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)
        self.search.searched.connect(self._search)
        self.search.moved.connect(lambda by: self._found.selectRow(max(self._found.currentIndex().row() + by, 0)))
        self.search.accepted.connect(lambda: self._choose(self._found.currentIndex().row()))
        self.search.left.connect(self.rejected)
        self._found.clicked.connect(lambda index: self._choose(index.row()))
        self._found.activated.connect(lambda index: self._choose(index.row()))
        for line in (self._day, self._time):
            line.textChanged.connect(lambda _: self._soon.start())
        self._kind.currentIndexChanged.connect(lambda _: self._soon.start())
        self.accepted.connect(self._submit)

    def _name_fields(self) -> None:
        for row, name in zip(
            self._rows, (self.tr("For"), self.tr("Day"), self.tr("Time"), self.tr("Place")), strict=True
        ):
            row.set_name(name)

    def open_for(self, patient: PatientId | None, on: date) -> None:
        """Begin, for a patient when one is given, else with the search."""
        self.set_title(self.tr("New visit"))
        self.set_buttons(self.tr("Book the visit"), self.tr("Cancel"))
        self.search.set_hint(self.tr("Find patient by name"))
        self._found.setAccessibleName(self.tr("Patients found"))
        self._name_fields()
        self.clear_error()
        self._kind.clear()
        for kind in _IN_UNIT:
            self._kind.addItem(self._ward.wording.label("appointment", kind), kind)
        self._place.clear()
        self._place.addItem(self.tr("The first that is free"), None)
        for place in self._ward.unit.places:
            self._place.addItem(place.name, place.name)
        self._day.setText(typed_date(on))
        self._time.clear()
        self._index = PatientIndex(self._ward.overview.patients)
        self._patient = None
        self.search.clear()
        self._search("")
        self._take(patient)

    def _search(self, wanted: str) -> None:
        found = self._index.find(wanted, _MOST_FOUND).best
        rows = [Row(row.id, (Cell(self._frame.shown_name(row.name), "strong"), self._born(row.id))) for row in found]
        self._model.set_rows(rows)
        self._found.setVisible(bool(rows))
        self._found.setFixedHeight(min(len(rows), _SHOWN_FOUND) * ROW_HEIGHT + 2)
        if rows:
            self._found.selectRow(0)

    def _born(self, patient: PatientId) -> Cell:
        born = self._ward.patient(patient).birth_date
        return Cell("" if born is None or self._frame.shielded else text.date(born), "muted")

    def _choose(self, row: int) -> None:
        key = self._model.key(row)
        if isinstance(key, str):
            self._take(PatientId(key))
            self._day.setFocus()
            self._day.selectAll()

    def _take(self, patient: PatientId | None) -> None:
        """Take a patient, with the proposal of the plan."""
        self._patient = patient
        chosen = patient is not None
        self.search.setVisible(not chosen)
        self._found.setVisible(False)
        for widget in (self._who, self._note, self._meaning, self._bar, *self._rows):
            widget.setVisible(chosen)
        self._said = ()
        empty(self._lines)
        self.set_ready(chosen)
        if patient is None:
            self.search.edit.setFocus()
            return
        who = identity(self._ward.patient(patient), self._ward.today, shielded=self._frame.shielded)
        self._who.setText(f"{who.name}\n{who.rest}")
        self._propose(patient)
        self._show_meaning()

    def _propose(self, patient: PatientId) -> None:
        try:
            found: BookingProposal | None = self._ward.at_desk(proposal, patient)
        except InvalidActError:
            found = None
        if found is None:
            self._note.setText(self.tr("The plan has no dose in the unit to book now."))
            return
        said = self.tr("Next dose is number {number}, due {day}. Window {span}.")
        dose = found.dose
        span = text.span(dose.earliest, dose.latest)
        self._note.setText(said.format(number=dose.number, day=text.day_short(dose.due), span=span))
        self._day.setText(typed_date(found.on))
        self._time.setText(text.clock(found.time))
        if found.place is not None:
            self._place.setCurrentText(found.place)

    def _show_meaning(self) -> None:
        """Say what stands in the way of the day, or which times are free."""
        if self._patient is None or not self._ward.is_open:
            return
        on = read_date(self._day.text(), DateUse.COMING, self._ward.today)
        day = None if on is None else self._day_of(self._patient, on)
        self._show_rules(day)
        self._meaning.setText("" if day is None else self._taken_words(day))

    def _day_of(self, patient: PatientId, on: date) -> BookingDay:
        from infusionplanner_ui.pages.today.booking_day import BookingDay  # noqa: PLC0415 - needed with the panel only

        kind = AppointmentKind(self._kind.currentData() or AppointmentKind.DOSE)
        return BookingDay(self._ward, patient, kind, on)

    def _show_rules(self, day: BookingDay | None) -> None:
        """Draw the window of the dose and say what stands against the day; what is forbidden cannot be booked."""
        window = None if day is None else day.window()
        self._bar.set(window)
        self._bar.setVisible(window is not None)
        said = () if day is None else day.said()
        if said != self._said:
            self._said = said
            empty(self._lines)
            for line in [] if day is None else day.lines(said):
                self._lines.addWidget(line)
        self.set_ready(day is None or not day.forbidden)

    def _taken_words(self, day: BookingDay) -> str:
        """Return why the unit takes nobody that day, or which times are free."""
        if day.refused:
            return day.refused
        written = text.sentence(text.long_day(day.on))
        closure = self._ward.unit.closure(day.on)
        if closure is not None:
            said = self.tr("{day} is closed: {why}.")
            return said.format(
                day=text.sentence(text.long_day(day.on)), why=self._ward.wording.code("closure", closure)
            )
        free = day.free_times(read_clock(self._time.text()), self._place.currentData(), _SLOTS)
        words = ", ".join(text.clock(at) for at in free) if free else self.tr("none")
        return self.tr("{day}. Free: {times}").format(day=written, times=words)

    @property
    def said(self) -> tuple[str, ...]:
        """What the panel says of the rules."""
        return tuple(said.sentence for said in self._said)

    def _submit(self) -> None:
        if self._patient is None:
            return
        on, at = read_date(self._day.text(), DateUse.COMING, self._ward.today), read_clock(self._time.text())
        if on is None:
            self.show_error(self.tr("Write the day as 21.12.2026."))
            self._day.setFocus()
        elif at is None:
            self.show_error(self.tr("Write the time as 09.15."))
            self._time.setFocus()
        else:
            kind = AppointmentKind(self._kind.currentData())
            self.chosen.emit(Booking(self._patient, on, at, kind, self._place.currentData()))
