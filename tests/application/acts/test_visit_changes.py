"""A change of the treatment names the visits that it makes wrong, and cancels or moves them in the same act."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from builders import HOME, IV, SC, UNIT, bloods, d, jcv, regimen
from desks import INGRID, OLA, TODAY, Bench

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.booking import book_visit
from infusionplanner.application.acts.health_events import open_hold
from infusionplanner.application.acts.orders import change_product, order_regimen, restart_treatment, stop_treatment
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.acts.visit_changes import VisitChange
from infusionplanner.application.errors import NoFreePlaceError, VisitMismatchError
from infusionplanner.application.records import Visit
from infusionplanner.application.views.wrong_visits import Wrong, WrongVisit, made_wrong_by
from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Course,
    Hold,
    HoldKind,
    Product,
    Stop,
    StopReason,
    Training,
)

MONDAY = d("2026-12-21")
HOME_ORDER = regimen("2026-12-01", setting=HOME)


def booked(bench: Bench, on: date = TODAY, at: time = time(9), place: str = "Injeksjon") -> Visit:
    return bench.booked(book_visit(bench.desk, INGRID, on, at, place=place))


def may_inject_at_home(bench: Bench) -> None:
    """Ingrid is trained, and her controls are done: doses that she takes at home take no time in the unit."""
    with bench.desk.act(ActKind.REGISTER_RESULT, INGRID) as work:
        for fact in (Training(d("2026-10-26"), "A. Dahl"), bloods("2026-10-26"), jcv("2026-10-26")):
            work.add(INGRID, fact)


def found(bench: Bench, change: Callable[[Course], Course]) -> tuple[WrongVisit, ...]:
    known = bench.patient()
    return made_wrong_by(bench.desk, replace(known, course=change(known.course)))


def ordered(**fields: Any) -> Callable[[Course], Course]:
    order = regimen(**{"from_": "2026-11-23", "setting": UNIT, **fields})
    return lambda course: replace(course, regimens=(*course.regimens, order))


def test_treatment_at_home_leaves_a_visit_without_a_dose(bench: Bench) -> None:
    """Home treatment is ordered while Ingrid is booked in the unit on the 21st."""
    may_inject_at_home(bench)
    booked(bench)
    later = booked(bench, MONDAY)
    assert found(bench, lambda course: replace(course, regimens=(*course.regimens, HOME_ORDER))) == (
        WrongVisit(later, Wrong.NO_DOSE),
    )
    done = order_regimen(
        bench.desk, INGRID, HOME_ORDER, acknowledged=[("R-HOME-3", "x")], visits=[VisitChange(later.id)]
    )
    assert bench.desk.visit(later.id).status is AppointmentStatus.CANCELLED
    assert done.visits == {later.id}
    undo(bench.desk)
    assert bench.desk.visit(later.id) == later
    assert bench.course().regimens[-1] != HOME_ORDER


def test_what_is_kept_stays_booked(bench: Bench) -> None:
    visit = booked(bench, MONDAY)
    order_regimen(bench.desk, INGRID, HOME_ORDER)
    assert bench.desk.visit(visit.id) == visit


def test_an_infusion_needs_another_place_than_the_injection_room(bench: Bench) -> None:
    visit = booked(bench)
    by_infusion = ordered(route=IV)
    assert found(bench, by_infusion) == (WrongVisit(visit, Wrong.PLACE, TODAY),)
    order = by_infusion(Course()).regimens[0]
    order_regimen(bench.desk, INGRID, order, visits=[VisitChange(visit.id, TODAY)])
    moved = bench.desk.visit(visit.id)
    assert (moved.on, moved.time, moved.place, moved.minutes) == (TODAY, time(9), "Stol 1", 120)


def test_an_infusion_takes_longer(bench: Bench) -> None:
    visit = booked(bench, place="Stol 2")
    assert found(bench, ordered(route=IV)) == (WrongVisit(visit, Wrong.LENGTH, TODAY),)


def test_a_longer_interval_offers_its_own_day(bench: Bench) -> None:
    visit = booked(bench, MONDAY)
    booked(bench)
    six_weeks = ordered(from_="2026-11-24", interval_days=42, ordered_by="Dr. Eksempel", ordered_on=TODAY)
    (wrong,) = found(bench, six_weeks)
    assert (wrong.visit, wrong.why, wrong.better) == (visit, Wrong.WINDOW, d("2027-01-04"))


def test_a_visit_that_no_dose_takes_can_go_to_one_that_has_no_time(bench: Bench) -> None:
    """The order goes back from home to the unit on another day than that of the visit."""
    may_inject_at_home(bench)
    order_regimen(bench.desk, INGRID, regimen("2026-11-23", setting=HOME))
    visit = bench.put_visit(MONDAY, time(9))
    hold = Hold(TODAY, HoldKind.INFECTION)
    assert found(bench, lambda course: replace(course, holds=(hold,))) == ()
    assert bench.desk.visit(visit).status is AppointmentStatus.BOOKED


def test_a_hold_names_what_it_stands_in_the_way_of(bench: Bench) -> None:
    visit, later = booked(bench), booked(bench, MONDAY)
    hold = Hold(TODAY, HoldKind.INFECTION)
    assert found(bench, lambda course: replace(course, holds=(hold,))) == (
        WrongVisit(visit, Wrong.BLOCKED),
        WrongVisit(later, Wrong.BLOCKED),
    )
    open_hold(
        bench.desk, INGRID, HoldKind.INFECTION, visits=[VisitChange(visit.id), VisitChange(later.id, d("2026-12-22"))]
    )
    assert [row.status for row in bench.visits()] == [AppointmentStatus.CANCELLED, AppointmentStatus.BOOKED]
    assert bench.desk.visit(later.id).on == d("2026-12-22")


def test_what_was_wrong_before_is_not_named_again(bench: Bench) -> None:
    booked(bench)
    open_hold(bench.desk, INGRID, HoldKind.INFECTION)
    assert found(bench, lambda course: replace(course, holds=(*course.holds, Hold(TODAY, HoldKind.OTHER)))) == ()


def test_a_brand_without_injections_needs_another_place(bench: Bench) -> None:
    visit = booked(bench)
    change_product(bench.desk, INGRID, Product.TYRUKO, visits=[VisitChange(visit.id)])
    assert bench.desk.visit(visit.id).status is AppointmentStatus.CANCELLED


def test_a_treatment_that_is_taken_up_again_deals_with_its_visits_too(bench: Bench) -> None:
    stop_treatment(bench.desk, INGRID, Stop(TODAY, StopReason.PATIENT_WISH))
    visit = bench.put_visit(MONDAY, time(9))
    restart_treatment(bench.desk, INGRID, regimen("2026-11-23", route=SC, setting=UNIT), visits=[VisitChange(visit)])
    assert bench.desk.visit(visit).status is AppointmentStatus.CANCELLED


def test_a_visit_of_somebody_else_is_left_alone(bench: Bench) -> None:
    other = bench.put_visit(patient=bench.add(OLA))
    with pytest.raises(VisitMismatchError):
        open_hold(bench.desk, INGRID, HoldKind.INFECTION, visits=[VisitChange(other)])
    assert bench.course().holds == ()


def test_without_a_place_on_the_new_day_the_whole_act_is_refused(bench: Bench) -> None:
    visit = booked(bench)
    for place in ("Stol 1", "Stol 2"):
        bench.put_visit(patient=bench.add(place), place=place, minutes=300)
    with pytest.raises(NoFreePlaceError):
        order_regimen(
            bench.desk, INGRID, regimen("2026-11-23", route=IV, setting=UNIT), visits=[VisitChange(visit.id, TODAY)]
        )
    assert bench.desk.visit(visit.id) == visit
    assert bench.course().regimens[-1].route is SC


def test_cancelled_visits_and_controls_are_not_named(bench: Bench) -> None:
    bench.put_visit(MONDAY, time(9), status=AppointmentStatus.CANCELLED)
    bench.put_visit(MONDAY, time(10), kind=AppointmentKind.MRI)
    assert found(bench, ordered(route=IV)) == ()
