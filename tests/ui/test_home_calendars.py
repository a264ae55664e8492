"""Handing out many calendars at once, on the demo unit's database and a real folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from infusionplanner.application.bulk_export import home_patients
from infusionplanner_ui.main_window import MainWindow, PageSpec
from infusionplanner_ui.pages.home import HomePage
from infusionplanner_ui.ward import Ward


def test_the_button_hands_out_the_calendars_of_the_list(
    demo_ward: Ward, make_frame: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = make_frame(PageSpec("home", lambda: "Hjemme", lambda made: HomePage(made, demo_ward)), initial="home")
    page = frame.page("home")
    assert isinstance(page, HomePage)
    folder = tmp_path / "kalendere"
    # The folder dialog belongs to the system; what follows from its answer is ours.
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page._calendars.click()
    assert demo_ward.operations.wait(60_000)
    QCoreApplication.processEvents()
    written = list(folder.glob("*.ics"))
    assert 0 < len(written) <= len(home_patients(demo_ward.overview))
    assert list(folder.glob("*.csv"))
    assert str(len(written)) in frame.toast_text


def test_no_folder_hands_out_nothing(
    demo_ward: Ward, make_frame: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = make_frame(PageSpec("home", lambda: "Hjemme", lambda made: HomePage(made, demo_ward)), initial="home")
    page = frame.page("home")
    assert isinstance(page, HomePage)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page._calendars.click()
    assert not demo_ward.operations.busy
    assert list(tmp_path.rglob("*.ics")) == []
