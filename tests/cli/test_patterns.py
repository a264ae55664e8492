"""Patterns of file names, as a shell would expand them, where the shell does not."""

from pathlib import Path
from typing import Any

import pytest

from infusionplanner.cli import request
from infusionplanner.cli.errors import NothingFoundError
from infusionplanner.cli.patterns import expanded

Run = Any


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.json", "a.json", "a1.json", "[x]1.json", "x1.json", "note.txt"):
        (tmp_path / name).touch()


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["a?.json"], ["a1.json"]),
        (["b*", "a*.json"], ["b.json", "a.json", "a1.json"]),
        (["[x]*.json"], ["[x]1.json"]),
        (["-", "nowhere.json"], ["-", "nowhere.json"]),
        ([], []),
    ],
)
def test_a_pattern_stands_for_the_files_that_fit_it(names: list[str], found: list[str]) -> None:
    assert list(expanded(names, by_us=True)) == found


def test_a_name_that_a_file_has_is_no_pattern(tmp_path: Path) -> None:
    (tmp_path / "a*.json").touch()
    assert list(expanded(["a*.json"], by_us=True)) == ["a*.json"]


def test_a_pattern_that_no_file_fits_is_said() -> None:
    with pytest.raises(NothingFoundError, match=r"^\*\.csv: no file fits this pattern; check the folder and the"):
        list(expanded(["*.csv"], by_us=True))


def test_what_the_shell_expands_is_left_alone() -> None:
    assert list(expanded(["*.csv", "a?.json"], by_us=False)) == ["*.csv", "a?.json"]


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["import", "*.json", "--db", "unit.db"], "first\nsecond\n"),
        (["ics", "*.json", "--out", "kalender"], "kalender/"),
        (["plan", "*.json", "--json"], '{"format": "infusionplanner.plan/1", "patient": "first"'),
    ],
)
def test_commands_read_all_files_that_fit(
    run: Run, patient_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], out: str
) -> None:
    document = patient_file.read_text(encoding="utf-8")
    for old in tmp_path.glob("*.json"):
        old.unlink()
    for name in ("second", "first"):
        (tmp_path / f"{name}.json").write_text(document.replace("ex-01", name), encoding="utf-8")
    monkeypatch.setattr(request, "_SHELL_LEAVES_PATTERNS", True)
    found = run(*words, "--on", "2026-11-09")
    assert found.status == 0
    assert found.out.startswith(out)
    assert len(found.out.splitlines()) == 2
    assert run("check", "*.jsonl", "--date", "2026-11-23").err == (
        "infusionplanner: *.jsonl: Ingen fil passer til mønsteret. Kontroller mappen og endelsen.\n"
    )
