"""The doses of an invented course: days counted back from today by the rules, and the orders behind them."""

from bisect import bisect_left
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random

from infusionplanner.demo.case import Chart, DemoCase
from infusionplanner.demo.practice import nearest_open, open_day, practice
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.patient import (
    Dose,
    DoseStatus,
    EarlierDoses,
    Product,
    Reaction,
    Regimen,
    Reporter,
    Route,
    Setting,
)

RECORDED_YEARS = 3
"""The unit has used the program for so long; older doses are known from the paper journal."""

DOCTORS = ("K. Lunde", "T. Ahmed", "S. Brox")
PAPER = "Papirjournal"
_BREAK_DAYS = 212
_MOVED_PERCENT = 12
_ORDERED_DAYS = 14
_REVIEW_MONTHS = 12
_BATCH_DAYS = 40
_SHELF_MONTHS = 18


def step_after(case: DemoCase, number: int) -> int:
    """Return the days from the dose of this number to the next one."""
    if number + 1 == case.restarted_at:
        return _BREAK_DAYS
    extended = 0 < case.extended_from <= number
    return practice().extended_days if extended else practice().standard_days


def intervals(case: DemoCase, number: int) -> list[int]:
    """Return the days between doses 1 to ``number``, oldest first."""
    steps = [step_after(case, n) for n in range(1, number)]
    newest = min(len(steps), len(case.steps))
    return steps[: len(steps) - newest] + list(case.steps[len(case.steps) - newest :])


def count_back(chart: Chart, anchor: date, number: int) -> list[date]:
    """Return the days of doses 1 to ``number``, the last of them on ``anchor``.

    Doses in the unit fall on open days, now and then a day early or late; doses at home stay on their day.
    """
    days = [anchor]
    for back, step in enumerate(reversed(intervals(chart.case, number)), start=1):
        day = days[-1] - timedelta(step)
        if not chart.is_home(number - back):
            if chart.rng.randrange(100) < _MOVED_PERCENT:
                day += timedelta(chart.rng.choice((-1, 1)))
            day = nearest_open(chart.unit, day)
        if anchor > chart.today <= day:
            day = open_day(chart.unit, chart.today - timedelta(1), step=-1)
        days.append(day)
    return days[::-1]


def lay_out(chart: Chart, anchor: date | None, *, given: bool) -> None:
    """Fill in doses and orders: dose ``case.number`` is the one on ``anchor``, which has been given or is to come."""
    number = chart.case.number
    if anchor is None:
        chart.first = chart.today + timedelta(_ORDERED_DAYS)
    else:
        days = count_back(chart, anchor, number)
        chart.first = days[0]
        chart.days = days if given else days[:-1]
        chart.coming = _after(chart) if given else anchor
    chart.product = _product(chart.case, number)
    _record(chart)
    chart.regimens = _orders(chart)


def _after(chart: Chart) -> date | None:
    """Return the day of the dose after the last one given; None when it has passed."""
    day = chart.days[-1] + timedelta(step_after(chart.case, chart.case.number))
    if chart.is_home(chart.case.number + 1):
        return day if day >= chart.today else None
    day = nearest_open(chart.unit, day)
    return open_day(chart.unit, max(day, chart.today + timedelta(1))) if day >= chart.today else None


def _product(case: DemoCase, number: int) -> Product:
    return Product.TYRUKO if 0 < case.tyruko_from <= number else Product.TYSABRI


def _route(case: DemoCase, number: int) -> Route:
    return case.route if number >= case.sc_from else Route.IV


def _record(chart: Chart) -> None:
    """Record the doses of the last three years one by one, older ones and those given elsewhere as a sum."""
    case = chart.case
    since = add_months(chart.today, -12 * RECORDED_YEARS)
    before = max(case.elsewhere, bisect_left(chart.days, since))
    if before:
        routes = [_route(case, number) for number in range(1, before + 1)]
        source = PAPER if before > case.elsewhere else "Epikrise fra sykehuset som startet behandlingen"
        chart.earlier = EarlierDoses(
            sc=routes.count(Route.SC),
            iv=routes.count(Route.IV),
            first_on=chart.days[0],
            last_on=chart.days[before - 1],
            source=source if case.documented else None,
        )
    chart.doses = [_dose(chart, number, day) for number, day in enumerate(chart.days, start=1) if number > before]


def _dose(chart: Chart, number: int, day: date) -> Dose:
    route, product, home = _route(chart.case, number), _product(chart.case, number), chart.is_home(number)
    start = time(chart.rng.randint(7, 20) if home else chart.rng.randint(8, 13), chart.rng.randrange(0, 60, 5))
    return Dose(
        on=day,
        time=start,
        ended=minutes_later(start, practice().dose_minutes[route] + chart.rng.randrange(4)),
        route=route,
        setting=Setting.HOME if home else Setting.UNIT,
        product=product,
        status=DoseStatus.GIVEN,
        mg=practice().dose_mg,
        reaction=Reaction.LOCAL if route is Route.SC and chart.rng.randrange(50) == 0 else Reaction.NONE,
        batches=batches(product, route, day, chart.rng),
        reported_by=Reporter.PATIENT if home else Reporter.UNIT,
    )


def minutes_later(start: time, minutes: int) -> time:
    """Return the clock time so many minutes later the same day."""
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()


def batches(product: Product, route: Route, day: date, rng: Random) -> tuple[str, ...]:
    """Return the batches in use on a day: a new one every few weeks, two syringes now and then of two batches."""
    letters = "TK" if product is Product.TYRUKO else "FR" if route is Route.SC else "FV"
    number = 1000 + day.toordinal() // _BATCH_DAYS % 9000
    pair = route is Route.SC and rng.randrange(4) == 0
    return (f"{letters}{number}", f"{letters}{number + 1}") if pair else (f"{letters}{number}",)


def expiry(day: date) -> date:
    """Return the last day of the batch in use on a day."""
    begun = date.fromordinal(day.toordinal() // _BATCH_DAYS * _BATCH_DAYS)
    return add_months(begun.replace(day=1), _SHELF_MONTHS) - timedelta(1)


def _orders(chart: Chart) -> list[Regimen]:
    """Return the orders: the start, each change of route, interval or place, and the yearly review of six weeks."""
    case, days = chart.case, chart.days
    start = chart.doses[0].on if case.elsewhere else chart.first
    ordered_on = min(start - timedelta(_ORDERED_DAYS), chart.today)
    doctor = chart.rng.choice(DOCTORS)
    orders = [Regimen(start, _route(case, 1), None, Setting.UNIT, ordered_by=doctor, ordered_on=ordered_on)]
    changes = {case.sc_from - 1, case.home_from - 1, case.extended_from, _standard_again(case)}
    for number in sorted(change for change in changes if 0 < change <= len(days)):
        day = days[number - 1]
        orders.append(_order(chart, number + 1, day if number == case.extended_from else day + timedelta(1), doctor))
    last = days[-1] + timedelta(practice().extended_days) if days else chart.today
    ends = [*(order.from_ for order in orders[1:]), min(last, chart.today)]
    return [row for order, end in zip(orders, ends, strict=True) for row in _reviewed(order, end)]


def _standard_again(case: DemoCase) -> int:
    """Return the dose after which four weeks were ordered anew: two years of i.v. and no reason for six weeks."""
    return 0 if case.extended_from or case.route is Route.SC else practice().extended_from_doses + 1


def _order(chart: Chart, number: int, day: date, doctor: str) -> Regimen:
    case = chart.case
    extended = 0 < case.extended_from < number
    return Regimen(
        from_=day,
        route=_route(case, number),
        interval_days=practice().extended_days if extended else None,
        setting=Setting.HOME if chart.is_home(number) else Setting.UNIT,
        reason=case.reason if extended else None,
        ordered_by=doctor,
        ordered_on=min(day, chart.today),
        review_on=add_months(day, _REVIEW_MONTHS) if extended else None,
    )


def _reviewed(order: Regimen, end: date) -> list[Regimen]:
    """Return the order, and the same order anew at every review until ``end``."""
    rows = [order]
    while (review := rows[-1].review_on) is not None and review <= end:
        rows.append(replace(order, from_=review, ordered_on=review, review_on=add_months(review, _REVIEW_MONTHS)))
    return rows
