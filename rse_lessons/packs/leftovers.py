"""How folders are called that a pack is in while it is being added. Loads nothing: every start asks here."""

from __future__ import annotations

import os
from pathlib import Path

UNPACKING = ".unpacking-"
"""How the folder of a pack begins that is not accepted yet."""
INSTALLING = ".installing-"
"""How the folder of a pack begins that was accepted and is not in its place yet."""


def has_leftovers(own: Path) -> bool:
    """Say whether a crash, or another window at work, left something of a pack."""
    try:
        return any(name.startswith((UNPACKING, INSTALLING)) for name in os.listdir(own))  # noqa: PTH208  names only
    except OSError:
        return False
