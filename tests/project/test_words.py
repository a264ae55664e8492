"""One word for one thing: docs/words.md names what no text of the program may say."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

RESOURCES = Path("resources") / "infusionplanner_resources"


def _strings(value: object) -> Iterator[str]:
    """Yield the texts of a table, without its keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)


def _of_language(value: object, language: str) -> Iterator[str]:
    """Yield the texts of a protocol that stand under the key of a language."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _strings(part) if key == language else _of_language(part, language)
    elif isinstance(value, list):
        for part in value:
            yield from _of_language(part, language)


def _texts(root: Path, language: str) -> Iterator[str]:
    folder = root / RESOURCES
    for path in sorted((folder / "wording").glob(f"*.{language}.toml")):
        yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))
    for path in sorted((folder / "protocols").glob("*.toml")):
        yield from _of_language(tomllib.loads(path.read_text(encoding="utf-8")), language)
    for message in ET.parse(folder / "i18n" / "infusionplanner_nb.ts").getroot().iter("message"):  # noqa: S314 - our own file
        translation = message.find("translation")
        assert translation is not None
        if language == "en":
            yield message.findtext("source", "")
        else:
            yield from ("".join(form.itertext()) for form in (list(translation) or [translation]))


def _never(root: Path, language: str) -> list[str]:
    rows = (root / "docs" / "words.md").read_text(encoding="utf-8").splitlines()
    column = {"nb": 3, "en": 4}[language]
    cells = [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows if row.startswith("| ")][1:]
    return [word for row in cells for word in row[column].split(", ") if word]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_no_text_uses_another_word_for_the_same_thing(root: Path, language: str) -> None:
    never = re.compile(rf"\b({'|'.join(map(re.escape, _never(root, language)))})", re.IGNORECASE)
    texts = list(_texts(root, language))
    assert len(texts) > 1000
    assert [(found[1], text) for text in texts if (found := never.search(text))] == []
