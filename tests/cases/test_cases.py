"""The dated cases of the rules: a patient file, a day, and what must come out.

Every ``*.json`` in this folder is a list of cases: ``id``, ``rule``, ``why``, ``on`` (the day taken as today),
``patient`` (a patient file), ``date`` (asks ``check`` for that day instead of the plan), with ``pack`` for a dose from
that pack (``product``, ``batches``, ``expires_on``), ``unit`` (a unit file),
``expect`` (values by their path in the answer), ``has`` and ``lacks`` (findings by the keys given).
"""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from infusionplanner.catalogue.protocol_file import builtin_protocols, override
from infusionplanner.catalogue.unit_file import load_unit
from infusionplanner.domain.pack import Pack
from infusionplanner.domain.patient import Product
from infusionplanner.domain.plan import check, plan
from infusionplanner.domain.unit import Unit
from infusionplanner.export.patient_file import read_patient
from infusionplanner.export.plan_file import write_check, write_plan

Case = dict[str, Any]

CASES: list[Case] = [
    case
    for file in sorted(Path(__file__).parent.glob("*.json"))
    for case in json.loads(file.read_text(encoding="utf-8"))
]


def reach(value: Any, path: str) -> Any:
    """Return the value at a path such as ``home.conditions[key=doses].have``, ``doses[-1].due``, ``doses.length``."""
    for part in re.findall(r"[^.\[\]]+|\[[^\]]*\]", path):
        if value is None:
            return None
        if part == "length":
            value = len(value)
        elif not part.startswith("["):
            value = value.get(part)
        elif "=" in part:
            key, wanted = part[1:-1].split("=", 1)
            value = next((row for row in value if str(row.get(key)) == wanted), None)
        else:
            index = int(part[1:-1])
            value = value[index] if -len(value) <= index < len(value) else None
    return value


def as_toml(unit: dict[str, Any]) -> str:
    """Return a case's unit as the text of a unit file; JSON writes these values as TOML does."""
    lines = [f"{key} = {json.dumps(value)}" for key, value in unit.items() if not isinstance(value, dict)]
    for table, rows in unit.items():
        if isinstance(rows, dict):
            lines += [f"[{table}]", *(f"{json.dumps(key)} = {json.dumps(value)}" for key, value in rows.items())]
    return "\n".join(lines)


def pack_of(case: Case) -> Pack | None:
    """Return the pack that a case asks about, if it does."""
    read = case.get("pack")
    if read is None:
        return None
    return Pack(Product(read["product"]), tuple(read["batches"]), date.fromisoformat(read["expires_on"]))


def answer(case: Case, folder: Path) -> dict[str, Any]:
    """Return what the planner answers to a case, as the program writes it."""
    today = date.fromisoformat(case["on"])
    patient = read_patient(case["patient"], source=case["id"], today=today)
    unit = Unit()
    if case.get("unit"):
        file = folder / "unit.toml"
        file.write_text(as_toml(case["unit"]), encoding="utf-8")
        unit = load_unit(file)
    protocol = override(builtin_protocols()[patient.course.protocol], unit.parameters)
    if case.get("date"):
        on, taken = date.fromisoformat(case["date"]), pack_of(case)
        return write_check(check(patient, protocol, unit, on, taken=taken, today=today))
    return write_plan(plan(patient, protocol, unit, today))


def has(findings: list[dict[str, Any]], wanted: dict[str, Any]) -> bool:
    """Tell whether one of the findings has all the values wanted."""
    return any(all(finding.get(key) == value for key, value in wanted.items()) for finding in findings)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(case: Case, tmp_path: Path) -> None:
    got = answer(case, tmp_path)
    found = {path: reach(got, path) for path in case["expect"]}
    assert found == case["expect"], case["why"]
    # Python takes True and 1 for equal
    assert {path: type(value) is bool for path, value in found.items()} == {
        path: type(value) is bool for path, value in case["expect"].items()
    }
    assert [wanted for wanted in case.get("has", ()) if not has(got["findings"], wanted)] == [], got["findings"]
    assert [unwanted for unwanted in case.get("lacks", ()) if has(got["findings"], unwanted)] == []


def test_no_two_cases_share_an_id() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("a.b", 1),
        ("a.c", None),
        ("a.c.d", None),
        ("rows.length", 2),
        ("rows[0].key", "x"),
        ("rows[-1].key", "y"),
        ("rows[2].key", None),
        ("rows[key=y].n", 2),
        ("rows[n=1].key", "x"),
        ("rows[key=z].n", None),
    ],
)
def test_paths_reach_into_an_answer(path: str, value: object) -> None:
    document = {"a": {"b": 1}, "rows": [{"key": "x", "n": 1}, {"key": "y", "n": 2}]}
    assert reach(document, path) == value
