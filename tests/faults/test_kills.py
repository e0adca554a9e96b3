"""The short form of `run_kills`; the long form is run by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_ten_kills_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    from tests.faults.run_kills import run

    result = run(tmp_path, 10, seed=7)
    assert result.kills == 10
    assert result.acknowledged > 0
    assert result.good, result
