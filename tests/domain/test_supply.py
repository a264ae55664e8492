from dataclasses import replace

import pytest
from builders import HOME, IV, SC, d, dose, patient, regimen, series
from planner import Planner, said

from infusionplanner.domain.away.supply import doses_per_dispensing, last_safe_day, order_day
from infusionplanner.domain.finding import Level
from infusionplanner.domain.patient import (
    Discard,
    Dispensing,
    GestationalAge,
    Patient,
    Pregnancy,
    PregnancyPlan,
    Prescription,
    Product,
    Regimen,
    Reporter,
    Route,
    StockCount,
    Stop,
)
from infusionplanner.domain.result import Supply
from infusionplanner.domain.unit import Unit

HOME_FROM_JUNE = (regimen("2026-01-05"), regimen("2026-06-01", setting=HOME))


def at_home(*given: str, regimens: tuple[Regimen, ...] = HOME_FROM_JUNE, **course: object) -> Patient:
    home = [dose(day, setting=HOME, reported_by=Reporter.PATIENT) for day in given]
    return patient([*series("2026-01-05", 5), dose("2026-05-26"), *home], regimens=regimens, **course)


def supply_of(planner: Planner, row: Patient, on: str) -> Supply:
    found = planner.plan(row, on).supply
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("issued", "safe"), [("2026-06-01", "2027-05-31"), ("2028-02-29", "2029-02-27"), ("2026-03-01", "2027-02-28")]
)
def test_the_last_safe_day_is_before_the_anniversary(planner: Planner, issued: str, safe: str) -> None:
    assert planner.protocol.supply is not None
    assert last_safe_day(Prescription(d(issued)), planner.protocol.supply) == d(safe)


@pytest.mark.parametrize(("interval", "doses"), [(28, 3), (42, 2), (91, 1), (120, 1)])
def test_doses_per_dispensing(planner: Planner, interval: int, doses: int) -> None:
    assert planner.protocol.supply is not None
    assert doses_per_dispensing(interval, planner.protocol.supply) == doses


def test_a_patient_without_home_treatment_or_prescription_has_no_supply(planner: Planner) -> None:
    assert planner.plan(patient(series("2026-01-05", 5)), "2026-05-01").supply is None


@pytest.mark.parametrize(("route", "left"), [(SC, 2), (None, 2), (IV, 3)])
def test_a_dose_of_an_unknown_place_may_have_left_the_supply(planner: Planner, route: Route | None, left: int) -> None:
    row = at_home(dispensings=[Dispensing(d("2026-06-15"), 3)])
    doses = (*row.course.doses, dose("2026-06-23", route=route, setting=None))
    found = supply_of(planner, replace(row, course=replace(row.course, doses=doses)), "2026-07-06")
    assert found.doses_at_home == left


def test_stock_is_dispensed_less_used_and_discarded(planner: Planner) -> None:
    row = at_home("2026-06-23", dispensings=[Dispensing(d("2026-06-15"), 3)], discarded=[Discard(d("2026-07-05"), 1)])
    found = supply_of(planner, row, "2026-07-06")
    assert (found.doses_at_home, found.covers_through, found.next_dispensing_by) == (
        1,
        d("2026-07-21"),
        d("2026-08-18"),
    )


def test_a_count_replaces_what_was_reckoned_before_it(planner: Planner) -> None:
    row = at_home(
        "2026-06-23",
        "2026-07-21",
        dispensings=[Dispensing(d("2026-06-15"), 3), Dispensing(d("2026-08-01"), 3)],
        stock_counts=[StockCount(d("2026-07-06"), 4)],
    )
    assert supply_of(planner, row, "2026-08-02").doses_at_home == 4


def test_home_doses_before_the_first_dispensing_came_from_elsewhere(planner: Planner) -> None:
    row = at_home("2026-06-23", dispensings=[Dispensing(d("2026-07-01"), 3)])
    assert supply_of(planner, row, "2026-07-02").doses_at_home == 3


def test_more_used_than_dispensed_is_a_mismatch(planner: Planner) -> None:
    row = at_home("2026-06-23", "2026-07-21", dispensings=[Dispensing(d("2026-06-15"), 1)])
    found = planner.plan(row, "2026-07-22")
    assert [dict(f.facts) for f in said(found, "stock.mismatch")] == [{"doses": 1}]
    assert found.supply is not None
    assert (found.supply.doses_at_home, found.supply.covers_through) == (0, None)


def test_an_absurd_stock_does_not_run_out_of_years(planner: Planner) -> None:
    row = at_home(dispensings=[Dispensing(d("2026-06-15"), 99) for _ in range(99)])
    assert supply_of(planner, row, "2026-06-16").doses_at_home == 400


def test_the_order_goes_to_the_open_day_before(planner: Planner) -> None:
    rules = planner.protocol.supply
    assert rules is not None
    assert order_day(d("2026-09-15"), rules, planner.unit) == d("2026-09-08")
    assert order_day(d("2026-06-01"), rules, planner.unit) == d("2026-05-22")


def test_an_order_day_in_a_unit_that_never_opens_ends_the_search() -> None:
    planner = Planner(unit=Unit(open_weekdays=frozenset()))
    rules = planner.protocol.supply
    assert rules is not None
    assert order_day(d("2026-09-15"), rules, planner.unit) == d("2026-06-09")


def test_order_and_missing_supply_are_told_in_time(planner: Planner) -> None:
    row = at_home("2026-06-23", "2026-07-21", dispensings=[Dispensing(d("2026-06-15"), 2)])
    assert said(planner.plan(row, "2026-07-11"), "supply.order") == []
    order = planner.plan(row, "2026-07-22")
    assert [(f.level, f.due) for f in said(order, "supply.order")] == [(Level.TASK, d("2026-08-11"))]
    assert said(planner.plan(row, "2026-08-11"), "supply.missing") == []
    late = planner.plan(row, "2026-08-12")
    assert [(f.level, f.due) for f in said(late, "supply.missing")] == [(Level.WARN, d("2026-08-18"))]


@pytest.mark.parametrize(
    ("doses", "first_without"), [(12, "2027-05-25"), (13, None), (0, "2026-06-23"), (None, "2026-06-23")]
)
def test_thirteen_doses_a_year_are_counted_on_the_day_of_issue(
    planner: Planner, doses: int | None, first_without: str | None
) -> None:
    found = planner.plan(at_home(prescriptions=[Prescription(d("2026-06-01"), doses)]), "2026-06-02")
    assert found.supply is not None
    expected = d(first_without) if first_without else None
    assert found.supply.first_dose_without_authorisation == expected
    key = "prescription.count_unknown" if doses is None else "prescription.too_few"
    assert [f.due for f in said(found, key)] == ([expected] if expected else [])


def test_renewal_is_due_at_the_dispensing_that_comes_after_the_last_safe_day(planner: Planner) -> None:
    row = at_home(prescriptions=[Prescription(d("2026-06-01"), 16)], dispensings=[Dispensing(d("2026-06-15"), 3)])
    found = supply_of(planner, row, "2026-06-16")
    assert (found.last_safe_day, found.doses_authorised_left) == (d("2027-05-31"), 13)
    # Doses 23 June to 25 May 2027 are the thirteen of four more dispensings; the fifth would be needed on 17 August.
    assert found.renew_by == d("2027-08-17")


def test_renewal_is_due_when_no_authorised_dose_is_left(planner: Planner) -> None:
    row = at_home(
        "2026-06-23",
        "2026-07-21",
        "2026-08-18",
        prescriptions=[Prescription(d("2026-06-01"), 4)],
        dispensings=[Dispensing(d("2026-06-15"), 3)],
    )
    found = planner.plan(row, "2026-09-14")
    assert found.supply is not None
    assert (found.supply.next_dispensing_by, found.supply.renew_by) == (d("2026-09-15"), d("2026-10-13"))
    assert [(f.due, f.facts["renew_by"]) for f in said(found, "prescription.renew")] == [
        (d("2026-09-13"), d("2026-10-13"))
    ]
    assert said(planner.plan(row, "2026-09-12"), "prescription.renew") == []


def test_a_home_patient_without_a_prescription_needs_one(planner: Planner) -> None:
    found = planner.plan(at_home(), "2026-06-02")
    assert [(f.rule, f.facts["needed_by"]) for f in said(found, "prescription.missing")] == [
        ("R-RX-5", d("2026-06-23"))
    ]


def test_a_withdrawn_prescription_is_none_and_the_newest_counts(planner: Planner) -> None:
    rows = [
        Prescription(d("2026-01-01"), 13),
        Prescription(d("2026-06-01"), 10),
        Prescription(d("2026-06-02"), 13, d("2026-06-05")),
    ]
    assert supply_of(planner, at_home(prescriptions=rows), "2026-06-06").doses_authorised_left == 10


@pytest.mark.parametrize(("doses", "earliest"), [(3, "2026-08-30"), (2, None)])
def test_the_pharmacys_gap_counts_from_a_full_dispensing(planner: Planner, doses: int, earliest: str | None) -> None:
    found = planner.plan(at_home(dispensings=[Dispensing(d("2026-06-15"), doses)]), "2026-08-19")
    assert found.supply is not None
    assert found.supply.earliest_dispensing == (d(earliest) if earliest else None)
    assert len(said(found, "dispensing.early")) == bool(earliest)


def test_the_pharmacys_gap_is_silent_once_it_has_passed(planner: Planner) -> None:
    row = at_home(dispensings=[Dispensing(d("2026-06-15"), 3)])
    assert supply_of(planner, row, "2026-08-30").earliest_dispensing is None


@pytest.mark.parametrize(
    "course",
    [
        {"stop": Stop(d("2026-06-10"))},
        {"product": Product.TYRUKO},
        {"regimens": (regimen("2026-01-05"), regimen("2026-06-01", route=IV))},
    ],
)
def test_a_prescription_without_use_is_withdrawn(planner: Planner, course: dict[str, object]) -> None:
    found = planner.plan(at_home(prescriptions=[Prescription(d("2026-06-01"), 13)], **course), "2026-06-15")  # type: ignore[arg-type]
    assert [(f.rule, f.level) for f in said(found, "prescription.withdraw")] == [("R-RX-8", Level.TASK)]


@pytest.mark.parametrize(
    ("regimens", "withdrawn"),
    [
        ([regimen("2026-01-05", route=IV)], False),
        ([regimen("2026-01-05", route=IV), regimen("2026-07-20", setting=HOME)], False),
        ([regimen("2026-01-05", route=IV), regimen("2026-06-05", setting=HOME), regimen("2026-06-10", route=IV)], True),
        ([regimen("2026-01-05"), regimen("2026-06-10", route=IV)], True),
    ],
)
def test_a_prescription_issued_on_the_way_home_waits_for_the_change(
    planner: Planner, regimens: list[Regimen], *, withdrawn: bool
) -> None:
    row = at_home(prescriptions=[Prescription(d("2026-06-01"), 13)], regimens=tuple(regimens))
    assert len(said(planner.plan(row, "2026-06-15"), "prescription.withdraw")) == withdrawn


def test_an_odd_count_is_warned_of(planner: Planner) -> None:
    found = planner.plan(at_home(stock_counts=[StockCount(d("2026-06-03"), 3)]), "2026-06-04")
    assert [dict(f.facts) for f in said(found, "stock.odd")] == [{"syringes": 3, "day": d("2026-06-03")}]
    even = planner.plan(at_home(stock_counts=[StockCount(d("2026-06-03"), 4)]), "2026-06-04")
    assert said(even, "stock.odd") == []


def test_supply_after_a_change_back_to_the_unit_ends_with_the_last_home_dose(planner: Planner) -> None:
    rows = (*HOME_FROM_JUNE, regimen("2026-08-01"))
    found = supply_of(planner, at_home(regimens=rows, dispensings=[Dispensing(d("2026-06-15"), 3)]), "2026-06-16")
    assert (found.covers_through, found.next_dispensing_by, found.renew_by) == (None, None, None)


@pytest.mark.parametrize("months", [0, 3, 12, 24])
def test_the_supply_is_the_same_however_far_the_plan_reaches(planner: Planner, months: int) -> None:
    rows = (*HOME_FROM_JUNE, regimen("2027-01-11"))
    for regimens in (HOME_FROM_JUNE, rows):
        row = at_home(
            regimens=regimens,
            prescriptions=[Prescription(d("2026-06-01"), 12)],
            dispensings=[Dispensing(d("2026-06-15"), 3)],
        )
        assert planner.plan(row, "2026-06-16", months=months).supply == planner.plan(row, "2026-06-16").supply


def test_nothing_is_to_be_fetched_for_doses_after_the_last_one_of_a_pregnancy(planner: Planner) -> None:
    expecting = Pregnancy(d("2026-06-01"), GestationalAge(20, 0), PregnancyPlan(42, "Dr. Ek", d("2026-06-02")))
    row = replace(
        at_home(prescriptions=[Prescription(d("2026-06-01"), 13)], dispensings=[Dispensing(d("2026-06-15"), 2)]),
        pregnancies=(expecting,),
    )
    found = planner.plan(row, "2026-06-16")
    # 34+0 is 7 September: doses on 7 July and 18 August, and none on 29 September.
    assert [dose.due for dose in found.doses] == [d("2026-07-07"), d("2026-08-18")]
    assert found.supply is not None
    assert (found.supply.covers_through, found.supply.next_dispensing_by, found.supply.renew_by) == (
        d("2026-08-18"),
        None,
        None,
    )


@pytest.mark.parametrize("months", [0, 12])
def test_nothing_is_to_be_fetched_for_doses_after_a_stop_to_come(planner: Planner, months: int) -> None:
    row = at_home(dispensings=[Dispensing(d("2026-06-15"), 2)], stop=Stop(d("2026-08-01")))
    found = planner.plan(row, "2026-06-16", months=months).supply
    assert found is not None
    assert (found.covers_through, found.next_dispensing_by) == (d("2026-07-21"), None)
