"""The patients of every day, drawn at random: in their first doses, long treated, at home, or long since changed."""

from dataclasses import replace
from random import Random

from infusionplanner.demo import twists
from infusionplanner.demo.case import DemoCase
from infusionplanner.demo.practice import practice
from infusionplanner.domain.patient import Language, Route, StopReason

_LOW_INDEX_PERCENT = 9
_PRIOR_PERCENT = 6
_ENGLISH_PERCENT = 6
_NOTES = (
    "Vil helst ha time tidlig på dagen.",
    "Vanskelige årer, varmepakning.",
    "Arbeider turnus, ring før booking.",
    "Kommer med ledsager.",
    "Ønsker SMS dagen før.",
    "Reiser til familien i juli.",
)


def usual_case(rng: Random, number: int) -> DemoCase:
    """Return an ordinary course; every fifteenth or so has ended."""
    kind = rng.choices((_first_doses, _at_home, _injected, _infused, _six_weeks, _ended), (12, 35, 13, 18, 16, 6))[0]
    return kind(rng, _common(rng, number))


def _common(rng: Random, number: int) -> DemoCase:
    """Return what does not depend on the kind of course. Every 25th has a biosimilar where the route allows it."""
    low = rng.randrange(100) < _LOW_INDEX_PERCENT
    index = round(rng.uniform(0.45, 0.85), 2)
    return DemoCase(
        jcv=(round(index * 0.8 + 0.1, 2), index) if low else (),
        prior=rng.randrange(100) < _PRIOR_PERCENT,
        tyruko_from=1 if number % 25 == 0 else 0,
        language=Language.EN if rng.randrange(100) < _ENGLISH_PERCENT else Language.NB,
        note=rng.choice(_NOTES) if rng.randrange(5) == 0 else "",
    )


def _first_doses(rng: Random, base: DemoCase) -> DemoCase:
    route = rng.choice((Route.SC, Route.IV))
    return replace(
        base, route=route, number=rng.randint(2, 6), tyruko_from=0 if route is Route.SC else base.tyruko_from
    )


def _at_home(rng: Random, base: DemoCase) -> DemoCase:
    start = rng.randint(7, 11)
    return replace(base, route=Route.SC, home_from=start, number=start + rng.randint(1, 26), tyruko_from=0)


def _injected(rng: Random, base: DemoCase) -> DemoCase:
    return replace(base, route=Route.SC, number=rng.randint(7, 38), tyruko_from=0)


def _infused(rng: Random, base: DemoCase) -> DemoCase:
    return replace(base, number=rng.randint(7, 26))


def _six_weeks(rng: Random, base: DemoCase) -> DemoCase:
    start = practice().extended_from_doses
    return replace(base, extended_from=start, number=start + rng.randint(1, 18))


def _ended(rng: Random, base: DemoCase) -> DemoCase:
    reason = rng.choice((StopReason.TREATMENT_FAILURE, StopReason.PATIENT_WISH, StopReason.SIDE_EFFECT))
    twist = twists.stopped(rng.randint(5, 20), reason, "rituximab", 28)
    number = rng.randint(5, 26)
    return replace(base, number=number, last=rng.randint(200, 1000), jcv=(), note="", twists=(twist,))
