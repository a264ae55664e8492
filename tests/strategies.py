"""Hypothesis strategies: any patient that a patient file can hold, and any plan.

``patients()`` covers every field and every value of every enumeration, leans towards courses that look like treatment
(doses 28 or 42 days apart, some gaps), and keeps what the reader demands: doses in order, one a day, nothing recorded
after ``today``. Import it with ``from strategies import patients``.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from infusionplanner.application.bounds import EDSS_STEPS
from infusionplanner.domain.patient import (
    NO_EARLIER_DOSES,
    Answer,
    Appointment,
    AppointmentKind,
    AppointmentStatus,
    Assay,
    Bridging,
    Carer,
    Checklist,
    Course,
    Decision,
    DecisionKind,
    Discard,
    Dispensing,
    Dose,
    DoseStatus,
    EarlierDoses,
    Event,
    EventKind,
    Exposure,
    ExposureKind,
    Gate,
    GestationalAge,
    Hold,
    HoldKind,
    IntervalReason,
    Language,
    NextTreatment,
    Patient,
    PersonName,
    Pregnancy,
    PregnancyPlan,
    Prescription,
    Product,
    Reaction,
    ReactionLift,
    Regimen,
    Reporter,
    Result,
    ResultKind,
    Route,
    Setting,
    StockCount,
    Stop,
    StopReason,
    Training,
)

TODAY = date(2026, 11, 23)

TEXTS = st.one_of(
    st.sampled_from(
        ("Dr. Eksempel", "A. Dahl", "Åse Ødegård", "<b>", "=cmd()", "a,b;c\\d", "עברית", "💉 "),
    ),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12),
)
"""Texts of one line, with what other formats stumble over."""

NOTES = st.one_of(
    TEXTS, st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=40)
)
FILLED = st.one_of(st.sampled_from(("AB123", "infection")), TEXTS.filter(str.strip))
IDS = st.one_of(
    st.uuids().map(str),
    st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="/\\"), min_size=1, max_size=100)
    .filter(str.strip)
    .filter(lambda text: text not in {".", ".."}),
)
TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
TREATMENTS = st.sampled_from(("rituximab", "ocrelizumab", " Rituximab", "none", "ingen", "other", "noe annet", ""))
"""Next treatments: codes, codes as somebody typed them, and what is none."""

SCORES = st.sampled_from(sorted(EDSS_STEPS))
"""Values of EDSS."""

INTERVALS = st.one_of(st.sampled_from((28, 42)), st.integers(7, 365))
DOSE_COUNTS = st.one_of(st.integers(1, 13), st.integers(1, 1000))


T = TypeVar("T")


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Return what is known or not."""
    return st.none() | strategy


def some(strategy: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """Return a few of a kind, or none."""
    return st.lists(strategy, max_size=most).map(tuple)


@cache
def days_around(today: date) -> st.SearchStrategy[date]:
    """Return any day of the calendar, mostly near ``today``."""
    near = st.dates(today - timedelta(1500), today + timedelta(500))
    return st.one_of(near, near, near, st.dates(date(1900, 1, 1), date(2200, 12, 31)))


@cache
def days_until(today: date) -> st.SearchStrategy[date]:
    """Return a day on which something can have happened."""
    return st.one_of(st.dates(today - timedelta(900), today), st.dates(date(2000, 1, 1), today))


GAPS = st.lists(
    st.one_of(st.sampled_from((28, 28, 28, 42, 27, 30)), st.integers(1, 90), st.integers(90, 400)), max_size=15
)


def dose_days(today: date = TODAY) -> st.SearchStrategy[tuple[date, ...]]:
    """Return the days of a course's doses, in order and one a day, often the last one lately."""

    def back_from(last: date, gaps: list[int]) -> tuple[date, ...]:
        return tuple(last - timedelta(sum(gaps[:count])) for count in range(len(gaps), -1, -1))

    days = st.builds(back_from, days_until(today), GAPS)
    return st.one_of(days, days, days, days, st.just(()))


def _with_end(dose: Dose, ended: time | None) -> Dose:
    """Return a dose with an end that is not before its beginning."""
    if dose.time is not None and ended is not None and ended < dose.time:
        return replace(dose, time=ended, ended=dose.time)
    return replace(dose, ended=ended)


DOSES = st.builds(
    _with_end,
    st.builds(
        Dose,
        on=st.just(TODAY),
        time=maybe(TIMES),
        route=maybe(st.sampled_from(Route)),
        setting=maybe(st.sampled_from(Setting)),
        product=maybe(st.sampled_from(Product)),
        status=st.one_of(st.just(DoseStatus.GIVEN), st.just(DoseStatus.GIVEN), maybe(st.sampled_from(DoseStatus))),
        mg=maybe(st.one_of(st.sampled_from((300, 150)), st.integers(1, 2000))),
        reaction=st.one_of(st.just(Reaction.NONE), maybe(st.sampled_from(Reaction))),
        batches=some(FILLED, most=2),
        reported_by=maybe(st.sampled_from(Reporter)),
    ),
    maybe(TIMES),
)
"""Doses of ``TODAY``."""


@cache
def series(today: date = TODAY) -> st.SearchStrategy[tuple[Dose, ...]]:
    """Return a course's doses: most as the usual one of this patient, some different in every way."""

    def dated(days: tuple[date, ...], usual: Dose, odd: Mapping[int, Dose]) -> tuple[Dose, ...]:
        return tuple(replace(odd.get(index, usual), on=on) for index, on in enumerate(days))

    return st.builds(dated, dose_days(today), DOSES, st.dictionaries(st.integers(0, 15), DOSES, max_size=3))


def regimens(today: date = TODAY) -> st.SearchStrategy[Regimen]:
    """Return an order."""
    day = days_around(today)
    return st.builds(
        Regimen,
        from_=day,
        route=maybe(st.sampled_from(Route)),
        interval_days=maybe(INTERVALS),
        setting=maybe(st.sampled_from(Setting)),
        reason=maybe(st.sampled_from(IntervalReason)),
        ordered_by=maybe(TEXTS),
        ordered_on=maybe(day),
        review_on=maybe(day),
    )


def stops(today: date = TODAY) -> st.SearchStrategy[Stop]:
    """Return the end of a treatment."""
    day = days_around(today)
    follow_on = st.builds(NextTreatment, st.one_of(TREATMENTS, TEXTS), maybe(day), maybe(TEXTS))
    return st.builds(Stop, day, maybe(st.sampled_from(StopReason)), maybe(follow_on), maybe(st.booleans()))


def appointments(today: date = TODAY) -> st.SearchStrategy[Appointment]:
    """Return a booked time."""
    kinds, states = st.sampled_from(AppointmentKind), st.sampled_from(AppointmentStatus)
    return st.builds(Appointment, days_around(today), maybe(TIMES), kinds, states)


@cache
def courses(today: date = TODAY) -> st.SearchStrategy[Course]:
    """Return a course of natalizumab with every kind of fact."""
    past, day = days_until(today), days_around(today)
    counts = st.integers(0, 12)
    bridging = st.builds(Bridging, st.integers(1, 100), maybe(TREATMENTS), maybe(day), maybe(day), maybe(TEXTS))
    return st.builds(
        Course,
        product=maybe(st.sampled_from(Product)),
        prior_immunosuppression=maybe(st.booleans()),
        bridging=st.one_of(st.none(), st.none(), bridging),
        earlier_doses=st.one_of(
            st.just(NO_EARLIER_DOSES),
            maybe(
                st.builds(EarlierDoses, maybe(counts), maybe(counts), maybe(past), maybe(past), maybe(TEXTS))
                .map(_first_then_last)
                .flatmap(_perhaps_with_total)
            ),
        ),
        regimens=some(regimens(today)),
        doses=series(today),
        reactions_lifted=some(st.builds(ReactionLift, past, maybe(TEXTS)), most=1),
        gate=st.builds(Gate, maybe(past), maybe(past)),
        training=some(st.builds(Training, day, maybe(TEXTS)), most=2),
        prescriptions=some(st.builds(Prescription, day, maybe(DOSE_COUNTS), maybe(day)), most=2),
        dispensings=some(st.builds(Dispensing, past, DOSE_COUNTS)),
        discarded=some(st.builds(Discard, past, st.integers(1, 3), maybe(TEXTS)), most=2),
        stock_counts=some(st.builds(StockCount, past, st.integers(0, 1000)), most=2),
        appointments=some(appointments(today)),
        holds=some(st.builds(Hold, day, st.sampled_from(HoldKind), maybe(past), maybe(TEXTS)), most=1),
        stop=st.one_of(st.none(), st.none(), stops(today)),
        checklists=some(st.builds(Checklist, day, past, some(FILLED, most=2)), most=2),
        given_by=maybe(st.builds(Carer, maybe(TEXTS), maybe(TEXTS), maybe(TEXTS))),
        events=some(st.builds(Event, st.sampled_from(EventKind), past, maybe(TEXTS)), most=2),
        decisions=some(st.builds(Decision, st.sampled_from(DecisionKind), past, maybe(TEXTS), maybe(TEXTS)), most=1),
    )


@cache
def earlier_courses(today: date = TODAY) -> st.SearchStrategy[tuple[Course, ...]]:
    """Return a course that ended long before the one that is planned, or none."""
    days = st.lists(st.dates(date(1980, 1, 1), date(1982, 12, 31)), max_size=3, unique=True).map(sorted)
    doses = days.map(lambda on: tuple(Dose(day, status=DoseStatus.GIVEN) for day in on))
    return st.one_of(
        st.just(()),
        st.just(()),
        st.tuples(st.builds(Course, doses=doses, stop=stops(today), protocol=st.sampled_from(("natalizumab", "x")))),
    )


def _perhaps_with_total(earlier: EarlierDoses) -> st.SearchStrategy[EarlierDoses]:
    known = (earlier.sc or 0) + (earlier.iv or 0)
    whole = earlier.sc is not None and earlier.iv is not None
    more = st.just(known) if whole else st.integers(known, 40)
    return maybe(more).map(lambda total: replace(earlier, total=total))


@cache
def results(today: date = TODAY) -> st.SearchStrategy[Result]:
    """Return a test or control with the fields of its kind."""
    past = days_until(today)
    seen_on, answer = maybe(past), maybe(st.sampled_from(Answer))
    answered = (ResultKind.NAB, ResultKind.IGRA, ResultKind.HBV, ResultKind.HCV, ResultKind.HIV)
    index = st.one_of(st.sampled_from((0.1, 0.9, 1.5, 1.51)), st.floats(0, 100))
    return st.one_of(
        st.builds(Result, st.just(ResultKind.JCV), past, seen_on, maybe(st.sampled_from(Assay)), answer, maybe(index)),
        st.builds(Result, st.sampled_from(answered), past, seen_on, answer=answer),
        st.builds(Result, st.sampled_from((ResultKind.BLOODS, ResultKind.MRI)), past, seen_on),
        st.builds(
            Result,
            st.just(ResultKind.EDSS),
            past,
            seen_on,
            value=maybe(SCORES),
            relapses=maybe(st.integers(0, 3)),
            side_effects=maybe(some(FILLED)),
            infections=maybe(some(FILLED)),
        ),
        st.builds(Result, st.just(ResultKind.SERUM), past, seen_on, value=maybe(st.floats(0, 1000)), unit=maybe(TEXTS)),
    ).map(_seen_when_taken)


def pregnancies(today: date = TODAY) -> st.SearchStrategy[Pregnancy]:
    """Return a pregnancy."""
    past, day = days_until(today), days_around(today)
    return st.builds(
        Pregnancy,
        past,
        maybe(st.builds(GestationalAge, st.integers(0, 43), st.integers(0, 6))),
        maybe(st.builds(PregnancyPlan, maybe(INTERVALS), maybe(TEXTS), maybe(day))),
        maybe(past),
        maybe(st.booleans()),
        maybe(past),
    ).map(_pregnant_before_its_end)


def _first_then_last(earlier: EarlierDoses) -> EarlierDoses:
    first, last = earlier.first_on, earlier.last_on
    return earlier if first is None or last is None or first <= last else replace(earlier, last_on=first)


def _seen_when_taken(result: Result) -> Result:
    return result if result.seen_on is None else replace(result, seen_on=max(result.on, result.seen_on))


def _pregnant_before_its_end(row: Pregnancy) -> Pregnancy:
    birth = None if row.birth_on is None else max(row.recorded_on, row.birth_on)
    ended = None if row.ended_on is None or birth is not None else max(row.recorded_on, row.ended_on)
    return replace(row, birth_on=birth, ended_on=ended)


@cache
def patients(today: date = TODAY) -> st.SearchStrategy[Patient]:
    """Return any patient whose file is read on the day ``today``."""
    return st.builds(
        Patient,
        id=IDS,
        course=courses(today),
        name=maybe(st.builds(PersonName, TEXTS, TEXTS)),
        birth_date=maybe(st.dates(date(1930, 1, 1), date(1979, 12, 31))),
        national_id=maybe(st.from_regex(r"[0-3][0-9]8[1-9][0-9]{7}", fullmatch=True)),
        phone=maybe(TEXTS),
        language=maybe(st.sampled_from(Language)),
        notes=NOTES,
        results=some(results(today), most=6),
        exposures=some(st.builds(Exposure, st.sampled_from(ExposureKind), days_around(today)), most=2),
        pregnancies=some(pregnancies(today), most=1),
        earlier_courses=earlier_courses(today),
    )
