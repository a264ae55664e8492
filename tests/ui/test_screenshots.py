"""The pictures: every scene can be taken, in every look, and twice the same."""

from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from infusionplanner_ui.launch import Windows
from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.screenshots import run as module
from infusionplanner_ui.screenshots.run import LANGUAGES, SCHEMES, SIZES, screenshots
from infusionplanner_ui.screenshots.scene import UnknownSceneError
from infusionplanner_ui.screenshots.scenes import SCENES


@pytest.mark.usefixtures("qapp")
def test_a_scene_is_taken_in_every_look(tmp_path: Path) -> None:
    scene = SCENES[0]
    taken = screenshots(tmp_path / "one", (scene.name,))
    looks = product(LANGUAGES, SCHEMES, SIZES)
    assert [path.name for path in taken] == [f"today-{nb}-{scheme}-{size[0]}.png" for nb, scheme, size in looks]
    for path, (_, scheme, size) in zip(taken, product(LANGUAGES, SCHEMES, SIZES), strict=True):
        picture = QImage(str(path))
        assert (picture.width(), picture.height()) == size
        assert (picture.pixelColor(300, 60).lightness() < 128) is (scheme is Scheme.DARK)


@pytest.mark.usefixtures("qapp")
def test_every_scene_is_another_and_always_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LANGUAGES", ("nb",))
    monkeypatch.setattr(module, "SCHEMES", (Scheme.LIGHT,))
    monkeypatch.setattr(module, "SIZES", SIZES[:1])
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
