import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from infusionplanner_resources import resource
from infusionplanner_ui.application import Application
from infusionplanner_ui.look.fonts import Weight, font
from infusionplanner_ui.look.icons import draw_icon, icon
from infusionplanner_ui.look.palette import DARK, LIGHT
from infusionplanner_ui.look.theme import Scheme


def test_font_is_our_own_in_true_weights(qapp: Application) -> None:
    assert QFontInfo(qapp.font()).family() == "Inter"
    assert qapp.font().pixelSize() == 13
    widths = [QFontMetricsF(font(13, weight)).horizontalAdvance("Moen, Ingrid") for weight in Weight]
    assert widths == sorted(set(widths))


def test_tabular_figures_have_one_width() -> None:
    metrics = QFontMetricsF(font(13, tabular=True))
    assert metrics.horizontalAdvance("11.11") == metrics.horizontalAdvance("08.45")


def test_scheme_change_repaints_and_is_told_once(qapp: Application, qtbot: QtBot) -> None:
    with qtbot.waitSignal(qapp.scheme_changed):
        qapp.set_scheme(Scheme.DARK)
    assert QColor(DARK.window) == qapp.palette().window().color()
    with qtbot.assertNotEmitted(qapp.scheme_changed):
        qapp.set_scheme(Scheme.DARK)


def test_system_scheme_follows_the_desktop(qapp: Application, qtbot: QtBot) -> None:
    qapp.set_scheme(Scheme.DARK)
    qapp.set_scheme(Scheme.SYSTEM)
    assert QColor(LIGHT.window) == qapp.palette().window().color()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    qtbot.wait(1)
    assert qapp.scheme is Scheme.SYSTEM


def _painted(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_icons_are_drawn_in_the_colour_of_the_palette(qapp: Application) -> None:
    made = icon("square", "stop.text")
    assert LIGHT.stop.text in _painted(made.pixmap(QSize(32, 32)).toImage())
    qapp.set_scheme(Scheme.DARK)
    assert DARK.stop.text in _painted(made.pixmap(QSize(32, 32)).toImage())
    assert DARK.disabled in _painted(made.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage())
    assert DARK.stop.text in _painted(QIcon(made).pixmap(QSize(32, 32)).toImage())


def test_every_icon_can_be_drawn_and_is_tinted() -> None:
    folder = Path(str(resource("icons")))
    for file in sorted(folder.glob("*.svg")):
        source = file.read_text(encoding="utf-8")
        assert QSvgRenderer(QByteArray(source.encode())).isValid(), file.name
        assert ("currentColor" in source) is not file.stem.endswith(("-light", "-dark")), file.name
    assert (folder / "LICENSE.txt").exists()


def test_icon_can_be_painted_into_any_rectangle() -> None:
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(image)
    draw_icon(painter, QRectF(0, 0, 32, 32), "square", "#112233")
    painter.end()
    assert "#112233" in _painted(image)


def test_start_loads_nothing_heavy() -> None:
    code = (
        "import sys; from infusionplanner_ui.application import Application; app = Application([]);"
        "from infusionplanner_ui.shell.main_window import MainWindow;"
        "from infusionplanner_ui.shell.operations import Operations;"
        "MainWindow([], Operations()).show();"
        "heavy = {'sqlite_utils', 'icalendar', 'numpy', 'PySide6.QtPrintSupport', 'PySide6.QtNetwork', 'dateutil'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert (ran.returncode, ran.stdout.strip()) == (0, "[]"), ran.stderr
