"""Undo and redo through the journal: taking back is itself an act, and so is taking back the taking back."""

from infusionplanner.application.act_kinds import BEGINNINGS, LASTING, ActKind
from infusionplanner.application.desk import Desk
from infusionplanner.application.errors import CannotUndoError, NothingToRedoError, NothingToUndoError
from infusionplanner.application.journal import JournalAct
from infusionplanner.application.ports import Reading
from infusionplanner.application.records import ActId, Done, PatientId

_RECENT = 400


def acts(desk: Desk, *, patient: PatientId | None = None, limit: int = 200) -> tuple[JournalAct, ...]:
    """Return the newest acts, newest first; of one patient with what they changed."""
    with desk.store.reading() as reading:
        return reading.acts(patient=patient, limit=limit)


def undoable(desk: Desk) -> JournalAct | None:
    """Return the act that ``undo`` takes back: the newest of this person today that still stands, or None."""
    with desk.store.reading() as reading:
        return _undoable(desk, reading)


def redoable(desk: Desk) -> JournalAct | None:
    """Return the undo that ``redo`` takes back: the newest of this person, if nothing new was done after it."""
    with desk.store.reading() as reading:
        return _redoable(desk, reading)


def undo(desk: Desk, act: ActId | None = None) -> Done:
    """Take back an act: by default this person's newest of today.

    Raises:
        NothingToUndoError: There is none.
        CannotUndoError: What it changed has been changed since, or it left the ward.
    """
    with desk.store.reading() as reading:
        found = _undoable(desk, reading) if act is None else reading.act(act)
    if found is None:
        raise NothingToUndoError
    if found.kind in LASTING:
        raise CannotUndoError(found.id, why="left")
    return _take_back(desk, ActKind.UNDO, found)


def redo(desk: Desk) -> Done:
    """Do again what this person took back last. Raises ``NothingToRedoError``."""
    if (found := redoable(desk)) is None:
        raise NothingToRedoError
    return _take_back(desk, ActKind.REDO, found)


def _take_back(desk: Desk, kind: ActKind, act: JournalAct) -> Done:
    with desk.act(kind, act.patient, undoes=act.id) as work:
        work.revert(act.id)
        return work.done()


def _undoable(desk: Desk, reading: Reading) -> JournalAct | None:
    for act in reading.acts(who=desk.who, limit=_RECENT):
        if act.at.date() != desk.today() or (act.kind in BEGINNINGS and act.undone_by is None):
            return None
        if act.undoes is None and act.undone_by is None and act.kind not in LASTING:
            return act
    return None


def _redoable(desk: Desk, reading: Reading) -> JournalAct | None:
    for act in reading.acts(who=desk.who, limit=_RECENT):
        if act.undoes is None or act.at.date() != desk.today():
            return None
        if act.undone_by is None and act.kind is ActKind.UNDO:
            return act
    return None
