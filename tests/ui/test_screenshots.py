"""The pictures: every scene can be taken, in every look, and twice the same."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from infusionplanner_ui.launch import Windows
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.screenshots import run as module
from infusionplanner_ui.screenshots.run import LANGUAGES, SCHEMES, SCREENS, Screen, screenshots
from infusionplanner_ui.screenshots.scene import UnknownSceneError
from infusionplanner_ui.screenshots.scenes import SCENES


@pytest.mark.usefixtures("qapp")
def test_a_scene_is_taken_in_every_look(tmp_path: Path) -> None:
    scene = SCENES[0]
    taken = screenshots(tmp_path / "one", (scene.name,))
    looks = list(product(LANGUAGES, SCHEMES, SCREENS))
    assert [path.name for path in taken] == [f"today-{nb}-{scheme}-{screen.name}.png" for nb, scheme, screen in looks]
    for path, (_, scheme, screen) in zip(taken, looks, strict=True):
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == screen.window
        assert (picture.pixelColor(300, 60).lightness() < 128) is (scheme is Scheme.DARK)


def test_the_frame_of_the_window_and_the_scaling_of_the_desktop_are_counted() -> None:
    assert [(screen.name, screen.window) for screen in SCREENS] == [
        ("1366", (1366, 736)),
        ("1920", (1920, 1048)),
        ("1366-125", (1092, 582)),
        ("1920-150", (1280, 688)),
    ]
    assert Screen(2560, 1440, 200).window == (1280, 688)


@pytest.mark.usefixtures("qapp")
def test_every_scene_is_another_and_always_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LANGUAGES", ("nb",))
    monkeypatch.setattr(module, "SCHEMES", (Scheme.LIGHT,))
    monkeypatch.setattr(module, "SCREENS", SCREENS[:1])
    taken = Windows().screenshots(tmp_path / "one")
    assert len(taken) == len(SCENES)
    pictures = {path.name: path.read_bytes() for path in taken}
    assert len(set(pictures.values())) == len(pictures), "two scenes look alike"
    again = screenshots(tmp_path / "two", [scene.name for scene in SCENES[:4]])
    assert all(path.read_bytes() == pictures[path.name] for path in again)


def test_a_picture_that_is_not_known_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownSceneError, match=r"There is no picture 'todya'\. There are: today, ") as refused:
        screenshots(tmp_path / "one", ["todya"])
    assert refused.value.scene == "todya"
    assert not (tmp_path / "one").exists()
