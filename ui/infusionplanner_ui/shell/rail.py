"""The left rail: the pages, their counts, the settings and the person who is signed in."""

from functools import partial

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.look.fonts import BASE_PIXELS, Weight, font
from infusionplanner_ui.look.icons import SIZE, draw_icon
from infusionplanner_ui.look.palette import Tone, tokens
from infusionplanner_ui.look.theme import RADIUS, set_kind, space
from infusionplanner_ui.widgets.badge import CountBadge, KeyCap
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.painting import CENTRE, draw_text, elided, focus_ring, plain_tip, rounded
from infusionplanner_ui.words import text

WIDTH, ICONS_WIDTH = 204, 56
_HIGH, _LARGE_ICON = 34, 18
_LETTERS = 2
_PILL, _PILL_AIR = 15.0, 10.0


class RailButton(QPushButton):
    """One entry of the rail: icon, word, and a count or a key at the right."""

    def __init__(self, icon: str, parent: QWidget, *, keys: str = "") -> None:
        super().__init__(parent)
        set_kind(self, "rail")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = icon
        self._count = CountBadge(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, space(2), 0)
        row.addStretch(1)
        row.addWidget(self._count)
        self._keys = KeyCap(keys, self) if keys else None
        if self._keys is not None:
            row.addWidget(self._keys)
        self._tip = ""
        self._is_icon = False

    def fold(self, *, to_icon: bool) -> None:
        """Show the icon alone, with the count at its corner; the tooltip then says the word."""
        self._is_icon = to_icon
        for part in (self._count, self._keys):
            if part is not None:
                part.setHidden(to_icon)
        self.update()

    def set_label(self, label: str) -> None:
        """Name the entry."""
        self.setText(label)
        self._name()

    def set_count(self, number: int, *, urgent: bool = False) -> None:
        """Show a count, red when urgent; 0 shows none."""
        self._count.set(str(number) if number else "", Tone.STOP if urgent else Tone.NEUTRAL)
        self._name()
        self.update()

    @property
    def count_text(self) -> str:
        """The count as shown, empty for none."""
        return self._count.text

    def _name(self) -> None:
        self.setAccessibleName(" ".join(part for part in (self.text(), self._count.text) if part))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw ground, icon and word, shortened before the count or the key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        colour = tokens().accent_text if self.isChecked() else tokens().secondary
        if self._is_icon:
            self._draw_icon(painter, colour)
            return
        left = float(space(3))
        if self._icon:
            draw_icon(painter, QRectF(left, (self.height() - SIZE) / 2, SIZE, SIZE), self._icon, colour)
            left += SIZE + space(2)
        taken = sum(part.width() + space(1) for part in (self._count, self._keys) if part and not part.isHidden())
        painter.setFont(font(BASE_PIXELS, Weight.SEMIBOLD if self.isChecked() else Weight.MEDIUM))
        room = QRectF(left, 0, self.width() - left - taken - space(2), self.height())
        word = elided(self.text(), QFontMetricsF(painter.font()), room.width())
        self.setToolTip(plain_tip(self.text()) if word != self.text() else self._tip)
        draw_text(painter, room, word, colour)

    def _draw_icon(self, painter: QPainter, colour: str) -> None:
        """Draw the icon in the middle; without one the initials of the word in a ring."""
        self.setToolTip(plain_tip(text.join(self.accessibleName(), self._tip)))
        middle = QRectF(self.rect()).center()
        if self._icon:
            half = _LARGE_ICON / 2
            box = QRectF(middle.x() - half, middle.y() - half, _LARGE_ICON, _LARGE_ICON)
            draw_icon(painter, box, self._icon, colour)
            self._draw_count(painter)
            return
        half = self.height() / 2 - 1
        ring = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
        painter.setPen(QColor(tokens().border_strong))
        painter.drawEllipse(ring)
        painter.setFont(font(11, Weight.SEMIBOLD))
        draw_text(painter, ring, text.initials(self.text()).replace(".", "")[-_LETTERS:], colour, CENTRE)

    def _draw_count(self, painter: QPainter) -> None:
        """Draw the count over the corner of the icon."""
        if not self._count.text:
            return
        letters, colours = font(10.5, Weight.SEMIBOLD), tokens().tone(self._count.tone)
        width = QFontMetricsF(letters).horizontalAdvance(self._count.text) + _PILL_AIR
        pill = QRectF(self.width() - width, 0, width, _PILL)
        painter.setPen(QPen(QColor(tokens().surface), 2))
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(pill.adjusted(-1, 0, 0, 0), _PILL / 2, _PILL / 2)
        painter.setFont(letters)
        draw_text(painter, pill, self._count.text, colours.text, CENTRE)

    def _draw_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            ground = tokens().accent_soft if self.isChecked() else tokens().hover
            painter.fillPath(rounded(box, RADIUS), QColor(ground))
        if self.hasFocus():
            focus_ring(painter, box, RADIUS - 1)

    def set_tip(self, tip: str) -> None:
        """Tell the key that leads here, when the word itself needs no tooltip."""
        self._tip = tip

    def sizeHint(self) -> QSize:
        """Ask for one even height."""
        return QSize(ICONS_WIDTH - space(4) if self._is_icon else WIDTH - space(4), _HIGH)


class _Mark(QWidget):
    """The program's mark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(22, 22)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the mark in the accent colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.fillPath(rounded(box, 6), QColor(tokens().accent))
        draw_icon(painter, box.adjusted(4, 4, -4, -4), "calendar-check", tokens().on_accent)


class Rail(QFrame):
    """The entries from top to bottom. ``chosen`` carries the key of the entry that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(WIDTH)
        self._buttons: dict[str, RailButton] = {}
        self._marked = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space(2.5), space(4), space(2.5), space(3))
        self._column.setSpacing(2)
        self._column.addLayout(self._brand())
        self._column.addSpacing(space(3))
        self._first_low = self._column.count()
        self._column.addStretch(1)

    def _brand(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(space(2.5), 0, 0, 0)
        row.setSpacing(space(2))
        row.addWidget(_Mark(self))
        name = text_label("InfusionPlanner", "strong", parent=self)
        name.setStyleSheet("font-size: 15px;")
        row.addWidget(name, 1)
        self._name = name
        return row

    def fold(self, *, to_icons: bool) -> None:
        """Show icons alone, or icons with their words."""
        self.setFixedWidth(ICONS_WIDTH if to_icons else WIDTH)
        self._name.setHidden(to_icons)
        side = space(2) if to_icons else space(2.5)
        self._column.setContentsMargins(side, space(4), side, space(3))
        for made in self._buttons.values():
            made.fold(to_icon=to_icons)

    def add(self, key: str, icon: str, *, low: bool = False, checkable: bool = True, keys: str = "") -> RailButton:
        """Add an entry, at the lower end when ``low``."""
        made = RailButton(icon, self, keys=keys)
        made.setCheckable(checkable)
        if checkable:
            # A screen reader toggles such a button without a click.
            made.toggled.connect(partial(self._toggled, key))
        else:
            made.clicked.connect(lambda: self.chosen.emit(key))
        self._buttons[key] = made
        if low:
            self._column.addWidget(made)
        else:
            self._column.insertWidget(self._first_low, made)
            self._first_low += 1
        return made

    def button(self, key: str) -> RailButton:
        """Return the entry of a key."""
        return self._buttons[key]

    def mark(self, key: str) -> None:
        """Show which page is open."""
        self._marked = key
        for name, entry in self._buttons.items():
            if entry.isCheckable():
                with QSignalBlocker(entry):
                    entry.setChecked(name == key)

    def _toggled(self, key: str, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's signal
        """Tell which entry was pressed; the entry of the open page stays down."""
        if checked != (key == self._marked):
            with QSignalBlocker(self._buttons[key]):
                self._buttons[key].setChecked(key == self._marked)
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between the entries with Up and Down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        entries = list(self._buttons.values())
        focused = next((number for number, entry in enumerate(entries) if entry.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        entries[(focused + step) % len(entries)].setFocus(Qt.FocusReason.TabFocusReason)
