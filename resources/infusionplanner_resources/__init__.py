"""Data that ships with the program: protocols, schemas, wording, icons, fonts, translations. No code but this."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_FOLDER = Path(__file__).parent


def resource(*parts: str) -> "Traversable":
    """Return one resource by its path below this package."""
    # importlib.resources would load zipfile and tempfile at every start; the package is never zipped.
    return _FOLDER.joinpath(*parts)
