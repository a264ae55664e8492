"""Tests and controls of an invented course: on time and, when a visit is near, taken there, as in a unit run well."""

from bisect import bisect_right
from datetime import date, timedelta

from infusionplanner.demo.case import Chart
from infusionplanner.demo.practice import open_day, practice
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.patient import Answer, AppointmentKind, Assay, Gate, Product, Result, ResultKind, Setting

_NEAR_VISIT_DAYS = 30
_GATE = (ResultKind.IGRA, ResultKind.HBV, ResultKind.HCV, ResultKind.HIV)


def follow(chart: Chart) -> None:
    """Fill in the gate, the tests before the start and every control since, up to the day before today."""
    baseline(chart)
    bloods(chart)
    jcv(chart)
    for kind, days in ((ResultKind.NAB, _nab_days(chart)), (ResultKind.MRI, _mri_days(chart))):
        chart.results += [_plain(kind, day) for day in days]
    edss(chart)
    chart.results.sort(key=_day)


def _day(result: Result) -> date:
    return result.on


def _plain(kind: ResultKind, day: date) -> Result:
    return Result(kind, day, answer=Answer.NEGATIVE if kind is ResultKind.NAB else None)


def before(chart: Chart, day: date, nearest: int, farthest: int) -> date:
    """Return an open day so many days before another one."""
    return open_day(chart.unit, day - timedelta(chart.rng.randint(nearest, farthest)), step=-1)


def baseline(chart: Chart) -> None:
    """Close the gate before the first dose; what lies ahead of today is left open."""
    asked = before(chart, chart.first, 16, 30)
    chart.gate = Gate(reviewed=asked, informed=asked) if asked < chart.today else Gate()
    tested = min(before(chart, chart.first, 14, 25), chart.yesterday)
    chart.results += [Result(kind, tested, answer=Answer.NEGATIVE) for kind in _GATE]
    scanned = min(before(chart, chart.first, 10, 50), chart.yesterday)
    chart.results.append(Result(ResultKind.MRI, scanned))


def bloods(chart: Chart) -> None:
    """Take bloods some days before doses 1, 2, 3 and 6, then every six months from the sample for dose 6."""
    numbered = [*chart.days, *([chart.coming] if chart.coming is not None else [])]
    last = None
    for number in practice().bloods_before_doses:
        if number <= len(numbered):
            last = before(chart, numbered[number - 1], 2, 7)
            _bloods(chart, last)
    if last is not None and len(numbered) >= max(practice().bloods_before_doses):
        for day in series(chart, last, practice().bloods_months):
            _bloods(chart, day)


def _bloods(chart: Chart, day: date) -> None:
    if day < chart.today:
        seen = open_day(chart.unit, day + timedelta(1))
        chart.results.append(Result(ResultKind.BLOODS, day, seen_on=min(seen, chart.today)))


def series(chart: Chart, last: date, months: int) -> list[date]:
    """Return the days of a control that is repeated so many months after the last one, as far as it has been done."""
    days: list[date] = []
    while (day := on_time(chart, last, add_months(last, months))) < chart.today:
        days.append(day)
        last = day
    return days


def on_time(chart: Chart, last: date, due: date) -> date:
    """Return the last visit to the unit shortly before ``due``, else an open day some days before it."""
    visits = [dose.on for dose in chart.doses if dose.setting is Setting.UNIT]
    if chart.coming is not None and not chart.is_home(len(chart.days) + 1):
        visits.append(chart.coming)
    position = bisect_right(visits, due) - 1
    if position >= 0 and visits[position] > max(last, due - timedelta(_NEAR_VISIT_DAYS)):
        return visits[position]
    return max(before(chart, due, 3, 12), last + timedelta(1))


def jcv(chart: Chart) -> None:
    """Test for JCV antibodies every six months; the newest tests have the indexes of the case, the rest are negative.

    With a biosimilar its own assay is used, and the one of the risk table beside it.
    """
    first = min(before(chart, chart.first, 14, 25), chart.yesterday)
    days = [first, *series(chart, first, practice().jcv_months)]
    indexes: list[float | None] = [None] * len(days)
    known = chart.case.jcv[-len(days) :]
    if known:
        indexes[-len(known) :] = known
    since = _biosimilar_since(chart)
    for day, index in zip(days, indexes, strict=True):
        if since is not None and day >= since - timedelta(_NEAR_VISIT_DAYS):
            chart.results.append(_jcv(chart, day, index, Assay.IMMUNOWELL))
        if since is None or chart.case.assay is Assay.STRATIFY or day < since:
            chart.results.append(_jcv(chart, day, index, Assay.STRATIFY))


def _biosimilar_since(chart: Chart) -> date | None:
    return next((dose.on for dose in chart.doses if dose.product is Product.TYRUKO), None)


def _jcv(chart: Chart, day: date, index: float | None, assay: Assay) -> Result:
    value = round(chart.rng.uniform(0.08, 0.19), 2) if index is None else index
    answer = Answer.POSITIVE if value > practice().index_positive else Answer.INDETERMINATE
    if value < practice().index_negative:
        answer = Answer.NEGATIVE
    return Result(ResultKind.JCV, day, assay=assay, answer=answer, index=value)


def _nab_days(chart: Chart) -> list[date]:
    marks = [add_months(chart.first, months) for months in practice().nab_months]
    days = [on_time(chart, chart.first, mark) for mark in marks]
    return [day for day in days if day < chart.today] if chart.days else []


def _mri_days(chart: Chart) -> list[date]:
    """Return the new baseline some months after the start, then scans as often as the risk asks for."""
    if not chart.days:
        return []
    first = before(chart, add_months(chart.first, practice().rebaseline_months), 0, 20)
    days = [first] if first < chart.today else []
    months = practice().mri_months[risk(chart)]
    while days and (day := before(chart, add_months(days[-1], months), *_scan_slack(months))) < chart.today:
        days.append(day)
    return days


def _scan_slack(months: int) -> tuple[int, int]:
    """Return how many days before the date a scan is taken; after it where the date opens a window."""
    return (-20, -4) if months == practice().mri_months["high"] else (2, 20)


def risk(chart: Chart) -> str:
    """Return the risk that decides how often the patient is scanned: low, mid or high."""
    index = chart.case.jcv[-1] if chart.case.jcv else 0.0
    if index < practice().index_negative:
        return "low"
    return "mid" if index <= practice().index_high and chart.case.prior is False else "high"


def edss(chart: Chart) -> None:
    """Examine before the start, at six months and every year after that."""
    score = chart.rng.randint(2, 8)
    days = [min(before(chart, chart.first, 10, 30), chart.yesterday)]
    if chart.days:
        half_year = on_time(chart, chart.first, add_months(chart.first, practice().edss_first_months))
        if half_year < chart.today:
            days += [half_year, *series(chart, half_year, practice().edss_months)]
    for day in days:
        told = Result(ResultKind.EDSS, day, value=score / 2, relapses=0, side_effects=(), infections=())
        chart.results.append(told)
        score = min(12, max(2, score + chart.rng.choice((0, 0, 0, 1, -1))))


def next_controls(chart: Chart) -> list[tuple[AppointmentKind, date]]:
    """Return when the next MRI and the next clinical control are due, once there has been one during treatment."""
    if chart.stop is not None:
        return []
    found = []
    months = {AppointmentKind.MRI: practice().mri_months[risk(chart)], AppointmentKind.EDSS: practice().edss_months}
    for kind, every in months.items():
        last = max((row.on for row in chart.results if row.kind is ResultKind(kind.value)), default=chart.first)
        if last > chart.first:
            found.append((kind, add_months(last, every)))
    return found
