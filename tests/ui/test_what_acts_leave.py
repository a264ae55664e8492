"""What an act leaves behind: visits that it makes wrong are asked about, and a transferred dose keeps its origin."""

from datetime import date, time

from panel_acts import TODAY, OpenPanel, do, who

from infusionplanner.application.acts.booking import book_visit
from infusionplanner.application.acts.orders import transfer_in
from infusionplanner.application.records import VisitId
from infusionplanner.domain.patient import (
    AppointmentKind,
    AppointmentStatus,
    Dose,
    DoseStatus,
    EarlierDoses,
    HoldKind,
    Reaction,
)
from infusionplanner_ui.pages.patient.facts import PatientFacts
from infusionplanner_ui.pages.patient.plan import plan_lines
from infusionplanner_ui.pages.patient.tables import dose_rows
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


def test_a_transferred_dose_says_where_it_was_given_and_how_that_is_known(demo_ward: Ward) -> None:
    tran, letter = who(demo_ward, "Tran"), EarlierDoses(source="Epikrise 1.11.")
    days = [Dose(date(2026, 11, day), status=DoseStatus.GIVEN, reaction=Reaction.NONE) for day in (2, 3)]
    demo_ward.act(lambda desk: transfer_in(desk, tran, letter, (days[0],), hospital="Haukeland"))
    demo_ward.act(lambda desk: transfer_in(desk, tran, letter, (days[1],)))
    assert demo_ward.operations.wait()
    rows = dose_rows(PatientFacts.of(demo_ward, demo_ward.file(tran)))
    assert [(row.cells[1].text, row.cells[3].text, row.cells[6].text) for row in rows[:2]] == [
        ("03.11.2026", "et annet sted", "Epikrise 1.11."),
        ("02.11.2026", "Haukeland", "Epikrise 1.11."),
    ]
