"""Choices that several panels offer, as keys with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.domain.patient import Regimen, Route, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from infusionplanner.catalogue.wording import Wording
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.protocol import Protocol
    from infusionplanner.domain.result import Plan

Options = list[tuple[str, str]]


def coded(wording: Wording, group: str, codes: Iterable[str]) -> Options:
    """Return codes with their words as a list shows them."""
    return [(str(code), wording.label(group, code)) for code in codes]


def small(wording: Wording, group: str, codes: Iterable[str]) -> Options:
    """Return codes with their words as they stand in a sentence, for segments."""
    return [(str(code), wording.code(group, code)) for code in codes]


def reasons(wording: Wording, protocol: Protocol, group: str) -> Options:
    """Return the coded reasons of a group, with an entry for nothing chosen first."""
    found = [(item.key, wording.reason(protocol, group, item.key)) for item in protocol.reasons.get(group, ())]
    return chosen_first(found)


def chosen_first(options: Options) -> Options:
    """Return choices with an entry for nothing chosen first: somebody has to choose."""
    return [("", QCoreApplication.translate("Choices", "Choose …")), *options]


def unknown_yes_no() -> Options:
    """Return yes, no and unknown."""
    return [
        ("unknown", QCoreApplication.translate("Choices", "Unknown")),
        ("no", QCoreApplication.translate("Choices", "No")),
        ("yes", QCoreApplication.translate("Choices", "Yes")),
    ]


def truth(key: str) -> bool | None:
    """Return what a choice of ``unknown_yes_no`` means."""
    return {"yes": True, "no": False}.get(key)


def truth_key(known: bool | None) -> str:  # noqa: FBT001 - the value itself, not a switch
    """Return the choice of ``unknown_yes_no`` for a known value."""
    return "unknown" if known is None else "yes" if known else "no"


def ordered(patient: Patient, plan: Plan) -> tuple[Route | None, Setting]:
    """Return the route and the place of the next dose, or of the latest order when no dose is coming."""
    if plan.next_dose is not None:
        return plan.next_dose.route, plan.next_dose.setting
    latest = max(patient.course.regimens, key=_from, default=None)
    return (None, Setting.UNIT) if latest is None else (latest.route, latest.setting or Setting.UNIT)


def _from(regimen: Regimen) -> date:
    return regimen.from_
