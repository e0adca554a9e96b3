"""The short forms of `power`, `failing`, `killing` and `damaging`; the long ones are run by hand.

Each harness is also given a job with a fault put in on purpose, which it must find.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.telling import CANNOT

ROOT = Path(__file__).resolve().parents[2]


def run(module: str, *words: str) -> dict[str, Any]:
    """Run one of them, and give what it found."""
    command = [sys.executable, "-m", f"tests.faults.{module}", "--json", "--seed", "7", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode == CANNOT:
        pytest.skip(done.stderr.strip().splitlines()[-1])
    assert done.stdout, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == (1 if found["wrong"] else 0), done.stderr
    return found


def only(*jobs: str) -> list[str]:
    """Give the words that choose these jobs."""
    return [word for job in jobs for word in ("--only", job)]


def test_a_power_cut_loses_nothing() -> None:
    jobs = ("giving a lesson", "clearing", "migrating version 1", "going back to a day", "merging a file")
    found = run("power", "--times", "20", *only(*jobs))
    assert found["wrong"] == {}
    assert found["cuts"] == 20
    assert found["promised"] > 500
    assert found["syncs"] > 100
    assert found["failed_syncs"] > 0


def test_a_missing_sync_is_found_by_a_power_cut() -> None:
    found = run("power", "--times", "30", *only("recording without a sync", "renaming without a sync"))
    assert any("acknowledged events are lost" in sentence for sentence in found["wrong"])
    assert any("is not whole" in sentence for sentence in found["wrong"])


def test_a_drive_that_lies_about_its_syncs_is_not_covered() -> None:
    found = run("power", "--times", "15", "--lies", *only("recording"))
    assert any("acknowledged events are lost" in sentence for sentence in found["wrong"])


def test_a_call_that_fails_loses_nothing() -> None:
    found = run("failing", "--most", "12", *only("giving a lesson", "going back to a day", "merging a file"))
    assert found["wrong"] == {}
    assert sum(found["tried"].values()) == 12
    assert len(found["tried"]) >= 6
    assert len(found["told"]) >= 3


def test_a_promise_that_comes_too_early_is_found() -> None:
    ways = ("--way", "killed there", "--way", "no room, for good")
    found = run("failing", "--most", "16", *ways, *only("promising too early"))
    for way in ("killed there", "no room, for good"):
        assert any(way in sentence and "events are lost" in sentence for sentence in found["wrong"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each try is a forked process")
def test_a_kill_loses_nothing() -> None:
    jobs = only("recording", "taking in", "clearing", "migrating version 1", "backing up", "repairing")
    found = run("killing", "--times", "6", *jobs)
    assert found["wrong"] == {}
    assert found["kills"] == 6
    assert found["promised"] > 100


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each try is a forked process")
def test_a_job_that_is_half_done_is_found_by_a_kill() -> None:
    found = run("killing", "--times", "10", *only("taking in by halves"))
    assert any("that come or go together" in sentence for sentence in found["wrong"])


def test_damaged_records_are_made_whole() -> None:
    found = run("damaging", "--times", "12")
    assert found["wrong"] == {}
    assert found["promised"] > 1000
    assert found["told"]


def test_records_that_cannot_be_made_whole_are_found() -> None:
    found = run("damaging", "--times", "6", "--bare")
    assert any("acknowledged events are lost" in sentence for sentence in found["wrong"])
