"""The overview of all patients, and the work list that follows from it."""

import gc
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import HOME, d, jcv, regimen
from desks import DUE_TODAY, INGRID, OLA, TODAY, Bench

from infusionplanner.application.acts.doses import record_dose
from infusionplanner.application.acts.patients import add_patient
from infusionplanner.application.acts.results import register_result
from infusionplanner.application.acts.supply import count_stock
from infusionplanner.application.acts.task_claims import claim_task, release_task
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.garbage import uncollected
from infusionplanner.application.records import Claim, PatientId
from infusionplanner.application.unit import override_parameter
from infusionplanner.application.views import overview as module
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.work_items import Band, WorkItem, band_of, deadline, items, work_list
from infusionplanner.domain.finding import Facts, Finding, Level
from infusionplanner.domain.patient import Course, Patient, StockCount
from infusionplanner.domain.plan import plan
from infusionplanner.domain.result import Plan


def test_it_holds_every_patients_plan(bench: Bench) -> None:
    bench.add(OLA)
    seen = Overview.of(bench.desk, months=3)
    assert set(seen.plans) == set(seen.patients) == {INGRID, OLA}
    assert seen.plans[INGRID] == bench.desk.plan(INGRID, months=3)
    assert Overview.of(bench.desk, as_of=d("2026-12-21")).plans[OLA].as_of == d("2026-12-21")


def test_it_knows_the_newest_act_that_it_includes(bench: Bench) -> None:
    seen = Overview.of(bench.desk)
    elsewhere = count_stock(bench.desk.signed("MS"), INGRID, StockCount(TODAY, 2))
    mine = count_stock(bench.desk, INGRID, StockCount(TODAY, 3))
    assert (elsewhere.act, mine.act) == (seen.newest + 1, seen.newest + 2)
    assert seen.refresh(elsewhere).newest == elsewhere.act
    assert seen.refresh(mine).newest == seen.newest
    assert seen.refresh(mine).revisions[INGRID] == mine.act


def test_after_an_act_only_the_changed_patient_is_computed(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.add(OLA)
    seen = Overview.of(bench.desk)
    done = record_dose(bench.desk, INGRID, DUE_TODAY)
    asked: list[str] = []

    def counting(patient: Patient, *rest: object, **more: object) -> Plan:
        asked.append(patient.id)
        return plan(patient, *rest, **more)  # type: ignore[arg-type] # as plan() takes them

    monkeypatch.setattr(module, "plan", counting)
    after = seen.refresh(done)
    assert asked == [INGRID]
    assert after == Overview.of(bench.desk)
    assert after.plans[OLA] is seen.plans[OLA]
    assert seen.plans[INGRID].doses_completed == 6


def test_new_and_undone_patients_come_and_go(bench: Bench) -> None:
    other = replace(bench.desk.protocols["natalizumab"], id="other")
    desk = replace(bench.desk, protocols={**bench.desk.protocols, "other": other})
    seen = Overview.of(desk)
    seen = seen.refresh(add_patient(desk, Patient("kari", course=Course(protocol="other"))))
    assert seen == Overview.of(desk)
    assert PatientId("kari") in seen.plans
    seen = seen.refresh(undo(bench.desk))
    assert set(seen.patients) == set(seen.plans) == {INGRID}


def test_a_changed_parameter_changes_every_plan(bench: Bench) -> None:
    seen = Overview.of(bench.desk, as_of=TODAY)
    after = seen.refresh(override_parameter(bench.desk, "window_days", 2))
    coming = after.plans[INGRID].next_dose
    assert coming is not None
    assert (coming.earliest, coming.latest) == (d("2026-11-21"), d("2026-11-25"))


def finding(level: Level, key: str = "some.key", due: date | None = None, rule: str = "R-MON-3") -> Finding:
    return Finding(rule, level, key, due)


@pytest.mark.parametrize(
    ("said", "band"),
    [
        (finding(Level.STOP), Band.OVERDUE),
        (finding(Level.STOP, due=d("2027-12-01")), Band.OVERDUE),
        (finding(Level.WARN, rule="R-INT-9"), Band.OVERDUE),
        (finding(Level.TASK, due=d("2026-11-22")), Band.OVERDUE),
        (finding(Level.TASK, due=TODAY), Band.THIS_WEEK),
        (finding(Level.TASK, due=d("2026-11-29")), Band.THIS_WEEK),
        (finding(Level.TASK, due=d("2026-11-30")), Band.MONTH),
        (finding(Level.TASK, due=d("2026-12-23")), Band.MONTH),
        (finding(Level.TASK, due=d("2026-12-24")), Band.LATER),
        (finding(Level.TASK), Band.THIS_WEEK),
        (finding(Level.WARN), Band.THIS_WEEK),
    ],
)
def test_a_finding_falls_into_its_band(said: Finding, band: Band) -> None:
    assert band_of(said, TODAY) is band


def test_on_a_sunday_the_week_ends(bench: Bench) -> None:
    sunday = d("2026-11-29")
    assert band_of(finding(Level.TASK, due=sunday), sunday) is Band.THIS_WEEK
    assert band_of(finding(Level.TASK, due=sunday + timedelta(days=1)), sunday) is Band.MONTH
    assert work_list(Overview.of(bench.desk, as_of=sunday))


@pytest.mark.parametrize(
    ("key", "facts", "band"),
    [
        ("prescription.renew", {"renew_by": d("2026-12-14"), "last_safe_day": d("2027-05-31")}, Band.MONTH),
        ("prescription.missing", {"needed_by": d("2026-11-29")}, Band.THIS_WEEK),
        ("prescription.missing", {"needed_by": d("2026-11-22")}, Band.OVERDUE),
    ],
)
def test_a_renewal_is_as_near_as_the_day_by_which_it_is_needed(key: str, facts: Facts, band: Band) -> None:
    told_from = Finding("R-RX-5", Level.TASK, key, d("2026-11-14"), facts)
    assert band_of(told_from, TODAY) is band
    assert deadline(told_from) == next(iter(facts.values()))
    assert deadline(replace(told_from, facts={})) == d("2026-11-14")


def with_findings(bench: Bench, *found: Finding) -> Plan:
    made = bench.desk.plan(INGRID)
    return Plan(**{**{name: getattr(made, name) for name in Plan.__dataclass_fields__}, "findings": found})


def test_the_most_urgent_stands_first_and_each_key_once(bench: Bench) -> None:
    rebound = finding(Level.WARN, "rebound.warn", rule="R-INT-9")
    critical = finding(Level.STOP, "rebound.critical", rule="R-INT-9")
    stop, warn = finding(Level.STOP, "a.stop"), finding(Level.WARN, "a.warn")
    soon, later = finding(Level.TASK, "jcv.due", TODAY), finding(Level.TASK, "jcv.due", d("2027-06-01"))
    overdue = finding(Level.TASK, "mri.overdue", d("2026-11-01"))
    said = with_findings(bench, later, soon, warn, finding(Level.INFO, "an.info"), overdue, stop, critical)
    kari = PatientId("kari")
    found = items({INGRID: said, kari: with_findings(bench, rebound)}, TODAY)
    assert found == (
        WorkItem(INGRID, critical, Band.OVERDUE),
        WorkItem(INGRID, stop, Band.OVERDUE),
        WorkItem(kari, rebound, Band.OVERDUE),
        WorkItem(INGRID, overdue, Band.OVERDUE),
        WorkItem(INGRID, warn, Band.THIS_WEEK),
        WorkItem(INGRID, soon, Band.THIS_WEEK),
    )


def test_a_registered_result_takes_its_task_away(bench: Bench) -> None:
    seen = Overview.of(bench.desk)
    assert "jcv.unknown" in {item.finding.key for item in work_list(seen)}
    seen = seen.refresh(register_result(bench.desk, INGRID, jcv("2026-11-20", index=0.12)))
    assert not {item.finding.key for item in work_list(seen)} & {"jcv.unknown", "jcv.due", "jcv.overdue"}


def test_a_task_is_claimed_and_given_back(bench: Bench) -> None:
    bench.add(OLA, regimens=[regimen("2026-06-08", setting=HOME)])
    claim_task(bench.desk.signed("MS"), OLA, "R-RX-5", "prescription.missing")
    with bench.desk.store.reading() as reading:
        assert reading.claims() == (Claim(OLA, "R-RX-5", "prescription.missing", "MS", bench.desk.now()),)
    release_task(bench.desk, OLA, "R-RX-5", "prescription.missing")
    with bench.desk.store.reading() as reading:
        assert reading.claims() == ()


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(was_on: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        (gc.enable if before else gc.disable)()
