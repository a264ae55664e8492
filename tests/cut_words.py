"""Every state of the program worth a look, and the words in it that are cut. Run for itself with QT_SCALE_FACTOR set:

python cut_words.py DATABASE LANGUAGE WIDTHxHEIGHT …    prints what is cut as JSON
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QRadioButton, QScrollArea, QWidget

from infusionplanner.clock import FixedClock
from infusionplanner_ui.application import Application
from infusionplanner_ui.pages.patient.page import PatientPage
from infusionplanner_ui.panels.acts.spec import Wish
from infusionplanner_ui.screenshots.scenes import SCENES, clear_away, prepare
from infusionplanner_ui.shell.desktop import Desktop
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.shell.preferences import Preferences
from infusionplanner_ui.shell.rail import RailButton
from infusionplanner_ui.widgets.label import ElidedLabel

MORNING = datetime(2026, 11, 23, 9, 50)
_SPARE = 1
_PICTURED = "1093x582"
"""The size at which the states of the pictures are looked at too: the least screen of a ward."""

_WHO = re.compile(r"[A-ZÆØÅ][\w’-]+, [A-ZÆØÅ]|\d{11}|FR\d{4}|\b[Dd]ose \d")


def cut_words(window: QWidget) -> Iterator[str]:
    """Yield what a label, button or box says without room for it.

    What elides by itself, with a tooltip, is fine unless it tells a patient, a dose or a batch from another.
    """
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, RailButton):
            continue
        if isinstance(widget, ElidedLabel):
            if _WHO.search(widget.text()) and widget.shown_text() != widget.text():
                yield widget.text()
            continue
        if (isinstance(widget, QLabel) and widget.text() and _is_cut(widget)) or (
            isinstance(widget, QPushButton | QCheckBox | QRadioButton) and _is_narrow(widget)
        ):
            yield widget.text()
        elif isinstance(widget, QScrollArea) and _is_too_wide(widget):
            yield f"all of {widget.widget().findChild(QLabel).text()} …"


def misplaced(window: QWidget) -> Iterator[str]:
    """Yield what is said where it cannot be seen whole: outside of what holds it, or under another's words."""
    said = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and _says(widget)]
    for widget in said:
        if not _is_inside(widget, window):
            yield f"{_says(widget)} stands outside"
    together: dict[QWidget, list[QWidget]] = {}
    for widget in said:
        together.setdefault(widget.parentWidget(), []).append(widget)
    for siblings in together.values():
        for one, other in combinations(siblings, 2):
            if one.geometry().intersects(other.geometry()):
                yield f"{_says(one)} and {_says(other)} stand on each other"


def _says(widget: QWidget) -> str:
    """Return the words of a widget that is only words."""
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _is_inside(widget: QWidget, window: QWidget) -> bool:
    """Tell whether a widget is inside all that holds it; an area that scrolls shows what is below or above it."""
    place, holder = widget.geometry(), widget.parentWidget()
    while holder is not None and widget is not window:
        scrolled = isinstance(holder.parentWidget(), QScrollArea)
        room = holder.rect().adjusted(-_SPARE, -_SPARE, _SPARE, _SPARE)
        if scrolled and not (room.left() <= place.left() and place.right() <= room.right()):
            return False
        if scrolled:
            return True
        if not room.contains(place):
            return False
        place, widget, holder = holder.geometry(), holder, holder.parentWidget()
    return True


def _is_too_wide(area: QScrollArea) -> bool:
    """Tell whether what is in an area reaches out of it sideways, where it cannot be scrolled to."""
    inside = area.widget()
    if area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return False
    return inside is not None and inside.width() > area.viewport().width() + _SPARE


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        longest = max(label.text().split(), key=len, default="")
        too_low = label.heightForWidth(label.width()) > label.height() + _SPARE
        return too_low or label.fontMetrics().horizontalAdvance(longest) > label.width() + _SPARE
    return label.sizeHint().width() > label.width() + _SPARE


def _is_narrow(button: QAbstractButton) -> bool:
    return bool(button.text()) and button.minimumSizeHint().width() > button.width() + _SPARE


def states(desktop: Desktop, *, pictures: bool) -> Iterator[str]:
    """Show every page and what lies over the pages, with ``pictures`` also their states, and yield what is shown."""
    for scene in SCENES if pictures else ():
        if not scene.empty:
            clear_away(desktop)
            desktop.frame.show_page(scene.page, scene.argument)
            if scene.arrange is not None:
                scene.arrange(desktop)
            yield f"picture {scene.name}"
    clear_away(desktop)
    patients = desktop.ward.overview.patients
    long_course = max(patients, key=lambda who: desktop.ward.overview.plans[who].doses_completed)
    for key in ("today", "week", "patients", "home", "tasks", "capacity"):
        desktop.frame.show_page(key)
        yield key
    for who in (next(iter(patients)), long_course):
        page = desktop.frame.show_page("patient", who)
        yield f"patient {who}"
    yield from _panels(page)
    for section in ("unit", "closures", "places", "parameters", "users", "looks", "privacy"):
        desktop.frame.show_page("settings", section)
        yield f"settings {section}"
    desktop.frame.show_page("welcome")
    yield "welcome"
    desktop.show_keys()
    yield "keys"
    desktop.sheets.leave()
    desktop.sheets.show_round()
    while desktop.sheets.tour is not None and desktop.sheets.tour.step is not None:
        yield f"look round: {desktop.sheets.tour.step.title}"
        desktop.sheets.tour.go(1)
    desktop.lock()
    yield "lock"


def _panels(page: Page) -> Iterator[str]:
    """Open every panel that the page of a patient offers, and every tab."""
    assert isinstance(page, PatientPage)
    for spec in page.patient_acts():
        page.wish(Wish(spec.act))
        yield f"panel {spec.title}"
    page.host.close_panel()
    for number in range(1, len(page.tabs.tables)):
        page.tabs.open_tab(number)
        yield f"tab {number}"


def main(database: str, language: str, sizes: list[str]) -> list[str]:
    """Return what is cut, with the size and the page."""
    app = Application(["cut_words"], language=language)
    preferences = Preferences(Path(database).with_name("preferences.json"))
    preferences.who, preferences.language = "AD", language
    desktop = Desktop(preferences)
    desktop.frame.show()
    desktop.open(Path(database), FixedClock(MORNING))
    desktop.operations.wait(60_000)
    prepare(desktop)
    found = []
    for size in sizes:
        width, height = map(int, size.split("x"))
        desktop.frame.resize(width, height)
        for shown in states(desktop, pictures=size == _PICTURED):
            desktop.operations.wait()
            for _ in range(4):
                QCoreApplication.processEvents()
            wrong = (*cut_words(desktop.frame), *misplaced(desktop.frame))
            found += [f"{size} {shown}: {words}" for words in wrong]
        desktop.sheets.unlock()
    desktop.frame.hide()
    desktop.close()
    app.processEvents()
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], sys.argv[2], sys.argv[3:]), ensure_ascii=False))
    sys.stdout.flush()
    # Qt's own destructors are not what is tried here.
    os._exit(0)
