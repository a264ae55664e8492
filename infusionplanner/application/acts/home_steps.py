"""Steps towards treatment at home that no rule asks for and the ward wants to know of."""

from datetime import date

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import happened
from infusionplanner.application.entries import text as checked
from infusionplanner.application.records import Done, HomeNote, HomeStep, PatientId


def note_home_step(desk: Desk, patient: PatientId, step: HomeStep, *, on: date | None = None, text: str = "") -> Done:
    """Note a step towards home as taken by this person, today unless ``on`` says otherwise.

    ``text`` is what was shown, or the pharmacy's name. A later note of the same step takes its place; the history keeps
    both.
    """
    taken = on or desk.today()
    happened("note_home_step", taken, desk.today())
    checked(text, "text")
    with desk.act(ActKind.NOTE_HOME_STEP, patient) as work:
        work.put_home_note(patient, HomeNote(step, taken, desk.who, text))
        return work.done()
