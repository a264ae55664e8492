"""One picture: which page, and what is done on it before it is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from infusionplanner.application.errors import InvalidActError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.shell.desktop import Desktop


class UnknownSceneError(InvalidActError):
    """The program has no picture of this name."""

    def __init__(self, scene: str, known: Iterable[str]) -> None:
        self.scene = scene
        super().__init__(f"There is no picture {scene!r}. There are: {', '.join(known)}.")


@dataclass(frozen=True)
class Scene:
    """One state of the program worth a picture. ``name`` begins the name of the file.

    It is shown on the demo unit, or, with ``empty``, as the program starts for the first time.
    """

    name: str
    page: str
    argument: object = None
    arrange: Callable[[Desktop], None] | None = None
    empty: bool = False


def patient_named(desktop: Desktop, family: str) -> PatientId:
    """Return the patient of the demo unit with a family name."""
    patients = desktop.ward.overview.patients.items()
    return next(who for who, row in patients if row.name is not None and row.name.family == family)
