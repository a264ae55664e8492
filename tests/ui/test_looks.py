from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from infusionplanner_ui.application import Application
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.shell.looks import Looks
from infusionplanner_ui.shell.main_window import MainWindow
from infusionplanner_ui.shell.operations import Operations
from infusionplanner_ui.shell.preferences import Preferences, Taste
from infusionplanner_ui.shell.ward import Ward


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    made = Preferences(tmp_path / "preferences.json")
    made.who = "AD"
    return made


@pytest.fixture
def ward(operations: Operations) -> Ward:
    return Ward(operations)


@pytest.fixture
def frame(operations: Operations) -> MainWindow:
    return MainWindow((), operations)


@pytest.fixture
def looks(qapp: Application, preferences: Preferences, frame: MainWindow, ward: Ward) -> Looks:
    return Looks(qapp, preferences, frame, ward)


def test_a_change_takes_effect_and_is_remembered(
    qapp: Application, looks: Looks, preferences: Preferences, frame: MainWindow, ward: Ward, tmp_path: Path
) -> None:
    looks.set_language("en")
    looks.set_scheme(Scheme.DARK)
    looks.set_shielded(True)
    looks.set_toured()
    QCoreApplication.processEvents()
    assert (qapp.language, qapp.scheme, frame.shielded, ward.language) == ("en", Scheme.DARK, True, "en")
    expected = Taste("en", Scheme.DARK, shielded=True, toured=True)
    assert preferences.taste == expected
    assert Preferences(tmp_path / "preferences.json").taste == expected


def test_what_others_change_is_remembered_too(qapp: Application, looks: Looks, frame: MainWindow, ward: Ward) -> None:
    frame.set_shielded(shielded=True)
    qapp.set_scheme(Scheme.DARK)
    qapp.set_language("en")
    QCoreApplication.processEvents()
    assert looks.taste == Taste("en", Scheme.DARK, shielded=True)
    assert ward.language == "en"


def test_another_person_gets_their_own(qapp: Application, looks: Looks, frame: MainWindow) -> None:
    changes: list[Taste] = []
    looks.changed.connect(lambda: changes.append(looks.taste))
    looks.set_scheme(Scheme.DARK)
    looks.sign("MS")
    frame.set_shielded(shielded=True)
    looks.set_scheme(Scheme.LIGHT)
    looks.sign("AD")
    assert (qapp.scheme, frame.shielded) == (Scheme.DARK, False)
    looks.sign("AD")
    assert changes[-1] == Taste(scheme=Scheme.DARK)
    assert len(changes) == 5, "dark, signed, shielded, light, signed"
