"""The look round: each stop lights a part of its page, says what it is, and can be skipped at any moment."""

import re

from nurses import Nurse
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from infusionplanner_ui.application import Application
from infusionplanner_ui.help.tour import Tour
from infusionplanner_ui.help.tour_steps import steps

_LETTERS_A_SECOND = 18
"""How fast a text is read, counted high: 200 words a minute."""


def _started(nurse: Nurse) -> Tour:
    nurse.desktop.sheets.show_round()
    nurse.settle()
    tour = nurse.desktop.sheets.tour
    assert tour is not None
    return tour


def test_every_stop_shows_its_page_and_lights_a_part_of_it(nurse: Nurse) -> None:
    tour = _started(nurse)
    pages = []
    while tour.step is not None:
        step = tour.step
        pages.append(nurse.desktop.frame.current_key)
        assert step.page == pages[-1]
        assert step.title in tour.words
        inside = nurse.desktop.frame.rect()
        assert inside.contains(tour.card.geometry()), step.title
        # The last stop is in the middle of the window and lights nothing.
        assert tour.lit.isEmpty() if len(pages) == 10 else inside.contains(tour.lit), step.title
        nurse.press("Enter")
    expected = ["today", "today", "today", "week", "patient", "home", "tasks", "capacity", "today", "today"]
    assert pages == expected
    assert nurse.desktop.looks.taste.toured


def test_beside_what_is_lit_the_card_does_not_cover_it(nurse: Nurse) -> None:
    tour = _started(nurse)
    assert not tour.card.geometry().intersects(tour.lit)
    nurse.press("Right")
    assert not tour.card.geometry().intersects(tour.lit)


def test_it_is_read_in_two_minutes(qapp: Application, nurse: Nurse) -> None:
    for language in ("nb", "en"):
        qapp.set_language(language)
        letters = sum(len(step.title) + len(step.words) for step in steps(nurse.desktop.ward))
        assert 30 <= letters / _LETTERS_A_SECOND <= 120


def test_back_and_on_by_the_arrows_and_the_buttons(nurse: Nurse) -> None:
    tour = _started(nurse)
    nurse.press("Left")
    assert tour.place == 0
    nurse.press("Right", "Right", "Left")
    assert tour.place == 1
    nurse.press("Tab", "Enter")
    assert tour.place == 0
    assert QApplication.focusWidget() is tour.next_button


def test_skipping_is_remembered_and_gives_the_focus_back(nurse: Nurse) -> None:
    before = QApplication.focusWidget()
    tour = _started(nurse)
    nurse.press("X", "Escape")
    assert not tour.isVisible()
    assert tour.step is None
    assert QApplication.focusWidget() is before
    assert nurse.desktop.looks.taste.toured
    tour.end()


def test_the_help_is_the_rules_own_sentence_with_the_units_numbers(nurse: Nurse) -> None:
    tour = _started(nurse)
    nurse.press("Right")
    protocol = nurse.desktop.ward.desk.protocol("natalizumab", nurse.desktop.ward.unit)
    assert f"R-OBS-1 {nurse.desktop.ward.wording.rule(protocol, 'R-OBS-1')}" in tour.words
    assert re.search(r"60 minutter", tour.words)


def test_language_and_size_are_followed(nurse: Nurse) -> None:
    tour = _started(nurse)
    nurse.desktop.looks.set_language("en")
    nurse.settle()
    assert "The day on a board" in tour.words
    before = QRect(tour.lit)
    nurse.desktop.frame.resize(1920, 1080)
    nurse.settle()
    assert tour.geometry() == nurse.desktop.frame.rect()
    assert tour.lit != before
    assert not tour.lit.contains(QPoint(0, 0))
    nurse.desktop.frame.resize(1024, 640)
    for _ in range(10):
        nurse.settle()
        assert nurse.desktop.frame.rect().contains(tour.card.geometry())
        tour.go(1)


def test_without_a_unit_there_is_nothing_to_show(nurse: Nurse) -> None:
    nurse.desktop.ward.close()
    tour = Tour(nurse.desktop.frame, nurse.desktop.ward)
    tour.start()
    assert not tour.isVisible()
