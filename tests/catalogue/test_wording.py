"""Sentences, words, dates and figures in both languages."""

import re
from dataclasses import replace
from datetime import date, time
from enum import StrEnum
from pathlib import Path

import pytest

from infusionplanner.application.errors import EmptyFieldError, ImportProblem, PlannerError, UnitClosedError, _bare
from infusionplanner.application.records import VisitState
from infusionplanner.catalogue.errors import UnknownLanguageError
from infusionplanner.catalogue.parameters import UNITS
from infusionplanner.catalogue.protocol_file import builtin_protocols, override
from infusionplanner.catalogue.wording import Wording, wording
from infusionplanner.cli.errors import NotHandedOutError
from infusionplanner.domain import patient, result, unit
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.protocol import FAMILIES, Protocol
from infusionplanner.text import wordings
from infusionplanner_resources import resource

DAY = date(2026, 12, 21)

GROUPS: dict[type[StrEnum], str] = {
    Level: "level",
    patient.Product: "product",
    patient.Route: "route",
    patient.Setting: "setting",
    patient.DoseStatus: "dose_status",
    patient.Reaction: "reaction",
    patient.Reporter: "reporter",
    patient.Assay: "assay",
    patient.Answer: "answer",
    patient.ResultKind: "result",
    patient.HoldKind: "hold",
    patient.AppointmentKind: "appointment",
    patient.AppointmentStatus: "appointment_status",
    patient.ExposureKind: "exposure",
    patient.Language: "language",
    result.ObservationStatus: "observation",
    result.ConditionState: "condition_state",
    result.MonitoringStatus: "monitoring",
    result.Tier: "tier",
    result.ReboundLevel: "rebound",
    result.Verdict: "verdict",
    unit.PlaceKind: "place",
    VisitState: "visit_state",
}

BOTH = pytest.mark.parametrize("language", ["nb", "en"])


@BOTH
@pytest.mark.parametrize(("codes", "group"), GROUPS.items(), ids=GROUPS.values())
def test_every_code_has_a_word(language: str, codes: type[StrEnum], group: str) -> None:
    assert sorted(wording(language).codes[group]) == sorted(codes)


def test_codes_that_are_not_enumerations_have_words(nb: Wording) -> None:
    assert sorted(nb.codes["family"]) == sorted(FAMILIES)
    assert sorted(nb.codes["level_short"]) == sorted(Level)
    assert sorted(nb.codes["origin"]) == ["HB", "OWN", "PUB", "UNIT"]
    for conditions in ("condition", "condition_open", "lacking"):
        keys = ["carer", "controls", "doses", "hold", "product", "reaction", "training"]
        assert sorted(nb.codes[conditions]) == keys
    assert sorted(nb.codes["topic"]) == sorted({key.partition(".")[0] for key in nb.findings})
    assert sorted(nb.codes["route_long"]) == sorted(patient.Route)
    assert sorted(nb.codes["role"]) == ["admin", "doctor", "nurse"]
    assert sorted(nb.codes["closure"]) == sorted([*unit.HOLIDAY_NAMES, "closed", "weekend"])
    assert sorted(nb.measures) == sorted(set(UNITS) - {"treatment"})


def test_what_a_protocol_asks_for_has_words(nb: Wording) -> None:
    for protocol in builtin_protocols().values():
        assert {row.key for row in protocol.gate} <= set(nb.codes["gate"])
        assert {row.key for row in protocol.questions} <= set(nb.codes["question"])


def test_the_levels_are_named_as_the_nurse_knows_them(nb: Wording, en: Wording) -> None:
    levels = ["stop", "warn", "task", "info"]
    assert [nb.code("level", level) for level in levels] == [
        "Stopp – krever legeavklaring", "Advarsel", "Oppgave", "Merk",
    ]  # fmt: skip
    assert [en.code("level", level) for level in levels] == [
        "Stop – needs a doctor's clearance", "Warning", "Task", "Note",
    ]  # fmt: skip


def test_words_stand_inside_a_sentence_and_labels_alone(nb: Wording) -> None:
    assert (nb.code("reaction", "local"), nb.label("reaction", "local")) == ("lokal reaksjon", "Lokal reaksjon")
    assert (nb.code("reaction", "odd"), nb.code("nothing", "odd")) == ("odd", "odd")
    assert (nb.code("result", patient.ResultKind.JCV), nb.topic("prescription.renew")) == ("JCV-antistoff", "H-resept")


def test_a_rule_is_told_with_the_numbers_of_the_unit(nb: Wording, en: Wording, natalizumab: Protocol) -> None:
    assert nb.rule(natalizumab, "R-INT-1") == (
        "Én dose er 300 mg hver 28. dag. Intervallet regnes i dager, aldri i kalendermåneder."
    )
    assert nb.rule(natalizumab, "R-MON-2").startswith("NAb tas 6 og 12 måneder etter første dose, ")
    assert nb.rule(natalizumab, "R-MON-6").startswith("MR caput tas 3–6 måneder etter første dose (rebaseline), ")
    assert en.rule(natalizumab, "R-PML-2").startswith("An index of exactly 0.9 reads the lower column, exactly 1.5 ")
    assert nb.rule(natalizumab, "R-STOP-2").startswith("Overgang til rituksimab 1000 mg, 28 dager etter siste gitte")
    changed = override(natalizumab, {"observation_first_doses.iv": 12})
    assert en.rule(changed, "R-OBS-4").startswith("For i.v. doses the number is 12. ")


@BOTH
def test_every_rule_can_be_told(language: str, natalizumab: Protocol) -> None:
    told = [wording(language).rule(natalizumab, rule) for rule in natalizumab.rules]
    assert [text for text in told if re.search(r"[{}\[\]|]|None", text)] == []


def test_a_rule_that_is_not_there_is_shown_by_its_id(nb: Wording, natalizumab: Protocol) -> None:
    assert nb.rule(natalizumab, "R-NEW-1") == "R-NEW-1"


def test_a_sentence_that_names_a_missing_parameter_can_still_be_told(nb: Wording, natalizumab: Protocol) -> None:
    assert nb.rule(replace(natalizumab, parameters={}), "R-RX-1").startswith("H-resepten er gyldig i ukjent. ")


def test_a_coded_reason_has_the_words_of_the_protocol(nb: Wording, en: Wording, natalizumab: Protocol) -> None:
    assert nb.reason(natalizumab, "stop", "moved") == "Flyttet til et annet sykehus"
    assert en.reason(natalizumab, "interval", "high_serum") == "High serum concentration"
    assert en.reason(natalizumab, "not_given", "odd") == "odd"
    assert en.reason(natalizumab, "nothing", "odd") == "odd"


@pytest.mark.parametrize(
    ("value", "measure", "norwegian", "english"),
    [
        (1, "days", "1 dag", "1 day"),
        (28, "days", "28 dager", "28 days"),
        (0, "minutes", "0 minutter", "0 minutes"),
        (0.1, "per_1000", "0,1 per 1000", "0.1 per 1000"),
        ((1, 2, 3, 6), "dose_number", "dose 1, 2, 3 og 6", "dose 1, 2, 3 and 6"),
        ((6,), "months", "6 måneder", "6 months"),
        (34, "week", "uke 34", "week 34"),
        ("rituximab", "treatment", "rituksimab", "rituximab"),
        ("anything", "days", "anything", "anything"),
        (None, "days", "ukjent", "unknown"),
        (3, "parsecs", "3", "3"),
    ],
)
def test_a_quantity_has_its_unit_in_the_right_form(
    nb: Wording, en: Wording, value: object, measure: str, norwegian: str, english: str
) -> None:
    assert (nb.quantity(value, measure), en.quantity(value, measure)) == (norwegian, english)


def test_a_condition_that_is_not_met_is_said_as_it_stands(nb: Wording, en: Wording) -> None:
    state = result.ConditionState
    assert nb.condition("hold", state.MET) == "Ingen åpen stopp"
    assert (nb.condition("hold", state.NOT_MET), en.condition("hold", state.NOT_MET)) == ("Åpen stopp", "Open stop")
    assert nb.condition("training", state.UNKNOWN) == "Godkjent opplæring"
    assert (nb.figure(16, 6), en.figure(None, 6), nb.figure(None, None)) == ("16 (minst 6)", "unknown (at least 6)", "")


def test_an_index_has_a_decimal_and_a_figure_its_word(nb: Wording, en: Wording) -> None:
    assert (nb.quantity(1.0, "index"), en.quantity(0.95, "index")) == ("1,0", "0.95")
    assert [nb.quantity(number, "days") for number in (1, 2)] == ["1 dag", "2 dager"]


def test_any_fact_is_shown_in_words(nb: Wording) -> None:
    values = [None, True, False, DAY, time(9, 15), 0.9, "text", ("a", "b"), (1, 2, 3), (), Path("x")]
    assert [nb.shown(value) for value in values] == [
        "ukjent", "ja", "nei", "21.12.2026", "09.15", "0,9", "text", "a og b", "1, 2 og 3", "", "x",
    ]  # fmt: skip


def test_a_language_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownLanguageError) as caught:
        wording("nn")
    assert str(caught.value) == "There is no wording in 'nn'. Choose one of nb, en."


def test_the_words_of_a_language_are_read_once() -> None:
    assert wording("nb") is wording("nb")
    assert wording("nb").language == "nb"


def test_a_further_language_is_a_further_file_and_lacks_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    for file in resource("wording").iterdir():
        (tmp_path / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "findings.se.toml").write_text('[findings.unit]\nclosed = "Gitta lea {day}."\n', encoding="utf-8")
    monkeypatch.setattr(wordings, "resource", lambda _, *names: tmp_path.joinpath(*names))
    request.addfinalizer(wordings.texts.cache_clear)
    assert wordings.languages() == ("nb", "en", "se")
    said = wording("se")
    assert said.finding(Finding("R-INT-4", Level.WARN, "unit.closed", facts={"day": date(2026, 12, 24)})) == (
        "Gitta lea 24.12.2026."
    )
    assert said.code("closure", "christmas_day") == "1. juledag"
    assert said.error(UnitClosedError(date(2026, 12, 24), "weekend")) == wording("nb").error(
        UnitClosedError(date(2026, 12, 24), "weekend")
    )


def test_an_error_without_words_says_itself_what_it_has_to_say() -> None:
    class OddError(PlannerError):
        """Nobody has words for it."""

    assert wording("nb").error(PlannerError("The disk sings.")) == "The disk sings."
    assert wording("nb").error(OddError()) == "odd"
    assert str(OddError()) == "odd"
    assert str(PlannerError("The disk sings.")) == "The disk sings."


def test_an_error_within_an_error_is_said_in_the_same_language() -> None:
    error = NotHandedOutError("ola", UnitClosedError(date(2026, 12, 24), "weekend"))
    assert wording("nb").error(error) == "ola: Enheten er stengt to. 24.12. Velg en åpen dag."
    assert str(error).startswith("ola: The unit is closed on 2026-12-24 (weekend). Choose an open day")


def test_until_something_has_words_an_error_shows_its_facts() -> None:
    assert _bare(UnitClosedError(date(2026, 12, 24), "weekend")).startswith("unit_closed: {'on': datetime.date(")


def test_a_problem_of_an_import_names_the_field_in_the_file() -> None:
    problem = ImportProblem(2, "kari", "x", error=EmptyFieldError("course.protocol"))
    assert wording("nb").problem(problem) == "Pasient 3 (kari): Noe mangler. Fyll ut alle felt. (course.protocol)"
    assert wording("en").problem(problem) == "Patient 3 (kari): course.protocol is empty. Fill it in."
    assert wording("nb").problem(ImportProblem(0, "ola", "Told already.")) == "Pasient 1 (ola): Told already."
