from dataclasses import replace
from datetime import date

from builders import HOME, IV, bloods, d, dose, jcv, patient, regimen, result, series
from planner import NATALIZUMAB

from infusionplanner.application.records import PatientId
from infusionplanner.application.views.home_patients import (
    PRESCRIPTION,
    HomeRow,
    SoonRow,
    at_home,
    call_list,
    running_out,
    soon,
)
from infusionplanner.domain.patient import (
    Dispensing,
    DoseStatus,
    Patient,
    Prescription,
    Product,
    Reporter,
    Training,
)
from infusionplanner.domain.plan import plan
from infusionplanner.domain.result import MonitoringStatus, Plan
from infusionplanner.domain.unit import Unit

TODAY = d("2026-11-23")
TRAINED = (Training(d("2026-08-01"), "A. Dahl"),)


def plans(*patients: Patient, on: date = TODAY) -> tuple[dict[PatientId, Patient], dict[PatientId, Plan]]:
    known = {PatientId(f"{number}"): who for number, who in enumerate(patients)}
    return known, {who: plan(row, NATALIZUMAB, Unit(), on) for who, row in known.items()}


def living_at_home(last: str = "2026-10-26", **course: object) -> Patient:
    """Return somebody with six doses in the unit and three at home, the last on ``last``."""
    at_unit = series("2026-03-16", 6)
    home = tuple(dose(day, setting=HOME, reported_by=Reporter.PATIENT) for day in ("2026-08-31", "2026-09-28", last))
    fields: dict[str, object] = {
        "regimens": [regimen("2026-03-16"), regimen("2026-08-25", setting=HOME)],
        "training": TRAINED,
        "prescriptions": [Prescription(d("2026-08-20"), 13)],
        "dispensings": [Dispensing(d("2026-08-25"), 3), Dispensing(d("2026-10-20"), 3)],
        **course,
    }
    more = fields.pop("doses", None)
    told = () if more is None else (more,)
    return patient((*at_unit, *home, *told), **fields)  # type: ignore[arg-type]


def the_row(who: Patient, on: date = TODAY) -> HomeRow:
    (found,) = at_home(*plans(who, on=on))
    return found


def test_a_home_patient_is_listed_with_dose_stock_and_days() -> None:
    found = the_row(living_at_home())
    assert (found.dose.number, found.dose.due) == (10, TODAY)
    assert found.last is not None
    assert (found.last.on, found.last.reported_by) == (d("2026-10-26"), Reporter.PATIENT)
    assert found.supply is not None
    assert found.supply.doses_at_home == 3
    assert (found.waiting, found.days_late, found.call) == (True, 0, None)
    assert found.urgent_by == min(found.supply.order_by or date.max, found.supply.renew_by or date.max)


def test_before_the_due_day_nothing_is_awaited() -> None:
    found = the_row(living_at_home(), d("2026-11-22"))
    assert (found.waiting, found.days_late) == (False, 0)


def test_from_the_third_day_the_patient_is_called() -> None:
    rows = at_home(*plans(living_at_home(), on=d("2026-11-25")))
    assert call_list(rows) == ()
    late = at_home(*plans(living_at_home("2026-10-24"), living_at_home("2026-10-20"), on=d("2026-11-25")))
    assert [(row.dose.due, row.days_late) for row in call_list(late)] == [(d("2026-11-17"), 8), (d("2026-11-21"), 4)]


def test_a_missed_home_dose_is_not_the_last_one() -> None:
    missed = dose("2026-11-20", setting=HOME, status=DoseStatus.MISSED, mg=None)
    who = living_at_home()
    found = the_row(patient((*who.course.doses, missed), regimens=who.course.regimens))
    assert found.last is not None
    assert found.last.on == d("2026-10-26")
    assert found.urgent_by < date.max


def test_a_dose_that_was_reported_as_not_taken_is_late_and_nobody_is_called() -> None:
    missed = dose("2026-11-23", setting=HOME, status=DoseStatus.MISSED, mg=None)
    found = the_row(living_at_home(doses=missed), d("2026-11-30"))
    assert (found.not_taken, found.waiting, found.call, found.days_late) == (TODAY, False, None, 7)


def test_patients_in_the_unit_and_stopped_ones_are_not_at_home() -> None:
    assert at_home(*plans(patient(series("2026-03-16", 6)), patient())) == ()


def test_the_worst_control_is_named() -> None:
    who = living_at_home()
    never = the_row(who)
    assert (never.control, never.control_status) == ("bloods", MonitoringStatus.UNKNOWN)
    late = the_row(replace(who, results=(jcv("2026-03-01"),)))
    assert (late.control, late.control_status) == ("jcv", MonitoringStatus.OVERDUE)


def test_controls_that_are_done_need_no_name() -> None:
    done = (bloods("2026-10-26"), jcv("2026-10-26"), result("edss", "2026-10-26"), result("mri", "2026-10-26"))
    who = replace(living_at_home(), results=(*done, result("nab", "2026-09-16")))
    found = the_row(who)
    assert (found.control, found.control_status) == (None, MonitoringStatus.OK)


def test_who_must_order_or_renew_is_listed_by_the_first_day() -> None:
    little = living_at_home(dispensings=[Dispensing(d("2026-08-25"), 3), Dispensing(d("2026-10-20"), 1)])
    none_left = living_at_home(dispensings=[Dispensing(d("2026-08-25"), 3)])
    rows = running_out(at_home(*plans(little, none_left, living_at_home())))
    assert [row.patient for row in rows] == ["1", "0"]
    assert {finding.key for finding in rows[0].wanting} == {"supply.missing"}


def test_a_home_patient_without_any_supply_has_no_day_to_order() -> None:
    unsupplied = living_at_home(dispensings=[], prescriptions=[])
    found = the_row(unsupplied)
    assert found.urgent_by <= TODAY


def soon_of(*patients: Patient) -> tuple[SoonRow, ...]:
    return soon(plans(*patients)[1])


def test_who_gets_the_sixth_dose_within_eight_weeks_is_listed_with_what_is_missing() -> None:
    fifth = patient(series("2026-07-06", 5))
    (found,) = soon_of(fifth)
    assert (found.on, found.doses.have, found.doses.need) == (TODAY, 5, 6)
    assert found.missing[0] == "training"
    assert found.missing[-1] == PRESCRIPTION
    assert not found.ready


def test_the_eighth_week_is_the_last() -> None:
    fourth, third = patient(series("2026-08-24", 4)), patient(series("2026-09-28", 2))
    assert [row.on for row in soon_of(fourth)] == [d("2027-01-11")]
    assert soon_of(third) == ()


def test_with_enough_doses_only_the_trained_are_listed_until_nothing_is_missing() -> None:
    six = series("2026-06-15", 6)
    assert soon_of(patient(six)) == ()
    (trained,) = soon_of(patient(six, training=TRAINED))
    assert trained.on is None
    assert PRESCRIPTION in trained.missing
    supplied = patient(six, training=TRAINED, prescriptions=[Prescription(d("2026-11-02"), 13)])
    (ready,) = soon_of(supplied)
    assert PRESCRIPTION not in ready.missing
    done = (bloods("2026-11-02"), jcv("2026-11-02"), result("edss", "2026-11-02"), result("mri", "2026-11-02"))
    (nothing_missing,) = soon_of(replace(supplied, results=done))
    assert nothing_missing.ready


def test_a_brand_without_a_home_form_and_patients_at_home_are_left_out() -> None:
    tyruko = patient(series("2026-07-06", 5, route=IV, product=Product.TYRUKO), product=Product.TYRUKO)
    assert soon_of(tyruko, living_at_home(), patient()) == ()
