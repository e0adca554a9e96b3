"""Whose packs were added here before: trust on first use, as one knows a voice on the telephone.

A file in the settings keeps the fingerprints of signers and, for each pack, who signed its last edition. It
is written when a pack was added, never when one was only looked at.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from rse_lessons.settings.files import write_whole

LARGEST = 1 << 20


class Standing(StrEnum):
    """What is known of a pack's signer."""

    UNSIGNED = "unsigned"
    NEW = "new"
    SAME = "same"
    """The same signer as last time."""
    OTHER = "other"
    """This pack, or this author's packs, were signed with another key before."""
    GONE = "gone"
    """This pack, or this author's packs, were signed before, and this one is not."""
    OWN = "own"
    """The key of this PC's own account."""

    @property
    def doubtful(self) -> bool:
        """Whether the pack may be from somebody who is not who they seem to be."""
        return self in (Standing.OTHER, Standing.GONE)


class Known(NamedTuple):
    """A signer whose pack was added."""

    name: str
    """The author's name as it stood in their last pack."""
    last: str
    """The day of their last pack added here, as `2026-11-22`."""
    title: str
    """That pack's title."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Everything known; replaced, never changed."""

    signers: Mapping[str, Known] = field(default_factory=dict)
    """By fingerprint."""
    packs: Mapping[str, str] = field(default_factory=dict)
    """By a pack's id, the fingerprint of who signed it last."""

    def standing(self, pack: str, author: str, signer: str, own: str = "") -> Standing:
        """Judge a signer, empty for an unsigned pack; `own` is the fingerprint of this account's key."""
        expected = {mark for mark, known in self.signers.items() if author and _same(known.name, author)}
        if pack in self.packs:
            expected = {self.packs[pack]}
        if not signer:
            return Standing.GONE if expected else Standing.UNSIGNED
        if signer == own:
            return Standing.OWN
        if expected and signer not in expected:
            return Standing.OTHER
        return Standing.SAME if signer in self.signers else Standing.NEW

    def seen(self, pack: str, known: Known, signer: str) -> Signers:
        """Take in that a pack was added; an unsigned one is no news about any signer."""
        if not signer:
            return replace(self, packs={name: mark for name, mark in self.packs.items() if name != pack})
        return Signers({**self.signers, signer: known}, {**self.packs, pack: signer})


def _same(name: str, other: str) -> bool:
    return " ".join(name.casefold().split()) == " ".join(other.casefold().split())


def read_signers(path: Path) -> Signers:
    """Read what is known; a file that is missing or makes no sense knows nobody."""
    try:
        with path.open("rb") as file:
            found = json.loads(file.read(LARGEST).decode())
        signers = {str(mark): Known(*map(str, known)) for mark, known in found["signers"].items()}
        return Signers(signers, {str(pack): str(mark) for pack, mark in found["packs"].items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Signers()


def write_signers(path: Path, signers: Signers) -> None:
    """Keep it. Raises OSError."""
    content = {"signers": dict(signers.signers), "packs": dict(signers.packs)}
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1).encode())


def day_of(known: Known) -> date | None:
    """Give the day of a signer's last pack."""
    try:
        return date.fromisoformat(known.last)
    except ValueError:
        return None
