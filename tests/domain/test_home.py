from dataclasses import replace
from datetime import time

import pytest
from builders import HOME, IV, SC, UNIT, bloods, d, dose, jcv, patient, regimen, result, series
from planner import Planner, keys, said

from infusionplanner.domain.away.home import too_long_at_room_temperature
from infusionplanner.domain.finding import Level
from infusionplanner.domain.holds import answers, possible_relapse
from infusionplanner.domain.patient import (
    Answer,
    Bridging,
    Checklist,
    Dispensing,
    DoseStatus,
    Exposure,
    ExposureKind,
    Hold,
    HoldKind,
    Patient,
    Prescription,
    Product,
    Reaction,
    Result,
    Route,
    Training,
)
from infusionplanner.domain.result import ConditionState, Home, Verdict

MET, NOT_MET, UNKNOWN = ConditionState.MET, ConditionState.NOT_MET, ConditionState.UNKNOWN
TRAINED = (Training(d("2026-05-26"), "A. Dahl"),)
CONTROLS = (
    bloods("2026-05-20"),
    jcv("2026-04-20"),
    result("mri", "2026-04-20"),
    result("edss", "2026-06-20", value=2.0),
)
REGIMENS = (regimen("2026-01-05"), regimen("2026-06-01", setting=HOME))


def ready(results: tuple[Result, ...] = CONTROLS, **course: object) -> Patient:
    fields: dict[str, object] = {"training": TRAINED, "regimens": REGIMENS, **course}
    return patient([*series("2026-01-05", 5), dose("2026-05-26")], results=results, **fields)  # type: ignore[arg-type]


def home_of(planner: Planner, row: Patient, on: str = "2026-05-27") -> Home:
    found = planner.plan(row, on).home
    assert found is not None
    return found


def states(home: Home) -> dict[str, ConditionState]:
    return {row.key: row.state for row in home.conditions}


def test_six_doses_and_signed_training_make_eligible(planner: Planner) -> None:
    found = home_of(planner, ready())
    assert (found.eligible, found.eligible_from, found.ready) == (True, None, False)
    assert [(row.rule, row.key, row.have, row.need) for row in found.conditions] == [
        ("R-HOME-1", "doses", 6, 6),
        ("R-HOME-1", "training", None, None),
        ("R-HOME-2", "product", None, None),
        ("R-HOME-4", "reaction", None, None),
        ("R-HOME-4", "hold", None, None),
        ("R-HOME-4", "controls", None, None),
    ]
    assert found.conditions[1].on == d("2026-05-26")


@pytest.mark.parametrize(
    ("course", "key", "state"),
    [
        ({"training": ()}, "training", NOT_MET),
        ({"training": (Training(d("2026-05-26")),)}, "training", NOT_MET),
        ({"product": Product.TYRUKO}, "product", NOT_MET),
        ({"product": None}, "product", UNKNOWN),
        ({"holds": (Hold(d("2026-05-27"), HoldKind.INFECTION),)}, "hold", NOT_MET),
        ({"bridging": Bridging(9, "ocrelizumab", d("2026-12-01"))}, "hold", NOT_MET),
        ({"results": ()}, "controls", NOT_MET),
        ({"results": CONTROLS[1:]}, "controls", UNKNOWN),
    ],
)
def test_each_condition_can_be_the_one_missing(
    planner: Planner, course: dict[str, object], key: str, state: ConditionState
) -> None:
    found = home_of(planner, ready(**course))  # type: ignore[arg-type]
    assert states(found)[key] is state
    assert (found.eligible, found.eligible_from) == (False, None)


@pytest.mark.parametrize(("reaction", "state"), [(Reaction.INFUSION, NOT_MET), (None, UNKNOWN), (Reaction.LOCAL, MET)])
def test_reactions_and_home(planner: Planner, reaction: Reaction | None, state: ConditionState) -> None:
    row = patient(
        [*series("2026-01-05", 5), dose("2026-05-26", reaction=reaction)],
        regimens=REGIMENS,
        training=TRAINED,
        results=CONTROLS,
    )
    assert states(home_of(planner, row))["reaction"] is state


def test_eligible_from_is_the_proposed_day_of_the_sixth_dose(planner: Planner) -> None:
    row = patient(
        series("2026-01-05", 3),
        training=(Training(d("2026-03-02"), "A. Dahl"),),
        results=[bloods("2026-02-27"), jcv("2026-01-20"), result("mri", "2026-01-20")],
    )
    assert home_of(planner, row, "2026-03-03").eligible_from == d("2026-05-26")


def test_a_control_overdue_by_more_than_thirty_days_pauses(planner: Planner) -> None:
    negative = result("nab", "2026-07-05")
    rows = (bloods("2026-05-26"), jcv("2026-11-10"), negative, result("mri", "2026-05-04"))
    row = ready((*rows, result("edss", "2026-07-06")))
    assert states(home_of(planner, row, "2026-12-26"))["controls"] is MET
    assert states(home_of(planner, row, "2026-12-27"))["controls"] is NOT_MET


def test_a_home_dose_stops_while_a_condition_is_missing_and_the_unit_may_give_it(planner: Planner) -> None:
    found = planner.plan(ready(training=()), "2026-06-02")
    assert [(f.rule, f.level, f.facts["missing"]) for f in said(found, "home.not_eligible")] == [
        ("R-HOME-1", Level.STOP, ("training",))
    ]
    assert all(row.blocked for row in found.doses)
    assert len(said(planner.check(ready(training=()), "2026-06-23"), "home.not_eligible")) == 1
    assert said(planner.check(ready(training=()), "2026-06-23", setting=UNIT), "home.not_eligible") == []


def test_ready_takes_supply_and_an_answered_checklist(planner: Planner) -> None:
    answered = (Checklist(d("2026-06-23"), d("2026-06-22")),)
    supplied = {"prescriptions": (Prescription(d("2026-06-01"), 13),)}
    assert home_of(planner, ready(checklists=answered, **supplied), "2026-06-22").ready is True
    assert home_of(planner, ready(checklists=answered), "2026-06-22").ready is False
    assert home_of(planner, ready(**supplied), "2026-06-22").ready is False
    at_home = {"dispensings": (Dispensing(d("2026-06-15"), 3),)}
    assert home_of(planner, ready(checklists=answered, **at_home), "2026-06-22").ready is True


def test_a_yes_on_the_checklist_stops_the_home_dose(planner: Planner) -> None:
    row = ready(checklists=(Checklist(d("2026-06-23"), d("2026-06-22"), ("infection",)),))
    for answer in (planner.plan(row, "2026-06-22"), planner.check(row, "2026-06-23")):
        assert [(f.level, f.facts["questions"]) for f in said(answer, "home.checklist_yes")] == [
            (Level.STOP, ("infection",))
        ]
    assert planner.check(row, "2026-06-23").verdict is Verdict.STOP


def test_a_home_dose_without_a_checklist_is_warned_of(planner: Planner) -> None:
    assert [f.level for f in said(planner.check(ready(), "2026-06-23"), "home.checklist_missing")] == [Level.WARN]
    answered = ready(checklists=(Checklist(d("2026-06-23"), d("2026-06-22")),))
    said_of_home = [key for key in keys(planner.check(answered, "2026-06-23")) if key.startswith("home.")]
    assert said_of_home == ["home.who_injects"]


@pytest.mark.parametrize(("on", "called"), [("2026-06-25", False), ("2026-06-26", True)])
def test_a_dose_not_reported_in_two_days_is_on_the_call_list(planner: Planner, on: str, called: bool) -> None:
    found = planner.plan(ready(), on)
    assert [f.due for f in said(found, "home.unreported")] == ([d("2026-06-23")] if called else [])
    assert found.doses_completed == 6


@pytest.mark.parametrize(
    ("on", "status", "called"),
    [
        ("2026-06-23", DoseStatus.MISSED, False),
        ("2026-06-25", DoseStatus.MISSED, False),
        ("2026-06-23", DoseStatus.INCOMPLETE, False),
        ("2026-06-22", DoseStatus.MISSED, True),
        ("2026-06-30", DoseStatus.MISSED, True),
    ],
)
def test_that_a_dose_was_not_taken_is_a_report_and_the_dose_stays_the_next_one(
    planner: Planner, on: str, status: DoseStatus, called: bool
) -> None:
    row = ready()
    told = dose(on, status=status, mg=150 if status is DoseStatus.INCOMPLETE else None)
    row = replace(row, course=replace(row.course, doses=(*row.course.doses, told)))
    found = planner.plan(row, "2026-06-29")
    assert bool(said(found, "home.unreported")) is called
    assert found.doses_completed == 6
    assert found.next_dose is not None
    assert (found.next_dose.number, found.next_dose.due) == (7, d("2026-06-23"))


def test_a_dose_that_was_not_taken_is_asked_for_as_a_late_one(planner: Planner) -> None:
    row, told = ready(), dose("2026-06-23", status=DoseStatus.MISSED, mg=None)
    row = replace(row, course=replace(row.course, doses=(*row.course.doses, told)))
    assert "interval.late" not in keys(planner.plan(row, "2026-06-28"))
    assert "interval.late" in keys(planner.plan(row, "2026-06-29"))


def test_the_first_sc_dose_belongs_in_the_unit(planner: Planner) -> None:
    rows = (*series("2026-01-05", 5, route=IV), dose("2026-05-26", route=IV))
    row = patient(
        rows, regimens=(regimen("2026-01-05", route=IV), regimen("2026-06-01", setting=HOME)), training=TRAINED
    )
    assert len(said(planner.plan(row, "2026-06-02"), "home.first_sc_in_unit")) == 1
    assert len(said(planner.check(row, "2026-06-23"), "home.first_sc_in_unit")) == 1
    assert said(planner.check(ready(), "2026-06-23"), "home.first_sc_in_unit") == []


def test_who_may_go_home_is_told_so_before_the_route_is_changed(planner: Planner) -> None:
    row = replace(
        ready(), course=replace(ready().course, doses=tuple(replace(x, route=IV) for x in ready().course.doses))
    )
    row = replace(row, course=replace(row.course, regimens=(regimen("2026-01-05", route=IV),)))
    found = planner.plan(row, "2026-06-02")
    assert found.home is not None
    assert (found.home.eligible, len(said(found, "home.first_sc_in_unit"))) == (True, 1)
    untrained = replace(row, course=replace(row.course, training=()))
    assert said(planner.plan(untrained, "2026-06-02"), "home.first_sc_in_unit") == []


@pytest.mark.parametrize(
    ("first", "second", "late"),
    [(time(18, 0), time(18, 30), False), (time(18, 0), time(18, 40), True), (time(18, 0), None, False)],
)
def test_the_second_syringe_within_thirty_minutes(
    planner: Planner, first: time, second: time | None, late: bool
) -> None:
    given = dose("2026-06-23", setting=HOME, time=first, ended=second)
    row = patient([*series("2026-01-05", 5), dose("2026-05-26"), given], regimens=REGIMENS, training=TRAINED)
    found = said(planner.plan(row, "2026-06-24"), "home.second_syringe_late")
    assert [f.facts["minutes"] for f in found] == ([40] if late else [])


def test_a_deviation_is_told_also_when_nothing_more_is_planned(planner: Planner) -> None:
    given = dose("2026-06-23", setting=HOME, time=time(18, 0), ended=time(19, 0))
    row = patient([dose("2026-05-26"), given], regimens=REGIMENS, bridging=Bridging(2, "ocrelizumab", d("2026-12-01")))
    assert len(said(planner.plan(row, "2026-06-24"), "home.second_syringe_late")) == 1


@pytest.mark.parametrize(("hours", "too_long"), [(23.0, False), (24.0, False), (25.5, True)])
def test_twenty_four_hours_at_room_temperature(planner: Planner, hours: float, too_long: bool) -> None:
    assert planner.protocol.home is not None
    assert too_long_at_room_temperature(hours, planner.protocol.home) is too_long


@pytest.mark.parametrize(
    ("kind", "rule", "key"),
    [
        (HoldKind.PML_SUSPICION, "R-PML-6", "pml.suspicion"),
        (HoldKind.INFECTION, "R-CHK-1", "hold.infection"),
        (HoldKind.PREGNANCY, "R-PREG-1", "hold.pregnancy"),
        (HoldKind.OTHER, "R-CHK-1", "hold.other"),
    ],
)
def test_an_open_hold_stops_every_dose(planner: Planner, kind: HoldKind, rule: str, key: str) -> None:
    row = ready(holds=(Hold(d("2026-06-10"), kind),))
    found = planner.plan(row, "2026-06-15")
    assert [(f.rule, f.level, dict(f.facts)) for f in said(found, key)] == [
        (rule, Level.STOP, {"from": d("2026-06-10")})
    ]
    assert all(dose.blocked for dose in found.doses)
    assert planner.check(row, "2026-06-23", setting=UNIT).verdict is Verdict.STOP


@pytest.mark.parametrize(
    ("on", "by", "open_"),
    [
        ("2026-06-12", "Dr. Ek", False),
        ("2026-06-12", None, True),
        ("2026-06-12", "", True),
        ("2026-06-16", "Dr. Ek", True),
    ],
)
def test_only_a_named_doctor_lifts_a_hold(planner: Planner, on: str, by: str | None, open_: bool) -> None:
    row = ready(holds=(Hold(d("2026-06-10"), HoldKind.OTHER, d(on), by),))
    assert bool(said(planner.plan(row, "2026-06-15"), "hold.other")) is open_


def test_a_possible_relapse_is_told_apart_from_pml_first() -> None:
    assert possible_relapse(d("2026-06-10")) == Hold(d("2026-06-10"), HoldKind.PML_SUSPICION)


def test_answers_come_in_the_order_of_the_checklist(planner: Planner) -> None:
    assert [row.key for row in answers(planner.protocol, ("infection", "symptoms"))] == ["symptoms", "infection"]


def test_a_brand_without_a_form_for_the_route_is_refused(planner: Planner) -> None:
    row = patient(series("2026-01-05", 3), product=Product.TYRUKO)
    answer = planner.check(row, "2026-03-30", route=SC)
    assert [dict(f.facts) for f in said(answer, "product.no_route")] == [{"product": "tyruko", "route": "sc"}]
    assert answer.verdict is Verdict.STOP
    found = planner.plan(row, "2026-03-29")
    assert [f.level for f in said(found, "product.no_route")] == [Level.STOP]
    assert found.next_dose is not None
    assert found.next_dose.blocked


@pytest.mark.parametrize(
    ("question", "level"),
    [("symptoms", Level.STOP), ("reaction", Level.WARN), ("medicines", Level.WARN), ("vaccine", Level.INFO)],
)
def test_a_yes_before_a_dose_in_the_unit_counts_by_its_question(planner: Planner, question: str, level: Level) -> None:
    row = ready(regimens=REGIMENS[:1], checklists=(Checklist(d("2026-06-23"), d("2026-06-23"), (question,)),))
    answer = planner.check(row, "2026-06-23", setting=UNIT)
    assert [f.level for f in said(answer, f"checklist.{question}")] == [level]
    assert (answer.verdict is Verdict.STOP) is (level is Level.STOP)


@pytest.mark.parametrize(
    ("on", "state"), [("2026-07-05", MET), ("2026-07-06", MET), ("2026-08-04", MET), ("2026-08-05", NOT_MET)]
)
@pytest.mark.parametrize("never", ["nab", "edss", "mri"])
def test_the_first_control_of_a_kind_pauses_only_when_more_than_thirty_days_late(
    planner: Planner, never: str, on: str, state: ConditionState
) -> None:
    given = [*series("2026-01-05", 5), dose("2026-05-26"), dose("2026-06-23", setting=HOME)]
    done = (*CONTROLS, result("nab", "2026-06-20", answer=Answer.NEGATIVE))
    rows = tuple(row for row in done if row.kind != never)
    row = patient(given, regimens=REGIMENS, training=TRAINED, results=rows)
    assert states(home_of(planner, row, on))["controls"] is state


def test_a_jcv_test_that_was_never_done_is_unknown_also_while_it_has_to_wait(planner: Planner) -> None:
    row = replace(ready((CONTROLS[0], *CONTROLS[2:])), exposures=(Exposure(ExposureKind.IVIG, d("2026-05-01")),))
    assert states(home_of(planner, row))["controls"] is UNKNOWN


@pytest.mark.parametrize(("issued", "at_hand"), [("2025-06-23", True), ("2025-06-22", False)])
def test_an_expired_prescription_is_not_at_hand(planner: Planner, issued: str, at_hand: bool) -> None:
    answered = (Checklist(d("2026-06-23"), d("2026-06-22")),)
    row = ready(checklists=answered, prescriptions=(Prescription(d(issued), 13),))
    assert home_of(planner, row, "2026-06-22").ready is at_hand


@pytest.mark.parametrize(
    ("for_", "yes", "is_ready"),
    [("2026-06-24", (), True), ("2026-06-25", (), False), ("2026-06-24", ("fever",), False)],
)
def test_a_late_home_dose_may_have_its_checklist_on_its_own_day(
    planner: Planner, for_: str, yes: tuple[str, ...], is_ready: bool
) -> None:
    answers_ = (Checklist(d(for_), d("2026-06-24"), yes), Checklist(d(for_), d("2026-06-24")))
    row = ready(checklists=answers_, dispensings=(Dispensing(d("2026-06-15"), 3),))
    assert home_of(planner, row, "2026-06-24").ready is is_ready
    assert bool(said(planner.check(row, "2026-06-24"), "home.checklist_yes")) is bool(yes)
    assert bool(said(planner.plan(row, "2026-06-24"), "home.checklist_yes")) is bool(yes)


@pytest.mark.parametrize("route", [IV, None])
def test_only_prefilled_syringes_are_given_at_home(planner: Planner, route: Route | None) -> None:
    row = ready(regimens=(regimen("2026-01-05"), regimen("2026-06-01", route=route, setting=HOME)))
    found = planner.plan(row, "2026-06-02")
    assert [(f.rule, f.level) for f in said(found, "home.not_sc")] == [("R-HOME-2", Level.STOP)]
    assert all(dose.blocked for dose in found.doses)
    assert len(said(planner.check(row, "2026-06-23"), "home.not_sc")) == 1
    assert said(planner.check(row, "2026-06-23", setting=UNIT), "home.not_sc") == []
    assert said(planner.check(row, "2026-06-23", route=SC), "home.not_sc") == []


def test_doses_of_an_unknown_route_may_all_have_been_iv(planner: Planner) -> None:
    rows = (*series("2026-01-05", 5, route=None), dose("2026-05-26", route=IV))
    found = planner.plan(patient(rows, regimens=REGIMENS, training=TRAINED), "2026-06-02")
    assert len(said(found, "home.first_sc_in_unit")) == 1
