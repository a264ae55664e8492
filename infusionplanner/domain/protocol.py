"""A treatment protocol as typed values: every clinical number with its unit, origin and rules, by rule family.

A family that a protocol does not have is None, and its rules are silent. The protocol file
(``resources/.../protocols/*.toml``) is the only place where the numbers stand; ``infusionplanner.catalogue`` reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from infusionplanner.domain.patient import Assay, Product, Route


def key(name: str) -> Any:  # noqa: ANN401 - dataclasses.field is Any to its users too
    """Bind a family's field to the parameter ``name`` of the protocol file."""
    return field(metadata={"key": name})


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages of the program."""

    nb: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the text in ``language`` (``nb`` or ``en``)."""
        return self.en if language == "en" else self.nb


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number of the protocol as the file gives it: value, unit, origin (HB, PUB, OWN), rules that use it, label.

    A unit's own value has the origin UNIT and may not be under ``minimum``. ``note`` tells more of where it comes from.
    """

    key: str
    value: int | float | str | tuple[int, ...]
    unit: str
    origin: str
    rules: tuple[str, ...]
    label: Text
    minimum: float = 0
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """The sentence of one rule in both languages, with its origin."""

    id: str
    origin: str
    text: Text


@dataclass(frozen=True, slots=True)
class DoseRules:
    """What one dose is: milligrams, and syringes for a s.c. dose."""

    mg: int = key("dose_mg")
    syringes: int = key("dose_syringes")


@dataclass(frozen=True, slots=True)
class VisitRules:
    """Minutes a place is taken before the observation, by route; for booking only."""

    minutes_sc: int = key("visit_minutes.sc")
    minutes_iv: int = key("visit_minutes.iv")


@dataclass(frozen=True, slots=True)
class IntervalRules:
    """R-INT: days between doses, the window, and the rebound clock."""

    standard_days: int = key("interval_standard_days")
    extended_days: int = key("interval_extended_days")
    minimum_days: int = key("interval_minimum_days")
    window_days: int = key("window_days")
    extended_from_months: int = key("extended_from_months")
    rebound_warn_days: int = key("rebound_warn_days")
    rebound_critical_days: int = key("rebound_critical_days")


@dataclass(frozen=True, slots=True)
class GapRules:
    """R-GAP: when observation and home counts start again."""

    restart_after_months: int = key("restart_after_months")
    short_exposure_doses: int = key("short_exposure_doses")
    short_exposure_gap_months: int = key("short_exposure_gap_months")


@dataclass(frozen=True, slots=True)
class ObservationRules:
    """R-OBS: how many doses are observed in full, and for how many minutes."""

    first_doses_sc: int = key("observation_first_doses.sc")
    first_doses_iv: int = key("observation_first_doses.iv")
    minutes: int = key("observation_minutes")
    reduced_minutes_sc: int = key("observation_reduced_minutes.sc")
    reduced_minutes_iv: int = key("observation_reduced_minutes.iv")


@dataclass(frozen=True, slots=True)
class HomeRules:
    """R-HOME: home treatment."""

    minimum_doses: int = key("home_minimum_doses")
    controls_grace_days: int = key("home_controls_grace_days")
    report_grace_days: int = key("home_report_grace_days")
    second_syringe_minutes: int = key("second_syringe_minutes")
    checklist_valid_days: int = key("checklist_valid_days")
    room_temperature_hours: int = key("room_temperature_hours")


@dataclass(frozen=True, slots=True)
class SupplyRules:
    """R-RX: H-prescription and supply."""

    valid_months: int = key("prescription_valid_months")
    dispensing_days: int = key("dispensing_days")
    minimum_gap_days: int = key("dispensing_minimum_gap_days")
    pharmacy_lead_days: int = key("pharmacy_lead_days")
    renewal_lead_days: int = key("renewal_lead_days")


@dataclass(frozen=True, slots=True)
class MonitoringRules:
    """R-MON and R-START: bloods, NAb, JCV, EDSS and MRI."""

    bloods_before_doses: tuple[int, ...] = key("bloods_before_doses")
    bloods_interval_months: int = key("bloods_interval_months")
    bloods_max_age_days: int = key("bloods_max_age_days")
    nab_months: tuple[int, ...] = key("nab_months")
    nab_confirm_days: int = key("nab_confirm_days")
    jcv_interval_months: int = key("jcv_interval_months")
    jcv_negative_again_months: int = key("jcv_negative_again_months")
    jcv_blocked_plasma_exchange_days: int = key("jcv_blocked_days.plasma_exchange")
    jcv_blocked_ivig_months: int = key("jcv_blocked_months.ivig")
    edss_first_months: int = key("edss_months")
    edss_then_months: int = key("edss_then_months")
    mri_baseline_months: int = key("mri_baseline_months")
    mri_rebaseline_months: tuple[int, ...] = key("mri_rebaseline_months")
    mri_low_months: int = key("mri_interval_months.low")
    mri_mid_months: int = key("mri_interval_months.mid")
    mri_high_months: int = key("mri_interval_months.high")
    mri_high_latest_months: int = key("mri_interval_months.high_latest")
    due_soon_days: int = key("control_due_days")


@dataclass(frozen=True, slots=True)
class PmlRules:
    """R-PML: thresholds of the JCV index; the table is ``Protocol.pml_table``."""

    index_low: float = key("jcv_index_low")
    index_high: float = key("jcv_index_high")
    negative_per_1000: float = key("pml_negative_per_1000")


@dataclass(frozen=True, slots=True)
class PregnancyRules:
    """R-PREG: pregnancy and birth."""

    last_week: int = key("pregnancy_last_week")
    interval_days: int = key("pregnancy_interval_days")
    third_trimester_week: int = key("third_trimester_week")


@dataclass(frozen=True, slots=True)
class SwitchRules:
    """R-STOP: change of treatment and surveillance afterwards."""

    treatment: str = key("switch.treatment")
    dose_mg: int = key("switch.dose_mg")
    after_days: int = key("switch.after_days")
    surveillance_months: int = key("surveillance_months")
    surveillance_interval_months: int = key("surveillance_interval_months")


@dataclass(frozen=True, slots=True)
class ListRules:
    """R-LIST: the unit's lists."""

    put_off_days: int = key("put_off_days")


@dataclass(frozen=True, slots=True)
class PmlRow:
    """One row of the PML table: months of exposure, both ends included, and the estimates per 1000."""

    first_month: int
    last_month: int
    no_index: float
    low: float
    mid: float
    high: float
    prior_immunosuppression: float

    @property
    def label(self) -> str:
        """Return the row's name, ``25-36``."""
        return f"{self.first_month}-{self.last_month}"


@dataclass(frozen=True, slots=True)
class ProductRules:
    """One brand: its forms and the JCV assay that belongs to it."""

    product: Product
    name: str
    routes: tuple[Route, ...]
    assay: Assay


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the checklist before a dose (R-CHK-1) and what a yes does.

    ``level`` is stop, warn, info or ``reaction`` (by the type of the reaction); ``hold`` the kind of hold a yes opens.
    """

    key: str
    text: Text
    level: str
    rule: str
    hold: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One coded entry of a list of the protocol: a gate item, a control, a reason."""

    key: str
    text: Text
    rule: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """One treatment protocol. A family that is None has no rules in this protocol."""

    id: str
    version: str
    name: Text
    dose: DoseRules
    interval: IntervalRules
    visit: VisitRules
    gap: GapRules | None = None
    observation: ObservationRules | None = None
    home: HomeRules | None = None
    supply: SupplyRules | None = None
    monitoring: MonitoringRules | None = None
    pml: PmlRules | None = None
    pregnancy: PregnancyRules | None = None
    switch: SwitchRules | None = None
    lists: ListRules | None = None
    pml_table: tuple[PmlRow, ...] = ()
    pml_assay: Assay | None = None
    products: tuple[ProductRules, ...] = ()
    questions: tuple[Question, ...] = ()
    controls: tuple[Item, ...] = ()
    gate: tuple[Item, ...] = ()
    next_treatments: tuple[Item, ...] = ()
    reasons: Mapping[str, tuple[Item, ...]] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """Return id and version, ``natalizumab/2026.1``."""
        return f"{self.id}/{self.version}"

    def product(self, product: Product | None) -> ProductRules | None:
        """Return what is known of a brand, or None when the brand is unknown."""
        return next((row for row in self.products if row.product is product), None)


FAMILIES: Mapping[str, type] = {
    "dose": DoseRules,
    "interval": IntervalRules,
    "visit": VisitRules,
    "gap": GapRules,
    "observation": ObservationRules,
    "home": HomeRules,
    "supply": SupplyRules,
    "monitoring": MonitoringRules,
    "pml": PmlRules,
    "pregnancy": PregnancyRules,
    "switch": SwitchRules,
    "lists": ListRules,
}
"""The rule families by the name that a protocol file switches them on with."""
