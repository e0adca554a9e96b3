"""No words reach a window that were not looked up: found in the source of all modules that open windows."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "rse_lessons"
ROOMS = ("authors", "caretaking", "cli", "entrance", "in_class", "overview", "staffroom", "ui")
"""Packages that open windows, or print."""
QT = (
    *("setText", "setPlainText", "setHtml", "setMarkdown", "setWindowTitle", "setToolTip", "setStatusTip"),
    *("setWhatsThis", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setTitle"),
    *("setLabelText", "setCancelButtonText", "setSpecialValueText", "setPrefix", "setSuffix", "setTabText"),
    *("setInformativeText", "setDetailedText", "setHeaderLabels", "addItem", "addItems", "addTab", "addRow"),
    *("addAction", "addMenu", "addButton", "addSection", "drawText"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QToolButton", "QGroupBox", "QAction", "QMenu"),
    *("QProgressDialog", "QMessageBox", "getOpenFileName", "getSaveFileName", "getExistingDirectory"),
)
OURS = (
    *("Words", "Button", "Chip", "CheckRow", "Choice", "Chooser", "Question", "Message", "Notice", "Fact"),
    *("set_text", "set_words", "set_question", "set_sample", "set_lines", "set_title", "set_hint", "say"),
    *(
        "print",
        "input",
        "getpass",
        "Finding",
        "show_refusal",
        "show_failure",
        "tell",
        "note",
        "announce",
        "told",
        "write_words",
        "elided",
        "broken",
    ),
)
SHOWS = frozenset((*QT, *OURS))
FOR_PEOPLE = re.compile(r"[A-Z][a-z]+|[A-Za-z]{2,} [A-Za-z]{2,}")
"""What people are meant to read begins with a capital or has several words; ids and roles have neither."""
NOT_WORDS = re.compile(r"^(?:<.*|[a-z-]+:.*|Shift\+.*|Ctrl\+.*|https?://.*|rse-lessons .*)$", re.DOTALL)
"""Markup, styles, keys."""


def called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def literals(node: ast.expr) -> Iterator[str]:
    """The texts in an argument that were not looked up."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call):
        # "…".format(…), " ".join(…) keep their own words; what a call of ours gives was looked up there.
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Constant | ast.JoinedStr):
            yield from literals(node.func.value)
    elif isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))
    elif isinstance(node, ast.JoinedStr | ast.BoolOp):
        for part in node.values:
            yield from literals(part)
    elif isinstance(node, ast.BinOp):
        yield from (*literals(node.left), *literals(node.right))
    elif isinstance(node, ast.List | ast.Tuple):
        for part in node.elts:
            yield from literals(part)
    elif isinstance(node, ast.FormattedValue):
        yield from literals(node.value)


def given(scope: Sequence[ast.AST]) -> dict[str, list[str]]:
    """The texts that names of a function are given as they stand."""
    found: dict[str, list[str]] = {}
    for node in scope:
        if isinstance(node, ast.Assign):
            for to in node.targets:
                if isinstance(to, ast.Name):
                    found.setdefault(to.id, []).extend(literals(node.value))
    return found


def shown(text: str) -> Iterator[str]:
    """The words of a module that it shows as they stand."""
    tree = ast.parse(text)
    scopes: list[ast.AST] = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for scope in (list(ast.walk(scope)) for scope in scopes or [tree]):
        calls = [node for node in scope if isinstance(node, ast.Call) and called(node) in SHOWS]
        names = given(scope) if calls else {}
        for call in calls:
            for argument in (*call.args, *(word.value for word in call.keywords)):
                named = names.get(argument.id, ()) if isinstance(argument, ast.Name) else ()
                for words in (*literals(argument), *named):
                    if FOR_PEOPLE.search(words) and not NOT_WORDS.match(words.strip()):
                        yield f"{call.lineno}: {called(call)}: {words[:80]}"


def test_every_word_that_a_window_shows_was_looked_up() -> None:
    modules = [*ROOT.glob("*.py"), *(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))]
    found = [
        f"{path.relative_to(ROOT)}:{told}"
        for path in sorted(modules)
        if "tour" not in path.parts  # what it shows is made up, as a teacher would type it
        for told in shown(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        'def f(self):\n    self.setWindowTitle("Settings")',
        'def f(self, n):\n    self.words.setText(f"{n} lessons found")',
        'def f(self, a):\n    self.button.set_text("Close" if a else tr("Open"))',
        'def f():\n    return Words(theme, "Nothing " + name)',
        'def f(self):\n    hint = "Try again"\n    self.setToolTip(hint)',
        'def f(self):\n    self.setAccessibleName("Slide {n}".format(n=1))',
        'def f(self):\n    self.set_choices([Choice("", "Any topic")])',
    ],
)
def test_words_that_were_not_looked_up_are_found(source: str) -> None:
    assert len(list(shown(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        'def f(self):\n    self.setWindowTitle(tr("Settings"))',
        'def f(self, n):\n    self.words.setText(tr("{n} lessons").format(n=n))',
        'def f():\n    return Choice("high-contrast", tr("High contrast"))',
        'def f(self):\n    self.setText(f"<b>{words}</b>")',
        'def f(self):\n    self.setObjectName("Settings")',
    ],
)
def test_words_that_were_looked_up_are_not(source: str) -> None:
    assert list(shown(source)) == []
