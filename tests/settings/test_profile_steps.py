"""Being cut off at each step of a change to the profiles: the list is whole, and nobody is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.settings.profile_steps import CHANGES

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork")


def test_cut_off_anywhere_the_list_is_whole_and_nobody_is_lost(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.settings.profile_steps", str(tmp_path), *CHANGES]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, (done.stdout, done.stderr)
    told = [line.split() for line in done.stdout.splitlines()]
    assert [(change, how) for change, how, _ in told] == [
        (change, how) for change in CHANGES for how in ("kill", "full")
    ]
    assert all(int(steps) > 3 for _, _, steps in told)
