"""Opens a window and tells when it is painted: ``python -m benchmarks.first_paint bare|program [ARGUMENTS]``.

Prints ``painted`` when the first paint of the window is through the event loop, then ``idle KILOBYTES`` (the memory in
use once the program has read its database and has had nothing to do for a while) and ends. Nothing of the program is
changed: only the event loop is watched from outside.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

SETTLED_MILLISECONDS = 1500


class FirstPaint(QObject):
    """Waits for the first paint of a main window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's spelling
        """Tell of the first paint, once."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, self._painted)
        return False

    def _painted(self) -> None:
        print("painted", flush=True)
        QTimer.singleShot(SETTLED_MILLISECONDS, self._idle)

    def _idle(self) -> None:
        windows = (window for window in QApplication.topLevelWidgets() if isinstance(window, QMainWindow))
        if any(window.operations.busy for window in windows if hasattr(window, "operations")):
            QTimer.singleShot(SETTLED_MILLISECONDS, self._idle)
            return
        status = Path("/proc/self/status").read_text(encoding="ascii")
        kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        print("idle", kilobytes, flush=True)
        os._exit(0)


def bare() -> None:
    """Open the least window there is."""
    application = QApplication([])
    paint = FirstPaint()
    application.installEventFilter(paint)
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hello"))
    window.resize(1366, 768)
    window.show()
    QApplication.exec()


def program() -> None:
    """Start the program as its command does."""
    from infusionplanner_ui.launch import main  # noqa: PLC0415 - the other window must not load it

    run = QApplication.exec

    def watched(*_: object) -> int:
        paint = FirstPaint()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(paint)
        return run()

    QApplication.exec = watched  # type: ignore[method-assign]
    sys.argv = ["infusionplanner", *sys.argv[2:]]
    main()


if __name__ == "__main__":
    {"bare": bare, "program": program}[sys.argv[1]]()
