"""Holds the pages to the program: keys, settings, fields, blocks, commands, dependencies, links, words."""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from rse_lessons.cli.commands import parser
from rse_lessons.lesson.blocks import HOW, KINDS, LAYOUTS, SLIDE_ATTRIBUTES
from rse_lessons.lesson.front_matter import _FIELDS, _INNER
from rse_lessons.lesson.model import Band, Stage
from rse_lessons.lesson.reader import read_text
from rse_lessons.progress.facts.events import KINDS as EVENTS
from rse_lessons.settings.preferences import Preferences, load
from rse_lessons.ui.actions import ACTIONS, BY_ID, GROUPS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
NOT_OURS = {"out", "build", "dist", "node_modules", "__pycache__"}
WORDS = {".md", ".py", ".toml", ".txt", ".json", ".qss", ".cfg", ".ini", ".yml", ".po", ""}
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md")), ROOT / "assets" / "README.md"]
PICTURES = (
    *("library.png", "lesson-page.png", "console.png", "projector.png", "two-languages.png"),
    *("progress.png", "teacher-mode.png"),
)


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def files() -> Iterator[Path]:
    """Every text file of the project; what tools leave behind and what git keeps is not ours."""
    for top in sorted(ROOT.iterdir()):
        if top.name in NOT_OURS or top.name.startswith(".coverage"):
            continue
        if top.is_dir() and top.name.startswith(".") and top.name != ".ci":
            continue
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and path.suffix in WORDS and not NOT_OURS & set(path.parts):
                yield path


@cache
def rows(page: Path) -> list[list[str]]:
    """The rows of every table of a page, each as its cells; `\\|` stands inside a cell."""
    lines = (line.strip() for line in text_of(page).splitlines())
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in lines
        if line.startswith("|") and line.endswith("|")
    ]


def prose(page: Path) -> str:
    """A page without its code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"^```.*?^```", "", text_of(page), flags=re.MULTILINE | re.DOTALL))


# Keys


@pytest.mark.parametrize("action", BY_ID)
def test_presenting_tells_every_action_with_its_keys(action: str) -> None:
    keys = " ".join(f"`{key}`" for key in BY_ID[action].keys)
    row = [keys, BY_ID[action].text]
    assert row in rows(DOCS / "presenting.md"), f"docs/presenting.md needs the row | {row[0]} | {row[1]} |"


def test_presenting_tells_no_key_that_is_not_there() -> None:
    page = text_of(DOCS / "presenting.md").partition("\n## Keys\n")[2].partition("\nWhile an activity")[0]
    told = re.findall(r"^\| (`.*`) \|", page, flags=re.MULTILINE)
    assert told == [
        " ".join(f"`{key}`" for key in action.keys)
        for group, _ in GROUPS
        for action in ACTIONS
        if action.group == group
    ]


def test_settings_name_every_action_that_keys_can_be_given_to() -> None:
    page = text_of(DOCS / "settings.md").partition("The ids are ")[2]
    assert re.findall(r"`([a-z-]+)`", page.partition(". Keys are")[0]) == list(BY_ID)


# Settings


@pytest.mark.parametrize("name", Preferences._fields)
def test_settings_tell_every_preference_with_its_default(name: str) -> None:
    default = as_toml(getattr(Preferences(), name))
    told = {row[0]: row[1] for row in rows(DOCS / "settings.md")}
    assert told.get(f"`{name.replace('_', '-')}`") == f"`{default}`"


def test_settings_tell_no_preference_that_is_not_there() -> None:
    told = {
        row[0].strip("`").replace("-", "_") for row in rows(DOCS / "settings.md") if row[0].startswith("`")
    }
    assert told == set(Preferences._fields)


def as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return str(list(value))
    return "{}" if isinstance(value, Mapping) else f'"{value}"' if isinstance(value, str) else str(value)


# The lesson format


@pytest.mark.parametrize("name", _FIELDS)
def test_format_tells_every_field_of_the_head(name: str) -> None:
    named = {
        word for row in rows(DOCS / "lesson-format.md") for word in re.findall(r"`\[?([a-z-]+)\]?`", row[0])
    }
    assert name in named


@pytest.mark.parametrize(
    ("table", "name"), [(table, name) for table, inner in _INNER.items() for name in inner]
)
def test_format_tells_every_field_of_a_table_of_the_head(table: str, name: str) -> None:
    row = next(row for row in rows(DOCS / "lesson-format.md") if row[0] == f"`[{table}]`")
    assert f"`{name}`" in row[1]


@pytest.mark.parametrize("block", KINDS)
def test_format_tells_every_block_with_its_attributes(block: str) -> None:
    told = [row[0] for row in rows(DOCS / "lesson-format.md") if re.match(rf"`{block}[ `]", row[0])]
    assert told, f"docs/lesson-format.md has no row for the block {block}"
    for attribute in KINDS[block].attributes:
        assert any(f"{attribute}=" in cell for cell in told), f"{block} can carry {attribute}="


@pytest.mark.parametrize("word", [*sorted(SLIDE_ATTRIBUTES), *LAYOUTS, *HOW, *Stage, *Band])
def test_format_tells_every_word_of_a_slide(word: str) -> None:
    assert re.search(rf"(?<![a-z0-9-]){re.escape(word)}(?![a-z0-9-])", text_of(DOCS / "lesson-format.md"))


def test_the_lesson_in_the_readme_has_no_problem(tmp_path: Path) -> None:
    example = text_of(ROOT / "README.md").partition("```\n+++\n")[2].partition("\n```\n")[0]
    reading = read_text(f"+++\n{example}\n", tmp_path / "example.md")
    assert [str(problem) for problem in reading.problems] == []


def test_the_settings_of_the_page_can_be_read(tmp_path: Path) -> None:
    example = re.findall(r"^```\n(.*?)^```", text_of(DOCS / "settings.md"), flags=re.MULTILINE | re.DOTALL)
    file = tmp_path / "settings.toml"
    file.write_text("\n".join(example), encoding="utf-8")
    preferences, sentences = load(file)
    assert not sentences
    assert preferences.keys == {"safe": ("S", "F12"), "swap": ()}


# Commands


@cache
def commands() -> dict[str, argparse.ArgumentParser]:
    found: dict[str, argparse.ArgumentParser] = {}
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            found.update(action.choices)
    return found


@pytest.mark.parametrize("name", commands())
def test_readme_tells_every_command_with_its_options(name: str) -> None:
    told = [row for row in rows(ROOT / "README.md") if row[0].startswith(f"`rse-lessons {name}")]
    assert len(told) == 1, f"README.md has no row for rse-lessons {name}"
    for action in commands()[name]._actions:
        for option in action.option_strings:
            if option not in ("-h", "--help"):
                assert option in " ".join(told[0]), f"rse-lessons {name} has {option}"


def test_readme_tells_every_option_that_goes_before_a_command() -> None:
    page = text_of(ROOT / "README.md")
    for action in parser()._actions:
        for option in action.option_strings:
            assert option == "-h" or f"`{option}" in page


# Dependencies


def dependencies() -> dict[str, list[str]]:
    project: dict[str, Any] = tomllib.loads(text_of(ROOT / "pyproject.toml"))
    groups = {
        "to run": project["project"]["dependencies"],
        "to build": project["build-system"]["requires"],
        **project["project"]["optional-dependencies"],
    }
    return {
        group: sorted({re.split(r"[\s<>=!~;\[]", wanted, maxsplit=1)[0] for wanted in names})
        for group, names in groups.items()
    }


@pytest.mark.parametrize(
    ("group", "name"), [(group, name) for group, names in dependencies().items() for name in names]
)
def test_decisions_give_a_reason_for_every_dependency(group: str, name: str) -> None:
    page = text_of(DOCS / "decisions.md")
    if group in ("to run", "to build"):
        heads = re.findall(r"^### (.*)$", page, flags=re.MULTILINE)
        assert any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", head) for head in heads), (
            f"no entry for {name}"
        )
    else:
        assert re.search(rf"(?<!\w){re.escape(name)}(?!\w)", page), f"{name} is not spoken of"


# Privacy


def test_a_new_kind_of_record_is_a_change_of_the_privacy_page() -> None:
    """Whoever adds a kind comes by here: say it in docs/privacy.md first, then add it to this table."""
    spoken_of = {
        "class labels": {"class-added", "class-described", "class-reads", "class-removed"},
        "the plan of a class": {"plan-ordered", "lesson-planned", "lesson-skipped", "lesson-unskipped"},
        "a class or a year was deleted": {"classes-cleared"},
        "which lesson a class began": {"started", "slide", "finished", "restarted"},
        "how long each stage took": {"stage"},
        "counts of a vote": {"tally"},
        "what the whole class chose": {"block"},
        "what you drew": {"stroke", "erased"},
        "rules that a class made": {"rule-added", "rule-changed", "rule-removed"},
        "slips were in the question box": {"questions-counted"},
        "your own answers": {"answer-added", "answer-changed", "answer-given", "answer-removed"},
        "what you ticked": {"prepared"},
        "modules of Teacher mode": {"module-opened", "module-page", "module-rewritten", "module-task"},
        "ways you took through its conversations": {"module-practised"},
        "tries of its knowledge checks": {"module-tried"},
        "lessons you rehearsed": {"rehearsed"},
        "your reflections": {"module-reflected", "module-unreflected"},
        "your log of evidence": {
            *("evidence-added", "evidence-changed", "evidence-unworded", "evidence-removed"),
        },
        "your notes for a mentor": {"mentor-noted", "mentor-note-removed"},
        "certificates that you saved": {"certified"},
    }
    kept = text_of(DOCS / "privacy.md").partition("## What is kept")[2].partition("\n## ")[0]
    assert set(EVENTS) == set().union(*spoken_of.values())
    assert [words for words in spoken_of if words not in kept] == []


# Links and pictures


def links(page: Path) -> list[str]:
    found = re.findall(r"!?\[[^\]]*\]\(([^()\s]+)\)", prose(page))
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#{1,6} (.*)$", text_of(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.casefold()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        name, _, anchor = link.partition("#")
        if name.startswith("docs/pictures/"):
            continue  # asked for below
        target = page.parent / unquote(name) if name else page
        assert target.exists(), f"{page.name} leads to {link}"
        assert target.resolve().is_relative_to(ROOT), f"{page.name} leads out of the project: {link}"
        assert not anchor or anchor in anchors(target), f"{page.name} leads to {link}"


def test_readme_shows_a_picture_of_each_main_window() -> None:
    shown = [link.removeprefix("docs/pictures/") for link in links(ROOT / "README.md") if "pictures/" in link]
    assert shown == list(PICTURES)
    missing = [name for name in PICTURES if not (DOCS / "pictures" / name).is_file()]
    assert not missing, f"docs/pictures lacks {missing}"


def test_readme_leads_to_every_page() -> None:
    reached = {(ROOT / link.partition("#")[0]).resolve() for link in links(ROOT / "README.md")}
    assert [page.name for page in PAGES if page.parent in (ROOT, DOCS) and page.resolve() not in reached] == [
        "README.md"
    ]


# Words


def test_no_file_names_a_place_that_only_one_machine_has() -> None:
    # Put together here, so that this file does not name them itself.
    places = ["/".join(("", name, "")) for name in ("work", "farm", "root")]
    hosts = [".".join(name) for name in (("pypi", "org"), ("pythonhosted", "org"), ("registry", "npmjs"))]
    # Neither part of a web address nor of a longer path.
    wrong = re.compile("|".join([*(rf"(?<![\w.\-/}}]){place}" for place in places), *map(re.escape, hosts)]))
    suspected = [part.encode() for part in (*places, *hosts)]
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files()
        for data in (path.read_bytes(),)
        if any(part in data for part in suspected)  # most files have none, and need no closer look
        for number, line in enumerate(data.decode("utf-8", errors="replace").splitlines(), 1)
        if wrong.search(line)
    ]
    assert not found


AMERICAN = re.compile(
    r"\b(colors?|behaviors?|centers?|centered|favorites?|gray|organiz\w+|recogniz\w+|customiz\w+|minimiz\w+"
    r"|analyz\w+|catalogs?|neighbors?|labeled|canceled|mom)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(
    "page", [*PAGES, *sorted((ROOT / "content").rglob("*.md"))], ids=lambda page: page.name
)
def test_pages_are_spelt_as_in_britain(page: Path) -> None:
    assert AMERICAN.findall(re.sub(r"https?://\S+", "", prose(page))) == []
