"""The visits that an act makes wrong, each with what becomes of it: moved, cancelled, or kept as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from infusionplanner.application.acts.visit_changes import VisitChange
from infusionplanner.application.views.wrong_visits import Wrong
from infusionplanner_ui.look.theme import space
from infusionplanner_ui.panels.form.field import Field
from infusionplanner_ui.widgets.wrapped import WrappedLabel
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from datetime import date

    from infusionplanner.application.records import Visit
    from infusionplanner.application.views.wrong_visits import WrongVisit

_KEEP, _CANCEL, _MOVE = "keep", "cancel", "move"


class VisitsField(Field):
    """Asks for each visit what becomes of it; nothing is chosen beforehand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[WrongVisit, QComboBox] = {}
        self._list = QWidget(self)
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(space(1))
        self._hold(self._list)

    def set_visits(self, wrong: tuple[WrongVisit, ...]) -> None:
        """Show these visits; what was chosen for the same ones stays."""
        if wrong == tuple(self._rows):
            return
        chosen = {row.visit.id: box.currentData() for row, box in self._rows.items()}
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._rows = {row: self._box(row, chosen.get(row.visit.id)) for row in wrong}

    def _box(self, row: WrongVisit, chosen: object) -> QComboBox:
        said = text.join(_when(row.visit), _why(row.why))
        box = QComboBox()
        box.setAccessibleName(said)
        box.addItem(QCoreApplication.translate("Choices", "Choose …"), "")
        if row.better is not None:
            box.addItem(_move(row.visit, row.better), _MOVE)
        box.addItem(QCoreApplication.translate("VisitsField", "Cancel it"), _CANCEL)
        box.addItem(QCoreApplication.translate("VisitsField", "Keep it as it is"), _KEEP)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.currentIndexChanged.connect(self.edited)
        self._lines.addWidget(WrappedLabel(said, "watch"))
        self._lines.addWidget(box)
        return box

    def focus_chain(self) -> tuple[QWidget, ...]:
        """Return the choices in their order."""
        return tuple(self._rows.values())

    def value(self) -> tuple[object, ...]:
        """Return what is chosen for each visit, nothing for those that are open."""
        return tuple(box.currentData() for box in self._rows.values() if box.currentData())

    def is_empty(self) -> bool:
        """Tell whether nothing is chosen yet for one of the visits."""
        return any(not box.currentData() for box in self._rows.values())

    def choose(self, visit: Visit, what: str) -> None:
        """Choose what becomes of a visit: keep, cancel or move."""
        box = next(box for row, box in self._rows.items() if row.visit.id == visit.id)
        box.setCurrentIndex(box.findData(what))

    def changes(self) -> tuple[VisitChange, ...]:
        """Return the visits that are cancelled or moved."""
        return tuple(
            VisitChange(row.visit.id, row.better if box.currentData() == _MOVE else None)
            for row, box in self._rows.items()
            if box.currentData() in {_CANCEL, _MOVE}
        )


def _when(visit: Visit) -> str:
    return text.join(text.day_short(visit.on), "" if visit.time is None else text.clock(visit.time), visit.place or "")


def _move(visit: Visit, to: date) -> str:
    if to == visit.on:
        return QCoreApplication.translate("VisitsField", "Move it to a place that suits, the same day")
    return QCoreApplication.translate("VisitsField", "Move it to {day}").format(day=text.day_short(to))


def _why(why: Wrong) -> str:
    return {
        Wrong.NO_DOSE: QCoreApplication.translate("VisitsField", "no dose in the unit any more"),
        Wrong.BLOCKED: QCoreApplication.translate("VisitsField", "held until a doctor has cleared it"),
        Wrong.WINDOW: QCoreApplication.translate("VisitsField", "outside the window of the dose"),
        Wrong.PLACE: QCoreApplication.translate("VisitsField", "the place does not suit"),
        Wrong.LENGTH: QCoreApplication.translate("VisitsField", "the time is too short"),
    }[why]
