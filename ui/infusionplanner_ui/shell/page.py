"""The base of all pages of the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infusionplanner_ui.panels.acts.spec import ActSpec
    from infusionplanner_ui.shell.frame import Frame
    from infusionplanner_ui.shell.operations import Changes


class Page(QWidget):
    """One page. A subclass builds its widgets once, and sets every text in :meth:`retranslate`."""

    header_changed = Signal()
    """Emit after the answer of ``title`` or ``subtitle`` changed."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.page_stack)
        self.frame = frame

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

    def tab_parts(self) -> Sequence[QWidget]:
        """Return the parts of the page in the order that Tab takes; empty when it is that of the layouts."""
        return ()

    def patient_acts(self) -> Sequence[ActSpec]:
        """Return what can be done for the one patient whom the page is about, for the commands of Ctrl+K."""
        return ()

    def open(self, argument: object) -> None:
        """Show what ``Frame.show_page(key, argument)`` asks for, as a patient or a day."""

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
