"""Visits are booked on open days inside the hours, at a free place that suits, and never twice."""

from datetime import date, time

import pytest
from builders import HOME, IV, d, dose, regimen, series
from desks import DUE_TODAY, INGRID, OLA, TODAY, WARD, Bench

from infusionplanner.application.acts.booking import (
    book_proposed,
    book_visit,
    cancel_visit,
    move_visit,
    proposal,
)
from infusionplanner.application.acts.doses import record_dose
from infusionplanner.application.acts.visits import arrive, leave, start
from infusionplanner.application.errors import (
    AmountError,
    DuplicateVisitError,
    EmptyFieldError,
    NoFreePlaceError,
    NoProposalError,
    OutsideHoursError,
    PlaceTakenError,
    UnitClosedError,
    UnknownPlaceError,
    VisitInPastError,
    VisitStateError,
    VisitTooSoonError,
)
from infusionplanner.application.records import Visit, VisitId
from infusionplanner.application.unit import change_unit
from infusionplanner.application.views.lengths import minutes_needed
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus, Reaction
from infusionplanner.domain.unit import Place, PlaceKind, Unit

MONDAY = d("2026-12-21")
NINE, TEN = time(9), time(10)


def test_a_visit_is_booked_with_what_it_needs(bench: Bench) -> None:
    booked = bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE, note=" Rullestol "))
    assert booked == Visit(
        booked.id,
        INGRID,
        MONDAY,
        NINE,
        place="Injeksjon",
        minutes=45,
        observation_minutes=15,
        note="Rullestol",
    )
    assert bench.course().appointments[-1].on == MONDAY


def test_the_length_follows_route_and_observation(bench: Bench) -> None:
    drip = bench.add(OLA, doses=series("2026-10-26", 1, route=IV), regimens=[regimen("2026-10-26", route=IV)])
    assert minutes_needed(bench.desk, INGRID, MONDAY) == 30 + 15
    assert minutes_needed(bench.desk, drip, TODAY) == 90 + 60
    assert minutes_needed(bench.desk, drip, TODAY, AppointmentKind.MRI) == 30


def test_an_infusion_gets_a_chair(bench: Bench) -> None:
    drip = bench.add(OLA, doses=series("2026-06-08", 6, route=IV), regimens=[regimen("2026-06-08", route=IV)])
    assert bench.booked(book_visit(bench.desk, drip, MONDAY, NINE)).place == "Stol 1"


def test_a_day_can_be_agreed_without_a_time(bench: Bench) -> None:
    booked = bench.booked(book_visit(bench.desk, INGRID, MONDAY))
    assert (booked.time, booked.place) == (None, None)


def test_place_and_length_can_be_chosen(bench: Bench) -> None:
    kind = AppointmentKind.TRAINING
    booked = bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE, kind=kind, place="Stol 2", minutes=90))
    assert (booked.place, booked.minutes, booked.observation_minutes, booked.kind) == ("Stol 2", 90, 0, kind)


@pytest.mark.parametrize(
    ("on", "at", "fields", "error", "sentence"),
    [
        (d("2026-11-20"), NINE, {}, VisitInPastError, "2026-11-20 has passed"),
        (d("2026-12-19"), NINE, {}, UnitClosedError, r"closed on 2026-12-19 \(weekend\)"),
        (d("2026-12-25"), NINE, {}, UnitClosedError, r"\(christmas_day\)"),
        (d("2026-12-24"), NINE, {}, UnitClosedError, r"\(christmas_eve\)"),
        (MONDAY, time(7, 45), {}, OutsideHoursError, "from 07:45 do not fit"),
        (MONDAY, time(15, 15), {}, OutsideHoursError, "45 minutes from 15:15 do not fit .* 08:00 to 15:30"),
        (MONDAY, time(23, 45), {}, OutsideHoursError, "23:45"),
        (MONDAY, NINE, {"place": "Stol 9"}, UnknownPlaceError, "no place 'Stol 9'. Its places: Stol 1, Stol 2"),
        (MONDAY, NINE, {"minutes": 0}, AmountError, "minutes is 0; it must be from 1 to 1440"),
        (MONDAY, NINE, {"minutes": 2000}, AmountError, "minutes is 2000"),
    ],
)
def test_what_cannot_be_booked_is_said(
    bench: Bench, on: date, at: time, fields: dict[str, object], error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        book_visit(bench.desk, INGRID, on, at, **fields)  # type: ignore[arg-type] # place or minutes
    assert bench.visits() == ()


def test_a_patient_has_one_visit_of_a_kind_a_day(bench: Bench) -> None:
    first = bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE))
    with pytest.raises(DuplicateVisitError, match="already has a visit of this kind on 2026-12-21"):
        book_visit(bench.desk, INGRID, MONDAY, time(12))
    book_visit(bench.desk, INGRID, MONDAY, TEN, kind=AppointmentKind.JCV)
    cancel_visit(bench.desk, first.id)
    book_visit(bench.desk, INGRID, MONDAY, time(12))


def test_a_taken_place_is_said_and_a_free_one_is_found(bench: Bench) -> None:
    ola, kari = bench.add(OLA), bench.add("kari")
    book_visit(bench.desk, INGRID, MONDAY, NINE, place="Injeksjon")
    with pytest.raises(PlaceTakenError, match="Injeksjon is already taken on 2026-12-21 at 09:15"):
        book_visit(bench.desk, ola, MONDAY, time(9, 15), place="Injeksjon")
    assert bench.booked(book_visit(bench.desk, ola, MONDAY, NINE)).place == "Stol 1"
    assert bench.booked(book_visit(bench.desk, kari, MONDAY, NINE)).place == "Stol 2"
    with pytest.raises(NoFreePlaceError, match="No suitable place is free on 2026-12-21 at 09:00"):
        book_visit(bench.desk, bench.add("per"), MONDAY, NINE)


def test_a_unit_without_places_books_times_alone(bench: Bench) -> None:
    change_unit(bench.desk, Unit())
    assert bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE)).place is None
    with pytest.raises(UnknownPlaceError, match="none; add them in settings"):
        book_visit(bench.desk, INGRID, d("2026-12-22"), NINE, place="Stol 1")


class TestProposal:
    """The next dose, in one step."""

    def test_it_is_the_plans_day_at_the_usual_time_and_place(self, bench: Bench) -> None:
        visit = bench.put_visit(at=time(10, 10), place="Stol 2")
        bench.at("10:20")
        record_dose(bench.desk, INGRID, DUE_TODAY, visit=visit)
        found = proposal(bench.desk, INGRID)
        assert (found.on, found.time, found.place, found.minutes) == (MONDAY, time(10, 10), "Stol 2", 45)
        booked = bench.booked(book_proposed(bench.desk, INGRID))
        assert (booked.on, booked.time, booked.place) == (MONDAY, time(10, 10), "Stol 2")
        assert (booked.minutes, booked.observation_minutes) == (45, 15)

    def test_what_is_booked_is_not_proposed_again(self, bench: Bench) -> None:
        record_dose(bench.desk, INGRID, DUE_TODAY)
        book_proposed(bench.desk, INGRID)
        with pytest.raises(NoProposalError, match="has no next dose in the unit to book"):
            book_proposed(bench.desk, INGRID)

    def test_home_doses_and_unknown_courses_are_not_booked(self, bench: Bench) -> None:
        home = bench.add(OLA, regimens=[regimen("2026-06-08", setting=HOME)])
        nothing = bench.add("kari", doses=())
        for who in (home, nothing):
            with pytest.raises(NoProposalError):
                proposal(bench.desk, who)

    def test_today_only_what_lies_ahead_is_proposed(self, bench: Bench) -> None:
        bench.at("13:20")
        found = proposal(bench.desk, INGRID)
        assert (found.on, found.time, found.place) == (TODAY, time(13, 30), "Injeksjon")

    def test_a_full_day_gives_the_next_one_of_the_window(self, bench: Bench) -> None:
        fillers = [bench.add(f"p{number}") for number in range(3)]
        for place, who in zip(WARD.places, fillers, strict=True):
            bench.put_visit(at=time(8), minutes=450, patient=who, place=place.name)
        assert proposal(bench.desk, INGRID).on == d("2026-11-24")

    def test_a_window_without_a_free_place_is_said(self, bench: Bench) -> None:
        change_unit(bench.desk, Unit(places=(Place("Seng", PlaceKind.BED),), closes=time(8, 20)))
        with pytest.raises(NoFreePlaceError, match=r"No suitable place is free on 2026-11-23\. "):
            proposal(bench.desk, INGRID)


class TestMove:
    """A visit that has not begun can be moved."""

    def test_it_keeps_its_place_and_length(self, bench: Bench) -> None:
        visit = book_visit(bench.desk, INGRID, MONDAY, NINE, place="Stol 2", minutes=50)
        moved = bench.booked(move_visit(bench.desk, bench.booked(visit).id, d("2026-12-22"), TEN))
        assert (moved.on, moved.time, moved.place, moved.minutes) == (d("2026-12-22"), TEN, "Stol 2", 50)

    def test_it_takes_another_place_where_its_own_is_taken(self, bench: Bench) -> None:
        visit = bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE, place="Stol 2"))
        bench.put_visit(MONDAY, TEN, patient=bench.add(OLA), place="Stol 2")
        assert bench.booked(move_visit(bench.desk, visit.id, MONDAY, TEN)).place == "Injeksjon"
        with pytest.raises(PlaceTakenError):
            move_visit(bench.desk, visit.id, MONDAY, TEN, place="Stol 2", minutes=20)

    def test_a_little_later_at_the_same_place_is_free(self, bench: Bench) -> None:
        visit = bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE, place="Stol 2"))
        assert bench.booked(move_visit(bench.desk, visit.id, MONDAY, time(9, 15))).place == "Stol 2"

    def test_an_appointment_without_length_gets_one(self, bench: Bench) -> None:
        visit = bench.put_visit(MONDAY, None, place=None, minutes=None)
        moved = bench.booked(move_visit(bench.desk, visit, MONDAY, NINE))
        assert (moved.minutes, moved.observation_minutes, moved.place) == (45, 15, "Injeksjon")

    @pytest.mark.parametrize(
        ("on", "key"), [("2026-12-14", "interval.outside_window"), ("2026-12-28", "interval.late")]
    )
    def test_out_of_the_window_it_needs_a_reason_that_holds_for_the_dose_too(
        self, bench: Bench, on: str, key: str
    ) -> None:
        record_dose(bench.desk, INGRID, DUE_TODAY)
        visit = bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE)).id
        with pytest.raises(EmptyFieldError, match="reason is empty"):
            move_visit(bench.desk, visit, d(on), NINE, reason=" ")
        assert bench.desk.visit(visit).on == MONDAY
        move_visit(bench.desk, visit, d(on), NINE, reason=" patient_away ")
        with bench.desk.store.reading() as reading:
            (seen,) = reading.acknowledgements(INGRID)
        assert (seen.rule, seen.key, seen.for_date, seen.reason) == ("R-INT-3", key, d(on), "patient_away")
        move_visit(bench.desk, visit, d(on), TEN)

    def test_a_dose_is_neither_moved_nor_booked_too_soon_after_the_one_before(self, bench: Bench) -> None:
        record_dose(bench.desk, INGRID, DUE_TODAY)
        visit = bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE)).id
        with pytest.raises(VisitTooSoonError, match="only 18 days after the dose before; at least 21"):
            move_visit(bench.desk, visit, d("2026-12-11"), NINE, reason="patient_away")
        cancel_visit(bench.desk, visit)
        with pytest.raises(VisitTooSoonError):
            book_visit(bench.desk, INGRID, d("2026-12-11"), NINE)
        book_visit(bench.desk, INGRID, d("2026-12-14"), NINE)

    def test_a_control_has_no_window(self, bench: Bench) -> None:
        visit = bench.booked(book_visit(bench.desk, INGRID, MONDAY, NINE, kind=AppointmentKind.MRI)).id
        assert bench.booked(move_visit(bench.desk, visit, d("2027-01-18"), NINE)).on == d("2027-01-18")

    def test_what_has_begun_or_is_cancelled_stays(self, bench: Bench) -> None:
        begun = bench.put_visit()
        arrive(bench.desk, begun)
        cancelled = bench.put_visit(MONDAY, status=AppointmentStatus.CANCELLED)
        with pytest.raises(VisitStateError, match="is arrived: it cannot move now"):
            move_visit(bench.desk, begun, MONDAY, NINE)
        with pytest.raises(VisitStateError, match="is cancelled: it cannot move now"):
            move_visit(bench.desk, cancelled, MONDAY, NINE)

    def test_it_is_not_moved_to_where_it_cannot_be_booked(self, bench: Bench) -> None:
        visit = bench.put_visit(MONDAY)
        bench.put_visit(d("2026-12-22"))
        with pytest.raises(UnitClosedError):
            move_visit(bench.desk, visit, d("2026-12-25"), NINE)
        with pytest.raises(DuplicateVisitError):
            move_visit(bench.desk, visit, d("2026-12-22"), NINE)


def test_a_visit_is_cancelled_while_nothing_has_begun(bench: Bench) -> None:
    visit = bench.put_visit()
    arrive(bench.desk, visit)
    assert bench.booked(cancel_visit(bench.desk, visit)).status is AppointmentStatus.CANCELLED
    with pytest.raises(VisitStateError, match="is cancelled: it cannot cancel now"):
        cancel_visit(bench.desk, visit)
    begun = bench.put_visit()
    start(bench.desk, begun)
    with pytest.raises(VisitStateError, match="is started"):
        cancel_visit(bench.desk, begun)


def test_the_gap_counts_from_the_day_that_was_kept(bench: Bench) -> None:
    bench.on("2026-11-25")
    record_dose(bench.desk, INGRID, dose("2026-11-25"))
    assert proposal(bench.desk, INGRID).on == d("2026-12-23")
    assert VisitId(0) not in {visit.id for visit in bench.visits()}


def test_nobody_is_booked_where_somebody_still_sits(bench: Bench) -> None:
    """Ingrid's observation lasts an hour longer after a reaction: her chair is hers until she has left."""
    sits = bench.put_visit(minutes=30)
    bench.at("09:20")
    record_dose(bench.desk, INGRID, dose(TODAY, reaction=Reaction.INFUSION), visit=sits)
    bench.add(OLA)
    with pytest.raises(PlaceTakenError, match=r"Stol 1 is already taken on 2026-11-23 at 10:00"):
        book_visit(bench.desk, OLA, TODAY, time(10), place="Stol 1", minutes=30)
    assert bench.booked(book_visit(bench.desk, OLA, TODAY, time(10), minutes=30)).place == "Injeksjon"
    bench.at("10:25")
    leave(bench.desk, sits)
    moved = bench.visits(OLA)[-1]
    assert bench.booked(move_visit(bench.desk, moved.id, TODAY, time(10, 30), place="Stol 1")).place == "Stol 1"
