"""The way home of one patient: each condition and step with its date, and what is missing."""

import pytest
from builders import HOME, IV, SC, UNIT, bloods, d, dose, jcv, patient, regimen, result, series
from desks import INGRID, TODAY, Bench
from home_patients import CONTROLS, put_at_home

from infusionplanner.application.acts.home_steps import note_home_step
from infusionplanner.application.acts.orders import order_regimen
from infusionplanner.application.acts.supply import issue_prescription, sign_training
from infusionplanner.application.acts.undo import undo
from infusionplanner.application.errors import ControlCharacterError, DateInFutureError, UnknownPatientError
from infusionplanner.application.records import HomeNote, HomeStep, PatientId
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.way_home import (
    HomePath,
    PathStep,
    eligible_soon,
    home_path,
    home_path_of,
)
from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.domain.patient import (
    Dispensing,
    Hold,
    HoldKind,
    Patient,
    Prescription,
    Product,
    Reaction,
    Stop,
    Training,
)
from infusionplanner.domain.plan import plan
from infusionplanner.domain.result import ConditionState
from infusionplanner.domain.unit import Unit

PROTOCOL = builtin_protocols()["natalizumab"]
MET, NOT_MET = ConditionState.MET, ConditionState.NOT_MET
FOUR = series("2026-08-03", 4)
"""Doses 1 to 4, the last on 26 October: dose 6 is due on 21 December."""

SEEN = (bloods("2026-10-20"), jcv("2026-10-05"), result("mri", "2026-10-05"), result("edss", "2026-10-05", value=2.0))


def path(known: Patient, on: str = "2026-11-23", notes: tuple[HomeNote, ...] = ()) -> HomePath:
    found = home_path(known, plan(known, PROTOCOL, Unit(), d(on)), PROTOCOL, notes)
    assert found is not None
    return found


def step(found: HomePath, key: str) -> PathStep:
    return next(row for row in found.steps if row.key == key)


def test_every_step_stands_in_its_order_with_its_figure() -> None:
    found = path(patient(FOUR, results=SEEN))
    assert [row.key for row in found.steps] == [
        "doses",
        "product",
        "reaction",
        "hold",
        "controls",
        "training",
        "shown",
        "own_injection",
        "prescription",
        "pharmacy_agreed",
        "ordered",
    ]
    assert step(found, "doses") == PathStep("doses", NOT_MET, None, 4, 6, "R-HOME-1")
    assert (found.eligible, found.eligible_from, found.first_sc_in_unit) == (False, None, False)
    assert (found.count_reached_on, found.first_home_dose) == (d("2026-12-21"), d("2027-01-18"))
    assert found.missing == (
        "doses",
        "training",
        "shown",
        "own_injection",
        "prescription",
        "pharmacy_agreed",
        "ordered",
    )


def test_with_training_signed_the_day_is_told() -> None:
    found = path(patient(FOUR, results=SEEN, training=(Training(d("2026-11-20"), "A. Dahl"),)))
    assert step(found, "training") == PathStep("training", MET, d("2026-11-20"), rule="R-HOME-1")
    assert found.eligible_from == found.count_reached_on == d("2026-12-21")


def test_notes_tell_who_and_when() -> None:
    agreed = HomeNote(HomeStep.PHARMACY_AGREED, d("2026-11-18"), "AD", "Apoteket ved torget")
    found = path(patient(FOUR), notes=(agreed,))
    assert step(found, "pharmacy_agreed") == PathStep("pharmacy_agreed", MET, d("2026-11-18"), note=agreed)
    assert step(found, "shown") == PathStep("shown", NOT_MET)


def test_what_is_not_met_tells_since_when() -> None:
    held = Hold(d("2026-11-02"), HoldKind.INFECTION), Hold(d("2026-01-02"), HoldKind.OTHER, d("2026-02-01"), "Dr. E")
    reacted = (*FOUR[:2], dose(FOUR[2].on, reaction=Reaction.INFUSION), dose(FOUR[3].on, reaction=Reaction.LOCAL))
    found = path(patient(reacted, holds=held))
    assert (step(found, "hold").state, step(found, "hold").on) == (NOT_MET, d("2026-11-02"))
    assert (step(found, "reaction").state, step(found, "reaction").on) == (NOT_MET, FOUR[2].on)
    assert step(found, "controls").state is not MET
    assert step(found, "controls").on == min(
        row.due for row in plan(patient(reacted), PROTOCOL, Unit(), TODAY).monitoring if row.status != "ok"
    )


def test_a_hold_that_is_lifted_is_over() -> None:
    lifted = Hold(d("2026-11-02"), HoldKind.OTHER, d("2026-11-10"), "Dr. E")
    assert step(path(patient(FOUR, holds=(lifted,))), "hold") == PathStep("hold", MET, rule="R-HOME-4")


def test_a_prescription_or_doses_at_home_will_do() -> None:
    issued = (Prescription(d("2026-11-02"), 13), Prescription(d("2026-01-02"), 13, withdrawn_on=d("2026-02-01")))
    with_one = step(path(patient(FOUR, prescriptions=issued)), "prescription")
    assert with_one == PathStep("prescription", MET, d("2026-11-02"), rule="R-HOME-6")
    with_doses = step(path(patient(FOUR, dispensings=(Dispensing(d("2026-11-02"), 3),))), "prescription")
    assert with_doses == PathStep("prescription", MET, rule="R-HOME-6")
    used_up = patient(FOUR, prescriptions=(Prescription(d("2026-11-02"), 0),))
    assert step(path(used_up), "prescription").state is NOT_MET


def test_an_order_tells_the_first_home_dose() -> None:
    regimens = (regimen("2026-08-03", setting=UNIT), regimen("2027-01-01", setting=HOME))
    found = path(patient(FOUR, results=SEEN, regimens=regimens))
    assert step(found, "ordered") == PathStep("ordered", MET, d("2027-01-01"))
    assert found.first_home_dose == d("2027-01-18")


def test_with_enough_doses_the_next_one_could_be_at_home() -> None:
    found = path(patient(series("2026-06-08", 6), results=SEEN))
    assert (found.count_reached_on, found.first_home_dose) == (None, d("2026-11-23"))


def test_without_a_coming_dose_there_is_no_day() -> None:
    found = path(patient(regimens=[]))
    assert (found.count_reached_on, found.first_home_dose) == (None, None)
    assert step(found, "ordered") == PathStep("ordered", NOT_MET)


def test_a_first_syringe_belongs_in_the_unit() -> None:
    given = series("2026-06-08", 6, route=IV)
    known = patient(given, regimens=[regimen("2026-06-08", route=IV), regimen("2026-11-01", route=SC)])
    assert path(known).first_sc_in_unit


def test_a_brand_without_syringes_is_not_met() -> None:
    assert step(path(patient(FOUR, product=Product.TYRUKO)), "product").state is NOT_MET


def test_after_a_stop_there_is_no_way_home() -> None:
    known = patient(FOUR, stop=Stop(d("2026-11-01")))
    assert home_path(known, plan(known, PROTOCOL, Unit(), TODAY), PROTOCOL) is None


class TestActs:
    def test_steps_are_noted_and_undone(self, bench: Bench) -> None:
        note_home_step(bench.desk, INGRID, HomeStep.SHOWN, text="sprøyte, kanyleboks")
        note_home_step(bench.desk, INGRID, HomeStep.OWN_INJECTION, on=d("2026-11-20"))
        done = note_home_step(bench.desk.signed("KL"), INGRID, HomeStep.SHOWN, text="film")
        assert done.patients == {INGRID}
        found = home_path_of(bench.desk, INGRID)
        assert found is not None
        assert step(found, "shown").note == HomeNote(HomeStep.SHOWN, TODAY, "KL", "film")
        assert step(found, "own_injection").on == d("2026-11-20")
        undo(bench.desk.signed("KL"))
        found = home_path_of(bench.desk, INGRID)
        assert found is not None
        assert step(found, "shown").note == HomeNote(HomeStep.SHOWN, TODAY, "AD", "sprøyte, kanyleboks")

    def test_nothing_is_noted_ahead_or_of_nobody(self, bench: Bench) -> None:
        with pytest.raises(DateInFutureError):
            note_home_step(bench.desk, INGRID, HomeStep.SHOWN, on=d("2026-11-24"))
        with pytest.raises(UnknownPatientError):
            note_home_step(bench.desk, PatientId("nobody"), HomeStep.SHOWN)
        with pytest.raises(ControlCharacterError):
            note_home_step(bench.desk, INGRID, HomeStep.SHOWN, text="a\x00b")

    def test_the_whole_way(self, bench: Bench) -> None:
        who = bench.add("kari", doses=series("2026-06-08", 6), results=CONTROLS, prior_immunosuppression=False)
        sign_training(bench.desk, who, Training(TODAY, "A. Dahl"))
        issue_prescription(bench.desk, who, Prescription(TODAY, 13))
        for each in HomeStep:
            note_home_step(bench.desk, who, each)
        found = home_path_of(bench.desk, who)
        assert found is not None
        assert (found.eligible, found.missing) == (True, ("ordered",))
        order_regimen(bench.desk, who, regimen("2026-11-23", setting=HOME, ordered_by="Dr. E", ordered_on=TODAY))
        found = home_path_of(bench.desk, who)
        assert found is not None
        assert (found.missing, found.first_home_dose) == ((), TODAY)


def test_who_becomes_eligible_soon_is_listed(bench: Bench) -> None:
    put_at_home(bench)
    soon = bench.add("soon", doses=FOUR, results=SEEN)
    bench.add("later", doses=FOUR[:1], results=SEEN)
    note_home_step(bench.desk, soon, HomeStep.PHARMACY_AGREED)
    found = eligible_soon(Overview.of(bench.desk))
    assert [row.patient for row in found] == [soon]
    assert (found[0].count_reached_on, "pharmacy_agreed" in found[0].missing) == (d("2026-12-21"), False)
    assert eligible_soon(Overview.of(bench.desk), weeks=2) == ()
