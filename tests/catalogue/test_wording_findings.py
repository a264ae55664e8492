"""A sentence for every finding, in both languages."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import infusionplanner.domain
from infusionplanner.catalogue.parameters import CLAIMS
from infusionplanner.catalogue.template import is_well_formed, places
from infusionplanner.catalogue.wording import Wording, wording
from infusionplanner.domain.finding import Fact, Finding, Level

DAY = date(2026, 12, 21)
OTHER = date(2027, 1, 4)

# Every finding key with the facts it may carry, as the rules give them; "due" may be set on any.
FINDINGS: dict[str, str] = {
    "interval.too_soon": "last days minimum_days earliest",
    "interval.outside_window": "due earliest latest days",
    "interval.late": "due days_late",
    "interval.no_order": "from interval_days",
    "interval.beyond_extended": "interval_days extended_days",
    "interval.review_due": "review_on",
    "interval.before_limit": "limit interval_days",
    "interval.consider": "limit",
    "interval.reason_missing": "interval_days",
    "interval.fell_back": "from interval_days",
    "identity.control_figures": "",
    "identity.help_number": "",
    "identity.birth_date": "born",
    "identity.same_person": "born patient",
    "unit.closed": "day closure",
    "rebound.warn": "last days critical_on",
    "rebound.critical": "last days",
    "dose.late": "last days",
    "dose.incomplete": "day mg",
    "visit.unrecorded": "day",
    "bridging.next_date_missing": "",
    "bridging.course": "planned given next_on",
    "bridging.complete": "planned",
    "gap.unknown": "",
    "gap.restart": "last day",
    "gap.short_exposure": "last doses",
    "gap.checklist": "last days",
    "earlier_doses.undocumented": "doses",
    "reaction.serious": "day reaction",
    "reaction.unlifted": "day reaction",
    "reaction.unknown": "day",
    "home.not_eligible": "missing",
    "home.not_sc": "",
    "home.first_sc_in_unit": "",
    "home.checklist_missing": "due",
    "home.checklist_yes": "questions",
    "home.unreported": "due earlier",
    "home.second_syringe_late": "day minutes limit",
    "home.discarded": "day doses",
    "product.no_route": "product route",
    "prescription.too_few": "authorised needed left first_without",
    "prescription.renew": "renew_by last_safe_day",
    "prescription.missing": "needed_by",
    "prescription.withdraw": "issued_on",
    "supply.order": "order_by needed_by",
    "supply.missing": "needed_by",
    "dispensing.early": "earliest",
    "stock.odd": "syringes day",
    "stock.mismatch": "doses",
    "gate.open": "missing",
    "gate.positive": "positive",
    "gate.indeterminate": "indeterminate",
    "start.not_ordered": "",
    "start.jcv_positive": "day index",
    "start.pml_suspicion": "from",
    "bloods.missing": "number oldest",
    "nab.confirmed": "first second",
    "nab.repeat": "positive from",
    "nab.unsure": "on from",
    "jcv.negative_age": "on months assay",
    "mri.window_open": "window_from due",
    "serum.unit": "on value unit",
    "serum.shown": "on mg_per_litre",
    "pml.jcv_unknown": "",
    "pml.indeterminate": "on",
    "pml.borderline": "index",
    "pml.outside_table": "month",
    "pml.prior_unknown": "without with",
    "pml.other_assay": "assay on",
    "pml.suspicion": "from",
    "pml.consider_interval": "index",
    "pml.plan_change": "index",
    "pregnancy.no_plan": "recorded_on",
    "pregnancy.age_missing": "recorded_on",
    "pregnancy.last_dose": "limit last",
    "pregnancy.after_limit": "limit",
    "pregnancy.birth_unrecorded": "limit",
    "pregnancy.resume": "birth_on ended_on before critical",
    "pregnancy.third_trimester": "day weeks",
    "pregnancy.breastfeeding": "",
    "treatment.stopped": "on",
    "stop.reason_missing": "",
    "stop.no_next": "on",
    "switch.due": "treatment text due proposed",
    "surveillance.mri": "due",
    "surveillance.running": "until",
    "batch.missing": "day",
    "recorded.in_future": "day number",
    "batch.expired": "expires_on",
    "batch.other_product": "ordered product",
    "batch.unread": "",
    "brand.changed": "from to on",
    "hold.infection": "from",
    "hold.pregnancy": "from",
    "hold.other": "from",
    "interval.under_minimum": "from interval_days minimum_days",
    "interval.shorter": "from interval_days standard_days",
    "interval.order_incomplete": "from interval_days missing",
    "dose.unknown": "day mg",
    "dose.other_amount": "day mg usual",
    "dose.after_stop": "day stopped_on",
    "dose.same_day": "day",
    "dose.before_recorded": "next days minimum_days",
    "booking.unused": "day",
    "bridging.more_than_planned": "planned given next_on",
    "bridging.after_next": "next_on day",
    "bridging.not_started": "next_on",
    "bridging.not_started_critical": "next_on critical_on",
    "earlier_doses.unknown": "counted",
    "reaction.for_good": "day reaction",
    "home.not_yet_reported": "due earlier",
    "home.ask_first": "due days_since minimum_days",
    "home.may_be_taken": "due days_since minimum_days",
    "home.who_injects": "",
    "prescription.count_unknown": "issued_on first_without",
    "start.prior_unknown": "",
    "nab.unanswered": "on from",
    "jcv.not_valid": "on assay exposure until",
    "jcv.index_not_valid": "on assay",
    "jcv.contradiction": "on assay index",
    "jcv.positive_stays": "positive index on assay",
    "edss.incomplete": "on missing",
    "pml.first_dose_unknown": "recorded",
    "pregnancy.no_day": "due limit",
    "pregnancy.day_by_doctor": "due limit",
    "stop.nothing_follows": "on",
    "hold.malignancy": "from last days",
} | {
    f"{kind}.{state}": f"{facts} assay" if kind == "jcv" else facts
    for kind in ("bloods", "nab", "jcv", "edss", "mri")
    for state, facts in (
        ("due", "due last"),
        ("overdue", "due last days"),
        ("unknown", "due"),
        ("blocked", "due not_before"),
    )
} | {
    f"checklist.{question}": ""
    for question in (
        "symptoms", "relatives", "infection", "reaction", "pregnancy",
        "medicines", "bleeding", "eyes", "vaccine", "card",
    )
}  # fmt: skip

SENTENCES: list[tuple[str, dict[str, Fact], str, str]] = [
    (
        "interval.too_soon",
        {"last": date(2026, 6, 1), "days": 18, "minimum_days": 21, "earliest": date(2026, 6, 22)},
        "Bare 18 dager siden siste dose (01.06.2026). Det skal gå minst 21 dager: tidligst 22.06.2026.",
        "Only 18 days since the last dose (1 Jun 2026). There must be at least 21 days: 22 Jun 2026 at the earliest.",
    ),
    (
        "interval.late",
        {"due": DAY, "days_late": 1},
        "1 dag etter forfall (21.12.2026). Oppgi begrunnelse.",
        "1 day after the due date (21 Dec 2026). Give a reason.",
    ),
    (
        "unit.closed",
        {"day": date(2026, 5, 25), "closure": "whit_monday"},
        "Enheten er stengt 25.05.2026: 2. pinsedag.",
        "The unit is closed on 25 May 2026: Whit Monday.",
    ),
    (
        "unit.closed",
        {"day": DAY, "closure": "closed"},
        "Enheten er stengt 21.12.2026: lokal stengedag.",
        "The unit is closed on 21 Dec 2026: local closing day.",
    ),
    (
        "dose.incomplete",
        {"day": DAY, "mg": 150},
        "Dosen 21.12.2026 var ufullstendig (150 mg) og teller ikke. Legen bestemmer neste dato.",
        "The dose on 21 Dec 2026 was incomplete (150 mg) and does not count. The doctor sets the next date.",
    ),
    (
        "dose.incomplete",
        {"day": DAY, "mg": None},
        "Dosen 21.12.2026 var ufullstendig og teller ikke. Legen bestemmer neste dato.",
        "The dose on 21 Dec 2026 was incomplete and does not count. The doctor sets the next date.",
    ),
    (
        "reaction.serious",
        {"day": DAY, "reaction": "anaphylaxis"},
        (
            "Alvorlig reaksjon 21.12.2026: anafylaksi. Ingen dose uten legeavklaring. "
            "Preparatomtalen fraråder å behandle på nytt."
        ),
        (
            "Serious reaction on 21 Dec 2026: anaphylaxis. No dose without a doctor's clearance. "
            "The label advises against treating again."
        ),
    ),
    (
        "home.not_eligible",
        {"missing": ("doses", "training", "hold")},
        "Mangler for hjemmebehandling: nok fullførte doser, godkjent opplæring og avklaring av stopp.",
        "Missing for home treatment: enough completed doses, training signed off and clearance of a stop.",
    ),
    (
        "prescription.too_few",
        {"authorised": 12, "needed": 13, "first_without": date(2027, 5, 25)},
        "Resepten gir 12 doser, og det trengs 13. Hjemmedosen 25.05.2027 har ikke dekning.",
        "The prescription gives 12 doses, and 13 are needed. The home dose on 25 May 2027 is not covered.",
    ),
    (
        "prescription.too_few",
        {"authorised": 12, "left": 1, "first_without": date(2027, 5, 25)},
        "Hjemmedosen 25.05.2027 har ikke dekning på resepten: 1 dose igjen.",
        "The home dose on 25 May 2027 is not covered by the prescription: 1 dose left.",
    ),
    (
        "gate.open",
        {"missing": ("jcv",)},
        "Mangler før første dose: JCV-svar fra preparatets test.",
        "Missing before the first dose: JCV answer of the brand's assay.",
    ),
    (
        "jcv.overdue",
        {"due": DAY, "last": None, "days": 14},
        "JCV-prøve forfalt 21.12.2026, for 14 dager siden.",
        "A JCV test was due on 21 Dec 2026, 14 days ago.",
    ),
    (
        "pml.prior_unknown",
        {"without": 0.8, "with": 4.0},
        "Tidligere immundempende behandling er ukjent: 0,8 per 1000 uten, 4 per 1000 med. Det høyeste gjelder.",
        "Earlier immunosuppression is unknown: 0.8 per 1000 without, 4 per 1000 with. The higher one applies.",
    ),
    (
        "pml.other_assay",
        {"assay": "immunowell", "on": DAY},
        "JCV 21.12.2026 (Immunowell): PML-tabellen gjelder bare Stratify, så risikoen beregnes ikke.",
        "JCV on 21 Dec 2026 (Immunowell): the PML table knows Stratify only, so no number is given.",
    ),
    (
        "pml.other_assay",
        {"assay": None, "on": DAY},
        "JCV 21.12.2026: PML-tabellen gjelder bare Stratify, så risikoen beregnes ikke.",
        "JCV on 21 Dec 2026: the PML table knows Stratify only, so no number is given.",
    ),
    (
        "serum.unit",
        {"on": DAY, "value": 12.5, "unit": ""},
        "Serumkonsentrasjon 21.12.2026: 12,5. Kontroller enheten med laboratoriet.",
        "Serum concentration on 21 Dec 2026: 12.5. Check the unit with the laboratory.",
    ),
    (
        "switch.due",
        {"treatment": "rituximab", "due": DAY, "proposed": DAY},
        "Overgang til rituksimab 21.12.2026 (forfall 21.12.2026).",
        "Switch to rituximab on 21 Dec 2026 (due 21 Dec 2026).",
    ),
    (
        "brand.changed",
        {"from": "tysabri", "to": "tyruko", "on": DAY},
        "Bytte fra Tysabri til Tyruko 21.12.2026: ny JCV-serie, og kravene til hjemmebehandling vurderes på nytt.",
        "Change from Tysabri to Tyruko on 21 Dec 2026: a new JCV series, and home eligibility is checked again.",
    ),
    ("checklist.card", {}, "«Ja» på sjekklisten: mangler pasientkort.", "“Yes” on the checklist: no patient card."),
]  # fmt: skip

BOTH = pytest.mark.parametrize("language", ["nb", "en"])


def _finding(key: str, facts: dict[str, Fact] | None = None, due: date | None = None) -> Finding:
    return Finding("R-INT-1", Level.INFO, key, due, facts or {})


@BOTH
def test_there_is_a_sentence_for_every_finding_and_no_other(language: str) -> None:
    assert sorted(wording(language).findings) == sorted(FINDINGS)


@BOTH
@pytest.mark.parametrize("key", sorted(FINDINGS))
def test_a_sentence_is_whole_and_names_known_facts_only(language: str, key: str) -> None:
    words = wording(language)
    sentence = words.findings[key]
    assert is_well_formed(sentence)
    assert {name for name, _ in places(sentence)} <= {*FINDINGS[key].split(), "due"}
    assert {form for _, form in places(sentence)} <= {"", *words.measures, *words.codes}
    assert sentence.endswith(".")
    assert "  " not in sentence


def test_both_languages_name_the_same_facts(nb: Wording, en: Wording) -> None:
    for key in FINDINGS:
        assert sorted(places(nb.findings[key])) == sorted(places(en.findings[key])), key


def test_both_languages_have_the_same_words(nb: Wording, en: Wording) -> None:
    assert {group: sorted(codes) for group, codes in nb.codes.items()} == {
        group: sorted(codes) for group, codes in en.codes.items()
    }
    assert sorted(nb.measures) == sorted(en.measures)
    assert sorted(nb.format) == sorted(en.format)


def test_every_finding_of_the_domain_has_a_sentence(nb: Wording) -> None:
    assert infusionplanner.domain.__file__ is not None
    sources = sorted(Path(infusionplanner.domain.__file__).parent.glob("*.py"))
    calls = [node for source in sources for node in ast.walk(ast.parse(source.read_text("utf-8")))]
    keys = {
        node.value
        for node in calls
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z_]+\.[a-z_]+", node.value)
    }
    assert sorted(keys - set(CLAIMS) - set(nb.findings)) == []


@pytest.mark.parametrize(("key", "facts", "norwegian", "english"), SENTENCES)
def test_a_finding_reads_as_a_sentence(
    nb: Wording, en: Wording, key: str, facts: dict[str, Fact], norwegian: str, english: str
) -> None:
    assert nb.finding(_finding(key, facts)) == norwegian
    assert en.finding(_finding(key, facts)) == english


def test_the_due_date_of_a_finding_is_a_fact_too(nb: Wording) -> None:
    assert (
        nb.finding(_finding("home.unreported", due=DAY))
        == "Hjemmedosen 21.12.2026 er ikke meldt og kan være tatt. Ring pasienten."
    )
    assert "04.01.2027" in nb.finding(_finding("home.unreported", {"due": OTHER}, due=DAY))


def test_a_missing_fact_is_shown_as_unknown(nb: Wording) -> None:
    assert nb.finding(_finding("rebound.critical")) == "Ukjent siden siste dose (ukjent). Kritisk fare for rebound."


def test_an_unknown_key_is_shown_with_its_rule(nb: Wording) -> None:
    assert nb.finding(_finding("new.key")) == "R-INT-1: new.key"


def test_a_fact_is_never_read_as_a_template(nb: Wording) -> None:
    facts: dict[str, Fact] = {"on": DAY, "value": 12.0, "unit": "{on} [mg]"}
    expected = "Serumkonsentrasjon 21.12.2026: 12 {on} [mg]. Kontroller enheten med laboratoriet."
    assert nb.finding(_finding("serum.unit", facts)) == expected


dates = st.dates()
facts = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | dates | st.lists(st.text()).map(tuple)


@settings(deadline=None)
@given(
    language=st.sampled_from(["nb", "en"]),
    key=st.sampled_from(sorted(FINDINGS)) | st.text(),
    due=st.none() | dates,
    values=st.lists(facts, min_size=6, max_size=6),
    level=st.sampled_from(Level),
)
def test_any_finding_can_be_read(language: str, key: str, due: date | None, values: list[Fact], level: Level) -> None:
    names = FINDINGS.get(key, "").split()
    finding = Finding("R-INT-1", level, key, due, dict(zip(names, values, strict=False)))
    assert wording(language).finding(finding)
    assert isinstance(wording(language).topic(key), str)
