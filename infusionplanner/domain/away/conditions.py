"""R-HOME-1, R-HOME-2, R-HOME-4 and R-HOME-9: the conditions for a dose away from the unit."""

from collections.abc import Sequence
from datetime import date

from infusionplanner.domain.counting import Counted
from infusionplanner.domain.dates import add_days
from infusionplanner.domain.history import View
from infusionplanner.domain.holds import open_holds
from infusionplanner.domain.patient import ResultKind, Route, Setting
from infusionplanner.domain.pregnancy import has_plan
from infusionplanner.domain.protocol import HomeRules
from infusionplanner.domain.result import Condition, ConditionState, Monitoring, MonitoringStatus

_COUNTED_FROM_FIRST_DOSE = (ResultKind.NAB, ResultKind.EDSS, ResultKind.MRI)
MET, NOT_MET, UNKNOWN = ConditionState.MET, ConditionState.NOT_MET, ConditionState.UNKNOWN


def conditions(view: View, counted: Counted, monitoring: Sequence[Monitoring], setting: Setting) -> list[Condition]:
    """R-HOME-1, R-HOME-2, R-HOME-4, R-HOME-9 Return the six conditions; the first to be missing is the one to name."""
    rules = view.protocol.home
    if rules is None:
        return []
    enough = MET if counted.total >= rules.minimum_doses else NOT_MET
    return [
        Condition("R-HOME-1", "doses", enough, counted.total, rules.minimum_doses),
        carer_condition(view) if setting is Setting.OUTSIDE else training_condition(view),
        Condition("R-HOME-2", "product", product_state(view)),
        Condition("R-HOME-4", "reaction", reaction_state(view)),
        Condition("R-HOME-4", "hold", NOT_MET if is_held(view) else MET),
        Condition("R-HOME-4", "controls", controls_state(view, monitoring, rules)),
    ]


def training_condition(view: View) -> Condition:
    """R-HOME-1 The patient is trained, and the training is signed."""
    trained = training_day(view)
    return Condition("R-HOME-1", "training", NOT_MET if trained is None else MET, on=trained)


def carer_condition(view: View) -> Condition:
    """R-HOME-9 Outside the specialist service it is known who gives the dose: name, place and telephone."""
    carer = view.course.given_by
    known = carer is not None and all(map(is_filled, (carer.name, carer.place, carer.phone)))
    return Condition("R-HOME-9", "carer", MET if known else NOT_MET)


def is_filled(text: str | None) -> bool:
    """Tell whether a text says something."""
    return text is not None and bool(text.strip())


def training_day(view: View) -> date | None:
    """R-HOME-1 Return the day of the newest signed training, or None."""
    return max((row.on for row in view.course.training if row.signed_by and row.on <= view.as_of), default=None)


def product_state(view: View) -> ConditionState:
    """R-HOME-2 Only a product with a s.c. form can be injected at home."""
    product = view.protocol.product(view.course.product)
    if product is None:
        return UNKNOWN
    return MET if Route.SC in product.routes else NOT_MET


def reaction_state(view: View) -> ConditionState:
    """R-HOME-4 Not with an unlifted reaction, and never after a serious one; one that was never recorded is unknown."""
    if view.serious is not None:
        return NOT_MET
    if view.reaction is None:
        return MET
    return UNKNOWN if view.reaction.reaction is None else NOT_MET


def is_held(view: View) -> bool:
    """R-HOME-4, R-INT-12 An open hold, a pregnancy without a plan, or a bridging course."""
    unplanned = view.pregnancy is not None and not has_plan(view.pregnancy, view.as_of)
    return bool(open_holds(view)) or unplanned or view.course.bridging is not None


def controls_state(view: View, monitoring: Sequence[Monitoring], rules: HomeRules) -> ConditionState:
    """R-HOME-4 Paused when a control is overdue by more than 30 days; it comes back when the control is done."""
    late = (MonitoringStatus.OVERDUE, MonitoringStatus.UNKNOWN)
    if any(row.status in late and add_days(row.due, rules.controls_grace_days) < view.as_of for row in monitoring):
        return NOT_MET
    return UNKNOWN if any(_never_done(view, row) for row in monitoring) else MET


def _never_done(view: View, row: Monitoring) -> bool:
    """Tell whether a control that is needed was never done, also when it has to wait (R-MON-3).

    The first NAb sample, EDSS and MRI of the treatment have a day of their own, counted from the first dose: when that
    is known, they are late like any other.
    """
    if row.kind in _COUNTED_FROM_FIRST_DOSE and view.treated_since is not None:
        return False
    waits = row.status is MonitoringStatus.BLOCKED and row.last is None
    return waits or row.status is MonitoringStatus.UNKNOWN
