from dataclasses import replace
from datetime import time, timedelta

from builders import d
from desks import INGRID, TODAY, Bench

from infusionplanner.application.acts.judgement import acknowledge
from infusionplanner.application.acts.visits import arrive, not_given
from infusionplanner.application.unit import change_unit
from infusionplanner.application.views.day import DayReader, neighbour
from infusionplanner.application.views.overview import Overview
from infusionplanner.domain.patient import AppointmentKind

LATE = d("2026-12-22")
"""A day on which dose 7 comes too late."""


def test_a_day_has_what_takes_place_in_the_unit_by_time(bench: Bench) -> None:
    late, early = bench.add("late"), bench.add("early")
    bench.put_visit(at=time(11), patient=late)
    bench.put_visit(at=time(9), patient=early, place="Stol 2")
    bench.put_visit(at=time(10), kind=AppointmentKind.MRI, place=None)
    bench.put_visit(at=time(12), kind=AppointmentKind.BLOODS, place="Injeksjon")
    day = DayReader().read(Overview.of(bench.desk), TODAY)
    assert [row.visit.patient for row in day] == [early, late, INGRID]
    assert [row.is_dose for row in day] == [True, True, False]


def test_only_a_dose_that_is_to_be_given_is_judged(bench: Bench) -> None:
    bench.on("2026-12-22")
    visit = bench.put_visit(LATE)
    bench.put_visit(LATE, at=time(12), kind=AppointmentKind.TRAINING)
    dose, training = DayReader().read(Overview.of(bench.desk), LATE)
    assert [row.key for row in dose.open_findings] == ["dose.late", "rebound.warn", "interval.late"]
    assert (training.judgement, training.open_findings) == (None, ())
    not_given(bench.desk, visit, "ill")
    assert [row.judgement for row in DayReader().read(Overview.of(bench.desk), LATE)] == [None, None]


def test_an_act_on_one_patient_judges_no_other_one_again(bench: Bench) -> None:
    kari = bench.add("kari")
    visit = bench.put_visit()
    bench.put_visit(patient=kari, place="Stol 2")
    reader, overview = DayReader(), Overview.of(bench.desk)
    before = {row.visit.patient: row.judgement for row in reader.read(overview, TODAY)}
    overview = overview.refresh(arrive(bench.desk, visit))
    after = {row.visit.patient: row for row in reader.read(overview, TODAY)}
    assert after[kari].judgement is before[kari]
    assert after[INGRID].judgement is not before[INGRID]
    assert after[INGRID].visit.arrived_at is not None


def test_what_a_nurse_acknowledges_is_not_open_any_more(bench: Bench) -> None:
    bench.on("2026-12-22")
    bench.put_visit(LATE)
    reader, overview = DayReader(), Overview.of(bench.desk)
    reader.read(overview, LATE)
    overview = overview.refresh(acknowledge(bench.desk, INGRID, LATE, "R-INT-3", "interval.late", "ferie"))
    (after,) = reader.read(overview, LATE)
    assert [row.key for row in after.open_findings] == ["dose.late", "rebound.warn"]


def test_another_unit_judges_everybody_again(bench: Bench) -> None:
    bench.put_visit()
    reader, overview = DayReader(), Overview.of(bench.desk)
    (before,) = reader.read(overview, TODAY)
    changed = change_unit(bench.desk, replace(bench.desk.unit(), name="Sengeposten"))
    (after,) = reader.read(overview.refresh(changed), TODAY)
    assert after.judgement is not before.judgement


def test_the_day_beside_is_one_on_which_somebody_works_or_comes(bench: Bench) -> None:
    friday, saturday, monday = d("2026-11-27"), d("2026-11-28"), d("2026-11-30")
    overview = Overview.of(bench.desk)
    assert (neighbour(overview, friday, 1), neighbour(overview, monday, -1)) == (monday, friday)
    bench.put_visit(saturday)
    assert neighbour(overview, friday, 1) == saturday


def test_a_unit_that_is_closed_for_long_shows_the_day_two_weeks_away(bench: Bench) -> None:
    closed = change_unit(
        bench.desk, replace(bench.desk.unit(), closed=frozenset(LATE + timedelta(n) for n in range(40)))
    )
    overview = Overview.of(bench.desk).refresh(closed)
    assert neighbour(overview, LATE, 1) == LATE + timedelta(days=14)
