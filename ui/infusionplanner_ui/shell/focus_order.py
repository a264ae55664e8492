"""The order in which Tab goes through a window: as it is read, whatever order the widgets were made in.

Qt lets Tab follow the order of making, so a line that is made later, as a rule beside a finding, comes last of all.
Here the order is asked anew at each Tab, from the layouts. A panel that has an order of its own keeps it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QScrollArea, QWidget

from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.inline_panel import InlinePanel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QLayout


def stops(parts: Sequence[QWidget]) -> list[QWidget]:
    """Return what Tab stops at inside some parts of a window, part after part; none of them twice."""
    found: dict[QWidget, None] = {}
    for part in parts:
        found |= dict.fromkeys(_stops(part))
    return [widget for widget in found if _is_entered(widget)]


def next_stop(order: Sequence[QWidget], *, forward: bool) -> QWidget | None:
    """Return the stop after or before the one that has the focus; None when that is no stop."""
    focused = QApplication.focusWidget()
    if focused is None or focused not in order:
        return None
    return order[(order.index(focused) + (1 if forward else -1)) % len(order)]


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled():
        return
    if isinstance(widget, InlinePanel):
        yield from _in_own_order(widget)
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    for child in _children(widget):
        yield from _stops(child)


def _in_own_order(panel: QWidget) -> Iterator[QWidget]:
    """Yield the stops of a panel in the order that it gave them by ``setTabOrder``."""
    inside = {child for child in panel.findChildren(QWidget) if _can_stop(child)}
    follower = panel.nextInFocusChain()
    while follower is not None and follower is not panel:
        if follower in inside:
            yield follower
        follower = follower.nextInFocusChain()


def _can_stop(widget: QWidget) -> bool:
    policy = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return policy and widget.focusProxy() is None and widget.isVisible() and widget.isEnabled()


def _children(widget: QWidget) -> Iterator[QWidget]:
    """Yield the widgets inside one, as its layout has them; then those outside the layout from top to bottom."""
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield content
        return
    if isinstance(widget, QAbstractScrollArea):
        return
    layout = widget.layout()
    placed = list(widget.tab_parts()) if isinstance(widget, Page) else []
    if not placed and layout is not None:
        placed = list(_widgets(layout))
    yield from placed
    loose = [child for child in widget.children() if isinstance(child, QWidget) and child not in placed]
    yield from sorted((child for child in loose if not child.isWindow()), key=_place)


def _place(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)


def _is_entered(widget: QWidget) -> bool:
    """Tell whether Tab itself enters a stop: of buttons of which one is down only that one, the arrows do the rest."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or group.checkedButton() is None:
        return True
    return widget.hasFocus() or (group.checkedButton() is widget and not _holds_focus(group.buttons()))


def _holds_focus(buttons: Sequence[QAbstractButton]) -> bool:
    return any(made.hasFocus() for made in buttons)
