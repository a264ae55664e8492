"""Faults of the program itself: a sentence for the person, everything else into a log file. No traceback is shown."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from infusionplanner_ui.look.palette import Tone

if TYPE_CHECKING:
    import logging
    from pathlib import Path
    from types import TracebackType

    from infusionplanner_ui.shell.main_window import MainWindow

LOG_NAME = "infusionplanner.log"
_MOST_BYTES = 1_000_000

LOGGER = "infusionplanner"


class Faults(QObject):
    """Takes what nobody caught. ``happened`` goes out on the GUI thread, with nothing that could be read aloud."""

    happened = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._handler: logging.Handler | None = None

    def install(self) -> None:
        """Take uncaught errors of all threads from now on."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread

    def uninstall(self) -> None:
        """Give them back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._handler is not None:
            _log().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.record(error)
        self.happened.emit()

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.record(arguments.exc_value)
            self.happened.emit()

    def record(self, error: BaseException) -> None:
        """Write an error with its traceback to the log file; values of variables are never written."""
        self._open()
        _log().error("unexpected error", exc_info=error)

    @property
    def path(self) -> Path:
        """The log file."""
        return self._folder / LOG_NAME

    def _open(self) -> None:
        if self._handler is not None:
            return
        import logging  # noqa: PLC0415 - a program without faults starts without it
        from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - see above

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(
                self.path, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8"
            )
        except OSError:
            # A folder that cannot be written must not make the report of a fault the next fault.
            handler = logging.NullHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log().addHandler(handler)
        _log().propagate = False
        self._handler = handler


def _log() -> logging.Logger:
    import logging  # noqa: PLC0415 - a program without faults starts without it

    return logging.getLogger(LOGGER)


def catch_faults(folder: Path, frame: MainWindow) -> Faults:
    """Let errors that nobody caught end in a sentence in the window and in a log in a folder."""
    faults = Faults(folder, frame)
    faults.install()
    said = QCoreApplication.translate(
        "Desktop", "Something went wrong in the program. Nothing that was saved is lost. Details are in {file}."
    )
    faults.happened.connect(lambda: frame.toast(said.format(file=faults.path), tone=Tone.STOP, seconds=20))
    return faults
