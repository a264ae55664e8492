"""The panels of acts: what they show while they are filled in, and what they record."""

from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner.application.records import PatientId, RenewalState
from infusionplanner.domain.patient import (
    Answer,
    AppointmentKind,
    AppointmentStatus,
    Assay,
    Bridging,
    Dose,
    DoseStatus,
    ExposureKind,
    HoldKind,
    IntervalReason,
    NextTreatment,
    Product,
    Reaction,
    Reporter,
    ResultKind,
    Route,
    Setting,
)
from infusionplanner_ui.application import Application
from infusionplanner_ui.panels import registry
from infusionplanner_ui.panels.base import ActPanel
from infusionplanner_ui.panels.checklist import ChecklistPanel
from infusionplanner_ui.panels.dose import ELSEWHERE, DosePanel
from infusionplanner_ui.panels.dose_correction import DoseCorrectionPanel
from infusionplanner_ui.panels.exposure import ExposurePanel
from infusionplanner_ui.panels.fields import CheckField, ChoiceField, ClockField, DateField, ListField, NumberField
from infusionplanner_ui.panels.home import DiscardPanel, StockPanel, TrainingPanel
from infusionplanner_ui.panels.host import PanelHost
from infusionplanner_ui.panels.menu import with_mnemonics
from infusionplanner_ui.panels.pause import LiftPanel, PausePanel
from infusionplanner_ui.panels.person import PersonPanel
from infusionplanner_ui.panels.prescription import DispensingPanel, PrescriptionPanel, RenewalPanel, WithdrawPanel
from infusionplanner_ui.panels.product import ProductPanel
from infusionplanner_ui.panels.reaction import ReactionPanel
from infusionplanner_ui.panels.registry import Act, Wish
from infusionplanner_ui.panels.result import ResultPanel
from infusionplanner_ui.panels.start import BridgingPanel, GatePanel
from infusionplanner_ui.panels.stop import NextTreatmentPanel, StopPanel
from infusionplanner_ui.panels.transfer import TransferPanel
from infusionplanner_ui.panels.treatment import TreatmentPanel
from infusionplanner_ui.panels.visit import BookPanel, VisitPanel
from infusionplanner_ui.ward import Ward

TODAY = date(2026, 11, 23)
Show = Callable[[QWidget, int, int], None]


def who(ward: Ward, family: str) -> PatientId:
    """Return the patient of the demo unit with a family name."""
    patients = ward.overview.patients.items()
    return next(found for found, row in patients if row.name is not None and row.name.family == family)


@pytest.fixture
def place(show: Show) -> Iterator[QStackedWidget]:
    """Show the place where panels open; it owns them, so that they go away in the thread of the windows."""
    holder = QStackedWidget()
    show(holder, 360, 720)
    yield holder
    holder.hide()
    holder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(demo_ward: Ward, place: QStackedWidget) -> Callable[..., ActPanel]:
    """Show a panel of a class for a patient of the demo unit."""

    def make(kind: type[ActPanel], family: str, *arguments: object, **named: object) -> ActPanel:
        panel = kind(demo_ward, who(demo_ward, family), *arguments, **named)
        place.addWidget(panel)
        place.setCurrentWidget(panel)
        return panel

    return make


def do(panel: ActPanel) -> None:
    """Accept a panel that is ready, and wait for its act."""
    assert panel.is_ready, (panel.error_text, panel.findings.missing())
    panel.accepted.emit()
    assert panel.ward.operations.wait()
    assert panel.error_text == ""


def keys(panel: ActPanel) -> tuple[list[str], list[str]]:
    """Return the keys of the stops and warnings that a panel asks to be answered."""
    stops, warnings = panel.judge()
    return [row.key for row in stops], [row.key for row in warnings]


class TestFields:
    def test_a_day_is_read_as_nurses_write_it(self, show: Show, qtbot: QtBot) -> None:
        field = DateField(TODAY, last=TODAY)
        show(field, 200, 60)
        for typed, day in (("23.11.2026", TODAY), ("231126", TODAY), ("1.11", date(2026, 11, 1)), ("", None)):
            field.edit.setText(typed)
            assert field.day() == day
            assert field.review()
        field.edit.setText("31.02.2026")
        assert not field.review()
        assert field.fault() == "Skriv dagen som 23.11.2026."
        field.edit.setText("24.11.2026")
        assert field.fault() == "Denne dagen har ikke vært ennå."
        field.set_last(date(2026, 11, 20))
        assert field.fault() == "Dette er for sent."
        field.set_last(None)
        qtbot.keyClick(field.edit, Qt.Key.Key_Down)
        assert field.day() == TODAY
        assert field.help() == "i dag"
        qtbot.keyClick(field.edit, Qt.Key.Key_Up)
        assert field.help() == "tirsdag 24. november"

    def test_a_time_and_a_number(self) -> None:
        clock = ClockField(time(9, 15))
        assert clock.value() == "09.15"
        clock.set_value("9:5")
        assert clock.fault() == "Skriv klokkeslettet som 09.15."
        clock.set_time(None)
        assert clock.review()
        number = NumberField(0, 10)
        number.set_value("2,5")
        assert number.number() == 2.5
        number.set_value("11")
        assert number.fault() == "Et tall fra 0 til 10."
        whole = NumberField(1, 60, whole=True)
        whole.set_value("2,5")
        assert whole.fault() == "Et helt tall fra 1 til 60."
        whole.set_number(3)
        assert whole.whole() == 3
        whole.set_number(None)
        assert (whole.whole(), whole.is_empty()) == (None, True)

    def test_a_choice_can_be_left_open_and_made_by_a_letter(self, show: Show, qtbot: QtBot) -> None:
        field = ChoiceField([("a", "ja"), ("b", "nei"), ("c", "nesten")])
        field.unset()
        field.required = True
        show(field, 300, 60)
        assert (field.value(), field.is_empty(), field.review()) == ("", True, False)
        field.set_options([("a", "yes"), ("b", "no"), ("c", "nearly")])
        assert field.value() == ""
        typed: list[str] = []
        field.typed.connect(typed.append)
        target = field.focus_target()
        target.setFocus()
        qtbot.keyClick(target, Qt.Key.Key_N)
        assert field.value() == "b"
        qtbot.keyClick(field.focus_target(), Qt.Key.Key_N)
        assert field.value() == "c"
        qtbot.keyClick(field.focus_target(), Qt.Key.Key_7)
        qtbot.keyClick(field.focus_target(), Qt.Key.Key_X)
        assert typed == ["7"]
        assert field.focus_target().hasFocus()

    def test_a_list_and_a_box(self, show: Show, qtbot: QtBot) -> None:
        field = ListField([("", "Velg …"), ("x", "Noe")])
        assert field.is_empty()
        field.set_value("x")
        field.set_options([("x", "Something"), ("y", "More")])
        assert field.value() == "x"
        field.set_value("none of these")
        assert field.value() == "x"
        box = CheckField("Mange ord som går over flere linjer i en smal kolonne")
        show(box, 160, 80)
        qtbot.mouseClick(box._words, Qt.MouseButton.LeftButton)
        assert box.value()

    def test_menu_letters_are_unique(self) -> None:
        assert with_mnemonics(["Dose …", "Dato …", "Oda", "D"]) == ["&Dose …", "D&ato …", "&Oda", "D"]


class TestDose:
    def test_a_dose_too_soon_needs_a_doctor(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(DosePanel, "Berg")
        assert isinstance(panel, DosePanel)
        panel.where.set_value(Setting.UNIT)
        assert keys(panel)[0] == ["interval.too_soon"]
        assert panel.said[0] == "7 dager siden dosen 16.11.2026"
        assert not panel.is_ready
        box = panel.findings
        assert box.missing() == "Hver stopp må ha legens navn, klokkeslett og begrunnelse."
        for tick in (*box._cleared.values(), *box._seen.values()):
            tick.setChecked(True)
        box.doctor.set_value("K. Lunde")
        assert not panel.is_ready
        box.reason.set_value("Avtalt på telefon")
        box.at.set_value("99.99")
        assert not panel.is_ready
        box.at.set_value("09.30")
        do(panel)
        with demo_ward.desk.store.reading() as reading:
            (clearance,) = reading.clearances(panel.who)
        assert (clearance.rule, clearance.by, clearance.reason) == ("R-INT-3", "K. Lunde", "Avtalt på telefon")
        assert clearance.at.time() == time(9, 30)
        assert demo_ward.patient(panel.who).course.doses[-1].on == TODAY

    def test_a_late_dose_is_given_its_reason(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        late = next(
            found
            for found, plan in demo_ward.overview.plans.items()
            if plan.next_dose is not None
            and plan.next_dose.latest < TODAY
            and plan.rebound is not None
            and plan.rebound.days <= 56
            and plan.next_dose.setting is Setting.UNIT
        )
        name = demo_ward.patient(late).name
        assert name is not None
        panel = opened(DosePanel, name.family)
        assert isinstance(panel, DosePanel)
        assert panel.late.isVisible()
        assert not panel.is_ready
        panel.late.set_value("patient_ill")
        for tick in panel.findings._seen.values():
            tick.setChecked(True)
        do(panel)
        with demo_ward.desk.store.reading() as reading:
            seen = {(row.key, row.reason) for row in reading.acknowledgements(panel.who)}
        assert ("interval.late", "patient_ill") in seen

    def test_a_home_dose_is_reported_by_the_patient(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(DosePanel, "Bakken")
        assert isinstance(panel, DosePanel)
        assert panel.where.value() == Setting.HOME
        assert panel.batch.value() == ""
        assert panel.route.isHidden()
        for tick in panel.findings._seen.values():
            tick.setChecked(True)
        if panel.findings._cleared:
            for tick in panel.findings._cleared.values():
                tick.setChecked(True)
            panel.findings.doctor.set_value("T. Ahmed")
            panel.findings.reason.set_value("Svart muntlig")
        do(panel)
        dose = demo_ward.patient(panel.who).course.doses[-1]
        assert (dose.setting, dose.route, dose.reported_by) == (Setting.HOME, Route.SC, Reporter.PATIENT)

    def test_a_dose_at_another_hospital_is_not_refused(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(DosePanel, "Berg")
        assert isinstance(panel, DosePanel)
        panel.where.set_value(ELSEWHERE)
        assert keys(panel) == ([], [])
        assert not panel.is_ready
        panel.place.set_value("Haukeland")
        panel.on.set_value("20.11.2026")
        assert "En dokumentert dose ved et annet sykehus teller." in panel.said
        do(panel)
        course = demo_ward.patient(panel.who).course
        assert course.doses[-1].on == date(2026, 11, 20)
        assert course.earlier_doses is not None
        assert course.earlier_doses.source == "Haukeland"

    def test_missed_and_incomplete_doses(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(DosePanel, "Hauge")
        assert isinstance(panel, DosePanel)
        panel.status.set_value(DoseStatus.INCOMPLETE)
        panel.mg.set_value("150")
        assert "Den teller ikke som dose. Legen bestemmer neste dato." in panel.said
        assert (panel.dose().status, panel.dose().mg) == (DoseStatus.INCOMPLETE, 150)
        panel.status.set_value(DoseStatus.MISSED)
        assert panel.product.isHidden()
        do(panel)
        dose = demo_ward.patient(panel.who).course.doses[-1]
        assert (dose.on, dose.status, dose.mg) == (TODAY, DoseStatus.MISSED, None)

    def test_two_doses_on_a_day_are_refused_in_words(self, opened: Callable[..., ActPanel]) -> None:
        panel = opened(DosePanel, "Aas")
        assert isinstance(panel, DosePanel)
        assert any(dose.on == TODAY for dose in panel.patient.course.doses)
        for tick in (*panel.findings._cleared.values(), *panel.findings._seen.values()):
            tick.setChecked(True)
        panel.findings.doctor.set_value("K. Lunde")
        panel.findings.reason.set_value("x")
        panel.accepted.emit()
        assert panel.ward.operations.wait()
        assert panel.error_text == "Det er alt ført en dose ma. 23.11. Rett den i stedet."

    def test_what_nobody_knew_stays_unknown_in_a_correction(
        self, demo_ward: Ward, opened: Callable[..., ActPanel]
    ) -> None:
        from infusionplanner.application.orders import transfer_in  # noqa: PLC0415 - one test needs such a dose
        from infusionplanner.domain.patient import EarlierDoses  # noqa: PLC0415 - see above

        patient = who(demo_ward, "Tran")
        bare = Dose(date(2026, 11, 2), status=DoseStatus.GIVEN)
        demo_ward.act(lambda desk: transfer_in(desk, patient, EarlierDoses(source="x"), (bare,)))
        assert demo_ward.operations.wait()
        fact = demo_ward.desk.record(patient).ids["doses"][0]
        panel = opened(DoseCorrectionPanel, "Tran", fact)
        assert isinstance(panel, DoseCorrectionPanel)
        assert panel.dose() == bare
        panel.reaction.set_value(Reaction.NONE)
        do(panel)
        assert demo_ward.patient(patient).course.doses == (
            Dose(date(2026, 11, 2), status=DoseStatus.GIVEN, reaction=Reaction.NONE),
        )


class TestResult:
    def test_the_answer_must_be_chosen(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(ResultPanel, "Fjeld")
        assert isinstance(panel, ResultPanel)
        assert panel.kind.value() == ResultKind.JCV
        assert not panel.is_ready
        panel.answer.set_value(Answer.POSITIVE)
        panel.answer.edited.emit()
        panel.index.set_value("0,9")
        assert panel.said[0].startswith("PML-risiko: ")
        do(panel)
        result = demo_ward.patient(panel.who).results[-1]
        assert (result.answer, result.index, result.assay) == (Answer.POSITIVE, 0.9, Assay.STRATIFY)

    def test_each_kind_shows_its_own_fields(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(ResultPanel, "Berg", ResultKind.BLOODS)
        assert isinstance(panel, ResultPanel)
        assert panel.seen.isVisible()
        assert not panel.answer.isVisible()
        panel.kind.set_value(ResultKind.SERUM)
        panel.number.set_value("21,5")
        panel.unit.set_value("mg/L")
        assert panel.unit.isVisible()
        panel.kind.set_value(ResultKind.EDSS)
        assert panel.error_text == "EDSS går fra 0 til 10."
        panel.number.set_value("2,5")
        do(panel)
        result = demo_ward.patient(panel.who).results[-1]
        assert (result.kind, result.value, result.unit) == (ResultKind.EDSS, 2.5, None)

    def test_bloods_are_corrected_and_taken_out(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(ResultPanel, "Berg", ResultKind.BLOODS)
        assert isinstance(panel, ResultPanel)
        panel.seen.box.setChecked(False)
        do(panel)
        patient = panel.who
        fact = demo_ward.desk.record(patient).ids["results"][-1]
        again = opened(ResultPanel, "Berg", None, fact)
        assert isinstance(again, ResultPanel)
        again.seen.box.setChecked(True)
        do(again)
        assert demo_ward.patient(patient).results[-1].seen_on == TODAY
        number = len(demo_ward.patient(patient).results)
        last = opened(ResultPanel, "Berg", None, fact)
        assert last.other_way is not None
        last.other_way.click()
        assert demo_ward.operations.wait()
        assert len(demo_ward.patient(patient).results) == number - 1


class TestTreatment:
    def test_another_route_falls_back_to_the_standard_interval(self, opened: Callable[..., ActPanel]) -> None:
        panel = opened(TreatmentPanel, "Gaup")
        assert isinstance(panel, TreatmentPanel)
        assert panel.interval.value() == "42"
        panel.route.set_value(Route.SC)
        panel.review()
        assert any("faller den tilbake til hver 4. uke" in sentence for sentence in panel.said)

    def test_an_interval_of_its_own(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(TreatmentPanel, "Hauge")
        assert isinstance(panel, TreatmentPanel)
        panel.interval.set_value("other")
        panel.review()
        assert panel.days.isVisible()
        panel.days.set_value("35")
        panel.reason.set_value(IntervalReason.COMORBIDITY)
        panel.by.set_value("S. Brox")
        panel.review_on.set_value("01.06.2027")
        for tick in panel.findings._seen.values():
            tick.setChecked(True)
        do(panel)
        order = demo_ward.patient(panel.who).course.regimens[-1]
        assert (order.interval_days, order.reason, order.review_on) == (
            35, IntervalReason.COMORBIDITY, date(2027, 6, 1),
        )  # fmt: skip

    def test_a_stopped_treatment_is_taken_up_again(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(TreatmentPanel, "Mæland", restart=True)
        assert panel.heading() == "Gjenoppta behandlingen"
        do(panel)
        course = demo_ward.patient(panel.who).course
        assert course.stop is None
        assert course.regimens[-1].from_ == TODAY

    def test_a_change_of_brand_shows_what_falls_back(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(ProductPanel, "Berg")
        assert isinstance(panel, ProductPanel)
        assert panel.said[:3] == (
            "Dosetellingen fortsetter.", "En ny JCV-serie starter (Immunowell).", "Preparatet finnes som: i.v.",
        )  # fmt: skip
        panel.product.set_value(Product.TYSABRI)
        panel.review()
        assert panel.error_text == "Pasienten har allerede dette preparatet."
        panel.product.set_value(Product.TYRUKO)
        panel.review()
        do(panel)
        assert demo_ward.patient(panel.who).course.product is Product.TYRUKO

    def test_a_bridging_course_needs_its_end(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(BridgingPanel, "Moen")
        assert isinstance(panel, BridgingPanel)
        panel.planned.set_value("4")
        assert panel.error_text == "En brobehandling må ha dato for neste behandling."
        panel.on.set_value("01.02.2027")
        panel.next.set_value("rituximab")
        assert panel.said[0] == "Ikke utvidet intervall, ikke hjemmebehandling, full observasjonstid hver gang."
        do(panel)
        assert demo_ward.patient(panel.who).course.bridging == Bridging(4, "rituximab", date(2027, 2, 1))


class TestSafety:
    def test_a_hold_is_opened_and_lifted_by_a_doctor(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(PausePanel, "Hauge")
        assert isinstance(panel, PausePanel)
        panel.kind.set_value(HoldKind.INFECTION)
        assert any("venter på legeavklaring" in sentence for sentence in panel.said)
        do(panel)
        lift = opened(LiftPanel, "Hauge")
        assert isinstance(lift, LiftPanel)
        assert not lift.is_ready
        lift.by.set_value("K. Lunde")
        do(lift)
        hold = demo_ward.patient(lift.who).course.holds[-1]
        assert (hold.kind, hold.lifted_by, hold.lifted_on) == (HoldKind.INFECTION, "K. Lunde", TODAY)

    def test_a_reaction_is_recorded_and_lifted(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(ReactionPanel, "Hauge")
        assert isinstance(panel, ReactionPanel)
        panel.kind.set_value(Reaction.INFUSION)
        panel.note.edit.setPlainText("Utslett")
        assert any("Full observasjonstid" in sentence for sentence in panel.said)
        do(panel)
        assert demo_ward.patient(panel.who).course.doses[-1].reaction is Reaction.INFUSION
        lift = opened(LiftPanel, "Hauge")
        assert isinstance(lift, LiftPanel)
        assert lift.which.value() == "reactions"
        lift.by.set_value("T. Ahmed")
        do(lift)
        assert demo_ward.patient(lift.who).course.reactions_lifted[-1].by == "T. Ahmed"

    def test_a_yes_on_the_checklist_opens_its_hold(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(ChecklistPanel, "Berg")
        assert isinstance(panel, ChecklistPanel)
        panel.questions["infection"].box.setChecked(True)
        assert panel.said == ("Infeksjon · Stopp – krever legeavklaring",)
        do(panel)
        course = demo_ward.patient(panel.who).course
        assert course.checklists[-1].yes == ("infection",)
        assert course.holds[-1].kind is HoldKind.INFECTION

    def test_immunoglobulins_block_a_test(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(ExposurePanel, "Berg")
        assert isinstance(panel, ExposurePanel)
        panel.kind.set_value(ExposureKind.IVIG)
        do(panel)
        assert demo_ward.patient(panel.who).exposures[-1].kind is ExposureKind.IVIG

    def test_a_stop_without_follow_on_warns(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(StopPanel, "Berg")
        assert isinstance(panel, StopPanel)
        assert "Trekkes tilbake: H-resepten fra 12.12.2025" in panel.said
        panel.reason.set_value("moved")
        panel.next.which.set_value("none")
        assert any("Rebound-klokken går" in sentence for sentence in panel.said)
        panel.high_risk.box.setChecked(True)
        do(panel)
        stop = demo_ward.patient(panel.who).course.stop
        assert stop is not None
        assert (stop.next, stop.high_risk) == (None, True)
        following = opened(NextTreatmentPanel, "Berg")
        assert isinstance(following, NextTreatmentPanel)
        following.next.which.set_value("other")
        assert not following.is_ready
        following.next.other.set_value("dimetylfumarat")
        assert following.said == ("Rebound-klokken går til den er startet.",)
        following.started.set_value("23.11.2026")
        assert following.said == ("Rebound-klokken stanser.",)
        do(following)
        stop = demo_ward.patient(panel.who).course.stop
        assert stop is not None
        assert stop.next == NextTreatment("dimetylfumarat", TODAY)
        following.next.which.set_value("none")
        assert following.error_text == "Velg behandlingen som følger."


class TestHome:
    def test_training_stock_and_discarded_doses(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        training = opened(TrainingPanel, "Gaup")
        assert isinstance(training, TrainingPanel)
        assert training.by.value() == "A. Dahl"
        assert "Kan få hjemmebehandling." in training.said
        do(training)
        stock = opened(StockPanel, "Berg")
        assert isinstance(stock, StockPanel)
        stock.syringes.set_value("3")
        assert any("oddetall" in sentence for sentence in stock.said)
        do(stock)
        discard = opened(DiscardPanel, "Bakken")
        assert isinstance(discard, DiscardPanel)
        discard.reason.set_value("Over 24 timer i romtemperatur")
        do(discard)
        assert demo_ward.patient(discard.who).course.discarded[-1].doses == 1

    def test_prescription_dispensing_renewal_and_withdrawal(
        self, demo_ward: Ward, opened: Callable[..., ActPanel]
    ) -> None:
        issued = opened(PrescriptionPanel, "Berg")
        assert isinstance(issued, PrescriptionPanel)
        assert issued.doses.whole() == 13
        issued.doses.set_value("12")
        assert "Et år krever 13 doser; denne resepten gir 12." in issued.said
        do(issued)
        dispensed = opened(DispensingPanel, "Berg")
        assert isinstance(dispensed, DispensingPanel)
        assert dispensed.doses.whole() == 3
        assert dispensed.said[0].startswith("Holder til og med ")
        do(dispensed)
        for step in RenewalState:
            renewal = opened(RenewalPanel, "Berg")
            assert isinstance(renewal, RenewalPanel)
            assert renewal.step.value() == step
            do(renewal)
        withdrawn = opened(WithdrawPanel, "Berg")
        assert isinstance(withdrawn, WithdrawPanel)
        do(withdrawn)
        assert demo_ward.patient(withdrawn.who).course.prescriptions[-1].withdrawn_on == TODAY


class TestVisits:
    def test_a_visit_is_booked_moved_and_cancelled(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(BookPanel, "Berg", AppointmentKind.JCV)
        assert isinstance(panel, BookPanel)
        panel.on.set_value("24.12.2026")
        assert panel.error_text == "Enheten er stengt: Julaften."
        panel.on.set_value("20.11.2026")
        assert panel.error_text == "Denne dagen er passert."
        panel.on.set_value("14.12.2026")
        assert panel.slot.slot() is not None
        do(panel)
        move = opened(VisitPanel, "Berg")
        assert isinstance(move, VisitPanel)
        move.on.set_value("15.12.2026")
        do(move)
        with demo_ward.desk.store.reading() as reading:
            visit = reading.visits_of(panel.who)[-1]
        assert (visit.on, visit.kind, visit.status) == (
            date(2026, 12, 15), AppointmentKind.JCV, AppointmentStatus.BOOKED,
        )  # fmt: skip
        again = opened(VisitPanel, "Berg", visit.id)
        assert again.other_way is not None
        again.other_way.click()
        assert demo_ward.operations.wait()
        with demo_ward.desk.store.reading() as reading:
            assert reading.visits_of(panel.who)[-1].status is AppointmentStatus.CANCELLED

    def test_the_window_of_a_dose_is_told(self, opened: Callable[..., ActPanel]) -> None:
        panel = opened(VisitPanel, "Gaup")
        assert isinstance(panel, VisitPanel)
        assert panel.bar.isVisible()
        assert panel.said == ("Innenfor vinduet 10.12–20.12",)
        panel.on.set_value("28.12.2026")
        assert panel.said == ("Utenfor vinduet 10.12–20.12",)

    def test_the_next_dose_is_proposed(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
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
        panel = opened(BookPanel, name.family)
        assert isinstance(panel, BookPanel)
        coming = demo_ward.plan(free).next_dose
        assert coming is not None
        assert panel.on.day() == coming.proposed
        do(panel)
        after = demo_ward.plan(free).next_dose
        assert after is not None
        assert after.booked


class TestRecord:
    def test_doses_elsewhere_without_a_source_do_not_count(
        self, demo_ward: Ward, opened: Callable[..., ActPanel]
    ) -> None:
        panel = opened(TransferPanel, "Tran")
        assert isinstance(panel, TransferPanel)
        assert not panel.is_ready
        panel.sc.set_value("4")
        assert "Uten kilde teller ikke disse dosene." in panel.said
        panel.first_on.set_value("01.10.2026")
        panel.last_on.set_value("01.06.2026")
        assert panel.error_text == "Den første dosen ligger etter den siste."
        panel.first_on.set_value("01.03.2026")
        panel.last_on.set_value("01.11.2026")
        do(panel)
        assert demo_ward.plan(panel.who).doses_completed == 0

    def test_days_are_read_and_their_faults_told(self, opened: Callable[..., ActPanel]) -> None:
        panel = opened(TransferPanel, "Berg")
        assert isinstance(panel, TransferPanel)
        for typed, fault in (
            ("01.01.2025 abc", "abc er ikke en dato. Skriv 23.11.2026."),
            ("24.11.2026", "24.11.2026 har ikke vært ennå."),
            ("01.01.2025, 01.01.2025", "En dag står to ganger."),
        ):
            panel.days.edit.setPlainText(typed)
            assert panel.days.fault() == fault
        panel.days.edit.setPlainText("16.11.2026")
        assert panel.error_text == "Dosen 16.11.2026 er allerede ført."

    def test_the_start_list_shows_what_is_open(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(GatePanel, "Grønli")
        assert isinstance(panel, GatePanel)
        assert len(panel.said) == len(panel.protocol.gate)
        panel.informed.set_value("20.11.2026")
        do(panel)
        assert demo_ward.patient(panel.who).course.gate.informed == date(2026, 11, 20)

    def test_a_person_is_edited(self, demo_ward: Ward, opened: Callable[..., ActPanel]) -> None:
        panel = opened(PersonPanel, "Berg")
        assert isinstance(panel, PersonPanel)
        panel.person.phone.set_value("400 99 999")
        panel.person.notes.edit.setPlainText("<b>Ring</b>; «etter» kl. 12")
        panel.person.prior.set_value("yes")
        do(panel)
        patient = demo_ward.patient(panel.who)
        assert (patient.phone, patient.notes) == ("400 99 999", "<b>Ring</b>; «etter» kl. 12")
        assert patient.course.prior_immunosuppression is True
        panel.person.family.set_value("")
        assert not panel.is_ready


def test_every_finding_of_the_unit_leads_to_a_panel_that_opens(demo_ward: Ward, place: QStackedWidget) -> None:
    opened = set()
    host = PanelHost()
    place.addWidget(host)
    for patient, plan in demo_ward.overview.plans.items():
        known = demo_ward.patient(patient)
        for finding in plan.findings:
            wish = registry.wish_of(finding)
            if wish is None or wish in opened or not registry.offered(wish.act, known, plan):
                continue
            opened.add(wish)
            panel = registry.panel(demo_ward, patient, wish)
            host.open(panel)
            assert panel.heading() == panel.accessibleName()
    assert {wish.act for wish in opened} >= {Act.RESULT, Act.TREATMENT, Act.BOOK, Act.RENEWAL, Act.GATE}


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.DOSE_CORRECTION])
def test_every_act_has_a_name_and_a_panel_in_both_languages(
    act: Act, demo_ward: Ward, place: QStackedWidget, qapp: Application, qtbot: QtBot
) -> None:
    patients = demo_ward.overview.patients
    able = (who for who in patients if registry.offered(act, patients[who], demo_ward.plan(who)))
    patient = next(able)
    panel = registry.panel(demo_ward, patient, Wish(act))
    place.addWidget(panel)
    place.setCurrentWidget(panel)
    norwegian = registry.label(act), panel.heading()
    unnamed = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert unnamed == []
    qapp.set_language("en")
    demo_ward.language = "en"
    qtbot.waitUntil(lambda: panel.accessibleName() == panel.heading() != norwegian[1])
    assert registry.label(act) != norwegian[0] or act is Act.DOSE


def test_enter_before_all_is_answered_says_what_is_missing(opened: Callable[..., ActPanel], qtbot: QtBot) -> None:
    panel = opened(DosePanel, "Berg")
    assert isinstance(panel, DosePanel)
    panel.where.set_value(Setting.UNIT)
    qtbot.keyClick(panel.site.edit, Qt.Key.Key_Return)
    assert panel.error_text == "Hver stopp må ha legens navn, klokkeslett og begrunnelse."
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    qtbot.keyClick(panel.site.edit, Qt.Key.Key_Escape)
    assert closed == [True]
