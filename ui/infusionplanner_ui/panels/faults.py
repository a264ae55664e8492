"""What went wrong, in the language of the windows: a sentence for each error of the use cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application import errors
from infusionplanner_ui import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.catalogue.wording import Wording


def sentence(error: Exception, wording: Wording) -> str:
    """Return what to tell the user of an error; an error without words of its own tells its English sentence."""
    for kind, told in _TOLD.items():
        if isinstance(error, kind):
            return told(error, wording)
    for kind, plain in _PLAIN.items():
        if isinstance(error, kind):
            return plain()
    return str(error) or QCoreApplication.translate("Faults", "This did not work.")


def _before_birth(error: Exception, _: Wording) -> str:
    assert isinstance(error, errors.DoseBeforeBirthError)  # noqa: S101 - the table below says so
    said = QCoreApplication.translate("Faults", "The patient was born on {day}. Correct the date.")
    return said.format(day=text.date_number(error.born))


def _duplicate_dose(error: Exception, _: Wording) -> str:
    assert isinstance(error, errors.DuplicateDoseError)  # noqa: S101 - the table below says so
    said = QCoreApplication.translate("Faults", "A dose on {day} is already recorded. Correct that one instead.")
    return said.format(day=text.date_number(error.on))


def _duplicate_visit(error: Exception, _: Wording) -> str:
    assert isinstance(error, errors.DuplicateVisitError)  # noqa: S101 - the table below says so
    said = QCoreApplication.translate("Faults", "There is already such a visit on {day}. Move that one instead.")
    return said.format(day=text.day(error.on))


def _closed(error: Exception, wording: Wording) -> str:
    assert isinstance(error, errors.UnitClosedError)  # noqa: S101 - the table below says so
    said = QCoreApplication.translate("Faults", "The unit is closed on {day}: {why}. Choose an open day.")
    return said.format(day=text.day(error.on), why=wording.code("closure", error.closure))


def _hours(error: Exception, _: Wording) -> str:
    assert isinstance(error, errors.OutsideHoursError)  # noqa: S101 - the table below says so
    said = QCoreApplication.translate("Faults", "{minutes} minutes from {start} do not fit into {opens}–{closes}.")
    return said.format(
        minutes=error.minutes, start=text.clock(error.time), opens=text.clock(error.opens),
        closes=text.clock(error.closes),
    )  # fmt: skip


def _taken(error: Exception, _: Wording) -> str:
    assert isinstance(error, errors.PlaceTakenError)  # noqa: S101 - the table below says so
    said = QCoreApplication.translate("Faults", "{place} is taken at {time}. Choose another place or time.")
    return said.format(place=error.place, time=text.clock(error.time))


def _no_place(error: Exception, _: Wording) -> str:
    assert isinstance(error, errors.NoFreePlaceError)  # noqa: S101 - the table below says so
    said = QCoreApplication.translate("Faults", "No suitable place is free on {day}. Choose another time or day.")
    return said.format(day=text.day(error.on))


def _refused(error: Exception, wording: Wording) -> str:
    assert isinstance(error, errors.RefusedError)  # noqa: S101 - the table below says so
    return " ".join(wording.finding(finding) for finding in (*error.stops, *error.warnings))


_TOLD: dict[type[Exception], Callable[[Exception, Wording], str]] = {
    errors.RefusedError: _refused,
    errors.DoseBeforeBirthError: _before_birth,
    errors.DuplicateDoseError: _duplicate_dose,
    errors.DuplicateVisitError: _duplicate_visit,
    errors.UnitClosedError: _closed,
    errors.OutsideHoursError: _hours,
    errors.PlaceTakenError: _taken,
    errors.NoFreePlaceError: _no_place,
}

_PLAIN: dict[type[Exception], Callable[[], str]] = {
    errors.DateInFutureError: lambda: QCoreApplication.translate(
        "Faults", "This day has not come. Record it when it has happened."
    ),
    errors.TimeInFutureError: lambda: QCoreApplication.translate(
        "Faults", "This day has not come. Record it when it has happened."
    ),
    errors.DuplicatePatientError: lambda: QCoreApplication.translate(
        "Faults", "This patient is already in the unit. Search for the national id."
    ),
    errors.VisitInPastError: lambda: QCoreApplication.translate(
        "Faults", "This day has passed. Choose today or a later day."
    ),
    errors.NoProposalError: lambda: QCoreApplication.translate(
        "Faults", "There is no next dose in the unit to book. The plan tells why."
    ),
    errors.OrderIncompleteError: lambda: QCoreApplication.translate(
        "Faults", "A longer interval is ordered by a named doctor on a day."
    ),
    errors.EmptyFieldError: lambda: QCoreApplication.translate("Faults", "Something that must be filled in is empty."),
    errors.TextTooLongError: lambda: QCoreApplication.translate("Faults", "The text is too long. Shorten it."),
    errors.ControlCharacterError: lambda: QCoreApplication.translate(
        "Faults", "The text holds a character that is no text. Type it again."
    ),
    errors.AmountError: lambda: QCoreApplication.translate("Faults", "A number or a date is outside what can be."),
    errors.AlreadyStoppedError: lambda: QCoreApplication.translate("Faults", "The treatment is already stopped."),
    errors.VisitStateError: lambda: QCoreApplication.translate(
        "Faults", "The visit has come too far for this, or not far enough."
    ),
    errors.CannotUndoError: lambda: QCoreApplication.translate(
        "Faults", "This cannot be undone: it was changed since, or it left the ward."
    ),
}
