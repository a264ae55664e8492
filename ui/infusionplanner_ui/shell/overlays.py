"""What lies over the pages: the lock, the keys, the search, the look round. Each is loaded when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from infusionplanner_ui.help.keys import KeysHelp
    from infusionplanner_ui.help.tour import Tour
    from infusionplanner_ui.search.palette import Command, CommandPalette
    from infusionplanner_ui.shell.lock import LockScreen
    from infusionplanner_ui.shell.main_window import MainWindow
    from infusionplanner_ui.shell.ward import Ward


class Sheets(QObject):
    """Listens to the frame. ``signed`` carries the initials of who unlocked, ``toured`` goes out after the tour."""

    signed = Signal(str)
    toured = Signal()

    def __init__(self, frame: MainWindow, ward: Ward, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__(frame)
        self._frame, self._ward, self._commands = frame, ward, commands
        self._lock: LockScreen | None = None
        self._keys: KeysHelp | None = None
        self._palette: CommandPalette | None = None
        self._tour: Tour | None = None
        frame.lock_requested.connect(self.lock)
        frame.keys_requested.connect(self.show_keys)
        frame.search_requested.connect(self.search)

    def lock(self) -> None:
        """Cover the window until somebody is chosen who goes on."""
        if not self._ward.is_open:
            return
        if self._lock is None:
            from infusionplanner_ui.shell.lock import LockScreen  # noqa: PLC0415 - loaded when it is first needed

            self._lock = LockScreen(self._frame, self._ward)
            self._lock.unlocked.connect(self.signed)
        self.leave()
        self._lock.lock()

    @property
    def lock_screen(self) -> LockScreen | None:
        """The lock, once it was used."""
        return self._lock

    @property
    def is_locked(self) -> bool:
        """Whether the window is covered."""
        return self._lock is not None and self._lock.is_locked

    def show_keys(self) -> None:
        """Show the keys, or take them away."""
        if self._keys is None:
            from infusionplanner_ui.help.keys import KeysHelp  # noqa: PLC0415 - loaded when it is first needed

            self._keys = KeysHelp(self._frame)
            self._keys.tour_requested.connect(self.show_round)
        self._keys.toggle()

    @property
    def keys(self) -> KeysHelp | None:
        """The card of the keys, once it was used."""
        return self._keys

    def search(self, wanted: str) -> None:
        """Show what answers to what is typed."""
        if self._palette is None:
            from infusionplanner_ui.search.palette import CommandPalette  # noqa: PLC0415 - at the first search

            self._palette = CommandPalette(self._frame, self._ward, self._commands)
        self._palette.search(wanted)

    @property
    def palette(self) -> CommandPalette | None:
        """The list of what was found, once something was searched for."""
        return self._palette

    def show_round(self) -> None:
        """Show the program part by part."""
        if self._tour is None:
            from infusionplanner_ui.help.tour import Tour  # noqa: PLC0415 - loaded when it is first needed

            self._tour = Tour(self._frame, self._ward)
            self._tour.ended.connect(self.toured)
        self._tour.start()

    @property
    def tour(self) -> Tour | None:
        """The look round, once it was used."""
        return self._tour

    def leave(self) -> None:
        """Take away everything but the lock."""
        if self._palette is not None:
            self._palette.leave()
        for sheet in (self._keys, self._tour):
            if sheet is not None:
                sheet.leave()

    def unlock(self) -> None:
        """Let the person who is chosen in the lock go on."""
        if self._lock is not None:
            self._lock.unlock()
