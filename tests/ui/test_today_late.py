"""What comes late on the page Today: a dose needs its reason, and an observation is ended the day after."""

from datetime import date, datetime, time

from mornings import Morning
from PySide6.QtWidgets import QComboBox, QPushButton

from infusionplanner.application.acts.booking import book_visit
from infusionplanner.application.acts.judgement import Clearing, clear_stops, may_give
from infusionplanner.application.records import VisitState
from infusionplanner.domain.patient import Setting
from infusionplanner_ui.pages.today.case import Step

TODAY = date(2026, 11, 23)


def test_a_late_dose_is_given_its_reason_in_today_too(morning: Morning) -> None:
    ward = morning.ward
    late = morning.patient("Nordli")
    ward.act(lambda desk: book_visit(desk, late, TODAY, time(12)))
    stops = may_give(ward.desk, late, TODAY, setting=Setting.UNIT).stops
    cleared = [Clearing(row.rule, row.key, "K. Lunde", "Avtalt") for row in stops]
    ward.act(lambda desk: clear_stops(desk, late, TODAY, cleared))
    morning.settle()
    morning.select("Nordli")
    for _ in range(3):
        morning.enter()
    assert morning.step is Step.ACKNOWLEDGE
    reasons = morning.panel.findings.findChildren(QComboBox)
    reason = [box for box in reasons if box.accessibleName() == "Begrunnelse for sen dose"][-1]
    seen = reason.parentWidget().findChild(QPushButton)
    assert isinstance(seen, QPushButton)
    assert not seen.isEnabled()
    reason.setCurrentIndex(reason.findData("patient_away"))
    seen.click()
    morning.settle()
    with ward.desk.store.reading() as reading:
        assert ("interval.late", "patient_away") in [(row.key, row.reason) for row in reading.acknowledgements(late)]


def test_an_observation_of_yesterday_that_nobody_ended_can_be_ended(morning: Morning) -> None:
    morning.select("Strand")
    visit = morning.visit.id
    morning.clock.set(datetime(2026, 11, 24, 8, 0))
    morning.ward.read_again()
    morning.settle()
    morning.page.show_day(TODAY)
    morning.settle()
    morning.page.board.select(visit)
    morning.page.reload()
    morning.settle()
    assert morning.step is Step.LEAVE
    assert morning.panel._state.text == "Over · stol 3"
    morning.enter()
    assert morning.ward.desk.visit(visit).state is VisitState.DONE
