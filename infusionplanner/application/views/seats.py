"""How long somebody sits in a place: as booked, and for as long as the visit lasts in fact. Pure."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from infusionplanner.application.records import Visit, VisitState
from infusionplanner.domain.patient import AppointmentStatus

_MINUTE = timedelta(minutes=1)


def waiting_for(visit: Visit) -> datetime | None:
    """R-OBS-1 Return until when the patient is observed, to the second, or None before the dose has ended."""
    if visit.ended_at is None:
        return None
    return visit.ended_at + timedelta(minutes=visit.observation_minutes)


def is_over(visit: Visit, now: datetime) -> bool:
    """Tell whether an observation has lasted long enough, and nobody has ended it yet."""
    until = waiting_for(visit)
    return visit.state is VisitState.OBSERVING and until is not None and until <= now


def seated(visit: Visit, now: datetime) -> Visit:
    """Return a visit with the time and the minutes for which its place is taken, the booked ones or longer.

    Whoever has come late, is observed for longer or is still there takes the place until the end; who has left gives it
    free. Days other than that of ``now`` are read from the stamps alone.
    """
    if visit.time is None or visit.minutes is None or not _takes_place(visit):
        return visit
    booked = datetime.combine(visit.on, visit.time)
    begins = min(booked, _minute(visit.started_at or booked))
    ends = _ends(visit, booked + timedelta(minutes=visit.minutes), now)
    midnight = datetime.combine(visit.on, time.min) + timedelta(days=1)
    return replace(visit, time=begins.time(), minutes=max(-((begins - min(ends, midnight)) // _MINUTE), 0))


def _takes_place(visit: Visit) -> bool:
    return visit.status is AppointmentStatus.BOOKED and visit.not_given is None


def _ends(visit: Visit, booked: datetime, now: datetime) -> datetime:
    if visit.left_at is not None:
        return visit.left_at if visit.left_at.date() == visit.on else booked
    length = timedelta(minutes=visit.minutes or 0)
    is_today = visit.on == now.date()
    until = waiting_for(visit)
    if until is not None:
        return max(booked, until, now) if is_today else max(booked, until)
    if visit.started_at is not None:
        return max(booked, visit.started_at + length, now if is_today else booked)
    return max(booked, now + length) if visit.arrived_at is not None and is_today else booked


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
