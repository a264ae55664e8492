"""Free times of a day, best first."""

from dataclasses import replace
from datetime import datetime, time

from builders import IV, SC, d
from desks import INGRID, PLACES, TODAY
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.application.records import Visit, VisitId
from infusionplanner.application.views.seats import seated
from infusionplanner.application.views.slots import Slot, SlotWish, first_free, free_slots
from infusionplanner.domain.patient import AppointmentStatus
from infusionplanner.domain.unit import Place, PlaceKind, Unit

UNIT = Unit(places=PLACES, opens=time(8), closes=time(10))


def visit(at: str, minutes: int | None = 60, place: str = "Stol 1") -> Visit:
    return Visit(VisitId(1), INGRID, TODAY, time.fromisoformat(at), place=place, minutes=minutes)


def times(slots: tuple[Slot, ...], place: str | None = "Stol 1") -> list[str]:
    return sorted(f"{slot.time:%H:%M}" for slot in slots if slot.place == place)


def test_a_closed_day_has_no_free_times() -> None:
    assert free_slots(UNIT, (), d("2026-11-22"), 30) == ()


def test_times_lie_between_opening_and_closing() -> None:
    assert times(free_slots(UNIT, (), TODAY, 60)) == ["08:00", "08:15", "08:30", "08:45", "09:00"]
    assert free_slots(UNIT, (), TODAY, 121) == ()


def test_without_a_wish_the_earliest_chair_comes_first() -> None:
    first, second, third, *_ = free_slots(UNIT, (), TODAY, 30)
    assert (first, second, third) == (
        Slot(TODAY, time(8), "Stol 1", 30),
        Slot(TODAY, time(8), "Stol 2", 30),
        Slot(TODAY, time(8), "Injeksjon", 30),
    )


def test_the_usual_time_and_place_come_first() -> None:
    slots = free_slots(UNIT, (), TODAY, 30, SlotWish(SC, time(9, 10), "Stol 2"))
    assert slots[:2] == (Slot(TODAY, time(9, 10), "Stol 2", 30), Slot(TODAY, time(9, 10), "Injeksjon", 30))
    near = free_slots(UNIT, (visit("09:00", place="Stol 2"),), TODAY, 30, SlotWish(SC, time(9), "Stol 2"))
    assert near[0] == Slot(TODAY, time(9), "Injeksjon", 30)


def test_a_time_outside_the_hours_is_wished_in_vain() -> None:
    assert free_slots(UNIT, (), TODAY, 30, SlotWish(time=time(15)))[0] == Slot(TODAY, time(9, 30), "Stol 1", 30)


def test_an_infusion_is_not_given_in_the_injection_room() -> None:
    assert {slot.place for slot in free_slots(UNIT, (), TODAY, 30, SlotWish(IV))} == {"Stol 1", "Stol 2"}
    only = Unit(places=(Place("Injeksjon", PlaceKind.INJECTION),))
    assert free_slots(only, (), TODAY, 30, SlotWish(IV)) == ()


def test_what_is_booked_is_not_free() -> None:
    assert times(free_slots(UNIT, (visit("08:30"),), TODAY, 30)) == ["08:00", "09:30"]


def test_what_takes_no_place_leaves_it_free() -> None:
    free = times(free_slots(UNIT, (), TODAY, 30))
    for other in (
        replace(visit("08:30"), status=AppointmentStatus.CANCELLED),
        replace(visit("08:30"), not_given="feber"),
        replace(visit("08:30"), time=None),
        visit("08:30", None),
        replace(visit("08:30"), on=d("2026-11-24")),
        visit("08:30", place="Stol 2"),
        seated(replace(visit("08:30"), left_at=datetime(2026, 11, 23, 8, 20)), datetime(2026, 11, 23, 9)),
    ):
        assert times(free_slots(UNIT, (other,), TODAY, 30)) == free


def test_a_place_is_free_when_the_patient_has_left() -> None:
    gone = seated(replace(visit("08:00", 90), left_at=datetime(2026, 11, 23, 8, 40)), datetime(2026, 11, 23, 9))
    assert times(free_slots(UNIT, (gone,), TODAY, 30)) == ["08:45", "09:00", "09:15", "09:30"]


def test_a_unit_without_places_is_free_all_day() -> None:
    slots = free_slots(Unit(opens=time(8), closes=time(9)), (visit("08:00"),), TODAY, 30)
    assert times(slots, None) == ["08:00", "08:15", "08:30"]


def test_the_first_free_time_lies_ahead() -> None:
    slots = free_slots(UNIT, (), TODAY, 30)
    assert first_free(slots, time(8, 20)) == Slot(TODAY, time(8, 30), "Stol 1", 30)
    assert first_free(slots) == slots[0]
    assert first_free(slots, time(12)) is None


@given(
    st.lists(st.tuples(st.sampled_from(PLACES), st.integers(0, 90), st.integers(1, 120)), max_size=8),
    st.integers(1, 120),
)
def test_no_free_time_meets_a_booked_one(booked: list[tuple[Place, int, int]], minutes: int) -> None:
    taken = [
        Visit(VisitId(n), INGRID, TODAY, time(8 + start // 60, start % 60), place=place.name, minutes=length)
        for n, (place, start, length) in enumerate(booked)
    ]
    for slot in free_slots(UNIT, taken, TODAY, minutes):
        begin = slot.time.hour * 60 + slot.time.minute
        for other in taken:
            assert other.time is not None
            assert other.minutes is not None
            start = other.time.hour * 60 + other.time.minute
            assert slot.place != other.place or begin + minutes <= start or start + other.minutes <= begin
