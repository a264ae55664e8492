"""Handing out the calendars of many patients at once: a folder, progress with cancel, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog

from infusionplanner.application.bulk_export import export_calendars
from infusionplanner.domain.patient import Language
from infusionplanner_ui.operations import Changes
from infusionplanner_ui.palette import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infusionplanner.application.bulk_export import BulkExport
    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.main_window import MainWindow
    from infusionplanner_ui.operations import Progress
    from infusionplanner_ui.ward import Ward


class HomeCalendars(QObject):
    """Hands out calendars into a folder, each as it was last chosen for the patient. It cannot be undone."""

    def __init__(self, ward: Ward, frame: MainWindow) -> None:
        super().__init__(frame)
        self._ward = ward
        self._frame = frame
        self._shown: QProgressDialog | None = None

    def hand_out(self, patients: Sequence[PatientId]) -> None:
        """Ask for the folder, which is the confirmation, and hand out to it."""
        start = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self._frame, self.tr("Folder for the calendars"), start)
        if chosen and patients:
            self.hand_out_to(Path(chosen), patients)

    def hand_out_to(self, folder: Path, patients: Sequence[PatientId]) -> None:
        """Hand out to a folder off the GUI thread; what was handed out before a cancel stays handed out."""
        desk, language = self._ward.desk, Language(self._ward.language)

        def work(progress: Progress) -> BulkExport:
            from infusionplanner.bootstrap import calendar_press  # noqa: PLC0415 - loads the calendar library

            return export_calendars(desk, calendar_press(), patients, folder, progress.report, language=language)

        progress = self._ward.operations.run_long(work, owner=self, done=self._done, changes=Changes.all())
        self._show(progress, len(patients))

    def _show(self, progress: Progress, number: int) -> None:
        dialog = QProgressDialog(self.tr("Calendars are written …"), self.tr("Cancel"), 0, number, self._frame)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setMinimumDuration(400)
        progress.advanced.connect(lambda at, _of, _text: dialog.setValue(at))
        progress.finished.connect(dialog.close)
        dialog.canceled.connect(progress.cancel)
        self._shown = dialog

    def _done(self, out: BulkExport) -> None:
        said = self.tr("%n calendar(s) written.", "", len(out.handed))
        left = (
            self.tr("%n without a calendar: see the list in the folder.", "", len(out.skipped)) if out.skipped else ""
        )
        tone = Tone.WARN if out.skipped else Tone.OK
        self._frame.toast(f"{said} {left}".strip(), tone=tone)
