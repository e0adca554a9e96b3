"""Every string of the interface is found in the source, and what cannot be found is told."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from rse_lessons.i18n.interface import Interface, Remembered, interface, load_remembered
from rse_lessons.ui.actions import ACTIONS, GROUPS
from tests.i18n.i18n_fixtures import ROOT, strings_found


@pytest.fixture(scope="module")
def found() -> Interface:
    remembered: Remembered = json.loads(strings_found())  # which is what would be found, as is shown below
    return interface(ROOT / "rse_lessons", remembered)


def test_no_string_is_missed(found: Interface) -> None:
    assert found.unfound == []
    keys = {(entry.context, entry.msgid, entry.plural) for entry in found.entries}
    for path in sorted((ROOT / "rse_lessons").rglob("*.py"))[::5]:  # a fifth of them: parsing takes long
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                said = [one.value for one in node.args if isinstance(one, ast.Constant)]
                if node.func.id == "tr" and said:
                    assert (None, said[0], "") in keys, f"{path}:{node.lineno}"
                elif node.func.id == "ntr" and len(said) > 1:
                    assert (None, said[0], said[1]) in keys, f"{path}:{node.lineno}"
                elif node.func.id == "ptr" and len(said) > 1:
                    assert (said[0], said[1], "") in keys, f"{path}:{node.lineno}"


def test_tables_are_read_where_they_stand(found: Interface) -> None:
    keys = {(entry.context, entry.msgid) for entry in found.entries}
    assert {("action", action.text) for action in ACTIONS} <= keys
    assert {(None, title) for _, title in GROUPS} <= keys
    assert {(None, group) for group, _ in GROUPS}.isdisjoint(keys - {(None, "time")})


def test_what_is_said_to_translators_comes_along(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "# Translators: a verb, and not\n# the noun.\nx = tr('Present')\n"
        'one = "{count} day"\n\ndef f(n):\n    one = "{count} day"\n    return ntr(one, "{count} days", n)\n'
        "def g():\n    for a, b in ((1, 'First'), (2, 'Second')):\n        tr(b)\n"
        "def h(word):\n    return tr(word.upper())\n",
        encoding="utf-8",
    )
    found = interface(tmp_path)
    said = {entry.msgid: entry for entry in found.entries}
    assert said["Present"].extracted == ("a verb, and not the noun.",)
    assert said["{count} day"].plural == "{count} days"
    assert "python-brace-format" in said["{count} day"].flags
    assert {"First", "Second"} <= set(said)
    assert found.unfound == ["a.py:13: word.upper()"]


def test_what_is_remembered_is_what_would_be_found(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    for name, word in (("a", "One"), ("b", "Two")):
        (package / f"{name}.py").write_text(f"x = tr('{word}')\ny = tr(z())\n", encoding="utf-8")
    remembered: Remembered = {}
    first = interface(package, remembered)
    file = tmp_path / "strings.json"
    file.write_text(json.dumps(remembered), encoding="utf-8")
    assert interface(package, load_remembered(file)) == first
    (package / "b.py").write_text("x = tr('Three')\n", encoding="utf-8")
    assert interface(package, load_remembered(file)) == interface(package)
    for damaged in ("", "[]", '{"a.py": [1, 2, [["x"]], []]}'):
        file.write_text(damaged, encoding="utf-8")
        assert load_remembered(file) == {}
    assert load_remembered(None) == {}
