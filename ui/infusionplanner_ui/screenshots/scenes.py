"""The scenes of the pictures: every page, and the main states of the page Today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from infusionplanner.application.acts.checklists import answer_checklist
from infusionplanner_ui.screenshots.pages import PAGES
from infusionplanner_ui.screenshots.scene import Scene, patient_named

if TYPE_CHECKING:
    from infusionplanner_ui.pages.today.page import TodayPage
    from infusionplanner_ui.shell.desktop import Desktop

_WATCHED, _ARRIVED, _STARTED, _STOPPED, _WARNED, _DONE = "Moen", "Sæther", "Myhre", "Hansen", "Lie", "Aas"


def prepare(desktop: Desktop) -> None:
    """Let one patient be stopped by a yes on the checklist."""
    ward = desktop.ward
    today = ward.today
    stopped = patient_named(desktop, _STOPPED)
    ward.act(partial(answer_checklist, patient=stopped, for_=today, yes=("infection",)))
    desktop.operations.wait()


def _today(desktop: Desktop) -> TodayPage:
    from infusionplanner_ui.pages.today.page import TodayPage  # noqa: PLC0415 - loaded with its page

    page = desktop.frame.page("today")
    assert isinstance(page, TodayPage)  # noqa: S101 - that is the page of this key
    if page.side.is_busy:
        page.side.host.close_panel()
        page.close_beside()
    return page


def _select(family: str, desktop: Desktop) -> None:
    _select_any(family, desktop)


def _select_any(family: str, desktop: Desktop) -> TodayPage:
    page = _today(desktop)
    who = patient_named(desktop, family)
    assert page.day is not None  # noqa: S101 - the unit is open
    row = next(row for row in page.day.visits if row.visit.patient == who)
    page.board.select(row.visit.id)
    page.reload()
    page.board.setFocus()
    return page


def _reaction(desktop: Desktop) -> None:
    _select_any(_WATCHED, desktop).panel.reaction.click()


def _not_given(desktop: Desktop) -> None:
    _select_any(_ARRIVED, desktop).panel.not_given.click()


def _booking(desktop: Desktop) -> None:
    page = _select_any(_WATCHED, desktop)
    page.book(patient_named(desktop, "Nordli"))


def _shield(desktop: Desktop) -> None:
    _select_any(_WATCHED, desktop)
    desktop.frame.set_shielded(shielded=True)


def _find(desktop: Desktop) -> None:
    _select_any(_WATCHED, desktop)
    desktop.frame.focus_search()
    field = desktop.frame.header("today").search
    field.edit.setText("mo")


def _keys(desktop: Desktop) -> None:
    desktop.show_keys()


def _lock(desktop: Desktop) -> None:
    desktop.lock()


def clear_away(desktop: Desktop) -> None:
    """Take away what the scene before laid over the window."""
    desktop.frame.set_shielded(shielded=False)
    desktop.frame.header("today").search.clear()
    desktop.sheets.leave()
    desktop.sheets.unlock()
    QApplication.processEvents()


SCENES = (
    Scene("today", "today", arrange=partial(_select, _WATCHED)),
    Scene("today-checklist", "today", arrange=partial(_select, _ARRIVED)),
    Scene("today-giving", "today", arrange=partial(_select, _STARTED)),
    Scene("today-stopped", "today", arrange=partial(_select, _STOPPED)),
    Scene("today-warned", "today", arrange=partial(_select, _WARNED)),
    Scene("today-done", "today", arrange=partial(_select, _DONE)),
    Scene("today-reaction", "today", arrange=_reaction),
    Scene("today-not-given", "today", arrange=_not_given),
    Scene("today-booking", "today", arrange=_booking),
    Scene("today-shield", "today", arrange=_shield),
    Scene("find", "today", arrange=_find),
    Scene("keys", "today", arrange=_keys),
    Scene("lock", "today", arrange=_lock),
    *PAGES,
)
"""In this order, since each scene begins where the one before ended."""
