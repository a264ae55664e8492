"""What is known of an act: its name, its menu and key, its panel, when it is offered, and which findings it answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from infusionplanner.application.act_kinds import ActKind
    from infusionplanner.application.records import FactId, VisitId
    from infusionplanner.domain.patient import Patient, ResultKind
    from infusionplanner.domain.result import Plan


class Act(StrEnum):
    """What can be done for a patient."""

    DOSE = "dose"
    DOSE_CORRECTION = "dose_correction"
    RESULT = "result"
    RESULT_CORRECTION = "result_correction"
    REACTION = "reaction"
    CHECKLIST = "checklist"
    CLEARANCE = "clearance"
    EXPOSURE = "exposure"
    TRANSFER = "transfer"
    NOT_GIVEN = "not_given"
    LEAVE_EARLY = "leave_early"
    BOOK = "book"
    VISIT = "visit"
    HOME_REPORT = "home_report"
    WAY_HOME = "way_home"
    TRAINING = "training"
    PRESCRIPTION = "prescription"
    RENEWAL = "renewal"
    WITHDRAW = "withdraw"
    DISPENSING = "dispensing"
    STOCK = "stock"
    DISCARD = "discard"
    TREATMENT = "treatment"
    PRODUCT = "product"
    RESTART = "restart"
    PAUSE = "pause"
    LIFT = "lift"
    PREGNANCY = "pregnancy"
    PREGNANCY_PLAN = "pregnancy_plan"
    BIRTH = "birth"
    GATE = "gate"
    BRIDGING = "bridging"
    STOP = "stop"
    NEXT_TREATMENT = "next_treatment"
    PERSON = "person"
    CALENDAR = "calendar"
    PLAN_SHEET = "plan_sheet"


class Menu(Enum):
    """The menus of a patient's page."""

    RECORD = auto()
    CHANGE = auto()
    OUTPUT = auto()
    """What leaves the program; these acts have buttons of their own."""


@dataclass(frozen=True, slots=True)
class Wish:
    """An act with what it is about: a kind of result, a day, a recorded fact, or a visit."""

    act: Act
    kind: ResultKind | None = None
    on: date | None = None
    fact: FactId | None = None
    visit: VisitId | None = None

    def about(self, names: tuple[str, ...]) -> dict[str, Any]:
        """Return what it is about by these names, less what it leaves open."""
        return {name: value for name in names if (value := getattr(self, name)) is not None}


@dataclass(frozen=True, slots=True)
class ActSpec:
    """One act as everything that leads to it knows it.

    ``label`` names it in menus, on buttons, among the commands and above its panel, ``does`` the button that does it.
    ``panel`` is the module and the class of its panel, ``about`` what of a wish the panel takes. ``kinds`` are the acts
    of the journal that it may make. ``answers`` are the keys of the findings that it answers. ``group`` counts the
    blocks of a menu.
    """

    act: Act
    label: Callable[[], str]
    panel: str
    kinds: tuple[ActKind, ...]
    does: Callable[[], str] = lambda: QCoreApplication.translate("PatientActs", "Save")
    menu: Menu | None = None
    group: int = 0
    icon: str = ""
    key: str = ""
    offered: Callable[[Patient, Plan], bool] = lambda _patient, _plan: True
    about: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name in the language of the windows."""
        return self.label()

    @property
    def entry(self) -> str:
        """The name as it stands on what opens the panel."""
        return f"{self.label()} …"

    @property
    def action(self) -> str:
        """The words of the button that does it."""
        return self.does()
