"""How the invented unit of the demo works: its intervals, controls and times, read from the resources.

The planner's own numbers stand in the protocol file; these only decide what is invented.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cache

from infusionplanner.domain.unit import Place, PlaceKind, Unit
from infusionplanner_resources import resource

_PER_CHAIR = 90
_CHAIRS = 4


@dataclass(frozen=True, slots=True)
class Practice:
    """The habits of the invented unit. Days, months, minutes and doses as each name says."""

    dose_mg: int
    standard_days: int
    extended_days: int
    extended_from_doses: int
    pregnancy_days: int
    observed_doses: int
    observation_minutes: int
    reduced_minutes: Mapping[str, int]
    dose_minutes: Mapping[str, int]
    place_minutes: Mapping[str, int]
    training_minutes: int
    control_minutes: int
    bloods_before_doses: Sequence[int]
    bloods_months: int
    jcv_months: int
    nab_months: Sequence[int]
    edss_first_months: int
    edss_months: int
    rebaseline_months: int
    mri_months: Mapping[str, int]
    index_negative: float
    index_positive: float
    index_high: float
    authorised_doses: int
    dispensed_days: int
    prescription_months: int


@cache
def practice() -> Practice:
    """Return the habits of the unit, read once."""
    return Practice(**tomllib.loads(resource("demo", "practice.toml").read_text(encoding="utf-8")))


def demo_unit(patients: int) -> Unit:
    """Return the unit: six places, and one chair more for every 90 patients that six places are too few for."""
    chairs = max(_CHAIRS, patients // _PER_CHAIR)
    places = [Place(f"Stol {number}") for number in range(1, chairs + 1)]
    places += [Place(f"Seng {chairs + 1}", PlaceKind.BED), Place("Injeksjon", PlaceKind.INJECTION)]
    return Unit("MS-infusjonsenheten", opens=time(8), closes=time(15, 30), places=tuple(places), phone="400 00 000")


def open_day(unit: Unit, day: date, *, step: int = 1, within: int = 14) -> date:
    """Return ``day`` or the next open day (``step`` -1: the one before); ``day`` itself when none is near."""
    return next((found for n in range(within) if unit.is_open(found := day + timedelta(n * step))), day)


def nearest_open(unit: Unit, day: date) -> date:
    """Return the open day nearest to ``day``, the earlier one on a tie."""
    earlier, later = open_day(unit, day, step=-1), open_day(unit, day)
    if not unit.is_open(earlier):
        return later
    return earlier if day - earlier <= later - day or not unit.is_open(later) else later
