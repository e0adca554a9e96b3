"""A lesson with one of everything, translations that can be told from English, and random lessons."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import strategies as st

from rse_lessons.cli import i18n
from rse_lessons.cli.i18n_verbs import add_to
from rse_lessons.i18n.documents import content_files, read
from rse_lessons.i18n.interface import Remembered, interface
from rse_lessons.i18n.passages import Document, Passage

ROOT = Path(__file__).resolve().parents[2]
CONTENT = ROOT / "content"
_KEPT = re.compile(r"(\{\{[^{}]*\}\}|\]\([^)]*\)|<https?[^>]*>)")
I18n = Callable[..., int]
"""The command `i18n`, given its words."""
_LETTERS = str.maketrans("aeiouAEIOU", "âêîôûÂÊÎÔÛ")

LESSON = """\
+++
title = "Ask first"
band = "ks1"
minutes = 40
summary = "Asking, \\"please\\", and listening."
outcomes = ["I can ask.", "I can listen."]
topics = ["consent"]
cover = "ask.svg"
cover-description = "A child asks."

[characters]
Asha = "she, other"

[vocabulary]
ask = "to say what you would like"
"change your mind" = "to think again"

[curriculum]
eng = ["P-OSA-1"]

[before]
tell = "Tell the {{term:safeguarding-lead}}. Give the day."

[home]
about = "We practised asking."
questions = ["What could Fox say?"]
+++
# Asha {stage=welcome minutes=2 layout=title}

Today is about **pictures**,
and friends.

![Asha holds a camera.](ask.svg)

| One | 2 |
|---|---|
| Stop | `---` |

> Ask first,
> every time.

::: comment
Translators: Asha is a girl.
:::

::: notes
Say: “Hello!”

A second paragraph.
If a child laughs: Smile.
Time: 2 minutes.
:::
---
## Sort {stage=practise minutes=5 sensitive="It may touch somebody."}

::: sort {id=do-we-ask}
Which is it?
columns: Ask first | [free] No need
- ![Gran smiles.](gran.svg) Gran -> Ask first
  = Gran chooses,
    and says so.
- [cat] Cat -> free
= People choose!
:::

::: only {nation=wls}
For Wales.
:::
---
## Quiz {stage=check minutes=3}

::: quiz {id=when answer=always}
When?
- [always] Always
  = Yes.
- Never
  = No.
:::

::: vote {id=first}
Now?
- Yes
- No
:::
---
## Story

::: scenario {id=fox}
@ start Fox wants a picture.
? What now?
- Ask -> asked
- Take it -> asked
@ asked Owl smiles.
= Ask.
:::

::: vote {id=second compare=first}
= It changed.
:::
---
## Help {stage=signpost minutes=3}

::: help-routes
Asking is never too late.
:::
"""

MODULE = """\
+++
title = "Words"
number = 1
minutes = 40
summary = "How words blame."
outcomes = ["I can say who did what."]

[sources.kcsie]
name = "Keeping children safe"
by = "DfE"
year = "2026"
status = "check"
note = "Read from copies."
+++
# Why it matters {section=why minutes=4}

See {{source:kcsie}}.

::: match {id=pairs}
Which goes with which?
- sent -> was pressed
  = Because.
- shared -> chose to share
- asked -> pushed
= So.
:::
---
## Practise {section=practise minutes=6}

::: practice {id=talk title="In the staffroom"}
@ start A colleague speaks.
? What do you say?
- “Who shared it?” -> thinks
  taken: He stops.
  asks: Name it.
- “No!” -> thinks
  taken: He bristles.
  asks: Keep him.
  better: “I see it
    differently.”
@ thinks He thinks.
next: Write it down.

= Names help.
:::

::: check {id=spot-it kind=spot answer=a}
What blames?
> She let herself be filmed.
> He was there.
- [a] let herself be filmed
  = It blames.
- [b] was there
  = It is fine.
:::

::: rewrite {id=poster}
Write it anew.
> Silly girl. What now?
model: He shared it,
and that was wrong.
- Silly girl
  = It blames.
:::
"""


@cache
def taken_apart(path: Path) -> Document:
    """A file of the content; nobody changes it while tests run, and it is taken apart once."""
    return read(path)


@cache
def content() -> tuple[Document, ...]:
    """Every file of the content."""
    return tuple(taken_apart(path) for path in content_files(CONTENT))


@cache
def strings_found() -> bytes:
    """The strings of the interface as the command keeps them: no module is read twice in a test run."""
    remembered: Remembered = {}
    interface(ROOT / "rse_lessons", remembered)
    return json.dumps(remembered).encode()


def pseudo(english: str) -> str:
    """Say the same with other letters; what has to be kept is kept."""
    parts = _KEPT.split(english)
    return "".join(part if number % 2 else part.translate(_LETTERS) for number, part in enumerate(parts))


def all_translated(document: Document) -> dict[tuple[str, str], str]:
    """Translations of every passage."""
    return {(one.context, one.text): pseudo(one.text) for one in document.passages}


def by_context(document: Document) -> dict[str, Passage]:
    """The passages by their contexts, without the name of the file."""
    return {one.context.partition("/")[2]: one for one in document.passages}


_WORDS = st.text("abc é…“”*_`<>[](){}!#-=|>@?:\\&\t0", max_size=16)
_PIECES = st.sampled_from(
    [
        *(
            "+++",
            'title = "x y"',
            "[vocabulary]",
            'a = "b"',
            "\"c d\" = 'e'",
            "outcomes = [",
            '"I can",',
            "]",
        ),
        *("---", ":::", ":::", ":::", "::: notes", "::: comment", '::: handout {id=h title="A title"}'),
        *("::: quiz {id=a answer=b}", "::: sort {id=b}", "::: scenario {id=s}", "::: only {nation=eng}"),
        *("::: vote {id=v}", "::: vote {id=w compare=v}", "::: diamond {id=d}", "::: misconception"),
        *("::: match {id=m}", "::: check {id=k kind=spot answer=a}", "::: practice {id=p title=Talk}"),
        *(
            "::: rewrite {id=r}",
            "::: order",
            "::: guidance {source=x}",
            "::: help-routes",
            "::: reveal {id=e}",
        ),
        *(
            "columns: one | [two] Two",
            "ends: a | b",
            "# Title {stage=welcome minutes=2}",
            "## Why {section=why}",
        ),
        *(
            "- [a] text -> one",
            "- words -> two",
            "- words",
            "1. first",
            "- ![alt](y.svg) Gran -> one",
            "- -> b",
        ),
        *(
            "  = because",
            "= so",
            "  and goes on",
            "@ a",
            "@ b and text",
            "? what",
            "> quoted text",
            ">",
            "model: a b",
        ),
        *(
            "taken: he stops",
            "asks: x {{source:k}}",
            "better: y",
            "next: do it",
            "Say: hello",
            "If a child asks: b",
        ),
        *(
            "![x](y.svg)",
            "| a | b |",
            "|---|---|",
            "```",
            "{{term:subject}}",
            "**bold** [link](https://a.b)",
            "",
            "",
        ),
    ]
)
FILES = st.tuples(
    st.lists(_PIECES | _PIECES | _WORDS, max_size=45),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    st.booleans(),
).map(lambda made: ("\ufeff" if made[2] else "") + made[1].join(made[0]))
PLACES = st.sampled_from([Path("lessons/x.md"), Path("training/x.md"), Path("sessions/x.md")])


def small_program(root: Path, files: Mapping[str, str]) -> Path:
    """Write files of a program into a folder, the languages among them; gives the folder."""
    languages = (ROOT / "translations/languages.toml").read_text(encoding="utf-8")
    for name, text in {**files, "translations/languages.toml": languages}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def i18n_of(root: Path, monkeypatch: pytest.MonkeyPatch) -> I18n:
    """Give the command, working on a small program."""
    monkeypatch.setattr(i18n, "data_root", lambda: root)
    monkeypatch.setattr(i18n, "_PACKAGE", root / "rse_lessons")
    parser = argparse.ArgumentParser()
    parser.add_argument("--data-dir", type=Path, default=root / "data")
    add_to(parser.add_subparsers())
    return lambda *words: i18n.run(parser.parse_args(["i18n", *words]))
