"""*Why?*: the rule behind a date, in a small box beside the question."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.badge import Badge
from infusionplanner_ui.widgets.label import text_label

_WIDTH = 360


class WhyPopover(QFrame):
    """The sentence of a rule with its id and origin. Any click beside it or Esc closes it."""

    def __init__(self, rule: str, sentence: str, origin: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        set_kind(self, "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(f"{rule}. {sentence}")
        self.setAccessibleDescription(origin)
        column = QVBoxLayout(self)
        column.setContentsMargins(space(4), space(3), space(4), space(3))
        column.setSpacing(space(2))
        column.addWidget(text_label(sentence, wrap=True))
        foot = QHBoxLayout()
        foot.setSpacing(space(2))
        foot.addWidget(Badge(rule))
        foot.addWidget(text_label(origin, "small", wrap=True), 1)
        column.addLayout(foot)

    @classmethod
    def show_at(cls, anchor: QWidget, rule: str, sentence: str, origin: str = "") -> "WhyPopover":
        """Show the box below a widget, kept inside its screen, and return it."""
        popover = cls(rule, sentence, origin, anchor)
        popover.adjustSize()
        screen = anchor.screen().availableGeometry()
        below = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        left = min(max(below.x(), screen.left()), max(screen.right() - popover.width(), screen.left()))
        top = below.y()
        if top + popover.height() > screen.bottom():
            top = anchor.mapToGlobal(QPoint(0, -popover.height() - 4)).y()
        popover.move(left, top)
        popover.show()
        popover.setFocus(Qt.FocusReason.PopupFocusReason)
        return popover

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, Enter or Space."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.close()
            return
        super().keyPressEvent(event)
