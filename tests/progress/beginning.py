"""Records in which nothing stands yet: the tables are made once in a test run and process, then copied.

Only for tests of what comes later. What a database is like at its beginning is tested in `test_schema`, and
by stores and jobs that begin with an empty folder.
"""

from __future__ import annotations

import functools
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from rse_lessons.progress.database.journal import Journal


@functools.cache
def _empty() -> bytes:
    """Make a database as the first start leaves it: up to date, and not yet anybody's."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "progress.sqlite"
        Journal(path, now=datetime(2026, 3, 2, 9, 0, tzinfo=UTC), seconds=1.0).close()
        assert [found.name for found in path.parent.iterdir()] == [path.name], "all of it is in the one file"
        return path.read_bytes()


def begin(path: Path) -> None:
    """Lay an empty database into a folder that is new; a folder in which something lies stays as it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not any(path.parent.iterdir()):
        path.write_bytes(_empty())
