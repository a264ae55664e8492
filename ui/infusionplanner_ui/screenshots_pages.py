"""The scenes of the other pages: week, patients, home treatment, tasks, capacity, settings, the look round."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from infusionplanner_ui.panels.registry import Act, Wish
from infusionplanner_ui.screenshots import Scene, patient_named

if TYPE_CHECKING:
    from infusionplanner_ui.desktop import Desktop

_WOMAN_AT_HOME, _LATE, _EXTENDED, _LONG, _MOVED = "Berg", "Nordli", "Hauge", "Christensen-Hjelmeland Vestergaard", "Ek"


def _patient(family: str, desktop: Desktop, *, wish: Wish | None = None) -> None:
    who = patient_named(desktop, family)
    desktop.frame.show_page("patient", who if wish is None else (who, wish))


def _week_move(desktop: Desktop) -> None:
    """Pick up a visit of tomorrow, so that the week shows where it may go."""
    from infusionplanner_ui.pages.week import WeekPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("week")
    assert isinstance(page, WeekPage)  # noqa: S101 - that is the page of this key
    who = patient_named(desktop, _MOVED)
    ward = desktop.ward
    with ward.desk.store.reading() as reading:
        visits = reading.visits_of(who)
    page.board.select(next(visit.id for visit in visits if visit.on > ward.today))
    page.board.setFocus()
    page.board.pick_up()


def _week_print(desktop: Desktop) -> None:
    from infusionplanner_ui.pages.week import WeekPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("week")
    assert isinstance(page, WeekPage)  # noqa: S101 - that is the page of this key
    page.board.cancel()
    page.open_print()


def _week(desktop: Desktop) -> None:
    from infusionplanner_ui.pages.week import WeekPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("week")
    assert isinstance(page, WeekPage)  # noqa: S101 - that is the page of this key
    page.board.cancel()
    for panel in (page.book_panel, page.print_panel):
        panel.hide()


def _settings(section: str, desktop: Desktop) -> None:
    desktop.frame.show_page("settings", section)


def _tour(desktop: Desktop) -> None:
    desktop.sheets.show_round()


PAGES = (
    Scene("week", "week", arrange=_week),
    Scene("week-move", "week", arrange=_week_move),
    Scene("week-print", "week", arrange=_week_print),
    Scene("patients", "patients"),
    Scene("patient", "patient", arrange=partial(_patient, _EXTENDED)),
    Scene("patient-home", "patient", arrange=partial(_patient, _WOMAN_AT_HOME)),
    Scene("patient-late", "patient", arrange=partial(_patient, _LATE)),
    Scene("patient-long-name", "patient", arrange=partial(_patient, _LONG)),
    Scene("patient-treatment", "patient", arrange=partial(_patient, _EXTENDED, wish=Wish(Act.TREATMENT))),
    Scene("patient-result", "patient", arrange=partial(_patient, _EXTENDED, wish=Wish(Act.RESULT))),
    Scene("patient-stop", "patient", arrange=partial(_patient, _WOMAN_AT_HOME, wish=Wish(Act.STOP))),
    Scene("home", "home"),
    Scene("tasks", "tasks"),
    Scene("capacity", "capacity"),
    *(
        Scene(f"settings-{section}", "settings", arrange=partial(_settings, section))
        for section in ("unit", "closures", "places", "parameters", "users", "looks", "privacy")
    ),
    Scene("tour", "today", arrange=_tour),
    Scene("welcome", "welcome"),
)
