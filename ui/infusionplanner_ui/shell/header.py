"""The header above a page: navigation, titles, search, buttons; and how it folds."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.shell.folding import Fold
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.shell.titles import Titles
from infusionplanner_ui.widgets.buttons import IconButton
from infusionplanner_ui.widgets.more_button import MoreButton
from infusionplanner_ui.widgets.search_field import SearchField

_AROUND = 7
"""Pixels above and below the titles."""

_OPEN_SEARCH = 240
"""The least pixels of a folded search field that is open."""

_COMES_BACK = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Why a field loses the focus that it gets back by itself."""


class Header(QFrame):
    """The header of one page. The frame keeps one per page and shows the current page's.

    ``grown`` tells that another height is needed.
    """

    grown = Signal()

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._page = page
        self._fold = Fold()
        self._acts = [widget for widget in page.header_widgets() if isinstance(widget, QAbstractButton)]
        self._folded: list[QAbstractButton] = []
        self._titles = Titles(page.title_widgets(), self)
        self._titles.grown.connect(self._share_out)
        self._titles.grown.connect(self.grown)
        self.search = SearchField(self)
        self.search.edit.installEventFilter(self)
        self.lens = IconButton("search", kind="secondary", parent=self)
        self.lens.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.lens.clicked.connect(self.open_search)
        self.shield = IconButton("eye", kind="quiet", parent=self)
        self.shield.setCheckable(True)
        self.more = MoreButton(lambda: self._folded, self)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(space(2))
        for widget in page.navigation_widgets():
            self._row.addWidget(widget)
        if self._row.count():
            self._row.addSpacing(space(1))
        self._row.addWidget(self._titles, 1)
        self._row.addWidget(self.search)
        for widget in (self.lens, self.shield, *page.header_widgets(), self.more):
            self._row.addWidget(widget)
        page.header_changed.connect(self.update_titles)
        self.fold(self._fold)
        self.update_titles()

    def update_titles(self) -> None:
        """Ask the page for its titles again."""
        self._titles.set(self._page.title(), self._page.subtitle())
        self._page.setAccessibleName(self._page.title())
        self._share_out()

    @property
    def titles(self) -> tuple[str, str]:
        """Title and subtitle as shown."""
        return self._titles.texts

    @property
    def needed_height(self) -> int:
        """The pixels that the header needs: a fixed height, more only where a long name wraps."""
        return max(self._fold.header, self._titles.needed_height + 2 * _AROUND)

    # folding

    def fold(self, fold: Fold) -> None:
        """Show what there is room for; the other acts go into a menu."""
        self._fold = fold
        self._row.setContentsMargins(fold.edge, 0, fold.edge, 0)
        staying = self._page.staying_acts(fold)
        for act in self._folded:
            act.show()
        self._folded = [act for act in self._acts if act not in staying]
        for act in self._folded:
            act.hide()
        self.more.setVisible(bool(self._folded))
        self._fold_search()
        self.grown.emit()

    def _fold_search(self) -> None:
        """Lay the search field into the row, or keep it back until it is asked for."""
        folded = self._fold.search_is_icon
        self.lens.setVisible(folded)
        if folded:
            self._row.removeWidget(self.search)
        elif self._row.indexOf(self.search) < 0:
            self._row.insertWidget(self._row.indexOf(self.lens), self.search)
        self.search.setVisible(not folded)

    def _share_out(self) -> None:
        """Let the search field give way to titles that could still stand on one line."""
        if self._fold.search_is_icon:
            return
        most, least = self.search.sizeHint().width(), self.search.minimumSizeHint().width()
        self.search.setFixedWidth(most)
        left = self.width() - self._row.sizeHint().width() - self._titles.one_line
        self.search.setFixedWidth(min(max(most + left, least), most))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        self._share_out()

    def open_search(self) -> None:
        """Put the focus into the search field; where it is folded it opens over the buttons beside it."""
        if self._fold.search_is_icon:
            right = self.width() - self._row.contentsMargins().right()
            left = min(self.lens.x(), right - _OPEN_SEARCH)
            self.search.setFixedWidth(right - left)
            self.search.move(left, (self.height() - self.search.height()) // 2)
            self.search.show()
            self.search.raise_()
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold the search field again when the focus leaves it."""
        if self._fold.search_is_icon and isinstance(event, QFocusEvent) and event.lostFocus():
            self.search.setVisible(event.reason() in _COMES_BACK)
        return super().eventFilter(watched, event)

    def menu_corner(self, act: QWidget) -> QPoint:
        """Return where the menu of an act opens: below it, or below the menu it is folded into."""
        anchor = self.more if act in self._folded else act
        return anchor.mapToGlobal(anchor.rect().bottomLeft())

    def sizeHint(self) -> QSize:
        """Ask for the height that is needed."""
        return QSize(super().sizeHint().width(), self.needed_height)
