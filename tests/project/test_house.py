"""The house: folders that can be overseen, and imports that never go round, not even for a type checker."""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

MOST_MODULES = 25


def _imported(tree: ast.Module) -> Iterator[str]:
    """Yield every name that a module imports, wherever it does: when it is used, and for types only, too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _module(path: str) -> str:
    return path.removeprefix("ui/").removeprefix("resources/").removesuffix(".py").replace("/", ".")


def test_a_folder_holds_at_most_25_modules(shipped: dict[str, ast.Module]) -> None:
    folders = Counter(str(Path(path).parent) for path in shipped if Path(path).name != "__init__.py")
    assert {folder: number for folder, number in folders.items() if number > MOST_MODULES} == {}


def test_no_import_goes_round(shipped: dict[str, ast.Module]) -> None:
    modules = {_module(path): tree for path, tree in shipped.items() if Path(path).name != "__init__.py"}
    graph = {name: {used for used in _imported(tree) if used in modules} - {name} for name, tree in modules.items()}
    circle: list[str] = []
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]
    assert circle == []
