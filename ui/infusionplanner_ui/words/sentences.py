"""What went wrong, in the language of the windows. The errors of the program say it in English, for the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from infusionplanner.application.errors import DuplicateDoseError

translate = QCoreApplication.translate


def sentence(error: Exception) -> str:
    """Return what went wrong and what to do, translated where the windows have words for it."""
    for kind in type(error).__mro__:
        say = _WORDS.get(kind.__name__)
        if say is not None:
            return say(error)
    return str(error) or translate("Sentences", "This did not work.")


def _closed(error: Any) -> str:  # noqa: ANN401 - one table serves all errors, each with its own fields
    said = translate("Sentences", "The unit is closed on {day}. Choose an open day.")
    return said.format(day=text.day_short(error.on))


def _outside_hours(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "{minutes} min from {start} do not fit into {opens}–{closes}.")
    hours = {"opens": text.clock(error.opens), "closes": text.clock(error.closes)}
    return said.format(minutes=error.minutes, start=text.clock(error.time), **hours)


def _past(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "{day} has passed. Choose today or later.")
    return said.format(day=text.day_short(error.on))


def _taken(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "{place} is taken on {day} at {time}. Choose another place or time.")
    return said.format(place=error.place, day=text.day_short(error.on), time=text.clock(error.time))


def _no_place(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "No suitable place is free on {day}. Choose another time or day.")
    return said.format(day=text.day_short(error.on))


def _place_in_use(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "{place} has a visit on {day}. Move the coming visits first.")
    return said.format(place=error.place, day=text.day_short(error.on))


def _twice(error: DuplicateDoseError) -> str:
    said = translate("Sentences", "A dose is already recorded on {day}. Correct that one instead.")
    return said.format(day=text.day_short(error.on))


def _future(error: Any) -> str:  # noqa: ANN401 - see _closed
    return translate("Sentences", "{day} has not come yet. Record it when it has happened.").format(
        day=text.day_short(error.on)
    )


def _later(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "{time} is later than now ({now}). Correct the time.")
    return said.format(time=text.clock(error.at), now=text.clock(error.now))


def _no_number(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = {
        "length": translate("Sentences", "A national id has eleven figures. Look at what was typed."),
        "day": translate("Sentences", "The first six figures of this national id are no date. Look at what was typed."),
        "control": translate("Sentences", "This is no national id: its control figures do not fit. Look at it again."),
    }
    return said[error.why]


def _out_of_order(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "{time} is before {first}, which comes first. Correct one of the two times.")
    return said.format(time=text.clock(error.at), first=text.clock(error.before))


def _running(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "The observation runs until {time}. Write why the patient leaves earlier.")
    return said.format(time=text.clock(error.until))


def _not_saved(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "{file} could not be saved. Choose a folder that you may write in, with room left.")
    return said.format(file=error.path.name)


def _clock_change(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate(
        "Sentences", "{time} on {day} does not exist or comes twice: the clocks change. Book another time."
    )
    return said.format(time=text.clock(error.at), day=text.day_short(error.on))


def _too_long(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "The text has {length} characters; at most {most} are kept. Shorten it.")
    return said.format(length=error.length, most=error.most)


def _edss(error: Any) -> str:  # noqa: ANN401 - see _closed
    return translate("Sentences", "{value} is no EDSS: it goes from 0 to 10 in halves, and 0,5 does not exist.").format(
        value=text.number(error.value)
    )


def _refused(error: Any) -> str:  # noqa: ANN401 - see _closed
    if error.stops:
        return translate("Sentences", "A rule stops this dose: a doctor must clear it first.")
    return translate("Sentences", "There is a warning that nobody has seen yet. Mark it as seen first.")


def _import_refused(error: Any) -> str:  # noqa: ANN401 - see _closed
    """Return that nothing was imported, and what is wrong first; the rest is like it."""
    said = translate("Sentences", "Nothing was imported: {number} to correct. The first: {what}")
    return said.format(number=len(error.problems), what=error.problems[0])


def _damaged(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "The database {file} is damaged. Stop working in it.").format(file=error.path.name)
    return f"{said} {_put_back(error)}"


def _empty(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate("Sentences", "The database {file} is empty, perhaps a copy that failed.").format(
        file=error.path.name
    )
    return f"{said} {_put_back(error)}"


def _put_back(error: Any) -> str:  # noqa: ANN401 - see _closed
    """Return how the newest daily copy takes the place of a file; what SQLite keeps beside it would spoil the copy."""
    if error.copy is None:
        return translate("Sentences", "Ask for the copy that is kept elsewhere, or choose another file.")
    said = translate(
        "Sentences",
        "Close the program everywhere, rename {file} and the -wal and -shm files beside it, and copy {copy} to {path}.",
    )
    return said.format(file=error.path.name, copy=error.copy, path=error.path)


def _leftover(error: Any) -> str:  # noqa: ANN401 - see _closed
    said = translate(
        "Sentences", "There is no such database, but {file} of one. Put the database back, or move that file away."
    )
    return said.format(file=error.leftover.name)


_WORDS: dict[str, Callable[[Any], str]] = {
    "NationalIdError": _no_number,
    "EdssError": _edss,
    "UnitClosedError": _closed,
    "OutsideHoursError": _outside_hours,
    "VisitInPastError": _past,
    "PlaceTakenError": _taken,
    "NoFreePlaceError": _no_place,
    "PlaceInUseError": _place_in_use,
    "DuplicateDoseError": _twice,
    "DateInFutureError": _future,
    "TimeInFutureError": _later,
    "TimesOutOfOrderError": _out_of_order,
    "ObservationRunningError": _running,
    "TextTooLongError": _too_long,
    "RefusedError": _refused,
    "DuplicateVisitError": lambda _: translate(
        "Sentences", "The patient already has such a visit that day. Move that one instead."
    ),
    "VisitStateError": lambda _: translate("Sentences", "The visit has come too far for this. Look at it again."),
    "VisitDayError": lambda _: translate("Sentences", "The visit is on another day. Move it to this day first."),
    "NoProposalError": lambda _: translate("Sentences", "The plan has no next dose in the unit to book."),
    "EmptyFieldError": lambda _: translate("Sentences", "Something is missing. Fill in all fields."),
    "ControlCharacterError": lambda _: translate(
        "Sentences", "The text holds a character that cannot be kept. Type it again."
    ),
    "AmountError": lambda _: translate("Sentences", "A number or a date is outside what can be. Correct it."),
    "DuplicatePatientError": lambda _: translate(
        "Sentences", "There is already such a patient. Open that patient instead."
    ),
    "DoseBeforeBirthError": lambda _: translate(
        "Sentences", "The dose is dated before the patient was born. Correct the date."
    ),
    "NothingToUndoError": lambda _: translate("Sentences", "There is nothing to undo today."),
    "NothingToRedoError": lambda _: translate("Sentences", "There is nothing to redo."),
    "CannotUndoError": lambda _: translate(
        "Sentences", "This cannot be undone any more: it has been changed since. Correct it by hand."
    ),
    "UnknownPatientError": lambda _: translate("Sentences", "The patient is not in this unit any more."),
    "UnknownVisitError": lambda _: translate("Sentences", "The visit is not there any more. Look at the day again."),
    "UnknownFactError": lambda _: translate(
        "Sentences", "This is not recorded any more. Open the patient again to see what is."
    ),
    "UnknownActError": lambda _: translate("Sentences", "The history does not have this any more."),
    "UnknownProtocolError": lambda _: translate(
        "Sentences", "The program does not know this treatment protocol. Install a version that has it."
    ),
    "UnknownQuestionError": lambda _: translate(
        "Sentences", "The checklist does not have this question any more. Open it again."
    ),
    "UnknownPlaceError": lambda _: translate("Sentences", "The unit does not have this place. Choose another."),
    "ParameterRefusedError": lambda _: translate("Sentences", "The parameter cannot have this value. Correct it."),
    "DosesOutOfOrderError": lambda _: translate(
        "Sentences", "The doses do not stand in date order. Correct the dates."
    ),
    "ForbiddenCharacterError": lambda _: translate(
        "Sentences", "The text holds a character that cannot be kept. Type it again."
    ),
    "DoseTimesError": lambda _: translate("Sentences", "The dose ends before it begins. Correct the times."),
    "ResultFieldError": lambda _: translate("Sentences", "A field does not belong to this kind of result. Empty it."),
    "VisitMismatchError": lambda _: translate(
        "Sentences", "The visit is for something else or for another patient. Choose the patient's own."
    ),
    "ChangedMeanwhileError": lambda _: translate(
        "Sentences", "Somebody else has changed the same meanwhile. Look at the patient again, then edit."
    ),
    "AlreadyLiftedError": lambda _: translate("Sentences", "The hold has been lifted already. Look at it again."),
    "DateOrderError": lambda _: translate("Sentences", "One day is before another that must come first. Correct it."),
    "AlreadyStoppedError": lambda _: translate("Sentences", "The treatment is stopped already. Restart it first."),
    "NotStoppedError": lambda _: translate("Sentences", "The treatment is not stopped."),
    "UnitSettingError": lambda _: translate("Sentences", "The setting cannot be so. Correct it."),
    "OrderIncompleteError": lambda _: translate(
        "Sentences", "A longer interval is an order: name the doctor and the day."
    ),
    "ImportRefusedError": _import_refused,
    "RenewalOrderError": lambda _: translate(
        "Sentences", "The renewal has come so far already. Undo the last step if it is wrong."
    ),
    "RenewalStepsLeftOutError": lambda _: translate(
        "Sentences", "Steps of the renewal would be left out. Record them first, or say that they are left out."
    ),
    "NewPrescriptionMissingError": lambda _: translate(
        "Sentences", "The renewal ends with a new prescription. Record its day and its doses."
    ),
    "NothingHandedOutError": lambda _: translate("Sentences", "No calendar has been handed out to this patient."),
    "EmptyCalendarError": lambda _: translate(
        "Sentences", "The calendar would hold nothing from today on. Book a time or order a treatment first."
    ),
    "ClockChangeError": _clock_change,
    "SaveError": _not_saved,
    "SheetNotWrittenError": _not_saved,
    "PrinterNotReadyError": lambda _: translate(
        "Sentences", "The printer does not answer. Choose another one, or save a PDF."
    ),
    "CalendarError": lambda _: translate(
        "Sentences", "The calendar did not read as it was meant and was not handed out. Try again, or report the fault."
    ),
    "NothingBookedError": lambda _: translate("Sentences", "Nothing is booked for a calendar to hold."),
    "StoreMissingError": lambda _: translate("Sentences", "There is no such database. Choose another file."),
    "StoreTooOldError": lambda _: translate(
        "Sentences", "A part of the program, SQLite, is too old. Install a newer version."
    ),
    "StoreBusyError": lambda _: translate(
        "Sentences", "Another program is writing to the database. Nothing was saved; try again in a moment."
    ),
    "StoreFullError": lambda _: translate("Sentences", "The disk is full. Nothing was saved; make room and try again."),
    "StoreDamagedError": _damaged,
    "StoreEmptyError": _empty,
    "StoreLeftoverError": _leftover,
    "NotADatabaseError": lambda _: translate(
        "Sentences", "The file is no database, or is encrypted with another key. Choose the right file."
    ),
    "StoreReadOnlyError": lambda _: translate(
        "Sentences", "The database may not be written. Ask for the right to change the file and its folder."
    ),
    "StoreUnreachableError": lambda _: translate(
        "Sentences", "The database cannot be reached. Check that the folder is there and the disk is connected."
    ),
    "NewerStoreError": lambda _: translate(
        "Sentences", "The database was made by a newer version of the program. Install the newer version."
    ),
    "ForeignStoreError": lambda _: translate(
        "Sentences", "The database belongs to another program and was left alone. Choose another file."
    ),
}
"""By the name of the error's class, so that nothing of the planner is loaded before something goes wrong."""
