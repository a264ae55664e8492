"""The lists of the home page in words: their columns and cells."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infusionplanner.application.home_view import PRESCRIPTION, HomeRow, SoonRow
from infusionplanner.application.stale import StaleCalendar
from infusionplanner.application.supply_chain import RenewalStage
from infusionplanner.domain.patient import Reporter
from infusionplanner.domain.result import MonitoringStatus
from infusionplanner_ui import text
from infusionplanner_ui.calendar_words import change_sentences
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.pages.home_counts import COUNTS
from infusionplanner_ui.pages.week_data import name_of
from infusionplanner_ui.palette import Tone
from infusionplanner_ui.panels.renewal import stage_words, step_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from infusionplanner.application.records import PatientId
    from infusionplanner.application.supply_chain import Renewal
    from infusionplanner_ui.ward import Ward


_NO_DOSES = "supply.missing"
_WITHOUT = frozenset({_NO_DOSES, "prescription.missing"})
"""A coming home dose has nothing to be taken from."""


class View(StrEnum):
    """What the list shows."""

    ALL = "all"
    CALLS = "calls"
    SUPPLY = "supply"
    SOON = "soon"
    STALE = "stale"


Row = HomeRow | SoonRow | StaleCalendar
"""One patient in one of the lists."""

_CONTROL_TONES = {
    MonitoringStatus.OK: Tone.OK,
    MonitoringStatus.DUE: Tone.INFO,
    MonitoringStatus.OVERDUE: Tone.WARN,
    MonitoringStatus.UNKNOWN: Tone.WARN,
    MonitoringStatus.BLOCKED: Tone.NEUTRAL,
}


class HomeWords(QObject):
    """Words of the lists in the language of the windows."""

    def __init__(self, ward: Ward, shown_name: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._shown_name = shown_name
        self.view = View.ALL
        self.renewals: Mapping[PatientId, Renewal] = {}

    def view_name(self, view: View) -> str:
        """Return the name of a list."""
        names = {
            View.ALL: self.tr("At home"),
            View.CALLS: self.tr("To call"),
            View.SUPPLY: self.tr("Order and renew"),
            View.SOON: self.tr("Soon at home"),
            View.STALE: self.tr("Outdated calendars"),
        }
        return names[view]

    def headings(self) -> tuple[str, ...]:
        """Return the columns of the present list."""
        patient, due = self.tr("Patient"), self.tr("Next dose")
        if self.view is View.CALLS:
            return patient, self.tr("Was due"), self.tr("Telephone"), self.tr("Reported"), self.tr("At home")
        if self.view is View.SUPPLY:
            return patient, self.tr("What"), self.tr("By"), self.tr("Renewal")
        if self.view is View.SOON:
            return patient, self.tr("Doses"), self.tr("Enough on"), self.tr("Missing")
        if self.view is View.STALE:
            return patient, self.tr("What has changed"), self.tr("From"), self.tr("Handed out")
        order, renew = self.tr("Order by"), self.tr("Renew by")
        return patient, due, self.tr("Reported"), self.tr("Stock"), order, renew, self.tr("Controls")

    def cells(self, row: Row) -> tuple[Cell, ...]:
        """Return the row of one patient in the present list."""
        if isinstance(row, SoonRow):
            return self._soon(row)
        if isinstance(row, StaleCalendar):
            return self._stale(row)
        name = Cell(self.name(row.patient), "strong")
        if self.view is View.CALLS:
            phone = Cell(self._ward.patient(row.patient).phone or self.tr("none known"))
            return name, self._due(row), phone, self._last(row), self._stock(row)
        if self.view is View.SUPPLY:
            return name, self._wanting(row), _day(self._first_day(row), self._ward.today), self._chain(row)
        supply = row.supply
        order, renew = (None, None) if supply is None else (supply.order_by, supply.renew_by)
        today = self._ward.today
        last, stock = self._last(row), self._stock(row)
        return name, self._due(row), last, stock, _day(order, today), _day(renew, today), self._control(row)

    def name(self, patient: PatientId) -> str:
        """Return a name as it may be shown."""
        return self._shown_name(name_of(self._ward, patient))

    def _due(self, row: HomeRow) -> Cell:
        day = text.day_short(row.dose.due)
        if row.call is not None:
            late = COUNTS.days(row.days_late)
            return Cell(day, badge=self.tr("not reported"), tone=Tone.STOP, note=late)
        if row.dose.blocked:
            return Cell(day, badge=self.tr("stop"), tone=Tone.STOP)
        if row.not_taken is not None:
            return Cell(day, badge=self.tr("not taken"), tone=Tone.WARN, note=COUNTS.days(row.days_late))
        if row.waiting:
            return Cell(day, badge=self.tr("awaited"), tone=Tone.INFO)
        return Cell(day)

    def _last(self, row: HomeRow) -> Cell:
        if row.last is None:
            return Cell(self.tr("first at home"), "muted")
        reported = row.last.reported_by is Reporter.PATIENT
        tip = self.tr("reported by the patient") if reported else ""
        return Cell(text.date_short(row.last.on), "secondary", tip=text.join(text.long_day(row.last.on), tip))

    def _stock(self, row: HomeRow) -> Cell:
        doses = 0 if row.supply is None else row.supply.doses_at_home
        return Cell(COUNTS.doses(doses), "" if doses else "error")

    def _control(self, row: HomeRow) -> Cell:
        tone = _CONTROL_TONES[row.control_status]
        state = self._ward.wording.code("monitoring", row.control_status)
        if row.control is None:
            return Cell(badge=state, tone=tone)
        return Cell(badge=text.sentence(self._ward.wording.code("topic", row.control)), tone=tone, note=state)

    def _first_day(self, row: HomeRow) -> date | None:
        supply = row.supply
        days = [] if supply is None else [supply.order_by, supply.renew_by]
        return min((day for day in days if day is not None), default=None)

    def _wanting(self, row: HomeRow) -> Cell:
        """Return what is to be done; a dose that nothing is there for comes first and shouts."""
        without = [finding for finding in row.wanting if finding.key in _WITHOUT]
        rest = [finding for finding in row.wanting if finding.key not in _WITHOUT]
        said = [self._ward.wording.finding(finding) for finding in (*without, *rest)]
        more = f"+{len(said) - 1}" if len(said) > 1 else ""
        if not without:
            return Cell(said[0] if said else "", note=more, tip="\n".join(said))
        badge = self.tr("no doses") if without[0].key == _NO_DOSES else self.tr("no prescription")
        return Cell(badge=badge, tone=Tone.STOP, note=text.join(said[0], more), tip="\n".join(said))

    def _chain(self, row: HomeRow) -> Cell:
        found = self.renewals.get(row.patient)
        if found is None or found.stage is RenewalStage.NONE:
            return Cell("–", "muted")
        stage = stage_words()[found.stage]
        if not found.steps:
            return Cell(badge=stage, tone=Tone.STOP if found.overdue else Tone.WARN)
        return Cell(stage, "secondary", note=text.date_short(found.steps[-1].on), tip=self.chain_words(row.patient))

    def chain_words(self, patient: PatientId) -> str:
        """Return the steps of the renewal under way: ``Spurt legen 20.11 (AD)``."""
        found = self.renewals.get(patient)
        return "" if found is None else "\n".join(step_words(step) for step in found.steps)

    def _soon(self, row: SoonRow) -> tuple[Cell, ...]:
        figure = self.tr("{have} of {need}").format(have=row.doses.have or 0, need=row.doses.need or 0)
        on = Cell(self.tr("now")) if row.on is None else Cell(text.day_short(row.on))
        missing = self.missing(row)
        rest = Cell(missing) if missing else Cell(badge=self.tr("nothing"), tone=Tone.OK)
        return Cell(self.name(row.patient), "strong"), Cell(figure), on, rest

    def _stale(self, row: StaleCalendar) -> tuple[Cell, ...]:
        said = self.changes(row)
        more = f"+{len(said) - 1}" if len(said) > 1 else ""
        handed = Cell(text.date_number(row.exported_at.date()), "secondary", note=row.by)
        first = row.first.date()
        near = _day(first, self._ward.today)
        return Cell(self.name(row.patient), "strong"), Cell(said[0], note=more, tip="\n".join(said)), near, handed

    def changes(self, row: StaleCalendar) -> tuple[str, ...]:
        """Return what in a calendar is not so, in plain words."""
        return change_sentences(row.changes, self._ward.language)

    def missing(self, row: SoonRow) -> str:
        """Return what is missing beside the doses: ``Godkjent opplæring og H-resept med doser igjen``."""
        words = [
            self.tr("H-prescription with doses left")
            if key == PRESCRIPTION
            else self._ward.wording.code("lacking", key)
            for key in row.missing
        ]
        return text.sentence(self._ward.wording.joined(tuple(words)))


def _day(day: date | None, today: date) -> Cell:
    if day is None:
        return Cell("–", "muted")
    shown = text.date_short(day) if day.year == today.year else f"{text.date_short(day)}.{day.year % 100:02}"
    return Cell(shown, "error" if day < today else "", tip=text.long_day(day))
