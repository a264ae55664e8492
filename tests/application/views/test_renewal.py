"""R-RX: the renewal of a prescription step by step, and what one must authorise to last its year."""

from dataclasses import replace

import pytest
from builders import HOME, d, patient, regimen, series
from desks import INGRID, TODAY, Bench
from home_patients import AT_HOME, DUE, IN_UNIT, at_home, put_at_home

from infusionplanner.application.acts.renewals import advance_renewal
from infusionplanner.application.errors import AmountError
from infusionplanner.application.records import RenewalState, RenewalStep
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.renewal import (
    PrescriptionNeed,
    Renewal,
    RenewalStage,
    TakenStep,
    authorised_left,
    prescription_need,
    preview_prescription,
    renewal,
    renewal_list,
)
from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.domain.patient import Dispensing, Patient, Prescription
from infusionplanner.domain.plan import plan
from infusionplanner.domain.unit import Unit

PROTOCOL = builtin_protocols()["natalizumab"]
ASKED, SIGNED = RenewalState.ASKED, RenewalState.SIGNED
AT_PHARMACY, COLLECTED = RenewalState.AT_PHARMACY, RenewalState.COLLECTED


def stands(steps: list[tuple[RenewalState, str]], known: Patient | None = None, on: str = "2027-02-10") -> Renewal:
    """Return how the renewal stands of a patient who needs one by 8 March."""
    known = known or late_patient()
    taken = [RenewalStep(step, d(day), "AD") for step, day in steps]
    return renewal(known, plan(known, PROTOCOL, Unit(), d(on)), PROTOCOL, taken)


def late_patient(**fields: object) -> Patient:
    """Return the patient on 10 February, with three more doses taken at home and a prescription that has run dry."""
    more = series("2026-12-14", 3, setting=HOME)
    usual: dict[str, object] = {
        "doses": (*IN_UNIT, *AT_HOME, *more),
        "prescriptions": (Prescription(d("2026-06-01"), 9),),
    }
    return at_home(**{**usual, **fields})


def shown(found: Renewal) -> list[tuple[str, str, bool]]:
    return [(step.stage.value, str(step.on), step.implied) for step in found.steps]


class TestRenewal:
    def test_it_is_needed_from_the_lead_time_on(self) -> None:
        found = stands([])
        assert (found.stage, found.needed_by, found.ask_from) == (RenewalStage.NEEDED, d("2027-03-08"), d("2027-02-06"))
        assert (found.overdue, found.steps, found.next) == (False, (), ASKED)
        before = stands([], on="2027-02-05")
        assert (before.stage, before.next, before.is_open) == (RenewalStage.NONE, None, False)

    def test_it_goes_step_by_step(self) -> None:
        steps = [(ASKED, "2027-02-07"), (SIGNED, "2027-02-08"), (AT_PHARMACY, "2027-02-09"), (COLLECTED, "2027-02-10")]
        followers = [SIGNED, AT_PHARMACY, COLLECTED]
        for number, follower in enumerate(followers, 1):
            found = stands(steps[:number])
            assert (found.stage.value, found.next) == (steps[number - 1][0].value, follower)
            assert shown(found) == [(step.value, day, False) for step, day in steps[:number]]

    def test_collected_without_a_prescription_is_needed_still(self) -> None:
        found = stands([(ASKED, "2027-02-07"), (COLLECTED, "2027-02-08")])
        assert (found.stage, found.steps) == (RenewalStage.NEEDED, ())

    def test_late_is_told_until_it_is_collected(self) -> None:
        assert stands([(ASKED, "2027-02-07")], on="2027-03-09").overdue

    def test_a_prescription_counts_as_signed_and_a_dispensing_as_collected(self) -> None:
        issued = (Prescription(d("2026-06-01"), 9), Prescription(d("2027-02-08"), 13))
        known = late_patient(prescriptions=issued)
        found = stands([(ASKED, "2027-02-07")], known)
        assert shown(found) == [("asked", "2027-02-07", False), ("signed", "2027-02-08", True)]
        assert found.next is AT_PHARMACY
        fetched = (*known.course.dispensings, Dispensing(d("2027-02-09"), 3))
        known = late_patient(prescriptions=issued, dispensings=fetched)
        found = stands([(ASKED, "2027-02-07")], known)
        assert found.steps[-1] == TakenStep(RenewalStage.COLLECTED, d("2027-02-09"), "", implied=True)
        assert (found.stage, found.next, found.is_open, found.overdue) == (RenewalStage.COLLECTED, None, False, False)

    def test_a_withdrawn_prescription_signs_nothing(self) -> None:
        withdrawn = Prescription(d("2027-02-08"), 13, withdrawn_on=d("2027-02-09"))
        found = stands([(ASKED, "2027-02-07")], late_patient(prescriptions=(withdrawn,)))
        assert found.stage is RenewalStage.ASKED

    def test_a_dispensing_after_the_pharmacy_has_it_is_collected(self) -> None:
        known = late_patient(
            prescriptions=(Prescription(d("2027-02-08"), 13),), dispensings=(Dispensing(d("2027-02-10"), 3),)
        )
        found = stands([(AT_PHARMACY, "2027-02-09")], known)
        assert shown(found) == [("at_pharmacy", "2027-02-09", False), ("collected", "2027-02-10", True)]

    def test_the_next_year_begins_anew(self) -> None:
        last_year = [(ASKED, "2026-02-07"), (SIGNED, "2026-02-08"), (AT_PHARMACY, "2026-02-09")]
        collected = (COLLECTED, "2026-02-10")
        assert shown(stands([*last_year, collected, (ASKED, "2027-02-07")])) == [("asked", "2027-02-07", False)]
        assert shown(stands([*last_year, (ASKED, "2027-02-07")])) == [("asked", "2027-02-07", False)]
        known = late_patient(
            prescriptions=(Prescription(d("2026-02-08"), 9),), dispensings=(Dispensing(d("2026-02-20"), 9),)
        )
        found = stands([(ASKED, "2026-02-07"), (SIGNED, "2027-02-07")], known)
        assert shown(found)[0] == ("signed", "2027-02-07", False)

    def test_who_needs_no_supply_has_no_renewal(self) -> None:
        known = patient(IN_UNIT)
        found = stands([], known, on="2026-11-23")
        assert (found.stage, found.needed_by, found.ask_from, found.overdue) == (RenewalStage.NONE, None, None, False)


class TestList:
    def test_who_has_something_to_do_stands_there(self, bench: Bench) -> None:
        ola, kari = put_at_home(bench), put_at_home(bench, "kari", prescriptions=(), dispensings=())
        kept = renewal_list(Overview.of(bench.desk))
        assert [(row.patient, row.stage, row.needed_by) for row in kept] == [(kari, RenewalStage.NEEDED, DUE)]
        advance_renewal(bench.desk, ola, ASKED)
        both = renewal_list(Overview.of(bench.desk))
        assert [(row.patient, row.stage) for row in both] == [
            (kari, RenewalStage.NEEDED),
            (ola, RenewalStage.ASKED),
        ]

    def test_it_looks_ahead_as_far_as_asked(self, bench: Bench) -> None:
        ola = put_at_home(bench)
        (row,) = renewal_list(Overview.of(bench.desk), days=365)
        assert (row.patient, row.stage) == (ola, RenewalStage.NONE)
        assert row.needed_by is not None
        assert renewal_list(Overview.of(bench.desk), days=(row.needed_by - TODAY).days - 1) == ()


class TestPrescription:
    def test_twelve_doses_leave_a_year_one_short(self, bench: Bench) -> None:
        who = put_at_home(bench, prescriptions=(), dispensings=())
        keys = {
            doses: [found.key for found in preview_prescription(bench.desk, who, Prescription(TODAY, doses))]
            for doses in (12, 13)
        }
        assert keys == {12: ["prescription.too_few"], 13: []}
        assert bench.course(who).prescriptions == ()
        assert prescription_need(bench.desk, who, TODAY) == PrescriptionNeed(13, 5, d("2027-11-22"))

    def test_doses_at_home_need_no_authority(self, bench: Bench) -> None:
        who = put_at_home(bench)
        assert prescription_need(bench.desk, who, TODAY) == PrescriptionNeed(10, 4, d("2027-11-22"))

    def test_it_is_shown_although_the_one_before_was_too_small_too(self, bench: Bench) -> None:
        who = put_at_home(bench, prescriptions=(Prescription(d("2026-11-01"), 6),))
        found = preview_prescription(bench.desk, who, Prescription(TODAY, 5))
        assert [row.key for row in found] == ["prescription.too_few"]

    def test_what_else_supply_says_is_shown(self, bench: Bench) -> None:
        who = put_at_home(bench, regimens=[regimen("2026-01-12")], prescriptions=(), dispensings=())
        found = preview_prescription(bench.desk, INGRID, Prescription(TODAY, 12))
        assert [row.rule for row in found if not row.rule.startswith("R-RX")] == []
        assert prescription_need(bench.desk, who, TODAY) == PrescriptionNeed(13, 5, d("2027-11-22"))

    def test_without_an_order_nothing_is_needed(self, bench: Bench) -> None:
        who = bench.add("nobody", doses=(), regimens=[])
        assert prescription_need(bench.desk, who, TODAY) == PrescriptionNeed(0, 0, d("2027-11-22"))

    def test_a_protocol_without_supply_needs_none(self, bench: Bench) -> None:
        desk = replace(bench.desk, protocols={"natalizumab": replace(PROTOCOL, supply=None)})
        assert prescription_need(desk, INGRID, TODAY) is None

    def test_what_cannot_be_is_refused(self, bench: Bench) -> None:
        with pytest.raises(AmountError):
            preview_prescription(bench.desk, INGRID, Prescription(TODAY, -1))


@pytest.mark.parametrize(
    ("doses", "withdrawn", "left"), [(12, None, 12), (None, None, None), (None, d("2026-11-01"), 0)]
)
def test_an_unknown_number_of_doses_is_not_none_left(doses: int | None, withdrawn: object, left: int | None) -> None:
    issued = Prescription(d("2026-10-01"), doses, withdrawn)  # type: ignore[arg-type] # a day or None
    who = patient(
        regimens=(regimen("2026-06-01", setting=HOME),), doses=series("2026-06-01", 5), prescriptions=(issued,)
    )
    found = plan(who, PROTOCOL, Unit(), TODAY).supply
    assert found is not None
    assert authorised_left(who.course, found) == left
