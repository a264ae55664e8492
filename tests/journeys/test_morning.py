"""A morning in the unit: patients arrive, answer, get their dose, are observed, react, and book the next time."""

from datetime import date, timedelta
from pathlib import Path

from demo_wards import MORNING
from nurses import Nurse, at_work
from pytestqt.qtbot import QtBot

from infusionplanner.application.records import VisitState
from infusionplanner.clock import FixedClock
from infusionplanner.domain.patient import DoseStatus, HoldKind, Reaction
from infusionplanner_ui.pages.today.page import TodayPage


def _today(nurse: Nurse) -> TodayPage:
    page = nurse.page
    assert isinstance(page, TodayPage)
    return page


def _state(nurse: Nurse, family: str) -> VisitState:
    on = nurse.clock.today()
    return next(visit.state for visit in nurse.visits(family) if visit.on == on)


def _look(nurse: Nurse) -> None:
    """Let the second pass at which the program looks for observations that have ended."""
    watch = nurse.desktop._watch
    assert watch is not None
    assert nurse.desktop.operations.wait()
    watch.look()


def test_a_routine_dose_is_given_and_the_next_one_booked(nurse: Nurse) -> None:
    # Two keys more than before: the questions are looked at, and no to all is a key of its own.
    with nurse.counting("give a routine dose and book the next", most=11):
        nurse.press("Down", "Right")
        assert _today(nurse).panel.accessibleName() == "Ødegård, Åse · Planlagt · stol 3"
        nurse.press("Enter")
        assert _state(nurse, "Ødegård") is VisitState.ARRIVED
        nurse.press("Enter", "Shift+N", "Shift+N", "Enter", "Enter")
        assert _state(nurse, "Ødegård") is VisitState.STARTED
        nurse.wait(60)
        nurse.press("Enter")
        assert _state(nurse, "Ødegård") is VisitState.OBSERVING
        nurse.press("Enter")
        nurse.wait(30)
        nurse.press("Enter")
    assert _state(nurse, "Ødegård") is VisitState.DONE
    dose = nurse.patient("Ødegård").course.doses[-1]
    assert (dose.on, dose.status, dose.batches) == (date(2026, 11, 23), DoseStatus.GIVEN, ("FR1499",))
    assert (dose.time, dose.ended) == (nurse.at(9, 50).time(), nurse.at(10, 50).time())
    booked = [visit for visit in nurse.visits("Ødegård") if visit.on > nurse.clock.today()]
    assert [(visit.on, visit.time, visit.place) for visit in booked] == [
        (date(2026, 12, 21), nurse.at(10, 45).time(), "Stol 3")
    ]


def test_a_yes_before_the_dose_stops_it_until_a_doctor_has_cleared_it(nurse: Nurse) -> None:
    nurse.press("Up")
    assert _today(nurse).panel.accessibleName() == "Sæther, Liv · Møtt · stol 1"
    nurse.press("Tab", "N", "N", "J")
    assert _today(nurse).panel.problem.startswith("«Ja» på sjekklisten: feber, infeksjon")
    nurse.press("N", "N", "N", "N", "N", "N", "N", "Space")
    assert [hold.kind for hold in nurse.patient("Sæther").course.holds] == [HoldKind.INFECTION]
    for _ in range(2):
        nurse.press("Enter")
        nurse.write("K. Lunde")
        nurse.press("Tab", "Tab")
        nurse.write("CRP 4, ingen feber")
        nurse.press("Enter")
        _today(nurse).board.setFocus()
    nurse.press("Enter")
    assert _state(nurse, "Sæther") is VisitState.STARTED


def test_a_reaction_is_recorded_while_the_patient_is_observed(nurse: Nurse) -> None:
    assert _today(nurse).panel.accessibleName() == "Moen, Ingrid · Observasjon · stol 2"
    nurse.press("Tab", "Tab", "Tab", "Tab", "Tab", "Space")
    nurse.press("Down", "Down", "Down", "Tab")
    nurse.write("Antihistamin")
    nurse.press("Ctrl+Enter")
    assert nurse.patient("Moen").course.doses[-1].reaction is Reaction.INFUSION
    assert nurse.toast == "Reaksjon registrert · Moen, Ingrid"
    nurse.press("Ctrl+Z")
    assert nurse.patient("Moen").course.doses[-1].reaction is Reaction.NONE
    assert nurse.toast == "Angret: Reaksjon registrert · Moen, Ingrid"
    nurse.press("Ctrl+Y")
    assert nurse.patient("Moen").course.doses[-1].reaction is Reaction.INFUSION


def test_an_observation_rings_at_its_end_and_after_a_restart_too(
    nurse: Nurse, database: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    nurse.wait(23)
    _look(nurse)
    assert nurse.toast == "Observasjonen er over: Strand, Emil · stol 3"
    nurse.desktop.frame.clear_toast()
    _look(nurse)
    assert nurse.toast == ""
    later = FixedClock(MORNING + timedelta(minutes=50))
    (tmp_path / "again").mkdir()
    with at_work(database, later, qtbot, tmp_path / "again") as again:
        _look(again)
        assert again.toast.startswith("Observasjonen er over: ")
        assert _today(again).panel.accessibleName() == "Moen, Ingrid · Over · stol 2"
