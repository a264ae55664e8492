"""The page Today: a visit goes on step by step, by keyboard and by mouse, on the demo unit's database."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner.application.checklists import answer_checklist
from infusionplanner.application.records import PatientId, Visit, VisitState
from infusionplanner.application.worklist import Band, WorkItem
from infusionplanner.clock import FixedClock
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import DoseStatus, Reaction
from infusionplanner_ui.application import Application
from infusionplanner_ui.main_window import MainWindow, PageSpec
from infusionplanner_ui.page import Page
from infusionplanner_ui.pages.today import TodayPage
from infusionplanner_ui.pages.today_case import Step
from infusionplanner_ui.pages.today_print import write_day
from infusionplanner_ui.panels.base import ActPanel
from infusionplanner_ui.ward import Ward

TODAY = date(2026, 11, 23)


class Shown(Page):
    """Stands for the pages that Today leads to."""

    def __init__(self, frame: MainWindow) -> None:
        super().__init__(frame)
        self.opened: object = None

    def open(self, argument: object) -> None:
        self.opened = argument


class Morning:
    """The page with what a test asks of it."""

    def __init__(self, frame: MainWindow, ward: Ward, clock: FixedClock, qtbot: QtBot) -> None:
        page = frame.page("today")
        assert isinstance(page, TodayPage)
        self.frame, self.ward, self.clock, self.page, self._qtbot = frame, ward, clock, page, qtbot
        self.panel = page.panel

    def select(self, family: str) -> PatientId:
        who = self.patient(family)
        assert self.page.day is not None
        row = next(row for row in self.page.day.visits if row.visit.patient == who)
        self.page.board.select(row.visit.id)
        self.page.reload()
        self.page.board.setFocus()
        return who

    def patient(self, family: str) -> PatientId:
        rows = self.ward.overview.patients.items()
        return next(who for who, row in rows if row.name is not None and row.name.family == family)

    def enter(self) -> None:
        self._qtbot.keyClick(self.page.board, Qt.Key.Key_Return)
        self.settle()

    def settle(self) -> None:
        assert self.ward.operations.wait()

    @property
    def visit(self) -> Visit:
        case = self.panel.case
        assert case is not None
        return case.visit

    @property
    def step(self) -> Step:
        case = self.panel.case
        assert case is not None
        return case.step(self.ward.desk.now())


@pytest.fixture
def morning(demo_ward: Ward, demo_clock: FixedClock, make_frame: Callable[..., MainWindow], qtbot: QtBot) -> Morning:
    frame = make_frame(
        PageSpec("today", lambda: "I dag", lambda frame: TodayPage(frame, demo_ward)),
        PageSpec("patient", lambda: "Pasient", Shown, rail=False, under="today"),
        initial="today",
    )
    return Morning(frame, demo_ward, demo_clock, qtbot)


def test_it_opens_on_today_with_the_latest_observation(morning: Morning) -> None:
    assert (morning.page.title(), morning.page.subtitle()) == ("Mandag 23. november", "uke 48")
    assert morning.panel._name.text() == "Moen, Ingrid"
    assert morning.panel._state.text == "Observasjon · stol 2"
    assert morning.panel._facts.text() == "f. 1991 · Tysabri s.c. 300 mg · hver 4. uke · JCV negativ 11.08"
    assert morning.panel._countdown.left_text == "42:00 igjen"


def test_a_visit_goes_from_planned_to_booked_again_with_enter(morning: Morning) -> None:
    who = morning.select("Ødegård")
    seen = []
    for _ in range(5):
        seen.append(morning.step)
        morning.enter()
    assert seen == [Step.ARRIVE, Step.ANSWER, Step.START, Step.GIVE, Step.BOOK]
    assert morning.visit.state is VisitState.OBSERVING
    morning.clock.advance(timedelta(minutes=30))
    morning.enter()
    assert morning.visit.state is VisitState.DONE
    dose = morning.ward.patient(who).course.doses[-1]
    assert (dose.on, dose.status, dose.mg, dose.reaction) == (TODAY, DoseStatus.GIVEN, 300, Reaction.NONE)
    assert dose.batches == ("FR1499",)
    assert morning.ward.plan(who).next_dose is not None
    assert morning.ward.plan(who).next_dose.booked  # type: ignore[union-attr]
    assert morning.step is Step.NONE


def test_the_buttons_name_the_next_step(morning: Morning) -> None:
    morning.select("Ødegård")
    labels = [morning.panel.main.text()]
    for _ in range(4):
        morning.panel.main.click()
        morning.settle()
        labels.append(morning.panel.main.text())
    assert labels == ["Møtt", "Nei på alle spørsmål", "Start", "Dose ferdig", "Avslutt observasjon"]


def test_a_yes_stops_the_dose_until_a_doctor_clears_it(morning: Morning, qtbot: QtBot) -> None:
    who = morning.select("Sæther")
    yes = next(row for row in morning.panel.checklist.findChildren(QRadioButton) if row.text() == "Ja")
    yes.click()
    assert morning.panel.problem == "«Ja» på sjekklisten: nye eller verre plager. Mistanke om PML må avklares."
    assert morning.panel.main.text() == "Nei på resten"
    morning.panel.main.click()
    morning.settle()
    assert morning.step is Step.CLEAR
    assert [hold.kind for hold in morning.ward.patient(who).course.holds] == ["pml_suspicion"]
    morning.enter()
    form = morning.panel.findings._form
    assert form is not None
    qtbot.waitUntil(form.doctor.hasFocus)
    form.submit()
    assert form._problem.text() == "Oppgi legen og skriv begrunnelsen."
    form.doctor.setCurrentText("K. Lunde")
    form.reason.setText("Undersøkt, ingen mistanke")
    form.time.setText("9.75")
    form.submit()
    assert form._problem.text() == "Skriv klokkeslettet som 09.15."
    form.time.setText("9.45")
    form.submit()
    morning.settle()
    assert morning.panel.case is not None
    judgement = morning.panel.case.row.judgement
    assert judgement is not None
    assert [(row.by, row.at) for row in judgement.clearances] == [("K. Lunde", datetime(2026, 11, 23, 9, 45))]
    assert len(judgement.stops) == 1


def test_a_warning_is_marked_as_seen_before_the_dose_is_recorded(morning: Morning) -> None:
    morning.select("Lie")
    for _ in range(3):
        morning.enter()
    assert morning.step is Step.ACKNOWLEDGE
    assert morning.panel.main.text() == "Se advarslene"
    seen = morning.panel.findings._first
    assert seen is not None
    assert seen.accessibleName() == "Sett: Blodprøver før dose 6 mangler: tatt 09.11.2026 eller senere, og svaret sett."
    seen.click()  # type: ignore[attr-defined]
    morning.settle()
    assert morning.step is Step.GIVE


def test_the_batch_must_be_there_and_not_have_expired(morning: Morning) -> None:
    morning.select("Myhre")
    given = morning.panel.given
    assert (given.batch.text(), given._expires.text()) == ("FR1499", "31.03.2028")
    given.batch.clear()
    morning.enter()
    assert morning.panel.problem == "Skriv batchnummeret."
    given.batch.setText("AB1, AB2")
    given._expires.setText("1.11.2026")
    morning.enter()
    assert morning.panel.problem == "Denne batchen gikk ut 01.11.2026. Bruk en annen."
    given._expires.setText("snart")
    morning.enter()
    assert morning.panel.problem == "Skriv utløpsdatoen som 31.03.2028."
    given._expires.setText("1.12.2026")
    morning.enter()
    assert morning.panel.case is not None
    assert morning.panel.case.dose is not None
    assert morning.panel.case.dose.batches == ("AB1", "AB2")
    assert morning.panel.case.detail is not None
    assert morning.panel.case.detail.expires_on == date(2026, 12, 1)


def test_an_incomplete_dose_is_recorded_with_what_was_given(morning: Morning) -> None:
    who = morning.select("Myhre")
    given = morning.panel.given
    given._partial.setChecked(True)
    given._mg.setText("500")
    morning.enter()
    assert morning.panel.problem == "Skriv hvor mange mg som ble gitt, eller la feltet stå tomt."
    given._mg.setText("120")
    morning.enter()
    dose = morning.ward.patient(who).course.doses[-1]
    assert (dose.status, dose.mg) == (DoseStatus.INCOMPLETE, 120)


def test_what_was_typed_is_there_after_an_interruption(morning: Morning) -> None:
    morning.select("Myhre")
    morning.panel.given.batch.setText("ZZ9")
    morning.select("Moen")
    morning.select("Myhre")
    assert morning.panel.given.batch.text() == "ZZ9"


def test_leaving_early_needs_a_reason(morning: Morning) -> None:
    morning.select("Moen")
    morning.panel.main.click()
    leaving = morning.page.acts.leaving
    assert morning.page.side.currentWidget() is leaving
    leaving._submit()
    assert leaving.error_text == "Skriv hvorfor pasienten går nå."
    leaving._reason.setText("Må rekke toget")
    leaving._submit()
    morning.settle()
    assert morning.visit.state is VisitState.DONE
    assert morning.visit.note == "Må rekke toget"
    assert morning.page.side.currentWidget() is morning.panel


def test_a_reaction_during_the_observation_is_recorded_with_the_doctor(morning: Morning) -> None:
    who = morning.select("Moen")
    morning.panel.reaction.click()
    panel = morning.page.acts.reaction
    panel._options[Reaction.HYPERSENSITIVITY].setChecked(True)
    assert panel._meaning.text() == "Stopp: ingen flere doser før en lege har avklart."
    panel._submit()
    assert panel.error_text == "Oppgi legen som er varslet om den alvorlige reaksjonen."
    panel._measures.setPlainText("Antihistamin gitt")
    panel._doctor.setCurrentText("T. Ahmed")
    panel._submit()
    morning.settle()
    assert morning.ward.patient(who).course.doses[-1].reaction is Reaction.HYPERSENSITIVITY
    assert morning.panel.case is not None
    assert morning.panel.case.detail is not None
    assert morning.panel.case.detail.note == "Antihistamin gitt\nLege varslet: T. Ahmed"


def test_a_reaction_during_the_dose_waits_for_the_dose(morning: Morning) -> None:
    who = morning.select("Myhre")
    morning.panel.reaction.click()
    panel = morning.page.acts.reaction
    panel._options[Reaction.LOCAL].setChecked(True)
    assert panel._meaning.text() == "En lokal reaksjon endrer ikke observasjonen."
    panel._submit()
    morning.enter()
    assert morning.ward.patient(who).course.doses[-1].reaction is Reaction.LOCAL


def test_not_given_has_a_coded_reason_or_a_written_one(morning: Morning) -> None:
    morning.select("Dahl")
    morning.panel.not_given.click()
    panel = morning.page.acts.not_given
    reasons = dict(panel._reasons)
    assert [row.text() for row in reasons.values()][:2] == ["Pasienten er syk", "Pasienten møtte ikke"]
    reasons["other"].setChecked(True)
    panel._submit()
    assert panel.error_text == "Skriv årsaken."
    reasons["no_show"].setChecked(True)
    panel._submit()
    morning.settle()
    assert (morning.visit.state, morning.visit.not_given) == (VisitState.NOT_GIVEN, "no_show")
    assert morning.panel._note.text() == "Ikke gitt: Pasienten møtte ikke"


def test_a_visit_is_cancelled(morning: Morning) -> None:
    morning.select("Hauge")
    morning.panel.cancel.click()
    morning.settle()
    assert morning.page.day is not None
    assert len(morning.page.day.visits) == 14


def test_a_training_visit_needs_no_dose(morning: Morning) -> None:
    morning.select("Ruud")
    morning.enter()
    assert morning.panel.main.text() == "Ferdig"
    morning.enter()
    assert morning.visit.state is VisitState.DONE


def test_the_next_dose_names_its_window_and_the_closed_days(morning: Morning) -> None:
    morning.select("Moen")
    section = morning.panel.next_dose
    assert section._when.text() == "ma. 21. desember kl. 09.15"
    assert section._note.text() == "Vindu 16.12–26.12 · 24.12–26.12 stengt (julaften, 1. juledag, 2. juledag)"
    assert section.book.text() == "Bestill denne timen"
    section.book.click()
    morning.settle()
    assert section._badge.text == "Bestilt"
    assert section.book.isHidden()


def test_another_time_is_booked_in_the_panel(morning: Morning) -> None:
    morning.select("Moen")
    morning.panel.next_dose.other.click()
    booking = morning.page.booking
    assert booking._who.text() == "Moen, Ingrid"
    assert booking._note.text() == "Neste dose er nummer 5, forfall ma. 21.12. Vindu 16.12–26.12."
    booking._day.setText("24.12.2026")
    booking._show_meaning()
    assert booking._meaning.text() == "to. 24. desember er stengt: Julaften."
    booking._submit()
    morning.settle()
    assert booking.error_text == "Enheten er stengt to. 24.12. Velg en åpen dag."
    booking._day.setText("22.12.2026")
    booking._time.setText("10")
    booking._submit()
    morning.settle()
    assert morning.page.side.currentWidget() is morning.panel
    assert morning.panel.next_dose._when.text() == "ti. 22. desember kl. 10.00"


def test_a_new_visit_begins_with_the_search(morning: Morning, qtbot: QtBot) -> None:
    morning.page.book(None)
    booking = morning.page.booking
    qtbot.waitUntil(booking.search.edit.hasFocus)
    qtbot.keyClicks(booking.search.edit, "nord")
    assert [row.cells[0].text for row in booking._model.rows][:1] == ["Nordli, Siri"]
    qtbot.keyClick(booking.search.edit, Qt.Key.Key_Return)
    assert booking._who.text() == "Nordli, Siri"
    booking._time.setText("midt på dagen")
    booking._submit()
    assert booking.error_text == "Skriv klokkeslettet som 09.15."
    booking._day.setText("en dag")
    booking._submit()
    assert booking.error_text == "Skriv dagen som 21.12.2026."
    qtbot.keyClick(booking._day, Qt.Key.Key_Escape)
    assert morning.page.side.currentWidget() is morning.panel


def test_other_days_are_looked_at_and_left_again(morning: Morning, qtbot: QtBot) -> None:
    morning.page._next.click()
    assert morning.page.title() == "Tirsdag 24. november"
    assert not morning.page._to_today.isHidden()
    assert morning.panel.main.isHidden()
    for _ in range(4):
        morning.page._next.click()
    assert morning.page.title() == "Mandag 30. november"
    morning.page._to_today.click()
    assert morning.page.title() == "Mandag 23. november"
    morning.page._previous.click()
    assert morning.page.title() == "Fredag 20. november"
    morning.frame.show_page("today", TODAY)
    assert morning.page.title() == "Mandag 23. november"
    qtbot.waitUntil(morning.page.board.hasFocus)


def test_a_dose_of_a_day_that_passed_is_recorded_with_its_time(morning: Morning) -> None:
    who = morning.select("Dahl")
    morning.clock.advance(timedelta(days=1))
    morning.ward.new_day()
    morning.settle()
    morning.page.show_day(TODAY)
    assert morning.page.select_patient(who)
    assert morning.panel.main.text() == "Før dosen"
    given = morning.panel.given
    assert given._time is not None
    given._time.setText("nå")
    morning.enter()
    assert morning.panel.problem == "Skriv klokkeslettet som 09.15."
    given._time.setText("11.05")
    morning.enter()
    dose = morning.ward.patient(who).course.doses[-1]
    assert (dose.on, dose.time) == (TODAY, datetime(2026, 11, 23, 11, 5).time())
    assert morning.visit.state is VisitState.DONE


def test_time_goes_on_by_itself(morning: Morning) -> None:
    morning.select("Moen")
    morning.clock.advance(timedelta(minutes=12, seconds=30))
    morning.page.tick()
    assert morning.panel._countdown.left_text == "29:30 igjen"
    assert morning.page.board._data.now == datetime(2026, 11, 23, 10, 2, 30).time()
    morning.clock.advance(timedelta(minutes=30))
    morning.page.tick()
    assert morning.panel._countdown.left_text == "over for 0:30 siden"


def test_attention_leads_to_the_visit_to_the_booking_or_to_the_patient(morning: Morning, qtbot: QtBot) -> None:
    items = {item.finding.key: item for item in morning.page.attention._items}
    morning.page.attention.asked.emit(items["rebound.critical"])
    assert morning.page.side.currentWidget() is morning.page.booking
    morning.page.attention.asked.emit(items["bloods.missing"])
    panel = morning.page.side.currentWidget().findChild(ActPanel)
    assert panel is not None
    assert panel.heading() == "Registrer svar"
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not morning.page.side.is_busy
    qtbot.waitUntil(morning.page.board.hasFocus)
    serious = Finding("R-NONE-1", Level.WARN, "nothing.known")
    morning.page.attention.asked.emit(WorkItem(morning.patient("Warsame"), serious, Band.OVERDUE))
    assert morning.frame.current_key == "patient"
    shown = morning.frame.page("patient")
    assert isinstance(shown, Shown)
    assert shown.opened == morning.patient("Warsame")


def test_a_stop_of_today_leads_to_its_clearance(morning: Morning, qtbot: QtBot) -> None:
    hansen = morning.patient("Hansen")
    morning.ward.act(lambda desk: answer_checklist(desk, hansen, TODAY, ("infection",)))
    morning.settle()
    first = morning.page.attention._items[0]
    assert (first.patient, first.finding.key) == (hansen, "hold.infection")
    morning.page.attention.asked.emit(first)
    form = morning.panel.findings._form
    assert form is not None
    qtbot.waitUntil(form.doctor.hasFocus)


def test_the_patient_is_opened_from_the_panel_and_the_panel_from_elsewhere(morning: Morning) -> None:
    who = morning.select("Moen")
    morning.panel.open_patient.click()
    assert morning.frame.current_key == "patient"
    morning.frame.show_page("today", morning.patient("Strand"))
    assert morning.panel._name.text() == "Strand, Emil"
    assert not morning.page.select_patient(PatientId("nobody"))
    assert morning.page.select_patient(who)


def test_a_panel_that_somebody_works_in_stays_open_when_others_act(morning: Morning) -> None:
    morning.select("Moen")
    morning.page.book(None)
    hansen = morning.patient("Hansen")
    morning.ward.act(lambda desk: answer_checklist(desk, hansen, TODAY))
    morning.settle()
    assert morning.page.side.currentWidget() is morning.page.booking


def test_names_follow_the_shield(morning: Morning) -> None:
    morning.select("Moen")
    morning.frame.set_shielded(shielded=True)
    assert morning.panel._name.text() == "I.M."
    assert morning.panel._facts.text().startswith("Tysabri s.c. 300 mg")


def test_the_page_speaks_english_too(morning: Morning, qapp: Application, qtbot: QtBot) -> None:
    morning.ward.language = "en"
    qapp.set_language("en")
    assert morning.page.title() == "Monday 23 November"
    qtbot.waitUntil(lambda: morning.panel.main.text() == "End the observation")
    assert morning.page.attention.title == "Needs attention"
    morning.ward.language = "nb"


def test_an_error_is_said_in_the_panel(morning: Morning) -> None:
    morning.select("Dahl")
    visit = morning.visit.id
    morning.page.acts._act(lambda desk: _leave(desk, visit))
    morning.settle()
    assert morning.panel.problem == "Besøket er kommet for langt til dette. Se på det på nytt."


def _leave(desk: object, visit: object) -> object:
    from infusionplanner.application.visits import leave  # noqa: PLC0415 - used here only

    return leave(desk, visit)  # type: ignore[arg-type]


def test_the_day_list_is_written_where_it_was_asked_for(morning: Morning, tmp_path: Path) -> None:
    path = tmp_path / "dag.pdf"
    write_day(morning.page, path)
    morning.settle()
    said = PdfReader(path).pages[0].extract_text()
    assert "Moen,\tIngrid" in said
    assert morning.frame.toast_text == "Dagslisten ligger i dag.pdf"


def test_without_an_open_unit_the_page_waits(make_frame: Callable[..., MainWindow], operations: object) -> None:
    ward = Ward(operations)  # type: ignore[arg-type]
    frame = make_frame(PageSpec("today", lambda: "I dag", lambda frame: TodayPage(frame, ward)), initial="today")
    page = frame.page("today")
    assert isinstance(page, TodayPage)
    assert page.title() == "I dag"
    page.tick()
    page.book(None)
    page._step_day(1)
    assert page.day is None


def _unnamed(page: QWidget) -> list[str]:
    """Return the widgets that Tab reaches and a screen reader cannot name."""
    found = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if widget.focusProxy() is not None or isinstance(widget.parentWidget(), QComboBox):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(type(widget).__name__)
    return found


@pytest.mark.parametrize("family", ["Moen", "Sæther", "Myhre", "Lie", "Aas", "Ruud"])
def test_everything_that_takes_the_focus_has_a_name(morning: Morning, family: str) -> None:
    morning.select(family)
    morning.settle()
    assert _unnamed(morning.page) == []


def test_the_panels_beside_the_board_name_their_fields(morning: Morning) -> None:
    morning.select("Moen")
    for ask in (morning.panel.reaction.click, morning.panel.main.click, lambda: morning.page.book(None)):
        ask()
        assert _unnamed(morning.page) == []
        morning.page.close_beside()
    morning.select("Dahl")
    morning.panel.not_given.click()
    assert _unnamed(morning.page) == []


@pytest.mark.parametrize("family", ["Moen", "Sæther", "Myhre", "Lie", "Aas", "Ruud", "Dahl"])
def test_the_panel_fits_on_a_small_screen(morning: Morning, family: str) -> None:
    morning.select(family)
    morning.settle()
    QApplication.processEvents()
    area = morning.panel._area
    assert not area.verticalScrollBar().isVisible()
    assert morning.panel.content.width() <= area.viewport().width()


def test_tab_goes_through_the_panel_as_it_is_read(morning: Morning) -> None:
    morning.select("Myhre")
    QApplication.processEvents()
    order: list[str] = []
    widget: QWidget | None = morning.page.board
    while widget is not None and widget is not morning.page.attention.table:
        inner = isinstance(widget.parentWidget(), QComboBox)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(morning.page) and not inner:
            order.append(widget.accessibleName() or widget.text())  # type: ignore[attr-defined]
        widget = widget.nextInFocusChain()
    assert order == [
        "Dagstavle",
        "Svar på sjekklisten",
        "Batch",
        "Utløper",
        "Sted",
        "Reaksjon",
        "Dosen ble ikke fullført",
        "Dose ferdig",
        "Reaksjon …",
        "Åpne pasienten",
        "Ikke gitt …",
    ]


def test_a_checklist_that_was_passed_over_is_answered_later_and_changed(morning: Morning) -> None:
    who = morning.select("Myhre")
    edit = morning.panel.checklist._edit
    assert edit.text() == "Svar"
    edit.click()
    assert morning.panel.main.text() == "Nei på alle spørsmål"
    morning.panel.main.click()
    morning.settle()
    assert [row.yes for row in morning.ward.patient(who).course.checklists] == [()]
    assert edit.text() == "Endre"
    edit.click()
    assert morning.panel.main.text() == "Lagre svarene"
    morning.panel.checklist._rows["vaccine"].set_answer(True)
    assert morning.panel.checklist.warning(morning.panel.case) == ""  # type: ignore[arg-type]
    morning.panel.main.click()
    morning.settle()
    assert [row.yes for row in morning.ward.patient(who).course.checklists] == [("vaccine",)]
    assert morning.step is Step.GIVE


def test_the_checklist_is_answered_by_letters(morning: Morning, qtbot: QtBot) -> None:
    morning.select("Sæther")
    rows = list(morning.panel.checklist._rows.values())
    rows[0].focus()
    for key in (Qt.Key.Key_N, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Y, Qt.Key.Key_J, Qt.Key.Key_T):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert [row.answer for row in rows[:4]] == [False, True, True, None]
    assert not rows[3]._whole.isHidden()
    assert rows[2]._whole.isHidden()
    rows[-1].focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
    qtbot.waitUntil(morning.panel.main.hasFocus)
