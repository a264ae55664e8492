"""Strict reading of TOML: kinds, unknown keys, and the line of what is wrong."""

from pathlib import Path

import pytest

from infusionplanner.catalogue.errors import CatalogueFileError
from infusionplanner.catalogue.toml_file import Table, TomlFile, line_of, read, spell, suggestion

TEXT = """\
# a comment with key = "value"
name = "top"
entries = [
    { key = "one", level = "stop" },
    { key = "two" },
]

[parameters."visit_minutes.sc"]
value = 30
[[questions]]
key = "first"

[[questions]]
key = "second"
[[reasons.stop]]
key = "moved"
"""


def _table(**values: object) -> Table:
    return Table(TomlFile("file.toml", "", CatalogueFileError), ("here",), values)


@pytest.mark.parametrize(
    ("where", "line"),
    [
        (("name",), 2),
        (("entries",), 3),
        (("entries", 0, "level"), 4),
        (("entries", 1, "level"), 5),
        (("parameters", "visit_minutes.sc"), 8),
        (("parameters", "visit_minutes.sc", "value"), 9),
        (("parameters", "visit_minutes.sc", "unit"), 8),
        (("questions", 0, "level"), 10),
        (("questions", 1, "key"), 14),
        (("reasons", "stop", 0, "key"), 16),
        (("absent",), None),
        ((), None),
    ],
)
def test_the_line_of_a_place_is_found(where: tuple[str | int, ...], line: int | None) -> None:
    assert line_of(TEXT, where) == line


def test_a_line_that_is_no_toml_of_its_own_is_passed_over() -> None:
    assert line_of('text = """\n[not a header\nneither = this = one\n"""\nkey = 1\n', ("key",)) == 5


def test_a_place_is_spelled_as_toml_does() -> None:
    assert spell(("parameters", "visit_minutes.sc", "unit")) == 'parameters."visit_minutes.sc".unit'
    assert spell(("questions", 3, "level")) == "questions[3].level"
    assert spell(()) == ""


def test_a_suggestion_names_the_nearest_word_or_all() -> None:
    assert suggestion("versoin", ["version", "name"]) == "Did you mean version?"
    assert suggestion("zzz", ["version", "name"]) == "Known are name, version."


def test_the_whole_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    path.write_text(TEXT, encoding="utf-8")
    table = read(path, CatalogueFileError)
    assert table.text("name") == "top"
    assert [row.where for row in table.rows("entries")] == [("entries", 0), ("entries", 1)]
    assert [key for key, _ in table.table("parameters").tables()] == ["visit_minutes.sc"]


def test_the_mark_that_an_editor_puts_before_the_text_is_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    path.write_text('name = "Enhet øst"\nhours = 8\n', encoding="utf-8-sig")
    table = read(path, CatalogueFileError)
    assert table.text("name") == "Enhet øst"
    with pytest.raises(CatalogueFileError, match=r"file.toml, line 1: name: is not known here") as caught:
        table.only((), ("hours",))
    assert caught.value.line == 1


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "absent.toml"
    with pytest.raises(CatalogueFileError) as caught:
        read(path, CatalogueFileError)
    assert str(caught.value) == f"{path}: cannot be read (No such file or directory). Check the path."
    assert caught.value.line is None


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"name = \xff", "is not UTF-8 text. Save it as UTF-8."),
        (b"a = 1\nb = \n", "is not TOML: Invalid value (at line 2, column 5)."),
        (b"a = 1\na = 2\n", "is not TOML: Cannot overwrite a value (at line 2, column 6)."),
    ],
)
def test_a_file_that_is_not_toml_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes(content)
    with pytest.raises(CatalogueFileError) as caught:
        read(path, CatalogueFileError)
    assert str(caught.value) == f"{path}: {message}"


@pytest.mark.parametrize("text", ["a = " + "[" * 20_000, "a = " + "9" * 5_000])
def test_a_file_made_to_break_the_reader_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "file.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueFileError, match="is not TOML"):
        read(path, CatalogueFileError)


def test_unknown_and_missing_keys_are_refused() -> None:
    table = _table(name="x", versoin="1")
    with pytest.raises(CatalogueFileError) as caught:
        table.only(("name", "version"), ("note",))
    assert str(caught.value) == "file.toml: here.versoin: is not known here. Did you mean version?"
    with pytest.raises(CatalogueFileError) as caught:
        _table(name="x").only(("name", "version"))
    assert str(caught.value) == "file.toml: here: version is missing. Add version = … here."
    _table(name="x").only(("name",), ("note",))


@pytest.mark.parametrize("value", ["", "  ", 3, None, ["a"]])
def test_a_text_has_to_be_one(value: object) -> None:
    with pytest.raises(CatalogueFileError, match=r'here.key: has to be a text in quotes, as in key = "…"'):
        _table(key=value).text("key")


@pytest.mark.parametrize("value", [0, -1, True, 1.0, "1", None])
def test_a_whole_number_has_to_be_one(value: object) -> None:
    with pytest.raises(CatalogueFileError, match=r"here.key: has to be a whole number of at least 1"):
        _table(key=value).whole("key")


@pytest.mark.parametrize("value", [-0.1, True, "1", float("nan"), float("inf"), None])
def test_a_number_has_to_be_one(value: object) -> None:
    with pytest.raises(CatalogueFileError, match=r"here.key: has to be a number of at least 0"):
        _table(key=value).number("key")


def test_numbers_and_codes_are_returned() -> None:
    table = _table(one=1, half=0.5, code="sc", codes=["sc", "iv"])
    assert (table.whole("one"), table.number("half"), table.number("absent", 7)) == (1, 0.5, 7)
    assert (table.choice("code", ("sc", "iv")), table.choices("codes", ("sc", "iv"))) == ("sc", ("sc", "iv"))
    assert (table.texts("absent"), table.rows("absent"), dict(table.table("absent").tables())) == ((), (), {})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (["sc", "im"], "here.key[1]: 'im' is not known. Known are iv, sc."),
        (["sc", "sc"], "here.key[1]: has to be a text in quotes that stands in the list once."),
        ([1], "here.key[0]: has to be a text in quotes that stands in the list once."),
        ([], "here.key: has to name at least one of sc, iv."),
        ("sc", "here.key: has to be a list, as in key = […]."),
    ],
)
def test_a_list_of_codes_has_to_be_one(values: object, message: str) -> None:
    with pytest.raises(CatalogueFileError) as caught:
        _table(key=values).choices("key", ("sc", "iv"))
    assert str(caught.value) == f"file.toml: {message}"


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(CatalogueFileError, match=r"'ivv' is not known. Did you mean iv\?"):
        _table(key="ivv").choice("key", ("sc", "iv"))


def test_tables_have_to_be_tables() -> None:
    with pytest.raises(CatalogueFileError, match=r"here.key: has to be a table, as in \[key\]"):
        _table(key=1).table("key")
    with pytest.raises(CatalogueFileError, match=r"here.key\[0\]: has to be a table, as in \{ key = … \}"):
        _table(key=[1]).rows("key")
