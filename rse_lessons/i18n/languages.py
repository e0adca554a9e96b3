"""The languages: what each is called, and its plural forms, pinned because tools disagree about them.

All of it is data in `translations/languages.toml`. A language without an entry there can be begun as well;
its catalogue's own header then says its plural forms.
"""

from __future__ import annotations

import gettext
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

USUAL_FORMS = "nplurals=2; plural=(n != 1);"
"""What a language begins with that nobody has described yet."""
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_FORMS = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+);?\s*")


class LanguageError(ValueError):
    """A language cannot be used; the words say why."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language, by its tag."""

    tag: str
    """Such as `cy`; never a nation."""
    name: str
    """What its speakers call it."""
    english: str
    plural_forms: str = USUAL_FORMS
    formats: str = ""
    """The locale whose dates and numbers it takes, such as `cy_GB`."""
    falls_back: tuple[str, ...] = ()
    """Languages that stand in for what it has not, before English."""
    described: bool = True

    @property
    def forms(self) -> int:
        """How many plural forms it has."""
        return plural_rule(self.plural_forms)[0]

    @property
    def single_forms(self) -> frozenset[int]:
        """The plural forms that stand for one number alone, such as Welsh for two."""
        count, rule = plural_rule(self.plural_forms)
        used = [rule(number) for number in range(201)]
        return frozenset(form for form in range(count) if used.count(form) == 1)


def plural_rule(header: str) -> tuple[int, Callable[[int], int]]:
    """Give the number of forms and the rule of a `Plural-Forms` line. Raises LanguageError."""
    found = _FORMS.fullmatch(header)
    if found is None:
        raise LanguageError(f"These are no plural forms: {header[:80]}")
    try:
        rule: Callable[[int], int] = gettext.c2py(found[2])
        count = int(found[1])
        if not all(0 <= rule(number) < count for number in range(201)):
            raise LanguageError(f"This rule gives a form that there is not: {header[:80]}")
    except (ValueError, ArithmeticError) as error:
        raise LanguageError(f"This rule for plurals cannot be read: {header[:80]}") from error
    return count, rule


def load_languages(folder: Path) -> Mapping[str, Language]:
    """Read `languages.toml` of the folder of translations; no file, no languages. Raises LanguageError."""
    file = folder / "languages.toml"
    if not file.is_file():
        return {}
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        return {tag: _language(tag, row) for tag, row in table.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise LanguageError(f"{file} cannot be used ({error}).") from error


def language(tag: str, known: Mapping[str, Language]) -> Language:
    """Give a language by its tag, one that nobody has described yet too. Raises LanguageError."""
    if tag in known:
        return known[tag]
    if tag == "en" or not _TAG.fullmatch(tag):
        raise LanguageError(
            f"“{tag}” is not the tag of a language to translate into; tags are like cy, gd, ga or sco."
        )
    return Language(tag, tag, tag, described=False)


def _language(tag: str, row: Mapping[str, object]) -> Language:
    falls_back = row.get("falls-back", [])
    if not isinstance(falls_back, list):
        raise TypeError(f"{tag}: falls-back has to be a list")
    made = Language(
        tag,
        str(row["name"]),
        str(row["english"]),
        str(row["plural-forms"]),
        str(row.get("formats", "")),
        tuple(str(other) for other in falls_back),
    )
    plural_rule(made.plural_forms)
    return made
