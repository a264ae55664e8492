"""The demo unit in a real store: all of it, in one act, once."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from infusionplanner.application.act_kinds import ActKind
from infusionplanner.application.calendar.outdated import stale_calendars
from infusionplanner.application.desk import Desk
from infusionplanner.application.errors import DuplicatePatientError
from infusionplanner.application.records import DoseDetail, Visit, VisitId, VisitState
from infusionplanner.application.views.overview import Overview
from infusionplanner.catalogue.protocol_file import builtin_protocols
from infusionplanner.clock import FixedClock
from infusionplanner.demo.load import load_demo
from infusionplanner.demo.unit import DemoUnit, make_demo
from infusionplanner.domain.patient import Product
from infusionplanner.storage.store import SqliteStore, open_store

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, 50)
FIRST, LAST = date(2026, 1, 1), date(2027, 12, 31)


@pytest.fixture
def demo() -> DemoUnit:
    return make_demo(TODAY, patients=60)


@pytest.fixture
def store(tmp_path: Path) -> SqliteStore:
    return open_store(tmp_path / "demo.db")


def bare(visit: Visit) -> Visit:
    return replace(visit, id=VisitId(0), dose=None)


def test_what_is_stored_is_what_was_made(store: SqliteStore, demo: DemoUnit) -> None:
    load_demo(store, demo, AT)
    with store.reading() as reading:
        assert tuple(reading.patients().values()) == demo.patients
        assert [bare(visit) for visit in reading.visits(FIRST, LAST)] == [bare(visit) for visit in demo.visits]
        assert reading.unit() == demo.unit
        assert set(reading.users()) == set(demo.users)
    store.close()


def test_a_visit_that_is_over_knows_its_dose(store: SqliteStore, demo: DemoUnit) -> None:
    load_demo(store, demo, AT)
    over = {VisitState.OBSERVING, VisitState.DONE, VisitState.NOT_GIVEN}
    with store.reading() as reading:
        for visit in reading.visits(FIRST, LAST):
            record = reading.record(visit.patient)
            days = dict(zip(record.ids["doses"], (dose.on for dose in record.patient.course.doses), strict=True))
            assert (visit.dose is not None) == (visit.state in over)
            if visit.dose is not None:
                assert days[visit.dose] == visit.on
    store.close()


def test_site_and_batch_are_remembered(store: SqliteStore, demo: DemoUnit) -> None:
    load_demo(store, demo, AT)
    with store.reading() as reading:
        moen = reading.visits_of(reading.patient_ids()[0])[-1]
        assert moen.dose is not None
        detail = reading.dose_details(moen.patient)[moen.dose]
        assert detail == DoseDetail(moen.dose, "høyre og venstre lår", date(2028, 3, 31))
        batch = reading.last_batch(Product.TYSABRI)
        assert batch is not None
        assert batch.expires_on == date(2028, 3, 31)
    store.close()


def test_calendars_were_handed_out_five_weeks_ago(store: SqliteStore, demo: DemoUnit) -> None:
    load_demo(store, demo, AT, builtin_protocols())
    with store.reading() as reading:
        handed = reading.handed_calendars()
        assert [(act.kind, act.at) for act in reading.acts()] == [(ActKind.LOAD_DEMO, AT)]
    desk = Desk(store, FixedClock(AT), "AD", builtin_protocols(), lambda protocol, _values: protocol)
    stale = stale_calendars(Overview.of(desk))
    assert {export.at for each in handed.values() for export in each.exports} == {datetime(2026, 10, 19, 9, 50)}
    assert {export.by for each in handed.values() for export in each.exports} == {"AD", "MS", "RT"}
    assert 0 < len(stale) < len(handed) == 8
    store.close()


def test_the_same_calendars_come_each_time(store: SqliteStore, demo: DemoUnit, tmp_path: Path) -> None:
    other = open_store(tmp_path / "other.db")
    load_demo(store, demo, AT, builtin_protocols())
    load_demo(other, demo, AT, builtin_protocols())
    with store.reading() as one, other.reading() as two:
        assert one.handed_calendars() == two.handed_calendars()
    store.close()
    other.close()


def test_it_is_one_act_and_comes_once(store: SqliteStore, demo: DemoUnit) -> None:
    load_demo(store, demo, AT)
    with pytest.raises(DuplicatePatientError):
        load_demo(store, demo, AT)
    with store.reading() as reading:
        assert [(act.kind, act.who, act.at) for act in reading.acts()] == [(ActKind.LOAD_DEMO, "AD", AT)]
        assert len(reading.patient_ids()) == 60
    store.close()
