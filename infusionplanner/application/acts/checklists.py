"""R-CHK-1: the questions before a dose, and the holds that a yes opens."""

from datetime import date

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.recorded_facts import numbered
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered
from infusionplanner.application.errors import UnknownQuestionError
from infusionplanner.application.ports import Writing
from infusionplanner.application.records import Done, PatientId
from infusionplanner.domain.holds import answers, is_open
from infusionplanner.domain.patient import Checklist, Hold, HoldKind


def answer_checklist(desk: Desk, patient: PatientId, for_: date, yes: tuple[str, ...] = ()) -> Done:
    """Store the answers for the dose of ``for_``; ``yes`` are the keys answered yes, each of which opens its hold.

    An answer that was given before for the same dose is corrected. Holds stay open until a doctor lifts them.
    """
    entered(for_, "for")
    with desk.act(ActKind.ANSWER_CHECKLIST, patient) as work:
        put_checklist(desk, work, patient, Checklist(for_, desk.today(), yes))
        return work.done()


def put_checklist(desk: Desk, work: Writing, patient: PatientId, checklist: Checklist) -> None:
    """Store one checklist in the place of what was answered for that dose, and open the holds of its yes."""
    record = work.record(patient)
    course = record.patient.course
    protocol = desk.protocol(course.protocol, work.unit())
    unknown = set(checklist.yes) - {question.key for question in protocol.questions}
    if unknown:
        raise UnknownQuestionError(min(unknown), protocol.label)
    same = [fact for fact, row in numbered(record, Checklist).items() if row.for_ == checklist.for_]
    if same:
        work.replace(same[-1], checklist)
    else:
        work.add(patient, checklist)
    held = {hold.kind for hold in course.holds if is_open(hold, checklist.answered_on)}
    asked_for = (question.hold for question in answers(protocol, checklist.yes) if question.hold is not None)
    for kind in dict.fromkeys(HoldKind(hold) for hold in asked_for):
        if kind not in held:
            work.add(patient, Hold(checklist.answered_on, kind))
