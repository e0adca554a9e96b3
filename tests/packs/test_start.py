"""What a start costs: the library that signs is loaded when a signature is made or looked at, not before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("rse_lessons.packing", "cryptography"),
        ("rse_lessons.cli_packs", "cryptography"),
        ("rse_lessons.school", "rse_lessons.packs.installing"),
        ("rse_lessons.app", "rse_lessons.packs.form"),
    ],
)
def test_nothing_is_loaded_before_it_is_needed(module: str, unwanted: str) -> None:
    code = f"import sys, {module}; sys.exit({unwanted!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
