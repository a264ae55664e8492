"""plan() and check(): ask each rule family in one readable order."""

from datetime import date

from infusionplanner.domain.patient import Patient, Route, Setting
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import CheckAnswer, Plan
from infusionplanner.domain.unit import Unit


def plan(patient: Patient, protocol: Protocol, unit: Unit, as_of: date, *, months: int = 12) -> Plan:
    """Return the plan of one patient as of a day, ``months`` ahead."""
    raise NotImplementedError


def check(
    patient: Patient, protocol: Protocol, unit: Unit, on: date, *, as_of: date | None = None,
    route: Route | None = None, setting: Setting | None = None,
) -> CheckAnswer:
    """Tell whether a dose may be given on a day."""
    raise NotImplementedError
