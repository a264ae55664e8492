"""What the page of a patient shows first, and how it folds."""

from collections.abc import Callable
from datetime import date

import pytest
from panel_acts import who
from PySide6.QtCore import QCoreApplication

from infusionplanner.application.acts.checklists import answer_checklist
from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.ward import Ward


@pytest.fixture
def frame(make_frame: Callable[..., MainWindow], demo_ward: Ward) -> MainWindow:
    return make_frame(PageSpec("patient", lambda: "Pasient", lambda frame: PatientPage(frame, demo_ward)))


@pytest.fixture
def berg(frame: MainWindow, demo_ward: Ward) -> PatientPage:
    page = frame.show_page("patient", who(demo_ward, "Berg"))
    assert isinstance(page, PatientPage)
    return page


def test_home_treatment_is_not_shown_as_in_order_beside_a_stop(berg: PatientPage, demo_ward: Ward) -> None:
    berg_id = who(demo_ward, "Berg")
    demo_ward.act(lambda desk: answer_checklist(desk, berg_id, date(2026, 12, 14), yes=("infection",)))
    demo_ward.operations.wait()
    assert (berg.badge.text, berg.badge.tone) == ("Hjemmebehandling", Tone.NEUTRAL)
    assert (berg.flag.text, berg.flag.tone) == ("Stopp", Tone.STOP)


def test_each_patient_is_shown_from_the_top_and_so_is_one_after_an_act(
    berg: PatientPage, frame: MainWindow, demo_ward: Ward
) -> None:
    frame.resize(1093, 582)
    bars = [area.verticalScrollBar() for area in (berg.columns.work, berg.columns.side)]
    table = berg.tabs.current.view

    def scroll_down() -> None:
        QCoreApplication.processEvents()
        table.selectRow(3)
        for bar in bars:
            bar.setValue(bar.maximum())
        assert [bar.value() > 0 for bar in bars] == [True, True]

    scroll_down()
    demo_ward.act(lambda desk: answer_checklist(desk, who(demo_ward, "Berg"), date(2026, 12, 14), yes=("infection",)))
    demo_ward.operations.wait()
    assert [bar.value() for bar in bars] == [0, 0]
    scroll_down()
    frame.show_page("patient", who(demo_ward, "Eide"))
    demo_ward.operations.wait()
    assert [bar.value() for bar in bars] == [0, 0]
    assert table.currentIndex().row() == 0


def test_the_cards_stand_below_the_tables_where_there_is_room_for_one_column(
    berg: PatientPage, frame: MainWindow
) -> None:
    def order() -> list[bool]:
        QCoreApplication.processEvents()
        inside = berg.columns.work.widget().rect()
        card, tabs = berg.cards[0], berg.tabs
        places = [widget.mapTo(berg, widget.rect().topLeft()) for widget in (tabs, card)]
        return [card.isVisible(), berg.columns.work.isAncestorOf(card), places[1].y() > places[0].y(), inside.isValid()]

    assert order() == [True, False, False, True]
    frame.resize(960, 540)
    assert order() == [True, True, True, True]
    frame.resize(1366, 768)
    assert order() == [True, False, False, True]
