"""Where everything is wired: the one place that knows store, catalogue and clock together."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from infusionplanner.application.calendar.hand_out import CalendarPress
from infusionplanner.application.desk import Desk
from infusionplanner.application.errors import ParameterRefusedError, PlannerError
from infusionplanner.application.journal import Actor
from infusionplanner.application.ports import Clock
from infusionplanner.clock import SystemClock
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.protocol import Protocol


def _in_english(error: PlannerError) -> str:
    """Return the sentence of an error in English; the words are read when something goes wrong."""
    from infusionplanner.catalogue.wording import wording  # noqa: PLC0415 - nothing goes wrong at most starts

    return wording("en").error(error, iso=True)


PlannerError.in_english = staticmethod(_in_english)


def default_database() -> Path:
    """Return where the database lies when nobody says otherwise: this person's data folder on this machine."""
    import platformdirs  # noqa: PLC0415 - not needed when a file is named

    return Path(platformdirs.user_data_dir("InfusionPlanner", appauthor=False, roaming=False)) / "unit.db"


def open_desk(path: Path, *, who: str, clock: Clock | None = None, create: bool = True) -> Desk:
    """Open the database of a unit for a person.

    Args:
        path: The database file, made when it is not there and ``create`` is true.
        who: Initials of the person, which the journal keeps.
        clock: What tells the time; by default the machine's clock.
        create: Whether to make a database when there is none.

    Raises:
        StorageError: The database cannot be used; the sentence tells why and what to do.
    """
    from infusionplanner.catalogue.protocol_file import builtin_protocols  # noqa: PLC0415 - after the window is shown
    from infusionplanner.storage import open_store  # noqa: PLC0415 - sqlite-utils takes longer than the window

    store = open_store(path, create=create)
    return Desk(store, clock or SystemClock(), Actor.signed_in(who), builtin_protocols(), _override)


def read_patient_files(paths: Iterable[Path], *, today: date) -> tuple[Patient, ...]:
    """Return the patients of patient files, in the order of the files.

    Raises:
        PlannerError: A file cannot be read, or holds something that cannot be; the sentence names file and field.
    """
    from infusionplanner.export.patient_file import open_patients  # noqa: PLC0415 - needed for an import only

    return tuple(patient for path in paths for patient in open_patients(path, today=today))


def back_up(path: Path, today: date) -> date:
    """Make today's copy of a database beside it unless there is one, and return its day. Raises ``StorageError``."""
    from infusionplanner.storage.backup import back_up as make  # noqa: PLC0415 - after the window is shown

    return make(path, today)


def last_backup(path: Path) -> date | None:
    """Return the day of the newest daily copy of a database, None when there is none."""
    from infusionplanner.storage.copies import backups  # noqa: PLC0415 - after the window is shown

    found = backups(path)
    return found[-1][0] if found else None


def calendar_press() -> CalendarPress:
    """Return what makes calendar files; loads the calendar library."""
    from infusionplanner.export.ics_press import IcsPress  # noqa: PLC0415 - loaded when a calendar is handed out

    return IcsPress()


def _override(protocol: Protocol, values: Mapping[str, object]) -> Protocol:
    """Return the protocol with a unit's own values, refusals as the application knows them."""
    if not values:
        return protocol
    from infusionplanner.catalogue.errors import CatalogueError  # noqa: PLC0415 - after the window is shown
    from infusionplanner.catalogue.protocol_file import override  # noqa: PLC0415 - after the window is shown

    try:
        return override(protocol, values)
    except CatalogueError as error:
        raise ParameterRefusedError(str(error)) from error
