"""Activities on the big screen: a card dragged on one screen and seen on both, and cards opened."""

import tempfile
import time
from pathlib import Path

from benchmarks.bench import CLASS, Bench, BenchError
from benchmarks.figures import Limit, Row
from benchmarks.presenting import TITLES, ClassRoom
from benchmarks.rig.programs import program
from benchmarks.rig.room import room

FRAMES = 120
"""Steps of one drag, one every sixtieth of a second."""
CARDS = 40


def cards_lesson(path: Path, count: int) -> Path:
    """Write a lesson whose second slide has so many cards to sort."""
    cards = "\n".join(f"- Card {number} -> {'here' if number % 2 else 'there'}" for number in range(count))
    path.write_text(
        f"""+++
title = "Many cards"
band = "ks3"
minutes = 30
+++
# Many cards {{stage=welcome minutes=2}}

Words before.
---
## Sort them {{stage=explore minutes=8}}

::: sort {{id=many}}
Where does each go?
columns: [here] Here | [there] There

{cards}
:::
""",
        encoding="utf-8",
    )
    return path


def measure_activities(bench: Bench) -> list[Row]:
    """Drag a card of six and one of forty across the projector, and draw; time each step to pixels."""
    most = (Limit("p95", 17),)
    rows = []
    for count, key, what in (
        (6, "", "A card of 6 dragged"),
        (CARDS, "", f"A card of {CARDS} dragged"),
        (6, "d", "A line drawn"),
    ):
        for name, taken in _dragged(bench, count, key).items():
            words = f"{what} on the projector, step to pixels on the {name}"
            rows.append(Row(words, tuple(taken), limits=most))
    rows += _opened(bench)
    return rows


def _dragged(bench: Bench, count: int, key: str) -> dict[str, list[float]]:
    """Drag over a slide with so many cards, after a key that takes up a tool, if any."""
    lesson = cards_lesson(bench.folder / f"cards-{count}.md", count)
    taken: dict[str, list[float]] = {name: [] for name in TITLES}
    with room() as here, tempfile.TemporaryFile() as words:
        command = bench.app(bench.data(f"drag-{count}{key}"), "present", str(lesson), "--class", CLASS)
        with program(command, here.display, output=words.fileno()) as process:
            class_room = ClassRoom(here)
            if not class_room.opens(lambda: process.poll() is None):
                raise BenchError("The lesson with cards was not presented.")
            time.sleep(2.0)
            class_room.press("Right")
            time.sleep(2.0)
            if key:
                class_room.press(key)
            for name in TITLES:
                taken[name] = class_room.drag(name, FRAMES)
                if not taken[name]:
                    raise BenchError(f"Nothing moved on the {name}.")
            class_room.close()
    return taken


def _opened(bench: Bench) -> list[Row]:
    most = (Limit("median", 50),)
    lesson = str(cards_lesson(bench.folder / "many.md", CARDS))
    found = bench.inside("activity", bench.data("activity"), "--lesson", lesson, "-n", str(bench.n))
    return [
        Row(
            "An activity opened, each kind: its scene made, laid out and painted",
            tuple(found["open"]),
            limits=most,
        ),
        Row(f"One with {CARDS} cards", tuple(found["many"]), limits=most),
        Row("A card put down among the forty: the slide laid out anew", tuple(found["put"])),
        Row(
            "A lesson resumed with the states of all activities: records to scenes",
            tuple(found["resume"]),
            limits=(Limit("median", 150),),
        ),
    ]
