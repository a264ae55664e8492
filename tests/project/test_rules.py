"""From rule to code to case and back: nothing of the protocol is unused, nothing clinical stands in the code."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

RULE_ID = re.compile(r"\bR-[A-Z]+-\d+\b")

# Where the domain may hold a number other than -2 to 2, by file and name, and why it is not a clinical one.
PLAIN_NUMBERS = {
    "dates.py DAYS_PER_WEEK": "the calendar",
    "dates.py MONTHS_PER_YEAR": "the calendar",
    "dates.py add_months": "how many answers are remembered",
    "finding.py Scope": "order of an enumeration",
    "monitoring.py _PER_LITRE": "conversion of units",
    "plan.py plan": "how far a plan reaches unless asked otherwise",
    "schedule.py _SEARCH_DAYS": "where the search for an open day gives up",
    "supply.py _FRIDAY": "the calendar",
    "supply.py _MOST_DOSES": "where counting gives up",
    "unit.py (FIRST_YEAR, LAST_YEAR)": "the calendar",
    "unit.py _FIXED": "public holidays",
    "unit.py _FROM_EASTER": "public holidays",
    "unit.py holidays": "how many answers are remembered",
    "unit.py Unit": "an opening week, hours and days of closing to start from; each unit sets its own",
    "unit.py closure": "days of the calendar by name",
}


@pytest.fixture(scope="session")
def protocol(root: Path) -> dict[str, Any]:
    """Return the protocol file of natalizumab as it stands."""
    folder = root / "resources" / "infusionplanner_resources" / "protocols"
    return tomllib.loads((folder / "natalizumab.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def cases(root: Path) -> list[dict[str, Any]]:
    """Return all cases of tests/cases."""
    files = sorted((root / "tests" / "cases").glob("*.json"))
    return [case for file in files for case in json.loads(file.read_text(encoding="utf-8"))]


def _numbers(node: ast.AST, name: str) -> Iterator[tuple[str, int, int | float]]:
    """Yield the numbers below a node, other than small whole ones: the name they belong to, their line, themselves."""
    for child in ast.iter_child_nodes(node):
        owner = name
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            owner = child.name
        elif isinstance(node, ast.Module) and isinstance(child, ast.Assign | ast.AnnAssign):
            owner = ast.unparse(child.targets[0] if isinstance(child, ast.Assign) else child.target)
        value = child.value if isinstance(child, ast.Constant) else None
        if isinstance(value, float) or (isinstance(value, int) and value > 2):
            yield owner, child.lineno if isinstance(child, ast.Constant) else 0, value
        yield from _numbers(child, owner)


def test_clinical_numbers_stand_in_the_protocol_only(shipped: dict[str, ast.Module]) -> None:
    found = [
        (f"{Path(path).name} {owner}", f"{path}:{line} {owner} holds {value}: give it a place in the protocol file")
        for path, tree in shipped.items()
        if path.startswith("infusionplanner/domain/")
        for owner, line, value in _numbers(tree, "")
    ]
    assert "\n".join(sentence for name, sentence in found if name not in PLAIN_NUMBERS) == ""
    assert PLAIN_NUMBERS.keys() - {name for name, _ in found} == set(), "no longer there: take it off the list"


def test_no_date_is_reckoned_with_a_number_of_its_own(shipped: dict[str, ast.Module]) -> None:
    reckoning = {"timedelta", "relativedelta", "add_months", "addDays", "addMonths"}
    calendar = {6, 7, 32}  # a week, its last day, beyond the end of any month
    faults = [
        f"{path}:{node.lineno} reckons with a number: take it from the protocol ({ast.unparse(node)})"
        for path, tree in shipped.items()
        if not path.startswith("infusionplanner/demo/") and not path.startswith("infusionplanner/domain/unit.py")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in reckoning
        for given in (*node.args, *(keyword.value for keyword in node.keywords))
        if any(value not in calendar for _, _, value in _numbers(ast.Expression(given), ""))
    ]
    assert "\n".join(faults) == ""


def _cited(tree: ast.Module) -> set[str]:
    """Return the rule ids that stand in the texts of a module: docstrings, findings, findings' rules."""
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return {rule for text in texts for rule in RULE_ID.findall(text)}


def test_every_rule_is_cited_by_code(protocol: dict[str, Any], shipped: dict[str, ast.Module]) -> None:
    planner = [tree for path, tree in shipped.items() if path.startswith("infusionplanner/")]
    cited = set[str]().union(*(_cited(tree) for tree in planner))
    assert sorted(protocol["rules"].keys() - cited) == []


def test_code_cites_no_rule_that_does_not_exist(protocol: dict[str, Any], all_code: dict[str, ast.Module]) -> None:
    faults = [
        f"{path} cites {rule}, which no protocol has"
        for path, tree in all_code.items()
        if not path.startswith("tests/")
        for rule in sorted(_cited(tree) - protocol["rules"].keys())
    ]
    assert "\n".join(faults) == ""


def test_every_rule_is_cited_by_a_case(protocol: dict[str, Any], cases: list[dict[str, Any]]) -> None:
    cited = {
        rule for case in cases for rule in RULE_ID.findall(json.dumps([case["rule"], case["has"], case["expect"]]))
    }
    assert sorted(protocol["rules"].keys() - cited) == []


def test_every_parameter_names_rules_that_exist(protocol: dict[str, Any]) -> None:
    named = {key: set(entry["rules"]) for key, entry in protocol["parameters"].items()}
    assert {key: rules for key, rules in named.items() if not rules or rules - protocol["rules"].keys()} == {}
