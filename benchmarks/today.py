"""A routine dose on the page Today, from the patient who is still to come to the dose that is recorded."""

from benchmarks.window import rest
from infusionplanner_ui.pages.today.case import Step
from infusionplanner_ui.pages.today.page import TodayPage
from infusionplanner_ui.shell.desktop import Desktop

_STEPS = 4
"""Arrived, answered, started: the third or fourth step records the dose."""


def a_running_dose(desktop: Desktop) -> TodayPage:
    """Let a patient without stops and warnings come and begin; the page is left with the dose to be recorded next."""
    page = desktop.frame.show_page("today")
    assert isinstance(page, TodayPage)
    rest(desktop)
    assert page.day is not None
    for row in page.day.visits:
        if row.is_dose and not row.open_findings and page.select_patient(row.visit.patient) and _begun(desktop, page):
            return page
    message = "nobody on this day can be given a dose without a doctor"
    raise AssertionError(message)


def _begun(desktop: Desktop, page: TodayPage) -> bool:
    """Go on with the selected visit until its dose can be recorded; tell whether that is so."""
    for _ in range(_STEPS):
        match next_step(desktop, page):
            case Step.GIVE:
                return True
            case Step.ARRIVE | Step.ANSWER | Step.START:
                page.panel.take_step()
                rest(desktop)
            case _:
                return False
    return False


def next_step(desktop: Desktop, page: TodayPage) -> Step:
    """Return what the main button would do for the selected visit."""
    assert page.panel.case is not None
    return page.panel.case.step(desktop.ward.desk.now())
