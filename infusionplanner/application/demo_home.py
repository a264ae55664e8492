"""Home treatment of an invented course: training, prescriptions, and syringes fetched in time for every dose."""

from dataclasses import dataclass
from datetime import date, timedelta

from infusionplanner.application.demo_case import Chart
from infusionplanner.application.demo_controls import before
from infusionplanner.application.demo_history import step_after
from infusionplanner.application.demo_practice import practice
from infusionplanner.domain.dates import add_months
from infusionplanner.domain.patient import Checklist, Dispensing, Prescription, Setting, StockCount, Training

NURSES = ("A. Dahl", "M. Solli", "R. Tangvald")
_COUNTED_PERCENT = 40
_AHEAD = 4


@dataclass
class _Cupboard:
    """What is at home and what may still be fetched, while the doses are gone through."""

    doses: int = 0
    left: int = 0
    valid_until: date = date.min


def supply(chart: Chart) -> None:
    """Fill in the training, prescriptions, dispensings, checklists and now and then a count of a patient at home."""
    home = [dose.on for dose in chart.doses if dose.setting is Setting.HOME]
    first = home[0] if home else chart.coming
    if not chart.case.home_from or first is None:
        return
    trained = max(
        (dose.on for dose in chart.doses if dose.setting is Setting.UNIT), default=before(chart, first, 20, 28)
    )
    chart.training.append(Training(trained, chart.rng.choice(NURSES)))
    cupboard = _Cupboard()
    for day in [*home, *_coming(chart)]:
        if cupboard.doses == 0 and not _fetch(chart, cupboard, day):
            break
        cupboard.doses -= 1
    chart.checklists += [Checklist(day, day) for day in home]
    _count(chart, home)


def _coming(chart: Chart) -> list[date]:
    """Return the home doses of the next months, so that syringes and renewals ahead of today are seen to."""
    step = timedelta(step_after(chart.case, chart.case.number))
    due = chart.days[-1] + step if chart.days else chart.coming
    return [] if due is None else [due + step * n for n in range(_AHEAD)]


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
    counted = home[-1] + timedelta(chart.rng.randint(1, 4)) if home else chart.today
    if counted >= chart.today or chart.rng.randrange(100) >= _COUNTED_PERCENT:
        return
    fetched = sum(row.doses for row in chart.dispensings if row.on <= counted)
    chart.counts.append(StockCount(counted, 2 * (fetched - len(home))))
