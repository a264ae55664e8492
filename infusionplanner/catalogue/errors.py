"""What can be wrong with the files of the catalogue, one class per failure."""

from collections.abc import Mapping

from infusionplanner.application.errors import PlannerError


class CatalogueError(PlannerError):
    """A protocol, unit or wording could not be used. The sentence names the file, the field and the way out."""


class Flaw(PlannerError):  # noqa: N818 - never alone: an error of the catalogue has it with the file and the field
    """What is wrong at a place. ``kind`` tells the sentence, ``catalogue_KIND``; the facts are as they are written."""

    def __init__(self, kind: str, /, **facts: object) -> None:
        self.kind = kind
        self._facts = {name: str(fact) for name, fact in facts.items()}

    @property
    def key(self) -> str:
        """The key of the sentence."""
        return f"catalogue_{self.kind}"

    @property
    def facts(self) -> Mapping[str, object]:
        """What the sentence is made of."""
        return self._facts


class CatalogueFileError(CatalogueError):
    """A file of the catalogue was refused. ``line`` is counted from 1, or None where it cannot be told."""

    def __init__(self, path: str, where: str, flaw: PlannerError, line: int | None = None) -> None:
        self.path = path
        self.where = where
        self.flaw = flaw
        self.line = line

    @property
    def facts(self) -> Mapping[str, object]:
        """What the sentence is made of."""
        return {"path": self.path, "where": self.where, "flaw": self.flaw, "line": self.line and str(self.line)}


class ProtocolFileError(CatalogueFileError):
    """A protocol file was refused. What only the maker of a protocol can do wrong is said in English."""


class UnitFileError(CatalogueFileError):
    """A unit file was refused."""


class ParameterError(CatalogueError):
    """A parameter cannot have the value it was given, by the protocol file or by a unit."""

    def __init__(self, source: str, parameter: str, flaw: Flaw) -> None:
        self.source = source
        self.parameter = parameter
        self.flaw = flaw


class ParameterOrderError(ParameterError):
    """A parameter would be over one that it may not be over, as an alarm that comes before its warning."""

    def __init__(self, source: str, low: tuple[str, float], high: tuple[str, float]) -> None:
        super().__init__(source, low[0], Flaw("order", value=low[1], high=high[0], limit=high[1]))
        self.low = low[0]
        self.high = high[0]


class UnknownLanguageError(CatalogueError):
    """There is no wording in the language."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        self.language, self.known = language, ", ".join(known)
