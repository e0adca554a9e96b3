"""What every test has: a classroom of two screens that nobody sees, and no network."""

from __future__ import annotations

import os
from pathlib import Path

# Qt's offscreen platform with a teacher's screen of 1280 x 720 beside a projector of 1920 x 1080.
SCREENS = Path(__file__).parent / "fixtures" / "screens.json"
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
os.environ.pop("QT_STYLE_OVERRIDE", None)
