"""Dependencies run one way: between the packages, and between the rooms inside `qa`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("index", "qa", "service", "ui")
# Each room of `qa` beside those it may import; its common readers count as one more.
ROOMS = {
    "words": (),
    "texts": ("words",),
    "questions": ("words", "texts"),
    "spelling": ("words", "questions"),
    "dialogue": ("texts", "questions"),
    "readers": ("words", "texts", "questions"),
    "tables": ("words", "texts", "questions", "readers"),
    "catalogue": ("words", "texts", "readers"),
    "comparing": ("words", "texts", "questions", "readers", "catalogue"),
    "claims": ("words", "texts", "questions", "readers", "comparing"),
    "rows": ("texts", "questions", "readers", "tables", "comparing", "claims"),
}
READERS = {
    "figures": (),
    "people": (),
    "dates": (),
    "sentences": (),
    "places": ("people",),
    "bodies": ("people", "sentences"),
}


@pytest.mark.parametrize("package", PACKAGES)
def test_no_package_imports_upwards(package: str) -> None:
    above = PACKAGES[PACKAGES.index(package) + 1 :]
    assert not [name for name in imported(package) if name.split(".")[0] in above]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_those_below_it(room: str) -> None:
    allowed = {room, *ROOMS[room]}
    found = {name.split(".")[1] for name in imported(f"qa.{room}") if name.startswith("qa.")}
    assert found & ROOMS.keys() <= allowed


@pytest.mark.parametrize("kind", READERS)
def test_readers_of_a_kind_import_few_others(kind: str) -> None:
    allowed = {kind, *READERS[kind]}
    found = {
        name.split(".")[2]
        for name in imported(f"qa.readers.{kind}")
        if name.startswith("qa.readers.")
    }
    assert found & READERS.keys() <= allowed


def test_common_readers_import_no_kind() -> None:
    found = {
        name.split(".")[2]
        for path in (ROOT / "qa" / "readers").glob("*.py")
        for name in imports_of(path)
        if name.startswith("qa.readers.")
    }
    assert not found & READERS.keys()


def test_every_room_is_named_here() -> None:
    assert ROOMS.keys() == _packages(ROOT / "qa")
    assert READERS.keys() == _packages(ROOT / "qa" / "readers")


def imported(package: str) -> Iterator[str]:
    """What the modules of a package import, in dotted names."""
    paths = list(ROOT.joinpath(*package.split(".")).rglob("*.py"))
    assert paths
    for path in paths:
        yield from imports_of(path)


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _packages(folder: Path) -> set[str]:
    return {path.parent.name for path in folder.glob("*/__init__.py")}
