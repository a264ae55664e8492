"""A visit goes on step by step on the page Today: answers, stops, doses, reactions, and what is not given."""

from datetime import date, datetime, timedelta

from mornings import Morning
from panel_acts import do
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from infusionplanner.application.acts import visits
from infusionplanner.application.records import VisitState
from infusionplanner.domain.patient import DoseStatus, Reaction
from infusionplanner_ui.pages.today.case import Step
from infusionplanner_ui.panels.reaction import ReactionPanel
from infusionplanner_ui.panels.visit_steps import LeavePanel, NotGivenPanel, RunningReactionPanel

TODAY = date(2026, 11, 23)


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
        morning.no_to_all()
    assert labels == ["Møtt", "Lagre svarene · 10 spørsmål gjenstår", "Start", "Dose ferdig", "Avslutt observasjon"]


def test_a_yes_stops_the_dose_until_a_doctor_clears_it(morning: Morning, qtbot: QtBot) -> None:
    who = morning.select("Sæther")
    yes = next(row for row in morning.panel.checklist.findChildren(QRadioButton) if row.text() == "Ja")
    yes.click()
    assert morning.panel.problem == "«Ja» på sjekklisten: nye eller verre plager. Mistanke om PML må avklares."
    assert morning.panel.main.text() == "Lagre svarene · 9 spørsmål gjenstår"
    assert not morning.panel.main.isEnabled()
    morning.no_to_all()
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


def test_a_batch_that_is_missing_or_has_expired_is_answered_before_the_dose_is_recorded(morning: Morning) -> None:
    morning.select("Myhre")
    given, found = morning.panel.given, morning.panel.findings
    assert (given.batch.text(), given._expires.text()) == ("FR1499", "31.03.2028")
    given.batch.clear()
    morning.enter()
    assert morning.panel.problem == "Dette må merkes som sett først: Batchnummeret er ikke skrevet inn."
    assert found._first is not None
    assert found._first.accessibleName() == "Sett: Batchnummeret er ikke skrevet inn."
    given.batch.setText("AB1, AB2")
    given._expires.setText("1.11.2026")
    morning.enter()
    assert morning.panel.problem == (
        "En lege må avklare dette først: Pakningen gikk ut 01.11.2026. Bruk en annen, eller la legen avklare."
    )
    assert found._form is not None
    assert found._form._finding.key == "batch.expired"
    given._expires.setText("snart")
    morning.enter()
    assert morning.panel.problem == "Skriv måned og år, som 06.2028, eller dagen som 30.06.2028."
    given._expires.setText("1226")
    morning.enter()
    assert morning.panel.case is not None
    assert morning.panel.case.dose is not None
    assert morning.panel.case.dose.batches == ("AB1", "AB2")
    assert morning.panel.case.detail is not None
    assert morning.panel.case.detail.expires_on == date(2026, 12, 31)


def test_a_pack_that_has_expired_is_used_when_the_doctor_has_cleared_it(morning: Morning) -> None:
    morning.select("Myhre")
    morning.panel.given._expires.setText("1.11.2026")
    morning.enter()
    form = morning.panel.findings._form
    assert form is not None
    form.doctor.setCurrentText("K. Lunde")
    form.reason.setText("Oppbevart riktig, ingen annen")
    form.submit()
    morning.settle()
    assert morning.panel.findings._form is None
    assert morning.visit.dose is None
    morning.enter()
    assert morning.visit.dose is not None


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


def test_what_is_being_typed_keeps_the_focus_when_the_day_is_read_again(morning: Morning) -> None:
    morning.select("Myhre")
    batch = morning.panel.given.batch
    batch.setFocus()
    batch.selectAll()
    QTest.keyClicks(batch, "AB1")
    morning.page.reload()
    morning.settle()
    assert morning.panel.given.batch is batch
    assert batch.hasFocus()
    QTest.keyClicks(batch, "2")
    assert batch.text() == "AB12"


def test_leaving_early_needs_a_reason(morning: Morning) -> None:
    morning.select("Moen")
    morning.panel.main.click()
    leaving = morning.page.host.panel
    assert isinstance(leaving, LeavePanel)
    assert leaving.who_text[0] == "Moen, Ingrid"
    assert leaving.said == ("Skal observeres i 42:00 til.",)
    assert leaving.missing_text == "Mangler: Hvorfor pasienten går nå"
    leaving.reason.set_value("Må rekke toget")
    assert leaving.error_text == "Si til pasienten hva som skal følges med på, og kryss av."
    leaving.knows.box.setChecked(True)
    do(leaving)
    assert morning.visit.state is VisitState.DONE
    assert morning.visit.note == "Må rekke toget"
    assert morning.page.side.currentWidget() is morning.panel


def test_a_reaction_during_the_observation_is_recorded_with_the_doctor(morning: Morning) -> None:
    who = morning.select("Moen")
    morning.panel.reaction.click()
    panel = morning.page.host.panel
    assert isinstance(panel, ReactionPanel)
    assert panel.kind.value() == ""
    panel.note.edit.setPlainText("Antihistamin gitt")
    panel.kind.set_value(Reaction.HYPERSENSITIVITY)
    assert panel.missing_text == "Mangler: Lege som er varslet"
    panel.told.set_value("T. Ahmed")
    assert panel.note.value() == "Antihistamin gitt"
    do(panel)
    assert morning.ward.patient(who).course.doses[-1].reaction is Reaction.HYPERSENSITIVITY
    assert morning.panel.case is not None
    assert morning.panel.case.detail is not None
    assert (morning.panel.case.detail.note, morning.panel.case.detail.told) == ("Antihistamin gitt", "T. Ahmed")


def test_a_reaction_during_the_dose_waits_for_the_dose(morning: Morning) -> None:
    who = morning.select("Myhre")
    morning.panel.reaction.click()
    panel = morning.page.host.panel
    assert isinstance(panel, RunningReactionPanel)
    panel.kind.set_value(Reaction.LOCAL)
    assert panel.said[0] == "En lokal reaksjon endrer ikke observasjonen."
    panel.accepted.emit()
    assert morning.page.host.panel is None
    morning.enter()
    assert morning.ward.patient(who).course.doses[-1].reaction is Reaction.LOCAL


def test_a_serious_reaction_stops_and_a_systemic_one_prolongs_before_it_is_kept(morning: Morning) -> None:
    morning.select("Myhre")
    morning.panel.reaction.click()
    panel = morning.page.host.panel
    assert isinstance(panel, RunningReactionPanel)
    panel.kind.set_value(Reaction.INFUSION)
    assert panel.said[0] == "Full observasjonstid nå og etter alle kommende doser, til en lege opphever det."
    panel.kind.set_value(Reaction.ANAPHYLAXIS)
    panel.told.set_value("T. Ahmed")
    assert panel.said[0] == "Stopp: ingen flere doser før en lege har avklart."


def test_not_given_has_a_coded_reason_or_a_written_one(morning: Morning) -> None:
    morning.select("Dahl")
    morning.panel.not_given.click()
    panel = morning.page.host.panel
    assert isinstance(panel, NotGivenPanel)
    assert [panel.reason.box.itemText(n) for n in range(3)] == ["Velg …", "Pasienten er syk", "Pasienten møtte ikke"]
    assert not panel.is_ready
    panel.reason.set_value("other")
    assert panel.missing_text == "Mangler: Årsaken med ord"
    panel.reason.set_value("no_show")
    do(panel)
    assert (morning.visit.state, morning.visit.not_given) == (VisitState.NOT_GIVEN, "no_show")
    assert morning.panel._note.text() == "Ikke gitt: Pasienten møtte ikke"


def test_a_panel_that_was_begun_keeps_its_visit_on_the_board(morning: Morning) -> None:
    dahl = morning.select("Dahl")
    morning.panel.not_given.click()
    panel = morning.page.host.panel
    assert isinstance(panel, NotGivenPanel)
    panel.reason.set_value("no_show")
    board, other = morning.page.board, morning.patient("Moen")
    block = next(block for block in board.blocks() if morning.page._patient_of(block.visit.key) == other)
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=block.box.center().toPoint())
    assert morning.page.host.panel is panel
    assert morning.page._patient_of(board.selected_key) == dahl
    assert (morning.page.blocks.tried, morning.page.host.is_asking) == (other, True)
    assert morning.page.host._ask is not None
    morning.page.host._ask.discard.click()
    morning.settle()
    assert (morning.page.host.panel, morning.page._patient_of(board.selected_key)) == (None, other)
    assert morning.visit.patient == other


def test_a_panel_that_nobody_touched_gives_way_to_the_visit_that_is_chosen(morning: Morning) -> None:
    morning.select("Dahl")
    morning.panel.not_given.click()
    board, other = morning.page.board, morning.patient("Moen")
    block = next(block for block in board.blocks() if morning.page._patient_of(block.visit.key) == other)
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=block.box.center().toPoint())
    morning.settle()
    assert morning.page.host.panel is None
    assert morning.visit.patient == other


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


def test_a_dose_of_a_day_that_passed_is_recorded_with_its_time(morning: Morning) -> None:
    who = morning.select("Dahl")
    morning.clock.advance(timedelta(days=1))
    morning.ward.read_again()
    morning.settle()
    morning.page.show_day(TODAY)
    assert morning.page.select_patient(who)
    assert morning.panel.main.text() == "Registrer dosen"
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


def test_an_error_is_said_in_the_panel(morning: Morning) -> None:
    morning.select("Dahl")
    visit = morning.visit.id
    morning.page.acts._act(lambda desk: _leave(desk, visit))
    morning.settle()
    assert (
        morning.panel.problem
        == "Besøket er kommet for langt til dette, eller ikke langt nok (planlagt). Se på det på nytt."
    )


def _leave(desk: object, visit: object) -> object:
    from infusionplanner.application.acts.visits import leave  # noqa: PLC0415 - used here only

    return leave(desk, visit)  # type: ignore[arg-type]


def test_a_checklist_that_was_passed_over_is_answered_later_and_changed(morning: Morning) -> None:
    who = morning.select("Sæther")
    visit = morning.visit.id
    morning.ward.act(lambda desk: visits.start(desk, visit))
    morning.settle()
    edit = morning.panel.checklist._edit
    assert edit.text() == "Svar"
    edit.click()
    morning.no_to_all()
    morning.panel.main.click()
    morning.settle()
    assert [row.yes for row in morning.ward.patient(who).course.checklists] == [()]
    assert edit.text() == "Endre"
    edit.click()
    assert morning.panel.main.text() == "Lagre svarene"
    assert morning.panel.checklist.questions is not None
    morning.panel.checklist.questions.rows["vaccine"].set_answer(answer=True)
    assert morning.panel.checklist.warning(morning.panel.case) == ""  # type: ignore[arg-type]
    morning.panel.main.click()
    morning.settle()
    assert [row.yes for row in morning.ward.patient(who).course.checklists] == [("vaccine",)]
    assert morning.step is Step.GIVE


def test_what_is_to_be_taken_stands_on_the_board_and_above_the_start_button_alike(morning: Morning) -> None:
    """R-MON-8: board, panel and both printed lists say the same of every visit that is still to come."""
    assert morning.page.day is not None
    said = {}
    for row in morning.page.day.visits:
        if not row.facts.samples:
            continue
        words = [morning.ward.wording.code("result", sample.kind) for sample in row.facts.samples]
        block = next(block for block in morning.page.day.board.visits if block.key == row.visit.id)
        assert [word for word in words if word not in block.detail] == []
        morning.page.board.select(row.visit.id)
        morning.page.reload()
        assert [word for word in words if word not in morning.panel._samples.text()] == []
        assert [sample.kind for sample in row.facts.samples] == [
            item.value for item in row.facts.ready if item.value in {sample.kind for sample in row.facts.samples}
        ]
        said[block.name] = morning.panel._samples.text()
    assert said
