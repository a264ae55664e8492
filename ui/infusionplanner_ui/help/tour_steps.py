"""What the guided look round shows, and in which words. The help texts are the rules' own, from the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.shell.main_window import MainWindow
    from infusionplanner_ui.shell.ward import Ward

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TourStep:
    """One stop: the page, what is lit on it, and the words. ``rule`` adds the sentence of a rule."""

    title: str
    words: str
    page: str = ""
    argument: object = None
    target: Callable[[MainWindow], QWidget | None] = lambda _: None
    rule: str = ""


def steps(ward: Ward) -> tuple[TourStep, ...]:
    """Return all stops, in the language of the windows."""
    return (*_day(), *_planning(ward), *_lists(), *_everywhere())


def part(page: str, name: str) -> Callable[[MainWindow], QWidget | None]:
    """Return what finds a part of a page by the name of its class; without it the whole page is lit."""

    def find(frame: MainWindow) -> QWidget | None:
        from PySide6.QtWidgets import QWidget  # noqa: PLC0415 - loaded with the windows

        shown = frame.page(page)
        found = (widget for widget in shown.findChildren(QWidget) if type(widget).__name__ == name)
        return next((widget for widget in found if widget.isVisible()), shown)

    return find


def _day() -> tuple[TourStep, ...]:
    return (
        TourStep(
            translate("Tour", "The day on a board"),
            translate(
                "Tour",
                "Rows are places, time runs to the right. Hatched is observation, the red line is now. The arrow keys "
                "choose a visit, Enter does its next step: arrived, start, end, done.",
            ),
            "today",
            target=part("today", "DayBoard"),
        ),
        TourStep(
            translate("Tour", "The visit beside it"),
            translate(
                "Tour",
                "Checklist, batch, site and reaction, and the time left of the observation. Below stands the next dose "
                "with its window: one key books it.",
            ),
            "today",
            target=part("today", "TodayPanel"),
            rule="R-OBS-1",
        ),
        TourStep(
            translate("Tour", "What needs attention"),
            translate("Tour", "The most urgent first: ● is a stop or late, ▲ a warning. Each line has its next step."),
            "today",
            target=part("today", "AttentionCard"),
        ),
    )


def _planning(ward: Ward) -> tuple[TourStep, ...]:
    return (
        TourStep(
            translate("Tour", "Move without reckoning"),
            translate(
                "Tour",
                "M picks a visit up. The days then show where the dose may go: best, allowed, or outside with the "
                "reason. Enter drops it, Esc leaves it, Ctrl+Z takes it back.",
            ),
            "week",
            target=part("week", "WeekBoard"),
            rule="R-INT-3",
        ),
        TourStep(
            translate("Tour", "One patient"),
            translate(
                "Tour",
                "The course so far and a year ahead. Each line of the plan answers “why?” with its rule and where the "
                "rule comes from.",
            ),
            "patient",
            argument=_example(ward),
            target=part("patient", "Timeline"),
            rule="R-INT-1",
        ),
    )


def _lists() -> tuple[TourStep, ...]:
    return (
        TourStep(
            translate("Tour", "At home"),
            translate(
                "Tour", "Who takes the next dose when, whom to call, and whose medicine or prescription runs out."
            ),
            "home",
            target=part("home", "Card"),
            rule="R-HOME-1",
        ),
        TourStep(
            translate("Tour", "Everything that is due"),
            translate("Tour", "Blood tests, JCV, MRI, prescriptions: by how late they are, by kind, by who took them."),
            "tasks",
            target=part("tasks", "Card"),
        ),
        TourStep(
            translate("Tour", "Twelve weeks ahead"),
            translate("Tour", "How full each day is, which days are a problem, and which visits could move."),
            "capacity",
            target=part("capacity", "Card"),
        ),
    )


def _everywhere() -> tuple[TourStep, ...]:
    return (
        TourStep(
            translate("Tour", "Find anything"),
            translate(
                "Tour",
                "Ctrl+K finds patients and commands. Ctrl+Shift+H shows initials while patients can see the screen, "
                "Ctrl+L locks it, Ctrl+Z undoes, F1 shows all keys.",
            ),
            "today",
            target=lambda frame: frame.header("today").search,
        ),
        TourStep(
            translate("Tour", "Your turn"),
            translate(
                "Tour",
                "Everybody here is invented: try whatever you like. The numbers behind the plan stand in the settings, "
                "each with where it comes from.",
            ),
            "today",
        ),
    )


def _example(ward: Ward) -> PatientId | None:
    """Return a patient at home with a long course, or anybody."""
    patients = ward.overview.patients
    long = [who for who, plan in ward.overview.plans.items() if plan.doses_completed >= _LONG and plan.next_dose]
    return next(iter(long), next(iter(patients), None))


_LONG = 9
