"""The words of the commands, and their help with examples."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from infusionplanner.domain.unit import FIRST_YEAR, LAST_YEAR

_EXAMPLES = """examples:
  infusionplanner                                      open the window
  infusionplanner demo --open                          open the window on an invented unit
  infusionplanner plan patient.json --on 2026-11-23    the plan of a patient file
  infusionplanner plan - --json < patients.jsonl       one plan a line for one patient a line
  infusionplanner check patient.json --date 2026-12-14 --setting home
  infusionplanner import *.json --db unit.db           read patient files into a database, all or nothing
  infusionplanner export ex-01 --db unit.db            one patient as a patient file
  infusionplanner ics ex-01 --db unit.db --out kalender
  infusionplanner week 2026-W48 --db unit.db --pdf uke48.pdf
  infusionplanner due --db unit.db                     the unit's work list

Data goes to standard output, messages to standard error. Exit status: 0 done, 1 the answer is no, 2 bad input."""


LONGEST_NAME = 32
"""So many characters may the initials or the name have of who runs a command."""

_ANYWHERE = ("db", "on")


def day(text: str) -> date:
    """Return an ISO date of the years that the program plans for."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or len(text) != len("2026-11-23"):
        message = f"{text!r} is not a date; write it as year-month-day, 2026-11-23"
        raise argparse.ArgumentTypeError(message)
    if not FIRST_YEAR < found.year < LAST_YEAR:
        message = f"{text} is outside the years {FIRST_YEAR + 1} to {LAST_YEAR - 1} that the program plans for"
        raise argparse.ArgumentTypeError(message)
    return found


def months(text: str) -> int:
    """Return a number of months ahead, 0 to 36."""
    if text.isascii() and text.isdigit() and int(text) <= 36:
        return int(text)
    message = f"{text!r} is not a number of months from 0 to 36"
    raise argparse.ArgumentTypeError(message)


def count(text: str) -> int:
    """Return a whole number from 1 to 20 000."""
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 20_000:
        return int(text)
    message = f"{text!r} is not a whole number from 1 to 20000"
    raise argparse.ArgumentTypeError(message)


def initials(text: str) -> str:
    """Return initials or a name: 1 to 32 characters that can be read, for the journal and the footer."""
    name = text.strip()
    if name.isprintable() and 1 <= len(name) <= LONGEST_NAME:
        return name
    message = f"{text!r:.40} is not a name; write initials or a name of 1 to {LONGEST_NAME} readable characters"
    raise argparse.ArgumentTypeError(message)


def parse(words: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the arguments of a command line, by default the process's own; leaves with status 2 when one is wrong.

    ``--db`` and ``--on`` may stand before the command or after it.
    """
    top = parser()
    arguments = top.parse_args(words)
    for name in _ANYWHERE:
        before = vars(arguments).pop(f"{name}_before")
        if arguments.command is not None and before is not None:
            if not hasattr(arguments, name):
                top.error(f"argument --{name}: {arguments.command} does not use it; leave it out")
            if getattr(arguments, name) not in (None, before):
                after = getattr(arguments, name)
                top.error(f"argument --{name}: {before} and {after} are given; give one of them")
        setattr(arguments, name, before or getattr(arguments, name, None))
    return arguments


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands. What stands before the command keeps a name of its own."""
    top = argparse.ArgumentParser(
        prog="infusionplanner",
        description="Plans natalizumab treatment for an infusion unit. Without a command it opens the window.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _shared(top, database=True, language=False, place="_before")
    top.set_defaults(language="nb")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    _plan(commands)
    _check(commands)
    _import(commands)
    _export(commands)
    _ics(commands)
    _week(commands)
    _due(commands)
    _demo(commands)
    _screenshots(commands)
    return top


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - no public name


def _command(commands: _Commands, name: str, text: str, example: str) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=text,
        description=f"{text[0].upper()}{text[1:]}.",
        epilog=f"example:\n  infusionplanner {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _shared(
    command: argparse.ArgumentParser, *, database: bool = False, language: bool = True, place: str = ""
) -> None:
    """Add what several commands take. ``place`` keeps a command's own value from overwriting the one before it."""
    if database:
        where = "the database (default: in the user's data folder)"
        command.add_argument("--db", dest=f"db{place}", type=Path, metavar="FILE", help=where)
    today = "the date taken as today (default: today)"
    command.add_argument("--on", dest=f"on{place}", type=day, metavar="DATE", help=today)
    if language:
        command.add_argument("--language", choices=("nb", "en"), default="nb", help="language of the sentences")


def _plan(commands: _Commands) -> None:
    command = _command(commands, "plan", "compute the plan of each patient file", "plan patient.json --on 2026-11-23")
    command.add_argument("files", nargs="+", metavar="PATIENT.json", help="patient files; - reads standard input")
    _shared(command)
    command.add_argument("--json", action="store_true", help="one plan a line, as infusionplanner.plan/1")
    command.add_argument("--months", type=months, default=12, help="how far ahead to list doses (default: 12)")
    command.add_argument("--unit", type=Path, metavar="FILE", help="the unit's settings (TOML)")


def _check(commands: _Commands) -> None:
    text = "tell whether a dose may be given on a date (exit 1: no)"
    command = _command(commands, "check", text, "check patient.json --date 2026-12-14")
    command.add_argument("files", nargs="+", metavar="PATIENT.json", help="patient files; - reads standard input")
    command.add_argument("--date", type=day, required=True, metavar="DATE", help="the day of the dose")
    command.add_argument("--route", choices=("iv", "sc"), help="route (default: as ordered)")
    command.add_argument("--setting", choices=("unit", "home", "outside"), help="place (default: as ordered)")
    _shared(command)
    command.add_argument("--json", action="store_true", help="one answer a line")
    command.add_argument("--unit", type=Path, metavar="FILE", help="the unit's settings (TOML)")


def _import(commands: _Commands) -> None:
    text = "read patient files into the database, all or nothing"
    command = _command(commands, "import", text, "import patient.json --db unit.db --dry-run")
    command.add_argument("files", nargs="+", metavar="FILE.json", help="patient files; - reads standard input")
    _shared(command, database=True)
    command.add_argument("--dry-run", action="store_true", help="read and check everything, store nothing")
    command.add_argument("--confirmed", action="store_true", help="what is asked about the patients is right as it is")
    command.add_argument(
        "--who", type=initials, default="import", metavar="INITIALS", help="who imports, for the journal"
    )


def _export(commands: _Commands) -> None:
    text = "write one patient as a patient file, or with the plan as FHIR"
    command = _command(commands, "export", text, "export ex-01 --db unit.db --format fhir")
    command.add_argument("patient", metavar="PATIENT", help="the patient's id")
    command.add_argument(
        "--format",
        choices=("patient", "fhir"),
        default="patient",
        help="patient: the patient file (default); fhir: patient and plan as a FHIR R4 bundle",
    )
    _shared(command, database=True)


def _ics(commands: _Commands) -> None:
    text = "write the home calendar of patients"
    command = _command(commands, "ics", text, "ics ex-01 --db unit.db --out kalender")
    command.add_argument("patients", nargs="+", metavar="PATIENT", help="a patient's id, or a patient file (.json)")
    command.add_argument("--out", type=Path, required=True, metavar="DIR", help="the folder for the calendars")
    command.add_argument(
        "--level",
        choices=("neutral", "plain", "full"),
        help="what the titles tell (default: as last handed out, else neutral)",
    )
    command.add_argument(
        "--phone", default="", metavar="NUMBER", help="the ward's telephone, where no database tells it"
    )
    _shared(command, database=True, language=False)
    spoken = "language (default: as last handed out, else the patient's)"
    command.add_argument("--language", choices=("nb", "en"), help=spoken)
    command.add_argument("--unit", type=Path, metavar="FILE", help="the unit's settings (TOML), for patient files")


def _week(commands: _Commands) -> None:
    command = _command(commands, "week", "write the printed week", "week 2026-W48 --db unit.db --pdf uke48.pdf")
    command.add_argument("week", nargs="?", metavar="WEEK", help="the ISO week, 2026-W48 (default: this week)")
    command.add_argument("--pdf", type=Path, required=True, metavar="OUT.pdf", help="the file to write")
    command.add_argument(
        "--names", choices=("initials", "full", "code"), default="initials", help="how to name patients"
    )
    command.add_argument("--who", type=initials, metavar="INITIALS", help="who prints, for the footer")
    _shared(command, database=True)


def _due(commands: _Commands) -> None:
    command = _command(commands, "due", "list what the unit has to do, most urgent first", "due --db unit.db --json")
    _shared(command, database=True)
    command.add_argument("--json", action="store_true", help="one JSON list")


def _demo(commands: _Commands) -> None:
    text = "make a unit with invented patients, and everything above from it"
    command = _command(commands, "demo", text, "demo --dir demo")
    command.add_argument("--patients", type=count, default=120, metavar="N", help="how many patients (default: 120)")
    command.add_argument("--seed", type=int, default=1, metavar="S", help="another seed, another unit (default: 1)")
    command.add_argument("--dir", type=Path, default=Path("demo"), metavar="DIR", help="the folder (default: demo)")
    command.add_argument("--open", action="store_true", help="open the window on the demo unit")
    command.add_argument("--no-pictures", action="store_true", help="leave the pictures of the pages out")
    _shared(command)


def _screenshots(commands: _Commands) -> None:
    text = "write pictures of every page, from the demo unit"
    command = _command(commands, "screenshots", text, "screenshots pictures")
    command.add_argument("folder", type=Path, metavar="DIR", help="the folder for the pictures")
    command.add_argument("--only", nargs="+", default=(), metavar="PICTURE", help="only these pictures, in every look")
