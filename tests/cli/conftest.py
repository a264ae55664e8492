"""The commands as a person runs them, in this process: words in, status and both outputs back."""

import io
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from infusionplanner.application.sheets.values import Footer, WeekSheet
from infusionplanner.cli.main import main


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """Return standard output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Sketchbook:
    """Notes what the commands want drawn, in place of Qt."""

    drawn: list[tuple[Any, ...]] = field(default_factory=list)

    def window(self, database: Path, *, on: date | None, demo: bool) -> int:
        self.drawn.append(("window", database, on, demo))
        return 0

    def week_pdf(self, sheet: WeekSheet, path: Path, footer: Footer) -> None:
        self.drawn.append(("week", sheet, path, footer))
        path.write_bytes(b"%PDF-1.4 sketch")

    def screenshots(self, folder: Path, only: Sequence[str] = ()) -> tuple[Path, ...]:
        self.drawn.append(("screenshots", folder, *only))
        return (folder / "today.png",)


Run = Callable[..., Outcome]


@pytest.fixture
def sketchbook() -> Sketchbook:
    return Sketchbook()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, sketchbook: Sketchbook) -> Run:
    """Run a command; ``stdin`` is what is typed into it, ``drawing=None`` leaves the windows out."""

    def run_command(*words: object, stdin: str = "", drawing: Any = sketchbook) -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        try:
            status = main([str(word) for word in words], drawing=drawing)
        except SystemExit as left:
            status = int(left.code or 0)
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return run_command


PATIENT = {
    "format": "infusionplanner.patient/1",
    "id": "ex-01",
    "name": {"given": "Ingrid", "family": "Eksempel"},
    "course": {
        "product": "tysabri",
        "regimens": [{"from": "2026-01-05", "route": "sc", "setting": "unit"}],
        "doses": [
            {"on": "2026-10-26", "route": "sc", "setting": "unit", "status": "given", "mg": 300, "reaction": "none"}
        ],
    },
}


@pytest.fixture
def patient_file(tmp_path: Path) -> Path:
    path = tmp_path / "patient.json"
    path.write_text(json.dumps(PATIENT), encoding="utf-8")
    return path


@pytest.fixture
def demo_folder(run: Run, tmp_path: Path) -> Path:
    """Return the folder of a small demo unit."""
    folder = tmp_path / "demo"
    assert run("demo", "--patients", 40, "--dir", folder, "--on", "2026-11-23").status == 0
    return folder
