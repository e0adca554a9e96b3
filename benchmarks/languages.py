"""Changing what the class reads in the middle of a lesson: from a key in the panel to changed pixels."""

import tempfile
import time
from collections.abc import Mapping

from benchmarks.bench import CLASS, Bench, BenchError
from benchmarks.figures import Limit, Row
from benchmarks.presenting import SETTLED, TITLES, middle, opened
from benchmarks.rig.eyes import Eyes
from benchmarks.rig.hands import Hands
from benchmarks.rig.programs import program
from benchmarks.rig.room import Box, Room, room

LESSON = "ask-first"
PANEL = "Languages"
SETTINGS = 'lesson-language = "en"\nsecond-language = "cy"\n'
"""Both languages are on the slides already, and change places: no question is asked for that."""
LIMITS: Mapping[str, tuple[Limit, ...]] = {
    "projector": (Limit("median", 100),),
    "console": (Limit("median", 100),),
}
SLIDE = 9
"""The slide with cards to sort: of all slides it has the most on it."""


def measure_languages(bench: Bench) -> list[Row]:
    """Give a lesson in two languages on two screens, and let them change places by key."""
    data = bench.data("languages")
    bench.prefer(data, SETTINGS)
    with room() as here, tempfile.TemporaryFile() as words:
        command = bench.app(data, "present", LESSON, "--class", CLASS)
        with program(command, here.display, output=words.fileno()) as process:
            class_room = opened(here, process, words)
            for key in (*str(SLIDE), "Return"):
                class_room.press(key)
            time.sleep(SETTLED)
            taken = _swapped(here, 5 * bench.n)
            class_room.close()
    return [
        Row(
            f"Two languages of a slide changed, key to pixels on the {name}", tuple(taken[name]), limits=limit
        )
        for name, limit in LIMITS.items()
    ]


def _swapped(here: Room, times: int) -> dict[str, list[float]]:
    """Open the panel and have the languages change places, watching one screen after the other."""
    eyes, hands = Eyes(here.display), Hands(here.display)
    hands.press("shift+L")
    if eyes.wait_painted(PANEL, lambda: True, limit=10.0) is None:
        raise BenchError("The panel of languages did not open.")
    console = eyes.find(TITLES["console"])
    projector = eyes.find(TITLES["projector"])
    if console is None or projector is None:
        raise BenchError("A window of the lesson is gone.")
    boxes = {"projector": middle(projector), "console": beside_a_panel(console)}
    taken: dict[str, list[float]] = {name: [] for name in boxes}
    key = "Right"  # from English to Welsh, and back
    for _ in range(times):
        for name, box in boxes.items():
            before = eyes.wait_still(box)
            eyes.forget()
            start = time.perf_counter()
            hands.press(key)
            when = eyes.wait_change(box, before, limit=2.0)
            if when is None:
                raise BenchError(f"The languages on the {name} did not change.")
            taken[name].append((when - start) * 1000)
            key = "Left" if key == "Right" else "Right"
    eyes.close()
    hands.close()
    return taken


def beside_a_panel(console: Box) -> Box:
    """Return the part of the slide on the teacher's screen that a panel in its middle leaves free."""
    return Box(
        console.x + console.width * 6 // 100,
        console.y + console.height * 18 // 100,
        console.width * 20 // 100,
        console.height * 38 // 100,
    )
