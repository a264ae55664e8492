"""A panel beside the work instead of a dialog in front of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from infusionplanner_ui.look.theme import set_kind, space
from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.label import text_label
from infusionplanner_ui.widgets.panel_head import PanelHead


def scrolled(widget: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """Return the widget in an area that scrolls up and down when there is too little room."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    set_kind(widget, "scrolled")
    area.setWidget(widget)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    return area


class InlinePanel(QFrame):
    """Title, body and one or two buttons. Esc leaves, Ctrl+Enter or Enter in a line accepts.

    Put the fields into ``body``. The panel does not close itself: the page hides it on ``accepted`` when the use case
    went well, and shows the sentence with :meth:`show_error` when it did not.
    """

    accepted = Signal()
    rejected = Signal()
    stays = False
    """Whether it stands there always: it has no cross, and does not take the focus when it is shown."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_kind(self, "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._head = PanelHead(self)
        self._head.left.connect(self.rejected)
        if self.stays:
            self._head.hide_close()
        content = QWidget()
        self.body = QVBoxLayout(content)
        self._content = content
        self.body.setContentsMargins(space(4), space(2), space(4), space(2))
        self.body.setSpacing(space(2))
        self._error = _ErrorBox(self)
        self._missing = text_label("", "small", wrap=True)
        self._missing.setContentsMargins(space(4), space(1), space(4), 0)
        self._missing.hide()
        self._primary = button("", "primary")
        self._secondary = button("", "secondary")
        self._primary.clicked.connect(self.accepted)
        self._secondary.clicked.connect(self.rejected)
        foot = QHBoxLayout()
        foot.setContentsMargins(space(4), space(2), space(4), space(4))
        foot.setSpacing(space(2))
        foot.addWidget(self._primary, 1)
        foot.addWidget(self._secondary)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head)
        outer.addWidget(scrolled(content, self), 1)
        outer.addWidget(self._error)
        outer.addWidget(self._missing)
        outer.addLayout(foot)
        self.set_title(title)
        self.set_buttons("")

    def set_title(self, text: str) -> None:
        """Say what the panel is for."""
        self._head.set_title(text)
        self.setAccessibleName(text)

    def show_who(self, name: str, rest: str) -> None:
        """Say at the head, which never scrolls away, whom the panel is about."""
        self._head.show_who(name, rest)

    @property
    def who_text(self) -> tuple[str, str]:
        """Whom the head names: the name, and what tells people of one name apart."""
        return self._head.who

    def put_below_head(self, widget: QWidget) -> None:
        """Put a widget between the head and the body, where it does not scroll."""
        self._head.put_below(widget)

    def set_buttons(self, primary: str, secondary: str = "") -> None:
        """Name the buttons; an empty name hides one."""
        self._primary.setText(primary)
        self._primary.setVisible(bool(primary))
        self._secondary.setText(secondary)
        self._secondary.setVisible(bool(secondary))

    def set_ready(self, ready: bool) -> None:  # noqa: FBT001 - a setter of one state, as Qt's own
        """Allow or forbid the primary act."""
        self._primary.setEnabled(ready)

    def show_missing(self, sentence: str) -> None:
        """Say above the buttons, and of the primary one, what it still waits for; nothing when it waits for nothing."""
        self._missing.setText(sentence)
        self._missing.setVisible(bool(sentence))
        self._primary.setToolTip(sentence)
        self._primary.setAccessibleDescription(sentence)

    @property
    def missing_text(self) -> str:
        """What the primary act waits for, or nothing."""
        return self._missing.text()

    def show_error(self, sentence: str) -> None:
        """Show what went wrong, above the buttons, and say it to the screen reader."""
        self._error.show_sentence(sentence)

    def clear_error(self) -> None:
        """Take the sentence away."""
        self._error.hide()

    @property
    def error_text(self) -> str:
        """The sentence that is shown, or nothing."""
        return "" if self._error.isHidden() else self._error.sentence

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus into the first field."""
        super().showEvent(event)
        first = None if self.stays else self._first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, accept with Enter in a line or Ctrl+Enter anywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._accepts(event):
            self.accepted.emit()
            return
        super().keyPressEvent(event)

    def _accepts(self, event: QKeyEvent) -> bool:
        ready = self._primary.isEnabled() and not self._primary.isHidden()
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return ready and (with_control or isinstance(self.focusWidget(), QLineEdit))

    def _first_field(self) -> QWidget | None:
        fields = (
            widget
            for widget in self._content.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.isVisibleTo(self)
        )
        return next(fields, None)


class _ErrorBox(QFrame):
    """One sentence in the colours of a stop."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space(4), space(1), space(4), 0)
        box = QFrame(self)
        set_kind(box, "stopbox")
        row = QHBoxLayout(box)
        row.setContentsMargins(space(3), space(2), space(3), space(2))
        self._label = text_label("", "error", wrap=True)
        row.addWidget(self._label)
        outer.addWidget(box)
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence it holds."""
        return self._label.text()

    def show_sentence(self, sentence: str) -> None:
        """Show a sentence."""
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
