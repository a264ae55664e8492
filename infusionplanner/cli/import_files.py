"""``import``: patient files into the database, all or nothing."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from infusionplanner.application.acts.patients import import_patients, preview_import
from infusionplanner.application.errors import ImportRefusedError
from infusionplanner.bootstrap import open_desk
from infusionplanner.cli.errors import NotAPatientFileError
from infusionplanner.cli.request import Request
from infusionplanner.domain.patient import Patient


def run(request: Request) -> int:
    """Read every file first; store all patients in one act, or tell what is wrong and store nothing."""
    arguments = request.arguments
    for name in request.files:
        if name != "-" and Path(name).suffix.casefold() not in (".json", ".jsonl"):
            raise NotAPatientFileError(Path(name))
    patients = request.patients()
    if not request.database.exists():  # it is not made only to say no
        with TemporaryDirectory() as folder:
            _judge(request, Path(folder) / "unit.db", patients)
    elif arguments.dry_run:
        _judge(request, request.database, patients)
    if not arguments.dry_run:
        _store(request, patients)
    key = "would_import" if arguments.dry_run else "imported"
    request.say(key, patients=len(patients), database=request.database)
    for patient in patients:
        print(patient.id)
    return 0


def _judge(request: Request, database: Path, patients: Sequence[Patient]) -> None:
    """Ask whether all patients can be stored. Raises ``ImportRefusedError``."""
    desk = open_desk(database, who=request.arguments.who, clock=request.clock)
    try:
        told = preview_import(desk, patients)
    finally:
        desk.close()
    if problems := [row for row in told if not (request.arguments.confirmed and row.is_question)]:
        raise ImportRefusedError(problems)


def _store(request: Request, patients: Sequence[Patient]) -> None:
    """Store all patients, or none. Raises ``ImportRefusedError``."""
    desk = open_desk(request.database, who=request.arguments.who, clock=request.clock)
    try:
        import_patients(desk, patients, confirmed=request.arguments.confirmed)
    finally:
        desk.close()
