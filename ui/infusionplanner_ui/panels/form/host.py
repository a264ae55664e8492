"""The place beside the work where a panel opens, and where it goes away again.

A panel belongs to one patient and says so at its head. One that nobody has touched gives way to the next; one in which
something was typed, chosen or ticked stays until it is saved or thrown away, and what was wanted instead waits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from infusionplanner_ui.models.identity import identity
from infusionplanner_ui.panels.form.ask import AskBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from infusionplanner.application.records import PatientId
    from infusionplanner_ui.panels.form.base import ActPanel
    from infusionplanner_ui.shell.page import Page
    from infusionplanner_ui.shell.ward import Ward

_WIDTH = 364


class PanelHost(QWidget):
    """Holds one panel at a time. The focus goes back to where it was when the panel closes.

    ``marked`` goes out when the row of the panel is to be marked otherwise: begun or not, and with another one tried.
    ``wanted`` asks the page to show a patient whose panel comes back.
    """

    opened = Signal()
    closed = Signal()
    marked = Signal()
    wanted = Signal(object)

    def __init__(self, page: Page, ward: Ward) -> None:
        super().__init__(page)
        self._page, self._ward = page, ward
        self._width = _WIDTH
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._panel: ActPanel | None = None
        self._ask: AskBox | None = None
        self._go: Callable[[], None] | None = None
        self._waiting: ActPanel | None = None
        self._came_from: QWidget | None = None
        self._had_focus = self._inside = False
        self._away: dict[tuple[str, PatientId | None], ActPanel] = {}
        self.may_show: Callable[[PatientId | None], bool] = lambda _: True
        """Whether the panel of a patient can be shown as the page stands."""
        self.standing: Callable[[], ActPanel | None] = lambda: None
        """What stands there while nothing else is open."""
        self.hide()
        page.frame.drafts.join(self)
        self.marked.connect(page.frame.drafts.changed)
        page.frame.shield_changed.connect(self._name_patient)
        page.frame.operations.changed.connect(self._name_patient)

    def set_width(self, width: int) -> None:
        """Be as wide as the window allows, or as the panel that is open needs."""
        self._width = width
        self.setFixedWidth(width if self._panel is None else self._panel.wide or width)

    # what is open

    @property
    def panel(self) -> ActPanel | None:
        """The panel that is open."""
        return self._panel

    @property
    def patient(self) -> PatientId | None:
        """The patient whom the open panel is about."""
        return None if self._panel is None else self._panel.patient_id

    @property
    def is_begun(self) -> bool:
        """Whether something was typed, chosen or ticked in the open panel."""
        return self._panel is not None and self._panel.touched

    @property
    def is_asking(self) -> bool:
        """Whether the panel was begun and something else is wanted in its place."""
        return self._go is not None

    def open(self, panel: ActPanel) -> None:
        """Show a panel in the place of the one before; when that one was begun, ask first."""
        open_now = self._panel
        if open_now is not None and open_now.is_same_as(panel):
            panel.deleteLater()
            open_now.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.leave_for(self._begun_words(panel), lambda: self._show(panel), panel.patient_id):
            self._show(panel)
        else:
            panel.setParent(self)
            self._waiting = panel

    def leave_for(self, what: str, go: Callable[[], None], patient: PatientId | None) -> bool:
        """Take the panel away for something else and tell whether that may come now; a panel that was begun asks."""
        if self._panel is None or not self._panel.touched:
            self._drop()
            return True
        self._stop_asking()
        if patient != self._panel.patient_id:
            self._panel.say_for_whom(self._name(self._panel))
        self._go = go
        self._ask = self._ask or AskBox(self.stay, self.discard)
        self._ask.ask(self._begun_words(self._panel), what)
        self._panel.put_below_head(self._ask)
        self._ask.show()
        self._ask.setFocus(Qt.FocusReason.OtherFocusReason)
        self.marked.emit()
        return False

    def stay(self) -> None:
        """Go on with the panel that was begun."""
        self._stop_asking()
        if self._panel is not None:
            self._panel.focus_again()

    def discard(self) -> None:
        """Throw away what was begun, with a way back, and let what waits have its place."""
        panel, go = self._panel, self._take_go()
        if panel is None:
            return
        self._take_out()
        self._page.frame.drafts.thrown_away(lambda: self._give_back(panel), panel.deleteLater)
        said = self.tr("Thrown away: {what}").format(what=self._begun_words(panel))
        self._page.frame.toast(said, undo=self.give_back_last)
        if go is not None:
            go()
        else:
            self._closed()

    def give_back_last(self) -> None:
        """Bring back what was thrown away last."""
        self._page.frame.drafts.give_back()

    def close_panel(self) -> None:
        """Take the panel away; what was begun in it is gone."""
        if self._panel is not None:
            self._drop()
            self._closed()

    def renew(self) -> None:
        """Show what stands there as things are now; what was begun stays as it is."""
        if not self.is_begun:
            self._drop()
            self._stand()

    def _stand(self) -> None:
        standing = self.standing()
        self.setVisible(standing is not None)
        if standing is not None:
            self._show(standing)

    # drafts

    def put_away(self) -> None:
        """Take the panel away for another patient; one that was begun is kept for whoever began it."""
        panel = self._panel
        if panel is not None and panel.touched:
            self._take_out()
            self._away[self._ward.desk.who, panel.patient_id] = panel
            self._page.frame.toast(self.tr("Kept as begun: {what}").format(what=self._begun_words(panel)))
            self._closed()
        else:
            self.close_panel()

    def bring_back(self, patient: PatientId | None) -> None:
        """Show the panel again that this person began for a patient."""
        panel = self._away.pop((self._ward.desk.who, patient), None)
        if panel is not None:
            self._show(panel)

    def begun(self) -> tuple[str, ...]:
        """Return what was begun here and not saved."""
        panels = [*([self._panel] if self.is_begun and self._panel is not None else []), *self._away.values()]
        return tuple(self._begun_words(panel) for panel in panels)

    def change_person(self, before: str, after: str) -> None:
        """Put away what one person began, and bring back what another had begun for the same patient or page."""
        panel = self._panel
        if panel is not None:
            if panel.touched:
                self._take_out()
                self._away[before, panel.patient_id] = panel
            else:
                self._drop()
            self._closed()
        mine = [key for key in self._away if key[0] == after and self.may_show(key[1])]
        if mine:
            self._drop()
            self._show(self._away.pop(mine[-1]))

    def drop_all(self) -> None:
        """Throw everything away."""
        self.close_panel()
        for panel in self._away.values():
            panel.deleteLater()
        self._away.clear()

    def _give_back(self, panel: ActPanel) -> None:
        if not isValid(panel):
            return
        self._page.frame.show_page(self._page.key)
        self.wanted.emit(panel.patient_id)
        self._drop()
        self._show(panel)

    def _begun_words(self, panel: ActPanel) -> str:
        name = self._name(panel)
        return self.tr("{act} for {name}").format(act=panel.heading(), name=name) if name else panel.heading()

    # showing

    def _show(self, panel: ActPanel) -> None:
        if not panel.stays:
            self._came_from = self._came_from or QApplication.focusWidget()
        self._panel, self._waiting = panel, None
        if not panel.property("hosted"):
            panel.setProperty("hosted", True)  # noqa: FBT003 - Qt's own signature
            panel.closed.connect(lambda: self._finished(panel))
            panel.acted.connect(lambda _: self._page.frame.drafts.forget())
            panel.rejected.connect(lambda: self._rejected(panel))
            panel.touch_changed.connect(self.marked)
            panel.said_done.connect(self._page.frame.toast)
        self._name_patient()
        self.setFixedWidth(panel.wide or self._width)
        self._column.addWidget(panel)
        self.show()
        panel.show()
        if panel.stays and self._inside:
            panel.focus_again()
        self.opened.emit()
        self.marked.emit()

    def _name_patient(self, *_: object) -> None:
        """Say whose panel it is, as may be shown now; a patient who is gone takes the panel along."""
        panel = self._panel
        if panel is None or panel.patient_id is None or not self._ward.is_open:
            return
        known = self._ward.overview.patients.get(panel.patient_id)
        if known is None:
            self.close_panel()
            return
        shielded = self._page.frame.shielded
        panel.show_patient(identity(known, self._ward.today, shielded=shielded), shielded=shielded)

    def _name(self, panel: ActPanel) -> str:
        known = None if panel.patient_id is None else self._ward.overview.patients.get(panel.patient_id)
        if known is None:
            return ""
        return identity(known, self._ward.today, shielded=self._page.frame.shielded).name

    def _rejected(self, panel: ActPanel) -> None:
        """Esc goes back to the panel that was begun, else leaves it; what was typed can be given back."""
        if panel is not self._panel:
            return
        if self.is_asking:
            self.stay()
        elif panel.touched:
            self.discard()
        else:
            self.close_panel()

    def _finished(self, panel: ActPanel) -> None:
        if panel is not self._panel:
            self._away = {key: other for key, other in self._away.items() if other is not panel}
            panel.deleteLater()
            return
        go = self._take_go()
        self._drop()
        if go is not None:
            go()
        if self._panel is None:
            self._closed()

    def _drop(self) -> None:
        panel = self._panel
        if panel is not None:
            self._take_out()
            panel.deleteLater()

    def _take_out(self) -> None:
        panel = self._panel
        self._stop_asking()
        if panel is not None:
            focus = QApplication.focusWidget()
            self._inside = focus is not None and self.isAncestorOf(focus)
            self._had_focus = self._inside or focus is None
            self._panel = None
            panel.hide()
            self._column.removeWidget(panel)

    def _take_go(self) -> Callable[[], None] | None:
        go, self._go, self._waiting = self._go, None, None
        return go

    def _stop_asking(self) -> None:
        self._go = None
        if self._waiting is not None:
            self._waiting.deleteLater()
            self._waiting = None
        if self._ask is not None:
            self._ask.hide()
            self._ask.setParent(self)
        self.marked.emit()

    def _closed(self) -> None:
        self._stand()
        self.closed.emit()
        self.marked.emit()
        back, self._came_from = self._came_from, None
        if self._had_focus and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc on the question is to stay."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self.stay()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Name the patient anew when the language is switched."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name_patient()
        super().changeEvent(event)
