from datetime import timedelta

import pytest
from desks import INGRID, SIX_DOSES, TODAY, Bench

from infusionplanner.application.acts.task_claims import claim_task
from infusionplanner.application.acts.visits import arrive
from infusionplanner.application.errors import NoProposalError, UnknownPatientError
from infusionplanner.application.records import PatientId
from infusionplanner.application.unit import override_parameter
from infusionplanner.application.views.around_visit import around_visit
from infusionplanner.application.views.overview import Overview
from infusionplanner.application.views.patient_file import patient_file
from infusionplanner.application.views.stored import acts_of, claims, overrides, visits_of_days
from infusionplanner.domain.patient import Product


def test_the_visits_of_some_days(bench: Bench) -> None:
    first = bench.put_visit()
    second = bench.put_visit(TODAY + timedelta(days=1))
    bench.put_visit(TODAY + timedelta(days=2))
    found = visits_of_days(Overview.of(bench.desk), TODAY, TODAY + timedelta(days=1))
    assert [visit.id for visit in found] == [first, second]


def test_the_tasks_that_somebody_has_taken(bench: Bench) -> None:
    assert claims(Overview.of(bench.desk)) == ()
    claim_task(bench.desk, INGRID, "R-MON-1", "bloods.due")
    assert [(row.patient, row.who) for row in claims(Overview.of(bench.desk))] == [(INGRID, "AD")]


def test_the_unit_s_own_parameters(bench: Bench) -> None:
    override_parameter(bench.desk, "rebound_warn_days", 60)
    assert [(row.key, row.value) for row in overrides(Overview.of(bench.desk))] == [("rebound_warn_days", 60)]


def test_the_acts_that_changed_a_patient_newest_first(bench: Bench) -> None:
    bench.add("kari")
    arrive(bench.desk, bench.put_visit())
    assert [act.kind for act in acts_of(Overview.of(bench.desk), INGRID)] == ["arrive", "book_visit", "add_patient"]


def test_the_file_of_a_patient(bench: Bench) -> None:
    visit = bench.put_visit()
    file = patient_file(Overview.of(bench.desk), INGRID)
    assert [row.id for row in file.visits] == [visit]
    assert file.patient.course.doses == SIX_DOSES
    assert len(file.record.ids["doses"]) == len(SIX_DOSES)
    assert (dict(file.details), file.renewals, file.home_notes) == ({}, (), ())


def test_nobody_has_the_file_of_a_patient_who_is_not_there(bench: Bench) -> None:
    with pytest.raises(UnknownPatientError):
        patient_file(Overview.of(bench.desk), PatientId("nobody"))


def test_around_a_visit_stands_where_the_next_dose_would_be_booked(bench: Bench) -> None:
    around = around_visit(Overview.of(bench.desk), INGRID)
    assert around.proposal is not None
    assert (around.proposal.on, around.no_proposal) == (TODAY, None)


def test_around_a_visit_of_a_dose_that_is_booked_stands_why_there_is_nothing_to_book(bench: Bench) -> None:
    bench.put_visit()
    around = around_visit(Overview.of(bench.desk), INGRID)
    assert around.proposal is None
    assert isinstance(around.no_proposal, NoProposalError)


def test_the_batch_that_was_used_last_is_of_the_patient_s_own_product(bench: Bench) -> None:
    nobody_knows, tysabri = bench.add("unknown", product=None), bench.add("known", product=Product.TYSABRI)
    overview = Overview.of(bench.desk)
    used = around_visit(overview, tysabri).batch
    assert used is not None
    assert (used.product, used.number) == (Product.TYSABRI, "AB123")
    assert around_visit(overview, nobody_knows).batch is None
