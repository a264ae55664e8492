"""What is recorded of a patient's supply at home: prescriptions, what was handed out, thrown away and counted."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Prescription:
    """One H-prescription. ``doses`` is the number of doses authorised (R-RX-3)."""

    issued_on: date
    doses: int | None = None
    withdrawn_on: date | None = None


@dataclass(frozen=True, slots=True)
class Dispensing:
    """Doses (pairs of syringes) handed out by the pharmacy."""

    on: date
    doses: int


@dataclass(frozen=True, slots=True)
class Discard:
    """Doses at home that had to be thrown away (R-HOME-8)."""

    on: date
    doses: int
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class StockCount:
    """Syringes counted at home; one dose is two syringes (R-RX-7)."""

    on: date
    syringes: int
