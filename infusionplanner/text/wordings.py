"""The texts of the program in each language, from the wording files of the resources."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from infusionplanner.domain.patient import Language
from infusionplanner_resources import resource


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that there are words in, bokmål first: any file ``findings.CODE.toml``."""
    files = (file.name.split(".") for file in resource("wording").iterdir())
    found = {name[1] for name in files if name[0] == "findings"}
    return (Language.NB.value, *sorted(found - {Language.NB.value}))


@cache
def texts(kind: str, language: str) -> Mapping[str, Any]:
    """Return a file of a language laid over the one in bokmål, which alone must have everything; read once."""
    file = resource("wording", f"{kind}.{language}.toml")
    own = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return own if language == Language.NB else _over(texts(kind, Language.NB.value), own)


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> Mapping[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        known = merged.get(key)
        merged[key] = _over(known, value) if isinstance(known, dict) and isinstance(value, dict) else value
    return merged
