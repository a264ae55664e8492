"""Who a patient is, in the two lines that stand above whatever acts on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.application.names import shown_name
from infusionplanner_ui.models.patient_counts import counts
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import date

    from infusionplanner.domain.patient import Patient

_LAST_FIGURES = 3


@dataclass(frozen=True, slots=True)
class Identity:
    """The name, and what tells two people of one name apart."""

    name: str
    rest: str


def identity(patient: Patient, today: date, *, shielded: bool) -> Identity:
    """Return who a patient is: under the shield initials and the year of birth, and no figure of the national id."""
    name, born = shown_name(patient), patient.birth_date
    if shielded:
        year = "" if born is None else str(born.year)
        return Identity(text.initials(name), _born(year))
    number = (patient.national_id or "")[-_LAST_FIGURES:]
    known = QCoreApplication.translate("Identity", "national id … {figures}").format(figures=number) if number else ""
    if born is None:
        return Identity(name, text.join(_born(""), known))
    return Identity(name, text.join(_born(text.date(born)), counts.years(text.age(born, today)), known))


def _born(day: str) -> str:
    if not day:
        return QCoreApplication.translate("Identity", "birth date unknown")
    return QCoreApplication.translate("Identity", "b. {day}").format(day=day)
