"""Lessons made up by the thousand, to see what a full folder costs. Valid, varied, and of no other use."""

from itertools import product
from pathlib import Path

BANDS = ("ks1", "lower-ks2", "upper-ks2", "ks3", "ks4", "post-16")
DOINGS = (
    "Asking before",
    "Thinking about",
    "Talking about",
    "Being kind about",
    "Getting help with",
    "Looking after",
)
THINGS = (
    "pictures",
    "messages",
    "games",
    "group chats",
    "videos",
    "friends online",
    "passwords",
    "live streams",
)
PLACES = (
    "at home",
    "at school",
    "on the bus",
    "in a club",
    "with a cousin",
    "after a party",
    "in the holidays",
)
TOPICS = ("consent", "sharing-images", "getting-help", "group-chats", "friendship", "privacy", "wellbeing")
COVERS = (
    "ask-first.svg",
    "group-chat.svg",
    "if-an-image-is-shared.svg",
    "calm-garden.svg",
    "trusted-adults.svg",
)

_SLIDES = """\
# {title} {{stage=welcome minutes=3 layout=title}}

{summary}

::: notes
Say: Today’s people are drawings. Nobody has to talk about their own life.
Listen for: What the class knows already.
:::
---
## How we talk {{stage=ground-rules minutes=4}}

::: ground-rules {{id=rules}}
- [listen] We listen.
- [pass] We can pass.
:::

::: notes
Ask: What else would help?
:::
---
## What do you think? {{stage=baseline minutes=5}}

::: vote {{id=before-vote}}
Could you say what helps with {thing}?
- [yes] Yes
- [unsure] I am not sure
- [no] Not yet
:::

::: notes
Say: There is more than one good answer.
Listen for: Kind words, and who could help.
:::
---
## Asha and Ben {{stage=explore minutes=10}}

Asha and Ben are {place}. They talk about {thing}.

::: discuss {{id=talk minutes=3 how=pairs}}
What could Ben say?
- What is kind?
- Who could help?
:::

::: notes
Say: There is more than one good answer.
If nobody answers: Offer two, and let thumbs choose one.
:::
---
## Which one helps? {{stage=practise minutes=8}}

::: quiz {{id=which answer=ask}}
What could Asha do first?
- [ask] Ask
  = Asking gives the other person a choice.
- [hope] Hope that it is all right
  = Asking is surer than hoping.
:::

::: notes
Say: There is more than one good answer.
Listen for: Kind words, and who could help.
:::
---
## What do you think now? {{stage=endpoint minutes=4}}

::: vote {{id=after-vote compare=before-vote}}
:::

::: notes
Say: There is more than one good answer.
Listen for: Kind words, and who could help.
:::
---
## A breath {{stage=distance minutes=2 layout=calm}}

Asha and Ben are drawings. We leave them here.

::: notes
Say: There is more than one good answer.
Listen for: Kind words, and who could help.
:::
---
## Where to get help {{stage=signpost minutes=4}}

::: help-routes
:::

::: notes
Say: There is more than one good answer.
Listen for: Kind words, and who could help.
:::
"""

_HEAD = """\
+++
title = "{title}"
band = "{band}"
minutes = 40
summary = "{summary}"
cover = "{cover}"
cover-description = "Children in cut paper."
outcomes = ["I can say what helps with {thing}.", "I can name a trusted adult."]
topics = ["{topic}", "{other}"]

[vocabulary]
trusted = "somebody you feel safe with"
+++
"""


def make_lessons(folder: Path, count: int) -> None:
    """Write so many lessons into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    combinations = list(product(DOINGS, THINGS, PLACES))
    for number in range(count):
        doing, thing, place = combinations[number % len(combinations)]
        round_ = number // len(combinations)
        words = {
            "title": f"{doing} {thing} {place}" + (f", part {round_ + 1}" if round_ else ""),
            "summary": f"Two invented children find out what helps with {thing} {place}.",
            "band": BANDS[number % len(BANDS)],
            "topic": TOPICS[number % len(TOPICS)],
            "other": TOPICS[(number + 3) % len(TOPICS)],
            "cover": COVERS[number % len(COVERS)],
            "thing": thing,
            "place": place,
        }
        text = (_HEAD + _SLIDES).format_map(words)
        (folder / f"made-up-{number:05}.md").write_text(text, encoding="utf-8")


def cut_lesson(source: Path, out: Path, lines: int) -> int:
    """Write as many whole slides of a lesson as fit into so many lines; return how many lines that are."""
    kept: list[str] = []
    for slide in source.read_text(encoding="utf-8").split("\n---\n"):
        candidate = [*kept, slide]
        if kept and "\n---\n".join(candidate).count("\n") + 1 > lines:
            break
        kept = candidate
    text = "\n---\n".join(kept) + "\n"
    out.write_text(text, encoding="utf-8")
    return text.count("\n")
