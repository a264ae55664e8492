"""The panels of visits: booked, moved, cancelled, with the window of the dose."""

from datetime import date

from panel_acts import TODAY, OpenPanel, do

from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus, Setting
from infusionplanner.text.reading import typed_date
from infusionplanner_ui.panels.visit import BookPanel, VisitPanel
from infusionplanner_ui.shell.ward import Ward


def test_a_visit_is_booked_moved_and_cancelled(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(BookPanel, "Berg", AppointmentKind.JCV)
    assert isinstance(panel, BookPanel)
    panel.on.set_value("24.12.2026")
    assert panel.error_text == "Enheten er stengt: Julaften."
    panel.on.set_value("20.11.2026")
    assert panel.error_text == "Denne dagen er passert."
    panel.on.set_value("14.12.2026")
    assert panel.slot.slot() is not None
    times = [panel.slot.box.itemText(row) for row in range(panel.slot.box.count())]
    assert [line[:5] for line in times[:3]] == ["08.00", "08.15", "08.30"]
    assert len({line[:5] for line in times}) == len(times)
    do(panel)
    move = open_panel(VisitPanel, "Berg")
    assert isinstance(move, VisitPanel)
    move.on.set_value("15.12.2026")
    do(move)
    with demo_ward.desk.store.reading() as reading:
        visit = reading.visits_of(panel.who)[-1]
    assert (visit.on, visit.kind, visit.status) == (
        date(2026, 12, 15), AppointmentKind.JCV, AppointmentStatus.BOOKED,
    )  # fmt: skip
    again = open_panel(VisitPanel, "Berg", visit.id)
    assert again.other_way is not None
    again.other_way.click()
    assert demo_ward.operations.wait()
    with demo_ward.desk.store.reading() as reading:
        assert reading.visits_of(panel.who)[-1].status is AppointmentStatus.CANCELLED


def test_the_window_of_a_dose_is_told(open_panel: OpenPanel) -> None:
    panel = open_panel(VisitPanel, "Gaup")
    assert isinstance(panel, VisitPanel)
    assert panel.bar.isVisible()
    assert panel.said == ("Innenfor vinduet 10.12–20.12",)
    assert panel.reason.isHidden()
    panel.on.set_value("28.12.2026")
    assert panel.said == ("Utenfor vinduet 10.12–20.12",)
    assert panel.reason.isVisible()
    assert not panel.is_ready
    panel.reason.set_value("patient_away")
    do(panel)
    assert panel.ward.plan(panel.who).next_dose is not None
    with panel.ward.desk.store.reading() as reading:
        assert [(row.key, row.reason) for row in reading.acknowledgements(panel.who)] == [
            ("interval.late", "patient_away")
        ]


def test_a_dose_is_not_booked_less_than_21_days_after_the_one_before(demo_ward: Ward, open_panel: OpenPanel) -> None:
    panel = open_panel(VisitPanel, "Gaup")
    assert isinstance(panel, VisitPanel)
    last = demo_ward.patient(panel.who).course.doses[-1].on
    panel.on.set_value(typed_date(TODAY))
    days = (TODAY - last).days
    number = demo_ward.plan(panel.who).doses_completed
    assert panel.error_text == f"Bare {days} dager etter dose {number}, minst 21 (R-INT-3)."
    assert not panel.is_ready
    panel.on.set_value("10.12.2026")
    assert panel.error_text == ""


def test_the_next_dose_is_proposed(demo_ward: Ward, open_panel: OpenPanel) -> None:
    free = next(
        found
        for found, plan in demo_ward.overview.plans.items()
        if plan.next_dose is not None
        and not plan.next_dose.booked
        and plan.next_dose.setting is Setting.UNIT
        and plan.next_dose.proposed > TODAY
    )
    name = demo_ward.patient(free).name
    assert name is not None
    panel = open_panel(BookPanel, name.family)
    assert isinstance(panel, BookPanel)
    coming = demo_ward.plan(free).next_dose
    assert coming is not None
    assert panel.on.day() == coming.proposed
    do(panel)
    after = demo_ward.plan(free).next_dose
    assert after is not None
    assert after.booked
