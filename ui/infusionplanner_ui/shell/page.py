"""The base of all pages of the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from infusionplanner_ui.shell.folding import Width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infusionplanner_ui.panels.acts.spec import ActSpec
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes


class Page(QWidget):
    """One page. A subclass builds its widgets once, and sets every text in :meth:`retranslate`."""

    header_changed = Signal()
    """Emit after the answer of ``title`` or ``subtitle`` changed."""
    key = ""
    """By which the frame knows the page."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.page_stack)
        self.frame = frame
        self._row: QHBoxLayout | None = None

    def stand(
        self, work: QWidget, *beside: QWidget, lead: QWidget | None = None, within: QWidget | None = None
    ) -> None:
        """Lay the page out: the work takes the width that is left by what stands before and beside it."""
        self._row = QHBoxLayout(within or self)
        if lead is not None:
            self._row.addWidget(lead)
        self._row.addWidget(work, 1)
        for widget in beside:
            self._row.addWidget(widget)

    def title(self) -> str:
        """Return what the header shows first and the screen reader calls the page."""
        return ""

    def subtitle(self) -> str:
        """Return what the header shows after the title, muted."""
        return ""

    def navigation_widgets(self) -> Sequence[QWidget]:
        """Return the buttons left of the title; asked once."""
        return ()

    def title_widgets(self) -> Sequence[QWidget]:
        """Return what stands right after the subtitle, as a badge; asked once."""
        return ()

    def header_widgets(self) -> Sequence[QWidget]:
        """Return the buttons at the right end of the header; asked once."""
        return ()

    def staying_acts(self, fold: Fold) -> Sequence[QWidget]:
        """Return those of ``header_widgets`` that stay in the header; the others fold into a menu.

        The last one is the main act, which stays at any width.
        """
        acts = self.header_widgets()
        return acts if fold.width >= Width.FULL else acts[-1:]

    def tab_parts(self) -> Sequence[QWidget]:
        """Return the parts of the page in the order that Tab takes; empty when it is that of the layouts."""
        return ()

    def patient_acts(self) -> Sequence[ActSpec]:
        """Return what can be done for the one patient whom the page is about, for the commands of Ctrl+K."""
        return ()

    def open(self, argument: object) -> None:
        """Show what ``Frame.show_page(key, argument)`` asks for, as a patient or a day."""

    def fold(self, fold: Fold) -> None:
        """Show what there is room for. Called when the page is built, and when the window folds in another way."""
        if self._row is not None:
            self._row.setContentsMargins(fold.edge, fold.gap, fold.edge, fold.gap)
            self._row.setSpacing(fold.gap)

    def refresh(self, changes: Changes) -> None:
        """Show the facts anew. Called when the page is shown and something changed since, and while it is shown."""

    def retranslate(self) -> None:
        """Set every text anew; called on a switch of language, and by the subclass at the end of ``__init__``."""

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.header_changed.emit()
        super().changeEvent(event)
