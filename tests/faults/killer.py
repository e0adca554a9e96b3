"""A program that records as a presenting session does, until somebody kills it.

`python -m tests.faults.killer DATABASE SEED` prints `device counter id` of each event when acknowledged.
"""

from __future__ import annotations

import os
import random
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue

from rse_lessons.progress.recording.promises import Receipt
from rse_lessons.progress.recording.store import Store


def steps(dice: random.Random) -> Iterator[tuple[str, Mapping[str, object]]]:
    """What a session records, lesson after lesson."""
    while True:
        yield "started", {"slides": 12, "slide": 0}
        for slide in range(1, 12):
            yield "slide", {"slide": slide}
            if dice.random() < 0.5:
                yield (
                    "stage",
                    {"stage": dice.choice(["explore", "practise"]), "seconds": dice.randint(1, 300)},
                )
            if dice.random() < 0.4:
                counts = {"sure": dice.randint(5, 30), "unsure": None}
                yield "tally", {"block": "before", "counts": counts}
                yield "block", {"block": "before", "state": {"counts": counts}}
        yield "finished", {}


def say(receipts: SimpleQueue[Receipt]) -> None:
    """Print each event when it is acknowledged, past every buffer."""
    while True:
        receipt = receipts.get()
        receipt.wait()
        event = receipt.event
        os.write(1, f"{event.device} {event.counter} {event.id}\n".encode())


def main(path: Path, seed: int) -> None:
    """Record until killed, or until whoever would kill it is gone."""
    parent = os.getppid()
    dice = random.Random(seed)  # noqa: S311 - a dice for a test
    store = Store(path, now=lambda: datetime.now(UTC), tell=lambda sentence: print(sentence, file=sys.stderr))
    receipts: SimpleQueue[Receipt] = SimpleQueue()
    threading.Thread(target=say, args=(receipts,), daemon=True).start()
    for kind, data in steps(dice):
        if os.getppid() != parent:
            return
        receipts.put(store.record(kind, lesson="ask-first", class_label="7B", data=data))
        time.sleep(dice.choice([0, 0, 0, 0.001, 0.003]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
