"""The words of a calendar: what an event says at each level of content, and what changed since the last one."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b

from infusionplanner.application.calendar.values import (
    CalendarChange,
    CalendarContent,
    ContentLevel,
    EventKind,
    LeftOut,
)
from infusionplanner.application.records import CalendarEvent
from infusionplanner.domain.patient import Language
from infusionplanner.text import wordings
from infusionplanner.text.formats import formats

Words = Mapping[str, Mapping[str, str]]

_BEFORE_APPOINTMENT = (timedelta(days=-1), timedelta(hours=-2))
_AT_THE_TIME = (timedelta(0),)
_LINE_ENDS = str.maketrans(dict.fromkeys("\r\x85\u2028\u2029", "\n"))


class Standing(StrEnum):
    """How firm an event is."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class EventText:
    """Everything that an event says beside its time: ``digest`` differs whenever anything of it does.

    ``private`` asks readers to hide it from those the calendar is shared with. It protects nothing: the level does.
    ``alarms`` count from the start, negative before it; each says ``title``.
    """

    title: str
    description: str
    location: str
    private: bool
    standing: Standing
    alarms: tuple[timedelta, ...]
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        parts = (self.title, self.description, self.location, self.private, self.standing.value, self.alarms)
        object.__setattr__(self, "digest", blake2b(repr(parts).encode(), digest_size=8).hexdigest())


@dataclass(frozen=True, slots=True)
class _Occasion:
    """What decides an event's words beside the content chosen for the calendar."""

    kind: EventKind
    number: str
    label: str
    booked: bool
    withdrawn: bool = False

    @property
    def is_reminder(self) -> bool:
        """Tell whether nothing is agreed with anybody: a control that is due, an errand."""
        return not (self.booked or self.kind.is_dose or self.kind is EventKind.TRAINING)

    @property
    def is_due(self) -> bool:
        return self.is_reminder and self.kind.is_control

    @property
    def is_at_the_unit(self) -> bool:
        at_the_unit = self.booked and self.kind.is_control and self.kind is not EventKind.MRI
        return at_the_unit or self.kind in (EventKind.DOSE, EventKind.TRAINING)

    @property
    def standing(self) -> Standing:
        if self.withdrawn:
            return Standing.CANCELLED
        return Standing.TENTATIVE if self.kind is EventKind.DOSE and not self.booked else Standing.CONFIRMED

    @property
    def alarms(self) -> tuple[timedelta, ...]:
        if self.standing is not Standing.CONFIRMED or self.kind is EventKind.VISIT:
            return ()
        return _AT_THE_TIME if self.is_reminder else _BEFORE_APPOINTMENT


def text_of(event: CalendarEvent, content: CalendarContent) -> EventText:
    """Return what an event says at the level and in the language of ``content``."""
    number = event.slot.partition(":")[2] if content.level is ContentLevel.FULL else ""
    return _text(_Occasion(EventKind(event.kind), number, event.label, event.booked, event.withdrawn), content)


def calendar_name(content: CalendarContent) -> str:
    """Return the calendar's own name, neutral at every level."""
    return words(content.language)["calendar"]["name"]


def changes_in_words(changes: Iterable[CalendarChange], content: CalendarContent) -> tuple[str, ...]:
    """Return one sentence for each change, in the words of the level of ``content``."""
    sentences = words(content.language)["change"]
    return tuple(
        sentences[change.what].format(
            title=_title(_Occasion(change.kind, change.number, change.label, change.booked), content),
            before=_moment(change.before, content.language),
            after=_moment(change.after, content.language),
        )
        for change in changes
    )


def kind_in_words(kind: EventKind, language: str) -> str:
    """Return what an event is for, as a nurse calls it."""
    return words(Language(language))["kinds"][kind]


def left_out_in_words(left: LeftOut, language: str) -> str:
    """Return what is not in the calendar, and why: ``Ikke i kalenderen: MR, 14.12.2026 (ikke bestilt ennå)``."""
    texts = words(Language(language))["left_out"]
    what, day = kind_in_words(left.kind, language), formats(language).date(left.due)
    return texts["sentence"].format(what=what, day=day, why=texts[left.reason])


def words(language: Language) -> Words:
    """Return the wording of calendars in ``language``, by section and name."""
    return wordings.texts("calendar", language)


def clean(text: str) -> str:
    """Return ``text`` as a calendar file may hold it: every line end a plain one, no other control characters."""
    lines = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    return "".join(sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in {"Cc", "Cs"})


@lru_cache(maxsize=4096)
def _text(occasion: _Occasion, content: CalendarContent) -> EventText:
    title = _title(occasion, content)
    framed = words(content.language)["title"].get(occasion.standing.name.lower(), "{title}").format(title=title)
    return EventText(
        title=clean(framed),
        description=clean(_description(occasion, content)),
        location=clean(content.place) if _is_full(content) and occasion.is_at_the_unit else "",
        private=content.level is not ContentLevel.NEUTRAL and occasion.kind is not EventKind.VISIT,
        standing=occasion.standing,
        alarms=occasion.alarms,
    )


def _is_full(content: CalendarContent) -> bool:
    """Tell whether everything may be said; without the treatment's name there is no more to say than in plain words."""
    return content.level is ContentLevel.FULL and content.treatment != ""


def _title(occasion: _Occasion, content: CalendarContent) -> str:
    texts = words(content.language)
    if occasion.kind is EventKind.VISIT:
        return occasion.label
    if content.level is ContentLevel.NEUTRAL:
        return texts["neutral"]["reminder" if occasion.is_reminder else "appointment"]
    if not _is_full(content):
        return texts["plain"][occasion.kind]
    title = texts["full"][occasion.kind].format(treatment=content.treatment, number=occasion.number)
    return title[:1].upper() + title[1:]


def _description(occasion: _Occasion, content: CalendarContent) -> str:
    """Return the text below the title: how firm it is, what to do, and whom to call."""
    if occasion.kind is EventKind.VISIT:
        return ""
    texts = words(content.language)
    said = [texts["text"].get(occasion.standing.name.lower(), "")]
    if content.level is not ContentLevel.NEUTRAL and not occasion.withdrawn:
        said.append(texts["text"]["due"] if occasion.is_due else "")
        said.append(texts["full_text" if _is_full(content) else "plain_text"].get(occasion.kind, ""))
    said.append(texts["text"]["phone"].format(phone=content.phone) if content.phone else "")
    return "\n".join(line for line in said if line)


def _moment(at: datetime | None, language: Language) -> str:
    if at is None:
        return ""
    said = formats(language)
    return words(language)["change"]["moment"].format(day=said.long_day(at), clock=said.clock(at))
