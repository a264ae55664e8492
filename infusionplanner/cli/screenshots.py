"""``screenshots``: pictures of every page, from the demo unit."""

from typing import TYPE_CHECKING

from infusionplanner.cli.errors import NoDrawingError
from infusionplanner.cli.request import Request

if TYPE_CHECKING:
    from pathlib import Path


def run(request: Request) -> int:
    """Write the pictures and print their paths."""
    if request.drawing is None:
        command = "screenshots"
        raise NoDrawingError(command)
    folder: Path = request.arguments.folder
    pictures = request.drawing.screenshots(folder, request.arguments.only)
    for picture in pictures:
        print(picture)
    request.say("pictures", number=len(pictures), folder=folder)
    return 0
