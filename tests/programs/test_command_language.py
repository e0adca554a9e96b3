"""The command line speaks the interface's language: its help, its sentences, and argparse's own words."""

from __future__ import annotations

import argparse
import ast
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

from rse_lessons.cli import language
from rse_lessons.cli.commands import parser, run
from rse_lessons.cli.language import ARGPARSE, _data_dir, speak_as_argparse
from rse_lessons.i18n import catalogues
from rse_lessons.i18n.pseudo import CLOSING, OPENING, TAG
from rse_lessons.settings.paths import data_root, where
from rse_lessons.settings.sentences import in_english
from tests.ui_language.interface_languages import words_in_code, write_longer

TO_PROGRAMMERS = (
    "not defined",
    "is an invalid argument",
    "must be optional",
    "not callable",
    "cannot ",
    "conflict",
)
SUBTLE = (
    "invalid option string",
    "dest= is required",
    'argument "-"',
    "can't open",
    "unexpected option string",
)
NOT_HERE = ("is deprecated", "warning: ", "(default: ", "subcommands", "%(heading)s:")
"""Said from Python 3.13 on, of what no command here has."""


@pytest.fixture(scope="module")
def longer_words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the language that nobody speaks."""
    folder = tmp_path_factory.mktemp("longer")
    write_longer(folder / "translations")
    return folder


@pytest.fixture
def nobody_speaks(longer_words: Path) -> Iterator[None]:
    """The language that nobody speaks; English afterwards."""
    catalogues.use(TAG, longer_words / "translations", longer_words / "cache")
    yield
    catalogues.use("en", data_root() / "translations")


def texts(actions: list[argparse.Action]) -> Iterator[str]:
    for action in actions:
        yield from filter(None, (action.help,))
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                yield str(choice.help)
            for verb in action.choices.values():
                yield str(verb.description or f"{OPENING}{CLOSING}")
                yield from texts(verb._actions)


def test_every_help_text_is_in_the_language(nobody_speaks: None) -> None:
    made = parser()
    said = list(texts(made._actions))
    assert len(said) > 100
    assert [
        text for text in said if not (text.startswith(OPENING) and text.rstrip(".").endswith(CLOSING))
    ] == []
    help_text = made.format_help()
    assert help_text.startswith(f"{OPENING}usage:")
    assert f"{OPENING}options" in help_text
    assert f"{OPENING}examples:" in help_text


def test_what_is_not_understood_is_said_in_the_language(
    nobody_speaks: None, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ["nothing"],
        ["new"],
        ["list", "--what"],
        ["export", "x", "--to"],
        ["new", "x", "--band", "y"],
    ):
        with pytest.raises(SystemExit) as ended:
            parser().parse_args(words)
        assert ended.value.code == 2
        assert OPENING in capsys.readouterr().err


def test_all_that_argparse_says_to_people_is_known() -> None:
    said = [
        str(ast.literal_eval(call.args[0]))
        for call in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "_"
        and isinstance(call.args[0], ast.Constant)
    ]
    assert len(said) > 20
    for_people = {
        text for text in said if not any(part in text for part in (*TO_PROGRAMMERS, *SUBTLE, *NOT_HERE))
    }
    assert for_people - set(ARGPARSE) == set()
    found = {(entry.context, entry.msgid) for entry in words_in_code().entries}
    assert {("argparse", text) for text in ARGPARSE} <= found


@pytest.mark.parametrize(
    ("words", "folder"),
    [
        (["--data-dir", "here", "list"], "here"),
        (["--data=there", "list"], "there"),
        (["list"], ""),
        (["--data-dir"], ""),
        (["check", "--text", "-"], ""),
    ],
)
def test_the_folder_is_found_before_words_are_parsed(words: list[str], folder: str) -> None:
    assert _data_dir(words) == (Path(folder) if folder else None)


def test_the_language_of_the_settings_is_spoken_and_no_folder_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = where(tmp_path / "data")
    with pytest.raises(SystemExit):
        run(["--data-dir", str(tmp_path / "data"), "--help"])
    assert "usage:" in capsys.readouterr().out
    assert not paths.config.exists()
    paths.config.mkdir(parents=True)
    paths.preferences.write_text('language = "ga"\n', encoding="utf-8")
    language.speak_for(["--data-dir", str(tmp_path / "data"), "list"])
    assert catalogues.interface_language() == "ga"
    catalogues.use("en", data_root() / "translations")


def test_sentences_from_below_are_said_in_the_language(nobody_speaks: None) -> None:
    inner = in_english("The settings file {file} is too large to be one.", file="a.toml")
    outer = in_english(
        "{wrong} The settings are as at first; lessons and records are untouched.", wrong=inner
    )
    assert outer == f"{inner} The settings are as at first; lessons and records are untouched."
    said = catalogues.retold(outer)
    assert said.startswith(f"{OPENING}{OPENING}The settings file a.toml")
    assert catalogues.retold("nobody says this") == "nobody says this"
    assert catalogues.retold("") == ""


def test_argparse_speaks_english_as_before() -> None:
    speak_as_argparse()
    assert "expected one argument" in ARGPARSE
    made = argparse.ArgumentParser(prog="x")
    made.add_argument("--two", nargs=2)
    with pytest.raises(argparse.ArgumentError, match="expected 2 arguments"):
        made._match_argument(made._actions[-1], "A")
