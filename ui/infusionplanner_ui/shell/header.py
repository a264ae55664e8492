"""The header above a page: navigation, title, search, buttons."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from infusionplanner_ui.look.theme import space
from infusionplanner_ui.shell.page import Page
from infusionplanner_ui.widgets.buttons import IconButton
from infusionplanner_ui.widgets.label import ElidedLabel
from infusionplanner_ui.widgets.search_field import SearchField

HEIGHT = 56
_SEARCH_WIDTH = 292


class Header(QFrame):
    """The header of one page. The frame keeps one per page and shows the current page's."""

    def __init__(self, page: Page, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEIGHT)
        self._page = page
        self._title = ElidedLabel("", "title")
        self._subtitle = ElidedLabel("", "subtitle")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._subtitle.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.search = SearchField(self)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.shield = IconButton("eye", kind="quiet", parent=self)
        self.shield.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(space(5), 0, space(5), 0)
        row.setSpacing(space(2))
        for widget in page.navigation_widgets():
            row.addWidget(widget)
        if row.count():
            row.addSpacing(space(1))
        row.addWidget(self._title, 10)
        row.addWidget(self._subtitle, 8)
        for widget in page.title_widgets():
            row.addWidget(widget)
        row.addStretch(0)
        row.addSpacing(space(2))
        row.addWidget(self.search, 4)
        row.addWidget(self.shield)
        for widget in page.header_widgets():
            row.addWidget(widget)
        page.header_changed.connect(self.update_titles)
        self.update_titles()

    def update_titles(self) -> None:
        """Ask the page for its titles again."""
        self._title.setText(self._page.title())
        self._subtitle.setText(self._page.subtitle())
        self._subtitle.setVisible(bool(self._page.subtitle()))
        self._page.setAccessibleName(self._page.title())

    @property
    def titles(self) -> tuple[str, str]:
        """Title and subtitle as shown."""
        return self._title.text(), self._subtitle.text()

    def sizeHint(self) -> QSize:
        """Ask for the fixed height."""
        return QSize(super().sizeHint().width(), HEIGHT)
