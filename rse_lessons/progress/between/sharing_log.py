"""Which folder is shared, when, and what came of it the last time: one small file beside the records.

`share` is a whole visit as the app and the command line make it. Losing the file loses no record: the folder
is chosen again, and everything in it is read once more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from rse_lessons.progress.between.oddities import Finding, Oddity
from rse_lessons.progress.between.pieces import PieceName
from rse_lessons.progress.between.sharing import Do, Outcome, Seen, StoppedError, Visit, keep_seen, seen_again
from rse_lessons.progress.between.troubles import Trouble
from rse_lessons.progress.between.verifying import Tick
from rse_lessons.progress.database.disk import held, write_whole
from rse_lessons.progress.facts.events import timestamp

if TYPE_CHECKING:
    from rse_lessons.progress.database.journal import Journal
    from rse_lessons.progress.recording.store import Store

T = TypeVar("T")

NAME, LOCK = "sharing.json", "sharing.lock"
"""The file, and the one that only a running visit holds, both beside the records."""

MOST_FINDINGS = 40
"""As many are kept for the next look; the others are found again."""

_LARGEST = 8 << 20
_LOOK_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Log:
    """What is kept."""

    folder: str = ""
    """The folder with the pieces; empty while none is shared."""
    at_start: bool = True
    at_end: bool = True
    last: Outcome | None = None
    seen: Mapping[PieceName, Seen] = field(default_factory=dict)
    clearings: int = -1


def load_log(file: Path) -> Log:
    """Read the file; whatever makes no sense in it is as if it had never been written."""
    try:
        if file.stat().st_size > _LARGEST:
            return Log()
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Log()
    if not isinstance(found, dict) or not isinstance(found.get("folder"), str):
        return Log()
    clearings = found.get("clearings")
    return Log(
        found["folder"],
        found.get("at-start") is not False,
        found.get("at-end") is not False,
        _outcome(found.get("last")),
        seen_again(found.get("seen")),
        clearings if type(clearings) is int else -1,
    )


def save_log(file: Path, log: Log) -> None:
    """Write the file. Raises OSError; then it is as it was."""
    plain = {
        "folder": log.folder,
        "at-start": log.at_start,
        "at-end": log.at_end,
        "last": _plain(log.last) if log.last is not None else None,
        "clearings": log.clearings,
        "seen": keep_seen(log.seen),
    }
    write_whole(file, json.dumps(plain, indent=1).encode())


def prefer(file: Path, **changes: Any) -> Log:
    """Change what is wanted, and keep it. Raises OSError."""
    log = replace(load_log(file), **changes)
    save_log(file, log)
    return log


def share(
    file: Path,
    records: Path,
    do: Do,
    *,
    now: datetime,
    tick: Tick | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Visit the shared folder, keep what came of it, and give it. Nothing of the world's is raised."""
    try:
        with held(file.with_name(LOCK), 0):
            log = load_log(file)
            visit = Visit(Path(log.folder), records, do, now, dict(log.seen), tick, stopped, log.clearings)
            outcome = visit.make() if log.folder and _is_there(visit.root) else _nothing(now)
            seen = {name: seen for name, seen in visit.seen.items() if name in visit.listed} or log.seen
            # What was chosen in the meantime stays chosen.
            with suppress(OSError):
                prefer(file, last=outcome, seen=seen, clearings=visit.clearings)
            return outcome
    except TimeoutError:
        return Outcome(timestamp(now), trouble=Trouble.BUSY)
    except OSError:  # not even the lock can be made: the folder of the records may not be written to
        return Outcome(timestamp(now), trouble=Trouble.NOT_STORED)


def through(store: Store, stopped: Callable[[], bool] = lambda: False) -> Do:
    """Have work done by the store's writer, and wait for it, but no longer than somebody wants to."""

    def do(work: Callable[[Journal], T], /) -> T:
        try:
            job = store.do(work)
        except RuntimeError as error:  # the app is being closed
            raise StoppedError from error
        while not job.wait(_LOOK_SECONDS):
            if stopped():
                raise StoppedError
        return job.result()

    return do


def _nothing(now: datetime) -> Outcome:
    return Outcome(timestamp(now), trouble=Trouble.NO_FOLDER)


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except OSError:
        return False


def _plain(outcome: Outcome) -> dict[str, object]:
    return {
        "when": outcome.when,
        "taken": outcome.taken,
        "given": outcome.given,
        "devices": list(outcome.devices),
        "waiting": list(outcome.waiting),
        "findings": [[str(one.path), one.oddity] for one in outcome.findings[:MOST_FINDINGS]],
        "trouble": outcome.trouble,
    }


def _outcome(found: object) -> Outcome | None:
    """Read what came of the last visit; None when it makes no sense."""
    try:
        if not isinstance(found, dict):
            return None
        datetime.fromisoformat(found["when"])
        return Outcome(
            found["when"],
            int(found["taken"]),
            int(found["given"]),
            tuple(map(str, found["devices"])),
            tuple(Finding(Path(path), Oddity(oddity)) for path, oddity in found["findings"]),
            tuple(map(str, found["waiting"])),
            Trouble(found["trouble"]) if found["trouble"] else None,
        )
    except (KeyError, TypeError, ValueError):
        return None
