"""What the week page says: how a day suits, what a drop means, what moves along, and why a move is refused."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.views.moving import Against, DayFit, Follows, Preview, Shift, Suits, Window
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.week.counts import COUNTS
from infusionplanner_ui.widgets.boards.board_data import Fit
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate

FITS = {Suits.BEST: Fit.BEST, Suits.ALLOWED: Fit.ALLOWED, Suits.OUTSIDE: Fit.OUTSIDE}


def day_note(window: Window, fit: DayFit) -> str:
    """Return the line below a day's title while a dose is carried: ``best: 28 dager``, ``for tidlig: 14 dager``."""
    days = "" if fit.days is None else COUNTS.days(fit.days)
    if fit.suits is Suits.BEST:
        if window.dose is not None and fit.on == window.dose.due:
            return text.join(translate("WeekWords", "best: due day"), days)
        return text.join(translate("WeekWords", "best: nearest open day"), days)
    if fit.suits is Suits.ALLOWED:
        return text.join(translate("WeekWords", "inside the window"), days) if window.dose else ""
    return text.join(_against(fit), days if fit.against in _COUNTED else "")


_COUNTED = frozenset({Against.TOO_SOON, Against.EARLY, Against.LATE, Against.REBOUND})


def _against(fit: DayFit) -> str:
    words: dict[Against | None, Callable[[], str]] = {
        Against.PAST: lambda: translate("WeekWords", "has passed"),
        Against.CLOSED: lambda: translate("WeekWords", "closed"),
        Against.TOO_SOON: lambda: translate("WeekWords", "too soon"),
        Against.EARLY: lambda: translate("WeekWords", "before the window"),
        Against.LATE: lambda: translate("WeekWords", "after the window"),
        Against.REBOUND: lambda: translate("WeekWords", "after the window, doctor clears"),
    }
    return words[fit.against]()


def verdict(window: Window, fit: DayFit) -> tuple[str, Tone]:
    """Return the badge of a target: a word with its tone."""
    if fit.against is None:
        if fit.suits is Suits.BEST:
            return translate("WeekWords", "best day"), Tone.OK
        word = translate("WeekWords", "inside the window") if window.dose else translate("WeekWords", "open day")
        return word, Tone.OK
    stop = fit.forbidden or fit.against is Against.REBOUND
    return _against(fit), Tone.STOP if stop else Tone.WARN


def meaning(window: Window, fit: DayFit) -> str:
    """Return what a day means for the dose: ``28 dager etter dose 4``; for the first dose and other visits nothing."""
    if window.dose is None or fit.days is None:
        return ""
    days = COUNTS.days(fit.days)
    if fit.against is Against.TOO_SOON:
        return translate("WeekWords", "only {days} after dose {number}, at least {least}").format(
            days=days, number=window.number_before, least=window.minimum_days
        )
    return translate("WeekWords", "{days} after dose {number}").format(days=days, number=window.number_before)


def ends(on: date, start: time, minutes: int, observed: int) -> str:
    """Return until when a visit lasts: ``observasjon til 10.45``, without observation ``ferdig 09.30``."""
    end = text.clock(datetime.combine(on, start) + timedelta(minutes=minutes))
    if observed:
        return translate("WeekWords", "observation until {time}").format(time=end)
    return translate("WeekWords", "done at {time}").format(time=end)


def follows(ward: Ward, preview: Preview) -> str:
    """Return what moves along, and what the plan then warns of, in one line."""
    said = [ward.wording.finding(finding) for finding in preview.findings]
    if preview.squeezed is not None:
        squeezed = translate("WeekWords", "the dose booked {day} comes too soon after it: move that one too")
        said.insert(0, squeezed.format(day=text.day_short(preview.squeezed)))
    moved = ", ".join(_shift(ward, shift) for shift in preview.shifts)
    if moved:
        said.insert(0, translate("WeekWords", "Moves along: {what}").format(what=moved))
    return text.join(*said) or translate("WeekWords", "Nothing else moves.")


def _shift(ward: Ward, shift: Shift) -> str:
    names: dict[Follows, Callable[[], str]] = {
        Follows.DOSE: lambda: translate("WeekWords", "dose {number}").format(number=shift.number),
        Follows.CONTROL: lambda: ward.wording.code("result", shift.kind),
        Follows.ORDER: lambda: translate("WeekWords", "order at the pharmacy"),
        Follows.RENEW: lambda: translate("WeekWords", "renew the prescription"),
    }
    return translate("WeekWords", "{what} {was} → {becomes}").format(
        what=names[shift.what](), was=text.date_short(shift.was), becomes=text.date_short(shift.becomes)
    )
