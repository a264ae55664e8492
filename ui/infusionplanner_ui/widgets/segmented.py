"""A choice of one among few, all of them in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from infusionplanner_ui.look.theme import set_kind
from infusionplanner_ui.widgets.painting import elided, plain_tip, whole

_AIR, _LEAST = 14, 64


class _Segment(QPushButton):
    """One of the choices; the arrows go to its neighbours. Its words give way, a count at their end never."""

    def shown_text(self) -> str:
        """Return what there is room for."""
        words, _, count = self.text().rpartition(" ")
        metrics, room = QFontMetricsF(self.fontMetrics()), self.width() - _AIR
        if not count.isdigit():
            return elided(self.text(), metrics, room)
        beside = room - metrics.horizontalAdvance(f" {count}")
        return whole((self.text(),), metrics, room) or f"{elided(words, metrics, beside)} {count}".strip()

    def minimumSizeHint(self) -> QSize:
        """Keep a few letters."""
        return QSize(min(_LEAST, self.sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw as much as fits."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self.shown_text()
        self.setToolTip("" if option.text == self.text() else plain_tip(self.text()))
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the arrows to the control."""
        control = self.parentWidget()
        if isinstance(control, SegmentedControl) and control.step(event.key()):
            return
        super().keyPressEvent(event)


class SegmentedControl(QFrame):
    """Buttons side by side of which one is down. ``changed`` carries the key of a choice the user made."""

    changed = Signal(str)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "segments")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        # A screen reader toggles a button without a click.
        self._group.idToggled.connect(self._toggled)
        self._keys: list[str] = []
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say to the screen reader what is chosen here."""
        self.setAccessibleName(name)

    def set_segments(self, segments: Sequence[tuple[str, str]]) -> None:
        """Set keys and texts; the choice is kept when its key is still there, else it is the first."""
        current = self.current
        while len(self._keys) < len(segments):
            self._add_button()
        for number, (key, text) in enumerate(segments):
            self._keys[number] = key
            self._button(number).setText(text)
        for number in range(len(self._keys) - 1, len(segments) - 1, -1):
            self._button(number).deleteLater()
            self._group.removeButton(self._button(number))
            del self._keys[number]
        if segments:
            self.select(current if current in self._keys else self._keys[0])

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the choices."""
        return tuple(self._keys)

    @property
    def current(self) -> str:
        """The key of the choice, empty when there are none."""
        number = self._group.checkedId()
        return self._keys[number] if 0 <= number < len(self._keys) else ""

    def select(self, key: str) -> None:
        """Choose without emitting ``changed``."""
        with QSignalBlocker(self._group):
            self._button(self._keys.index(key)).setChecked(True)

    def step(self, key: int) -> bool:
        """Move the choice by an arrow key; tell whether it was one."""
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if move is None:
            return False
        number = min(max(self._group.checkedId() + move, 0), len(self._keys) - 1)
        self._button(number).setFocus(Qt.FocusReason.TabFocusReason)
        if number != self._group.checkedId():
            self._button(number).click()
        return True

    def _add_button(self) -> None:
        made = _Segment(self)
        made.setAutoDefault(False)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_kind(made, "segment")
        made.setCheckable(True)
        self._group.addButton(made, len(self._keys))
        self._row.addWidget(made)
        self._keys.append("")

    def _button(self, number: int) -> QAbstractButton:
        return self._group.button(number)

    def _toggled(self, _: int, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        if checked:
            self.changed.emit(self.current)
