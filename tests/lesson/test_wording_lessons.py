"""The language checker over whole lessons: which words are read, by whom, in which line, and exceptions."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from rse_lessons.cli import commands
from rse_lessons.lesson.problems import Severity
from rse_lessons.lesson.wording.lessons import check_lesson, check_lesson_file

HERE = Path("made.md")
HEAD = """+++
title = "Made"
band = "ks3"
minutes = 20
summary = "Summary."
outcomes = ["I can ask."]
{head}
+++
# Made {{stage=welcome}}

{body}
"""


def problems(body: str, head: str = "") -> list[tuple[int, str]]:
    text = HEAD.format(head=head, body=body)
    return [(found.line, found.rule.removeprefix("wording-")) for found in check_lesson(text, HERE)]


BODY = 11
"""The line where the body begins, without a further head."""


@pytest.mark.parametrize(
    ("head", "rule"),
    [
        ('[home]\nabout = "We spoke about sexting."', "sexting"),
        ('[home]\nquestions = [\n  "Who was it?",\n  "Is sexting bad?",\n]', "sexting"),
        ('[before]\ntell = "Remember stranger danger."', "stranger-danger"),
        ('[vocabulary]\nsextortion = "a word"', "sextortion"),
        ('[vocabulary]\n"asked" = "She asked for it"', "asked-for-it"),
        ('[endings]\ncard = "Just say no."', "just-dont"),
        ('[adaptations]\nsend = """\nShe asked for it.\n"""', "asked-for-it"),
    ],
)
def test_every_field_of_the_head_is_read_with_its_line(head: str, rule: str) -> None:
    lines = HEAD.format(head=head, body="").split("\n")
    ((line, found),) = problems("", head)
    assert found == rule
    words = {"sexting": "sexting", "stranger-danger": "stranger", "just-dont": "say no"}
    assert words.get(rule, "") in lines[line - 1]


@pytest.mark.parametrize(
    "head", ['topics = ["sexting"]', '[characters]\nSexting = "she, helps"', 'cover = "sexting.svg"']
)
def test_what_only_the_program_reads_is_not_read(head: str) -> None:
    assert problems("", head) == []


@pytest.mark.parametrize(
    "body",
    [
        "![A cat](sexting.svg)",
        "{{helpline:revenge-porn}}",
        "::: vote {id=x}\nWhat?\n- [sexting] Yes\n- [b] No\n:::",
        "::: sort {id=x}\ncolumns: [sexting] One | [b] Two\n- Card -> sexting\n:::",
        "::: scenario {id=x}\n@ sexting\nWords.\n- On -> sexting\n:::",
        "::: comment\nsexting\n:::",
        "::: scenario {id=x}\n@ a\nWords.\n- Promise to tell nobody, I swear -> b\n\n@ b\nEnd.\n:::",
    ],
)
def test_ids_files_comments_and_choices_of_a_story_are_not_read(body: str) -> None:
    assert problems(body) == []


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("She asked for it.", 0),
        ("Text.\n\nShe asked\nfor it.", 2),
        ("::: notes\nSay: All is well.\n\nListen for: She asked for it.\n:::", 3),
        ("::: discuss {id=x}\nWhy did Mia send it?\n:::", 1),
        ("::: quiz {id=x answer=a}\nWho?\n- [a] She asked for it\n  = So it is.\n- [b] Nobody\n:::", 2),
        ("::: handout {id=x}\nJust say no.\n:::", 1),
        ("::: only {nation=wls}\n::: reveal {id=x}\n- She asked for it.\n:::\n:::", 2),
        ("::: misconception {id=x}\nShe asked for it.\n:::", 1),
        ("::: misconception {id=x}\nPeople blame.\n= She asked for it.\n:::", 2),
        ('---\n## She asked for it {sensitive="It is about sexting"}\nText.', 1),
    ],
)
def test_everything_that_is_read_aloud_or_shown_is_read(body: str, after: int) -> None:
    found = problems(body)
    assert found
    assert {line for line, _ in found} == {BODY + after}


@pytest.mark.parametrize(
    "body",
    [
        "::: misconception {id=x}\nShe asked for it.\n= The person who shared it chose to.\n:::",
        "::: quiz {id=x answer=b}\nWho?\n- [a] She asked for it\n  = No. Nobody does.\n- [b] Rowan\n:::",
        "::: line {id=x}\nends: Agree | Disagree\n- It was just banter\n  = It hurt Noor.\n:::",
        "::: reveal {id=x}\n- “She asked for it.”\n  = Nobody asks to be hurt.\n:::",
        "::: notes\nIf you hear “She asked for it”: “Nobody asks to be hurt.”\n:::",
        "> She asked for it.\n\nNot true: Rowan chose to share it.",
    ],
)
def test_what_is_put_right_at_once_may_be_said(body: str) -> None:
    assert problems(body) == []


# Exceptions

WITH_REASON = "::: comment\nwording: allow asked-for-it: because the class rewrites this sentence next\n:::\n"


def test_an_exception_with_its_reason_holds_for_its_slide() -> None:
    assert problems(WITH_REASON + "She asked for it.") == []
    found = problems(WITH_REASON + "She asked for it.\n\n---\n## Next\n\nShe asked for it.")
    assert found == [(BODY + 8, "asked-for-it")]


def test_an_exception_in_the_head_holds_for_the_head() -> None:
    head = "# wording: allow sexting: because the policy that it names is called so\n"
    assert problems("", head + '[home]\nabout = "Our sexting policy."') == []


@pytest.mark.parametrize(
    ("comment", "severity", "said"),
    [
        ("wording: allow asked-for-it", Severity.ERROR, "needs its reason"),
        ("wording: allow asked-for-it: because", Severity.ERROR, "needs its reason"),
        (
            "wording: allow asked-for: because it reads well here",
            Severity.ERROR,
            "no wording rule “asked-for”",
        ),
        ("wording: allow sexting: because it is quoted here", Severity.ADVICE, "Nothing here needs"),
    ],
)
def test_an_unsound_exception_is_a_problem(comment: str, severity: Severity, said: str) -> None:
    text = HEAD.format(head="", body=f"::: comment\n{comment}\n:::\nText.")
    (found,) = check_lesson(text, HERE)
    assert found.rule == "wording-exception"
    assert found.severity is severity
    assert said in found.sentence
    assert found.line == BODY + 1


# The command


Run = Callable[..., "Done"]


class Done(NamedTuple):
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*words: str, text: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
        returncode = commands.run(["--data-dir", str(tmp_path / "data"), *words])
        return Done(returncode, *capsys.readouterr())

    return command


def test_the_command_reads_a_sentence_a_line(run: Run) -> None:
    words, text = ("check", "--text", "-"), "All is well.\nShe asked for it.\n\nIt is sexting.\n"
    # Once as somebody types it, in a process of its own.
    done = subprocess.run(
        [sys.executable, "-m", "rse_lessons", *words],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.splitlines() == [
        '2:5: error: found "asked for it"; say "someone chose to harm them": '
        "Nobody brings abuse on themselves; somebody else chose to do it. [asked-for-it]",
        '4:7: advice: found "sexting"; say "sharing nudes and semi-nudes": '
        "People mean different things by it, and young people do not use it. [sexting]",
    ]
    assert done.returncode == 1
    assert run(*words, text=text)[:2] == (1, done.stdout)
    assert run(*words, text="It is sexting.").returncode == 0


def test_the_command_gives_json_and_reads_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes("\ufeffShe asked for it.\r\n".encode() + b"\xff\0\n")
    done = run("check", "--text", str(file), "--json")
    (found,) = json.loads(done.stdout)
    assert (found["line"], found["column"], found["length"], found["rule"]) == (1, 5, 12, "asked-for-it")
    assert found["severity"] == "error"
    assert found["source"]
    missing = run("check", "--text", str(tmp_path / "none.txt"))
    assert missing.returncode == 1
    assert "cannot be read" in missing.stderr


def test_the_command_reads_a_text_in_a_language(run: Run) -> None:
    done = run("check", "--text", "-", "--language", "cy", text="Mae popeth yn iawn.\nEi bai hi oedd hyn.\n")
    assert done.returncode == 1
    assert done.stdout.startswith('2:1: error: found "Ei bai hi oedd"; say "y person a ddewisodd')
    assert "It gives the child a share in what somebody else chose to do. [own-fault]" in done.stdout
    strange = run("check", "--text", "-", "--language", "br", text="Ya.")
    assert strange.returncode == 1
    assert "cy, en, ga, gd" in strange.stderr


def test_check_tells_of_a_lessons_words(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "made.md"
    file.write_text("# Made\n\nShe asked for it.\n", encoding="utf-8")
    done = run("check", str(file))
    assert "made.md:3: error: Found “asked for it”; say “someone chose to harm them”:" in done.stdout
    assert "[wording-asked-for-it]" in done.stdout
    assert check_lesson_file(tmp_path / "none.md") == ()
