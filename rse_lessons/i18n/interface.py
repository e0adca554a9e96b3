"""Finds the interface's strings in the program's own source, without running it.

Strings stand in calls of `tr`, `ntr` and `ptr`; a few stand in tables whose entries are looked up when they
are shown, and those are named here. What is neither is told, so that no string is missed in silence.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rse_lessons.i18n.po import Entry

_CALLS = {"tr": 1, "ntr": 2, "ptr": 2, "in_english": 1}
_OPENED = re.compile(r"(?<![\w\"'])(?<!def )(ntr|ptr|in_english|tr)\(")
_TOKEN = re.compile(
    r"[rbuRBU]?(?:\"\"\"(?:[^\\]|\\.)*?\"\"\"|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')|#[^\n]*|[()\[\]{}]",
    re.DOTALL,
)
_TO_TRANSLATORS = re.compile(r"\s*#\s*translators:\s*(\S.*)", re.IGNORECASE)
_NAMED = re.compile(r"(?<!\{)\{[a-z_]*(?:[!:][^{}]*)?\}(?!\})")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of strings in the source: a constant, or a function that gives them."""

    file: str
    name: str
    """A constant, or a function; `*` for all sentences among a module's constants."""
    context: str = ""
    place: int | None = None
    """Which of the arguments or members holds the string; without it, every string is one."""


TABLES = (
    Table("cli/language.py", "ARGPARSE", "argparse"),
    Table("cli/passcode.py", "*"),
    Table("i18n/words_to_translators.py", "_REGISTERS"),
    Table("i18n/words_to_translators.py", "_QUOTES"),
    Table("i18n/words_to_translators.py", "PICTURE"),
    Table("progress/upkeep/examine.py", "*"),
    Table("ui/actions.py", "ACTIONS", "action", 1),
    Table("ui/actions.py", "GROUPS", place=1),
    Table("ui/moving/words.py", "_WRITING"),
    Table("progress/between/oddities.py", "SENTENCES"),
    Table("progress/between/troubles.py", "SENTENCES"),
    Table("progress/deleting/retention.py", "SENTENCES"),
    Table("progress/database/faults.py", "*"),
    Table("progress/upkeep/restoring.py", "*"),
    Table("progress/mending/repair_report.py", "*"),
    Table("standards/xapi.py", "fault"),
    Table("settings/profiles.py", "*"),
    Table("standards/words.py", "SAID"),
    Table("standards/words.py", "SECTIONS"),
)
"""Where strings stand that no call names."""
EXPLAINED = frozenset(
    {
        "cli/doctor.py: found.trouble",
        "cli/language.py: text",
        "cli/learning.py: UNREADABLE",
        "cli/passcode.py: WRONG",
        "cli/passcode.py: sentence",
        "cli/progress.py: NOT_GOOD",
        "cli/progress.py: ODDITIES[error.oddity]",
        "cli/progress.py: SENTENCES[fault_of(error)]",
        "cli/standards.py: UNREADABLE",
        "staffroom/platforming.py: fault",
        "staffroom/platforming.py: UNREADABLE",
        "caretaking/safekeeping.py: _sentence(made)",
        "settings/erasing.py: NOT_DELETED",
        "settings/sentences.py: english",
        "standards/data.py: words",
        "standards/pages.py: SECTIONS[page.section]",
        "standards/parts.py: SAID[name]",
        "ui/actions.py: BY_ID[action_id].text",
        "ui/actions.py: dict(GROUPS)[group]",
        "ui/bands.py: topic.replace('-', ' ')",
        "ui/ending/words.py: SENTENCES[left.part]",
        "ui/keeping/words.py: said.text",
        "ui/keeping/words.py: found.records.trouble",
        "ui/moving/words.py: SENTENCES[finding.oddity]",
        "ui/moving/words.py: TROUBLES[trouble]",
        "ui/review/words.py: english",
    }
)
"""Calls whose words stand in one of the tables, or are the topics of lessons."""


@dataclass(slots=True)
class Interface:
    """What was found."""

    entries: list[Entry] = field(default_factory=list)
    unfound: list[str] = field(default_factory=list)
    """Calls whose words nobody could name, as `file:line: what stands there`."""


@dataclass(slots=True)
class _Found:
    references: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


_Key = tuple[str | None, str, str]
_String = tuple[_Key, str]
"""What is looked up, and a word to translators."""


Remembered = dict[str, list[Any]]
"""What was found in each module when it looked so: time, size, strings, calls that nobody could name."""


def interface(package: Path, remembered: Remembered | None = None) -> Interface:
    """Find the strings of a package, in the order of files and lines.

    What is `remembered` of modules that have not changed is not looked for again; it is brought up to date.
    """
    found: dict[_Key, _Found] = {}
    unfound: list[str] = []
    remembered = {} if remembered is None else remembered
    rules = _stamp(Path(__file__))
    if remembered.get("") != rules:
        remembered.clear()
        remembered[""] = rules
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        stamp = _stamp(path)
        if remembered.get(name, [])[:2] != stamp:
            strings, missed = _strings(name, path.read_text(encoding="utf-8"))
            remembered[name] = [*stamp, [[*key, comment] for key, comment in strings], missed]
        for context, msgid, plural, comment in remembered[name][2]:
            one = found.setdefault((context, msgid, plural), _Found())
            if (reference := f"{package.name}/{name}") not in one.references:
                one.references.append(reference)
            if comment and comment not in one.comments:
                one.comments.append(comment)
        unfound += remembered[name][3]
    return Interface([_entry(key, one) for key, one in found.items()], unfound)


def _stamp(path: Path) -> list[Any]:
    stat = path.stat()
    return [stat.st_mtime_ns, stat.st_size]


def load_remembered(file: Path | None) -> Remembered:
    """Read what was remembered; nothing when it cannot be read, for it can be found again."""
    try:
        table = json.loads(file.read_text(encoding="utf-8")) if file else {}
        whole = isinstance(table, dict) and all(
            len(row) == (4 if name else 2) and (not name or all(len(one) == 4 for one in row[2]))
            for name, row in table.items()
        )
    except (OSError, ValueError, TypeError):
        return {}
    return table if whole else {}


def _entry(key: _Key, found: _Found) -> Entry:
    context, msgid, plural = key
    flags = frozenset({"python-brace-format"}) if _NAMED.search(msgid + plural) else frozenset()
    comments = list(found.comments)
    if plural:
        comments.append("{count} is a number; the forms are those of the language.")
    return Entry(
        msgid,
        context,
        plural,
        ("", "") if plural else ("",),
        flags,
        extracted=tuple(comments),
        references=tuple(found.references),
    )


def _strings(name: str, text: str) -> tuple[list[_String], list[str]]:
    """Give a module's strings, and the calls whose words nobody could name.

    Most calls hold nothing but words, and only they are parsed; a module with others is parsed whole.
    """
    tables = any(name == table.file for table in TABLES)
    strings: list[_String] = []
    lines = text.split("\n") if "ranslators:" in text else []
    for found in _OPENED.finditer(text):
        call = _call_at(text, found.start())
        if call is None or len(call.args) < _CALLS[found[1]]:
            continue
        said = [str(one.value) for one in call.args[: _CALLS[found[1]]] if isinstance(one, ast.Constant)]
        if len(said) < _CALLS[found[1]]:
            tables = True
            break
        comment = _comment(lines, text.count("\n", 0, found.start()) + 1) if lines else ""
        strings.append((_key(found[1], said), comment))
    if not tables:
        return strings, []
    reader = _Reader(name, text)
    return list(reader.strings()), reader.unfound


def _call_at(text: str, start: int) -> ast.Call | None:
    """Parse the call that begins at a place; None for what only looks like one."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        depth += (token[0] in "([{") - (token[0] in ")]}")
        if depth == 0 and token[0] in ")]}":
            try:
                made = ast.parse(text[start : token.end()], mode="eval").body
            except SyntaxError:
                return None
            return made if isinstance(made, ast.Call) else None
    return None


def _key(name: str, said: Sequence[str]) -> _Key:
    if name in ("tr", "in_english"):
        return None, said[0], ""
    return (None, said[0], said[1]) if name == "ntr" else (said[0], said[1], "")


def _comment(lines: Sequence[str], line: int) -> str:
    """Give what is said to translators in the lines right above."""
    above = line - 2
    while above >= 0 and lines[above].lstrip().startswith("#"):
        if found := _TO_TRANSLATORS.match(lines[above]):
            rest = [part.strip().lstrip("# ") for part in lines[above + 1 : line - 1]]
            return " ".join([found[1].strip(), *rest])
        above -= 1
    return ""


class _Reader:
    """Reads one module."""

    def __init__(self, name: str, text: str) -> None:
        self.unfound: list[str] = []
        self._name = name
        self._lines = text.split("\n")
        self._tree = ast.parse(text)
        self._tables = [table for table in TABLES if table.file == name]

    def strings(self) -> Iterator[_String]:
        """Give each string with the word to translators above it."""
        for scope in self._scopes():
            for call in _own_calls(scope):
                name = _called(call)
                if name in _CALLS and len(call.args) >= _CALLS[name]:
                    yield from self._call(name, call, scope)
        for table in self._tables:
            for text in self._table(table):
                yield (table.context or None, text, ""), ""

    def _scopes(self) -> Iterator[ast.AST]:
        yield self._tree
        for node in ast.walk(self._tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                yield node

    def _call(self, name: str, call: ast.Call, scope: ast.AST) -> Iterator[_String]:
        wanted = call.args[: _CALLS[name]]
        said = [_texts(argument, scope) or self._constant(argument) for argument in wanted]
        if not all(said):
            words = ast.unparse(call.args[_CALLS[name] - 1])
            if f"{self._name}: {words}" not in EXPLAINED:
                self.unfound.append(f"{self._name}:{call.lineno}: {words[:80]}")
            return
        comment = _comment(self._lines, call.lineno)
        for parts in zip(*said, strict=False):
            yield _key(name, parts), comment

    def _constant(self, node: ast.expr) -> list[str]:
        """Give the string that a constant of the module is."""
        if not isinstance(node, ast.Name):
            return []
        values = (
            one.value for one in self._tree.body if isinstance(one, ast.Assign) and node.id in _assigned(one)
        )
        return [
            value.value
            for value in values
            if isinstance(value, ast.Constant) and isinstance(value.value, str)
        ]

    def _table(self, table: Table) -> Iterator[str]:
        wanted = table.name
        for node in ast.walk(self._tree):
            if isinstance(node, ast.FunctionDef) and node.name == wanted:
                yield from (
                    leaf
                    for inner in ast.walk(node)
                    if isinstance(inner, ast.Return) and inner.value is not None
                    for leaf in _leaves(inner.value, None)
                    if leaf
                )
        for node in self._tree.body:
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            if value is None:
                continue
            if wanted in _assigned(node):
                yield from _leaves(value, table.place)
            elif wanted == "*":
                yield from (leaf for leaf in _leaves(value, None) if _is_sentence(leaf))


def _own_calls(scope: ast.AST) -> Iterator[ast.Call]:
    """Give the calls of a scope that are in no function inside it."""
    waiting = [*ast.iter_child_nodes(scope)][::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.Call):
            yield node
        waiting += [*ast.iter_child_nodes(node)][::-1]


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _texts(node: ast.expr, scope: ast.AST) -> list[str]:
    """Give the strings that an argument may be: its own, or those that its name is given in the function."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and node.value else []
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body, scope), *_texts(node.orelse, scope)]
    if isinstance(node, ast.Call) and _called(node) == "get" and len(node.args) == 2:
        return _texts(node.args[1], scope)
    return list(_given(node.id, scope)) if isinstance(node, ast.Name) else []


def _given(name: str, scope: ast.AST) -> Iterator[str]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and any(
            isinstance(to, ast.Name) and to.id == name for to in node.targets
        ):
            if not isinstance(node.value, ast.Name):
                yield from _texts(node.value, scope)
        elif (
            isinstance(node, ast.For)
            and isinstance(node.target, ast.Tuple)
            and isinstance(node.iter, ast.Tuple)
        ):
            names = [to.id if isinstance(to, ast.Name) else "" for to in node.target.elts]
            for row in node.iter.elts:
                if name in names and isinstance(row, ast.Tuple) and len(row.elts) == len(names):
                    yield from _texts(row.elts[names.index(name)], scope)


def _leaves(node: ast.expr, place: int | None) -> Iterator[str]:
    """Give the strings in a constant; with `place`, of each row or call the one that stands there."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _leaves(value, place)
    elif isinstance(node, ast.Tuple | ast.List | ast.Set):
        rows: Sequence[ast.expr] = node.elts
        for row in rows:
            inner = (
                row.args if isinstance(row, ast.Call) else row.elts if isinstance(row, ast.Tuple) else None
            )
            if place is not None and inner is not None:
                yield from _leaves(inner[place], None)
            elif place is None:
                yield from _leaves(row, None)
    elif isinstance(node, ast.Call) and place is None:
        for argument in (*node.args, *(word.value for word in node.keywords)):
            yield from _leaves(argument, None)
    elif isinstance(node, ast.IfExp):
        yield from _leaves(node.body, place)
        yield from _leaves(node.orelse, place)


def _assigned(node: ast.stmt) -> set[str]:
    targets = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign)
        else []
    )
    return {target.id for target in targets if isinstance(target, ast.Name)}


def _is_sentence(text: str) -> bool:
    return text[:1].isupper() and " " in text and text.rstrip()[-1:] in ".?!:"
