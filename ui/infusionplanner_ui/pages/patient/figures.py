"""The key figures of one patient, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.domain.patient import DoseStatus
from infusionplanner.domain.result import ObservationStatus
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.models.patient_words import every, what_is_given
from infusionplanner_ui.models.patient_words import next_dose as state
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from infusionplanner_ui.pages.patient.facts import PatientFacts

_KIND = {True: "error", False: "strong"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure: heading, figure, what it rests on, and whether it is out of bounds."""

    heading: str
    value: str
    note: str = ""
    urgent: bool = False

    @property
    def kind(self) -> str:
        """The kind of the figure's label."""
        return _KIND[self.urgent]


def figures(facts: PatientFacts) -> tuple[Figure, ...]:
    """Return treatment, doses given, next dose, PML risk and observation."""
    return treatment(facts), doses_given(facts), next_dose(facts), risk(facts), observation(facts)


def treatment(facts: PatientFacts) -> Figure:
    """Return brand, route and dose; a stopped treatment with its reason and what follows."""
    heading = QCoreApplication.translate("PatientFigures", "Treatment")
    course, words = facts.patient.course, facts.words
    if course.stop is not None:
        value = QCoreApplication.translate("PatientFigures", "Stopped {day}").format(day=text.date(course.stop.on))
        reason = facts.wording.reason(facts.protocol, "stop", course.stop.reason) if course.stop.reason else ""
        following = facts.wording.code("treatment", course.stop.next.treatment) if course.stop.next else ""
        return Figure(heading, value, text.join(reason, following))
    coming = facts.plan.next_dose
    route = coming.route if coming is not None else None
    code = facts.wording.code("route", route) if route is not None else ""
    value = " ".join(part for part in (words.brand(facts.patient), code, f"{facts.protocol.dose.mg} mg") if part)
    given = what_is_given(facts.wording, route, facts.protocol)
    interval = every(coming.interval_days) if coming is not None else ""
    first = facts.view.first_counted
    if first is None:
        return Figure(heading, value, text.join(given, QCoreApplication.translate("PatientFigures", "not started")))
    since = QCoreApplication.translate("PatientFigures", "since {day}").format(day=text.date(first))
    return Figure(heading, value, f"{given} {interval} {since}".replace("  ", " "))


def doses_given(facts: PatientFacts) -> Figure:
    """Return the doses completed, how long ago the last one was, and the reactions."""
    heading = QCoreApplication.translate("PatientFigures", "Doses given")
    rebound, reactions = facts.plan.rebound, facts.reactions()
    local = facts.local_reactions()
    had = QCoreApplication.translate("PatientFigures", "no reactions")
    if reactions or local:
        had = counts.reactions(reactions) if reactions else counts.local_reactions(local)
    given = any(dose.status is not DoseStatus.MISSED for dose in facts.patient.course.doses)
    if rebound is None:
        return Figure(heading, str(facts.plan.doses_completed), had if given else "")
    ago = QCoreApplication.translate("PatientFigures", "last {day}").format(
        day=text.near(rebound.last_dose, facts.today)
    )
    return Figure(heading, str(facts.plan.doses_completed), text.join(ago, had), urgent=False)


def next_dose(facts: PatientFacts) -> Figure:
    """Return the proposed day of the next dose, with its window and place."""
    heading = QCoreApplication.translate("PatientFigures", "Next dose")
    coming = facts.plan.next_dose
    if coming is None:
        return Figure(heading, "–", QCoreApplication.translate("PatientFigures", "none planned"))
    visit = facts.dose_visit(coming.day)
    at = text.clock(visit.time) if visit is not None and visit.time is not None else ""
    day = state(facts.patient, facts.plan, coming, facts.today).day
    value = text.day(day) if day.year == facts.today.year else f"{text.weekday(day, short=True)} {text.date(day)}"
    note = text.join(facts.words.window(coming), at)
    return Figure(heading, value, note, urgent=coming.blocked or coming.latest < facts.today)


def risk(facts: PatientFacts) -> Figure:
    """Return the PML estimate and what it rests on."""
    heading = QCoreApplication.translate("PatientFigures", "PML risk")
    pml = facts.plan.pml
    value = facts.words.risk(pml)
    if pml is None:
        return Figure(heading, value)
    column = facts.wording.code("column", pml.column) if pml.column else ""
    month = pml.month
    exposed = QCoreApplication.translate("PatientFigures", "month {n}").format(n=month) if month is not None else ""
    return Figure(heading, value, text.join(column, exposed))


def observation(facts: PatientFacts) -> Figure:
    """Return the minutes of observation after the next dose, and why."""
    heading = QCoreApplication.translate("PatientFigures", "Observation")
    coming = facts.plan.next_dose
    seen = coming.observation if coming is not None else None
    if seen is None:
        return Figure(heading, "–")
    counted = QCoreApplication.translate("PatientFigures", "{have} of {need} doses").format(
        have=min(seen.counted, seen.of), need=seen.of
    )
    value = QCoreApplication.translate("PatientFigures", "{n} min").format(n=seen.minutes)
    if seen.status is ObservationStatus.REDUCIBLE and not seen.minutes:
        value = QCoreApplication.translate("PatientFigures", "not needed")
    if seen.status is ObservationStatus.REDUCIBLE:
        free = QCoreApplication.translate("PatientFigures", "≥ {need} doses without reaction")
        if facts.local_reactions():
            free = QCoreApplication.translate("PatientFigures", "≥ {need} doses, local reactions only")
        return Figure(heading, value, free.format(need=seen.of))
    if seen.rule == "R-OBS-3":
        return Figure(heading, value, QCoreApplication.translate("PatientFigures", "earlier reaction"))
    return Figure(heading, value, counted)
