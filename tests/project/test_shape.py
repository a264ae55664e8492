"""The shape of the code: sizes, docstrings, nothing left over, no clock, nothing that translation cannot find."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 49

LEFTOVERS = re.compile(r"\b(TO[D]O|FIX[M]E|X{3})\b|NotImplemented[E]rror")
SKIPS = re.compile(r"pytest\.(mark\.)?(skip|xfail|importorskip)")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def test_no_file_is_longer_than_400_lines(root: Path, all_code: dict[str, ast.Module]) -> None:
    lengths = {path: len((root / path).read_text(encoding="utf-8").splitlines()) for path in all_code}
    faults = [
        f"{path} has {n} lines: split it by what it is about" for path, n in lengths.items() if n > MAX_FILE_LINES
    ]
    assert "\n".join(faults) == ""


def test_no_function_has_50_lines(all_code: dict[str, ast.Module]) -> None:
    faults = [
        f"{path}:{function.lineno} {function.name} has {lines} lines: give its steps names of their own"
        for path, tree in all_code.items()
        for function in _functions(tree)
        if (lines := (function.end_lineno or function.lineno) - function.lineno + 1) > MAX_FUNCTION_LINES
    ]
    assert "\n".join(faults) == ""


def test_no_window_reads_the_database(shipped: dict[str, ast.Module]) -> None:
    faults = [
        f"{path}:{node.lineno} opens a view of the store: ask a function of application/views through Ward.query"
        for path, tree in shipped.items()
        if path.startswith("ui/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"reading", "writing"}
    ]
    assert "\n".join(faults) == ""


def test_nothing_is_left_over(root: Path, tracked: tuple[Path, ...]) -> None:
    faults = [
        f"{path.relative_to(root)}:{number} is left over: {line.strip()}"
        for path in tracked
        if path.suffix in {".py", ".sh", ".toml", ".md", ".qss"} or not path.suffix
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LEFTOVERS.search(line) or SKIPS.search(line)
    ]
    assert "\n".join(faults) == ""


def test_every_silenced_check_is_named_and_every_noqa_has_a_reason(root: Path, all_code: dict[str, ast.Module]) -> None:
    silencer = re.compile(r"#\s*(noqa|type:\s*ignore)(.*)")
    complete = re.compile(r"noqa: [A-Z]+\d+(, [A-Z]+\d+)* - \S+|type: ignore\[[a-z-]+(, ?[a-z-]+)*\]")
    faults = [
        f"{path}:{number} silences a check without its name or a reason: {line.strip()}"
        for path in all_code
        for number, line in enumerate((root / path).read_text(encoding="utf-8").splitlines(), 1)
        if (found := silencer.search(line)) and not complete.match(found[0].lstrip("# "))
    ]
    assert "\n".join(faults) == ""


def _undocumented(tree: ast.Module) -> Iterator[str]:
    """Yield the public classes and functions without a docstring, methods by their class."""
    pending: list[tuple[str, ast.AST]] = [("", tree)]
    while pending:
        prefix, parent = pending.pop()
        for node in ast.iter_child_nodes(parent):
            if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
                continue
            told_elsewhere = any(
                ast.unparse(decorator).endswith(("overload", ".setter")) for decorator in node.decorator_list
            )
            if ast.get_docstring(node) is None and not told_elsewhere:
                yield f"{node.lineno} {prefix}{node.name}"
            if isinstance(node, ast.ClassDef):
                pending.append((f"{prefix}{node.name}.", node))


def test_every_public_name_has_a_docstring(shipped: dict[str, ast.Module]) -> None:
    faults = [f"{path}:{where} has no docstring" for path, tree in shipped.items() for where in _undocumented(tree)]
    assert "\n".join(faults) == ""


def _asks_clock(node: ast.AST) -> bool:
    """Tell whether a call asks the machine what day or time it is."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    owner, name = ast.unparse(node.func.value), node.func.attr
    return (
        (owner.split(".")[-1] in {"date", "datetime"} and name in {"today", "now", "utcnow"})
        or (owner == "time" and name in {"time", "time_ns", "localtime", "gmtime", "ctime"})
        or name in {"currentDate", "currentDateTime", "currentDateTimeUtc", "currentTime", "currentSecsSinceEpoch"}
    )


def test_only_the_clock_asks_the_clock(shipped: dict[str, ast.Module]) -> None:
    faults = [
        f"{path}:{node.lineno} asks the clock: take the time as an argument ({ast.unparse(node)})"
        for path, tree in shipped.items()
        if path != "infusionplanner/clock.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _asks_clock(node)
    ]
    assert "\n".join(faults) == ""


def _is_built(argument: ast.expr) -> bool:
    """Tell whether a text is put together before it is translated."""
    if isinstance(argument, ast.JoinedStr):
        return True
    if isinstance(argument, ast.BinOp):
        return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(argument))
    return (
        isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute) and argument.func.attr == "format"
    )


def test_texts_are_whole_when_they_are_translated(shipped: dict[str, ast.Module]) -> None:
    translators = {"tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP"}
    faults = [
        f"{path}:{node.lineno} translates a text that is put together first and so is never found: {ast.unparse(node)}"
        for path, tree in shipped.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in translators
        and any(_is_built(argument) for argument in node.args)
    ]
    assert "\n".join(faults) == ""


def test_packaging_is_no_package(root: Path) -> None:
    assert not (root / "packaging" / "__init__.py").exists(), "it would hide the library of the same name from builds"


def test_the_lint_for_built_texts_sees_them() -> None:
    built = ['tr(f"Move {who}")', 'tr("Move " + who)', 'tr("Move %s" % who)', 'tr("Move {}".format(who))']
    whole = ['tr("Move {who}")', 'tr("Move" " now")', "tr(SENTENCE)", "painter.translate(left + 4, 0)"]
    calls = [node for text in built + whole if isinstance(node := ast.parse(text, mode="eval").body, ast.Call)]
    assert [_is_built(call.args[0]) for call in calls] == [True] * len(built) + [False] * len(whole)


def test_the_lint_for_clocks_sees_them() -> None:
    asking = ["date.today()", "datetime.now(UTC)", "datetime.datetime.now()", "time.time()", "QDate.currentDate()"]
    handed = ["clock.today()", "self._clock.now()", "time.monotonic()", "time(8, 0)", "datetime.combine(day, at)"]
    found = [_asks_clock(ast.parse(text, mode="eval").body) for text in asking + handed]
    assert found == [True] * len(asking) + [False] * len(handed)
