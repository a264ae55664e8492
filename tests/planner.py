"""plan() and check() with the natalizumab protocol and a default unit, for tests."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from builders import d

from infusionplanner.catalogue.protocol_file import builtin_protocols, override
from infusionplanner.domain.finding import Finding
from infusionplanner.domain.history import View
from infusionplanner.domain.patient import Patient
from infusionplanner.domain.plan import check, plan
from infusionplanner.domain.protocol import Protocol
from infusionplanner.domain.result import CheckAnswer, Monitoring, Plan
from infusionplanner.domain.unit import Unit

NATALIZUMAB = builtin_protocols()["natalizumab"]


@dataclass(frozen=True)
class Planner:
    """Asks the domain, with dates as ISO text."""

    protocol: Protocol = NATALIZUMAB
    unit: Unit = field(default_factory=Unit)

    def plan(self, patient: Patient, on: str | date, **options: Any) -> Plan:
        return plan(patient, self.protocol, self.unit, _day(on), **options)

    def check(self, patient: Patient, on: str | date, **options: Any) -> CheckAnswer:
        return check(patient, self.protocol, self.unit, _day(on), **options)

    def view(self, patient: Patient, on: str | date, *, before: bool = False) -> View:
        return View(patient, self.protocol, self.unit, _day(on), before)

    def with_parameters(self, **parameters: Any) -> "Planner":
        keys = {key.replace("__", "."): value for key, value in parameters.items()}
        return Planner(override(self.protocol, keys), self.unit)


def _day(on: str | date) -> date:
    return d(on) if isinstance(on, str) else on


def said(answer: Plan | CheckAnswer, key: str) -> list[Finding]:
    """Return the findings of a key."""
    return [finding for finding in answer.findings if finding.key == key]


def keys(answer: Plan | CheckAnswer) -> list[str]:
    """Return the keys of all findings, in order."""
    return [finding.key for finding in answer.findings]


def control(answer: Plan, kind: str) -> Monitoring:
    """Return the next control of a kind."""
    return next(row for row in answer.monitoring if row.kind == kind)
