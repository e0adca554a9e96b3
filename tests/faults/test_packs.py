"""The short forms of `run_packs` and `pack_steps`; the long ones are run by hand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rse_lessons.school import School
from tests.faults.run_packs import a_school, good_packs, is_sentence, kept_by, run, try_pack

ROOT = Path(__file__).resolve().parents[2]


def test_a_hundred_hostile_packs_leave_no_trace(tmp_path: Path, school_in: Callable[[Path], School]) -> None:
    result = run(tmp_path, 100, seed=7, make=school_in)
    assert result.packs.total() == 100
    assert len(result.sentences) > 20
    assert result.good, (result.taken, result.traces, result.unsaid)


def test_a_pack_that_was_taken_would_be_found(tmp_path: Path, school_in: Callable[[Path], School]) -> None:
    packs = good_packs(tmp_path / "made")
    school = a_school(tmp_path, packs, school_in)
    before = kept_by(school)
    file = tmp_path / "good.rsepack"
    file.write_bytes(packs[2].replace(b"Three lessons", b"Three lessons"))
    assert try_pack(school, file) == ""
    file.write_bytes(packs[0])
    assert try_pack(school, file) == ""
    assert kept_by(school) == before, "the school had all of them"
    assert not is_sentence("Something happened.")
    assert not is_sentence("Traceback (most recent call last): KeyError. It is. So.")


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="each attempt is a forked process")
def test_cut_off_at_any_step_the_library_is_whole_or_as_it_was() -> None:
    command = [sys.executable, "-m", "tests.faults.pack_steps", "kill", "full"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for how, found in json.loads(done.stdout).items():
        assert found["steps"] > 30, how
        assert found["as it was"] > 5, how
        assert found["whole"] > 5, how
        assert found["as it was"] + found["whole"] == found["steps"], how
