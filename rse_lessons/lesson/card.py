"""What the library knows of a lesson without opening it. Kept small: there may be thousands.

A card is a named tuple of plain text and numbers, so that an index of them is read back in one go;
what is needed for one card at a time (its path, its stages) is made when asked for.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Card(NamedTuple):
    """A lesson as it stands on the shelf."""

    id: str
    file: str
    """The path of the lesson's file, as text."""
    title: str
    band: str
    """A band's id, or empty while it is unknown. Equal to the `Band` of that name."""
    minutes: int
    summary: str
    topics: tuple[str, ...]
    cover: str
    """The file name of the cover, as written; empty without one."""
    cover_file: str
    """The cover's path as text; empty while it is missing or refused."""
    cover_description: str
    slides: int
    search: str
    """Each word that can be searched for, folded: of title, summary, topics, outcomes, codes, vocabulary."""
    checked: bool
    """False for a plain Markdown file, or one whose head cannot be read."""
    errors: int
    """How many problems keep the lesson from being right."""
    codes: str
    """Curriculum codes with their framework, parted by bars: `eng:P-BS-1|wls:RI-1?`; `?` is to be checked."""
    stage_seconds: str
    """Stages with their planned seconds: `welcome 120 explore 480`."""
    votes: str = ""
    """Votes that are compared, the one before and the one after: `need-to-ask>need-to-ask-now`."""
    languages: str = ""
    """Tags of the languages in use here that all of it is in, parted by spaces: `cy ga`."""

    @property
    def path(self) -> Path:
        """The lesson's file."""
        return Path(self.file)

    @property
    def cover_path(self) -> Path | None:
        """The cover's file, or None while it is missing or refused."""
        return Path(self.cover_file) if self.cover_file else None

    @property
    def curriculum(self) -> tuple[tuple[str, str, bool], ...]:
        """The statements that the lesson serves: framework, code, and whether that is to be checked."""
        found = (code.partition(":") for code in self.codes.split("|") if code)
        return tuple((name, code.removesuffix("?"), code.endswith("?")) for name, _colon, code in found)

    @property
    def stages(self) -> tuple[tuple[str, int], ...]:
        """The lesson's stages in order, each with its planned seconds."""
        words = self.stage_seconds.split()
        return tuple((name, int(seconds)) for name, seconds in zip(words[::2], words[1::2], strict=True))

    @property
    def compared(self) -> tuple[tuple[str, str], ...]:
        """Votes that are compared, by their ids: the one before, the one after."""
        pairs = (pair.partition(">") for pair in self.votes.split())
        return tuple((before, after) for before, _sign, after in pairs)


class Named(NamedTuple):
    """How a lesson is called in the languages in use here; empty words stay those of its card."""

    title: str = ""
    summary: str = ""
    cover_description: str = ""
    search: str = ""
    """Words to be found by, folded, besides those of the card."""
    languages: str = ""


def named(card: Card, names: Named) -> Card:
    """Give a card with other names; it is found by the old ones too."""
    return card._replace(
        title=names.title or card.title,
        summary=names.summary or card.summary,
        cover_description=names.cover_description or card.cover_description,
        search=f"{card.search} {names.search}" if names.search else card.search,
        languages=names.languages,
    )
