"""Every act that the journal can hold has words: for the toast after it, and in the history of a patient."""

import re
from pathlib import Path

import pytest

from infusionplanner.application.act_kinds import ActKind
from infusionplanner_ui.application import Application
from infusionplanner_ui.models import patient_history_words
from infusionplanner_ui.shell.act_words import act_names

PLANNER = Path(__file__).parents[2] / "infusionplanner"
OF_THE_UNIT = {"unit", "places", "parameters", "settings", "users", "acts", "journal"}


def test_every_act_has_words_in_both_languages(qapp: Application) -> None:
    said = act_names()
    qapp.set_language("en")
    assert set(said) == set(act_names()) == set(ActKind)
    assert [kind for kind, words in act_names().items() if words in {"", said[kind]}] == []


@pytest.mark.usefixtures("qapp")
def test_every_table_of_a_patient_has_words_in_the_history() -> None:
    schema = (PLANNER / "storage" / "tables.py").read_text(encoding="utf-8")
    tables = set(re.findall(r"CREATE TABLE (\w+)", schema))
    assert "home_notes" in tables
    assert sorted(tables - OF_THE_UNIT - set(patient_history_words._TABLES)) == []
