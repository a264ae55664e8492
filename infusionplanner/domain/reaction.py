"""R-OBS-3: reactions that bind later doses until a doctor lifts them."""

from collections.abc import Iterable
from datetime import date

from infusionplanner.domain.patient import Dose, Reaction, ReactionLift

KEEPS_OBSERVATION = frozenset({Reaction.INFUSION, Reaction.HYPERSENSITIVITY, Reaction.ANAPHYLAXIS})
"""Reactions that keep the full observation; a sore injection site does not (R-OBS-3)."""

SERIOUS = frozenset({Reaction.HYPERSENSITIVITY, Reaction.ANAPHYLAXIS})
"""Reactions that stop the treatment until a doctor has cleared it (R-OBS-3)."""

_GRAVITY = (None, Reaction.INFUSION, Reaction.HYPERSENSITIVITY, Reaction.ANAPHYLAXIS)


def unlifted_reaction(doses: Iterable[Dose], lifts: Iterable[ReactionLift], as_of: date) -> Dose | None:
    """R-OBS-3 Return the dose with the gravest reaction that no named doctor has lifted since, or None.

    A dose of which nobody recorded whether there was a reaction may have had one, so it counts here too.
    """
    lifted_until = max((lift.on for lift in lifts if lift.by and lift.on <= as_of), default=date.min)
    binding = [
        dose
        for dose in doses
        if dose.on > lifted_until and (dose.reaction is None or dose.reaction in KEEPS_OBSERVATION)
    ]
    return max(binding, key=_gravity, default=None)


def worst_serious(doses: Iterable[Dose]) -> Dose | None:
    """R-OBS-3, R-HOME-4 Return the gravest of the doses after which home treatment and a short observation are over."""
    return max((dose for dose in doses if dose.reaction in SERIOUS), key=_gravity, default=None)


def _gravity(dose: Dose) -> tuple[int, date]:
    return _GRAVITY.index(dose.reaction), dose.on
