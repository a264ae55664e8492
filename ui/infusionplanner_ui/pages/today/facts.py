"""What the panel of a visit says in short lines: the patient's treatment and the observation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.domain.patient import Reaction, Route
from infusionplanner.domain.result import MonitoringStatus
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import datetime

    from infusionplanner_ui.pages.today.case import VisitCase
    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate

DAYS_IN_WEEK = 7
_LATE = frozenset({MonitoringStatus.OVERDUE, MonitoringStatus.UNKNOWN})


def facts_line(ward: Ward, case: VisitCase) -> str:
    """Return the treatment in one line: ``Tysabri s.c. 300 mg · hver 4. uke · JCV negativ 02.09``."""
    patient, words = case.row.patient, ward.wording
    product = "" if patient.course.product is None else words.code("product", patient.course.product)
    route = "" if case.route is None else words.code("route", case.route)
    dose = f"{case.protocol.dose.mg} mg" if route else ""
    return text.join(
        " ".join(part for part in (product, route, dose) if part),
        interval(case.coming.interval_days) if case.coming is not None else "",
        _jcv(ward, case),
    )


def interval(days: int) -> str:
    """Return an interval as nurses say it: ``hver 4. uke``, ``hver 30. dag``."""
    if days % DAYS_IN_WEEK:
        return translate("TodayFacts", "every {days} days").format(days=days)
    return translate("TodayFacts", "every {weeks} weeks").format(weeks=days // DAYS_IN_WEEK)


def _jcv(ward: Ward, case: VisitCase) -> str:
    result = case.jcv
    if result is None:
        return translate("TodayFacts", "JCV unknown")
    answer = "" if result.answer is None else ward.wording.code("answer", result.answer)
    index = (
        "" if result.index is None or answer == ward.wording.code("answer", "negative") else text.index(result.index)
    )
    return " ".join(part for part in ("JCV", answer, index, text.near(result.on, case.today)) if part)


def samples_line(ward: Ward, case: VisitCase) -> str:
    """R-MON-8 Return what is to be taken at this visit, ``Tas ved denne timen: blodprøver``; empty when nothing is."""
    words = ward.wording
    taken = [
        f"{words.code('result', row.kind)} ({words.code('monitoring', row.status)})"
        if row.status in _LATE
        else words.code("result", row.kind)
        for row in case.row.facts.samples
    ]
    return translate("TodayFacts", "To be taken: {what}").format(what=text.join(*taken)) if taken else ""


def observation_title(case: VisitCase) -> str:
    """Return what is observed: ``Dose 4 av 6 med observasjon``."""
    watch = case.observation
    if watch is None or watch.counted >= watch.of or case.visit.observation_minutes < watch.minutes:
        return translate("TodayFacts", "Observation after the dose")
    return translate("TodayFacts", "Dose {number} of {all} with observation").format(
        number=watch.counted + 1, all=watch.of
    )


def observation_rule(case: VisitCase) -> str:
    """Return the rule behind the observation: after a reaction at this dose it is R-OBS-3."""
    reacted = case.dose is not None and case.dose.reaction not in {None, Reaction.NONE, Reaction.LOCAL}
    return "R-OBS-3" if reacted or case.observation is None else case.observation.rule


def observation_note(case: VisitCase, until: datetime | None) -> str:
    """Return from when until when: ``Injeksjon 09.32, observeres til 10.32``."""
    ended = case.visit.ended_at
    if ended is None or until is None:
        return ""
    said = translate("TodayFacts", "Infusion ended {time}, observed until {until}")
    if case.route is Route.SC:
        said = translate("TodayFacts", "Injection {time}, observed until {until}")
    return said.format(time=text.clock(ended), until=text.clock(until))
