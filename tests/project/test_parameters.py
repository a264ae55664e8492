"""Every parameter of the protocol is used: the cases are planned with a protocol that notes what is read of it."""

import dataclasses
import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from infusionplanner.catalogue.protocol_file import builtin_protocols, override
from infusionplanner.domain.plan import check, plan
from infusionplanner.domain.protocol import FAMILIES, Protocol
from infusionplanner.domain.unit import Unit
from infusionplanner.export.patient_file import read_patient

# What planning does not read: it is shown, or it belongs to an act. Each stands in the code under its family's name.
READ_ELSEWHERE = {"visit.minutes_sc", "visit.minutes_iv", "home.room_temperature_hours", "lists.put_off_days"}


def _noting(protocol: Protocol, read: set[str]) -> Protocol:
    """Return a protocol whose families note the fields that are read of them."""

    def family(name: str, kind: type) -> Any:
        fields = {field.name for field in dataclasses.fields(kind)}

        def note(self: object, attribute: str) -> object:
            if attribute in fields:
                read.add(f"{name}.{attribute}")
            return object.__getattribute__(self, attribute)

        values = getattr(protocol, name)
        noting = type(kind.__name__, (kind,), {"__getattribute__": note, "__slots__": ()})
        return noting(**{field: getattr(values, field) for field in fields})

    families: dict[str, Any] = {name: family(name, kind) for name, kind in FAMILIES.items()}
    return dataclasses.replace(protocol, **families)


def _planned(cases: list[dict[str, Any]], protocol: Protocol) -> None:
    for case in cases:
        on = date.fromisoformat(case["on"])
        patient = read_patient(case["patient"], source=case["id"], today=on)
        ours = override(protocol, case["unit"].get("parameters", {})) if case.get("unit") else protocol
        plan(patient, ours, Unit(), on)
        check(patient, ours, Unit(), date.fromisoformat(case.get("date") or case["on"]))


@pytest.fixture(scope="session")
def fields() -> Mapping[str, str]:
    """Return every field of every family, as ``family.field``, with the parameter it is bound to."""
    return {
        f"{name}.{field.name}": field.metadata["key"]
        for name, kind in FAMILIES.items()
        for field in dataclasses.fields(kind)
    }


def test_every_parameter_is_read_when_the_cases_are_planned(root: Path, fields: Mapping[str, str]) -> None:
    files = sorted((root / "tests" / "cases").glob("*.json"))
    cases = [case for file in files for case in json.loads(file.read_text(encoding="utf-8"))]
    read: set[str] = set()
    _planned(cases, _noting(builtin_protocols()["natalizumab"], read))
    assert sorted(fields.keys() - read) == sorted(READ_ELSEWHERE)


@pytest.mark.parametrize("field", sorted(READ_ELSEWHERE))
def test_what_planning_does_not_read_is_used_elsewhere(root: Path, field: str) -> None:
    family, name = field.split(".")
    use = re.compile(rf"\b{family}(_rules)?\.{name}\b|\brules\.{name}\b")
    texts = [path.read_text(encoding="utf-8") for path in (root / "infusionplanner").rglob("*.py")]
    texts += [path.read_text(encoding="utf-8") for path in (root / "ui").rglob("*.py")]
    assert [text for text in texts if use.search(text)] != []


def test_every_parameter_of_the_file_is_bound_to_one_field(fields: Mapping[str, str]) -> None:
    bound = sorted(fields.values())
    assert bound == sorted(set(bound))
    assert bound == sorted(builtin_protocols()["natalizumab"].parameters)
