"""A visit on its day: arrived, started, observing, done; each step once, that day, and no stop is passed by."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time

import pytest
from builders import d, dose
from desks import DUE_TODAY, INGRID, OLA, SIX_DOSES, TODAY, Bench

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.doses import correct_dose, record_dose
from infusionplanner.application.acts.judgement import Clearing
from infusionplanner.application.acts.visits import (
    TimesOutOfOrderError,
    arrive,
    change_note,
    end_dose,
    leave,
    not_given,
    prolong_observation,
    start,
)
from infusionplanner.application.desk import Desk
from infusionplanner.application.errors import (
    AmountError,
    DateInFutureError,
    EmptyFieldError,
    ObservationRunningError,
    RefusedError,
    TimeInFutureError,
    VisitDayError,
    VisitStateError,
)
from infusionplanner.application.records import Done, VisitId, VisitState
from infusionplanner.application.unit import override_parameter
from infusionplanner.application.views.seats import waiting_for
from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Dose,
    DoseStatus,
    Hold,
    HoldKind,
    Reporter,
    Route,
    Setting,
)


def moment(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-23T{text}")


def test_a_morning(bench: Bench) -> None:
    visit = bench.put_visit()
    assert bench.desk.visit(visit).state is VisitState.PLANNED
    bench.at("08:55")
    arrive(bench.desk, visit)
    assert bench.desk.visit(visit).state is VisitState.ARRIVED
    bench.at("09:00")
    start(bench.desk, visit)
    assert bench.desk.visit(visit).state is VisitState.STARTED
    assert waiting_for(bench.desk.visit(visit)) is None
    bench.at("09:10")
    end_dose(bench.desk, visit)
    assert bench.desk.visit(visit).state is VisitState.OBSERVING
    assert waiting_for(bench.desk.visit(visit)) == moment("09:25")
    bench.at("09:12")
    record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
    bench.at("09:25")
    leave(bench.desk, visit)
    done = bench.desk.visit(visit)
    assert done.state is VisitState.DONE
    assert (done.arrived_at, done.started_at, done.ended_at, done.left_at) == (
        moment("08:55"),
        moment("09:00"),
        moment("09:10"),
        moment("09:25"),
    )


def test_nobody_leaves_before_the_observation_is_over_without_a_reason(bench: Bench) -> None:
    visit = bench.put_visit()
    bench.at("09:10")
    record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
    change_note(bench.desk, visit, "Rullestol")
    bench.at("09:24")
    with pytest.raises(ObservationRunningError, match=r"runs until 09:25\. Wait"):
        leave(bench.desk, visit, early_reason=" ")
    leave(bench.desk, visit, early_reason="Måtte rekke toget")
    assert bench.desk.visit(visit).note == "Rullestol\nMåtte rekke toget"


def test_nobody_leaves_a_dose_visit_without_a_recorded_dose(bench: Bench) -> None:
    visit = bench.put_visit()
    start(bench.desk, visit)
    with pytest.raises(VisitStateError, match="is started: it cannot leave now"):
        leave(bench.desk, visit)
    end_dose(bench.desk, visit)
    with pytest.raises(VisitStateError, match="without a recorded dose"):
        leave(bench.desk, visit, early_reason="x")


def test_another_visit_needs_no_dose(bench: Bench) -> None:
    visit = bench.put_visit(kind=AppointmentKind.BLOODS)
    start(bench.desk, visit)
    leave(bench.desk, visit)
    assert bench.desk.visit(visit).state is VisitState.DONE
    assert bench.course().doses == SIX_DOSES


def test_the_first_doses_are_observed_in_full(bench: Bench) -> None:
    new = bench.add("ny", doses=SIX_DOSES[:5], regimens=bench.course().regimens)
    visit = bench.put_visit(patient=new, place="Stol 2")
    bench.on("2026-11-23")
    stop = Clearing("R-INT-10", "dose.late", "Dr. Eksempel", "ferie")
    start(bench.desk, visit, clearances=[stop])
    assert bench.desk.visit(visit).observation_minutes == 60


def test_a_stop_is_not_passed_by(bench: Bench) -> None:
    visit = bench.put_visit()
    with bench.desk.act(ActKind.OPEN_HOLD, INGRID) as work:
        work.add(INGRID, Hold(TODAY, HoldKind.INFECTION))
    with pytest.raises(RefusedError, match=r"R-CHK-1 hold\.infection"):
        start(bench.desk, visit)
    assert bench.desk.visit(visit).state is VisitState.PLANNED
    start(bench.desk, visit, clearances=[Clearing("R-CHK-1", "hold.infection", "Dr. Eksempel", "Forkjølelse")])
    assert bench.desk.visit(visit).state is VisitState.STARTED


def test_a_warning_does_not_hinder_the_start(bench: Bench) -> None:
    late = bench.put_visit(d("2026-12-01"))
    bench.on("2026-12-01")
    start(bench.desk, late)
    record_dose(bench.desk, INGRID, dose("2026-12-01"), visit=late, late_reason="ferie")
    assert bench.desk.visit(late).state is VisitState.OBSERVING


def test_a_step_can_be_entered_a_little_later_but_not_ahead(bench: Bench) -> None:
    visit = bench.put_visit()
    bench.at("09:30")
    arrive(bench.desk, visit, at=moment("08:50"))
    assert bench.desk.visit(visit).arrived_at == moment("08:50")
    with pytest.raises(TimeInFutureError, match=r"09:31 is later than now \(09:30\)"):
        start(bench.desk, visit, at=moment("09:31"))


def test_a_visit_happens_on_its_own_day(bench: Bench) -> None:
    tomorrow = bench.put_visit(d("2026-11-24"))
    with pytest.raises(VisitDayError, match="is on 2026-11-24, not on 2026-11-23"):
        arrive(bench.desk, tomorrow)


def test_each_step_is_taken_once_and_in_order(bench: Bench) -> None:
    visit = bench.put_visit()
    with pytest.raises(VisitStateError, match="is planned: it cannot end dose now"):
        end_dose(bench.desk, visit)
    arrive(bench.desk, visit)
    with pytest.raises(VisitStateError, match="is arrived"):
        arrive(bench.desk, visit)
    cancelled = bench.put_visit(status=AppointmentStatus.CANCELLED)
    with pytest.raises(VisitStateError, match="is cancelled"):
        arrive(bench.desk, cancelled)


def test_an_observation_can_be_longer_but_not_shorter(bench: Bench) -> None:
    visit = bench.put_visit()
    start(bench.desk, visit)
    prolong_observation(bench.desk, visit, 90)
    assert bench.desk.visit(visit).observation_minutes == 90
    with pytest.raises(AmountError, match="observation is 60; it must be from 90 to 1440"):
        prolong_observation(bench.desk, visit, 60)


def test_a_dose_that_is_not_given_is_a_missed_dose(bench: Bench) -> None:
    visit = bench.put_visit()
    not_given(bench.desk, visit, " feber ")
    booked = bench.desk.visit(visit)
    assert (booked.state, booked.not_given, booked.dose) == (
        VisitState.NOT_GIVEN,
        "feber",
        bench.record().ids["doses"][-1],
    )
    missed = Dose(TODAY, setting=Setting.UNIT, status=DoseStatus.MISSED, reported_by=Reporter.UNIT)
    assert bench.course().doses[-1] == missed


def test_what_is_not_given_at_a_second_visit_is_missed_once(bench: Bench) -> None:
    first, second = bench.put_visit(), bench.put_visit(place="Stol 2")
    not_given(bench.desk, first, "feber")
    not_given(bench.desk, second, "fortsatt feber")
    assert bench.desk.visit(second).dose == bench.desk.visit(first).dose
    assert len(bench.course().doses) == 7


def test_a_control_that_did_not_happen_is_no_missed_dose(bench: Bench) -> None:
    visit = bench.put_visit(kind=AppointmentKind.MRI)
    not_given(bench.desk, visit, "maskinen sto")
    assert bench.course().doses == SIX_DOSES


def test_why_nothing_was_given_is_told_and_not_beforehand(bench: Bench) -> None:
    visit, tomorrow = bench.put_visit(), bench.put_visit(d("2026-11-24"))
    with pytest.raises(EmptyFieldError, match="reason is empty"):
        not_given(bench.desk, visit, "")
    with pytest.raises(DateInFutureError, match="visit: 2026-11-24"):
        not_given(bench.desk, tomorrow, "feber")


def test_an_observation_that_is_told_by_the_minute_loses_no_second(bench: Bench) -> None:
    visit = bench.put_visit()
    bench.clock.set(moment("09:10:40"))
    start(bench.desk, visit, at=moment("09:05:10"))
    record_dose(bench.desk, INGRID, dose(TODAY, time=time(9, 5), ended=time(9, 10)), visit=visit)
    assert waiting_for(bench.desk.visit(visit)) == moment("09:25:40")
    other = bench.put_visit(patient=bench.add(OLA), place="Stol 2")
    bench.at("09:20")
    record_dose(bench.desk, OLA, dose(TODAY, time=time(9, 5), ended=time(9, 10)), visit=other)
    assert waiting_for(bench.desk.visit(other)) == moment("09:25:59")


def test_a_visit_keeps_the_observation_that_it_started_with(bench: Bench) -> None:
    visit = bench.put_visit()
    start(bench.desk, visit)
    assert bench.desk.visit(visit).observation_minutes == 15
    override_parameter(bench.desk, "observation_reduced_minutes.sc", 30)
    record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
    assert bench.desk.visit(visit).observation_minutes == 15


def test_an_infusion_in_the_place_of_an_injection_is_observed_as_an_infusion(bench: Bench) -> None:
    visit = bench.put_visit()
    start(bench.desk, visit)
    record_dose(bench.desk, INGRID, dose(TODAY, route=Route.IV), visit=visit)
    assert bench.desk.visit(visit).observation_minutes == 30


def leave_control(desk: Desk, visit: VisitId) -> Done:
    """Let the patient of a control leave, with the same visit made one."""
    with desk.act_on_visit(ActKind.MOVE_VISIT, visit) as (work, before):
        work.update_visit(replace(before, kind=AppointmentKind.BLOODS))
    return leave(desk, visit, at=moment("09:10"))


@pytest.mark.parametrize(
    ("arrived", "act", "sentence"),
    [
        ("09:12", lambda desk, visit: start(desk, visit, at=moment("09:00")), "09:00 is before 09:12"),
        (
            "09:12",
            lambda desk, visit: record_dose(desk, INGRID, dose(TODAY, time=time(9), ended=time(9, 20)), visit=visit),
            "09:00 is before 09:12",
        ),
        (
            "09:12",
            lambda desk, visit: record_dose(desk, INGRID, dose(TODAY, ended=time(9)), visit=visit),
            "09:00 is before 09:30",
        ),
        ("09:12", leave_control, "09:10 is before 09:12"),
    ],
)
def test_the_times_of_a_visit_are_in_order(
    bench: Bench, arrived: str, act: Callable[[Desk, VisitId], Done], sentence: str
) -> None:
    visit = bench.put_visit()
    bench.at("09:30")
    arrive(bench.desk, visit, at=moment(arrived))
    with pytest.raises(TimesOutOfOrderError, match=sentence):
        act(bench.desk, visit)


def test_times_within_one_minute_are_in_order(bench: Bench) -> None:
    visit = bench.put_visit()
    bench.at("09:30")
    arrive(bench.desk, visit, at=moment("09:12:30"))
    record_dose(bench.desk, INGRID, dose(TODAY, time=time(9, 12), ended=time(9, 12)), visit=visit)
    found = bench.desk.visit(visit)
    assert (found.started_at, found.ended_at) == (moment("09:12:30"), moment("09:12:59"))


def test_the_times_of_a_dose_are_corrected_at_its_visit_too(bench: Bench) -> None:
    """The nurse pressed Arrived, Start and Done one after the other, an hour after it was so."""
    bench.put_visit(d("2026-12-21"))
    visit = bench.put_visit()
    bench.at("11:00")
    arrive(bench.desk, visit)
    start(bench.desk, visit)
    record_dose(bench.desk, INGRID, dose(TODAY, time=time(11), ended=time(11)), visit=visit)
    fact = bench.record().ids["doses"][-1]
    correct_dose(bench.desk, INGRID, fact, dose(TODAY, time=time(9, 40), ended=time(10)))
    found = bench.desk.visit(visit)
    assert (found.arrived_at, found.started_at, found.ended_at) == (
        moment("09:40"),
        moment("09:40"),
        moment("10:00:59"),
    )
    assert waiting_for(found) == moment("10:15:59")
    leave(bench.desk, visit, at=moment("10:30"))
    with pytest.raises(TimesOutOfOrderError, match="10:30 is before 10:50"):
        correct_dose(bench.desk, INGRID, fact, dose(TODAY, time=time(9, 40), ended=time(10, 50)))
    correct_dose(bench.desk, INGRID, fact, dose(TODAY, time=time(9, 50), ended=time(10)))
    assert bench.desk.visit(visit).started_at == moment("09:50")
    correct_dose(bench.desk, INGRID, fact, dose(TODAY))
    assert bench.desk.visit(visit).started_at == moment("09:50")
    correct_dose(bench.desk, INGRID, fact, dose("2026-11-22", time=time(8)), acknowledged=[("R-INT-4", "unit.closed")])
    assert bench.desk.visit(visit).started_at == moment("09:50")


def test_a_visit_without_stamps_gets_the_begin_of_its_dose_only(bench: Bench) -> None:
    with bench.desk.act(ActKind.RECORD_DOSE, INGRID) as work:
        fact = work.add(INGRID, dose(TODAY))
    visit = bench.put_visit(dose=fact)
    bench.at("11:00")
    correct_dose(bench.desk, INGRID, fact, dose(TODAY, time=time(9)))
    found = bench.desk.visit(visit)
    assert (found.arrived_at, found.started_at, found.ended_at) == (None, moment("09:00"), None)


def test_an_observation_that_nobody_ended_is_ended_the_next_day(bench: Bench) -> None:
    visit = bench.put_visit()
    bench.at("09:10")
    record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
    control = bench.put_visit(at=time(10), kind=AppointmentKind.TRAINING)
    bench.at("10:00")
    arrive(bench.desk, control)
    bench.on("2026-11-24")
    leave(bench.desk, visit)
    leave(bench.desk, control)
    assert (bench.desk.visit(visit).left_at, bench.desk.visit(control).left_at) == (moment("09:25"), moment("10:00"))
    planned = bench.put_visit(at=time(11), kind=AppointmentKind.TRAINING)
    with pytest.raises(VisitDayError):
        leave(bench.desk, planned)
