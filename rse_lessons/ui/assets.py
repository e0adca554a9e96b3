"""Where the files that windows need lie: fonts, icons, illustrations, themes.

Finding a lesson's own pictures is not done here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rse_lessons.settings.paths import data_root


@cache
def assets() -> Path:
    """Give the folder of assets that came with the program."""
    return data_root() / "assets"
