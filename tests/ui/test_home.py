"""Home treatment: the lists, the telephone form and the acts beside them, on the demo unit's database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shown_pages import Opened, ShownPage

from infusionplanner.application.acts.renewals import advance_renewal
from infusionplanner.application.records import RenewalState
from infusionplanner.application.views.home_patients import HomeRow, SoonRow
from infusionplanner.domain.finding import Finding, Level
from infusionplanner.domain.patient import DoseStatus, Reaction
from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.models.cells import CELL_ROLE, Cell
from infusionplanner_ui.pages.home.page import HomePage
from infusionplanner_ui.pages.home.words import HomeList, first_day
from infusionplanner_ui.panels.acts.spec import Act
from infusionplanner_ui.panels.home.at_home import TrainingPanel
from infusionplanner_ui.panels.home.prescription import DispensingPanel, PrescriptionPanel
from infusionplanner_ui.panels.home.renewal import RenewalPanel
from infusionplanner_ui.panels.home.report import BOTH, NONE, ONE, HomeReportPanel
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.ward import Ward


class Shown(ShownPage[HomePage]):
    """The page with what a test asks of it."""

    def __init__(self, frame: MainWindow, ward: Ward, qtbot: QtBot) -> None:
        page = frame.page("home")
        assert isinstance(page, HomePage)
        super().__init__(page, ward, qtbot)

    def press(self, key: Qt.Key) -> None:
        self.page.table.setFocus()
        self._qtbot.keyClick(self.page.table, key)
        self.settle()

    def select(self, family: str) -> HomeRow | SoonRow:
        who = self.id_of(family)
        self.page._select(who)
        row = self.page.row
        assert row is not None
        assert row.patient == who
        return row

    def cells(self) -> list[Cell]:
        row = self.page.table.currentIndex().row()
        model = self.page.model
        return [model.index(row, column).data(CELL_ROLE) for column in range(model.columnCount())]

    def headings(self) -> list[str]:
        model = self.page.model
        return [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]

    def form(self, family: str = "Søvik") -> HomeReportPanel:
        """Open the telephone form of a patient."""
        self.frame.show_page("home", self.id_of(family))
        self.page.act(Act.HOME_REPORT)
        panel = self.page.host.panel
        assert isinstance(panel, HomeReportPanel)
        return panel

    def buttons(self) -> list[str]:
        return [button.text() for button in self.page.detail.buttons if not button.isHidden()]


@pytest.fixture
def shown(make_frame: Callable[..., MainWindow], demo_ward: Ward, qtbot: QtBot) -> Shown:
    patient = PageSpec("patient", lambda: "", Opened, rail=False, under="home")
    home = PageSpec("home", lambda: "Home", lambda frame: HomePage(frame, demo_ward))
    return Shown(make_frame(home, patient, initial="home"), demo_ward, qtbot)


def test_all_home_patients_are_listed_the_first_due_on_top(shown: Shown) -> None:
    rows = shown.page.model.values
    assert shown.page.subtitle() == f"{len(rows)} pasienter"
    assert [row.dose.due for row in rows] == sorted(row.dose.due for row in rows)
    assert shown.headings() == ["PASIENT", "NESTE DOSE", "MELDT", "BEHOLDNING", "BESTILL", "FORNY", "KONTROLLER"]


def test_a_row_says_dose_report_stock_days_and_controls(shown: Shown) -> None:
    shown.select("Søvik")
    name, dose, last, stock, order, renew, controls = shown.cells()
    assert (name.text, dose.text, dose.badge, dose.tone, dose.note) == (
        "Søvik, Kristian", "to. 19.11", "ikke meldt", Tone.WARN, "",
    )  # fmt: skip
    assert (last.text, stock.text, order.text, renew.text) == ("22.10", "3 doser", "04.02.2027", "11.03.2027")
    assert (controls.badge, controls.tone) == ("i orden", Tone.OK)
    shown.select("Øksnes")
    assert (shown.cells()[3].badge, shown.cells()[3].tone) == ("0 doser", Tone.WARN)


def test_a_dose_of_the_last_two_days_is_awaited(shown: Shown) -> None:
    awaited = next(row for row in shown.page.model.values if row.waiting and row.call is None)
    shown.page._select(awaited.patient)
    assert (shown.cells()[1].badge, shown.cells()[1].tone) == ("ventes", Tone.INFO)


def test_figures_change_the_list(shown: Shown) -> None:
    shown.press(Qt.Key.Key_2)
    assert shown.headings() == ["PASIENT", "FORFALT", "TELEFON", "MELDT", "HJEMME"]
    assert [row.patient for row in shown.page.model.values] == [shown.id_of("Søvik")]
    assert shown.cells()[2].text == "400 00 138"
    shown.press(Qt.Key.Key_3)
    assert shown.headings() == ["PASIENT", "HVA", "FRIST", "FORNYELSE"]
    days = [first_day(row) for row in shown.page.model.values]
    assert days == sorted(days)
    shown.select("Løken")
    assert [cell.text for cell in shown.cells()][1:3] == ["For få doser igjen på H-resepten", "16.10.2027"]
    shown.select("Øksnes")
    assert [cell.text for cell in shown.cells()][1:3] == ["Bestill på apoteket · uttak innen 04.12", "27.11"]
    shown.press(Qt.Key.Key_4)
    assert shown.headings() == ["PASIENT", "DOSER", "NOK DOSER FRA", "MANGLER"]
    shown.select("Moen")
    assert [cell.text for cell in shown.cells()] == [
        "Moen, Ingrid", "4 (minst 6)", "18.01.2027", "Godkjent opplæring og H-resept med doser igjen",
    ]  # fmt: skip
    shown.press(Qt.Key.Key_1)
    assert shown.page.views.current == HomeList.ALL


def test_each_list_keeps_qts_rules(shown: Shown) -> None:
    tester = QAbstractItemModelTester(shown.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for view in HomeList:
        shown.page.show_view(view)
        assert shown.page.model.rowCount() == len(shown.page._rows[view])
    assert tester.model() is shown.page.model


def test_the_detail_tells_supply_conditions_and_the_next_act(shown: Shown) -> None:
    shown.select("Søvik")
    assert shown.page.detail._about.text().splitlines() == ["Tysabri s.c. · hver 4. uke", "Telefon 400 00 138"]
    lines = [shown.page.detail._lines.itemAt(number).widget().said.sentence for number in range(3)]  # type: ignore[union-attr]
    assert lines[0].startswith("Hjemmedosen 19.11.2026 er ikke meldt")
    assert lines[1] == "3 doser hjemme · til og med dosen 14.01.2027 · 1 dose igjen på resepten"
    assert shown.buttons() == ["Registrer hjemmedose …", "Registrer uttak …", "Åpne pasient"]


def test_who_must_renew_gets_the_step_of_the_renewal_first(shown: Shown) -> None:
    shown.page.show_view(HomeList.SUPPLY)
    shown.select("Berg")
    assert shown.buttons()[0] == "Forny resept …"
    shown.page.detail.buttons[0].click()
    assert isinstance(shown.page.host.panel, RenewalPanel)
    shown.page.host.close_panel()
    who = shown.id_of("Berg")
    shown.ward.act(lambda desk: advance_renewal(desk, who, RenewalState.ASKED, date(2026, 11, 20)))
    shown.settle()
    shown.select("Berg")
    assert (shown.cells()[3].note, shown.cells()[3].tip) == ("20.11", f"{shown.cells()[3].text} 20.11.2026 (AD)")


def test_who_must_order_records_the_dispensing_first(shown: Shown) -> None:
    shown.page.show_view(HomeList.SUPPLY)
    shown.select("Øksnes")
    assert shown.buttons()[0] == "Registrer uttak …"
    shown.press(Qt.Key.Key_Return)
    assert isinstance(shown.page.host.panel, DispensingPanel)
    assert not shown.page.detail.isVisible()
    shown.page.host.close_panel()
    assert shown.page.detail.isVisible()


def test_a_dose_that_nothing_is_there_for_shouts(shown: Shown) -> None:
    today = shown.ward.today
    row = shown.select("Øksnes")
    assert isinstance(row, HomeRow)
    needed = Finding("R-RX-4", Level.WARN, "supply.missing", today, {"needed_by": today})
    cell = shown.page._words._wanting(replace(row, wanting=(*row.wanting, needed)))
    assert (cell.badge, cell.tone) == ("ingen doser", Tone.WARN)
    assert cell.note == "trengs innen 23.11"
    assert "Ingen doser hjemme til 23.11.2026" in cell.tip
    fresh = Finding("R-RX-5", Level.TASK, "prescription.missing", today, {"needed_by": today})
    assert shown.page._words._wanting(replace(row, wanting=(fresh,))).badge == "ingen resept"


def test_who_may_go_home_soon_gets_what_is_missing(shown: Shown) -> None:
    shown.page.show_view(HomeList.SOON)
    shown.select("Moen")
    assert shown.buttons() == ["Godkjenn opplæring …", "H-resept …", "Veien hjem …", "Åpne pasient"]
    shown.page.act("training")
    assert isinstance(shown.page.host.panel, TrainingPanel)
    shown.page.act("prescription")
    assert isinstance(shown.page.host.panel, PrescriptionPanel)
    shown.page.act(Act.HOME_REPORT)
    assert isinstance(shown.page.host.panel, PrescriptionPanel)


def test_o_opens_the_patient_and_r_the_form(shown: Shown) -> None:
    shown.select("Øksnes")
    shown.press(Qt.Key.Key_R)
    panel = shown.page.host.panel
    assert isinstance(panel, HomeReportPanel)
    assert panel.accessibleName().startswith("Registrer hjemmedose")
    shown.page.host.close_panel()
    shown.press(Qt.Key.Key_O)
    patient = shown.frame.page("patient")
    assert isinstance(patient, Opened)
    assert patient.opened == shown.id_of("Øksnes")


def test_an_empty_list_says_what_that_means(shown: Shown) -> None:
    filled(shown.form()).accepted.emit()
    shown.settle()
    shown.page.show_view(HomeList.CALLS)
    assert shown.page._empty.isVisible()
    assert shown.page.row is None
    shown.page.act(Act.HOME_REPORT)
    assert shown.page.host.panel is None


# the telephone form


def filled(form: HomeReportPanel) -> HomeReportPanel:
    """Fill in what every report has."""
    form.syringes.set_value(BOTH)
    form.time.set_value("0930")
    form.between.set_value("25")
    form.batch.set_value("AB123")
    form.reaction.set_value(Reaction.NONE)
    form.questions.set_answers(dict.fromkeys(form.questions.rows, False))
    return form


def test_the_form_asks_about_the_dose_that_was_due(shown: Shown) -> None:
    form = shown.form()
    assert form.on.day() == date(2026, 11, 19)
    assert form.accessibleName() == "Registrer hjemmedose · dose 17, ventet to. 19.11 · 400 00 138"
    assert form.who_text == ("Søvik, Kristian", "f. 18.11.1992 · 34 år · fødselsnr. … 964")
    assert list(form.questions.rows) == [question.key for question in form.protocol.questions]
    assert form.yes is None
    assert not form.is_ready


def test_a_whole_report_is_recorded(shown: Shown) -> None:
    form = filled(shown.form())
    form.left.set_value("4")
    assert form.is_ready
    assert form.said == ("Neste dose forfaller to. 17. desember 2026.",)
    form.accepted.emit()
    shown.settle()
    dose = shown.ward.patient(shown.id_of("Søvik")).course.doses[-1]
    assert (dose.on, dose.time, dose.ended, dose.mg) == (date(2026, 11, 19), time(9, 30), time(9, 55), 300)
    assert shown.page.host.panel is None
    assert shown.page._choices.isVisible()


def test_unasked_questions_are_a_warning_to_be_seen(shown: Shown) -> None:
    form = shown.form()
    form.reaction.set_value(Reaction.NONE)
    form.review()
    assert [finding.key for finding in form.judge()[1]] == ["home.checklist_missing", "batch.unread"]
    assert not form.is_ready


def test_a_half_answered_checklist_is_refused(shown: Shown) -> None:
    form = filled(shown.form())
    assert form.error_text == ""
    shown.page.host.close_panel()
    half = shown.form()
    half.reaction.set_value(Reaction.NONE)
    half.questions.rows["infection"].set_answer(answer=False)
    half.review()
    assert half.error_text.startswith("Svar på alle spørsmålene")


def test_a_yes_says_what_it_does(shown: Shown) -> None:
    form = filled(shown.form())
    form.questions.rows["infection"].set_answer(answer=True)
    form.questions.rows["medicines"].set_answer(answer=True)
    said = form.said
    assert said[0] == "Infeksjon · alle kommende doser stoppes til en lege opphever det"
    assert said[1] == "Nye legemidler"
    assert form.yes == ("infection", "medicines")


def test_up_and_down_go_through_the_questions(shown: Shown) -> None:
    form = shown.form()
    keys = list(form.questions.rows)
    form.questions.rows[keys[0]].focus()
    form.questions.rows[keys[0]].moved.emit(1)
    assert form.focusWidget() in form.questions.rows[keys[1]].children()
    form.questions.rows[keys[0]].moved.emit(-1)
    assert form.focusWidget() in form.questions.rows[keys[0]].children()
    form.questions.rows[keys[-1]].moved.emit(1)
    assert form.focusWidget() is form.note.focus_target()


def test_one_syringe_is_an_incomplete_dose(shown: Shown) -> None:
    form = filled(shown.form())
    form.syringes.set_value(ONE)
    form.review()
    assert any("teller ikke" in sentence for sentence in form.said)
    dose = form.dose()
    assert (dose.status, dose.mg, dose.ended) == (DoseStatus.INCOMPLETE, 150, None)


def test_a_dose_that_was_not_taken_asks_for_nothing_more(shown: Shown) -> None:
    form = shown.form()
    form.syringes.set_value(NONE)
    form.review()
    assert form.is_ready
    assert form.said == ("Det er fortsatt neste dose. Avtal dagen, og lever ut kalenderen på nytt.",)
    assert form.judge() == ([], [])
    form.accepted.emit()
    shown.settle()
    dose = shown.ward.patient(shown.id_of("Søvik")).course.doses[-1]
    assert (dose.on, dose.status) == (date(2026, 11, 19), DoseStatus.MISSED)
    shown.page.show_view(HomeList.CALLS)
    assert shown.page.model.rowCount() == 0
    shown.page.show_view(HomeList.ALL)
    shown.select("Søvik")
    assert (shown.cells()[1].badge, shown.cells()[1].tone, shown.cells()[1].note) == ("ikke tatt", Tone.WARN, "")


def test_what_is_left_at_home_is_held_against_the_plan(shown: Shown) -> None:
    form = filled(shown.form())
    form.left.set_value("3")
    assert any("Planen regner med 4 sprøyter igjen" in sentence for sentence in form.said)


@pytest.mark.parametrize(
    ("first", "between", "said"),
    [
        ("", "25", "Skriv når den første sprøyten ble satt."),
        ("2350", "25", "Den andre sprøyten var etter midnatt"),
    ],
)
def test_times_that_cannot_be_are_said(shown: Shown, first: str, between: str, said: str) -> None:
    form = filled(shown.form())
    form.time.set_value(first)
    form.between.set_value(between)
    form.review()
    assert form.error_text.startswith(said)
    form.syringes.set_value(BOTH)
    assert not form.is_ready


def test_a_dose_too_soon_needs_a_doctor(shown: Shown) -> None:
    form = filled(shown.form())
    form.on.set_day(date(2026, 11, 5))
    form.review()
    assert [finding.key for finding in form.judge()[0]] == ["interval.too_soon"]
    assert not form.is_ready


def test_from_an_empty_list_the_figures_still_lead_to_the_others(shown: Shown) -> None:
    page = shown.page
    shown.press(Qt.Key.Key_4)
    page._rows[HomeList.CALLS] = ()
    shown.press(Qt.Key.Key_2)
    assert (page.views.current, page.table.isVisible()) == (HomeList.CALLS, False)
    shown._qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    assert page.views.current == HomeList.SOON
    assert page.table.hasFocus()


def test_shield_and_language_reach_the_form(shown: Shown, qapp: Application) -> None:
    shown.frame.set_shielded(True)
    form = shown.form()
    assert form.who_text == ("K.S.", "f. 1992")
    qapp.set_language("en")
    QCoreApplication.processEvents()
    assert form.accessibleName().startswith("Record home dose · dose 17, due Thu 19 Nov")
    assert shown.page.title() == "Home treatment"


def test_before_the_ward_is_open_the_page_is_empty(
    make_frame: Callable[..., MainWindow], operations: Operations
) -> None:
    closed = Ward(operations)
    frame = make_frame(PageSpec("home", lambda: "", lambda made: HomePage(made, closed)), initial="home")
    page = frame.page("home")
    assert isinstance(page, HomePage)
    assert (page.subtitle(), page.row, page.model.rowCount()) == ("", None, 0)
