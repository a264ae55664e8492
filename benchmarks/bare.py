"""The least that Qt could do in the place of the program: bare tables of as many rows, in a bare window.

``python -m benchmarks.bare ROWS`` prints the seconds of each turn as JSON; ROWS is the file of what our patients' list
shows. It is a program of its own, for in the process of ours every widget has our style.
"""

import json
import sqlite3
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QStackedWidget, QTableView

from benchmarks.window import ROUNDS, keys, show, turn

_VISITS = 150
_ROW_HEIGHT = 36


class Bare:
    """Two tables on a stack, a field that filters the first of them, and a database of one table."""

    def __init__(self, folder: Path, rows: list[list[str]], widths: list[int]) -> None:
        self.model = _table(rows)
        self.found = QSortFilterProxyModel()
        self.found.setFilterKeyColumn(-1)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.found.setSourceModel(self.model)
        self.field = QLineEdit()
        self.field.textChanged.connect(self.found.setFilterFixedString)
        self.stack = QStackedWidget()
        self._visits = _table(rows[:_VISITS])
        for model in (self.found, self._visits):
            view = QTableView()
            view.setModel(model)
            view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
            for column, width in enumerate(widths):
                view.setColumnWidth(column, width)
            self.stack.addWidget(view)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.stack)
        self.window.setMenuWidget(self.field)
        show(self.window)
        self._file = sqlite3.connect(folder / "bare.db")
        self._file.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE doses (day, mg);")

    def switch(self) -> None:
        """Show the other table."""
        self.stack.setCurrentIndex(1 - self.stack.currentIndex())

    def record(self) -> None:
        """Keep a row safely and show it."""
        with self._file:
            self._file.execute("INSERT INTO doses VALUES ('2026-11-23', 300)")
        self.model.setItem(0, 0, QStandardItem("300 mg"))

    def close(self) -> None:
        """Take the window away."""
        self._file.close()
        self.window.close()


def _table(rows: list[list[str]]) -> QStandardItemModel:
    model = QStandardItemModel(len(rows), len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            model.setItem(row, column, QStandardItem(text))
    return model


def main() -> None:
    """Take each turn as often as ours takes it."""
    application = QApplication([])
    shown = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        bare = Bare(Path(folder), shown["rows"], shown["widths"])
        found = {
            "switch": [turn(bare.switch) for _ in range(ROUNDS)][1:],
            "key": keys(bare.field),
            "dose": [turn(bare.record) for _ in range(ROUNDS)][1:],
        }
        bare.close()
    application.shutdown()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
