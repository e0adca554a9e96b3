"""Runs the tests that need more screens than one projector: Qt's screens are chosen when it starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = sorted((ROOT / "tests" / "screens").glob("[a-z]*.py"))


def test_in_rooms_of_many_screens() -> None:
    tests = [str(path) for path in ROOMS if path.stem != "seen"]
    assert len(tests) == 2
    words = [sys.executable, "-m", "pytest", *tests, "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    env = {**os.environ, "RSE_LESSONS_TEST_SCREENS": "screens-many.json"}
    env.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
