"""A home dose that nobody has reported counts as taken on its day, so that calendars stay true until the ward knows."""

from datetime import timedelta

import pytest
from builders import HOME, d, dose
from home_patients import AT_HOME, DUE, IN_UNIT, at_home

from infusionplanner.application.calendar.content import CalendarBasis
from infusionplanner.application.calendar.values import CalendarOptions, LeftOutReason
from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.domain.patient import DoseStatus, Hold, HoldKind, Patient
from infusionplanner.domain.unit import Unit

PROTOCOL = builtin_protocols()["natalizumab"]
OPTIONS = CalendarOptions()


def basis(patient: Patient, on: str) -> CalendarBasis:
    return CalendarBasis.of(patient, PROTOCOL, Unit(), d(on))


def doses(found: CalendarBasis) -> list[tuple[str, str]]:
    wanted = found.wanted(OPTIONS)
    return [(event.slot, str(event.on)) for event in wanted if event.slot.startswith("dose:")][:2]


@pytest.mark.parametrize("days_later", [0, 1, 3, 20])
def test_the_doses_to_come_stay_until_it_is_reported(days_later: int) -> None:
    found = basis(at_home(), str(DUE + timedelta(days_later)))
    assert ("dose:14", "2027-01-11") in doses(found)


def test_the_unreported_dose_is_left_out_and_told() -> None:
    found = basis(at_home(), "2026-12-15")
    assert doses(found) == [("dose:14", "2027-01-11"), ("dose:15", "2027-02-08")]
    assert [(row.slot, row.due, row.reason) for row in found.left_out(OPTIONS)] == [
        ("dose:13", DUE, LeftOutReason.OVERDUE)
    ]


def test_a_dose_reported_late_moves_the_ones_after_it() -> None:
    patient = at_home(doses=(*IN_UNIT, *AT_HOME, dose("2026-12-16", setting=HOME)))
    assert doses(basis(patient, "2026-12-17")) == [("dose:14", "2027-01-13"), ("dose:15", "2027-02-10")]


def test_a_dose_reported_as_missed_is_not_taken_for_granted() -> None:
    patient = at_home(doses=(*IN_UNIT, *AT_HOME, dose(DUE, setting=HOME, status=DoseStatus.MISSED, mg=0)))
    found = basis(patient, "2026-12-16")
    assert found.supposed_patient is patient
    assert ("dose:14", "2027-01-11") not in doses(found)


def test_doses_that_a_stop_blocks_are_in_no_calendar_though_the_last_may_have_been_taken() -> None:
    found = basis(at_home(holds=(Hold(d("2026-12-01"), HoldKind.INFECTION),)), "2026-12-16")
    assert doses(found) == []


def test_a_dose_of_the_unit_is_not_taken_for_granted() -> None:
    patient = at_home(regimens=at_home().course.regimens[:1], doses=IN_UNIT)
    assert basis(patient, "2026-12-16").supposed_patient is patient
