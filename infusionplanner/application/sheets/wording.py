"""The words of the sheets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from infusionplanner.domain.patient import Language
from infusionplanner.domain.unit import HOLIDAY_NAMES
from infusionplanner.text.formats import Formats, formats
from infusionplanner.text.wordings import texts


@dataclass(frozen=True)
class SheetWords:
    """The wording of one language. Keys are written ``section.name``."""

    language: Language
    sentences: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    def __call__(self, key: str, **values: object) -> str:
        """Return one sentence with its ``values`` put in."""
        return self.sentences[key].format(**values)

    def items(self, key: str, **values: object) -> tuple[str, ...]:
        """Return one list of sentences with their ``values`` put in."""
        return tuple(text.format(**values) for text in self.lists[key])

    @property
    def formats(self) -> Formats:
        """How dates, times and figures are written."""
        return formats(self.language)

    def closure(self, key: str) -> str:
        """Return the name of what closes the unit, by the keys of ``Unit.closure``."""
        names = HOLIDAY_NAMES.get(key)
        return self(f"closures.{key}") if names is None else names[self.language]

    def counted(self, key: str, number: int) -> str:
        """Return a number with its word in the right form, from ``key.one`` and ``key.many``."""
        return self(f"{key}_one" if number == 1 else f"{key}_many", number=number)


@lru_cache(maxsize=2)
def words(language: Language) -> SheetWords:
    """Return the wording of the sheets in ``language``."""
    sections = texts("sheets", language)
    found = {f"{section}.{name}": text for section, names in sections.items() for name, text in names.items()}
    return SheetWords(
        language,
        {key: text for key, text in found.items() if isinstance(text, str)},
        {key: tuple(text) for key, text in found.items() if not isinstance(text, str)},
    )
