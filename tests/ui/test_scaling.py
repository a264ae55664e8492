"""No word is cut, outside or under another at 100 to 200 % scaling, on the screens of wards and in the least window.

A program of its own for each factor, since Qt takes it at the start. Sizes are those inside the frame, before scaling.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import cut_words
import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from infusionplanner_ui.widgets.buttons import button
from infusionplanner_ui.widgets.inline_panel import scrolled
from infusionplanner_ui.widgets.label import ElidedLabel, text_label

SCRIPT = Path(cut_words.__file__)
_PATIENCE = 300


@pytest.mark.parametrize(
    ("factor", "language", "sizes"),
    [
        ("1", "nb", ("1366x736", "1920x1048", "960x540")),
        ("1", "en", ("1366x736", "1280x688", "1093x582", "960x540")),
        ("1.25", "nb", ("1093x582", "1536x832")),  # screens of 1366x768 and 1920x1080
        ("1.5", "nb", ("1280x688",)),  # a screen of 1920x1080
        ("1.75", "en", ("1366x736",)),
        ("2", "nb", ("1280x688", "1920x1048")),  # screens of 2560x1440 and 3840x2160
    ],
)
def test_no_word_is_cut(
    demo_database: Path, tmp_path: Path, factor: str, language: str, sizes: tuple[str, ...]
) -> None:
    database = shutil.copy(demo_database, tmp_path / "unit.db")
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": factor,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        (sys.executable, str(SCRIPT), str(database), language, *sizes),
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=_PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_what_is_cut_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    wrapped = text_label("Neste dose er ikke bestilt", wrap=True, parent=window)
    wrapped.setGeometry(0, 0, 80, 20)
    narrow = text_label("Oppgaver", parent=window)
    narrow.setGeometry(0, 40, 20, 20)
    elided = ElidedLabel("Hjemmebehandling", parent=window)
    elided.setGeometry(0, 60, 20, 20)
    name = ElidedLabel("Moen, Ingrid", parent=window)
    name.setGeometry(0, 220, 20, 20)
    low = button("Bestill time", parent=window)
    low.setGeometry(0, 80, 30, 30)
    text_label("Uke", parent=window).move(0, 120)
    area = scrolled(QWidget(), window)
    wide = text_label("Flyttet til neste uke", parent=area.widget())
    area.widget().setMinimumWidth(200)
    area.setGeometry(0, 140, 100, 40)
    window.show()
    assert set(cut_words.cut_words(window)) == {
        wrapped.text(),
        narrow.text(),
        name.text(),
        low.text(),
        f"all of {wide.text()} …",
    }


def test_what_stands_outside_or_on_another_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    for words, box in (
        ("Navn", (0, 0, 60, 20)),
        ("Dose 4", (40, 10, 60, 20)),
        ("Batch", (180, 60, 60, 20)),
        ("Stikksted", (0, 120, 60, 20)),
    ):
        text_label(words, parent=window).setGeometry(*box)
    holder = QWidget(window)
    holder.setGeometry(0, 150, 50, 20)
    text_label("Reaksjon", parent=holder).setGeometry(0, 0, 60, 20)
    area = scrolled(QWidget(), window)
    area.setGeometry(100, 100, 80, 40)
    area.widget().setFixedSize(70, 400)
    text_label("Langt nede", parent=area.widget()).setGeometry(0, 350, 70, 20)
    text_label("Bortenfor", parent=area.widget()).setGeometry(20, 0, 70, 20)
    window.show()
    assert set(cut_words.misplaced(window)) == {
        "Navn and Dose 4 stand on each other",
        "Batch stands outside",
        "Reaksjon stands outside",
        "Bortenfor stands outside",
    }
