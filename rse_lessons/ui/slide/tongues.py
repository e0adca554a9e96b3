"""Words in two languages as one text: the first, a sign that no lesson holds, the second.

A block draws such a text as any other; only `markup` and `words` know that it has two runs. A passage that
stayed English carries the name of its language in the same way. Nothing here draws or measures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from rse_lessons.i18n.catalogues import speaking

ABOVE, SMALL = "\ue010", "\ue011"
"""Between two runs: the second as large as the first, or smaller and softer."""
TWIN = "\ue014"
"""Before a run that stands on the other side of the slide: it is measured here and drawn there, so that both
sides have their words at the same heights."""
BESIDE = "beside"
SIGNS = {"small": SMALL, "above": ABOVE, BESIDE: TWIN}
"""By the name of the arrangement."""
_BREAK = re.compile(f"[{ABOVE}{SMALL}{TWIN}]")
_OPENS, _CLOSES = "\ue012", "\ue013"
_NAMED = re.compile(f"{_OPENS}([^{_CLOSES}]*){_CLOSES}")
_also: ContextVar[tuple[str, str] | None] = ContextVar("also", default=None)


def parted(text: str) -> tuple[str, str, str]:
    """Give the first run, the sign and the second run; the sign is empty where there is one run."""
    found = _BREAK.search(text)
    return (text, "", "") if found is None else (text[: found.start()], found[0], text[found.end() :])


def joined(first: str, second: str, sign: str) -> str:
    """Put two runs together; what says the same, or nothing, is said once."""
    if sign == TWIN and not first.strip():
        return first
    if not second.strip() or bare(first).strip() == bare(second).strip():
        return first
    return first + sign + second if first.strip() else second


def each(make: Callable[..., str], *texts: str) -> str:
    """Make one text of several, run by run."""
    signs = [sign for _, sign, _ in map(parted, texts) if sign]
    if not signs:
        return make(*texts)
    ones, others = [], []
    for text in texts:
        first, sign, second = parted(text)
        ones.append(first)
        others.append(second if sign else text)
    return joined(make(*ones), make(*others), signs[0])


@contextmanager
def also(language: str, sign: str) -> Iterator[None]:
    """Say the program's own words in a second language too, for a while; an empty sign changes nothing."""
    token = _also.set((language, sign) if sign else None)
    try:
        yield
    finally:
        _also.reset(token)


def both(make: Callable[[], str]) -> str:
    """Give words of the program in the language of here and now, and in the second one where there is one."""
    second = _also.get()
    if second is None:
        return make()
    language, sign = second
    with speaking(language):
        other = make()
    return joined(make(), other, sign)


def on_a_line(make: Callable[[], str]) -> str:
    """Give words of the program in one or two languages, for where there is a single line."""
    first, sign, second = parted(both(make))
    return f"{first} · {second}" if sign and sign != TWIN else first


def sign_here() -> str:
    """Give the sign of the language that stands under another here and now; empty where none does."""
    second = _also.get()
    return second[1] if second and second[1] != TWIN else ""


def own(text: str) -> str:
    """Give a text as it is drawn: without what stands on the other side of the slide."""
    return text.partition(TWIN)[0]


# The name of a language


def named(text: str, language: str) -> str:
    """Give a text with the name of the language that it stayed in; at the end of its first line."""
    line, rest_begins, rest = text.partition("\n")
    at = len(line.rstrip().removesuffix("|").rstrip())
    return f"{line[:at]}{_OPENS}{language}{_CLOSES}{line[at:]}{rest_begins}{rest}"


def name_of(text: str) -> tuple[str, str]:
    """Part a text of one run into its words and the name of its language, which is mostly empty."""
    if _OPENS not in text:
        return text, ""
    found = _NAMED.search(text)
    return bare(text), found[1] if found else ""


def bare(text: str) -> str:
    """Give a text without names of languages."""
    return _NAMED.sub("", text) if _OPENS in text else text


def with_name(words: str, name: str) -> str:
    """Put words and the name of their language together again."""
    return f"{words}{_OPENS}{name}{_CLOSES}" if name else words
