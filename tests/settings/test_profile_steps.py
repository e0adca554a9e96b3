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


@pytest.mark.parametrize("how", ["kill", "full"])
@pytest.mark.parametrize("change", CHANGES)
def test_cut_off_anywhere_the_list_is_whole_and_nobody_is_lost(tmp_path: Path, change: str, how: str) -> None:
    command = [sys.executable, "-m", "tests.settings.profile_steps", str(tmp_path), change, how]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 3
