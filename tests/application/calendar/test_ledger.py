"""Merging a new plan into what was handed out, telling what changed, and finding what is untrue."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from calendars import FULL, NEUTRAL, NOW, PLAIN, ledger_of, shown, uids, wanted
from hypothesis import given
from hypothesis import strategies as st

from infusionplanner.application.calendar.ledger import (
    Ledger,
    export_of,
    local_time,
    merge,
    stale,
    upcoming,
    what_changed,
    withdraw_all,
)
from infusionplanner.application.calendar.values import (
    CalendarChange,
    CalendarChoice,
    CalendarContent,
    ChangeKind,
    EventKind,
    EventVersion,
    ExportScope,
    WantedEvent,
)
from infusionplanner.application.calendar.wording import text_of

LATER = NOW + timedelta(hours=1)
A = wanted("dose:12", "2026-12-14")
B = wanted("dose:13", "2027-01-11")
MOVED = replace(A, on=date(2026, 12, 16))
CHOICE = CalendarChoice(content=NEUTRAL)


def _merge(ledger: Ledger, *events: WantedEvent, now: datetime = LATER, content: CalendarContent = NEUTRAL) -> Ledger:
    return merge(ledger, events, now, lambda: "00000099-new", content)


def test_new_events_get_an_identity_and_begin_at_zero() -> None:
    [event, _] = ledger_of(A, B)
    assert (event.slot, event.uid) == ("dose:12", "00000001-0000-4000-8000-000000000000@avtale.invalid")
    assert (event.sequence, event.modified_at) == (0, NOW)
    assert (event.on, event.time, event.minutes, event.kind) == (A.on, A.time, 30, "home_dose")
    assert event.digest == text_of(event, NEUTRAL).digest


def test_merging_the_same_again_changes_nothing() -> None:
    ledger = ledger_of(A, B)
    assert _merge(ledger, A, B) == ledger
    assert all(again is before for again, before in zip(_merge(ledger, A, B), ledger, strict=True))


def test_a_moved_event_keeps_its_identity_and_gets_the_next_version() -> None:
    before = ledger_of(A, B)
    after = _merge(before, MOVED, B)
    assert after[0] == replace(before[0], on=MOVED.on, sequence=1, modified_at=LATER)
    assert after[1] is before[1]


def test_a_booking_is_a_change() -> None:
    dose = replace(A, kind=EventKind.DOSE)
    after = _merge(ledger_of(dose), replace(dose, booked=True))
    assert (after[0].sequence, after[0].booked) == (1, True)


def test_a_dose_that_goes_home_is_a_change() -> None:
    after = _merge(ledger_of(replace(A, kind=EventKind.DOSE)), A, content=FULL)
    assert (after[0].sequence, after[0].kind) == (1, EventKind.HOME_DOSE)


def test_stamps_rise_even_when_the_clock_does_not() -> None:
    ledger = ledger_of(A)
    for version in range(1, 4):
        ledger = _merge(ledger, MOVED if version % 2 else A, now=NOW - timedelta(days=1))
        assert (ledger[0].sequence, ledger[0].modified_at) == (version, NOW + timedelta(seconds=version))


def test_fractions_of_a_second_are_not_kept() -> None:
    [event] = ledger_of(A, now=NOW.replace(microsecond=700))
    assert event.modified_at == NOW


def test_other_words_are_another_version() -> None:
    ledger = ledger_of(A)
    for version, content in enumerate((PLAIN, FULL, replace(FULL, phone="22 00 00 00"), NEUTRAL), 1):
        ledger = _merge(ledger, A, content=content)
        assert (ledger[0].sequence, ledger[0].digest) == (version, text_of(ledger[0], content).digest)
        assert _merge(ledger, A, content=content) == ledger


def test_what_is_no_longer_wanted_is_withdrawn_once() -> None:
    before = ledger_of(A, B)
    after = _merge(before, B)
    withdrawn = replace(before[0], withdrawn=True)
    assert after[0] == replace(withdrawn, sequence=1, modified_at=LATER, digest=text_of(withdrawn, NEUTRAL).digest)
    assert _merge(after, B, now=LATER + timedelta(hours=1)) == after


def test_a_withdrawn_event_that_comes_back_rises_again() -> None:
    after = _merge(_merge(ledger_of(A)), A)
    assert (after[0].sequence, after[0].withdrawn, after[0].on) == (2, False, A.on)


def test_what_has_begun_stays_as_it_is() -> None:
    ledger = ledger_of(A)
    just_before, on_time = (datetime(2026, 12, 14, hour, tzinfo=UTC) for hour in (16, 17))
    assert _merge(ledger, now=just_before)[0].withdrawn
    assert _merge(ledger, now=on_time) == ledger


def test_the_words_of_days_gone_by_are_not_touched() -> None:
    ledger = ledger_of(A)
    next_day = datetime(2026, 12, 15, 8, tzinfo=UTC)
    assert _merge(ledger, now=next_day, content=FULL) == ledger
    assert _merge(ledger, A, now=next_day, content=FULL) == ledger
    same_day = datetime(2026, 12, 14, 20, tzinfo=UTC)
    assert _merge(ledger, now=same_day, content=FULL)[0].sequence == 1


def test_an_event_of_the_past_that_is_wanted_again_moves() -> None:
    after = _merge(ledger_of(A), replace(A, on=date(2026, 12, 20)), now=datetime(2026, 12, 18, tzinfo=UTC))
    assert (after[0].on, after[0].sequence) == (date(2026, 12, 20), 1)


def test_a_late_reminder_stays_on_its_day_until_that_has_passed() -> None:
    late = wanted("mri:1", "2026-11-24", "10:00", soon=True)
    ledger = ledger_of(late)
    tomorrow = replace(late, on=date(2026, 11, 25))
    assert _merge(ledger, tomorrow, now=NOW + timedelta(days=1)) == ledger
    after = _merge(ledger, replace(late, on=date(2026, 11, 26)), now=NOW + timedelta(days=2))
    assert (after[0].on, after[0].sequence) == (date(2026, 11, 26), 1)


def test_a_late_reminder_that_was_withdrawn_comes_back_on_its_new_day() -> None:
    late = wanted("mri:1", "2026-11-25", "10:00", soon=True)
    after = _merge(_merge(ledger_of(late)), replace(late, on=date(2026, 11, 26)))
    assert (after[0].on, after[0].withdrawn) == (date(2026, 11, 26), False)


def test_a_late_reminder_gives_way_on_the_day_where_it_stays() -> None:
    late = wanted("mri:1", "2026-11-24", "10:00", soon=True)
    other = wanted("order:3", "2026-11-24", "10:00")
    after = _merge(ledger_of(late), other, replace(late, on=date(2026, 11, 25)))
    assert shown(after) == ["mri:1 2026-11-24 10:30", "order:3 2026-11-24 10:00"]
    assert _merge(after, other, replace(late, on=date(2026, 11, 25))) == after


def test_what_is_withdrawn_gives_way_to_what_stands() -> None:
    after = _merge(ledger_of(A), replace(B, on=A.on))
    assert shown(after) == ["dose:12 2026-12-14 18:30", "dose:13 2026-12-14 18:00"]
    assert [event.withdrawn for event in after] == [True, False]
    assert _merge(after, replace(B, on=A.on)) == after


def test_the_visits_of_the_unit_stay_where_they_are() -> None:
    first = wanted("visit:1", "2026-11-24", "09:00", label="IM", booked=True)
    second = wanted("visit:2", "2026-11-24", "09:00", label="KN", booked=True)
    after = _merge(ledger_of(first, second), second)
    assert [event.time for event in after] == [time(9), time(9)]


def test_everything_ahead_can_be_withdrawn() -> None:
    ledger = ledger_of(wanted("dose:11", "2026-11-23", "08:00"), A, B)
    after = withdraw_all(ledger, NOW, NEUTRAL)
    assert [event.withdrawn for event in after] == [False, True, True]
    assert shown(upcoming(after, NOW)) == [
        "dose:11 2026-11-23 08:00",
        "dose:12 2026-12-14 18:00",
        "dose:13 2027-01-11 18:00",
    ]


def test_a_file_holds_today_and_what_comes_in_the_order_of_time() -> None:
    ledger = ledger_of(B, A, wanted("order:3", "2026-12-14", "10:00"))
    noon = datetime(2026, 12, 14, 12, tzinfo=UTC)
    assert shown(upcoming(ledger, noon)) == [
        "order:3 2026-12-14 10:00",
        "dose:12 2026-12-14 18:00",
        "dose:13 2027-01-11 18:00",
    ]
    assert shown(upcoming(ledger, noon + timedelta(days=1))) == ["dose:13 2027-01-11 18:00"]


def test_today_is_the_day_in_norway() -> None:
    assert local_time(datetime(2026, 12, 13, 23, 30, tzinfo=UTC)) == datetime.fromisoformat("2026-12-14T00:30")
    assert local_time(datetime(2026, 7, 13, 22, 30, tzinfo=UTC)) == datetime.fromisoformat("2026-07-14T00:30")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_what_changed_is_told_in_values() -> None:
    before = ledger_of(A, B, wanted("mri:1", "2027-02-01", "10:00"))
    after = _merge(before, MOVED, wanted("mri:1", "2027-02-01", "10:00", booked=True), wanted("order:3", "2026-12-01"))
    assert what_changed(before, after) == (
        CalendarChange(ChangeKind.ADDED, "order:3", EventKind.ORDER, None, _at("2026-12-01T18:00")),
        CalendarChange(
            ChangeKind.MOVED, "dose:12", EventKind.HOME_DOSE, _at("2026-12-14T18:00"), _at("2026-12-16T18:00")
        ),
        CalendarChange(ChangeKind.WITHDRAWN, "dose:13", EventKind.HOME_DOSE, _at("2027-01-11T18:00"), None),
        CalendarChange(
            ChangeKind.REWORDED, "mri:1", EventKind.MRI, _at("2027-02-01T10:00"), _at("2027-02-01T10:00"), booked=True
        ),
    )
    back = _merge(after, A, B)
    assert [(change.what, change.slot) for change in what_changed(after, back)] == [
        (ChangeKind.WITHDRAWN, "order:3"),
        (ChangeKind.MOVED, "dose:12"),
        (ChangeKind.RESTORED, "dose:13"),
        (ChangeKind.WITHDRAWN, "mri:1"),
    ]
    assert what_changed(back, back) == ()
    assert what_changed((), withdraw_all(before, NOW, NEUTRAL)) == ()


def test_a_change_knows_the_number_of_its_dose() -> None:
    assert what_changed((), ledger_of(A))[0].number == "12"


def test_an_export_keeps_what_was_handed_out() -> None:
    events = _merge(ledger_of(A, B), MOVED)
    export = export_of(events, CHOICE, at=_at("2026-11-23T09:00"), by="AD", scope=ExportScope.WHOLE)
    assert (export.patient, export.by, export.until, export.choice) == ("ex-01", "AD", MOVED.on, CHOICE)
    assert export.versions == (EventVersion(events[0].uid, 1), EventVersion(events[1].uid, 1))


def test_an_export_of_withdrawals_reaches_no_further_than_its_day() -> None:
    events = withdraw_all(ledger_of(A), NOW, NEUTRAL)
    export = export_of(events, CHOICE, at=_at("2026-11-23T09:00"), by="AD", scope=ExportScope.WITHDRAWAL)
    assert export.until == date(2026, 11, 23)


def _stale(
    ledger: Ledger, *events: WantedEvent, handed_out: Ledger | None = None, content: CalendarContent = NEUTRAL
) -> list[tuple[ChangeKind, str]]:
    export = export_of(
        ledger if handed_out is None else handed_out,
        CHOICE,
        at=_at("2026-11-23T09:00"),
        by="AD",
        scope=ExportScope.WHOLE,
    )
    return [(change.what, change.slot) for change in stale([export], ledger, events, LATER, content)]


def test_what_is_still_true_is_not_stale() -> None:
    assert _stale(ledger_of(A, B), A, B) == []


def test_a_moved_a_withdrawn_and_a_new_event_make_a_calendar_stale() -> None:
    order = wanted("order:3", "2026-12-01")
    assert _stale(ledger_of(A, B), MOVED, order) == [
        (ChangeKind.ADDED, "order:3"),
        (ChangeKind.MOVED, "dose:12"),
        (ChangeKind.WITHDRAWN, "dose:13"),
    ]


def test_another_telephone_makes_a_calendar_stale() -> None:
    assert _stale(ledger_of(A), A, content=replace(NEUTRAL, phone="22 00 00 00")) == [(ChangeKind.REWORDED, "dose:12")]


def test_what_lies_beyond_the_last_day_handed_out_makes_nothing_stale() -> None:
    assert _stale(ledger_of(A), A, B) == []


def test_a_late_reminder_that_was_given_makes_nothing_stale() -> None:
    late = wanted("mri:1", "2026-11-20", "10:00", soon=True)
    assert _stale(ledger_of(late, A), replace(late, on=date(2026, 11, 24)), A) == []
    assert _stale(ledger_of(A), replace(late, on=date(2026, 11, 24)), A) == [(ChangeKind.ADDED, "mri:1")]


def test_a_version_that_was_never_handed_out_makes_a_calendar_stale() -> None:
    before = ledger_of(A, B)
    assert _stale(_merge(before, MOVED, B), MOVED, B, handed_out=before) == [(ChangeKind.REWORDED, "dose:12")]
    assert _stale(_merge(before, B), B, handed_out=before) == [(ChangeKind.WITHDRAWN, "dose:12")]


def test_who_has_no_calendar_or_gave_it_back_has_none_that_is_untrue() -> None:
    ledger = ledger_of(A)
    assert stale([], ledger, [], LATER, NEUTRAL) == ()
    back = withdraw_all(ledger, NOW, NEUTRAL)
    export = export_of(back, CHOICE, at=_at("2026-11-23T09:00"), by="AD", scope=ExportScope.WITHDRAWAL)
    assert stale([export], back, [A], LATER, NEUTRAL) == ()


def test_a_calendar_handed_out_in_parts_is_known_by_all_of_them() -> None:
    ledger = ledger_of(A, B)
    parts = [
        export_of((event,), CHOICE, at=_at("2026-11-23T09:00"), by="AD", scope=ExportScope.SINGLE) for event in ledger
    ]
    assert stale(parts, ledger, [A, B], LATER, NEUTRAL) == ()
    assert [change.slot for change in stale(parts, ledger, [MOVED, B], LATER, NEUTRAL)] == ["dose:12"]


DAYS = st.integers(0, 40).map(lambda n: date(2026, 11, 20) + timedelta(n))
PLANS = st.dictionaries(
    st.sampled_from(["dose:1", "dose:2", "order:1", "mri:1"]), st.tuples(DAYS, st.booleans()), max_size=4
)


@given(st.lists(st.tuples(PLANS, st.integers(0, 3 * 24), st.sampled_from([NEUTRAL, PLAIN, FULL])), max_size=6))
def test_versions_and_stamps_only_rise_and_always_together(
    steps: list[tuple[dict[str, tuple[date, bool]], int, CalendarContent]],
) -> None:
    ledger: Ledger = ()
    now, source = NOW, uids()
    for plan, hours, content in steps:
        now += timedelta(hours=hours)
        events = [wanted(slot, on, soon=soon) for slot, (on, soon) in plan.items()]
        after = merge(ledger, events, now, source, content)
        assert [event.uid for event in after[: len(ledger)]] == [event.uid for event in ledger]
        for old, new in zip(ledger, after, strict=False):
            assert new == old or (new.sequence == old.sequence + 1 and new.modified_at > old.modified_at)
        live = {event.slot for event in upcoming(after, now) if not event.withdrawn}
        assert {slot for slot, (on, _) in plan.items() if on > local_time(now).date()} <= live
        assert merge(after, events, now, source, content) == after
        ledger = after
