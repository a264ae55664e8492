"""main(): choose a command, run it, and turn every failure into one sentence and an exit status."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TextIO

from infusionplanner.application.errors import PlannerError
from infusionplanner.catalogue.wording import wording
from infusionplanner.cli.arguments import parse
from infusionplanner.cli.drawing import Drawing
from infusionplanner.cli.errors import NoDrawingError
from infusionplanner.cli.request import Request

DONE, NO, BAD_INPUT = 0, 1, 2


def main(argv: Sequence[str] | None = None, *, drawing: Drawing | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 the answer is no, 2 bad input."""
    _speak_utf8(sys.stdout)
    _speak_utf8(sys.stderr)
    arguments = parse(argv)
    command = COMMANDS[arguments.command]
    request = Request(arguments, drawing)
    try:
        return command(request)
    except PlannerError as error:
        print(f"infusionplanner: {wording(request.language).error(error)}", file=sys.stderr)
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        said = wording(request.language).code("command", "file").format(what=f"{where}{error.strerror or error}")
        print(f"infusionplanner: {said}", file=sys.stderr)
    except KeyboardInterrupt:
        print(f"infusionplanner: {wording(request.language).code('command', 'stopped')}", file=sys.stderr)
    return BAD_INPUT


def _speak_utf8(stream: TextIO) -> None:
    """Write UTF-8 whatever the console's code page is: names have æ, ø and å, and JSON is UTF-8 by definition."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence(stream: TextIO) -> None:
    """Let the interpreter's last flush of a closed pipe go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _window(request: Request) -> int:
    if request.drawing is None:
        command = "the window"
        raise NoDrawingError(command)
    return request.drawing.window(request.database, on=request.arguments.on, demo=False)


def _lazily(module: str) -> Callable[[Request], int]:
    """Return a command that loads its module when it runs: no command waits for what another one needs."""

    def run(request: Request) -> int:

        command: Callable[[Request], int] = import_module(f"infusionplanner.cli.{module}").run
        return command(request)

    return run


COMMANDS: dict[str | None, Callable[[Request], int]] = {
    None: _window,
    "plan": _lazily("plan"),
    "check": _lazily("check"),
    "import": _lazily("import_files"),
    "export": _lazily("export"),
    "ics": _lazily("ics"),
    "week": _lazily("week"),
    "due": _lazily("due"),
    "demo": _lazily("demo"),
    "screenshots": _lazily("screenshots"),
}
"""The commands by name; without a name the window opens."""
