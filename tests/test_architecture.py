"""Holds the house of docs/architecture.md: directions, rooms, no loops, no Qt below, no network anywhere."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "rse_lessons"
CORE = (
    *("settings", "lesson", "nation", "i18n", "progress", "training", "standards", "presenting", "printing"),
    "packs",
)
WINDOWS = (
    *("projector", "console", "library", "lesson_page", "training", "progress", "settings", "dialogs"),
    *("profiles", "ending", "moving", "keeping", "coverage", "my_learning"),
)
# What each package may import of ours, besides itself.
MAY_IMPORT: dict[str, set[str]] = {
    "settings": set(),
    "progress": set(),
    "nation": {"settings"},
    "lesson": {"nation", "settings"},
    "i18n": {"lesson", "nation", "training", "settings"},
    "training": {"lesson", "nation"},
    "standards": {"lesson", "nation", "training", "i18n"},
    "presenting": {"lesson", "nation"},
    "printing": {"lesson", "nation"},
    "packs": {"lesson", "settings", "i18n"},
    "ui": set(CORE),
}
# The rooms that bring windows and the core together, and which of one another they may ask.
ROOMS: dict[str, set[str]] = {
    "overview": set(),
    "caretaking": {"overview"},
    "in_class": {"overview"},
    "staffroom": {"caretaking"},
    "authors": {"in_class"},
    "entrance": {"in_class"},
    "cli": {"overview", "in_class", "staffroom", "authors"},
}
# What the rooms stand on, which knows none of them; all other loose modules put the rooms together.
GROUND = {
    *("", "school", "means", "later", "waking"),
    *("in_languages", "in_words", "lesson_names", "speaking"),
}
# The rooms of the records, and which of one another they may ask.
ROOMS_OF_RECORDS: dict[str, set[str]] = {
    "facts": set(),
    "views": {"facts"},
    "database": {"facts"},
    "mending": {"facts", "database"},
    "recording": {"facts", "database", "mending"},
    "between": {"facts", "database", "recording"},
    "deleting": {"facts", "database", "mending", "between"},
    "upkeep": {"database", "mending", "deleting"},
}
SPEAK_SQL = {"database", "mending", "deleting", "upkeep"}
# How the command line opens the window, and what its tour shows.
OPENED_BY_COMMANDS = {"starting", "preferring"}
NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "aiohttp", "ftplib"),
    *("smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "xmlrpc", "asyncio", "webbrowser", "wsgiref"),
}
NETWORK_QT = {
    "QtNetwork",
    "QtWebSockets",
    "QtWebEngineCore",
    "QtWebEngineWidgets",
    "QtWebView",
    "QtHttpServer",
}


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


class Parsed(NamedTuple):
    """What is asked of a file, which is parsed once for all tests."""

    imports: tuple[tuple[str, tuple[str, ...]], ...]
    """Every import, deferred and type-only ones too: module and imported names."""
    lines: int
    docstring: str | None


@cache
def parsed(path: Path) -> Parsed:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    return Parsed(tuple(_imports(path, tree)), len(text.splitlines()), ast.get_docstring(tree))


def imports(path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return parsed(path).imports


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Every statement below a node; an import stands in no expression, and these are most of a file."""
    for name in ("body", "orelse", "handlers", "finalbody", "cases"):
        inner = getattr(node, name, ())
        for one in inner if isinstance(inner, list) else ():
            yield one
            yield from _statements(one)


def _imports(path: Path, tree: ast.Module) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in _statements(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, ()
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute here"
            yield node.module or "", tuple(alias.name for alias in node.names)


@cache
def ours(path: Path) -> set[str]:
    """The modules of ours that a file imports."""
    found = set()
    for module, names in imports(path):
        if module.split(".")[0] != "rse_lessons":
            continue
        inner = {f"{module}.{name}" for name in names if f"{module}.{name}" in MODULES}
        found |= inner or {module}
        if inner and len(inner) < len(names):
            found.add(module)
    return found


def package_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and (PACKAGE / parts[1]).is_dir() else ""


def test_imports_point_downwards() -> None:
    wrong = [
        f"{module} must not import {other}"
        for module, path in MODULES.items()
        if (here := package_of(module)) and here not in ROOMS
        for other in ours(path)
        if package_of(other) not in MAY_IMPORT[here] | {here} and other != "rse_lessons"
    ]
    assert wrong == []


def loose(module: str) -> str | None:
    """The name of a module that stands in no package; nothing for what does."""
    return None if package_of(module) else module.partition(".")[2]


def room_of_records(module: str) -> str:
    """The room within `progress` that a module stands in."""
    parts = module.split(".")
    return parts[2] if package_of(module) == "progress" and len(parts) > 3 else ""


@pytest.mark.parametrize(
    ("rooms", "room_of"), [(ROOMS, package_of), (ROOMS_OF_RECORDS, room_of_records)], ids=["rooms", "records"]
)
def test_rooms_ask_no_room_but_those_they_may(
    rooms: dict[str, set[str]], room_of: Callable[[str], str]
) -> None:
    asked: dict[str, set[str]] = {room: set() for room in rooms}
    for module, path in MODULES.items():
        if (room := room_of(module)) in rooms:
            asked[room] |= {room_of(other) for other in ours(path)} & rooms.keys() - {room}
    assert asked == rooms
    TopologicalSorter(rooms).prepare()  # raises where they go round in a ring


def test_records_have_no_module_outside_of_their_rooms() -> None:
    inside = {module.split(".")[2] for module in MODULES if module.startswith("rse_lessons.progress.")}
    assert inside == ROOMS_OF_RECORDS.keys()


def test_only_rooms_of_the_records_speak_sql() -> None:
    speaks = re.compile(r"\.execute(?:many|script)?\(|\bsqlite3\.connect\(|\bsqlite_utils\b")
    found = {
        room_of_records(module) or module
        for module, path in MODULES.items()
        if speaks.search(path.read_text(encoding="utf-8"))
    }
    assert found == SPEAK_SQL


def test_rooms_stand_on_the_ground_and_the_ground_on_no_room() -> None:
    wrong = [
        f"{module} must not import {other}"
        for module, path in MODULES.items()
        if (room := package_of(module)) in ROOMS or loose(module) in GROUND
        for other in ours(path)
        if (room not in ROOMS and package_of(other) in ROOMS)
        or (
            (name := loose(other)) is not None
            and name not in GROUND | (OPENED_BY_COMMANDS if room == "cli" else set())
        )
    ]
    assert wrong == []


def test_nothing_but_the_entry_asks_the_command_line() -> None:
    asking = {
        module
        for module, path in MODULES.items()
        if package_of(module) != "cli" and any(package_of(other) == "cli" for other in ours(path))
    }
    assert asking == {"rse_lessons.__main__"}


def test_entering_a_room_loads_nothing() -> None:
    for room in (*ROOMS, *(f"progress/{room}" for room in ROOMS_OF_RECORDS)):
        path = PACKAGE / room / "__init__.py"
        (only,) = ast.parse(path.read_text(encoding="utf-8")).body
        assert isinstance(only, ast.Expr), f"{path} has more than a docstring"


def window_of(module: str) -> str:
    """The folder of windows that a module stands in."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 and parts[1] == "ui" and parts[2] in WINDOWS else ""


def test_window_folders_do_not_import_one_another() -> None:
    wrong = [
        f"{module} imports {other}"
        for module, path in MODULES.items()
        if window_of(module)
        for other in ours(path)
        if window_of(other) not in ("", window_of(module))
    ]
    assert wrong == []


def test_no_import_loops() -> None:
    graph = {module: ours(path) - {module} for module, path in MODULES.items()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " → ".join([*trail[trail.index(module) :], module])
        if module in done:
            return
        for other in sorted(graph.get(module, ())):
            visit(other, (*trail, module))
        done.add(module)

    for module in graph:
        visit(module, ())


def test_only_ui_imports_qt() -> None:
    for module, path in MODULES.items():
        if package_of(module) in CORE:
            qt = [name for name, _ in imports(path) if name.split(".")[0] in ("PySide6", "shiboken6")]
            assert not qt, f"{module} imports {qt}"


def test_core_packages_load_without_qt() -> None:
    core = [module for module in MODULES if package_of(module) in CORE]
    code = f"""
import importlib, sys
for module in {core!r}:
    importlib.import_module(module)
sys.exit("PySide6" in sys.modules)
"""
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr


def test_no_network_module_is_imported() -> None:
    for module, path in MODULES.items():
        for name, names in imports(path):
            assert name.split(".")[0] not in NETWORK, f"{module} imports {name}"
            qt = {name.split(".")[-1], *names} if name.startswith("PySide6") else set()
            assert not qt & NETWORK_QT, f"{module} imports {qt & NETWORK_QT}"


def test_modules_are_short_and_say_what_they_are() -> None:
    for module, path in MODULES.items():
        assert parsed(path).lines <= 400, f"{module} has more than 400 lines"
        assert parsed(path).docstring, f"{module} has no docstring"
