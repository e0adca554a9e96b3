"""What a class's rules and a teacher's own words may be: short, tidy, and naming nobody.

A rule, an answer and a line of evidence are one paragraph; a reflection may have several. Whether words name
a person is a guess, for a gentle question in a window; nothing is refused because of it. Keeping them is
`store`'s.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST_RULE = 100
"""Characters of a rule: two lines on the slide."""

MOST_RULES = 6
"""Rules of a class's own, beside those of the lesson."""

LONGEST_ANSWER = 500
"""Characters of an answer: what is said in about half a minute."""

MOST_ANSWERS = 20
"""Answers that wait to be given."""

LONGEST_EVIDENCE = 400
"""Characters of the line beside a piece of evidence."""

LONGEST_REFLECTION = 4_000
"""Characters of a reflection, or of a note for a mentor: a full page."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?:;…“”\"(\-–—*]\s*$")
_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr|sir|madam)\.?\s+[^\W\d_]", re.IGNORECASE)

_NOT_NAMES = frozenset(
    """
    i i'm i'll i'd i've rse rshe pshe send dsl dsp nhs uk gp tv ok okay
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december
    childline nspcc ceop shout samaritans barnardo's brook papyrus iwf police internet google youtube tiktok
    instagram snapchat whatsapp roblox minecraft discord facebook netflix wifi
    england english wales welsh scotland scottish ireland irish britain british europe european
    christmas easter eid diwali hanukkah ramadan god christian muslim jewish hindu sikh buddhist
    year class school head teacher mum dad nan gran grandad grandma mam
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that have a capital, or may have one, and name no pupil."""

_NAMES = frozenset(
    """
    aaliyah aaron abdul abdullah abigail adam adele ahmed aisha alex alexander ali alice alisha amelia amina
    amir amy anna anya arjun arthur ava ayaan ayesha bella ben benjamin bethany callum cameron caitlin charlie
    chloe chris connor daniel darcey david dylan edward eleanor elijah elizabeth ella ellie emily emma ethan
    eva evan evie fatima finn fiona florence francesca freddie freya gabriel george georgia hannah harriet
    harrison harry harvey hassan henry hugo ibrahim isaac isabella isla jacob jake james jamie jasmine jayden
    jessica jodie john jordan joseph josh joshua julia kai katie kayla keira khalid kian laura lauren layla
    leah leon leo lewis liam logan louis luca lucas lucy luke maisie malik maria maryam mason matilda matthew
    max maya megan mia michael millie mohammed molly muhammad nathan niamh noah oliver olivia omar oscar owen
    patrick paul peter phoebe poppy priya rebecca reuben riley robert rosie ruby ryan samuel sara sarah
    sebastian shannon sienna siobhan sofia sophie stanley tariq theo thomas tom toby tyler william yasmin
    yusuf zac zachary zahra zainab zara zoe
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""First names that are hardly anything else: they are asked about at the head of a sentence, too."""


def tidy_words(text: str) -> str:
    """Give the text as one paragraph: one space between words, and no sign that cannot be seen.

    A sign that turns the direction of writing, or has no width, could make words read otherwise than typed.
    """
    composed = unicodedata.normalize("NFC", text)
    shown = "".join(sign if sign.isprintable() else " " for sign in composed)
    return " ".join(shown.split())


def tidy_paragraphs(text: str) -> str:
    """Give the text with each line tidy, none but one empty line between two, and nothing before or after."""
    lines = [tidy_words(line) for line in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def check_words(text: str, longest: int, *, paragraphs: bool = False) -> None:
    """Raise ValueError unless `text` is tidy and has 1 to `longest` characters."""
    tidy = tidy_paragraphs(text) if paragraphs else tidy_words(text)
    if text != tidy or not 0 < len(text) <= longest:
        how = "tidy paragraphs" if paragraphs else "one tidy paragraph"
        raise ValueError(f"words that are kept have 1 to {longest} characters in {how}")


def names_someone(text: str) -> str:
    """Give the first word that may be a person's name, or an empty text.

    Cautious on purpose: a capital inside a sentence, a teacher's title, or one of the usual first names at
    the head of a sentence. Words that all have capitals are a heading, and only first names count there.
    """
    words = tidy_words(text)
    titled = _TITLE.search(words)
    if titled:
        return " ".join(words[titled.start() :].split(" ")[:2]).rstrip(".,!?")
    found = list(_WORD.finditer(words))
    long = [one.group() for one in found[1:] if len(one.group()) > 3]
    heading = len(long) > 1 and all(word[0].isupper() for word in long)
    for one in found:
        if _may_name(one.group(), first=heading or _begins(words, one.start())):
            return _plain(one.group())
    return ""


def _begins(words: str, at: int) -> bool:
    """Whether a sentence begins here, so that a capital says nothing."""
    return at == 0 or bool(_BREAK.search(words[:at]))


def _may_name(word: str, *, first: bool) -> bool:
    plain = _plain(word).casefold()
    if not word[0].isupper() or word.casefold().replace("’", "'") in _NOT_NAMES or plain in _NOT_NAMES:
        return False
    if plain in _NAMES:
        return True
    return not first and len(plain) > 1 and not _plain(word).isupper()


def _plain(word: str) -> str:
    """Give a word without the ending of whose something is."""
    return re.sub(r"['’]s?$", "", word)
