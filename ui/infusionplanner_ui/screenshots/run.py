"""Pictures of every page and main state, from the demo unit at a fixed moment: always the same ones."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from infusionplanner.clock import FixedClock
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.screenshots.scene import UnknownSceneError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from infusionplanner_ui.application import Application
    from infusionplanner_ui.screenshots.scene import Scene
    from infusionplanner_ui.shell.desktop import Desktop

MOMENT = datetime(2026, 11, 23, 9, 50)  # noqa: DTZ001 - local time, as the program keeps it
"""When the pictures are taken: a Monday, ten to ten."""

_PATIENCE = 120_000
"""Milliseconds that the unit may take to open on a busy machine."""

_ROUNDS = 4
"""Layouts inside layouts settle one level a round."""

_FRAME = 32
"""Pixels of the window's own frame, before scaling."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A ward's screen, and by how much its desktop is scaled."""

    width: int
    height: int
    percent: int = 100

    @property
    def window(self) -> tuple[int, int]:
        """Width and height inside the frame of a window that fills the screen, before scaling."""
        return self.width * 100 // self.percent, self.height * 100 // self.percent - _FRAME

    @property
    def name(self) -> str:
        """What the names of its pictures end with: ``1366``, and ``1366-125`` where the desktop is scaled."""
        return str(self.width) if self.percent == 100 else f"{self.width}-{self.percent}"


SCREENS = Screen(1366, 768), Screen(1920, 1080), Screen(1366, 768, 125), Screen(1920, 1080, 150)
LANGUAGES = ("nb", "en")
SCHEMES = (Scheme.LIGHT, Scheme.DARK)


def screenshots(folder: Path, only: Sequence[str] = ()) -> tuple[Path, ...]:
    """Write all pictures into a folder and return their paths, as ``today-nb-light-1366.png``.

    ``only`` names the scenes that are wanted; without it all are. Raises ``UnknownSceneError``.
    """
    from infusionplanner_ui.screenshots.scenes import SCENES, prepare  # noqa: PLC0415 - loads Qt

    known = {scene.name: scene for scene in SCENES}
    if unknown := [name for name in only if name not in known]:
        raise UnknownSceneError(unknown[0], known)
    wanted = [known[name] for name in only] if only else SCENES
    folder.mkdir(parents=True, exist_ok=True)
    on_demo = [scene for scene in wanted if not scene.empty]
    at_first_start = [scene for scene in wanted if scene.empty]
    taken = _pictures(on_demo, _demo_desktop, prepare, folder) if on_demo else []
    if at_first_start:
        taken += _pictures(at_first_start, _new_desktop, lambda _: None, folder)
    return tuple(taken)


def _pictures(
    scenes: Sequence[Scene], start: Callable[[Path], Desktop], prepare: Callable[[Desktop], None], folder: Path
) -> list[Path]:
    """Start the program, take the scenes in every look, and end it."""
    app = _application()
    with tempfile.TemporaryDirectory() as temporary:
        desktop = start(Path(temporary))
        prepare(desktop)
        try:
            return [_take(desktop, scene, folder, look) for look in _looks(app, desktop) for scene in scenes]
        finally:
            desktop.close()
            desktop.deleteLater()
            app.processEvents()


def _application() -> Application:
    """Return the application; without a screen one that needs none."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen before

    from infusionplanner_ui.application import Application  # noqa: PLC0415 - loads Qt

    running = QApplication.instance()
    if isinstance(running, Application):
        return running
    has_screen = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not has_screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = Application(sys.argv[:1], scheme=Scheme.LIGHT, language="nb")
    _kept.append(app)
    return app


_kept: list[Application] = []
"""The application must live as long as the process: a second one cannot be made."""


def _demo_desktop(folder: Path) -> Desktop:
    """Return the program, opened on a demo unit that nobody else sees."""
    from infusionplanner_ui.shell.demo import make_demo_unit  # noqa: PLC0415 - loads the planner
    from infusionplanner_ui.shell.desktop import Desktop  # noqa: PLC0415 - loads Qt
    from infusionplanner_ui.shell.preferences import Preferences  # noqa: PLC0415 - loads Qt

    made = make_demo_unit(folder, MOMENT.date())
    desktop = Desktop(Preferences(folder / "windows.ini"))
    desktop.open(made.database, FixedClock(MOMENT), demo=True)
    desktop.operations.wait(_PATIENCE)
    return desktop


def _new_desktop(folder: Path) -> Desktop:
    """Return the program as it starts where nothing is stored yet."""
    from infusionplanner_ui.shell.desktop import Desktop  # noqa: PLC0415 - loads Qt
    from infusionplanner_ui.shell.preferences import Preferences  # noqa: PLC0415 - loads Qt

    preferences = Preferences(folder / "windows.ini")
    preferences.who = "AD"
    desktop = Desktop(preferences)
    desktop.open(folder / "unit.db", FixedClock(MOMENT))
    desktop.operations.wait(_PATIENCE)
    return desktop


def _looks(app: Application, desktop: Desktop) -> Iterator[str]:
    """Give the program each look in turn, and yield what the names of its pictures end with."""
    for language in LANGUAGES:
        for scheme in SCHEMES:
            desktop.looks.set_language(language)
            desktop.looks.set_scheme(scheme)
            for screen in SCREENS:
                desktop.frame.resize(*screen.window)
                desktop.frame.show()
                app.processEvents()
                yield f"{language}-{scheme}-{screen.name}"


def _take(desktop: Desktop, scene: Scene, folder: Path, look: str) -> Path:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen before

    from infusionplanner_ui.screenshots.scenes import clear_away  # noqa: PLC0415 - loads the planner

    clear_away(desktop)
    desktop.frame.show_page(scene.page, scene.argument)
    if scene.arrange is not None:
        scene.arrange(desktop)
    desktop.operations.wait(_PATIENCE)
    desktop.frame.clear_toast()
    for _ in range(_ROUNDS):
        QApplication.processEvents()
    path = folder / f"{scene.name}-{look}.png"
    desktop.frame.grab().save(str(path))
    return path
