"""What makes doses stop, and the doctor's decisions that let them go on: holds, reactions, pregnancy, exposures."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.recorded_facts import add_fact, stored
from infusionplanner.application.acts.visit_changes import VisitChange, change_visits
from infusionplanner.application.bounds import earliest_end
from infusionplanner.application.desk import Desk
from infusionplanner.application.entries import entered, filled, happened
from infusionplanner.application.errors import AmountError, DateOrderError, InvalidActError
from infusionplanner.application.records import Done, DoseDetail, FactId, PatientId, VisitState
from infusionplanner.domain.patient import (
    Dose,
    Exposure,
    Hold,
    HoldKind,
    Pregnancy,
    PregnancyPlan,
    Reaction,
    ReactionLift,
)
from infusionplanner.domain.reaction import SERIOUS

_MOST_WEEKS, _MOST_DAYS = 45, 6
_HARMLESS = frozenset({Reaction.NONE, Reaction.LOCAL})


class AlreadyLiftedError(InvalidActError):
    """The hold is lifted."""

    def __init__(self, on: date, by: str | None) -> None:
        self.on, self.by = on, by


def open_hold(
    desk: Desk,
    patient: PatientId,
    kind: HoldKind,
    from_: date | None = None,
    *,
    visits: Iterable[VisitChange] = (),
) -> Done:
    """R-PML-6 Hold all coming doses, home doses too, until a doctor lifts it.

    ``visits`` are those that the hold makes wrong, to cancel or move; the others keep their time.
    """
    hold = Hold(from_ or desk.today(), kind)
    entered(hold, "hold")
    with desk.act(ActKind.OPEN_HOLD, patient) as work:
        work.add(patient, hold)
        change_visits(desk, work, patient, visits)
        return work.done()


def lift_hold(desk: Desk, patient: PatientId, fact: FactId, by: str, on: date | None = None) -> Done:
    """R-PML-6 Lift a hold: the named doctor's decision."""
    doctor, lifted = filled(by, "by"), on or desk.today()
    happened("lifted_on", lifted, desk.today())
    with desk.act(ActKind.LIFT_HOLD, patient) as work:
        hold = stored(work.record(patient), fact, Hold)
        if hold.lifted_on is not None:
            raise AlreadyLiftedError(hold.lifted_on, hold.lifted_by)
        work.replace(fact, replace(hold, lifted_on=lifted, lifted_by=doctor))
        return work.done()


def lift_reactions(desk: Desk, patient: PatientId, by: str, on: date | None = None) -> Done:
    """R-OBS-3 Note the named doctor's decision that earlier reactions no longer keep the full observation."""
    lift = ReactionLift(on or desk.today(), filled(by, "by"))
    return add_fact(desk, ActKind.LIFT_REACTIONS, patient, lift, lift.on)


def report_reaction(  # noqa: PLR0913 - what is recorded of a reaction
    desk: Desk, patient: PatientId, dose_id: FactId, reaction: Reaction, *, note: str = "", told: str = ""
) -> Done:
    """R-OBS-3 Record a reaction to a recorded dose, with what was done. A running observation becomes a full one.

    ``told`` is the doctor who was told; a serious reaction needs one.
    """
    entered((note, told), "note")
    doctor = filled(told, "told") if reaction in SERIOUS else told.strip()
    with desk.act(ActKind.REPORT_REACTION, patient) as work:
        record = work.record(patient)
        dose = stored(record, dose_id, Dose)
        work.replace(dose_id, replace(dose, reaction=reaction))
        if note.strip() or doctor:
            detail = work.dose_details(patient).get(dose_id) or DoseDetail(dose_id)
            notes = "\n".join(filter(None, [detail.note, note.strip()]))
            work.put_dose_detail(patient, replace(detail, note=notes, told=doctor or detail.told))
        rules = desk.protocol(record.patient.course.protocol, work.unit()).observation
        for visit in work.visits_of(patient):
            if visit.dose == dose_id and visit.state is VisitState.OBSERVING and rules and reaction not in _HARMLESS:
                full = max(visit.observation_minutes, rules.minutes)
                work.update_visit(replace(visit, observation_minutes=full))
        return work.done()


def record_pregnancy(desk: Desk, patient: PatientId, pregnancy: Pregnancy) -> Done:
    """R-PREG-1 Register a pregnancy: coming doses stop until the doctor's plan is entered; booked times are kept."""
    age = pregnancy.gestational_age
    if age is not None and age.weeks > _MOST_WEEKS:
        raise AmountError(field="weeks", value=age.weeks, lowest=0, highest=_MOST_WEEKS)
    if age is not None and age.days > _MOST_DAYS:
        raise AmountError(field="days", value=age.days, lowest=0, highest=_MOST_DAYS)
    return add_fact(desk, ActKind.RECORD_PREGNANCY, patient, pregnancy, pregnancy.recorded_on)


def plan_pregnancy(desk: Desk, patient: PatientId, fact: FactId, plan: PregnancyPlan) -> Done:
    """R-PREG-1 Enter the named doctor's plan for the treatment during a pregnancy."""
    entered(plan, "plan")
    filled(plan.by, "by")
    happened("plan", plan.on, desk.today())
    with desk.act(ActKind.PLAN_PREGNANCY, patient) as work:
        pregnancy = stored(work.record(patient), fact, Pregnancy)
        work.replace(fact, replace(pregnancy, plan=plan))
        return work.done()


def record_birth(desk: Desk, patient: PatientId, fact: FactId, on: date, *, breastfeeding: bool | None = None) -> Done:
    """R-PREG-3 Record the birth: the treatment is to be resumed."""
    entered(on, "birth_on")
    happened("birth_on", on, desk.today())
    with desk.act(ActKind.RECORD_BIRTH, patient) as work:
        pregnancy = stored(work.record(patient), fact, Pregnancy)
        if on < (first := earliest_end(pregnancy)):
            raise DateOrderError(field="birth_on", on=on, first=first)
        work.replace(fact, replace(pregnancy, birth_on=on, breastfeeding=breastfeeding))
        return work.done()


def record_exposure(desk: Desk, patient: PatientId, exposure: Exposure) -> Done:
    """R-MON-3 Record plasma exchange or immunoglobulins, which block a JCV test for a while."""
    return add_fact(desk, ActKind.RECORD_EXPOSURE, patient, exposure, exposure.on)
