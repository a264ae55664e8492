"""Events of one calendar do not overlap."""

from datetime import date, time, timedelta
from itertools import pairwise

from calendars import shown, wanted
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.application.calendar.spacing import apart, around, taken_by
from infusionplanner.application.calendar.values import WantedEvent

DAY = "2026-12-14"


def _spans(events: tuple[WantedEvent, ...]) -> list[tuple[date, int, int]]:
    starts = ((event, event.time.hour * 60 + event.time.minute) for event in events)
    return sorted((event.on, start, start + event.minutes) for event, start in starts)


def test_what_does_not_meet_stays() -> None:
    events = (wanted("dose:1", DAY, "18:00"), wanted("order:1", DAY, "18:30"), wanted("mri:1", "2026-12-15", "18:00"))
    assert apart(events) == events


def test_reminders_of_one_time_follow_each_other() -> None:
    events = (wanted("bloods:1", DAY, "10:00"), wanted("jcv:1", DAY, "10:00"), wanted("order:1", DAY, "10:15"))
    assert shown(apart(events)) == [
        "bloods:1 2026-12-14 10:00",
        "jcv:1 2026-12-14 10:30",
        "order:1 2026-12-14 11:00",
    ]


def test_a_booked_time_is_never_moved() -> None:
    events = (wanted("bloods:1", DAY, "10:00"), wanted("dose:1", DAY, "10:10", booked=True))
    assert shown(apart(events)) == ["bloods:1 2026-12-14 10:40", "dose:1 2026-12-14 10:10"]


def test_a_booked_event_is_shortened_by_the_next_booked_one() -> None:
    events = (wanted("dose:1", DAY, "10:00", booked=True), wanted("mri:1", DAY, "10:20", booked=True))
    found = apart(events)
    assert [event.time for event in found] == [time(10), time(10, 20)]
    assert [event.minutes for event in found] == [20, 30]


def test_two_booked_for_the_same_minute_are_one_visit() -> None:
    events = (wanted("dose:1", DAY, "10:00", booked=True), wanted("bloods:1", DAY, "10:00", booked=True))
    found = apart(events)
    assert [(event.time, event.minutes) for event in found] == [(time(10), 5), (time(10, 5), 30)]


def test_late_in_the_evening_the_time_before_is_taken() -> None:
    events = (
        wanted("dose:1", DAY, "23:50", booked=True),
        wanted("order:1", DAY, "23:45"),
        wanted("mri:1", DAY, "23:10"),
    )
    found = apart(events)
    assert shown(found) == ["dose:1 2026-12-14 23:50", "order:1 2026-12-14 23:20", "mri:1 2026-12-14 22:50"]
    assert found[0].minutes == 10


def test_around_takes_what_others_leave() -> None:
    taken = taken_by([wanted("dose:1", DAY, "10:00")])
    found = around([wanted("order:1", DAY, "10:00"), wanted("order:2", DAY, "10:00")], taken)
    assert shown(found) == ["order:1 2026-12-14 10:30", "order:2 2026-12-14 11:00"]


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 24 * 60 - 1), st.booleans()), max_size=15))
def test_no_two_overlap_and_none_reaches_past_midnight(rows: list[tuple[int, int, bool]]) -> None:
    first = date(2026, 12, 14)
    events = tuple(
        wanted(f"dose:{number}", first + timedelta(day), f"{minute // 60:02}:{minute % 60:02}", booked=booked)
        for number, (day, minute, booked) in enumerate(rows)
    )
    found = apart(events)
    spans = _spans(found)
    assert all(start >= 0 and end <= 24 * 60 for _, start, end in spans)
    for (day, _, end), (next_day, start, _) in pairwise(spans):
        assert day < next_day or end <= start
    starts = {(event.on, event.time) for event in found}
    assert {(event.on, event.time) for event in events if event.booked} <= starts
