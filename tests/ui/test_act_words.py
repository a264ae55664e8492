"""Every act that the journal can hold has words: for the toast after it, and in the history of a patient."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from infusionplanner_ui.application import Application
from infusionplanner_ui.models import patient_history_words
from infusionplanner_ui.shell import act_words as desktop_words

PLANNER = Path(__file__).parents[2] / "infusionplanner"
OPENERS = {"act": 0, "act_on_visit": 0, "writing": 0, "add_fact": 1}
"""What opens the unit of work of an act, and which of its arguments names the act."""


def acts() -> Iterator[str]:
    """Yield the kind of every act in the application's code, as the journal will hold it."""
    for file in sorted([*PLANNER.glob("application/**/*.py"), *PLANNER.glob("demo/*.py")]):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = {
            target.id: node.value.value
            for node in tree.body
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in OPENERS and len(node.args) > OPENERS[name]:
                    kind = node.args[OPENERS[name]]
                    if isinstance(kind, ast.Constant):
                        yield str(kind.value)
                    elif isinstance(kind, ast.Name) and kind.id in named:
                        yield str(named[kind.id])


OF_THE_UNIT = {"unit", "places", "parameters", "settings", "users", "acts", "journal"}
ACTS = sorted({*acts(), "undo", "redo"})


def test_the_acts_are_found() -> None:
    assert {"record_dose", "arrive", "sign_training", "advance_renewal", "hand_out_week", "demo.load"} <= set(ACTS)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", [kind for kind in ACTS if kind not in {"undo", "redo"}])
def test_every_act_has_words_for_the_toast(kind: str) -> None:
    assert kind in desktop_words._words()


@pytest.mark.usefixtures("qapp")
def test_every_table_of_a_patient_has_words_in_the_history() -> None:
    schema = (PLANNER / "storage" / "tables.py").read_text(encoding="utf-8")
    tables = set(re.findall(r"CREATE TABLE (\w+)", schema))
    assert "home_notes" in tables
    assert sorted(tables - OF_THE_UNIT - set(patient_history_words._TABLES)) == []


@pytest.mark.parametrize("kind", ACTS)
def test_every_act_has_words_in_the_history(qapp: Application, kind: str) -> None:
    said = patient_history_words.act_words(kind)
    assert said != "Lagret"
    qapp.set_language("en")
    assert patient_history_words.act_words(kind) not in {"Saved", said}
