"""The lists of the home page in words: their columns and cells."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from infusionplanner.application.calendar.outdated import StaleCalendar
from infusionplanner.application.names import sort_key
from infusionplanner.application.views.home_patients import PRESCRIPTION, HomeRow, SoonRow
from infusionplanner.application.views.renewal import RenewalStage
from infusionplanner.domain.patient import Reporter
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.patient_words import next_dose
from infusionplanner_ui.models.tones import control_tone, tone_among, tone_of
from infusionplanner_ui.pages.home.counts import COUNTS
from infusionplanner_ui.pages.week.data import name_of
from infusionplanner_ui.panels.home.renewal import stage_words, step_words
from infusionplanner_ui.words import text
from infusionplanner_ui.words.calendar_words import change_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from infusionplanner.application.records import PatientId
    from infusionplanner.application.views.renewal import Renewal
    from infusionplanner.domain.finding import Finding
    from infusionplanner_ui.shell.ward import Ward


_WITHOUT = frozenset({"supply.missing", "prescription.missing"})
"""A coming home dose has nothing to be taken from."""


class HomeList(StrEnum):
    """What the list shows."""

    ALL = "all"
    CALLS = "calls"
    SUPPLY = "supply"
    SOON = "soon"
    STALE = "stale"


Row = HomeRow | SoonRow | StaleCalendar
"""One patient in one of the lists."""


class HomeWords(QObject):
    """Words of the lists in the language of the windows."""

    def __init__(self, ward: Ward, shown_name: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ward = ward
        self._shown_name = shown_name
        self.view = HomeList.ALL
        self.renewals: Mapping[PatientId, Renewal] = {}

    def view_name(self, view: HomeList) -> str:
        """Return the name of a list."""
        names = {
            HomeList.ALL: self.tr("At home"),
            HomeList.CALLS: self.tr("To call"),
            HomeList.SUPPLY: self.tr("Order and renew"),
            HomeList.SOON: self.tr("Soon at home"),
            HomeList.STALE: self.tr("Outdated calendars"),
        }
        return names[view]

    def headings(self) -> tuple[str, ...]:
        """Return the columns of the present list."""
        patient, due = self.tr("Patient"), self.tr("Next dose")
        if self.view is HomeList.CALLS:
            return patient, self.tr("Was due"), self.tr("Telephone"), self.tr("Reported"), self.tr("At home")
        if self.view is HomeList.SUPPLY:
            return patient, self.tr("What"), self.tr("By"), self.tr("Renewal")
        if self.view is HomeList.SOON:
            return patient, self.tr("Doses"), self.tr("Enough on"), self.tr("Missing")
        if self.view is HomeList.STALE:
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
        if self.view is HomeList.CALLS:
            phone = Cell(self._ward.patient(row.patient).phone or self.tr("none known"))
            return name, self._due(row), phone, self._last(row), self._stock(row)
        if self.view is HomeList.SUPPLY:
            return name, self._wanting(row), _day(first_day(row), self._ward.today), self._chain(row)
        supply = row.supply
        order, renew = (None, None) if supply is None else (supply.order_by, supply.renew_by)
        today = self._ward.today
        last, stock = self._last(row), self._stock(row)
        return name, self._due(row), last, stock, _day(order, today), _day(renew, today), self._control(row)

    def name(self, patient: PatientId) -> str:
        """Return a name as it may be shown."""
        return self._shown_name(name_of(self._ward, patient))

    def _due(self, row: HomeRow) -> Cell:
        today = self._ward.today
        found = next_dose(self._ward.patient(row.patient), self._ward.plan(row.patient), row.dose, today)
        day, tip = text.near_day(found.day, today), text.long_day(found.day)
        if not row.waiting and row.not_taken is None and found.tone is not Tone.STOP:
            return Cell(day, tip=tip)
        late = row.call is not None or row.not_taken is not None
        days = COUNTS.days(row.days_late) if late else ""
        note = days if self.view is HomeList.CALLS else ""
        return Cell(day, badge=found.state, tone=found.tone, note=note, tip=text.join(tip, days))

    def _last(self, row: HomeRow) -> Cell:
        if row.last is None:
            return Cell(self.tr("first at home"), "muted")
        reported = row.last.reported_by is Reporter.PATIENT
        tip = self.tr("reported by the patient") if reported else ""
        return Cell(
            text.near(row.last.on, self._ward.today), "secondary", tip=text.join(text.long_day(row.last.on), tip)
        )

    def _stock(self, row: HomeRow) -> Cell:
        doses = 0 if row.supply is None else row.supply.doses_at_home
        said = COUNTS.doses(doses)
        return Cell(said) if doses else Cell(badge=said, tone=Tone.WARN)

    def _control(self, row: HomeRow) -> Cell:
        state = self._ward.wording.code("monitoring", row.control_status)
        if row.control is None:
            return Cell(badge=state, tone=Tone.OK)
        findings = self._ward.plan(row.patient).findings
        tone = control_tone(findings, row.control, row.control_status, self._ward.today)
        return Cell(badge=text.sentence(self._ward.wording.code("topic", row.control)), tone=tone, note=state)

    def by_first_day(self, rows: Iterable[HomeRow]) -> tuple[HomeRow, ...]:
        """Return the rows of the supply list by the day that they show."""
        return tuple(sorted(rows, key=lambda row: (first_day(row) or date.max, sort_key(self.name(row.patient)))))

    def _wanting(self, row: HomeRow) -> Cell:
        """Return what is to be done first, in few words; the day stands in the next column."""
        said = [self._ward.wording.finding(finding) for finding in row.wanting]
        found = most_urgent(row)
        if found is None:
            return Cell()
        more = f"+{len(said) - 1}" if len(said) > 1 else ""
        tip = "\n".join(said)
        badge = {"supply.missing": self.tr("no doses"), "prescription.missing": self.tr("no prescription")}.get(
            found.key
        )
        if badge is not None:
            return Cell(badge=badge, tone=tone_of(found, self._ward.today), note=self._in_few(found), tip=tip)
        return Cell(self._in_few(found), note=more, tip=tip)

    def _in_few(self, finding: Finding) -> str:
        """Return what a finding asks for, without the day that the column beside it shows."""
        few = {
            "supply.order": self.tr("Order at the pharmacy · dispensing by {needed_by}"),
            "supply.missing": self.tr("needed by {needed_by}"),
            "prescription.renew": self.tr("Renew H-prescription · last safe day {last_safe_day}"),
            "prescription.missing": self.tr("needed by {needed_by}"),
            "prescription.too_few": self.tr("Too few doses left on the prescription"),
        }
        today = self._ward.today
        days = {name: text.near(fact, today) for name, fact in finding.facts.items() if isinstance(fact, date)}
        return few[finding.key].format_map(defaultdict(lambda: "–", days))

    def _chain(self, row: HomeRow) -> Cell:
        found = self.renewals.get(row.patient)
        if found is None or found.stage is RenewalStage.NONE:
            return Cell("–", "muted")
        stage = stage_words()[found.stage]
        if not found.steps:
            keys = ("prescription.missing", "prescription.renew")
            return Cell(badge=stage, tone=tone_among(row.wanting, keys, self._ward.today, otherwise=Tone.INFO))
        on = text.near(found.steps[-1].on, self._ward.today)
        return Cell(stage, "secondary", note=on, tip=self.chain_words(row.patient))

    def chain_words(self, patient: PatientId) -> str:
        """Return the steps of the renewal under way: ``Spurt legen 20.11 (AD)``."""
        found = self.renewals.get(patient)
        return "" if found is None else "\n".join(step_words(step) for step in found.steps)

    def _soon(self, row: SoonRow) -> tuple[Cell, ...]:
        figure = self._ward.wording.figure(row.doses.have, row.doses.need)
        on = Cell(self.tr("now")) if row.on is None else Cell(text.near_day(row.on, self._ward.today))
        missing = self.missing(row)
        rest = Cell(missing) if missing else Cell(badge=self.tr("nothing"), tone=Tone.OK)
        return Cell(self.name(row.patient), "strong"), Cell(figure), on, rest

    def _stale(self, row: StaleCalendar) -> tuple[Cell, ...]:
        said = self.changes(row)
        more = f"+{len(said) - 1}" if len(said) > 1 else ""
        handed = Cell(text.date(row.exported_at.date()), "secondary", note=row.by)
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
    shown = text.near(day, today)
    return (
        Cell(badge=shown, tone=Tone.WARN, tip=text.long_day(day))
        if day < today
        else Cell(shown, tip=text.long_day(day))
    )


def most_urgent(row: HomeRow) -> Finding | None:
    """Return what of the supply comes first: a dose that nothing is there for, else what has the first day."""
    return min(
        row.wanting, key=lambda found: (found.key not in _WITHOUT, _day_of(row, found) or date.max), default=None
    )


def first_day(row: HomeRow) -> date | None:
    """Return the day by which that has to be done."""
    found = most_urgent(row)
    return None if found is None else _day_of(row, found)


def _day_of(row: HomeRow, finding: Finding) -> date | None:
    supply = row.supply
    if supply is None:
        return finding.due
    return {
        "supply.order": supply.order_by,
        "supply.missing": supply.next_dispensing_by,
        "prescription.renew": supply.renew_by,
        "prescription.missing": supply.renew_by,
        "prescription.too_few": supply.first_dose_without_authorisation,
    }[finding.key]
