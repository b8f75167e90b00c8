"""Imports point one way, and stages are pure: both are read off the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "generator"

LAYERS = (
    {"model"},
    {"errors"},
    {"config", "spans", "text", "usage", "versions"},
    {"annotate"},
    {"relate"},
    {"collate"},
    {"render"},
    {"reading", "store", "workers", "search", "swap", "progress"},
    {"site"},
    {"blocks"},
    {"inputs", "intake"},
    {"phases"},
    {"bars", "build"},
    {"explain", "new", "serve", "stages"},
    {"cli"},
    {"__main__"},
)
"""The parts of the package: each may use those of the lines above it, and none beside or below it."""

STAGES = ("annotate", "relate", "collate")
"""Parts whose results depend on nothing but their arguments."""

# fmt: off
IMPURE_MODULES = {
    "asyncio", "fileinput", "glob", "http", "importlib", "io", "locale", "logging", "multiprocessing", "os", "pathlib",
    "random", "secrets", "shutil", "signal", "socket", "sqlite3", "subprocess", "sys", "tempfile", "threading", "time",
    "urllib.request", "uuid", "warnings",
}
# fmt: on
IMPURE_NAMES = {"open", "input", "print", "now", "utcnow", "today", "environ", "getenv"}

MODULES = sorted(PACKAGE.rglob("*.py"))
STAGE_MODULES = [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in STAGES]


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def part(module: str) -> str:
    """The part of the package that a module belongs to: `render` for `generator.render.pages`."""
    return module.split(".")[1]


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full name of all that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: a relative import"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def level(of: str) -> int:
    """How far up a part stands; AssertionError for one that has no layer."""
    found = [index for index, layer in enumerate(LAYERS) if of in layer]
    assert found, f"generator.{of} has no layer: give it one in {Path(__file__).name}"
    return found[0]


def wrong_imports(tree: ast.AST, own: str) -> list[str]:
    """The imports of a module of the part `own` that do not point down."""
    ours = [(line, found) for line, found in imports(tree) if found.startswith("generator.")]
    used = [(line, part(found)) for line, found in ours if found != "generator.__version__"]
    return [f"line {line}: {own} uses {other}" for line, other in used if other != own and level(other) >= level(own)]


def impurities(tree: ast.AST) -> list[str]:
    """What a module uses that lets its results depend on more than its arguments."""
    modules = [
        f"line {line}: imports {found}"
        for line, found in imports(tree)
        if any(found == impure or found.startswith(f"{impure}.") for impure in IMPURE_MODULES)
    ]
    nodes = [(node.lineno, node) for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name)]
    names = [(line, node.attr if isinstance(node, ast.Attribute) else node.id) for line, node in nodes]
    return modules + [f"line {line}: uses {found}" for line, found in names if found in IMPURE_NAMES]


def test_every_part_has_one_layer():
    parts = {path.name.removesuffix(".py") for path in PACKAGE.glob("*.py")} - {"__init__"}
    parts |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert parts - set().union(*LAYERS) == set()
    assert sum(map(len, LAYERS)) == len(set().union(*LAYERS))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_one_way(path):
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own != "__init__":
        assert wrong_imports(ast.parse(path.read_bytes()), own) == []


@pytest.mark.parametrize("path", STAGE_MODULES, ids=name)
def test_stages_have_no_input_but_their_arguments_and_no_output_but_their_result(path):
    assert impurities(ast.parse(path.read_bytes())) == []


@pytest.mark.parametrize(
    ("own", "code", "wrong"),
    [
        pytest.param("relate", "from generator.text import words", 0, id="down"),
        pytest.param("relate", "from generator.relate.copies import find_copies", 0, id="within itself"),
        pytest.param("site", "from generator import __version__", 0, id="the version"),
        pytest.param("relate", "from generator.render.pages import render", 1, id="up"),
        pytest.param("swap", "import generator.store", 1, id="beside"),
        pytest.param("relate", "def f():\n    from generator.build import build", 1, id="up, inside a function"),
        pytest.param("relate", "if TYPE_CHECKING:\n    from generator import build", 1, id="up, for types only"),
    ],
)
def test_an_import_that_does_not_point_down_is_found(own, code, wrong):
    assert len(wrong_imports(ast.parse(code), own)) == wrong


@pytest.mark.parametrize(
    ("code", "found"),
    [
        pytest.param("from math import log", 0, id="arithmetic"),
        pytest.param("from datetime import date", 0, id="dates"),
        pytest.param("import os.path", 1, id="the file system"),
        pytest.param("from pathlib import Path", 1, id="paths"),
        pytest.param("def f():\n    import random", 1, id="chance, inside a function"),
        pytest.param("date.today()", 1, id="the clock"),
        pytest.param("datetime.now(UTC)", 1, id="the clock, by its other name"),
        pytest.param("open('x')", 1, id="a file"),
    ],
)
def test_an_impurity_is_found(code, found):
    assert len(impurities(ast.parse(code))) == found
