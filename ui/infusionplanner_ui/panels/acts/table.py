"""All acts in one list, and the ways to find one: by its name, for a patient, and for a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import ResultKind
from infusionplanner_ui.panels.acts.change import CHANGE
from infusionplanner_ui.panels.acts.home import HOME
from infusionplanner_ui.panels.acts.output import OUTPUT
from infusionplanner_ui.panels.acts.record import RECORD
from infusionplanner_ui.panels.acts.spec import Act, ActSpec, Wish

if TYPE_CHECKING:
    from infusionplanner.domain.patient import Patient
    from infusionplanner.domain.result import Plan

translate = QCoreApplication.translate

ACTS: tuple[ActSpec, ...] = (*RECORD, *HOME, *CHANGE, *OUTPUT)
"""All acts, in the order of the menus."""

_BY_ACT = {spec.act: spec for spec in ACTS}
_BY_FINDING = {key: Wish(spec.act) for spec in ACTS for key in spec.answers}
_OF_TOPIC: dict[str, ResultKind] = {
    "jcv": ResultKind.JCV,
    "bloods": ResultKind.BLOODS,
    "nab": ResultKind.NAB,
    "mri": ResultKind.MRI,
    "edss": ResultKind.EDSS,
    "serum": ResultKind.SERUM,
    "pml": ResultKind.JCV,
    "surveillance": ResultKind.MRI,
}


def spec_of(act: Act) -> ActSpec:
    """Return what is known of an act."""
    return _BY_ACT[act]


def offered(act: Act, patient: Patient, plan: Plan) -> bool:
    """Tell whether an act makes sense for a patient as things stand."""
    return _BY_ACT[act].offered(patient, plan)


def acts_for(patient: Patient, plan: Plan) -> tuple[ActSpec, ...]:
    """Return the acts of the menus that make sense for a patient, in their order."""
    return tuple(spec for spec in ACTS if spec.menu is not None and spec.offered(patient, plan))


def wish_of(finding: Finding) -> Wish | None:
    """Return the act that answers a finding, or None when there is none."""
    if finding.key in _BY_FINDING:
        return _BY_FINDING[finding.key]
    kind = _OF_TOPIC.get(finding.key.partition(".")[0])
    return Wish(Act.RESULT, kind=kind) if kind is not None and finding.level is not Level.INFO else None


def next_step(finding: Finding) -> str:
    """Return the words of the button of a finding: the act that answers it, else that the patient is opened."""
    wish = wish_of(finding)
    return translate("PatientActs", "Open patient") if wish is None else spec_of(wish.act).entry
