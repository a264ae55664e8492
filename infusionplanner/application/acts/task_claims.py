"""Who has taken on which task of the work list. The task itself is computed; it goes away when it is done."""

from collections.abc import Iterable

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.desk import Desk
from infusionplanner.application.records import Claim, Done, PatientId


def claim_task(desk: Desk, patient: PatientId, rule: str, key: str) -> Done:
    """Take on a task, in the place of whoever had it."""
    return claim_tasks(desk, patient, [(rule, key)])


def claim_tasks(desk: Desk, patient: PatientId, tasks: Iterable[tuple[str, str]]) -> Done:
    """Take on several tasks of a patient in one act: rule and key of each."""
    with desk.act(ActKind.CLAIM_TASK, patient) as work:
        for rule, key in tasks:
            work.put_claim(Claim(patient, rule, key, desk.who, desk.now()))
        return work.done()


def release_task(desk: Desk, patient: PatientId, rule: str, key: str) -> Done:
    """Give a task back."""
    return release_tasks(desk, patient, [(rule, key)])


def release_tasks(desk: Desk, patient: PatientId, tasks: Iterable[tuple[str, str]]) -> Done:
    """Give several tasks of a patient back in one act."""
    with desk.act(ActKind.RELEASE_TASK, patient) as work:
        for rule, key in tasks:
            work.remove_claim(patient, rule, key)
        return work.done()
