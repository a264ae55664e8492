"""A screen reader in small, for test_atspi.py: run by the system's Python, which has pyatspi. Prints what it
met as JSON.

python3 atspi_reader.py NAME SECONDS
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pyatspi

T = TypeVar("T")


def everything(node: Any) -> Iterator[Any]:
    """Yield a node and all below it; what goes away meanwhile is passed over."""
    yield node
    for number in range(node.childCount):
        child = node.getChildAtIndex(number)
        if child is not None:
            yield from everything(child)


def until(seconds: float, look: Callable[[], T | None]) -> T:
    """Look again until there is something to see."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            found = look()
        except Exception:  # noqa: BLE001 - a widget that goes away while it is read raises whatever the bus says
            found = None
        if found:
            return found
        time.sleep(0.2)
    message = f"not seen in {seconds} s"
    raise TimeoutError(message)


class Reader:
    """Finds what a blind nurse would be read, and presses what she would press."""

    def __init__(self, name: str, seconds: float) -> None:
        self._seconds = seconds
        self._application = until(seconds, lambda: self._named(pyatspi.Registry.getDesktop(0), name))

    @staticmethod
    def _named(desktop: Any, name: str) -> Any:
        return next((app for app in desktop if app is not None and app.name == name), None)

    def find(self, role: str, begin: str) -> Any:
        """Return the first showing widget of a role whose name begins so."""

        def look() -> Any:
            for node in everything(self._application):
                showing = node.getState().contains(pyatspi.STATE_SHOWING)
                if showing and node.getRoleName() == role and node.name.startswith(begin):
                    return node
            return None

        return until(self._seconds, look)

    def press(self, role: str, begin: str) -> None:
        """Do the first action of a widget."""
        self.find(role, begin).queryAction().doAction(0)


def main(name: str, seconds: float) -> dict[str, object]:
    """Read the day, go to the week, and search for a patient."""
    reader = Reader(name, seconds)
    seen: dict[str, object] = {}
    board = reader.find("table", "Dagstavle")
    rows = [board.getChildAtIndex(number) for number in range(board.childCount)]
    seen["places"] = [row.name for row in rows]
    seen["visit"] = next(cell.name for row in rows for cell in everything(row) if cell.name.startswith("Moen, Ingrid"))
    reader.press("check box", "Uke")
    seen["week"] = reader.find("table", "Ukestavle").name
    reader.find("text", "Finn pasient").queryEditableText().setTextContents("moen, ing")
    reader.find("table", "Treff")
    seen["found"] = reader.find("table cell", "Moen, Ingrid").name
    reader.press("push button", "Sykepleier")
    seen["people"] = [entry.name for entry in reader.find("list", "Hvem som fortsetter")]
    return seen


if __name__ == "__main__":
    sys.stdout.write(f"\n{json.dumps(main(sys.argv[1], float(sys.argv[2])), ensure_ascii=False)}\n")
