"""Large pieces of memory go back to the PC."""

from __future__ import annotations

import sys

import pytest

from rse_lessons.ui.memory import return_large_pieces


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give memory back by themselves")
def test_linux_takes_the_wish() -> None:
    assert return_large_pieces()
