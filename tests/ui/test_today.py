"""The page Today: what it shows of a day, how it follows time and shield, and where it leads to."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

from mornings import Morning
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shown_pages import Opened

from infusionplanner.application.acts.checklists import answer_checklist
from infusionplanner.application.records import PatientId
from infusionplanner.application.views.work_items import Band, WorkItem
from infusionplanner.domain.finding import Finding, Level
from infusionplanner_ui.application import Application
from infusionplanner_ui.pages.today.page import TodayPage
from infusionplanner_ui.pages.today.print import write_day
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.ward import Ward

TODAY = date(2026, 11, 23)


def test_it_opens_on_today_with_the_latest_observation(morning: Morning) -> None:
    assert (morning.page.title(), morning.page.subtitle()) == ("Mandag 23. november", "uke 48")
    assert morning.panel._name.text() == "Moen, Ingrid"
    assert morning.panel._rest.text() == "f. 04.08.1991 · 35 år · fødselsnr. … 013"
    assert morning.panel._state.text == "Observasjon · stol 2"
    assert morning.panel._facts.text() == "Tysabri s.c. 300 mg · hver 4. uke · JCV negativ 11.08"
    assert morning.panel._countdown.left_text == "42:00 igjen"


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
    assert booking._who.text() == "Moen, Ingrid\nf. 04.08.1991 · 35 år · fødselsnr. … 013"
    assert booking._note.text() == "Neste dose er nummer 5, forfall ma. 21.12. Vindu 16.12–26.12."
    booking._day.setText("24.12.2026")
    booking._show_meaning()
    assert booking._meaning.text() == "Torsdag 24. desember 2026 er stengt: Julaften."
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
    assert booking._who.text().splitlines()[0] == "Nordli, Siri"
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
    panel = morning.page.host.panel
    assert panel is not None
    assert panel.who_text[0]
    assert panel.heading() == "Registrer svar"
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not morning.page.side.is_busy
    qtbot.waitUntil(morning.page.board.hasFocus)
    serious = Finding("R-NONE-1", Level.WARN, "nothing.known")
    morning.page.attention.asked.emit(WorkItem(morning.patient("Warsame"), serious, Band.OVERDUE))
    assert morning.frame.current_key == "patient"
    shown = morning.frame.page("patient")
    assert isinstance(shown, Opened)
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
    assert (morning.panel._name.text(), morning.panel._rest.text()) == ("I.M.", "f. 1991")
    assert morning.panel._facts.text().startswith("Tysabri s.c. 300 mg")


def test_the_page_speaks_english_too(morning: Morning, qapp: Application, qtbot: QtBot) -> None:
    morning.ward.language = "en"
    qapp.set_language("en")
    assert morning.page.title() == "Monday 23 November"
    qtbot.waitUntil(lambda: morning.panel.main.text() == "End the observation")
    assert morning.page.attention.title == "Needs attention"
    morning.ward.language = "nb"


def test_the_day_list_is_written_where_it_was_asked_for(morning: Morning, tmp_path: Path) -> None:
    path = tmp_path / "dag.pdf"
    write_day(morning.page, morning.ward, morning.frame, morning.ward.today, path)
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
