"""Who has taken on which task of the work list. The task itself is computed; it goes away when it is done."""

from infusionplanner.application.desk import Desk
from infusionplanner.application.records import Claim, Done, PatientId


def claim_task(desk: Desk, patient: PatientId, rule: str, key: str) -> Done:
    """Take on a task, in the place of whoever had it."""
    with desk.act("claim_task", patient) as work:
        work.put_claim(Claim(patient, rule, key, desk.who, desk.now()))
        return work.done()


def release_task(desk: Desk, patient: PatientId, rule: str, key: str) -> Done:
    """Give a task back."""
    with desk.act("release_task", patient) as work:
        work.remove_claim(patient, rule, key)
        return work.done()
