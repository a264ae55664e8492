"""Which values a parameter may have."""

from dataclasses import replace

import pytest

from infusionplanner.catalogue.errors import ParameterError, ParameterOrderError
from infusionplanner.catalogue.parameters import (
    CLAIMS,
    REQUIRED_FAMILIES,
    UNITS,
    ParameterClaim,
    ParameterSlot,
    build_families,
    check_order,
    checked,
)
from infusionplanner.domain.protocol import DoseRules, PmlRules, Protocol, VisitRules

DAYS = ParameterSlot("unit.toml", "interval_standard_days", "days", 1)
INDEX = ParameterSlot("unit.toml", "jcv_index_low", "index", 0)
SPAN = ParameterSlot("unit.toml", "mri_rebaseline_months", "months", 1)
LIST = ParameterSlot("unit.toml", "nab_months", "months", 1)
TEXT = ParameterSlot("unit.toml", "switch.treatment", "treatment", 0)


def test_claims_name_family_field_and_type() -> None:
    assert CLAIMS["observation_first_doses.iv"] == ParameterClaim("observation", "first_doses_iv", int)
    assert CLAIMS["jcv_index_low"] == ParameterClaim("pml", "index_low", float)
    assert CLAIMS["nab_months"] == ParameterClaim("monitoring", "nab_months", tuple[int, ...])
    assert REQUIRED_FAMILIES == ("dose", "interval", "visit")


@pytest.mark.parametrize(
    ("slot", "value", "expected"),
    [
        (DAYS, 28, 28),
        (DAYS, 1, 1),
        (DAYS, 4000, 4000),
        (INDEX, 1, 1.0),
        (INDEX, 0.85, 0.85),
        (INDEX, 0, 0.0),
        (SPAN, [3, 6], (3, 6)),
        (LIST, (6,), (6,)),
        (LIST, [6, 12, 24], (6, 12, 24)),
        (TEXT, "ocrelizumab", "ocrelizumab"),
    ],
)
def test_a_value_that_can_be_meant_is_returned_in_its_own_type(
    slot: ParameterSlot, value: object, expected: object
) -> None:
    found = checked(slot, value)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("slot", "value", "what"),
    [
        (DAYS, 0, "0 is out of range. Use 1 to 4000 days."),
        (DAYS, -28, "-28 is out of range. Use 1 to 4000 days."),
        (DAYS, 10**30, f"{10**30} is out of range. Use 1 to 4000 days."),
        (DAYS, 28.0, "has to be a whole number, not 28.0."),
        (DAYS, True, "has to be a whole number, not True."),
        (DAYS, "28", "has to be a whole number, not '28'."),
        (DAYS, None, "has to be a whole number, not None."),
        (INDEX, "0,9", "has to be a number, not '0,9'."),
        (INDEX, float("nan"), "nan is out of range. Use 0 to 100 index."),
        (INDEX, float("inf"), "inf is out of range. Use 0 to 100 index."),
        (SPAN, [3], "has to hold two numbers, the first and the last."),
        (SPAN, [6, 3], "has to rise from each number to the next."),
        (LIST, [6, 6], "has to rise from each number to the next."),
        (LIST, [], "has to be a list of whole numbers, as in [3, 6]."),
        (LIST, 6, "has to be a list of whole numbers, as in [3, 6]."),
        (LIST, [6, "12"], "has to be a list of whole numbers, not '12'."),
        (LIST, [0], "0 is out of range. Use 1 to 400 months."),
        (TEXT, " ", "has to be a text in quotes."),
        (TEXT, 28, "has to be a text in quotes."),
    ],
)
def test_a_value_that_cannot_be_meant_is_refused(slot: ParameterSlot, value: object, what: str) -> None:
    with pytest.raises(ParameterError) as caught:
        checked(slot, value)
    assert str(caught.value) == f"unit.toml: parameter {slot.key}: {what}"
    assert (caught.value.parameter, str(caught.value.flaw)) == (slot.key, what)


def test_parameters_that_contradict_each_other_are_refused(natalizumab: Protocol) -> None:
    parameters = dict(natalizumab.parameters)
    check_order("unit.toml", parameters)
    parameters["rebound_warn_days"] = replace(parameters["rebound_warn_days"], value=71)
    with pytest.raises(ParameterOrderError) as caught:
        check_order("unit.toml", parameters)
    assert (caught.value.low, caught.value.high) == ("rebound_warn_days", "rebound_critical_days")
    expected = "unit.toml: parameter rebound_warn_days: 71 may not be over rebound_critical_days, which is 70."
    assert str(caught.value) == expected
    del parameters["rebound_critical_days"]
    check_order("unit.toml", parameters)


def test_families_are_built_from_parameters(natalizumab: Protocol) -> None:
    assert build_families(("dose", "visit", "pml"), natalizumab.parameters) == {
        "dose": DoseRules(mg=300, syringes=2),
        "visit": VisitRules(minutes_sc=30, minutes_iv=90),
        "pml": PmlRules(index_low=0.9, index_high=1.5, negative_per_1000=0.1),
    }


def test_every_unit_is_used(natalizumab: Protocol) -> None:
    assert {row.unit for row in natalizumab.parameters.values()} == set(UNITS)
