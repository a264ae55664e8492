"""The page of one patient: figures, course, plan with its reasons, record, history, and what leaves the program."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from panel_acts import who
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from infusionplanner.application.acts.doses import remove_dose
from infusionplanner_ui.application import Application
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.patient.facts import PatientFacts
from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.pages.patient.plan import WHY_COLUMN, PlanLine, plan_lines
from infusionplanner_ui.pages.patient.tabs import DOSES, HISTORY, PLAN, SUPPLY, TESTS
from infusionplanner_ui.pages.patients.page import PatientsPage
from infusionplanner_ui.panels.acts.spec import Act, Wish
from infusionplanner_ui.panels.change import ChangePanel
from infusionplanner_ui.panels.dose import DosePanel
from infusionplanner_ui.panels.dose_correction import DoseCorrectionPanel
from infusionplanner_ui.panels.form.rule_line import RuleLine
from infusionplanner_ui.panels.output.calendar_out import CalendarPanel
from infusionplanner_ui.panels.output.plan_sheet import PlanSheetPanel
from infusionplanner_ui.panels.result import ResultPanel
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.ward import Ward
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.why_popover import WhyPopover

MakeFrame = Callable[..., MainWindow]


@pytest.fixture
def frame(make_frame: MakeFrame, demo_ward: Ward) -> MainWindow:
    return make_frame(
        PageSpec("patients", lambda: "Pasienter", lambda frame: PatientsPage(frame, demo_ward)),
        PageSpec("patient", lambda: "", lambda frame: PatientPage(frame, demo_ward), rail=False, under="patients"),
        initial="patients",
    )


@pytest.fixture
def berg(frame: MainWindow, demo_ward: Ward) -> PatientPage:
    page = frame.show_page("patient", who(demo_ward, "Berg"))
    assert isinstance(page, PatientPage)
    return page


@pytest.fixture
def popover() -> Iterator[Callable[[], WhyPopover]]:
    def shown() -> WhyPopover:
        boxes = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, WhyPopover))
        return next(box for box in boxes if box.isVisible())

    yield shown
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, WhyPopover):
            widget.close()


def test_the_header_says_who_it_is(berg: PatientPage) -> None:
    assert berg.title() == "Berg, Anne"
    assert berg.subtitle() == "f. 13.12.1987 · 38 år · fødselsnr. … 417"
    assert (berg.badge.text, berg.badge.tone) == ("Hjemmebehandling", Tone.OK)
    assert berg.flag.text == ""


def test_the_key_figures(berg: PatientPage) -> None:
    shown = [(figure.accessibleName(), figure.accessibleDescription()) for figure in berg.figures]
    assert shown == [
        ("Behandling: Tysabri s.c. 300 mg", "2 × 150 mg hver 4. uke siden 16.12.2025"),
        ("Doser gitt: 13", "siste 16.11 · 1 lokal reaksjon"),
        ("Neste dose: ma. 14. desember", "09.12–19.12, hjemme"),
        ("PML-risiko: 0,1 per 1000", "JCV-negativ · måned 12"),
        ("Observasjon: 15 min", "≥ 6 doser, bare lokale reaksjoner"),
    ]


@pytest.mark.parametrize(
    ("family", "badge", "flag"),
    [
        ("Gaup", "I enheten", "Gravid"),
        ("Opsahl", "Seponert", ""),
        ("Grønli", "Før oppstart", "Stopp"),
        ("Moen", "I enheten", ""),
    ],
)
def test_where_in_the_treatment_a_patient_is(
    frame: MainWindow, demo_ward: Ward, family: str, badge: str, flag: str
) -> None:
    page = frame.show_page("patient", who(demo_ward, family))
    assert isinstance(page, PatientPage)
    assert (page.badge.text, page.flag.text) == (badge, flag)


def test_every_patient_of_the_unit_can_be_shown(frame: MainWindow, demo_ward: Ward) -> None:
    page = frame.page("patient")
    assert isinstance(page, PatientPage)
    for found in demo_ward.overview.patients:
        page.open(found)
        assert page.facts is not None
        for tab in range(5):
            page.tabs.open_tab(tab)
            assert page.tabs.current.model.columnCount() > 3
        page.tabs.open_tab(PLAN)


def test_the_plan_lies_by_day_and_every_line_has_its_rule(berg: PatientPage, demo_ward: Ward) -> None:
    assert berg.facts is not None
    lines = plan_lines(berg.facts)
    assert [line.on for line in lines] == sorted(line.on for line in lines)
    first = [(line.what, line.window, line.state, line.why, line.rule) for line in lines[:4]]
    assert first == [
        ("Bestill på apoteket", "før uttak 14.12", "kommer", "apoteket trenger 7 dager", "R-RX-4"),
        ("Forny H-resept", "gyldig til 11.12", "forfaller", "et uttak faller etter utløp", "R-RX-5"),
        ("Dose 14, hjemme", "09.12–19.12", "planlagt", "28 dager etter 16.11", "R-INT-2"),
        ("NAb", "", "forfaller", "siste 01.06.2026", "R-MON-2"),
    ]
    rules = demo_ward.protocol(berg.facts.id).rules
    for found in demo_ward.overview.patients:
        assert all(line.rule in rules for line in plan_lines(PatientFacts.of(demo_ward, demo_ward.file(found))))


@pytest.mark.parametrize(
    ("family", "why"),
    [
        ("Nordli", "28 dager etter 21.09 · forfalt 19.10"),
        ("Kvalheim", "28 dager etter 25.09 · bestilt time"),
    ],
)
def test_a_dose_on_another_day_than_it_is_due_says_why(demo_ward: Ward, family: str, why: str) -> None:
    facts = PatientFacts.of(demo_ward, demo_ward.file(who(demo_ward, family)))
    assert next(line for line in plan_lines(facts) if line.what.startswith("Dose")).why == why


def test_why_shows_the_rules_text_and_origin(
    berg: PatientPage, qtbot: QtBot, popover: Callable[[], WhyPopover]
) -> None:
    view = berg.tabs.tables[PLAN].view
    view.setFocus()
    view.setCurrentIndex(berg.tabs.tables[PLAN].model.index(2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    box = popover()
    assert box.accessibleName().startswith("R-INT-2. ")
    assert box.accessibleDescription() == "Publisert kilde"
    box.close()
    cell = view.visualRect(berg.tabs.tables[PLAN].model.index(0, WHY_COLUMN))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert popover().accessibleName().startswith("R-RX-4. ")


def test_enter_on_a_line_opens_the_act_that_does_it(berg: PatientPage, qtbot: QtBot) -> None:
    table = berg.tabs.tables[PLAN]
    number = next(n for n, row in enumerate(table.model.rows) if getattr(row.key, "what", "") == "NAb")
    table.view.setFocus()
    table.view.setCurrentIndex(table.model.index(number, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert isinstance(berg.host.panel, ResultPanel)
    assert berg.host.panel.kind.value() == "nab"
    berg.host.panel.rejected.emit()
    assert berg.host.panel is None
    assert table.view.hasFocus()


def test_the_tabs_hold_doses_tests_supply_and_history(
    berg: PatientPage, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    tabs = berg.tabs
    for tab in (PLAN, DOSES, TESTS, SUPPLY, HISTORY):
        tabs.open_tab(tab)
        qtmodeltester.check(tabs.current.model)
    tabs.open_tab(DOSES)
    first = [cell.spoken for cell in tabs.current.model.rows[0].cells]
    assert first[:6] == [
        "13", "16.11.2026, 15.40", "Tysabri s.c. 300 mg", "hjemme, høyre og venstre lår"
        if "lår" in first[3] else "hjemme", "ingen reaksjon", "FR1498, FR1499",
    ]  # fmt: skip
    tabs.open_tab(TESTS)
    assert tabs.current.model.rowCount() == len(berg.facts.patient.results)  # type: ignore[union-attr]
    tabs.open_tab(SUPPLY)
    assert {row.cells[1].text for row in tabs.current.model.rows} == {"H-resept", "Uttak"}
    tabs.open_tab(DOSES)
    tabs.current.view.setFocus()
    qtbot.keyClick(tabs.current.view, Qt.Key.Key_Return)
    assert isinstance(berg.host.panel, DoseCorrectionPanel)


def test_the_history_tells_before_and_after_and_takes_back(berg: PatientPage, demo_ward: Ward, qtbot: QtBot) -> None:
    facts = berg.facts
    assert facts is not None
    dose = facts.doses[-1]
    panel = DoseCorrectionPanel(demo_ward, facts.id, dose.fact)
    berg.host.open(panel)
    panel.reaction.set_value("local")
    panel.batch.set_value("XX1")
    panel.accepted.emit()
    assert demo_ward.operations.wait()
    berg.tabs.open_tab(HISTORY)
    row = berg.tabs.current.model.rows[0]
    assert [cell.spoken for cell in row.cells] == [
        "23.11.2026 kl. 09.50",
        "A. Dahl",
        "Dose rettet",
        "Dose: reaksjon ingen reaksjon → lokal reaksjon · Dose: batch FR1498, FR1499 → XX1",
    ]
    berg.tabs.current.view.setFocus()
    qtbot.keyClick(berg.tabs.current.view, Qt.Key.Key_Return)
    change = berg.host.panel
    assert isinstance(change, ChangePanel)
    assert change.can_undo
    said = [label.text() for label in change.findChildren(QLabel)]
    assert "ingen reaksjon" in said
    assert "→ lokal reaksjon" in said
    change.accepted.emit()
    assert demo_ward.operations.wait()
    assert demo_ward.patient(facts.id).course.doses[-1] == dose.dose
    undone, corrected = berg.tabs.current.model.rows[:2]
    assert undone.cells[2].spoken == "Angret, Dose rettet"
    assert corrected.cells[2].spoken == "Dose rettet, angret"


def test_the_beginning_cannot_be_taken_back_from_here(berg: PatientPage, demo_ward: Ward) -> None:
    assert berg.facts is not None
    panel = ChangePanel(demo_ward, berg.facts.id, berg.facts.acts[-1])
    berg.host.open(panel)
    assert not panel.can_undo
    assert panel.action() == ""


def test_the_cards_tell_findings_home_supply_and_notes(berg: PatientPage) -> None:
    findings, home, supply, notes = berg.cards
    lines = findings.findChildren(RuleLine)
    assert [line.said.tone for line in lines] == [Tone.INFO, Tone.INFO, Tone.INFO, Tone.NEUTRAL]
    assert lines[1].said.sentence.startswith("Forny H-resepten innen 14.12.2026.")
    assert findings.findChildren(Badge)[0].text == "6"
    assert [made.text() for made in findings.findChildren(QPushButton)][-1] == "Vis alle 6"
    assert home.title == "Kan få hjemmebehandling"
    assert supply.title == "H-resept og beholdning"
    assert notes.title == "Husk"
    said = [label.text() for label in notes.findChildren(QLabel)]
    assert "Bor 2 t unna. Vil ha tekst på engelsk i kalenderen." in said
    assert "400 00 075" in said


def test_the_cards_of_a_new_patient(frame: MainWindow, demo_ward: Ward) -> None:
    page = frame.show_page("patient", who(demo_ward, "Grønli"))
    assert isinstance(page, PatientPage)
    findings, home, supply, _ = page.cards
    first = findings.findChildren(RuleLine)[0]
    assert (first.said.tone, first.said.rule) == (Tone.STOP, "R-START-1")
    assert home.title == "Kan ikke få hjemmebehandling ennå"
    assert supply.isHidden()
    assert any("0 (minst 6)" in label.text() for label in home.findChildren(QLabel))


def test_the_timeline_moves_and_knows_its_ends(berg: PatientPage) -> None:
    assert berg._course.title == "Forløp"
    assert berg._earlier.isEnabled()
    rows = {row.name: row.cells for row in berg.timeline.accessible_rows()}
    assert list(rows) == ["Doser", "Blodprøver", "JCV", "MR / EDSS", "H-resept"]
    seen = [cell.name for cell in rows["Doser"]]
    assert any("Dose 14" in name for name in seen)
    berg._earlier.click()
    assert not berg._earlier.isEnabled()


def test_a_language_switch_renames_the_page(berg: PatientPage, qapp: Application, qtbot: QtBot) -> None:
    berg.wish(Wish(Act.DOSE))
    assert isinstance(berg.host.panel, DosePanel)
    berg.host.panel.note.edit.setPlainText("kept")
    qapp.set_language("en")
    qtbot.waitUntil(lambda: berg._course.title == "Course")
    assert berg.subtitle() == "b. 13 Dec 1987 · 38 years · national id … 417"
    assert berg.tabs.bar.tabText(PLAN) == "Plan"
    assert berg.tabs.bar.tabText(HISTORY) == "History"
    panel = berg.host.panel
    assert isinstance(panel, DosePanel)
    assert panel.accessibleName() == "Record dose"
    assert panel.note.value() == "kept"


def test_the_shield_hides_name_birth_date_and_number(frame: MainWindow, berg: PatientPage) -> None:
    frame.set_shielded(True)
    QApplication.processEvents()
    assert (berg.title(), berg.subtitle()) == ("A.B.", "f. 1987")
    said = [label.text() for label in berg.cards[3].findChildren(QLabel) if label.isVisible()]
    assert "400 00 075" not in said
    assert "····" in said


def test_the_page_without_a_patient_shows_the_way_to_the_list(frame: MainWindow) -> None:
    page = frame.show_page("patient", "nobody")
    assert isinstance(page, PatientPage)
    assert page.facts is None
    assert page.patient_acts() == ()
    page.wish(Wish(Act.DOSE))
    page.wish(Wish(Act.PLAN_SHEET))
    page.wish(Wish(Act.CALENDAR))
    assert page.host.panel is None
    page.empty.chosen.emit("patients")
    assert frame.current_key == "patients"


def test_acts_are_offered_as_things_stand(frame: MainWindow, berg: PatientPage, demo_ward: Ward) -> None:
    offered = {spec.act for spec in berg.patient_acts()}
    assert {Act.DOSE, Act.STOP, Act.DISPENSING} <= offered
    assert offered.isdisjoint({Act.RESTART, Act.BIRTH, Act.GATE, Act.LIFT})
    page = frame.show_page("patient", who(demo_ward, "Opsahl"))
    assert isinstance(page, PatientPage)
    offered = {spec.act for spec in page.patient_acts()}
    assert {Act.RESTART, Act.NEXT_TREATMENT} <= offered
    assert Act.STOP not in offered


def test_the_page_opens_with_an_act(frame: MainWindow, demo_ward: Ward) -> None:
    page = frame.show_page("patient", (who(demo_ward, "Moen"), Wish(Act.RESULT)))
    assert isinstance(page, PatientPage)
    assert isinstance(page.host.panel, ResultPanel)
    page.open(who(demo_ward, "Berg"))
    assert page.host.panel is None


def test_a_patient_who_is_taken_away_leaves_an_empty_page(berg: PatientPage, demo_ward: Ward) -> None:
    facts = berg.facts
    assert facts is not None
    demo_ward.act(lambda desk: remove_dose(desk, facts.id, facts.doses[-1].fact), owner=berg)
    assert demo_ward.operations.wait()
    assert berg.figures[1].accessibleName() == "Doser gitt: 12"


def test_the_plan_is_saved_as_pdf(berg: PatientPage, demo_ward: Ward, tmp_path: Path) -> None:
    berg.wish(Wish(Act.PLAN_SHEET))
    panel = berg.host.panel
    assert isinstance(panel, PlanSheetPanel)
    path = tmp_path / "plan.pdf"
    panel.choose_file = lambda _: path
    panel.save_pdf()
    assert demo_ward.operations.wait()
    assert path.read_bytes().startswith(b"%PDF")
    assert berg.host.panel is None


def test_a_plan_that_cannot_be_saved_says_so(berg: PatientPage, demo_ward: Ward, tmp_path: Path) -> None:
    berg.wish(Wish(Act.PLAN_SHEET))
    panel = berg.host.panel
    assert isinstance(panel, PlanSheetPanel)
    panel.sheet.set_value("training")
    panel.review()
    assert panel.said == ("Sjekklisten for opplæringen, til å fylle ut og signere for hånd.",)
    panel.choose_file = lambda _: tmp_path / "no" / "folder.pdf"
    panel.save_pdf()
    assert demo_ward.operations.wait()
    assert "folder.pdf" in panel.error_text
    panel.choose_file = lambda _: None
    panel.save_pdf()
    panel.choose_printer = lambda: None
    panel.accepted.emit()
    assert berg.host.panel is panel


def test_a_calendar_is_handed_out_by_two_keys(
    berg: PatientPage, frame: MainWindow, demo_ward: Ward, tmp_path: Path, qtbot: QtBot
) -> None:
    berg._export.click()
    panel = berg.host.panel
    assert isinstance(panel, CalendarPanel)
    panel.folder = tmp_path
    assert panel.said[0].endswith("kommende avtaler")
    qtbot.keyClick(panel.level.focus_target(), Qt.Key.Key_Return)
    assert demo_ward.operations.wait()
    files = list(tmp_path.glob("*.ics"))
    assert len(files) == 1
    assert b"Berg" not in files[0].read_bytes()
    assert frame.toast_text.startswith("1 fil i ")
    berg.wish(Wish(Act.CALENDAR))
    again = berg.host.panel
    assert isinstance(again, CalendarPanel)
    assert "Sist utlevert 23.11.2026 kl. 09.50 av AD" in again.said
    assert "0 endringer siden da" in again.said


def test_a_plan_line_is_a_value(berg: PatientPage) -> None:
    keys = [row.key for row in berg.tabs.tables[PLAN].model.rows]
    assert all(isinstance(key, PlanLine) for key in keys)
