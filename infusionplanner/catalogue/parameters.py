"""The parameters that the rule families claim, and which values they may have.

Which keys there are, and of which type, stands in the families of :mod:`infusionplanner.domain.protocol` and nowhere
else; their values stand in the protocol files.
"""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from types import UnionType
from typing import Any, NoReturn

from infusionplanner.catalogue.errors import Flaw, ParameterError, ParameterOrderError
from infusionplanner.domain.protocol import FAMILIES, Parameter, Protocol

Value = int | float | str | tuple[int, ...]

UNITS: Mapping[str, float] = {
    "days": 4000,
    "months": 400,
    "week": 45,
    "minutes": 1440,
    "hours": 1000,
    "doses": 400,
    "dose_number": 400,
    "syringes": 20,
    "mg": 100_000,
    "index": 100,
    "per_1000": 1000,
    "treatment": 0,
}
"""The units a parameter may have, and the largest value that can be meant in each; the texts have none."""

_ORDERED = (
    ("interval_minimum_days", "interval_standard_days"),
    ("interval_standard_days", "interval_extended_days"),
    ("rebound_warn_days", "rebound_critical_days"),
    ("observation_reduced_minutes.sc", "observation_minutes"),
    ("observation_reduced_minutes.iv", "observation_minutes"),
    ("jcv_index_low", "jcv_index_high"),
    ("mri_interval_months.high", "mri_interval_months.high_latest"),
)
"""Pairs of which the first may not be over the second."""

_SPANS = ("mri_rebaseline_months",)
"""Lists that hold a first and a last value."""


@dataclass(frozen=True, slots=True)
class ParameterClaim:
    """The field of a rule family that a parameter fills, and its type."""

    family: str
    field: str
    kind: object


CLAIMS: Mapping[str, ParameterClaim] = {
    row.metadata["key"]: ParameterClaim(name, row.name, row.type)
    for name, family in FAMILIES.items()
    for row in fields(family)
}
"""Every parameter of the program by its key."""

REQUIRED_FAMILIES = tuple(row.name for row in fields(Protocol) if row.name in FAMILIES and row.default is MISSING)
"""The families that every protocol has."""


@dataclass(frozen=True, slots=True)
class ParameterSlot:
    """A parameter that is to be given a value by ``source``: its unit, and the lowest value it may have."""

    source: str
    key: str
    unit: str
    minimum: float

    def refuse(self, kind: str, /, **facts: object) -> NoReturn:
        """Raise the error for a value that cannot be meant."""
        raise ParameterError(self.source, self.key, Flaw(kind, **facts))


def checked(slot: ParameterSlot, value: object) -> Value:
    """Return a parameter's value in its own type. Raises ``ParameterError`` when it cannot be meant."""
    kind = CLAIMS[slot.key].kind
    if kind is str:
        if not isinstance(value, str) or not value.strip():
            slot.refuse("no_quoted_text")
        return value
    if kind is float:
        return float(_number(slot, value, int | float, "not_a_number"))
    if kind is int:
        return int(_number(slot, value, int, "not_whole"))
    return _numbers(slot, value)


def _numbers(slot: ParameterSlot, value: object) -> tuple[int, ...]:
    """Return a list of whole numbers in rising order."""
    if not isinstance(value, list | tuple) or not value:
        slot.refuse("no_numbers", example="[3, 6]")
    found = tuple(int(_number(slot, entry, int, "not_in_list")) for entry in value)
    if sorted(set(found)) != list(found):
        slot.refuse("not_rising")
    if slot.key in _SPANS and len(found) != 2:
        slot.refuse("no_span")
    return found


def _number(slot: ParameterSlot, value: object, kind: type[int] | UnionType, flaw: str) -> int | float:
    if not isinstance(value, int | float) or not isinstance(value, kind) or isinstance(value, bool):
        slot.refuse(flaw, value=repr(value))
    if not slot.minimum <= value <= UNITS[slot.unit]:
        bounds = {"low": f"{slot.minimum:g}", "high": f"{UNITS[slot.unit]:g}", "unit": slot.unit}
        slot.refuse("out_of_range", value=value, **bounds)
    return value


def check_order(source: str, parameters: Mapping[str, Parameter]) -> None:
    """Refuse parameters that contradict each other, as an alarm that comes before its warning."""
    numbers = {key: row.value for key, row in parameters.items() if isinstance(row.value, int | float)}
    for low, high in _ORDERED:
        if low in numbers and high in numbers and numbers[low] > numbers[high]:
            raise ParameterOrderError(source, (low, numbers[low]), (high, numbers[high]))


def build_families(names: Iterable[str], parameters: Mapping[str, Parameter]) -> dict[str, Any]:
    """Return the named families filled with the values of their parameters."""
    return {
        name: FAMILIES[name](**{row.name: parameters[row.metadata["key"]].value for row in fields(FAMILIES[name])})
        for name in names
    }
