"""What a command is asked: its arguments, with the defaults that need the clock or the machine filled in."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from datetime import time as clock_time
from pathlib import Path

from infusionplanner.application.ports import Clock
from infusionplanner.bootstrap import default_database
from infusionplanner.catalogue.protocol_file import builtin_protocols, override
from infusionplanner.catalogue.unit_file import load_unit
from infusionplanner.catalogue.wording import wording
from infusionplanner.cli.drawing import Drawing
from infusionplanner.cli.errors import MissingFileError
from infusionplanner.cli.patterns import expanded
from infusionplanner.clock import FixedClock, SystemClock
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.unit import Unit
from infusionplanner.export.faults import Fault, PatientFileError, found
from infusionplanner.export.patient_file import open_patients, read_patients

NOON = clock_time(12)

_SHELL_LEAVES_PATTERNS = sys.platform == "win32"


@dataclass(frozen=True)
class Request:
    """The arguments of one command, and what draws for it."""

    arguments: argparse.Namespace
    drawing: Drawing | None = None

    @property
    def language(self) -> str:
        """Return the language that the command answers in."""
        return self.arguments.language or "nb"

    def say(self, key: str, **facts: object) -> None:
        """Say what was done, beside what the command is asked for."""
        print(wording(self.language).code("command", key).format(**facts), file=sys.stderr)

    @property
    def today(self) -> date:
        """Return the date taken as today."""
        on: date | None = self.arguments.on
        return on or SystemClock().today()

    @property
    def database(self) -> Path:
        """Return the database to use."""
        chosen: Path | None = self.arguments.db
        return chosen or default_database()

    @property
    def existing_database(self) -> Path:
        """Return the database to use, which must be there. Raises ``MissingFileError``."""
        path = self.database
        if not path.exists():
            raise MissingFileError(path)
        return path

    @property
    def clock(self) -> Clock:
        """Return the clock to work by: the machine's, or with ``--on`` one that stands at noon of that day."""
        on: date | None = self.arguments.on
        return SystemClock() if on is None else FixedClock(datetime.combine(on, NOON))

    def unit(self) -> Unit:
        """Return the unit of ``--unit``, or one that is open Monday to Friday but for holidays."""
        path: Path | None = self.arguments.unit
        return Unit() if path is None else load_unit(path)

    @property
    def files(self) -> tuple[str, ...]:
        """Return the patient files that were named."""
        return self.fitting(self.arguments.files)

    def fitting(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the names with the files that fit in the place of patterns. Raises ``NothingFoundError``."""
        return tuple(expanded(names, by_us=_SHELL_LEAVES_PATTERNS))

    def patients(self) -> tuple[Patient, ...]:
        """Read all patient files that were named, ``-`` from standard input."""
        return tuple(patient for name in self.files for patient in read_file(name, self.today))

    def protocols(self, unit: Unit, patients: Sequence[Patient]) -> dict[str, Protocol]:
        """Return the protocols that the patients are treated by, with the parameters of the unit's own file."""
        path: Path | None = self.arguments.unit
        source = "unit settings" if path is None else str(path)
        known = builtin_protocols()
        names = {patient.course.protocol for patient in patients}
        return {name: override(known[name], unit.parameters, source=source) for name in names}


def read_file(name: str, today: date) -> Sequence[Patient]:
    """Read the patients of one file, or with ``-`` of standard input. Raises ``PatientFileError``."""
    if name == "-":
        source, patients = (
            "standard input",
            read_patients(sys.stdin.buffer.read(), source="standard input", today=today),
        )
    else:
        source, patients = Path(name).name, open_patients(Path(name), today=today)
    for patient in patients:
        if patient.course.protocol not in (known := builtin_protocols()):
            facts = {"patient": found(patient.id), "found": found(patient.course.protocol), "known": ", ".join(known)}
            raise PatientFileError(source, Fault(("course", "protocol"), "unknown_protocol", **facts))
    return patients
