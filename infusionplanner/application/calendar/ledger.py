"""The ledger of what was handed out: merging a new plan into it, what changed, and which calendars are untrue now.

A ledger is the events of one patient as last handed out, withdrawn ones too, in the order in which they first were.
Events are never taken out of it: a reader keeps what a new file no longer mentions, so what is no longer wanted is
handed out as withdrawn. Merging the same again changes nothing, so that the files come out byte by byte the same.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from infusionplanner.application.calendar.spacing import around, taken_by
from infusionplanner.application.calendar.values import (
    CalendarChange,
    CalendarChoice,
    CalendarContent,
    CalendarExport,
    ChangeKind,
    EventKind,
    EventVersion,
    ExportScope,
    WantedEvent,
)
from infusionplanner.application.calendar.wording import text_of
from infusionplanner.application.records import CalendarEvent

Ledger = tuple[CalendarEvent, ...]

OSLO = ZoneInfo("Europe/Oslo")
"""The zone of all local times."""

_SECOND = timedelta(seconds=1)


def merge(
    ledger: Ledger,
    wanted: Iterable[WantedEvent],
    now_utc: datetime,
    new_uid: Callable[[], str],
    content: CalendarContent,
) -> Ledger:
    """Return the ledger as it is to be handed out now.

    - An event that is still wanted as it was keeps sequence and stamp.
    - One that differs in anything, words included, gets the next sequence and a later stamp.
    - One that is no longer wanted is withdrawn if it lies ahead, and stays as it is if it has begun.
    - A withdrawn one that is wanted again stands again.
    - A reminder that is late already (``soon``) stays on the day it was given until that has passed.

    ``now_utc`` is aware; ``new_uid`` gives a random one for each new event (``infusionplanner.export.ics.new_uid``).
    """
    now = now_utc.astimezone(UTC).replace(microsecond=0)
    local = local_time(now)
    asked = {event.slot: event for event in wanted}
    known = {event.slot: event for event in ledger}
    drafts = [_draft(event, asked.get(event.slot), local) for event in ledger]
    drafts += [_new(event, new_uid(), now) for slot, event in asked.items() if slot not in known]
    late = {slot for slot, event in asked.items() if event.soon}
    drafts = _apart(drafts, late, local.date())
    return tuple(_stamped(event, known.get(event.slot), now, local.date(), content) for event in drafts)


def withdraw_all(ledger: Ledger, now_utc: datetime, content: CalendarContent) -> Ledger:
    """Return the ledger with everything that lies ahead withdrawn: the withdrawal of all that was handed out."""
    return merge(ledger, (), now_utc, str, content)


def upcoming(ledger: Ledger, now_utc: datetime) -> Ledger:
    """Return the events of today and later, in their order in time: what a file handed out now holds."""
    today = local_time(now_utc).date()
    return tuple(sorted((event for event in ledger if event.on >= today), key=_by_time))


def what_changed(before: Ledger, after: Ledger) -> tuple[CalendarChange, ...]:
    """Return what is different for the person who holds the calendar ``before``, by the time it is about."""
    known = {event.uid: event for event in before}
    changes = [_change(known.get(event.uid), event) for event in after]
    return tuple(sorted((change for change in changes if change is not None), key=_by_moment))


def export_of(events: Ledger, choice: CalendarChoice, *, at: datetime, by: str, scope: ExportScope) -> CalendarExport:
    """Return the record of handing out ``events``, at least one, at a local time by a person."""
    until = max((event.on for event in events if not event.withdrawn), default=at.date())
    versions = tuple(EventVersion(event.uid, event.sequence) for event in events)
    return CalendarExport(events[0].patient, at, by, scope, until, versions, choice)


def stale(
    exports: Sequence[CalendarExport],
    ledger: Ledger,
    wanted: Sequence[WantedEvent],
    now_utc: datetime,
    content: CalendarContent,
) -> tuple[CalendarChange, ...]:
    """Return what in the calendar that the patient holds is no longer true; empty when it still is.

    ``exports`` are all of this patient, oldest first. ``wanted`` and ``content`` must be made with the choices of the
    last one (``exports[-1].choice``, its content with the ward's telephone of today). What the plan adds after the
    last day handed out makes nothing untrue, nor does a reminder that is late already and was given before.

    What the plan adds before that day does. A test that was taken on its day was shown rightly, and still its
    telephone is out of date: the next test, half a year on, is not in it, and whoever trusts a calendar that reaches
    a year ahead would miss it. So a patient comes on the list with most results; the list is sorted by the first
    moment that is wrong, which puts those behind every dose that has moved. A dose taken on its day adds nothing:
    the next ones were in the calendar already, and only the last of the year comes after its end.
    """
    if not exports or exports[-1].scope is ExportScope.WITHDRAWAL:
        return ()
    late = {event.slot for event in wanted if event.soon}
    changes = what_changed(_in_hand(exports, ledger), merge(ledger, wanted, now_utc, str, content))
    return tuple(change for change in changes if _makes_untrue(change, exports[-1].until, late))


def local_time(moment: datetime) -> datetime:
    """Return the local time (Europe/Oslo, naive) of an aware moment."""
    return moment.astimezone(OSLO).replace(tzinfo=None)


def start_of(event: CalendarEvent) -> datetime:
    """Return the local start of an event."""
    return datetime.combine(event.on, event.time)


def _by_time(event: CalendarEvent) -> tuple[date, object, str]:
    return event.on, event.time, event.uid


def _by_moment(change: CalendarChange) -> tuple[str, str]:
    return str(change.after or change.before), change.slot


def _draft(known: CalendarEvent, wanted: WantedEvent | None, local: datetime) -> CalendarEvent:
    """Return a known event as it is wanted now, not yet stamped."""
    if wanted is None:
        return known if known.withdrawn or start_of(known) <= local else replace(known, withdrawn=True)
    kept = wanted.soon and not known.withdrawn and known.on >= local.date()
    moment = known if kept else wanted
    if (
        (known.on, known.time, known.minutes, known.kind) == (moment.on, moment.time, wanted.minutes, wanted.kind)
        and (known.booked, known.label) == (wanted.booked, wanted.label)
        and not known.withdrawn
    ):
        return known
    return replace(
        known,
        kind=wanted.kind.value,
        on=moment.on,
        time=moment.time,
        minutes=wanted.minutes,
        booked=wanted.booked,
        label=wanted.label,
        withdrawn=False,
    )


def _new(event: WantedEvent, uid: str, now: datetime) -> CalendarEvent:
    return CalendarEvent(
        patient=event.patient,
        slot=event.slot,
        uid=uid,
        sequence=0,
        modified_at=now,
        kind=event.kind.value,
        on=event.on,
        time=event.time,
        minutes=event.minutes,
        booked=event.booked,
        label=event.label,
    )


def _apart(drafts: list[CalendarEvent], late: set[str], today: date) -> list[CalendarEvent]:
    """Move late reminders out of the way of what stands on the same day, and what is withdrawn out of the way of both.

    The wanted events come without overlaps; only these two may stand on a day that they were not asked for. The unit's
    own visits stay where they are.
    """
    ahead = [event for event in drafts if event.on >= today and event.kind != EventKind.VISIT]
    withdrawn = [event for event in ahead if event.withdrawn]
    reminders = [event for event in ahead if event.slot in late]
    if not withdrawn and not reminders:
        return drafts
    taken = taken_by(event for event in drafts if not event.withdrawn and event.slot not in late)
    moved = {event.slot: event for event in around([*reminders, *withdrawn], taken)}
    return [moved.get(event.slot, event) for event in drafts]


def _stamped(
    event: CalendarEvent, known: CalendarEvent | None, now: datetime, today: date, content: CalendarContent
) -> CalendarEvent:
    if event is known and event.on < today:
        return event
    digest = text_of(event, content).digest
    if known is None:
        return replace(event, digest=digest)
    if event is known and digest == known.digest:
        return known
    later = max(now, known.modified_at + _SECOND)
    return replace(event, digest=digest, sequence=known.sequence + 1, modified_at=later)


def _change(before: CalendarEvent | None, after: CalendarEvent) -> CalendarChange | None:
    what = _what(before, after)
    if what is None:
        return None
    return CalendarChange(
        what=what,
        slot=after.slot,
        kind=EventKind(after.kind),
        before=start_of(before) if before is not None and what is not ChangeKind.RESTORED else None,
        after=start_of(after) if what is not ChangeKind.WITHDRAWN else None,
        booked=after.booked,
        label=after.label,
    )


def _what(before: CalendarEvent | None, after: CalendarEvent) -> ChangeKind | None:
    if after.withdrawn:
        return ChangeKind.WITHDRAWN if before is not None and not before.withdrawn else None
    if before is None:
        return ChangeKind.ADDED
    if before.withdrawn:
        return ChangeKind.RESTORED
    if start_of(before) != start_of(after):
        return ChangeKind.MOVED
    return None if before == after else ChangeKind.REWORDED


def _in_hand(exports: Iterable[CalendarExport], ledger: Ledger) -> Ledger:
    """Return the events that the patient holds; of one that has changed since, all but the version is the ledger's."""
    held: dict[str, int] = {}
    for export in exports:
        held |= {version.uid: version.sequence for version in export.versions}
    return tuple(
        event if held[event.uid] == event.sequence else replace(event, withdrawn=False, sequence=held[event.uid])
        for event in ledger
        if event.uid in held
    )


def _makes_untrue(change: CalendarChange, until: date, late: set[str]) -> bool:
    if change.what is ChangeKind.ADDED:
        return change.after is not None and change.after.date() <= until
    return change.what is not ChangeKind.MOVED or change.slot not in late
