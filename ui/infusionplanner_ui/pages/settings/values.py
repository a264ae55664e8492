"""The value of a parameter in words, as it is typed, and what is wrong with what is typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.errors import ParameterRefusedError
from infusionplanner.catalogue.errors import ParameterOrderError
from infusionplanner.catalogue.parameters import UNITS
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from infusionplanner.application.desk import Desk
    from infusionplanner.catalogue.wording import Wording
    from infusionplanner.domain.protocol import Parameter, Protocol

Value = int | float | str | tuple[int, ...]

_FIGURES = re.compile(r"\d{1,6}([.,]\d{1,6})?")

translate = QCoreApplication.translate


def typed(value: object) -> str:
    """Return a value as it stands in its field: ``28``, ``0,9``, ``1, 2, 3, 6``."""
    if isinstance(value, tuple):
        return ", ".join(str(number) for number in value)
    return text.number(value) if isinstance(value, int | float) else str(value)


def unit_words(parameter: Parameter, wording: Wording) -> str:
    """Return the unit that stands after the field: ``dager``; nothing for a plain number."""
    if isinstance(parameter.value, str) or parameter.unit not in wording.measures:
        return ""
    return wording.measures[parameter.unit][1].replace("{n}", "").strip()


def parsed(parameter: Parameter, entered: str) -> Value | None:
    """Return what is typed in the type of the parameter, None when it cannot be read."""
    if isinstance(parameter.value, str):
        return entered.strip() or None
    if isinstance(parameter.value, tuple):
        parts = [part for part in re.split(r"[\s,;]+", entered.strip()) if part]
        whole = all(re.fullmatch(r"\d{1,6}", part) for part in parts)
        return tuple(int(part) for part in parts) if parts and whole else None
    found = _FIGURES.fullmatch(entered.strip())
    if found is None:
        return None
    if isinstance(parameter.value, float):
        return float(found[0].replace(",", "."))
    return None if found[1] else int(found[0])


def fault(desk: Desk, own: Mapping[str, object], protocol: Protocol, parameter: Parameter, entered: str) -> str:
    """Return what is wrong with what is typed for a parameter, empty when the unit can use it.

    ``own`` are the unit's values, which ``protocol`` has. What a value may be is for the protocol file to say.
    """
    value = parsed(parameter, entered)
    if value is None:
        return _unreadable(parameter)
    try:
        for known in desk.protocols.values():
            desk.overriding(known, {**own, parameter.key: value})
    except ParameterRefusedError as error:
        return _refused(error, protocol, parameter)
    return ""


def _unreadable(parameter: Parameter) -> str:
    if isinstance(parameter.value, tuple):
        return translate("Parameters", "Write whole numbers with commas, as in 3, 6.")
    if isinstance(parameter.value, float):
        return translate("Parameters", "Write a number, as in 0,9.")
    return translate("Parameters", "Write a whole number.")


def _refused(error: ParameterRefusedError, protocol: Protocol, parameter: Parameter) -> str:
    cause = error.__cause__
    if isinstance(cause, ParameterOrderError):
        low, high = (protocol.parameters[key] for key in (cause.low, cause.high))
        language = text.language_now()
        if parameter.key == low.key:
            said = translate("Parameters", "This may not be over “{other}”, which is {value}.")
            return said.format(other=high.label.in_language(language), value=typed(high.value))
        said = translate("Parameters", "This may not be under “{other}”, which is {value}.")
        return said.format(other=low.label.in_language(language), value=typed(low.value))
    if isinstance(parameter.value, tuple):
        return translate("Parameters", "Write rising whole numbers with commas, as many as the protocol has.")
    said = translate("Parameters", "Use {lowest} to {highest}.")
    return said.format(lowest=typed(parameter.minimum), highest=typed(UNITS[parameter.unit]))
