"""What a nurse waits for at the window of 2,000 patients: another page, a letter typed in a search, a dose recorded.

Each is held against the least that Qt could do: bare tables of as many rows in a bare window.
"""

import statistics
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from benchmarks.timing import Row
from benchmarks.today import a_running_dose, next_step
from benchmarks.window import ROUNDS, Bare, bare_turns, keys, program, rest, turn
from infusionplanner.application.acts.results import register_result
from infusionplanner.application.records import PatientId
from infusionplanner.domain.patient import Result, ResultKind
from infusionplanner_ui.pages.patients.page import PatientsPage
from infusionplanner_ui.pages.today.case import Step
from infusionplanner_ui.shell.desktop import Desktop

PAGES = ("today", "week", "patients", "home", "tasks", "capacity", "patient", "settings")
VISITS = 150
ONE_PAGE, ONE_KEY, ONE_DOSE = 0.05, 0.01, 0.1
KEY_RATIO = 1.2


def measure() -> list[Row]:
    """Measure in a bare window and in ours."""
    with program() as desktop:
        bare = bare_turns(desktop)
        return [*_switches(desktop, bare), *_searches(desktop, bare), _recording(desktop, bare)]


def _switches(desktop: Desktop, bare: Bare) -> Iterator[Row]:
    """Show every page again, as it was and after an act on one patient."""
    monday, visits = _week_of(desktop, VISITS)
    one, other = list(desktop.ward.overview.patients)[:2]
    arguments = {"patient": one, "week": monday}
    for key in PAGES:
        name = f"page {key}, {visits} visits" if key == "week" else f"page {key}"
        before = "tasks" if key == "today" else "today"
        show = partial(desktop.frame.show_page, key, arguments.get(key))
        for words, act in (("", _nothing), (", after an act", partial(_act_on, desktop, other))):
            found = [_switch(desktop, before, show, act) for _ in range(ROUNDS)]
            yield Row.of_many(name + words, found[1:], bare["switch"], "switching between bare tables", within=ONE_PAGE)


def _switch(desktop: Desktop, before: str, show: Callable[[], object], act: Callable[[], object]) -> float:
    desktop.frame.show_page(before)
    act()
    rest(desktop)
    return turn(show)


def _nothing() -> None:
    """Change nothing."""


def _act_on(desktop: Desktop, patient: PatientId) -> None:
    mri = Result(ResultKind.MRI, desktop.ward.today)
    desktop.ward.act(lambda desk: register_result(desk, patient, mri))


def _week_of(desktop: Desktop, visits: int) -> tuple[date, int]:
    """Return the Monday of the coming week whose number of visits is nearest to one, and that number."""
    this = desktop.ward.today - timedelta(desktop.ward.today.weekday())
    weeks = [this + timedelta(7 * number) for number in range(8)]
    counted = [(monday, len(desktop.ward.visits(monday, monday + timedelta(6)))) for monday in weeks]
    return min(counted, key=lambda week: abs(week[1] - visits))


def _searches(desktop: Desktop, bare: Bare) -> Iterator[Row]:
    """Type into the search of the header and into that of the list of patients."""
    desktop.frame.show_page("today")
    desktop.frame.focus_search()
    rest(desktop)
    held = "a bare table of the same rows, filtered"
    found = keys(desktop.frame.header("today").search.edit)
    yield Row.of_many("search anywhere, one key", found, bare["key"], held, within=ONE_KEY)
    page = desktop.frame.show_page("patients")
    assert isinstance(page, PatientsPage)
    rest(desktop)
    found = keys(page.search.edit)
    mean, floor = statistics.mean(found), statistics.mean(bare["key"])
    yield Row("search the patients, a key on average", mean, floor, held, reach=KEY_RATIO, spread=tuple(found))


def _recording(desktop: Desktop, bare: Bare) -> Row:
    """Record a dose on the page Today until the page is painted with it, undo it, and do it again."""
    page = a_running_dose(desktop)
    found = []
    for _ in range(ROUNDS):
        assert next_step(desktop, page) is Step.GIVE
        found.append(turn(partial(_until_done, desktop, page.panel.take_step)))
        desktop.undo()
        rest(desktop)
    held = "a row into SQLite and into a bare table"
    return Row.of_many("recording a dose, to the page painted", found[1:], bare["dose"], held, within=ONE_DOSE)


def _until_done(desktop: Desktop, act: Callable[[], object]) -> None:
    act()
    assert desktop.operations.wait()
