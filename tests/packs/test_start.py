"""What a start costs: the library that signs is loaded when a signature is made or looked at, not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


STEPS = """
import sys
import rse_lessons.app, rse_lessons.school
assert "rse_lessons.packs.form" not in sys.modules, "the app loads what packs are made of"
assert "rse_lessons.packs.installing" not in sys.modules, "a school loads what installs packs"
import rse_lessons.authors.packing, rse_lessons.cli.packs
assert "cryptography" not in sys.modules, "packing loads the library that signs"
"""


def test_nothing_is_loaded_before_it_is_needed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STEPS], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
