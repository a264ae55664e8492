"""R-PML-6, R-CHK-1, R-MON-7: stops on all coming doses until a named doctor lifts them."""

from collections.abc import Iterable
from datetime import date

from infusionplanner.domain.dates import days_between
from infusionplanner.domain.finding import Facts, Finding, Level, Scope
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Hold, HoldKind
from infusionplanner.domain.protocol import Protocol, Question

_FINDINGS = {
    HoldKind.PML_SUSPICION: ("R-PML-6", "pml.suspicion"),
    HoldKind.INFECTION: ("R-CHK-1", "hold.infection"),
    HoldKind.PREGNANCY: ("R-PREG-1", "hold.pregnancy"),
    HoldKind.MALIGNANCY: ("R-START-2", "hold.malignancy"),
    HoldKind.OTHER: ("R-CHK-1", "hold.other"),
}


def is_open(hold: Hold, on: date) -> bool:
    """Tell whether a hold binds on a day; lifting takes both the day and the doctor's name."""
    lifted = hold.lifted_on is not None and hold.lifted_by and hold.lifted_on <= on
    return hold.from_ <= on and not lifted


def open_holds(view: View) -> list[Hold]:
    """Return the holds that bind today."""
    return [hold for hold in view.course.holds if is_open(hold, view.as_of)]


def findings(view: View) -> list[Finding]:
    """R-PML-6, R-START-2 and R-CHK-1 Each open hold is a stop on all coming doses, home doses too.

    A malignancy is decided on with the days since the last dose in sight.
    """
    found, last = [], view.last_administered
    for hold in open_holds(view):
        rule, key = _FINDINGS[hold.kind]
        facts: Facts = {"from": hold.from_}
        if hold.kind is HoldKind.MALIGNANCY and last is not None:
            facts |= {"last": last, "days": days_between(last, view.as_of)}
        found.append(Finding(rule, Level.STOP, key, facts=facts))
    return found


def possible_relapse(on: date) -> Hold:
    """R-MON-7 A possible relapse is told apart from PML first: it opens the suspicion that R-PML-6 holds."""
    return Hold(on, HoldKind.PML_SUSPICION)


def answered_yes(view: View, days: Iterable[date]) -> list[Finding]:
    """R-CHK-1 Say what each yes does, of the checklists answered for one of ``days``.

    A reaction after the last dose counts by its type, which is recorded with that dose (R-OBS-3): until then it warns.
    """
    wanted = set(days)
    yes = [key for row in view.course.checklists if row.for_ in wanted for key in row.yes]
    return [
        Finding(
            question.rule,
            Level.WARN if question.level == "reaction" else Level(question.level),
            f"checklist.{question.key}",
            scope=Scope.NEXT,
        )
        for question in answers(view.protocol, yes)
    ]


def answers(protocol: Protocol, yes: Iterable[str]) -> list[Question]:
    """R-CHK-1 Return the questions that were answered yes, in the order of the checklist."""
    chosen = set(yes)
    return [question for question in protocol.questions if question.key in chosen]
