"""What stands on the command line: the same before the command and after it, and nothing is dropped in silence."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Any
ON = ("--on", "2026-11-23")
PROGRAM = "import sys; from infusionplanner.cli.main import main; sys.exit(main(sys.argv[1:]))"


def importers(database: Path) -> list[str]:
    """Return who is named in the journal of a database."""
    with closing(sqlite3.connect(database)) as connection:
        return [who for (who,) in connection.execute("SELECT who FROM acts ORDER BY id")]


def test_the_database_may_be_named_before_the_command(patient_file: Path, tmp_path: Path) -> None:
    mine, home = tmp_path / "mine.db", tmp_path / "home"
    words = [sys.executable, "-c", PROGRAM, "--db", str(mine), *ON, "import", str(patient_file)]
    done = subprocess.run(words, env={"HOME": str(home), "XDG_DATA_HOME": str(home)}, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"ex-01\n")
    assert done.stderr.decode() == f"Lest inn i {mine}: 1.\n"
    assert mine.exists()
    assert not home.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--db", "a.db", *ON, "import", "patient.json"),
        ("import", "patient.json", "--db", "a.db", *ON),
        ("--db", "a.db", "import", *ON, "patient.json", "--db", "a.db"),
    ],
)
def test_both_places_mean_the_same(
    run: Run, patient_file: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(patient_file.parent)
    found = run(*words)
    assert (found.status, found.err) == (0, "Lest inn i a.db: 1.\n")
    assert run(*ON, "--db", "a.db", "due").out == run("due", "--db", "a.db", *ON).out != ""


def test_the_day_before_the_command_is_the_day_of_the_plan(run: Run, patient_file: Path) -> None:
    before = run("--on", "2026-11-09", "plan", patient_file, "--json").rows[0]
    assert before["as_of"] == "2026-11-09"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ("--db", "a.db", "due", "--db", "b.db"),
            "argument --db: a.db and b.db are given; give one of them",
        ),
        (
            ("--on", "2026-11-23", "plan", "patient.json", "--on", "2026-11-24"),
            "argument --on: 2026-11-23 and 2026-11-24 are given; give one of them",
        ),
        (("--db", "a.db", "plan", "patient.json"), "argument --db: plan does not use it; leave it out"),
        (("--on", "2026-11-23", "screenshots", "x"), "argument --on: screenshots does not use it; leave it out"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    run: Run, patient_file: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(patient_file.parent)
    found = run(*words)
    assert (found.status, found.out) == (2, "")
    assert found.err.splitlines()[-1] == f"infusionplanner: error: {says}"
    assert list(patient_file.parent.iterdir()) == [patient_file]


@pytest.mark.parametrize("who", ["", "   ", "A\x1b[31mD", "A\nD", "\u202eAD", "x" * 33, "x" * 5000])
@pytest.mark.parametrize("command", ["import", "week"])
def test_who_has_to_be_a_name(run: Run, patient_file: Path, tmp_path: Path, command: str, who: str) -> None:
    more = [patient_file] if command == "import" else ["--pdf", tmp_path / "o.pdf"]
    found = run(command, *more, "--db", tmp_path / "unit.db", "--who", who, *ON)
    assert (found.status, found.out) == (2, "")
    assert found.err.endswith(" is not a name; write initials or a name of 1 to 32 readable characters\n")
    assert len(found.err) < 500
    assert list(tmp_path.iterdir()) == [patient_file]


@pytest.mark.parametrize(("who", "kept"), [(" AD ", "AD"), ("Åse Øye", "Åse Øye"), ("x" * 32, "x" * 32)])
def test_who_stands_in_the_journal(run: Run, patient_file: Path, tmp_path: Path, who: str, kept: str) -> None:
    assert run("import", patient_file, "--db", tmp_path / "unit.db", "--who", who, *ON).status == 0
    assert importers(tmp_path / "unit.db") == [kept]
