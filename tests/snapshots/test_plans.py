"""Two years of plan for ten typical patients, as a person reads them. A changed rule shows as a readable difference.

To accept a change, run with ``SNAPSHOT_UPDATE=1`` and read what git shows.
"""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from builders import HOME, IV, bloods, d, dose, jcv, patient, regimen, result, series
from planner import Planner

from infusionplanner.catalogue.wording import wording
from infusionplanner.cli.plan_text import plan_text
from infusionplanner.domain.patient import (
    Answer,
    Appointment,
    Bridging,
    Dispensing,
    EarlierDoses,
    GestationalAge,
    IntervalReason,
    NextTreatment,
    Patient,
    PersonName,
    Pregnancy,
    PregnancyPlan,
    Prescription,
    Reaction,
    Reporter,
    Stop,
    StopReason,
    Training,
)

TODAY = "2026-11-23"
FOLDER = Path(__file__).parent / "plans"
NEGATIVE = jcv("2026-09-02", Answer.NEGATIVE, 0.1)
AT_HOME = (regimen("2026-01-05"), regimen("2026-07-01", setting=HOME))


def home_doses() -> list[object]:
    unit = [*series("2026-01-05", 5), dose("2026-05-26"), dose("2026-06-23")]
    return [*unit, *series("2026-07-21", 5, setting=HOME, reported_by=Reporter.PATIENT)]


def starting() -> dict[str, Patient]:
    """Return those at the beginning."""
    letter = EarlierDoses(iv=9, first_on=d("2026-01-12"), last_on=d("2026-10-05"), source="discharge letter")
    return {
        "before_the_first_dose": patient(regimens=[regimen("2026-12-07", route=IV)], results=[NEGATIVE]),
        "third_dose_coming": patient(series("2026-10-05", 2), results=[NEGATIVE, bloods("2026-10-30")]),
        "transferred_with_a_reaction": patient(
            [dose("2026-11-02", route=IV, reaction=Reaction.INFUSION)],
            regimens=[regimen("2026-11-02", route=IV)],
            earlier_doses=letter,
            appointments=[Appointment(d("2026-12-01"))],
        ),
    }


def long_treated() -> dict[str, Patient]:
    """Return those who have been treated for years, or are at home."""
    six_weeks = regimen("2024-06-03", route=IV, interval_days=42, ordered_by="Dr. Ek", ordered_on=d("2024-06-03"))
    reason = IntervalReason.JCV_LOW_TITRE
    extended = regimen("2026-05-01", interval_days=42, ordered_by="Dr. Ek", ordered_on=d("2026-05-01"), reason=reason)
    return {
        "long_treated_every_six_weeks": patient(
            series("2022-06-06", 40, 42, route=IV),
            regimens=[regimen("2022-06-06", route=IV), six_weeks],
            results=[
                NEGATIVE,
                bloods("2026-09-02"),
                result("mri", "2026-03-02"),
                result("edss", "2026-03-02", value=3.0),
            ],
        ),
        "sc_every_six_weeks_with_a_reason": patient(
            series("2024-01-08", 27, 38),
            regimens=[regimen("2024-01-08"), extended],
            results=[jcv("2026-09-02", Answer.POSITIVE, 0.9)],
            prior_immunosuppression=False,
        ),
        "at_home": patient(
            home_doses(),  # type: ignore[arg-type]
            regimens=AT_HOME,
            training=[Training(d("2026-06-23"), "A. Dahl")],
            prescriptions=[Prescription(d("2026-06-24"), 12)],
            dispensings=[Dispensing(d("2026-07-01"), 3), Dispensing(d("2026-09-28"), 3)],
            results=[
                NEGATIVE,
                bloods("2026-05-26"),
                result("nab", "2026-07-05", answer=Answer.NEGATIVE),
                result("mri", "2026-05-04"),
                result("edss", "2026-07-06", value=2.0),
            ],
        ),
        "nine_weeks_late": patient(
            (*series("2025-06-30", 16, route=IV)[:15], dose("2026-09-21", route=IV)), results=[NEGATIVE]
        ),
    }


def changing() -> dict[str, Patient]:
    """Return those with a pregnancy, a short course or a change of treatment."""
    return {
        "pregnant_with_a_plan": patient(
            series("2025-11-03", 13),
            results=[NEGATIVE],
            pregnancies=[
                Pregnancy(d("2026-10-20"), GestationalAge(9, 3), PregnancyPlan(42, "Dr. Ek", d("2026-10-21"))),
            ],
        ),
        "bridging_to_ocrelizumab": patient(
            series("2026-10-26", 1), bridging=Bridging(3, "ocrelizumab", d("2027-01-18")), results=[NEGATIVE]
        ),
        "changing_to_rituximab": patient(
            series("2023-05-01", 46, route=IV),
            stop=Stop(d("2026-11-20"), StopReason.JCV_POSITIVE, NextTreatment("rituximab")),
            results=[jcv("2026-11-02", Answer.POSITIVE, 1.8)],
            prior_immunosuppression=False,
        ),
    }


def typical() -> dict[str, Patient]:
    """Return the ten, by what is typical of them."""
    return {**starting(), **long_treated(), **changing()}


@pytest.mark.parametrize("name", sorted(typical()))
def test_two_years_of_plan(planner_of_today: Planner, name: str) -> None:
    who = replace(typical()[name], name=PersonName("Eksempel", name.replace("_", " ").capitalize()))
    found = planner_of_today.plan(who, TODAY, months=24)
    text = plan_text(found, who, planner_of_today.protocol, wording("nb")) + "\n"
    path = FOLDER / f"{name}.txt"
    if os.environ.get("SNAPSHOT_UPDATE"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.fixture
def planner_of_today() -> Planner:
    return Planner()


def test_a_protocol_without_observation_says_nothing_of_it(planner_of_today: Planner) -> None:
    bare = Planner(replace(planner_of_today.protocol, observation=None))
    who = typical()["third_dose_coming"]
    assert "observasjon" not in plan_text(bare.plan(who, TODAY), who, bare.protocol, wording("nb"))
