"""The scenes of the other pages: week, patients, home treatment, tasks, capacity, settings, the look round."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from infusionplanner.application.acts.patients import edit_patient
from infusionplanner.domain.patient import Language
from infusionplanner_ui.panels.acts.spec import Act, Wish
from infusionplanner_ui.screenshots.scene import Scene, patient_named

if TYPE_CHECKING:
    from infusionplanner_ui.pages.patient.page import PatientPage
    from infusionplanner_ui.shell.desktop import Desktop

_WOMAN_AT_HOME, _LATE, _EXTENDED, _LONG, _MOVED = "Berg", "Nordli", "Hauge", "Christensen-Hjelmeland Vestergaard", "Ek"

_HISTORY_TAB = 4


def _patient_page(family: str, desktop: Desktop) -> PatientPage:
    from infusionplanner_ui.pages.patient.page import PatientPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("patient", patient_named(desktop, family))
    assert isinstance(page, PatientPage)  # noqa: S101 - that is the page of this key
    page.host.close_panel()
    page.tabs.open_tab(0)
    return page


def _patient(family: str, desktop: Desktop, *, wish: Wish | None = None) -> None:
    page = _patient_page(family, desktop)
    if wish is not None:
        page.wish(wish)


def _week_move(desktop: Desktop) -> None:
    """Pick up a visit of tomorrow, so that the week shows where it may go."""
    from infusionplanner_ui.pages.week.page import WeekPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("week")
    assert isinstance(page, WeekPage)  # noqa: S101 - that is the page of this key
    who = patient_named(desktop, _MOVED)
    ward = desktop.ward
    page.board.select(next(visit.id for visit in ward.file(who).visits if visit.on > ward.today))
    page.board.setFocus()
    page.board.pick_up()


def _week_print(desktop: Desktop) -> None:
    from infusionplanner_ui.pages.week.page import WeekPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("week")
    assert isinstance(page, WeekPage)  # noqa: S101 - that is the page of this key
    page.board.cancel()
    page.open_print()


def _week(desktop: Desktop) -> None:
    from infusionplanner_ui.pages.week.page import WeekPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("week")
    assert isinstance(page, WeekPage)  # noqa: S101 - that is the page of this key
    page.board.cancel()
    page.host.close_panel()


def _tab(number: int, desktop: Desktop) -> None:
    page = _patient_page(_WOMAN_AT_HOME, desktop)
    page.tabs.open_tab(number)


def _history(desktop: Desktop) -> None:
    """Show what was changed of a patient: what stood there before, and what stands there now."""
    page = _patient_page(_MOVED, desktop)
    who = patient_named(desktop, _MOVED)
    if not desktop.ward.patient(who).notes:
        for value in ({"phone": "400 00 186"}, {"notes": "Ring helst etter kl. 12."}, {"language": Language.EN}):
            known = desktop.ward.patient(who)
            desktop.ward.act(partial(edit_patient, known=known, edited=replace(known, **value)), owner=page)
            desktop.operations.wait()
    page.tabs.open_tab(_HISTORY_TAB)


def _calendar(desktop: Desktop) -> None:
    _patient(_WOMAN_AT_HOME, desktop, wish=Wish(Act.CALENDAR))


def _sheet(desktop: Desktop) -> None:
    _patient(_WOMAN_AT_HOME, desktop, wish=Wish(Act.PLAN_SHEET))


def _patients(desktop: Desktop, *, add: bool = False) -> None:
    from infusionplanner_ui.pages.patients.page import PatientsPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("patients")
    assert isinstance(page, PatientsPage)  # noqa: S101 - that is the page of this key
    page.host.close_panel()
    if add:
        page.add_patient()


def _home(view: str, desktop: Desktop, *, act: str = "") -> None:
    from infusionplanner_ui.pages.home.page import HomePage  # noqa: PLC0415 - loaded with its page
    from infusionplanner_ui.pages.home.words import HomeList  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.show_page("home")
    assert isinstance(page, HomePage)  # noqa: S101 - that is the page of this key
    page.host.close_panel()
    page.show_view(HomeList(view))
    if act:
        page.act(act)


def _settings(section: str, desktop: Desktop) -> None:
    desktop.frame.show_page("settings", section)


def _tour(desktop: Desktop) -> None:
    desktop.sheets.show_round()


PAGES = (
    Scene("week", "week", arrange=_week),
    Scene("week-move", "week", arrange=_week_move),
    Scene("week-print", "week", arrange=_week_print),
    Scene("patients", "patients", arrange=_patients),
    Scene("patient", "patient", arrange=partial(_patient, _EXTENDED)),
    Scene("patient-home", "patient", arrange=partial(_patient, _WOMAN_AT_HOME)),
    Scene("patient-late", "patient", arrange=partial(_patient, _LATE)),
    Scene("patient-long-name", "patient", arrange=partial(_patient, _LONG)),
    Scene("patient-treatment", "patient", arrange=partial(_patient, _EXTENDED, wish=Wish(Act.TREATMENT))),
    Scene("patient-result", "patient", arrange=partial(_patient, _EXTENDED, wish=Wish(Act.RESULT))),
    *(
        Scene(f"patient-{act.value}", "patient", arrange=partial(_patient, _WOMAN_AT_HOME, wish=Wish(act)))
        for act in (Act.DOSE, Act.TRAINING, Act.PRESCRIPTION, Act.RENEWAL, Act.DISPENSING, Act.PREGNANCY, Act.TRANSFER)
    ),
    *(
        Scene(f"patient-{name}", "patient", arrange=partial(_tab, number))
        for number, name in ((1, "doses"), (2, "tests"), (3, "supply"))
    ),
    Scene("patient-history", "patient", arrange=_history),
    Scene("patient-calendar", "patient", arrange=_calendar),
    Scene("patient-sheet", "patient", arrange=_sheet),
    Scene("patient-stop", "patient", arrange=partial(_patient, _WOMAN_AT_HOME, wish=Wish(Act.STOP))),
    Scene("patients-new", "patients", arrange=partial(_patients, add=True)),
    *(Scene(f"home-{view}", "home", arrange=partial(_home, view)) for view in ("calls", "supply", "soon", "stale")),
    Scene("home-report", "home", arrange=partial(_home, "calls", act=Act.HOME_REPORT)),
    Scene("home-way", "home", arrange=partial(_home, "soon", act="way_home")),
    Scene("home-calendar", "home", arrange=partial(_home, "stale", act="calendar")),
    Scene("home", "home", arrange=partial(_home, "all")),
    Scene("tasks", "tasks"),
    Scene("capacity", "capacity"),
    *(
        Scene(f"settings-{section}", "settings", arrange=partial(_settings, section))
        for section in ("unit", "closures", "places", "parameters", "users", "looks", "privacy")
    ),
    Scene("tour", "today", arrange=_tour),
    Scene("welcome", "welcome", empty=True),
)
