"""What a repair found, where it is kept, and the sentences that say it. No window, no SQL."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rse_lessons.progress.database.disk import write_whole
from rse_lessons.progress.database.faults import FOUND_AGAIN, MADE_WHOLE, SET_ASIDE
from rse_lessons.progress.mending.said import Said

WHOLE_AGAIN = (
    "Your lesson records were damaged and have been made whole again. The damaged file is kept beside them"
    " as {file}."
)
MADE_AGAIN = "The file of your lesson records was gone and has been made again out of what is kept beside it."
FROM_BACKUP = "Taken from the backup of {day}: {count} steps."
NO_BACKUP = "There was no good backup to begin with."
FROM_SIDE = "Taken from the safety copy of the newest steps: {count}."
FROM_DAMAGED = "Taken from the damaged file itself: {count}."
NOTHING_MISSING = "Nothing that was stored is missing."
SOME_MISSING = (
    "{count} steps could not be found again. Please check where your classes are before you go on with them."
)
PERHAPS_MISSING = (
    "The newest step that was found is of {day}. If you taught after that, please check where your classes"
    " are."
)
PERHAPS_ALL_MISSING = "No steps were found. Please check where your classes are before you go on with them."
GO_ON = "You can go on presenting, and new steps are stored."

_LARGEST = 64_000


@dataclass(frozen=True, slots=True)
class Repaired:
    """What one repair found."""

    when: datetime = datetime.min  # noqa: DTZ901 - set when the repair is done
    aside: str = ""
    """The name of the damaged file that is kept; empty when there was none."""
    backup: datetime | None = None
    """The day and time of the backup that it began with; None when there was no good one."""
    from_backup: int = 0
    from_side: int = 0
    from_damaged: int = 0
    """Events, each counted once: the backup's first, then the side file's, then the damaged file's."""
    missing: int = 0
    """Events that are known to have been there, and are in none of the three."""
    complete: bool = False
    """Whether the end of the records is certain: nothing can be missing but what `missing` counts."""
    unsure_after: str = ""
    """The time in UTC of the newest event, after which something may be missing; empty when complete."""

    @property
    def sentence(self) -> str:
        """The one sentence that is told at once, wherever the teacher is; the rest is for a quiet moment."""
        if not self.complete or self.missing:
            return SET_ASIDE
        return MADE_WHOLE if self.aside else FOUND_AGAIN

    @property
    def sentences(self) -> tuple[Said, ...]:
        """What a teacher is told."""
        return tuple(self._sentences())

    def _sentences(self) -> list[Said]:
        told = [Said(WHOLE_AGAIN, {"file": self.aside}) if self.aside else Said(MADE_AGAIN)]
        if self.backup is not None:
            told.append(Said(FROM_BACKUP, {"day": self.backup, "count": self.from_backup}))
        else:
            told.append(Said(NO_BACKUP))
        told.append(Said(FROM_SIDE, {"count": self.from_side}))
        if self.aside:
            told.append(Said(FROM_DAMAGED, {"count": self.from_damaged}))
        if self.missing:
            told.append(Said(SOME_MISSING, {"count": self.missing}))
        if not self.complete:
            told.append(self._perhaps())
        elif not self.missing:
            told.append(Said(NOTHING_MISSING))
        return [*told, Said(GO_ON)]

    def _perhaps(self) -> Said:
        if not self.unsure_after:
            return Said(PERHAPS_ALL_MISSING)
        return Said(PERHAPS_MISSING, {"day": datetime.fromisoformat(self.unsure_after).astimezone()})


def report_path(database: Path) -> Path:
    """Where the report of the last repair is kept."""
    return database.with_name(f"{database.stem}-repair.json")


def keep_report(database: Path, report: Repaired) -> None:
    """Keep the report. Raises OSError."""
    data = {name: getattr(report, name) for name in report.__slots__}
    data["when"] = report.when.isoformat()
    data["backup"] = report.backup.isoformat() if report.backup else ""
    write_whole(report_path(database), json.dumps(data).encode("ascii"))


def read_report(database: Path) -> Repaired | None:
    """Give the report of the last repair; None when there was none, or it cannot be read."""
    path = report_path(database)
    try:
        if path.stat().st_size > _LARGEST:
            return None
        data = json.loads(path.read_text(encoding="utf-8"))
        return _report_of(data) if isinstance(data, dict) else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _report_of(data: Mapping[str, object]) -> Repaired:
    counts = {name: data[name] for name in ("from_backup", "from_side", "from_damaged", "missing")}
    if not all(type(count) is int and count >= 0 for count in counts.values()):
        raise ValueError("a count is none")
    aside, unsure = str(data["aside"]), str(data["unsure_after"])
    if unsure:
        datetime.fromisoformat(unsure)
    backup = str(data["backup"])
    return Repaired(
        datetime.fromisoformat(str(data["when"])),
        Path(aside).name,
        datetime.fromisoformat(backup) if backup else None,
        **counts,  # type: ignore[arg-type]  # each was looked at above
        complete=data["complete"] is True,
        unsure_after=unsure,
    )
