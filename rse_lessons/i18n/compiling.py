"""From a catalogue of the interface (`ui.po`) to what gettext reads (`.mo`).

What must not be shown is not in it: what is fuzzy, what is not whole, and what would not take the names in
braces. Where it lies is `kept_words`' business.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from string import Formatter

from rse_lessons.i18n.languages import Language
from rse_lessons.i18n.mo_form import MAGIC, SOURCE, source_sum
from rse_lessons.i18n.po import Catalogue, Entry, read
from rse_lessons.i18n.review import sum_of

_FIELD = re.compile(r"(?<!\{)\{([a-z_]*)(?:[!:][^{}]*)?\}(?!\})")
_MARK = re.compile(r"%(?:\([a-z_]+\))?[srd]\b|%L?[1-9]")
"""What argparse and Qt fill in."""
SUM, DONE, ALL = "X-Sum", "X-Done", "X-All"
"""Fields that we add to the header: the sum that a review is of, how many strings there are in this language,
and how many in English."""
FALLS_BACK, FORMATS = "X-Falls-Back", "X-Formats"
"""What `languages.toml` says, so that it need not be read again when the words are."""


def compiled(catalogue: Catalogue, header: dict[str, str], forms: int) -> bytes:
    """Write what may be shown as a `.mo` file; `forms` is how many plural forms there are."""
    head = "".join(f"{name}: {value}\n" for name, value in header.items())
    messages = {b"": head.encode()}
    for entry in catalogue.entries:
        if may_be_shown(entry, forms):
            messages[_key(entry)] = "\0".join(entry.strings).encode()
    keys = sorted(messages)  # as gettext asks
    start, count = 28, len(keys)
    words = start + 16 * count
    rows: list[tuple[int, int]] = []
    told = [*keys, *(messages[key] for key in keys)]
    for text in told:
        rows.append((len(text), words))
        words += len(text) + 1
    table = b"".join(struct.pack("<II", *row) for row in rows)
    first = struct.pack("<7I", MAGIC, 0, count, start, start + 8 * count, 0, 0)
    return first + table + b"".join(text + b"\0" for text in told)


def may_be_shown(entry: Entry, forms: int) -> bool:
    """Tell whether an entry can be shown: usable, with all forms, and with no name that nobody fills in."""
    if not entry.usable or len(entry.strings) != (forms if entry.plural else 1):
        return False
    known = set(_FIELD.findall(entry.msgid + entry.plural))
    if known and not all(set(_fields(text)) <= known for text in entry.strings):
        return False
    marks = sorted(_MARK.findall(entry.msgid))
    return all(sorted(_MARK.findall(text)) == marks for text in entry.strings)


def _fields(text: str) -> Iterator[str]:
    try:
        yield from (name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        yield "{"  # a brace that is not closed; no English has a field of this name


def _key(entry: Entry) -> bytes:
    context = f"{entry.context}\4" if entry.context is not None else ""
    plural = f"\0{entry.plural}" if entry.plural else ""
    return f"{context}{entry.msgid}{plural}".encode()


def compile_text(text: str, spoken: Language) -> bytes:
    """Compile the text of a catalogue. Raises PoError and LanguageError."""
    catalogue = read(text)
    if not spoken.described and "Plural-Forms" in catalogue.header:
        spoken = Language(spoken.tag, spoken.name, spoken.english, catalogue.header["Plural-Forms"])
    live, forms = catalogue.live, spoken.forms
    header = {
        "Language": spoken.tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": spoken.plural_forms,
        SOURCE: source_sum(text),
        SUM: sum_of(catalogue),
        DONE: str(sum(may_be_shown(entry, forms) for entry in live)),
        ALL: str(len(live)),
        FALLS_BACK: " ".join(spoken.falls_back),
        FORMATS: spoken.formats,
    }
    return compiled(catalogue, header, forms)
