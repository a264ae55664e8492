"""Forms that were begun and not saved: whose they are, and the way back to the one that was thrown away last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Signal

from infusionplanner_ui.look.palette import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_ASKED_SECONDS = 30


class Holder(Protocol):
    """A place that holds forms."""

    def begun(self) -> tuple[str, ...]:
        """Return what each form is that was begun here and not saved, by anybody: ``H-resept for Bø, Ida``."""

    def change_person(self, before: str, after: str) -> None:
        """Put the forms of one person away and bring back those of another."""

    def drop_all(self) -> None:
        """Throw every form away, since another unit is opened."""


class Drafts(QObject):
    """Knows the holders of forms. Kept in memory only: the program asks once before it is closed."""

    changed = Signal()
    """Another form may be begun now, or one less."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._holders: list[Holder] = []
        self._back: tuple[Callable[[], None], Callable[[], None]] | None = None

    def join(self, holder: Holder) -> None:
        """Take a place for forms in."""
        self._holders.append(holder)

    def begun(self) -> tuple[str, ...]:
        """Return what each form is that was begun and not saved."""
        return tuple(words for holder in self._holders for words in holder.begun())

    def change_person(self, before: str, after: str) -> None:
        """Let each person find the own forms only."""
        if before != after:
            self.forget()
            for holder in self._holders:
                holder.change_person(before, after)

    def drop_all(self) -> None:
        """Throw every form away."""
        self.forget()
        for holder in self._holders:
            holder.drop_all()

    def thrown_away(self, back: Callable[[], None], drop: Callable[[], None]) -> None:
        """Remember how the form that was just thrown away comes back, and how it goes for good."""
        self.forget()
        self._back = back, drop

    def forget(self) -> None:
        """Let what was thrown away be gone: something else was done since."""
        kept, self._back = self._back, None
        if kept is not None:
            kept[1]()

    def give_back(self) -> bool:
        """Bring back what was thrown away last; tell whether there was something."""
        kept, self._back = self._back, None
        if kept is not None:
            kept[0]()
        return kept is not None


class ClosingQuestion(QObject):
    """Asks once before the window is closed while forms are begun; closing again closes it."""

    def __init__(self, frame: QWidget, drafts: Drafts, toast: Callable[..., None]) -> None:
        super().__init__(frame)
        self._frame, self._drafts, self._toast = frame, drafts, toast
        self._asked_about: tuple[str, ...] = ()
        frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the closing back, and say what is not saved."""
        begun = self._drafts.begun() if event.type() is QEvent.Type.Close else ()
        if begun and begun != self._asked_about:
            self._asked_about = begun
            said = self.tr("Not saved: {what}").format(what=", ".join(begun))
            way = self.tr("Close all the same")
            self._toast(said, undo=self._close, word=way, tone=Tone.WARN, seconds=_ASKED_SECONDS)
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _close(self) -> None:
        self._frame.close()
