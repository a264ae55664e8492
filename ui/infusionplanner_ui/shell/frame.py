"""What a page knows of the window that it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from infusionplanner_ui.look.palette import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint, SignalInstance
    from PySide6.QtWidgets import QStackedWidget, QWidget

    from infusionplanner_ui.panels.drafts import Drafts
    from infusionplanner_ui.shell.folding import Fold
    from infusionplanner_ui.shell.operations import Operations


class Frame(Protocol):
    """The window as its pages use it; ``MainWindow`` is one."""

    operations: Operations
    page_stack: QStackedWidget
    fold: Fold
    """How the window folds at the size it has."""
    drafts: Drafts

    @property
    def shield_changed(self) -> SignalInstance:
        """Goes out with whether names are hidden from now on."""

    @property
    def shielded(self) -> bool:
        """Whether names are hidden, since patients can see the screen."""

    def shown_name(self, name: str) -> str:
        """Return a name as it may be shown now: whole, or its initials under the shield."""

    def show_page(self, key: str, argument: object = None) -> Any:  # noqa: ANN401 - pages differ in what they can do
        """Show a page and open ``argument`` in it."""

    def menu_corner(self, act: QWidget) -> QPoint:
        """Return where the menu of an act of the page's header opens."""

    def back(self) -> None:
        """Go back to the page before."""

    def toast(
        self, message: str, *, undo: Callable[[], None] | None = None, tone: Tone = Tone.NEUTRAL, seconds: float = 8
    ) -> None:
        """Say in one line what was done, with a way to undo it."""
