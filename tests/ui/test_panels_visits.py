"""Acts that make booked visits wrong ask what becomes of each, and do it in the same act."""

from datetime import date, time

from panel_acts import TODAY, OpenPanel, do, who

from infusionplanner.application.acts.booking import book_visit
from infusionplanner.application.records import VisitId
from infusionplanner.domain.patient import AppointmentKind, AppointmentStatus, HoldKind
from infusionplanner_ui.pages.patient.facts import PatientFacts
from infusionplanner_ui.pages.patient.plan import plan_lines
from infusionplanner_ui.panels.acts.spec import Act, Wish
from infusionplanner_ui.panels.pause import PausePanel
from infusionplanner_ui.shell.ward import Ward


def someone(ward: Ward) -> str:
    """Return the family name of a patient whose dose in the unit is booked for another day, with nothing in its way."""
    for found, plan in ward.overview.plans.items():
        dose, name = plan.next_dose, ward.patient(found).name
        right = dose is not None and dose.booked and not dose.blocked and dose.proposed > TODAY
        if right and name is not None and dose is not None and dose.earliest <= dose.proposed <= dose.latest:
            return name.family
    message = "nobody is booked"
    raise LookupError(message)


def coming(ward: Ward, family: str) -> list[VisitId]:
    with ward.desk.store.reading() as reading:
        visits = reading.visits_of(who(ward, family))
    return [
        row.id
        for row in visits
        if row.on > TODAY and row.kind is AppointmentKind.DOSE and row.status is AppointmentStatus.BOOKED
    ]


def test_a_hold_is_ready_when_every_visit_is_decided(demo_ward: Ward, open_panel: OpenPanel) -> None:
    name = someone(demo_ward)
    visit, *others = coming(demo_ward, name)
    panel = open_panel(PausePanel, name)
    assert isinstance(panel, PausePanel)
    panel.kind.set_value(HoldKind.INFECTION)
    assert panel.visits.isVisible()
    assert not panel.is_ready
    for other in (visit, *others):
        panel.visits.choose(demo_ward.desk.visit(other), "keep")
    assert panel.is_ready
    panel.visits.choose(demo_ward.desk.visit(visit), "cancel")
    do(panel)
    assert demo_ward.desk.visit(visit).status is AppointmentStatus.CANCELLED
    assert demo_ward.patient(panel.who).course.holds[-1].kind is HoldKind.INFECTION


def test_a_visit_that_no_dose_takes_stands_in_the_plan_and_enter_moves_it(demo_ward: Ward) -> None:
    """Berg takes the doses at home, and is booked in the unit all the same."""
    berg = who(demo_ward, "Berg")
    demo_ward.act(lambda desk: book_visit(desk, berg, date(2026, 12, 14), time(9)))
    assert demo_ward.operations.wait()
    (visit,) = coming(demo_ward, "Berg")
    lines = plan_lines(PatientFacts.of(demo_ward, demo_ward.file(berg)))
    unused = [line for line in lines if line.wish == Wish(Act.VISIT, visit=visit)]
    assert [(line.on, line.what, line.state) for line in unused] == [
        (date(2026, 12, 14), "Bestilt time", "passer ingen dose")
    ]
    assert Act.BOOK not in {line.wish.act for line in lines if line.wish is not None}


def test_enter_on_a_booked_dose_moves_it_and_books_no_second_one(demo_ward: Ward) -> None:
    name = someone(demo_ward)
    visit, *_ = coming(demo_ward, name)
    facts = PatientFacts.of(demo_ward, demo_ward.file(who(demo_ward, name)))
    on = demo_ward.desk.visit(visit).on
    assert [line.wish for line in plan_lines(facts) if line.on == on and line.what.startswith("Dose")] == [
        Wish(Act.VISIT, visit=visit)
    ]
