"""Nations' terms that stand after an article in lessons: with which letters they may begin in each language.

Lessons are translated once and say `yr {{term:…}}`, `leis an {{term:…}}` or `ris an {{term:…}}`; each
nation's own word is put there. So it has to begin with a letter that the article leaves as it is, and in
Welsh with one before which the article is *yr*.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from rse_lessons.i18n.faults import Fault

TERMS = ("safeguarding-lead",)
"""Terms that lessons put after an article."""
_LETTERS: Mapping[str, tuple[str, str]] = {
    "cy": ("aeiouwyh", "“yr”"),
    "ga": ("dtlnraeiou", "“an” and “leis an”"),
    "gd": ("dtlnraeiou", "“an” and “ris an”"),
}
"""By language the letters, and the article that stands there."""
NOTE = (
    "Stands after an article in lessons: Welsh “yr …”, Irish “an …” and “leis an …”, Gaelic “an …” and "
    "“ris an …”. Choose a word that begins with a letter which is not mutated there: in Welsh a vowel or h, "
    "in Irish and Gaelic d, t, l, n, r, or a vowel where the word takes no t- after “an”."
)


def article_faults(tag: str, context: str, translation: str) -> Iterator[Fault]:
    """Say where a term cannot stand after the article that lessons put before it."""
    nation, _, name = context.partition("/terms/")
    if not nation or name not in TERMS or tag not in _LETTERS:
        return
    letters, article = _LETTERS[tag]
    first = unicodedata.normalize("NFD", translation.strip().casefold())[:1]
    if first not in letters:
        sentence = (
            f"In lessons this stands after {article}, which would change its first letter; "
            f"choose a word that begins with one of {', '.join(letters)}."
        )
        yield Fault(context, "article", sentence)
