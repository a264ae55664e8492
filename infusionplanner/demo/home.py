"""Home treatment of an invented course: training, prescriptions, and syringes fetched in time for every dose."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from infusionplanner.demo.case import Chart
from infusionplanner.demo.controls import before
from infusionplanner.demo.history import step_after
from infusionplanner.demo.practice import practice
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.patient import Checklist, Dispensing, Prescription, Setting, StockCount, Training

NURSES = ("A. Dahl", "M. Solli", "R. Tangvald")
_COUNTED_PERCENT = 40


@dataclass
class _Cupboard:
    """What is at home and what may still be fetched, while the doses are gone through."""

    doses: int = 0
    left: int = 0
    valid_until: date = date.min


def supply(chart: Chart) -> None:
    """Fill in the training, prescriptions, dispensings, checklists and now and then a count of a patient at home."""
    home = [dose.on for dose in chart.doses if dose.setting is Setting.HOME]
    if not home:
        return
    trained = max(
        (dose.on for dose in chart.doses if dose.setting is Setting.UNIT), default=before(chart, home[0], 20, 28)
    )
    chart.training.append(Training(trained, chart.rng.choice(NURSES)))
    cupboard = _Cupboard()
    days = chain(home, _coming(chart, home[-1]))
    day = next(days)
    while cupboard.doses or _fetch(chart, cupboard, day):
        cupboard.doses -= 1
        day = next(days)
    chart.checklists += [Checklist(on, on) for on in home]
    _count(chart, home)


def _coming(chart: Chart, last: date) -> Iterator[date]:
    """Yield the days of the home doses after the last one, so that what is needed soon is fetched and renewed."""
    step = timedelta(step_after(chart.case, chart.case.number))
    while True:
        last += step
        yield last


def _fetch(chart: Chart, cupboard: _Cupboard, needed: date) -> bool:
    """Fetch syringes a week or two before they are needed, with a new prescription where the old one does not serve.

    Returns whether they have been fetched by today.
    """
    on = max(before(chart, needed, 9, 13), chart.first)
    if cupboard.left == 0 or needed >= cupboard.valid_until:
        issued = before(chart, on, 3, 12)
        if issued >= chart.today:
            return False
        chart.prescriptions.append(Prescription(issued, practice().authorised_doses))
        cupboard.left = practice().authorised_doses
        cupboard.valid_until = add_months(issued, practice().prescription_months)
    if on >= chart.today:
        return False
    portion = min(practice().dispensed_days // step_after(chart.case, len(chart.days)), cupboard.left)
    chart.dispensings.append(Dispensing(on, portion))
    cupboard.left -= portion
    cupboard.doses = portion
    return True


def _count(chart: Chart, home: list[date]) -> None:
    """Let some patients count their syringes on the telephone a few days after the last dose."""
    counted = home[-1] + timedelta(chart.rng.randint(1, 4))
    if counted >= chart.today or chart.rng.randrange(100) >= _COUNTED_PERCENT:
        return
    fetched = sum(row.doses for row in chart.dispensings if row.on <= counted)
    chart.counts.append(StockCount(counted, 2 * (fetched - len(home))))
