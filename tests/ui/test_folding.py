"""How the window folds: what goes where at which size, and that nobody's name is cut for it."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from norwegian_names import norwegian_names
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from infusionplanner_ui.look.palette import Tone
from infusionplanner_ui.shell.folding import Fold, Height, Width
from infusionplanner_ui.shell.header import Header
from infusionplanner_ui.shell.main_window import MainWindow, PageSpec
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.shell.rail import Rail
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import IconButton, button

Frame = Callable[..., MainWindow]


class PersonPage(Page):
    """A page as a patient's: identity, a badge, four acts."""

    name = "Moen, Ingrid"
    pressed: list[str]

    def __init__(self, frame: MainWindow) -> None:
        super().__init__(frame)
        self.pressed = []
        self.folds: list[Fold] = []
        self._acts = [button(word, "primary" if word == "Kalender" else "secondary") for word in _ACTS]
        for act in self._acts:
            act.clicked.connect(partial(self._press, act.text()))

    def _press(self, word: str, *_: object) -> None:
        self.pressed.append(word)

    def title(self) -> str:
        return self.name

    def subtitle(self) -> str:
        return "f. 16.11.1977 · 49 år · fødselsnr. … 208"

    def navigation_widgets(self) -> Sequence[QWidget]:
        return (IconButton("chevron-left", "Tilbake"),)

    def title_widgets(self) -> Sequence[QWidget]:
        return (Badge("Hjemmebehandling", Tone.OK),)

    def header_widgets(self) -> Sequence[QWidget]:
        return self._acts

    def fold(self, fold: Fold) -> None:
        super().fold(fold)
        self.folds.append(fold)


_ACTS = ("Registrer …", "Endre behandling …", "Skriv ut", "Kalender")
SPECS = (
    PageSpec("today", lambda: "I dag", PersonPage, "calendar-days"),
    PageSpec("patient", lambda: "Pasient", PersonPage, rail=False, under="today"),
)


@pytest.mark.parametrize(
    ("size", "fold"),
    [
        ((1920, 1017), (Width.WIDE, Height.FULL)),
        ((1366, 738), (Width.FULL, Height.FULL)),
        ((1365, 738), (Width.MEDIUM, Height.FULL)),
        ((1280, 640), (Width.MEDIUM, Height.FULL)),  # 1920x1080 at 150 %
        ((1279, 639), (Width.NARROW, Height.LOW)),
        ((1093, 582), (Width.NARROW, Height.LOW)),  # 1366x768 at 125 %
        ((1000, 560), (Width.NARROW, Height.LOW)),
        ((999, 559), (Width.COLUMN, Height.BAR)),
        ((960, 540), (Width.COLUMN, Height.BAR)),
    ],
)
def test_a_size_folds_in_one_way(size: tuple[int, int], fold: tuple[Width, Height]) -> None:
    found = Fold.of(*size)
    assert (found.width, found.height) == fold


@pytest.mark.parametrize(
    ("width", "rail", "stay", "panel"),
    [
        (1366, 204, _ACTS, 364),
        (1280, 204, ("Kalender",), 364),
        (1093, 56, ("Kalender",), 356),
        (960, 56, _ACTS[3:], 320),
    ],
)
def test_the_window_folds_its_parts_together(
    make_frame: Frame, width: int, rail: int, stay: tuple[str, ...], panel: int
) -> None:
    frame = make_frame(*SPECS, initial="patient")
    _resize(frame, width, 738)
    header = frame.header("patient")
    assert frame.size().width() == width
    assert frame.findChild(Rail).width() == rail
    assert tuple(shown.text() for shown in header.findChildren(QPushButton) if shown.isVisible()) == stay
    assert header.more.isVisible() == (len(stay) < len(_ACTS))
    assert frame.fold.panel == panel
    page = frame.page("patient")
    assert isinstance(page, PersonPage)
    assert page.folds[-1] == frame.fold


def test_what_is_folded_is_in_the_menu_and_acts(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="patient")
    page, header = frame.page("patient"), frame.header("patient")
    assert isinstance(page, PersonPage)
    header.findChildren(QPushButton)[1].setEnabled(False)
    _resize(frame, 1093, 582)
    qtbot.mouseClick(header.more, Qt.MouseButton.LeftButton)
    menu = header.findChild(QMenu)
    assert [(entry.text(), entry.isEnabled()) for entry in menu.actions()] == [
        ("Registrer …", True),
        ("Endre behandling …", False),
        ("Skriv ut", True),
    ]
    menu.actions()[2].trigger()
    assert page.pressed == ["Skriv ut"]
    menu.close()


def test_the_rail_of_icons_says_its_words_and_counts_in_tooltips(make_frame: Frame) -> None:
    frame = make_frame(*SPECS, initial="today")
    frame.set_count("today", 14)
    _resize(frame, 1093, 582)
    entries = frame.findChild(Rail).findChildren(QPushButton)
    frame.grab()
    assert [entry.toolTip() for entry in entries] == ["I dag 14 · Ctrl+1", "A. Dahl · Lås skjermen (Ctrl+L)"]
    assert [entry.width() for entry in entries] == [39, 39]


def test_the_folded_search_opens_over_the_buttons_and_never_over_the_name(make_frame: Frame, qtbot: QtBot) -> None:
    frame = make_frame(*SPECS, initial="patient")
    _resize(frame, 1093, 582)
    header = frame.header("patient")
    assert (header.search.isVisible(), header.lens.isVisible()) == (False, True)
    qtbot.keyClick(frame, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(header.search.edit.hasFocus)
    assert header.search.isVisible()
    assert header.search.geometry().left() == header.lens.geometry().left()
    assert header.search.geometry().right() == header.more.geometry().right()
    qtbot.keyClick(header.search.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not header.search.isVisible())


def test_the_taskbar_never_names_a_patient(make_frame: Frame) -> None:
    frame = make_frame(*SPECS, initial="patient")
    assert frame.windowTitle() == "Pasient · InfusionPlanner"


@pytest.mark.parametrize("size", [(1366, 738), (1280, 688), (1093, 582), (960, 540)])
def test_a_thousand_names_stand_whole_beside_the_birth_date(make_frame: Frame, size: tuple[int, int]) -> None:
    frame = make_frame(*SPECS, initial="patient")
    _resize(frame, *size)
    page, header = frame.page("patient"), frame.header("patient")
    assert isinstance(page, PersonPage)
    places = set()
    for family, given in norwegian_names():
        page.name = f"{family}, {given}"
        page.header_changed.emit()
        QApplication.sendPostedEvents()
        assert _cut(header) == []
        places.add(tuple(shown.x() for shown in header.findChildren(QPushButton) if shown.isVisible()))
    assert len(places) == 1, "the buttons keep their place from patient to patient"


def _cut(header: Header) -> list[str]:
    """Return what is said in the header without room for it, or outside it."""
    cut = []
    for label in (shown for shown in header.findChildren(QLabel) if shown.isVisible()):
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        too_wide = not label.wordWrap() and label.sizeHint().width() > label.width()
        longest = max((label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0)
        inside = header.rect().contains(label.geometry().translated(label.parentWidget().pos()))
        if too_wide or needed > label.height() or longest > label.width() or not inside:
            cut.append(label.text())
    return cut


def _resize(frame: MainWindow, width: int, height: int) -> None:
    frame.resize(width, height)
    QCoreApplication.processEvents()
