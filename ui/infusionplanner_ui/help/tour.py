"""The guided look round: two minutes through the pages, one lit part at a time. Esc skips it at any moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner_ui.help.tour_steps import TourStep, steps
from infusionplanner_ui.look.palette import tokens
from infusionplanner_ui.look.theme import RADIUS_LARGE, set_kind, space
from infusionplanner_ui.shell.overlay import Overlay, shade
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.painting import rounded
from infusionplanner_ui.words import text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from infusionplanner_ui.shell.main_window import MainWindow
    from infusionplanner_ui.shell.ward import Ward

_WIDTH = 380
_GAP = 12
_AIR = 4
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Tour(Overlay):
    """Lights one part of the program after another. ``ended`` goes out when it is over or skipped."""

    ended = Signal()

    def __init__(self, frame: MainWindow, ward: Ward) -> None:
        super().__init__(frame)
        self._frame, self._ward = frame, ward
        self._steps: tuple[TourStep, ...] = ()
        self.place = 0
        self.lit = QRect()
        self.card = QFrame(self)
        set_kind(self.card, "popover")
        self.card.setFixedWidth(_WIDTH)
        self._count = text_label("", "small")
        self._title = text_label("", "heading", wrap=True)
        self._words = text_label("", "secondary", wrap=True)
        self._rule = QFrame()
        set_kind(self._rule, "rulebox")
        self._rule_id = Badge("")
        self._rule_words = text_label("", "small", wrap=True)
        self._skip, self._before = button("", "ghost"), button("")
        self.next_button = button("", "primary")
        self._build()
        self._skip.clicked.connect(self.end)
        self._before.clicked.connect(lambda: self.go(-1))
        self.next_button.clicked.connect(lambda: self.go(1))

    def _build(self) -> None:
        rule = QVBoxLayout(self._rule)
        rule.setContentsMargins(0, 0, 0, 0)
        rule.setSpacing(space(1))
        rule.addWidget(self._rule_id, 0, Qt.AlignmentFlag.AlignLeft)
        rule.addWidget(self._rule_words)
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(self._skip)
        foot.addStretch(1)
        foot.addWidget(self._before)
        foot.addWidget(self.next_button)
        column = self._column = QVBoxLayout(self.card)
        column.setContentsMargins(space(5), space(4), space(5), space(4))
        column.setSpacing(space(2))
        for part in (self._count, self._title, self._words, self._rule):
            column.addWidget(part)
        column.addSpacing(space(1))
        column.addLayout(foot)
        for made in (self._skip, self._before, self.next_button):
            made.installEventFilter(self)
        QWidget.setTabOrder(self.next_button, self._before)
        QWidget.setTabOrder(self._before, self._skip)

    # going

    def start(self) -> None:
        """Begin at the first stop."""
        if not self._ward.is_open:
            return
        self._steps, self.place = steps(self._ward), 0
        self.open()
        self._show()

    def go(self, by: int) -> None:
        """Go to the next stop or back; after the last one it is over."""
        place = self.place + by
        if place >= len(self._steps):
            self.end()
        elif place >= 0:
            self.place = place
            self._show()

    def end(self) -> None:
        """Leave, whether it was seen or skipped."""
        if self.isVisible():
            self.leave()
            self.ended.emit()

    @property
    def step(self) -> TourStep | None:
        """The stop that is shown, None while there is none."""
        return self._steps[self.place] if self.isVisible() and self._steps else None

    @property
    def words(self) -> str:
        """Everything that the card says."""
        rule = "" if self._rule.isHidden() else f"{self._rule_id.text} {self._rule_words.text()}"
        return " ".join(part for part in (self._title.text(), self._words.text(), rule) if part)

    def _show(self) -> None:
        step = self._steps[self.place]
        if step.page:
            self._frame.show_page(step.page, step.argument)
        self._write(step)
        self._light()
        self.raise_()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words))
        # A page that is shown for the first time finds its places one turn later.
        QTimer.singleShot(0, self, self._light)

    def _write(self, step: TourStep) -> None:
        last = self.place == len(self._steps) - 1
        of = self.tr("{number} of {all}").format(number=self.place + 1, all=len(self._steps))
        self._count.setText(text.join(self.tr("Look round"), of))
        self._title.setText(step.title)
        self._words.setText(step.words)
        self._rule.setVisible(bool(step.rule))
        if step.rule:
            protocol = self._ward.desk.protocol("natalizumab", self._ward.unit)
            self._rule_id.set(step.rule)
            self._rule_words.setText(self._ward.wording.rule(protocol, step.rule))
        self._skip.setText(self.tr("Skip"))
        self._skip.setVisible(not last)
        self._before.setText(self.tr("Back"))
        self._before.setEnabled(self.place > 0)
        self.next_button.setText(self.tr("Done") if last else self.tr("Next"))
        self.setAccessibleName(self.words)

    # light

    def _light(self) -> None:
        """Light the target and put the card where there is room."""
        if self.step is None:
            return
        target = self.step.target(self._frame)
        self.lit = QRect()
        if target is not None:
            corner = target.mapTo(self._frame, QPoint(0, 0))
            air = target.rect().translated(corner).adjusted(-_AIR, -_AIR, _AIR, _AIR)
            self.lit = air.intersected(self.rect().adjusted(2, 2, -2, -2))
        self.card.setFixedHeight(self._height())
        self.card.move(self._spot(self.card.height()))
        self.update()

    def _height(self) -> int:
        self._column.activate()
        edge = self.card.contentsMargins()
        return self._column.heightForWidth(_WIDTH - edge.left() - edge.right()) + edge.top() + edge.bottom()

    def _spot(self, height: int) -> QPoint:
        """Return where the card stands: beside what is lit, else on it, else in the middle."""
        room, lit = self.rect(), self.lit
        if lit.isEmpty():
            return QPoint((room.width() - _WIDTH) // 2, (room.height() - height) // 2)
        top = min(max(lit.top(), space(3)), room.height() - height - space(3))
        left = min(max(lit.left(), space(3)), room.width() - _WIDTH - space(3))
        if lit.right() + _GAP + _WIDTH < room.width():
            return QPoint(lit.right() + _GAP, top)
        if lit.left() - _GAP - _WIDTH > 0:
            return QPoint(lit.left() - _GAP - _WIDTH, top)
        if lit.bottom() + _GAP + height < room.height():
            return QPoint(left, lit.bottom() + _GAP)
        if lit.top() - _GAP - height > 0:
            return QPoint(left, lit.top() - _GAP - height)
        return QPoint(lit.right() - _WIDTH - space(4), lit.bottom() - height - space(4))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Shade all but what is lit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRect(QRectF(self.rect()))
        if self.lit.isEmpty():
            painter.fillPath(whole, shade())
            return
        hole = rounded(QRectF(self.lit), RADIUS_LARGE + 2)
        painter.fillPath(whole - hole, shade())
        painter.setPen(QPen(QColor(tokens().accent), 2))
        painter.drawPath(hole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Light the same part in the new place."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._light)

    # keys and language

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the arrows before the buttons do, which would go to each other by them."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            self.go(_ARROWS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the button says with Enter, skip with Esc."""
        focused = QApplication.focusWidget()
        match event.key():
            case Qt.Key.Key_Escape:
                self.end()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(focused, QAbstractButton):
                focused.click()
            case _:
                pass
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self._steps = steps(self._ward)
            self._write(self._steps[self.place])
            self._light()
        super().changeEvent(event)
