"""Plans and answers as documents, in the shapes that others read."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from plan_strategies import ANSWERS, PLANS
from planner import Planner
from strategies import TODAY, patients

from infusionplanner.domain.finding import Fact, Finding, Level, Scope
from infusionplanner.domain.patient import Patient, Route, Setting
from infusionplanner.domain.result import (
    CheckAnswer,
    Condition,
    ConditionState,
    Home,
    Monitoring,
    MonitoringStatus,
    Observation,
    ObservationStatus,
    Plan,
    PlannedDose,
    Pml,
    Rebound,
    ReboundLevel,
    Supply,
    Tier,
    Verdict,
)
from infusionplanner.export.plan_file import FORMAT, write_check, write_plan
from infusionplanner_resources import resource

SCHEMA: dict[str, Any] = json.loads(resource("schemas", "plan-1.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
CHECK = Draft202012Validator({"$ref": "#/$defs/check", "$defs": SCHEMA["$defs"]}, format_checker=FormatChecker())
EXAMPLE: dict[str, Any] = json.loads((Path(__file__).parent / "plan.json").read_text(encoding="utf-8"))

DOSE = PlannedDose(
    number=12,
    due=date(2026, 12, 14),
    proposed=date(2026, 12, 14),
    earliest=date(2026, 12, 9),
    latest=date(2026, 12, 19),
    alternatives=(date(2026, 12, 11),),
    route=Route.SC,
    setting=Setting.HOME,
    interval_days=28,
    blocked=False,
    observation=Observation(ObservationStatus.REDUCIBLE, minutes=15, counted=11, of=6, rule="R-OBS-2"),
    rule="R-INT-2",
)
RENEW = Finding("R-RX-5", Level.TASK, "prescription.renew", date(2026, 12, 12))


def example_plan() -> Plan:
    """Return the plan of the example of the format's description."""
    return Plan(
        patient="ex-01",
        as_of=date(2026, 11, 23),
        protocol="natalizumab/2026.1",
        doses_completed=11,
        next_dose=DOSE,
        doses=(DOSE,),
        home=Home(
            eligible=True,
            ready=False,
            eligible_from=None,
            conditions=(Condition("R-HOME-1", "doses", ConditionState.MET, 11, 6, on=date(2026, 6, 1)),),
        ),
        supply=Supply(
            doses_at_home=1,
            doses_per_dispensing=3,
            covers_through=date(2026, 12, 14),
            next_dispensing_by=date(2027, 1, 11),
            order_by=date(2027, 1, 4),
            earliest_dispensing=None,
            last_safe_day=date(2027, 5, 31),
            doses_authorised_left=4,
            renew_by=date(2027, 1, 11),
            first_dose_without_authorisation=date(2027, 5, 25),
        ),
        monitoring=(
            Monitoring(
                kind="jcv",
                due=date(2026, 11, 27),
                status=MonitoringStatus.DUE,
                last=date(2026, 5, 27),
                window_from=None,
                not_before=None,
                before_dose=None,
                on_visit=None,
                rule="R-MON-3",
            ),
        ),
        pml=Pml(0.1, "1-12", "negative", 11, borderline=False, tier=Tier.LOW, finding=None),
        rebound=Rebound(date(2026, 11, 16), 7, ReboundLevel.NONE, date(2027, 1, 12), date(2027, 1, 26)),
        transition=None,
        surveillance=None,
        findings=(RENEW,),
    )


def test_the_example_is_written_key_by_key() -> None:
    document = write_plan(example_plan())
    assert document == EXAMPLE
    assert json.dumps(document) == json.dumps(EXAMPLE)
    assert VALIDATOR.is_valid(EXAMPLE)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["properties"]["format"] == {"const": FORMAT}


def test_booked_is_written_of_booked_doses_only() -> None:
    booked = PlannedDose(**{name: getattr(DOSE, name) for name in DOSE.__slots__} | {"booked": True})
    plan = Plan(**{name: getattr(example_plan(), name) for name in Plan.__slots__} | {"doses": (booked, DOSE)})
    document: dict[str, Any] = write_plan(plan)
    assert [dose.get("booked") for dose in document["doses"]] == [True, None]
    assert "booked" not in document["doses"][1]
    assert VALIDATOR.is_valid(document)


def test_the_facts_of_a_finding_are_plain() -> None:
    facts: dict[str, Fact] = {
        "on": date(2026, 12, 14),
        "missing": ("mri", "jcv"),
        "route": Route.SC,
        "days": 29,
        "late": True,
    }
    finding = Finding("R-INT-3", Level.WARN, "dose.late", facts=facts, scope=Scope.NEXT)
    answer = CheckAnswer(Verdict.WARN, date(2026, 12, 20), 34, (finding,))
    document = write_check(answer)
    assert document == {
        "verdict": "warn",
        "date": "2026-12-20",
        "days_since_last": 34,
        "findings": [
            {
                "rule": "R-INT-3",
                "level": "warn",
                "key": "dose.late",
                "due": None,
                "facts": {"on": "2026-12-14", "missing": ["mri", "jcv"], "route": "sc", "days": 29, "late": True},
            }
        ],
    }
    assert '"route": "sc"' in json.dumps(document)


def test_the_finding_of_an_estimate_is_written_in_full() -> None:
    finding = Finding("R-PML-5", Level.WARN, "pml.assay")
    plan = Plan(
        **{name: getattr(example_plan(), name) for name in Plan.__slots__}
        | {"pml": Pml(None, None, None, 11, borderline=False, tier=Tier.UNKNOWN, finding=finding)}
    )
    document: dict[str, Any] = write_plan(plan)
    assert document["pml"] == {
        "per_1000": None,
        "row": None,
        "column": None,
        "month": 11,
        "borderline": False,
        "tier": "unknown",
        "finding": {"rule": "R-PML-5", "level": "warn", "key": "pml.assay", "due": None, "facts": {}},
    }
    assert VALIDATOR.is_valid(document)


def same_as_json(document: dict[str, object]) -> bool:
    """Tell whether a document holds JSON values only."""
    text = json.dumps(document, allow_nan=False)
    return bool(json.loads(text) == document)


@settings(deadline=None)
@given(PLANS)
def test_every_plan_is_valid(plan: Plan) -> None:
    document = write_plan(plan)
    assert [error.message for error in VALIDATOR.iter_errors(document)] == []
    assert same_as_json(document)


@settings(deadline=None)
@given(ANSWERS)
def test_every_answer_is_valid(answer: CheckAnswer) -> None:
    document = write_check(answer)
    assert [error.message for error in CHECK.iter_errors(document)] == []
    assert same_as_json(document)


@settings(deadline=None, max_examples=50)
@given(patients())
def test_the_plan_of_every_patient_is_valid(patient: Patient) -> None:
    planner = Planner()
    assert [error.message for error in VALIDATOR.iter_errors(write_plan(planner.plan(patient, TODAY)))] == []
    assert [error.message for error in CHECK.iter_errors(write_check(planner.check(patient, TODAY)))] == []
