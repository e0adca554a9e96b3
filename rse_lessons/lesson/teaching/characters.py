"""The invented people: that each is in the lesson, that a name means one person, that no kind always harms.

`CHARACTER_RULES` are one lesson's; `LIBRARY_RULES` look at several together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rse_lessons.lesson.characters import Character, Pronoun, Role
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.teaching.subject import Rule, Subject

TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "nurse", "coach", "officer", "pc", "aunt", "auntie"),
        *("uncle", "gran", "granny", "grandma", "grandad", "grandpa", "nan", "nana", "nain", "taid"),
        *("mamgu", "tadcu"),
    )
)
SIDES: Mapping[Role, str] = {
    Role.HARMS: "harm",
    Role.HARMED: "are harmed",
    Role.HELPS: "help",
}
"""What is counted, in words."""
COUNTED = (Pronoun.SHE, Pronoun.HE, Pronoun.THEY)
FEWEST = 6
"""With fewer people than this a share says nothing."""
MOST = 2 / 3

LibraryRule = Callable[[Sequence[Subject]], Iterable[Problem]]


def character_missing(subject: Subject) -> Iterator[Problem]:
    """Ask that each of the characters is spoken of, so that counting them says something."""
    body = subject.source.body_lines()
    words = "\n".join((*(line.text for line in body), *(slide.title for slide in subject.lesson.slides)))
    for character in subject.lesson.front.characters:
        if not re.search(rf"(?<!\w){re.escape(character.name)}(?!\w)", words):
            sentence = f"“{character.name}” is a character and nowhere in the lesson; take the name out."
            yield subject.error(subject.field(character.name, "characters"), sentence, "character-missing")


def given_name(character: Character) -> str:
    """Give the name by which pupils know somebody: `Mr Khan` is Khan; what is no person's name is empty."""
    if character.pronoun is Pronoun.IT:
        return ""  # a toy, an animal, a machine
    names = [word for word in character.name.split() if word.casefold().strip(".") not in TITLES]
    return names[0].casefold() if names and names[0][:1].isupper() else ""


def name_used_again(subjects: Sequence[Subject]) -> Iterator[Problem]:
    """Ask that a name is one person in a library, unless the lesson says that it is meant."""
    first: dict[str, Subject] = {}
    for subject in subjects:
        for character in subject.lesson.front.characters:
            name = given_name(character)
            other = first.setdefault(name, subject)
            if name and other is not subject and not character.again:
                sentence = (
                    f"“{character.name}” is somebody in the lesson “{other.lesson.id}” already; "
                    f"take another name, or write “again” behind it."
                )
                yield subject.advice(subject.field(character.name, "characters"), sentence, "name-used-again")


def counted(subjects: Iterable[Subject]) -> dict[Role, Counter[Pronoun]]:
    """Count who harms, who is harmed and who helps, by pronoun."""
    found: dict[Role, Counter[Pronoun]] = {role: Counter() for role in SIDES}
    for subject in subjects:
        for character in subject.lesson.front.characters:
            for role in character.roles & SIDES.keys():
                if character.pronoun is not None:
                    found[role][character.pronoun] += 1
    return found


def one_sided(subjects: Sequence[Subject]) -> Iterator[Problem]:
    """Ask that, over a library, neither she nor he is always the one who harms, is harmed or helps."""
    if not subjects:
        return
    for role, count in counted(subjects).items():
        she, he = count[Pronoun.SHE], count[Pronoun.HE]
        if she + he >= FEWEST and max(she, he) > MOST * (she + he):
            more = "she" if she > he else "he"
            sentence = (
                f"Of those who {SIDES[role]}, {she} are she and {he} are he. "
                f"Pupils learn from it who does what; let fewer of them be {more}."
            )
            yield Problem(_folder(subjects), 1, Severity.ADVICE, sentence, "one-sided")


def _folder(subjects: Sequence[Subject]) -> Path:
    """Give the folder that holds all these lessons."""
    folder = subjects[0].lesson.path.parent
    while (
        not all(subject.lesson.path.is_relative_to(folder) for subject in subjects)
        and folder != folder.parent
    ):
        folder = folder.parent
    return folder


def told(subjects: Sequence[Subject]) -> Iterator[str]:
    """Tell the count in lines for people."""
    for role, count in counted(subjects).items():
        shown = ", ".join(f"{count[pronoun]} {pronoun}" for pronoun in COUNTED)
        yield f"Those who {SIDES[role]}: {shown}."


CHARACTER_RULES: tuple[Rule, ...] = (character_missing,)
LIBRARY_RULES: tuple[LibraryRule, ...] = (name_used_again, one_sided)
