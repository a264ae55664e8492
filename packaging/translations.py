"""Keeps the translations of the windows complete.

    python packaging/translations.py update    collect the texts of the windows into the .ts files
    python packaging/translations.py release   make the .qm files that the program loads
    python packaging/translations.py check     fail when a text is missing, unfinished or stale

Texts are English in the code, written as ``self.tr("…")``. Translate them in the .ts files.
"""

import argparse
import ast
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import PySide6

ROOT = Path(__file__).resolve().parent.parent
WINDOWS = ROOT / "ui" / "infusionplanner_ui"
FOLDER = ROOT / "resources" / "infusionplanner_resources" / "i18n"
OURS = "infusionplanner_nb"
PLURALS = "infusionplanner_en"
QT = "qtbase_nb"


class ToolFailedError(Exception):
    """One of Qt's translation tools could not do its work."""

    def __init__(self, name: str, output: str) -> None:
        super().__init__(f"{name} failed:\n{output}")


def _tool(name: str, *arguments: str | Path) -> None:
    binary = Path(PySide6.__file__).parent / (f"{name}.exe" if sys.platform == "win32" else name)
    command = [str(part) for part in (binary, *arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise ToolFailedError(name, ran.stdout + ran.stderr)


def update(folder: Path = FOLDER) -> None:
    """Collect all texts into the .ts files of a folder; translations that are there are kept."""
    sources = [path for path in sorted(WINDOWS.rglob("*.py")) if "__pycache__" not in path.parts]
    common = ("-no-obsolete", "-locations", "none", "-silent")
    _tool("lupdate", *common, "-target-language", "nb_NO", *sources, "-ts", folder / f"{OURS}.ts")
    _tool("lupdate", *common, "-target-language", "en_GB", "-pluralonly", *sources, "-ts", folder / f"{PLURALS}.ts")


def release(folder: Path = FOLDER) -> None:
    """Make the .qm file of each .ts file of a folder."""
    for name in (OURS, PLURALS, QT):
        _tool("lrelease", "-silent", folder / f"{name}.ts", "-qm", folder / f"{name}.qm")


def check() -> list[str]:
    """Return what is wrong with the translations, one sentence each."""
    faults = [*literal_faults(WINDOWS)]
    with tempfile.TemporaryDirectory() as made:
        fresh = Path(made)
        for file in FOLDER.glob("*.ts"):
            shutil.copy(file, fresh)
        update(fresh)
        release(fresh)
        faults += (
            f"{name} does not hold the texts of the windows: run 'translations.py update'."
            for name in (f"{OURS}.ts", f"{PLURALS}.ts")
            if not _same(fresh / name, FOLDER / name)
        )
        faults += (
            f"{name}.qm is stale: run 'translations.py release'."
            for name in (OURS, PLURALS, QT)
            if not _same(fresh / f"{name}.qm", FOLDER / f"{name}.qm")
        )
    for name in (OURS, PLURALS, QT):
        faults += message_faults(FOLDER / f"{name}.ts")
    return faults


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def literal_faults(folder: Path) -> Iterator[str]:
    """Yield the calls of tr and translate whose text can never be found: not written out, or tr on something else."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            owner, name = ast.unparse(node.func.value), node.func.attr
            texts = {"tr": node.args[:1], "translate": node.args[:2]}.get(name, [])
            where = f"{path.relative_to(folder)}:{node.lineno}"
            if name == "translate" and owner != "QCoreApplication":
                continue
            if any(not isinstance(text, ast.Constant) for text in texts):
                yield f"{where}: write the text of {name}() out, no f-string."
            if name == "tr" and owner != "self":
                yield f"{where}: tr() of {owner} is looked for in another class; call QCoreApplication.translate()."


def message_faults(file: Path) -> Iterator[str]:
    """Yield the texts of a .ts file that are unfinished, empty, or lose one of their ``{values}``."""
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            source, translation = message.findtext("source", ""), message.find("translation")
            where = f"{file.name}: {context.findtext('name')}: '{source}'"
            forms = [] if translation is None else [form.text or "" for form in translation.iter("numerusform")]
            forms = forms or [(translation.text or "") if translation is not None else ""]
            if translation is None or translation.get("type") is not None or not all(forms):
                yield f"{where} is not translated."
            elif any(_values(form) != _values(source) for form in forms):
                yield f"{where} loses or adds a value in its translation."


def _values(text: str) -> set[str]:
    return set(re.findall(r"\{\w*\}|%[1-9]", text))


def main(arguments: list[str] | None = None) -> int:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(description="Keeps the translations of the windows complete.")
    parser.add_argument("command", choices=("update", "release", "check"))
    command = parser.parse_args(arguments).command
    if command == "check":
        faults = check()
        sys.stderr.write("".join(f"{fault}\n" for fault in faults))
        return 1 if faults else 0
    update() if command == "update" else release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
