"""Records that keep nothing: for guests, and for rehearsals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from threading import Event as Flag

from rse_lessons.progress.facts.events import Event, timestamp
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.progress.recording.promises import Receipt
from rse_lessons.progress.recording.store import Store


class Unrecorded(Store):
    """Takes what a lesson tells, and keeps none of it: no file is made and no thread is started."""

    def record(
        self,
        kind: str,
        *,
        lesson: str = "",
        class_label: str = "",
        data: Mapping[str, object] | None = None,
        words: str = "",
        waits: bool = False,
    ) -> Receipt:
        """Let it go by."""
        del waits
        moment = timestamp(datetime.now(UTC))
        receipt = Receipt(Event("", "", 0, moment, kind, lesson, class_label, data=data or {}), words)
        receipt.acknowledged = _set()
        return receipt

    def open(self) -> None:
        """Open nothing."""

    def snapshot(self) -> Summary:
        """Nothing was recorded."""
        return Summary()

    def flush(self, timeout: float) -> bool:
        """Nothing waits."""
        del timeout
        return True


def _set() -> Flag:
    flag = Flag()
    flag.set()
    return flag
