"""Presenting on two screens: from a key to changed pixels, and the memory that it takes."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from typing import IO

from benchmarks.bench import CLASS, LESSON, Bench, BenchError
from benchmarks.figures import Base, Limit, Row
from benchmarks.rig.eyes import Eyes
from benchmarks.rig.hands import Hands
from benchmarks.rig.programs import Process, memory_mib, program
from benchmarks.rig.room import Box, Room, room

TITLES = {"projector": "what the class sees", "console": "your screen"}
LIMITS: Mapping[str, tuple[Limit, ...]] = {
    "projector": (Limit("median", 8), Limit("p95", 12)),
    "console": (Limit("median", 12), Limit("p95", 16)),
}
SETTLED = 3.0
SLIDES = 100


def measure_presenting(bench: Bench) -> list[Row]:
    """Give the lesson on both screens at 1080p, and turn its slides by key."""
    data = bench.data("presenting")
    with room() as here, tempfile.TemporaryFile() as words:
        command = bench.app(data, "present", LESSON, "--class", CLASS)
        with program(command, here.display) as process:
            # Python compiles the program at its first start, which takes memory that no later start needs.
            ClassRoom(here).opens(lambda: process.poll() is None)
        with program(command, here.display, output=words.fileno()) as process:
            class_room = opened(here, process, words)
            early = memory_mib(process.pid)
            taken = class_room.turn(10 * bench.n)
            steady = tuple(class_room.steady)
            class_room.leaf(SLIDES)
            late = memory_mib(process.pid)
            note = class_room.note()
            class_room.close()
    most = (Limit("median", 120),)
    after = Base("before", (early,))
    rows = [
        Row(f"Key to changed pixels on the {name}", tuple(taken[name]), limits=LIMITS[name], note=note)
        for name in TITLES
    ]
    return [
        *rows,
        Row("The same sum, before each of these keys: how steady the machine was", steady),
        Row("Memory while presenting on two screens (PSS)", (early,), "MiB", most),
        Row(f"The same after {len(rows) * 10 * bench.n + SLIDES} slides more", (late,), "MiB", most, after),
    ]


def opened(here: Room, process: Process, words: IO[bytes]) -> ClassRoom:
    """Give the eyes and hands on a lesson that has come to rest; `words` is what the program says."""
    class_room = ClassRoom(here)
    if not class_room.opens(lambda: process.poll() is None):
        words.seek(0)
        said = words.read().decode(errors="replace")[-2000:]
        raise BenchError(f"The lesson was not presented. {said}")
    time.sleep(SETTLED)
    return class_room


class ClassRoom:
    """Eyes and hands on a lesson that is being given in a room."""

    def __init__(self, here: Room) -> None:
        self._here = here
        self._eyes, self._hands = Eyes(here.display), Hands(here.display)
        self._boxes: dict[str, Box] = {}
        self.missed = 0
        self.steady: list[float] = []
        """What the same sum took before each key, in ms."""

    def opens(self, running: Callable[[], bool]) -> bool:
        """Wait until both windows are painted; say whether they are."""
        for name, title in TITLES.items():
            if not self._eyes.painted(title) and self._eyes.wait_painted(title, running) is None:
                return False
            found = self._eyes.find(title)
            if found is None:
                return False
            self._boxes[name] = middle(found) if name == "projector" else slide_of(found)
        return True

    def turn(self, times: int) -> dict[str, list[float]]:
        """Press Right and watch the projector, press it again and watch the console, and so on."""
        taken: dict[str, list[float]] = {name: [] for name in self._boxes}
        for name in self._turns(times):
            box = self._boxes[name]
            before = self._eyes.wait_still(box)
            self.steady.append(same_sum())
            self._eyes.forget()
            start = time.perf_counter()
            self._hands.press("Right")
            when = self._eyes.wait_change(box, before, limit=1.0)
            if when is None:
                self.missed += 1
                self._hands.press("Home")
            else:
                taken[name].append((when - start) * 1000)
        return taken

    def press(self, key: str) -> None:
        """Press a key."""
        self._hands.press(key)

    def drag(self, watched: str, steps: int) -> list[float]:
        """Drag what lies at the left of the class's slide to and fro, a step every sixtieth of a second.

        Gives the milliseconds from each step to the drawing that a window shows of it.
        """
        slide, box = self._boxes["projector"], self._boxes[watched]
        x, y = slide.x + slide.width * 7 // 40, slide.y + slide.height * 2 // 5
        self._hands.hold(x, y)
        taken = []
        for step in range(steps):
            due = time.perf_counter() + 1 / 60
            self._eyes.forget()
            start = time.perf_counter()
            self._hands.move(x + 20 + 12 * (step if step < steps / 2 else steps - step), y + 20 + step)
            when = self._eyes.wait_drawing(box, start + 0.5)
            if when is not None and step:  # the first step turns the picture painted ahead into a slide
                taken.append((when - start) * 1000)
            time.sleep(max(0.0, due - time.perf_counter()))
        self._hands.move(x, y)
        self._hands.let_go()
        time.sleep(0.5)
        return taken

    def leaf(self, times: int) -> None:
        """Turn slides quickly, to the end and back to the beginning."""
        for number in range(times):
            self._hands.press("Right" if number % 40 < 39 else "Home")
            time.sleep(0.15)
        time.sleep(SETTLED)

    def note(self) -> str:
        """Say how exact the times are."""
        cost = self._eyes.look_cost(self._boxes["projector"]) * 1000
        delay = self._eyes.delay() * 1000
        return (
            "A key is pressed through the X server, and the time runs until the server tells of the drawing "
            f"that changed the window. Being told takes {delay:.1f} ms, which is part of the time; looking "
            f"whether pixels really differ takes {cost:.1f} ms, which is not. Keys that changed nothing: "
            f"{self.missed}."
        )

    def close(self) -> None:
        """End the connections to the display."""
        self._eyes.close()
        self._hands.close()

    def _turns(self, times: int) -> Iterator[str]:
        for _ in range(times):
            yield from self._boxes


def same_sum() -> float:
    """Return the milliseconds of a fixed piece of work; it takes longer while others use the machine."""
    start = time.perf_counter()
    sum(range(50_000))
    return (time.perf_counter() - start) * 1000


def slide_of(console: Box) -> Box:
    """Return where the slide stands on the teacher's screen: clocks beside it change without a key."""
    return Box(
        console.x + console.width * 6 // 100,
        console.y + console.height * 18 // 100,
        console.width // 2,
        console.height * 38 // 100,
    )


def middle(box: Box, share: float = 0.8) -> Box:
    """Return the middle of a box, away from its edges."""
    width, height = int(box.width * share), int(box.height * share)
    return Box(box.x + (box.width - width) // 2, box.y + (box.height - height) // 2, width, height)
