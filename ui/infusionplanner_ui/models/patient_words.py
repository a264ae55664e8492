"""A patient's treatment in a few words, for the list, the header and the key figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.views.work_items import Band
from infusionplanner.domain.patient import AWAY, DoseStatus, Route
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import Cell
from infusionplanner_ui.models.patient_rows import PatientRow, Show
from infusionplanner_ui.models.tones import tone_of
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from infusionplanner.catalogue.wording import Wording
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner.domain.result import Plan, PlannedDose, Pml

_WEEK = 7


class PatientWords:
    """Makes the words of one language. ``shown_name`` is the frame's, so that the shield hides names."""

    def __init__(self, wording: Wording, shown_name: Callable[[str], str], *, shielded: bool = False) -> None:
        self._wording = wording
        self._shown_name = shown_name
        self._shielded = shielded

    def cell(self, row: PatientRow, column: str) -> Cell:
        """Return one cell of the list, by the column's name."""
        made: Cell = getattr(self, f"_{column.lower()}")(row)
        return made

    def _name(self, row: PatientRow) -> Cell:
        return Cell(self._shown_name(row.name), "strong")

    def _born(self, row: PatientRow) -> Cell:
        born = row.patient.birth_date
        if born is None:
            return Cell("–", "muted")
        return Cell(str(born.year) if self._shielded else text.date(born), "secondary")

    def _treatment(self, row: PatientRow) -> Cell:
        return Cell(self.treatment(row.patient, row.plan), "secondary")

    def _doses(self, row: PatientRow) -> Cell:
        return Cell(str(row.plan.doses_completed))

    def _next(self, row: PatientRow) -> Cell:
        coming = row.plan.next_dose
        if coming is None:
            return Cell("–", "muted")
        found = next_dose(row.patient, row.plan, coming, row.today)
        tip = text.join(text.long_day(found.day), self.window(coming))
        return Cell(text.near_day(found.day, row.today), "", found.state, found.tone, tip=tip)

    def _where(self, row: PatientRow) -> Cell:
        if row.stage is Show.STOPPED:
            return Cell(QCoreApplication.translate("PatientWords", "stopped"), "muted")
        if row.stage is Show.BEFORE:
            return Cell(QCoreApplication.translate("PatientWords", "before start"), "muted")
        home = row.stage is Show.HOME
        unit = QCoreApplication.translate("PatientWords", "in the unit")
        return Cell(QCoreApplication.translate("PatientWords", "at home") if home else unit, "secondary")

    def _pml(self, row: PatientRow) -> Cell:
        return Cell(self.risk(row.plan.pml), "secondary")

    def _attention(self, row: PatientRow) -> Cell:
        urgent = [item for item in row.work if item.band is Band.OVERDUE]
        if not urgent:
            return Cell()
        first = urgent[0].finding
        more = f"+{len(urgent) - 1}" if len(urgent) > 1 else ""
        said = "\n".join(self._wording.finding(item.finding) for item in urgent)
        return Cell("", "", text.sentence(self._wording.topic(first.key)), tone_of(first, row.today), more, said)

    # parts that the patient page uses too

    def treatment(self, patient: Patient, plan: Plan) -> str:
        """Return brand, route and interval: ``Tysabri s.c. · hver 4. uke``."""
        brand = self.brand(patient)
        coming = plan.next_dose
        if coming is None:
            route = patient.course.doses[-1].route if patient.course.doses else None
            return self._with_route(brand, route)
        return text.join(self._with_route(brand, coming.route), every(coming.interval_days))

    def brand(self, patient: Patient) -> str:
        """Return the brand, or the protocol's drug when the brand is unknown."""
        product = patient.course.product
        return self._wording.label("product", product) if product else self._wording.label("treatment", "natalizumab")

    def _with_route(self, brand: str, route: Route | None) -> str:
        return f"{brand} {self._wording.code('route', route)}" if route is not None else brand

    def risk(self, pml: Pml | None) -> str:
        """Return the PML estimate, ``0,1 per 1000``, or that there is none."""
        if pml is None or pml.per_1000 is None:
            return QCoreApplication.translate("PatientWords", "no figure")
        return self._wording.quantity(pml.per_1000, "per_1000")

    def window(self, dose: PlannedDose) -> str:
        """Return the window and where the dose is given: ``12.12–21.12, hjemme``."""
        where = self._wording.code("setting", dose.setting)
        return f"{text.span(dose.earliest, dose.latest)}, {where}"


def every(days: int) -> str:
    """Return an interval in words: ``hver 4. uke``, or in days when it is no whole number of weeks."""
    if days % _WEEK == 0:
        weeks = days // _WEEK
        return QCoreApplication.translate("PatientWords", "every {weeks} weeks").format(weeks=weeks)
    return QCoreApplication.translate("PatientWords", "every {days} days").format(days=days)


@dataclass(frozen=True, slots=True)
class NextDose:
    """A next dose as every page shows it: its day, how it stands in a word, and the tone of that."""

    day: date
    state: str
    tone: Tone


def next_dose(patient: Patient, plan: Plan, dose: PlannedDose, today: date) -> NextDose:
    """Return how a patient's next dose stands.

    A home dose whose day has come keeps that day until it is reported (R-HOME-7).
    """
    if dose.setting not in AWAY or dose.due > today:
        return NextDose(dose.day, *dose_state(dose, today))
    unreported = next((row for row in plan.findings if row.key == "home.unreported"), None)
    if unreported is not None:
        said = QCoreApplication.translate("PatientWords", "not reported")
        return NextDose(dose.due, said, tone_of(unreported, today))
    if dose.blocked:
        return NextDose(dose.due, *dose_state(dose, today))
    home = (row for row in patient.course.doses if row.setting in AWAY and dose.due <= row.on <= today)
    if any(row.status is DoseStatus.MISSED for row in home):
        return NextDose(dose.due, QCoreApplication.translate("PatientWords", "not taken"), Tone.WARN)
    return NextDose(dose.due, QCoreApplication.translate("PatientWords", "awaited"), Tone.INFO)


def dose_state(dose: PlannedDose, today: date) -> tuple[str, Tone]:
    """Return how a coming dose stands, in a word and its tone."""
    if dose.blocked:
        return QCoreApplication.translate("PatientWords", "stop"), Tone.STOP
    if dose.latest < today:
        return QCoreApplication.translate("PatientWords", "late"), Tone.STOP
    if dose.due < today and dose.day <= today:
        return QCoreApplication.translate("PatientWords", "due"), Tone.WARN
    if dose.booked:
        return QCoreApplication.translate("PatientWords", "booked"), Tone.INFO
    return QCoreApplication.translate("PatientWords", "planned"), Tone.NEUTRAL


def what_is_given(words: Wording, route: Route | None, protocol: Protocol) -> str:
    """Return what one dose is made of: ``2 × 150 mg`` for syringes, else the route in words."""
    if route is Route.SC and protocol.dose.syringes:
        return f"{protocol.dose.syringes} × {protocol.dose.mg // protocol.dose.syringes} mg"
    if route is None:
        return QCoreApplication.translate("PatientWords", "route not ordered")
    return words.code("route_long", route)
