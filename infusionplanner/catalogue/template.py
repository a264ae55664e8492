"""Sentences with places: ``{name}``, ``{name|form}``, and ``[a part]`` left out when a name in it is unknown."""

import re
from collections.abc import Callable

_PLACE = re.compile(r"\{([a-z0-9_.]+)(?:\|([a-z0-9_]+))?\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_LEFTOVER = re.compile(r"[{}\[\]]")


def places(template: str) -> tuple[tuple[str, str], ...]:
    """Return the names to fill in and their forms, in order; a form that is not given is empty."""
    return tuple((match[1], match[2] or "") for match in _PLACE.finditer(template))


def is_well_formed(template: str) -> bool:
    """Tell whether every brace and bracket belongs to a place or to an optional part."""
    return not _LEFTOVER.search(_OPTIONAL.sub(r"\1", _PLACE.sub("", template)))


def fill(template: str, is_known: Callable[[str], bool], show: Callable[[str, str], str]) -> str:
    """Return the sentence with ``show(name, form)`` in every place. What is put in is never read as a template."""

    def part(match: re.Match[str]) -> str:
        return match[1] if all(is_known(name) for name, _ in places(match[1])) else ""

    return _PLACE.sub(lambda match: show(match[1], match[2] or ""), _OPTIONAL.sub(part, template))
