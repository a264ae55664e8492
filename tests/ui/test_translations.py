import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "translations.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_text_is_translated_and_the_loaded_files_are_fresh(script: ModuleType) -> None:
    assert script.check() == []
    assert script.main(["check"]) == 0


def test_a_text_that_is_not_written_out_is_found(script: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text(
        'self.tr(f"Move {name}")\nself.tr("Move {name}").format(name=name)\nQCoreApplication.translate("A", word)\n'
        "text.translate(table)\npage.tr('Save')\n",
        encoding="utf-8",
    )
    assert list(script.literal_faults(tmp_path)) == [
        "page.py:1: write the text of tr() out, no f-string.",
        "page.py:3: write the text of translate() out, no f-string.",
        "page.py:5: tr() of page is looked for in another class; call QCoreApplication.translate().",
    ]


def test_unfinished_and_damaged_translations_are_found(script: ModuleType, tmp_path: Path) -> None:
    file = tmp_path / "a_nb.ts"
    file.write_text(
        "<TS><context><name>Page</name>"
        '<message><source>New</source><translation type="unfinished"/></message>'
        "<message><source>Move {name}</source><translation>Flytt</translation></message>"
        "<message><source>%n visit(s)</source><translation><numerusform>%n time</numerusform>"
        "<numerusform/></translation></message>"
        "<message><source>Save</source><translation>Lagre</translation></message></context></TS>",
        encoding="utf-8",
    )
    assert list(script.message_faults(file)) == [
        "a_nb.ts: Page: 'New' is not translated.",
        "a_nb.ts: Page: 'Move {name}' loses or adds a value in its translation.",
        "a_nb.ts: Page: '%n visit(s)' is not translated.",
    ]


def test_a_broken_file_is_told(script: ModuleType, tmp_path: Path) -> None:
    for name in ("infusionplanner_nb.ts", "infusionplanner_en.ts", "qtbase_nb.ts"):
        (tmp_path / name).write_text("no xml", encoding="utf-8")
    with pytest.raises(script.ToolFailedError, match="lrelease failed"):
        script.release(tmp_path)
