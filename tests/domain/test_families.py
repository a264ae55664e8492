"""Other protocols: every family can be switched off, and its rules are then silent."""

from dataclasses import replace

import pytest
from builders import HOME, d, dose, jcv, patient, regimen, series
from planner import NATALIZUMAB, Planner, keys

from infusionplanner.domain.controls.monitoring import mri_span
from infusionplanner.domain.patient import Answer, NextTreatment, Pregnancy, Reaction, Stop
from infusionplanner.domain.protocol import FAMILIES, Protocol, Text

OPTIONAL = sorted(set(FAMILIES) - {"dose", "interval", "visit"})


def without(*families: str) -> Planner:
    return Planner(replace(NATALIZUMAB, **dict.fromkeys(families)))


def test_a_protocol_of_dose_and_interval_alone_still_plans() -> None:
    bare = Protocol(
        "ketamine", "1", Text("Ketamin", "Ketamine"), NATALIZUMAB.dose, NATALIZUMAB.interval, NATALIZUMAB.visit
    )
    row = patient(
        [*series("2025-01-06", 8), dose("2025-09-01", reaction=Reaction.ANAPHYLAXIS)],
        regimens=[regimen("2025-01-06", setting=HOME)],
        results=[jcv("2025-01-02", Answer.POSITIVE, 1.8)],
        pregnancies=[Pregnancy(d("2025-09-02"))],
    )
    found = Planner(bare).plan(row, "2026-06-01")
    assert found.protocol == "ketamine/1"
    assert (found.home, found.supply, found.pml, found.monitoring) == (None, None, None, ())
    assert found.next_dose is not None
    assert (found.next_dose.due, found.next_dose.observation) == (d("2025-09-29"), None)
    assert keys(found) == ["rebound.critical", "dose.late", "interval.late"]
    assert keys(Planner(bare).check(row, "2026-06-01")) == ["rebound.critical", "dose.late", "interval.late"]


@pytest.mark.parametrize("family", OPTIONAL)
def test_each_family_can_be_switched_off_alone(family: str) -> None:
    row = patient(
        series("2025-01-06", 12),
        regimens=[regimen("2025-01-06", setting=HOME)],
        results=[jcv("2025-01-02", Answer.POSITIVE, 1.8)],
        pregnancies=[Pregnancy(d("2025-09-02"))],
    )
    planner = without(family)
    assert planner.plan(row, "2026-06-01").doses_completed == 12
    assert planner.check(row, "2026-06-01").days_since_last == 203


def test_without_pml_rules_no_scan_is_hurried_and_no_one_is_of_high_risk_but_by_flag() -> None:
    following = NextTreatment("rituximab")
    row = patient(series("2025-01-06", 12), stop=Stop(d("2026-01-06"), next=following))
    assert without("pml").plan(row, "2026-01-07").surveillance is None
    assert Planner().plan(row, "2026-01-07").surveillance is not None
    flagged = patient(series("2025-01-06", 12), stop=Stop(d("2026-01-06"), next=following, high_risk=True))
    found = without("pml", "monitoring").plan(flagged, "2026-02-01")
    assert found.surveillance is not None
    assert [f.key for f in found.findings if f.rule == "R-STOP-4"] == ["surveillance.running"]


def test_without_pml_rules_the_scan_is_yearly() -> None:
    planner = without("pml")
    rules = planner.protocol.monitoring
    assert rules is not None
    view = planner.view(patient([dose("2025-01-06")]), "2025-02-01")
    assert mri_span(view, d("2025-06-01"), rules).due == d("2026-06-01")


def test_a_text_is_given_in_the_language_asked_for() -> None:
    text = Text("sprøyte", "syringe")
    assert [text.in_language(language) for language in ("nb", "en")] == ["sprøyte", "syringe"]
