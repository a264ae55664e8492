"""What was typed at the visits of the page Today and not saved, kept apart for each person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = TypeVar("Key")
Typed = TypeVar("Typed")


class Begun(Generic[Key, Typed]):
    """``mine`` holds what the person who is signed in has begun, by visit."""

    def __init__(self) -> None:
        self.mine: dict[Key, Typed] = {}
        self._others: dict[str, dict[Key, Typed]] = {}

    def change_person(self, before: str, after: str) -> None:
        """Put what one person began away, and take up what another began."""
        self._others[before] = self.mine
        self.mine = self._others.pop(after, {})

    def drop_all(self) -> None:
        """Throw everything away, whoever began it."""
        self._others.clear()
        self.mine = {}

    def of_all(self) -> Iterator[Typed]:
        """Yield what anybody has begun."""
        for begun in (self.mine, *self._others.values()):
            yield from begun.values()
