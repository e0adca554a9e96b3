"""What a translator is told about a passage beside its text: by its block, its role and its reader.

Notes to translators are English, as the source is; `OFTEN` alone is translated.
"""

from __future__ import annotations

from rse_lessons.i18n.after_article import NOTE as AFTER_ARTICLE
from rse_lessons.i18n.passages import Reader, Register

NOTES: dict[tuple[str, str], str] = {
    (
        "quiz",
        "item",
    ): "An answer to choose. Nothing in its words says whether it is right; keep answers alike in length.",
    (
        "check",
        "item",
    ): "An answer, a step, or a phrase of the text above; a phrase is copied from it letter for letter.",
    (
        "check",
        "quoted",
    ): "A text in which phrases are to be found: the items below are copied from it, each once.",
    ("check", "right"): "The right side of a pair; no two alike.",
    ("match", "right"): "The right side of a pair; no two alike.",
    ("vote", "item"): "An answer to vote for. The same vote is taken again later.",
    ("sort", "columns"): "The name of a column; short.",
    ("sort", "item"): "A card to sort; as short as the English.",
    ("line", "ends"): "An end of a line on which statements are placed; a word or two.",
    ("line", "item"): "A statement that pupils may agree or disagree with.",
    ("misconception", "prompt"): "What some people say, and it is not true. What is true follows.",
    ("misconception", "takeaway"): "What is true. It puts right what was said before; nothing may be lost.",
    ("scenario", "item"): "A choice that the class makes in a story.",
    ("practice", "item"): "What a teacher may say or do. Some are meant to be poor: keep them as poor.",
    ("practice", "taken"): "How the person in the story may take it.",
    ("practice", "asks"): "What guidance asks here.",
    ("practice", "better"): "A better wording, as a teacher would say it.",
    ("practice", "next"): "The right next step, at the end of a conversation.",
    (
        "rewrite",
        "quoted",
    ): "A text that blames, to be written anew. Blame as it does; the phrases below are copied from it.",
    ("rewrite", "item"): "A phrase of the text above, letter for letter.",
    ("rewrite", "model"): "One good way to write it, which blames nobody.",
    ("example", "item"): "What is said or done.",
    ("reveal", "item"): "A line that is shown after the one before.",
    ("ground-rules", "item"): "A rule that the class agrees: what to do, not what to leave.",
    ("tasks", "item"): "A thing to do tomorrow.",
    ("head", "vocabulary-word"): "A word that pupils learn; no two alike.",
    ("head", "vocabulary"): "What the word means, as a pupil of this age can read it.",
    (
        "head",
        "source-name",
    ): "The name of a document. Keep it, unless the document has a name in your language.",
    ("head", "source-by"): "Who issued the document; the name that it has in your language.",
    (
        "notes",
        "when",
    ): "When a note is for; “If” stands before it in English. Write it all, “If a pupil laughs”; no colon.",
    ("nation", "safeguarding-lead"): AFTER_ARTICLE,
    ("nation", "who"): "A line on a slide. Never say that a service answers in your language unless it does.",
    ("help-routes", ""): "Stands above the places where help is. Nothing may be lost.",
    ("attribute", ""): "Stands in quotation marks in the file: use “ ” and no straight ones, no { and no }.",
}
PICTURE = "A description of a picture, for somebody who cannot see it: one sentence."

_REGISTERS = {
    Register.CLASS: "Speaks to a class.",
    Register.CHILD: "Speaks to one child.",
    Register.ADULTS: "Speaks to adults.",
}
_QUOTES = "Words in quotation marks are said to the class, or to one child where the note is about one child."
OFTEN = (*_REGISTERS.values(), _QUOTES, PICTURE)
"""What is said of many passages; the window in which a translation is read says it in its own language."""
_DATA = frozenset({"head", "moment", "nation"})
"""What stands in TOML, where quotation marks are written as they have to be."""


def note_for(kind: str, role: str, reader: Reader, register: Register) -> str:
    """Give the note for what stands in a block of a kind in a role."""
    said = [_REGISTERS[register]]
    if kind == "notes" and reader is Reader.TEACHERS and role != "when":
        said.append(_QUOTES)
    if role == "picture":
        said.append(PICTURE)
    for key in ((kind, role), (kind, "")):
        if key in NOTES:
            said.append(NOTES[key])
            break
    if role in ("title", "sensitive") and kind not in _DATA:
        said.append(NOTES["attribute", ""])
    return " ".join(said)
