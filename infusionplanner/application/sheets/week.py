"""The printed sheets as plain values in Norwegian and English: week, day, patient's plan, training, calls, renewals.

The windows and the commands draw them (``infusionplanner_ui.printing``); nothing here knows paper or Qt.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from infusionplanner.application.records import Visit
from infusionplanner.application.sheets.lists import call_list_sheet, day_sheet, renewal_sheet
from infusionplanner.application.sheets.patient import patient_sheet
from infusionplanner.application.sheets.training import training_sheet
from infusionplanner.application.sheets.values import (
    DAYS_IN_WEEK,
    Footer,
    Heading,
    ListSheet,
    Names,
    Sheet,
    SheetDay,
    SheetWard,
    VisitRow,
    WeekSheet,
    plain,
)
from infusionplanner.application.sheets.visits import VisitFacts, note, observation_legend, visit_facts
from infusionplanner.application.sheets.wording import SheetWords, words
from infusionplanner.domain.patient import Language
from infusionplanner.domain.unit import Unit

__all__ = [
    "Footer",
    "ListSheet",
    "Names",
    "Sheet",
    "SheetWard",
    "WeekSheet",
    "call_list_sheet",
    "day_sheet",
    "footer_line",
    "patient_sheet",
    "renewal_sheet",
    "training_sheet",
    "week_sheet",
]

_WORKING_DAYS = 5


def footer_line(heading: Heading, footer: Footer, page: int, pages: int) -> tuple[str, str, str]:
    """Return what stands left, in the middle and right at the foot of page ``page`` of ``pages``."""
    said = words(heading.language)
    who, at = plain(footer.printed_by), said.formats.moment(footer.printed_at)
    printed = said("sheet.printed", at=at, who=who) if who else said("sheet.printed_unnamed", at=at)
    middle = " · ".join(part for part in (heading.legend, printed, plain(footer.unit)) if part)
    left = f"{said('sheet.health')} {heading.discard}"
    return left, middle, said("sheet.page", page=page, pages=pages)


def week_sheet(
    monday: date,
    visits: Iterable[Visit],
    ward: SheetWard,
    *,
    names: Names = Names.INITIALS,
    language: Language = Language.NB,
) -> WeekSheet:
    """Return the week that begins on ``monday``; visits of other days and cancelled ones are left out.

    Monday to Friday are always there, Saturday and Sunday only when the unit is open or somebody is booked.
    """
    said = words(language)
    sunday = monday + timedelta(days=DAYS_IN_WEEK - 1)
    inside = [visit for visit in visits if monday <= visit.on <= sunday]
    facts = visit_facts(inside, ward, names)
    all_days = [_day(monday + timedelta(days=offset), facts, ward.unit, names, said) for offset in range(DAYS_IN_WEEK)]
    days = [day for offset, day in enumerate(all_days) if offset < _WORKING_DAYS or day.rows or day.closure is None]
    week = monday.isocalendar().week
    heading = Heading(
        title=said("week.title", week=week),
        subtitle=said.formats.long_span(monday, sunday),
        unit=plain(ward.unit.name),
        summary=_summary(facts, said),
        discard=said("sheet.discard_after_week", week=week),
        legend=observation_legend(facts, said),
        language=language,
    )
    return WeekSheet(heading, tuple(days), said("visit.observed"), said("week.continued"))


def _day(day: date, facts: Iterable[VisitFacts], unit: Unit, names: Names, said: SheetWords) -> SheetDay:
    closed = unit.closure(day)
    return SheetDay(
        day=day,
        label=said.formats.day_number(day),
        closure=None if closed is None else said.closure(closed),
        rows=tuple(_row(fact, names, said) for fact in facts if fact.visit.on == day),
    )


def _row(fact: VisitFacts, names: Names, said: SheetWords) -> VisitRow:
    return VisitRow(
        time=fact.time(said),
        who=fact.who,
        detail=fact.detail(said),
        observed=fact.observed,
        ready=fact.ready_words(said),
        note=note(fact.visit, names),
    )


def _summary(facts: tuple[VisitFacts, ...], said: SheetWords) -> str:
    observed = sum(fact.observed for fact in facts)
    if not facts:
        return said("week.none")
    visits = said.counted("week.visits", len(facts))
    return f"{visits} · {said('week.observed', number=observed)}" if observed else visits
