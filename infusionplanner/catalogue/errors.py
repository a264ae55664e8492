"""What can be wrong with the files of the catalogue, one class per failure."""


class CatalogueError(Exception):
    """A protocol, unit or wording could not be used. The message names the file, the field and the way out."""


class CatalogueFileError(CatalogueError):
    """A file of the catalogue was refused. ``line`` is counted from 1, or None where it cannot be told."""

    def __init__(self, path: str, where: str, what: str, line: int | None = None) -> None:
        place = path if line is None else f"{path}, line {line}"
        super().__init__(f"{place}: {where}: {what}" if where else f"{place}: {what}")
        self.path = path
        self.where = where
        self.what = what
        self.line = line


class ProtocolFileError(CatalogueFileError):
    """A protocol file was refused."""


class UnitFileError(CatalogueFileError):
    """A unit file was refused."""


class ParameterError(CatalogueError):
    """A parameter cannot have the value it was given, by the protocol file or by a unit."""

    def __init__(self, source: str, key: str, what: str) -> None:
        super().__init__(f"{source}: parameter {key}: {what}")
        self.key = key
        self.what = what


class ParameterOrderError(ParameterError):
    """A parameter would be over one that it may not be over, as an alarm that comes before its warning."""

    def __init__(self, source: str, low: tuple[str, float], high: tuple[str, float]) -> None:
        super().__init__(source, low[0], f"{low[1]} may not be over {high[0]}, which is {high[1]}.")
        self.low = low[0]
        self.high = high[0]


class UnknownLanguageError(CatalogueError):
    """There is no wording in the language."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        super().__init__(f"There is no wording in {language!r}. Choose one of {', '.join(known)}.")
