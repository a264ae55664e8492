"""``import``: patient files into the database, all or nothing."""

import sys
from pathlib import Path

from infusionplanner.application.errors import ImportRefusedError
from infusionplanner.application.people import import_patients, preview_import
from infusionplanner.bootstrap import open_desk
from infusionplanner.cli.errors import NotAPatientFileError
from infusionplanner.cli.request import Request


def run(request: Request) -> int:
    """Read every file first; store all patients in one act, or tell what is wrong and store nothing."""
    arguments = request.arguments
    for name in arguments.files:
        if name != "-" and Path(name).suffix.casefold() not in (".json", ".jsonl"):
            raise NotAPatientFileError(Path(name))
    patients = request.patients()
    desk = open_desk(request.database, who=arguments.who, clock=request.clock)
    try:
        problems = preview_import(desk, patients)
        if problems:
            raise ImportRefusedError(problems)
        if not arguments.dry_run:
            import_patients(desk, patients)
    finally:
        desk.close()
    done = "would be imported; nothing was stored" if arguments.dry_run else f"imported into {request.database}"
    print(f"{len(patients)} patient(s) {done}.", file=sys.stderr)
    for patient in patients:
        print(patient.id)
    return 0
