"""What the first picture may cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rse_lessons.school import School

ROOT = Path(__file__).resolve().parents[2]


def test_before_the_first_picture_the_names_of_qt_are_not_made(
    tmp_path: Path, school_in: Callable[[Path], School]
) -> None:
    school_in(tmp_path)
    command = [sys.executable, str(ROOT / "tests" / "programs" / "start.py"), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert "KeyboardModifier" in seen["after"], "the watch sees them being made"
    assert "KeyboardModifier" not in seen["before"], "something at the start asks for a name of Qt"
