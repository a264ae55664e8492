import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from infusionplanner_ui.look.theme import Scheme
from infusionplanner_ui.shell.preferences import FORMAT, Preferences, Taste, preferences_path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "preferences.json"


def test_everybody_has_their_own(path: Path) -> None:
    preferences = Preferences(path)
    assert (preferences.who, preferences.taste) == ("", Taste())
    preferences.who = "AD"
    preferences.language = "en"
    preferences.scheme = Scheme.DARK
    preferences.who = "MS"
    preferences.taste = Taste("nb", Scheme.LIGHT, shielded=True, toured=True)
    assert preferences.save()
    again = Preferences(path)
    assert (again.who, again.taste) == ("MS", Taste("nb", Scheme.LIGHT, shielded=True, toured=True))
    again.who = "AD"
    assert (again.language, again.scheme, again.taste.shielded) == ("en", Scheme.DARK, False)


def test_a_new_person_begins_with_what_the_machine_looked_like_and_is_shown_round(path: Path) -> None:
    preferences = Preferences(path)
    preferences.who = "AD"
    preferences.taste = Taste("en", Scheme.DARK, toured=True)
    preferences.who = "KL"
    assert preferences.taste == Taste("en", Scheme.DARK, toured=False)


def test_the_size_of_the_window_is_kept(path: Path) -> None:
    preferences = Preferences(path)
    preferences.geometry = QByteArray(b"\x01\xff\x00window")
    preferences.save()
    assert Preferences(path).geometry == QByteArray(b"\x01\xff\x00window")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"format": "another/1", "who": "AD"}',
        b"[" * 100_000,
        json.dumps({"format": FORMAT, "who": 3, "geometry": 4, "people": ["AD"]}).encode(),
        b" " * 1_000_001,
    ],
    ids=["empty", "cut", "list", "bytes", "format", "deep", "types", "large"],
)
def test_a_damaged_file_counts_as_empty_and_is_written_anew(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    preferences = Preferences(path)
    assert (preferences.who, preferences.taste, preferences.geometry.isEmpty()) == ("", Taste(), True)
    preferences.who = "AD"
    assert preferences.save()
    assert Preferences(path).who == "AD"


def test_what_this_version_does_not_know_is_passed_over(path: Path) -> None:
    path.parent.mkdir()
    people = {"AD": {"language": "de", "theme": "pink", "shield": "yes", "toured": 1, "new": {}}, "MS": None}
    path.write_text(json.dumps({"format": FORMAT, "who": "AD", "people": people}), encoding="utf-8")
    preferences = Preferences(path)
    assert preferences.taste == Taste()
    preferences.who = "MS"
    assert preferences.taste == Taste()


def test_a_folder_that_cannot_be_written_stands_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    preferences = Preferences(tmp_path / "file" / "preferences.json")
    preferences.who = "AD"
    assert not preferences.save()
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_of_very_many_people_the_latest_are_kept(path: Path) -> None:
    preferences = Preferences(path)
    for number in range(502):
        preferences.who = f"N{number}"
    preferences.save()
    people = json.loads(path.read_text(encoding="utf-8"))["people"]
    assert len(people) == 500
    assert "N501" in people


def test_nothing_but_looks_is_stored(path: Path) -> None:
    preferences = Preferences(path)
    preferences.who = "AD"
    preferences.save()
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert stored == {
        "format": FORMAT,
        "who": "AD",
        "geometry": "",
        "people": {"AD": {"language": "nb", "theme": "system", "shield": False, "toured": False}},
    }


def test_the_file_lies_in_the_users_own_folder() -> None:
    assert preferences_path().name == "preferences.json"
    assert "InfusionPlanner" in preferences_path().parts
