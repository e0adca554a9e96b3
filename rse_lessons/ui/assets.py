"""Where the files that come with the program lie: fonts, icons, illustrations, themes.

Finding a lesson's own pictures is not done here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


@cache
def assets() -> Path:
    """Give the folder of assets: inside the installed package, or in the checkout."""
    inside = _PACKAGE / "_data" / "assets"
    return inside if inside.is_dir() else _PACKAGE.parent / "assets"
