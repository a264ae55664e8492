"""Findings: what the rules have to say, as values and never as prose."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class Level(StrEnum):
    """How a finding binds: a stop needs a doctor's clearance, a warning an acknowledgement, a task has a due date."""

    STOP = "stop"
    WARN = "warn"
    TASK = "task"
    INFO = "info"


class Scope(IntEnum):
    """Which coming doses a stop bears on."""

    NONE = 0
    NEXT = 1
    HOME = 2
    ALL = 3
    LAST = 4


Fact = str | int | float | bool | date | None | tuple[str, ...] | tuple[date, ...]
Facts = dict[str, Fact]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says: rule id, level, a stable English key, a due date and the figures behind it.

    ``scope`` tells which coming doses a stop blocks; it is not part of the plan file.
    """

    rule: str
    level: Level
    key: str
    due: date | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)
    scope: Scope = Scope.ALL

    @property
    def stops(self) -> bool:
        """Tell whether a doctor's clearance is needed."""
        return self.level is Level.STOP


def urgency(finding: Finding) -> int:
    """Return the order of a finding in a list: stops first, then warnings, tasks, information."""
    return _URGENCY[finding.level]


_URGENCY = {level: order for order, level in enumerate(Level)}
