"""Protocol files: what is read, what is refused and where, and a unit's own values."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infusionplanner.catalogue.errors import CatalogueError, ParameterError, ProtocolFileError
from infusionplanner.catalogue.protocol_file import builtin_protocols, load_protocol, override
from infusionplanner.domain.protocol import FAMILIES, Item, Protocol, Question, Rule, Text
from infusionplanner_resources import resource

Write = Callable[[str], Path]

QUESTION = """
[[questions]]
key = "first"
level = "stop"
rule = "R-INT-1"
nb = "Første?"
en = "First?"
"""

PRODUCT = """
[[products]]
id = "tysabri"
name = "Tysabri"
routes = ["iv"]
assay = "stratify"
"""


def _pml(*rows: str) -> str:
    units = {"jcv_index_low": "index", "jcv_index_high": "index", "pml_negative_per_1000": "per_1000"}
    parameters = (
        f'[parameters.{key}]\nvalue = 1\nunit = "{unit}"\norigin = "HB"\nrules = ["R-INT-1"]\n'
        'label = { nb = "a", en = "b" }\n'
        for key, unit in units.items()
    )
    table = ",\n".join(f"    {{ {row} }}" for row in rows)
    return "\n".join(parameters) + f'\n[pml]\nassay = "stratify"\nrows = [\n{table}\n]\n'


def _row(first: int, last: int) -> str:
    names = "no_index = 1, low = 0.5, mid = 1, high = 2, prior_immunosuppression = 3"
    return f"first_month = {first}, last_month = {last}, {names}"


def _with_pml(small: str, *rows: str) -> str:
    return small.replace('"visit"]', '"visit", "pml"]') + _pml(*rows)


@pytest.fixture
def refused(small: str, write: Write) -> Callable[..., str]:
    """Return a function that changes the small protocol and returns what the refusal says, without the path."""

    def message(old: str = "", new: str = "", *, end: str = "", text: str = small) -> str:
        assert old in text
        path = write(text.replace(old, new, 1) + end)
        with pytest.raises(ProtocolFileError) as caught:
            load_protocol(path)
        return str(caught.value).removeprefix(str(path))

    return message


def test_a_protocol_may_have_few_families(small: str, write: Write) -> None:
    protocol = load_protocol(write(small))
    absent = [name for name in FAMILIES if getattr(protocol, name) is None]
    assert absent == ["gap", "observation", "home", "supply", "monitoring", "pml", "pregnancy", "switch", "lists"]
    assert (protocol.label, protocol.name) == ("small/1", Text("Liten", "Small"))
    assert (protocol.interval.standard_days, protocol.dose.mg) == (30, 100)
    assert protocol.rules == {
        "R-INT-1": Rule(
            "R-INT-1",
            "HB",
            Text("{dose_mg} hver {interval_standard_days|n}. dag.", "{dose_mg} every {interval_standard_days}."),
        )
    }
    assert protocol.gate[1] == Item("mri", Text("MR", "MRI"), "R-INT-1")
    assert (protocol.pml_table, protocol.pml_assay, protocol.products, protocol.reasons) == ((), None, (), {})


def test_a_shipped_protocol_is_read_from_the_resources_as_from_a_path() -> None:
    source = resource("protocols", "natalizumab.toml")
    assert load_protocol(source) == builtin_protocols()["natalizumab"]


def test_every_shipped_file_is_named_after_its_protocol() -> None:
    names = [row.name for row in resource("protocols").iterdir() if row.name.endswith(".toml")]
    assert sorted(names) == [f"{name}.toml" for name in builtin_protocols()]
    assert list(builtin_protocols()) == sorted(builtin_protocols())


def test_questions_with_and_without_a_hold_are_read(small: str, write: Write) -> None:
    held = QUESTION.replace('"first"', '"second"') + 'hold = "infection"\n'
    found = load_protocol(write(small + QUESTION + held)).questions
    text = Text("Første?", "First?")
    assert found == (
        Question("first", text, "stop", "R-INT-1"),
        Question("second", text, "stop", "R-INT-1", "infection"),
    )


def test_a_list_of_reasons_without_known_codes_takes_any(small: str, write: Write) -> None:
    entry = '{ key = "snow", rule = "R-INT-1", nb = "Snø", en = "Snow" }'
    protocol = load_protocol(write(f"{small}\n[reasons]\nlate = [{entry}]\n"))
    assert protocol.reasons == {"late": (Item("snow", Text("Snø", "Snow"), "R-INT-1"),)}


@pytest.mark.parametrize(
    ("old", "new", "where", "what"),
    [
        ("protocol/1", "protocol/2", "line 1: format", 'has to be "infusionplanner.protocol/1"'),
        ("version", "versoin", "line 3: versoin", "is not known here. Did you mean version?"),
        ('"small"', '"Small one"', "line 2: id", "'Small one' has to be of small letters, digits, "),
        ('"visit"]', '"visits"]', "line 4: families[2]", "'visits' is not known. Did you mean visit?"),
        (', "visit"]', "]", "line 4: families", "every protocol has the family visit. Add it, with its parameters."),
        (', en = "Small"', "", "line 5: name", "en is missing. Add en = … here."),
        ('"mri"', '"mr"', "line 8: gate[1].key", "'mr' is not known. Did you mean mri?"),
        ('"mri"', '"reviewed"', "line 8: gate[1].key", "'reviewed' stands twice."),
        ("[rules.R-INT-1]", "[rules.INT-1]", "line 11: rules.INT-1", "is not the id of a rule, as in R-INT-1."),
        ('"HB"', '"UNIT"', "line 12: rules.R-INT-1.origin", "'UNIT' is not known. Known are HB, OWN, PUB."),
        ("{dose_mg}", "{dose_mgg}", "line 13: rules.R-INT-1.nb", "names {dose_mgg}. Did you mean dose_mg?"),
        ("{dose_mg} e", "{dose_mg|x} e", "line 14: rules.R-INT-1.en", "{dose_mg|x} is not known. Use {dose_mg}, |n or"),
        ("{dose_mg} e", "{dose_mg e", "line 14: rules.R-INT-1.en", "has a brace or bracket that does not close."),
        (
            '"dose_mg"]',
            '"dose_mgg"]',
            "line 16: parameters.dose_mgg",
            "no family has this parameter. Did you mean dose",
        ),
        ('unit = "mg"\n', "", "line 16: parameters.dose_mg", "unit is missing. Add unit = … here."),
        ('origin = "OWN"\n', "", "line 16: parameters.dose_mg", "origin is missing. Add origin = … here."),
        ('unit = "mg"', 'unit = "mgg"', "line 18: parameters.dose_mg.unit", "'mgg' is not known. Did you mean mg?"),
        ("value = 100", 'value = "1"', "line 17: parameters.dose_mg.value", "has to be a whole number, not '1'."),
        (
            "= 100",
            "= 100\nminimum = 200",
            "line 17: parameters.dose_mg.value",
            "100 is out of range. Use 200 to 100000 mg.",
        ),
        ('["R-INT-1"]', "[]", "line 20: parameters.dose_mg.rules", "has to name at least one rule."),
        (
            '["R-INT-1"]',
            '["R-INT-3"]',
            "line 20: parameters.dose_mg.rules[0]",
            "'R-INT-3' has no sentence. Add [rules.R-",
        ),
        ('nb = "dose_mg", ', "", "line 21: parameters.dose_mg.label", "nb is missing. Add nb = … here."),
        (
            "= 50",
            "= 61",
            "line 80: parameters.rebound_warn_days.value",
            "61 may not be over rebound_critical_days, which",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(
    refused: Callable[..., str], old: str, new: str, where: str, what: str
) -> None:
    assert refused(old, new).startswith(f", {where}: {what}")


def test_what_is_missing_from_the_whole_file_has_no_line(refused: Callable[..., str]) -> None:
    assert refused('version = "1"\n', "") == ": version is missing. Add version = … here."


def test_a_family_that_is_on_needs_its_parameters(refused: Callable[..., str], small: str) -> None:
    without = small[: small.index('[parameters."rebound_critical_days"]')]
    assert refused(text=without) == (
        ": parameters: rebound_critical_days is missing, and the family interval needs it. "
        'Add [parameters."rebound_critical_days"].'
    )


def test_a_parameter_of_a_family_that_is_off_is_refused(refused: Callable[..., str], small: str) -> None:
    extra = small[small.index('[parameters."dose_mg"]') : small.index('[parameters."dose_syringes"]')]
    message = refused(end="\n" + extra.replace("dose_mg", "dispensing_days").replace('"mg"', '"days"'))
    assert message.endswith(
        "parameters.dispensing_days: belongs to the family supply, which is not switched on. Add it to families."
    )


@pytest.mark.parametrize(
    ("end", "where", "what"),
    [
        (QUESTION + QUESTION, "questions[1].key", "'first' stands twice."),
        (
            QUESTION.replace('"stop"', '"halt"'),
            "questions[0].level",
            "'halt' is not known. Known are info, reaction, stop",
        ),
        (
            QUESTION + 'hold = "pml"\n',
            "questions[0].hold",
            "'pml' is not known. Known are infection, malignancy, other, pml_suspicion",
        ),
        (
            QUESTION.replace("INT", "CHK"),
            "questions[0].rule",
            "'R-CHK-1' has no sentence. Add [rules.R-CHK-1] with origin",
        ),
        (PRODUCT + PRODUCT, "products[1].id", "stands twice."),
        (PRODUCT.replace('"iv"', '"im"'), "products[0].routes[0]", "'im' is not known. Known are iv, sc."),
        ("[reasons]\nwhim = []\n", "reasons.whim", "is not known here. Known are interval, late, not_given, stop."),
        ("[pml]\n", "pml", "the family pml is not switched on. Add it to families, or take the table out."),
    ],
)
def test_a_list_with_a_fault_is_refused(refused: Callable[..., str], end: str, where: str, what: str) -> None:
    assert refused(end=f"\n{end}").partition(": ")[2].startswith(f"{where}: {what}")


def test_the_pml_table_is_read(small: str, write: Write) -> None:
    protocol = load_protocol(write(_with_pml(small, _row(1, 12), _row(13, 13))))
    assert [row.label for row in protocol.pml_table] == ["1-12", "13-13"]
    assert protocol.pml_table[0].prior_immunosuppression == 3
    assert protocol.pml_assay == "stratify"


@pytest.mark.parametrize(
    ("rows", "where", "what"),
    [
        (
            (_row(1, 12), _row(12, 24)),
            "rows[1].first_month",
            "overlaps the row before: this row has to begin at month 13.",
        ),
        ((_row(1, 12), _row(14, 24)), "rows[1].first_month", "leaves a gap: this row has to begin at month 13."),
        ((_row(2, 12),), "rows[0].first_month", "leaves a gap: this row has to begin at month 1."),
        ((_row(1, 12), _row(13, 12)), "rows[1].last_month", "is before first_month."),
        ((_row(1, 12).replace("low = 0.5", "low = -1"),), "rows[0].low", "has to be a number of at least 0."),
        ((_row(1, 12).replace("low = 0.5, ", ""),), "rows[0]", "low is missing. Add low = … here."),
        ((), "rows", "has to hold at least one row."),
    ],
)
def test_a_pml_table_with_a_fault_is_refused(
    refused: Callable[..., str], small: str, rows: tuple[str, ...], where: str, what: str
) -> None:
    assert refused(text=_with_pml(small, *rows)).partition(": ")[2] == f"pml.{where}: {what}"


def test_the_line_of_a_row_of_the_pml_table_is_named(refused: Callable[..., str], small: str) -> None:
    text = _with_pml(small, _row(1, 12), _row(12, 24))
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "first_month = 12" in row)
    assert refused(text=text).startswith(f", line {line}: ")


def test_a_unit_s_own_value_is_laid_over_the_protocol(natalizumab: Protocol) -> None:
    found = override(natalizumab, {"observation_first_doses.iv": 12, "mri_rebaseline_months": [4, 6]})
    assert found.observation is not None
    assert found.observation.first_doses_iv == 12
    assert found.monitoring is not None
    assert found.monitoring.mri_rebaseline_months == (4, 6)
    changed = [row.key for key, row in found.parameters.items() if row != natalizumab.parameters[key]]
    assert changed == ["observation_first_doses.iv", "mri_rebaseline_months"]
    assert (found.parameters["observation_first_doses.iv"].value, found.parameters[changed[0]].origin) == (12, "UNIT")
    assert found.interval == natalizumab.interval
    assert natalizumab.parameters["observation_first_doses.iv"].origin == "OWN"


def test_without_values_the_protocol_stays_as_it_is(natalizumab: Protocol) -> None:
    assert override(natalizumab, {}) == natalizumab


def test_a_value_for_a_family_that_the_protocol_does_not_have_is_passed_over(small: str, write: Write) -> None:
    protocol = load_protocol(write(small))
    assert override(protocol, {"observation_first_doses.iv": 12}) == protocol


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"jcv_index": 1.0},
            "unit settings: parameter jcv_index: is not known. Did you mean jcv_index_low?",
        ),
        ({"window_days": -1}, "unit settings: parameter window_days: -1 is out of range. Use 0 to 4000 days."),
        (
            {"interval_standard_days": 0},
            "unit settings: parameter interval_standard_days: 0 is out of range. Use 1 to 4000 days.",
        ),
        (
            {"interval_minimum_days": 29},
            "unit settings: parameter interval_minimum_days: 29 may not be over interval_standard_days, which is 28.",
        ),
    ],
)
def test_a_unit_s_value_that_cannot_be_meant_is_refused(
    natalizumab: Protocol, values: dict[str, object], message: str
) -> None:
    with pytest.raises(ParameterError) as caught:
        override(natalizumab, values)
    assert str(caught.value) == message


def test_the_refusal_names_the_settings_it_came_from(natalizumab: Protocol) -> None:
    with pytest.raises(CatalogueError, match=r"^unit\.toml: parameter window_days: "):
        override(natalizumab, {"window_days": "5"}, source="unit.toml")


@settings(deadline=None)
@given(st.data())
def test_whatever_a_unit_sets_the_families_say_what_the_parameters_say(data: st.DataObject) -> None:
    natalizumab = builtin_protocols()["natalizumab"]
    key = data.draw(st.sampled_from(sorted(natalizumab.parameters)))
    value = data.draw(st.integers() | st.floats() | st.text() | st.none() | st.lists(st.integers(0, 500)))
    try:
        found = override(natalizumab, {key: value})
    except ParameterError:
        return
    for name, family in FAMILIES.items():
        values = getattr(found, name)
        for row in fields(family):
            assert getattr(values, row.name) == found.parameters[row.metadata["key"]].value
