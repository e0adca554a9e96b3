"""Large pieces of memory go back to the PC."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rse_lessons.ui.memory import return_large_pieces, return_what_is_free


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give memory back by themselves")
def test_linux_takes_the_wish() -> None:
    assert return_large_pieces()


@pytest.mark.skipif(sys.platform != "linux", reason="read from Linux's own account of a process")
def test_what_is_free_is_given_back() -> None:
    small = [bytes(4000) for _ in range(20_000)]  # too small to be fetched each by itself
    kept = small[::100]  # so that what is freed lies between what is in use
    del small
    before = _heap()
    return_what_is_free()
    assert _heap() <= before
    assert len(kept) == 200


def _heap() -> int:
    """Kilobytes of this process that are in the PC's memory."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
