"""Data that ships with the program: protocols, schemas, wording, icons, fonts, translations. No code but this."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """Return one resource by its path below this package."""
    return files(__name__).joinpath(*parts)
