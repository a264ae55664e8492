"""The shipped protocol against the table of the rules, number by number, written out here a second time."""

from dataclasses import fields

import pytest

from infusionplanner.catalogue.parameters import CLAIMS
from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.catalogue.template import places
from infusionplanner.domain.patient import Assay, Gate, IntervalReason, Product, ResultKind, Route, StopReason
from infusionplanner.domain.protocol import FAMILIES, PmlRow, Protocol, Text

PARAMETERS = {
    "dose_mg": (300, "mg", "HB"),
    "dose_syringes": (2, "syringes", "HB"),
    "visit_minutes.sc": (30, "minutes", "OWN"),
    "visit_minutes.iv": (90, "minutes", "OWN"),
    "interval_standard_days": (28, "days", "HB"),
    "interval_extended_days": (42, "days", "HB"),
    "interval_minimum_days": (21, "days", "OWN"),
    "window_days": (5, "days", "PUB"),
    "extended_from_months": (24, "months", "HB"),
    "rebound_warn_days": (56, "days", "HB"),
    "rebound_critical_days": (70, "days", "HB"),
    "restart_after_months": (6, "months", "PUB"),
    "short_exposure_doses": (2, "doses", "PUB"),
    "short_exposure_gap_months": (3, "months", "PUB"),
    "observation_first_doses.sc": (6, "doses", "HB"),
    "observation_first_doses.iv": (6, "doses", "OWN"),
    "observation_minutes": (60, "minutes", "HB"),
    "observation_reduced_minutes.sc": (15, "minutes", "OWN"),
    "observation_reduced_minutes.iv": (30, "minutes", "OWN"),
    "home_minimum_doses": (6, "doses", "HB"),
    "home_controls_grace_days": (30, "days", "OWN"),
    "home_report_grace_days": (2, "days", "OWN"),
    "second_syringe_minutes": (30, "minutes", "PUB"),
    "checklist_valid_days": (3, "days", "OWN"),
    "room_temperature_hours": (24, "hours", "PUB"),
    "prescription_valid_months": (12, "months", "HB"),
    "dispensing_days": (91, "days", "HB"),
    "dispensing_minimum_gap_days": (76, "days", "PUB"),
    "pharmacy_lead_days": (7, "days", "OWN"),
    "renewal_lead_days": (30, "days", "OWN"),
    "bloods_before_doses": ((1, 2, 3, 6), "dose_number", "HB"),
    "bloods_interval_months": (6, "months", "HB"),
    "bloods_max_age_days": (14, "days", "OWN"),
    "nab_months": ((6, 12), "months", "HB"),
    "nab_confirm_days": (42, "days", "PUB"),
    "jcv_interval_months": (6, "months", "HB"),
    "jcv_negative_again_months": (6, "months", "OWN"),
    "jcv_blocked_days.plasma_exchange": (14, "days", "PUB"),
    "jcv_blocked_months.ivig": (6, "months", "PUB"),
    "edss_months": (6, "months", "HB"),
    "edss_then_months": (12, "months", "HB"),
    "mri_baseline_months": (3, "months", "HB"),
    "mri_rebaseline_months": ((3, 6), "months", "HB"),
    "mri_interval_months.low": (12, "months", "HB"),
    "mri_interval_months.mid": (6, "months", "HB"),
    "mri_interval_months.high": (3, "months", "HB"),
    "mri_interval_months.high_latest": (6, "months", "HB"),
    "control_due_days": (30, "days", "OWN"),
    "jcv_index_low": (0.9, "index", "HB"),
    "jcv_index_high": (1.5, "index", "HB"),
    "pml_negative_per_1000": (0.1, "per_1000", "HB"),
    "pregnancy_last_week": (34, "week", "HB"),
    "pregnancy_interval_days": (42, "days", "HB"),
    "third_trimester_week": (28, "week", "PUB"),
    "switch.treatment": ("rituximab", "treatment", "HB"),
    "switch.dose_mg": (1000, "mg", "HB"),
    "switch.after_days": (28, "days", "HB"),
    "surveillance_months": (6, "months", "HB"),
    "surveillance_interval_months": (3, "months", "PUB"),
    "put_off_days": (28, "days", "OWN"),
}

RULES = {
    "INT": "HB PUB PUB OWN HB HB HB OWN HB PUB OWN OWN OWN OWN",
    "GAP": "PUB PUB OWN",
    "OBS": "HB HB HB OWN",
    "HOME": "HB PUB OWN OWN OWN PUB OWN PUB OWN HB",
    "RX": "HB HB OWN OWN OWN PUB OWN OWN OWN",
    "START": "HB HB",
    "MON": "HB HB HB HB HB HB HB OWN",
    "PML": "HB OWN OWN OWN PUB HB HB",
    "PREG": "HB HB HB HB OWN",
    "STOP": "OWN HB HB HB",
    "BR": "PUB OWN OWN OWN",
    "CHK": "PUB",
    "LIST": "OWN OWN",
}

PML = (
    PmlRow(1, 12, 0.1, 0.1, 0.1, 0.2, 0.3),
    PmlRow(13, 24, 0.6, 0.1, 0.3, 0.9, 0.4),
    PmlRow(25, 36, 2, 0.2, 0.8, 3, 4),
    PmlRow(37, 48, 4, 0.4, 2, 7, 8),
    PmlRow(49, 60, 5, 0.5, 2, 8, 8),
    PmlRow(61, 72, 6, 0.6, 3, 10, 6),
)

QUESTIONS = (
    ("symptoms", "stop", "R-PML-6", "pml_suspicion"),
    ("relatives", "stop", "R-PML-6", "pml_suspicion"),
    ("infection", "stop", "R-CHK-1", "infection"),
    ("reaction", "reaction", "R-OBS-3", None),
    ("pregnancy", "stop", "R-PREG-1", "pregnancy"),
    ("medicines", "warn", "R-CHK-1", None),
    ("bleeding", "stop", "R-CHK-1", "other"),
    ("eyes", "stop", "R-CHK-1", "other"),
    ("vaccine", "info", "R-CHK-1", None),
    ("card", "info", "R-CHK-1", None),
)


def test_it_is_the_protocol_that_patient_files_name(natalizumab: Protocol) -> None:
    assert natalizumab.label == "natalizumab/2026.2"
    assert natalizumab.name == Text("Natalizumab", "Natalizumab")
    assert builtin_protocols()["natalizumab"] is natalizumab


def test_every_parameter_is_claimed_by_one_field_of_one_family() -> None:
    claimed = [row.metadata["key"] for family in FAMILIES.values() for row in fields(family)]
    assert sorted(claimed) == sorted(PARAMETERS)
    assert sorted(CLAIMS) == sorted(PARAMETERS)


def test_every_parameter_has_value_unit_and_origin_of_the_rules(natalizumab: Protocol) -> None:
    found = {key: (row.value, row.unit, row.origin) for key, row in natalizumab.parameters.items()}
    assert found == PARAMETERS


@pytest.mark.parametrize("key", PARAMETERS)
def test_the_family_holds_the_value_of_the_parameter(natalizumab: Protocol, key: str) -> None:
    claim = CLAIMS[key]
    assert getattr(getattr(natalizumab, claim.family), claim.field) == PARAMETERS[key][0]


def test_every_rule_has_its_sentence_and_origin(natalizumab: Protocol) -> None:
    expected = {
        f"R-{family}-{number}": origin
        for family, origins in RULES.items()
        for number, origin in enumerate(origins.split(), 1)
    }
    assert {rule.id: rule.origin for rule in natalizumab.rules.values()} == expected


@pytest.mark.parametrize("rule", sorted(builtin_protocols()["natalizumab"].rules))
def test_a_rule_is_told_alike_in_both_languages(natalizumab: Protocol, rule: str) -> None:
    text = natalizumab.rules[rule].text
    named = [{key for key, _ in places(sentence)} for sentence in (text.nb, text.en)]
    assert named[0] == named[1]
    assert text.nb != text.en
    for sentence in (text.nb, text.en):
        assert sentence.endswith((".", ".”"))
        assert "  " not in sentence
        assert sentence == sentence.strip()


def test_a_parameter_in_a_sentence_cites_that_rule(natalizumab: Protocol) -> None:
    named = {(key, rule.id) for rule in natalizumab.rules.values() for key, _ in places(rule.text.nb)}
    cited = {(key, rule) for key, row in natalizumab.parameters.items() for rule in row.rules}
    assert sorted(named - cited) == []


def test_labels_are_words_and_notes_are_sentences(natalizumab: Protocol) -> None:
    for row in natalizumab.parameters.values():
        assert row.label.nb[0].isupper(), row.key
        assert row.label.en[0].isupper(), row.key
        assert row.note is None or (row.note.nb.endswith(".") and row.note.en.endswith(".")), row.key


def test_no_interval_can_be_set_to_nothing(natalizumab: Protocol) -> None:
    intervals = {key for key in PARAMETERS if key.startswith(("interval_", "dispensing_days")) or "_interval_" in key}
    assert {key for key in intervals if natalizumab.parameters[key].minimum < 1} == set()


def test_the_pml_table_is_the_handbook_s(natalizumab: Protocol) -> None:
    assert natalizumab.pml_table == PML
    assert natalizumab.pml_assay is Assay.STRATIFY


def test_products_have_their_forms_and_assays(natalizumab: Protocol) -> None:
    found = [(row.product, row.name, row.routes, row.assay) for row in natalizumab.products]
    assert found == [
        (Product.TYSABRI, "Tysabri", (Route.SC, Route.IV), Assay.STRATIFY),
        (Product.TYRUKO, "Tyruko", (Route.IV,), Assay.IMMUNOWELL),
    ]


def test_the_checklist_asks_every_question_and_knows_what_a_yes_does(natalizumab: Protocol) -> None:
    assert tuple((row.key, row.level, row.rule, row.hold) for row in natalizumab.questions) == QUESTIONS
    assert all(row.text.nb.endswith("?") and row.text.en.endswith("?") for row in natalizumab.questions)


def test_controls_and_gate_name_what_the_plan_knows(natalizumab: Protocol) -> None:
    controls = [(row.key, row.rule) for row in natalizumab.controls]
    assert controls == [
        ("bloods", "R-MON-1"),
        ("nab", "R-MON-2"),
        ("jcv", "R-MON-3"),
        ("edss", "R-MON-5"),
        ("mri", "R-MON-6"),
    ]
    gate = [row.key for row in natalizumab.gate]
    assert gate == [
        "reviewed",
        "informed",
        "bloods",
        "jcv",
        "igra",
        "hbv",
        "hcv",
        "hiv",
        "edss",
        "mri",
        "prior_immunosuppression",
    ]
    assert set(gate) - {"prior_immunosuppression"} == {row.name for row in fields(Gate)} | set(ResultKind) - {
        ResultKind.NAB,
        ResultKind.SERUM,
    }


def test_every_coded_reason_of_a_patient_file_has_words(natalizumab: Protocol) -> None:
    keys = {name: [row.key for row in rows] for name, rows in natalizumab.reasons.items()}
    assert keys["interval"] == list(IntervalReason)
    assert keys["stop"] == list(StopReason)
    assert keys["not_given"] == ["patient_ill", "no_show", "test_missing", "doctor_decision", "other"]
    assert keys["late"][-1] == "other"
    assert sorted(keys) == ["interval", "late", "not_given", "stop"]
