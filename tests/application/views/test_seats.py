"""A place is taken while somebody sits in it: for longer when the visit lasts longer, and free once they have left."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from builders import d
from desks import INGRID, TODAY

from infusionplanner.application.records import Visit, VisitId
from infusionplanner.application.views.seats import is_over, seated, waiting_for
from infusionplanner.domain.patient import AppointmentStatus

BOOKED = Visit(VisitId(1), INGRID, TODAY, time(9), place="Stol 1", minutes=60, observation_minutes=15)


def at(text: str) -> datetime:
    return datetime.combine(TODAY, time.fromisoformat(text))


def taken(now: str, **stamps: Any) -> str:
    found = seated(replace(BOOKED, **stamps), at(now))
    assert found.time is not None
    assert found.minutes is not None
    begins = datetime.combine(found.on, found.time)
    return f"{begins:%H:%M}-{begins + timedelta(minutes=found.minutes):%H:%M}"


@pytest.mark.parametrize(
    ("why", "now", "stamps", "expected"),
    [
        ("as booked", "08:00", {}, "09:00-10:00"),
        ("nobody has come yet, who may still come", "09:50", {}, "09:00-10:00"),
        ("has come in time", "08:55", {"arrived_at": at("08:50")}, "09:00-10:00"),
        ("has come late and waits", "09:20", {"arrived_at": at("09:20")}, "09:00-10:20"),
        ("has begun late", "09:30", {"arrived_at": at("09:20"), "started_at": at("09:25")}, "09:00-10:25"),
        ("has begun early", "08:50", {"arrived_at": at("08:40"), "started_at": at("08:45:30")}, "08:45-10:00"),
        ("goes on for longer than anybody thought", "10:40", {"started_at": at("09:00")}, "09:00-10:40"),
        ("observed in time", "09:40", {"started_at": at("09:00"), "ended_at": at("09:40")}, "09:00-10:00"),
        (
            "observed for longer after a reaction",
            "09:50",
            {"started_at": at("09:00"), "ended_at": at("09:40:10"), "observation_minutes": 60},
            "09:00-10:41",
        ),
        ("nobody has ended the observation", "11:00", {"ended_at": at("09:40")}, "09:00-11:00"),
        ("has left early", "10:30", {"ended_at": at("09:10"), "left_at": at("09:25")}, "09:00-09:25"),
        ("has left late", "12:00", {"ended_at": at("10:10"), "left_at": at("10:25:01")}, "09:00-10:26"),
        ("has left before the time", "12:00", {"left_at": at("08:30")}, "09:00-09:00"),
        ("until midnight at the most", "23:00", {"ended_at": at("23:30"), "observation_minutes": 60}, "09:00-00:00"),
    ],
)
def test_how_long_a_place_is_taken(why: str, now: str, stamps: dict[str, Any], expected: str) -> None:
    assert taken(now, **stamps) == expected, why


def test_another_day_is_read_from_its_stamps() -> None:
    tomorrow = datetime(2026, 11, 24, 12)
    assert seated(BOOKED, tomorrow) == BOOKED
    waits = replace(BOOKED, arrived_at=at("09:30"))
    assert seated(waits, tomorrow).minutes == 60
    goes_on = replace(waits, started_at=at("09:30"))
    assert seated(goes_on, tomorrow).minutes == 90
    observed = replace(goes_on, ended_at=at("10:00"), observation_minutes=60)
    assert seated(observed, tomorrow).minutes == 120
    assert seated(replace(observed, left_at=datetime(2026, 11, 24, 8)), tomorrow).minutes == 60


@pytest.mark.parametrize(
    "free",
    [
        replace(BOOKED, time=None),
        replace(BOOKED, minutes=None),
        replace(BOOKED, status=AppointmentStatus.CANCELLED),
        replace(BOOKED, not_given="no_show"),
    ],
)
def test_what_takes_no_place_is_left_as_it_is(free: Visit) -> None:
    assert seated(replace(free, arrived_at=at("09:30")), at("11:00")) == replace(free, arrived_at=at("09:30"))


def test_an_observation_is_over_to_the_second_and_until_somebody_ends_it() -> None:
    observed = replace(BOOKED, ended_at=at("09:10:40"), on=d("2026-11-23"))
    assert waiting_for(BOOKED) is None
    assert waiting_for(observed) == at("09:25:40")
    assert [is_over(observed, at(now)) for now in ("09:25:39", "09:25:40", "12:00")] == [False, True, True]
    assert not is_over(replace(observed, left_at=at("09:26")), at("12:00"))
    assert not is_over(BOOKED, at("12:00"))
