"""What the care for the records remembers between starts: dates, and whether all was well."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from rse_lessons.progress.database.disk import write_whole

_LARGEST = 16_000
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CareState:
    """When the records were looked over, and what is known to be done."""

    quick: datetime | None = None
    """When SQLite's quick check was last made."""
    full: datetime | None = None
    """When its full check was last made."""
    sound: bool = True
    """Whether the last of them found all well."""
    scrubbed: str = ""
    """The mark of what had been deleted when all copies were last cleaned of it; see `scrubbing.Gone`."""

    def is_full_check_due(self, now: datetime) -> bool:
        """Whether a week has gone by since the last full check, or the clock was put back."""
        return self.full is None or not self.full <= now < self.full + _WEEK

    def checked(self, now: datetime, *, full: bool, sound: bool) -> CareState:
        """Give the state after a check."""
        return replace(self, quick=now, full=now if full else self.full, sound=sound)


def state_path(database: Path) -> Path:
    """Where the state is kept."""
    return database.with_name(f"{database.stem}-care.json")


def read_state(database: Path) -> CareState:
    """Give the state; a fresh one when there is none, or it makes no sense."""
    path = state_path(database)
    try:
        data = json.loads(path.read_text(encoding="utf-8")) if path.stat().st_size < _LARGEST else {}
        if not isinstance(data, dict):
            return CareState()
        quick, full = (_moment(data.get(name)) for name in ("quick", "full"))
        scrubbed = data.get("scrubbed")
        return CareState(
            quick, full, data.get("sound") is not False, scrubbed if isinstance(scrubbed, str) else ""
        )
    except (OSError, ValueError, RecursionError):
        return CareState()


def write_state(database: Path, state: CareState) -> None:
    """Keep the state. Raises OSError."""
    data = {
        "quick": state.quick.isoformat() if state.quick else "",
        "full": state.full.isoformat() if state.full else "",
        "sound": state.sound,
        "scrubbed": state.scrubbed,
    }
    write_whole(state_path(database), json.dumps(data).encode("ascii"))


def _moment(text: object) -> datetime | None:
    if not isinstance(text, str) or not text:
        return None
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return found
