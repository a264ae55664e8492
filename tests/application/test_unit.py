"""The unit's own settings, and who changed them."""

from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest
from builders import d
from desks import INGRID, PLACES, WARD, Bench

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.acts.undo import acts
from infusionplanner.application.errors import (
    AmountError,
    EmptyFieldError,
    ParameterRefusedError,
    TextTooLongError,
    UnitSettingError,
    UnknownProtocolError,
)
from infusionplanner.application.records import Override, User
from infusionplanner.application.unit import (
    PlaceInUseError,
    change_setting,
    change_unit,
    override_parameter,
    put_user,
    setting,
)
from infusionplanner.domain.patient import AppointmentStatus
from infusionplanner.domain.unit import Place, Unit


def test_the_unit_is_changed_and_everything_may_be_different(bench: Bench) -> None:
    done = change_unit(bench.desk, replace(WARD, name="Ny post"))
    assert done.unit
    assert bench.desk.unit() == replace(WARD, name="Ny post")


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"name": "Ny post"}, ActKind.CHANGE_UNIT),
        ({"closed": frozenset({d("2026-12-23")})}, ActKind.CLOSE_DAYS),
        ({"open": frozenset({d("2026-12-25")})}, ActKind.OPEN_DAYS),
        ({"places": PLACES[:1]}, ActKind.CHANGE_PLACES),
    ],
)
def test_the_history_says_what_was_changed_of_the_unit(bench: Bench, fields: dict[str, Any], kind: ActKind) -> None:
    change_unit(bench.desk, replace(WARD, **fields))
    change_unit(bench.desk, WARD)
    back = {ActKind.CLOSE_DAYS: ActKind.OPEN_DAYS, ActKind.OPEN_DAYS: ActKind.CLOSE_DAYS}.get(kind, kind)
    assert [act.kind for act in acts(bench.desk, limit=2)] == [back, kind]


@pytest.mark.parametrize(
    ("unit", "error", "sentence"),
    [
        (Unit(name="x" * 501), TextTooLongError, "name has 501"),
        (Unit(phone="x" * 501), TextTooLongError, "phone has 501"),
        (Unit(closed=frozenset({d("1066-10-14")})), AmountError, r"closed\[0\]\[0\] is 1066-10-14"),
        (Unit(opens=time(16)), UnitSettingError, "hours: opening 16:00 is not before 15:30"),
        (Unit(open_weekdays=frozenset()), UnitSettingError, "open_weekdays: at least one day"),
        (Unit(open_weekdays=frozenset({0})), UnitSettingError, "open_weekdays"),
        (Unit(places=(Place(" "),)), EmptyFieldError, "places is empty"),
        (Unit(places=(Place("A"), Place("A"))), UnitSettingError, "places: 'A' stands there twice"),
        (Unit(parameters={"window_days": "five"}), ParameterRefusedError, "window_days"),
        (Unit(parameters={"wimdow_days": 5}), ParameterRefusedError, "wimdow_days"),
    ],
)
def test_what_a_unit_cannot_be_is_said(bench: Bench, unit: Unit, error: type[Exception], sentence: str) -> None:
    with pytest.raises(error, match=sentence):
        change_unit(bench.desk, unit)
    assert bench.desk.unit() == WARD


def test_a_place_with_coming_visits_is_kept(bench: Bench) -> None:
    bench.put_visit(d("2026-12-21"), place="Stol 2", status=AppointmentStatus.CANCELLED)
    bench.put_visit(d("2026-12-21"))
    with pytest.raises(PlaceInUseError, match="Stol 1 has a visit on 2026-12-21"):
        change_unit(bench.desk, replace(WARD, places=PLACES[1:]))
    change_unit(bench.desk, replace(WARD, places=PLACES[:1]))


def test_a_parameter_is_overridden_and_given_back(bench: Bench) -> None:
    assert override_parameter(bench.desk, "observation_first_doses.iv", 12).unit
    unit = bench.desk.unit()
    rules = bench.desk.protocol("natalizumab", unit).observation
    assert rules is not None
    assert (rules.first_doses_iv, rules.first_doses_sc) == (12, 6)
    with bench.desk.store.reading() as reading:
        assert reading.overrides() == (Override("observation_first_doses.iv", 12, "AD", datetime(2026, 11, 23, 8)),)
    override_parameter(bench.desk, "observation_first_doses.iv", None)
    assert bench.desk.unit() == WARD


def test_a_parameter_that_cannot_be_is_not_stored(bench: Bench) -> None:
    with pytest.raises(ParameterRefusedError, match="unit settings: parameter window_days"):
        override_parameter(bench.desk, "window_days", -1)
    assert bench.desk.unit() == WARD


def test_users_are_stored(bench: Bench) -> None:
    put_user(bench.desk, User("KL", "K. Lunde", "doctor"))
    with bench.desk.store.reading() as reading:
        assert reading.users() == (User("KL", "K. Lunde", "doctor"),)
    with pytest.raises(EmptyFieldError, match="initials"):
        put_user(bench.desk, User(" ", "K. Lunde"))
    with pytest.raises(UnitSettingError, match="role: 'boss' is none of nurse, doctor, admin"):
        put_user(bench.desk, User("KL", "K. Lunde", "boss"))


def test_settings_hold_whatever_json_holds(bench: Bench) -> None:
    assert setting(bench.desk, "calendar", {"level": "neutral"}) == {"level": "neutral"}
    change_setting(bench.desk, "calendar", {"level": "full", "på": [1, None]})
    assert setting(bench.desk, "calendar") == {"level": "full", "på": [1, None]}
    with pytest.raises(EmptyFieldError, match="key"):
        change_setting(bench.desk, " ", 1)


def test_an_unknown_protocol_is_said(bench: Bench) -> None:
    with pytest.raises(UnknownProtocolError, match="no protocol 'aspirin'"):
        bench.desk.protocol("aspirin", bench.desk.unit())


def test_the_desk_belongs_to_a_person(bench: Bench) -> None:
    done = change_setting(bench.desk.signed("MS"), "theme", "dark")
    with bench.desk.store.reading() as reading:
        assert reading.act(done.act).who == "MS"
    assert bench.desk.record(INGRID).added_at == datetime(2026, 11, 23, 8)
