"""Carrying out the steps of a try-out in a room."""

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from benchmarks.rig.eyes import Eyes
from benchmarks.rig.hands import Hands
from benchmarks.rig.programs import Process, memory_mib
from benchmarks.rig.room import Box, Room, RoomError
from benchmarks.rig.steps import Step


class Script:
    """Steps done one after the other, to one program."""

    def __init__(self, room: Room, process: Process) -> None:
        self._room, self._process = room, process
        self._eyes, self._hands = Eyes(room.display), Hands(room.display)
        self._verbs: Mapping[str, Callable[..., None]] = {
            "key": self._key,
            "type": self._hands.write,
            "wait": lambda seconds: time.sleep(float(seconds)),
            "still": self._still,
            "until": self._until,
            "shot": self._shot,
            "click": lambda *at: self._hands.click(*map(int, at)),
            "move": lambda x, y: self._hands.move(int(x), int(y)),
            "drag": lambda *at: self._hands.drag(*map(int, at)),
            "unplug": lambda name="PROJECTOR": room.unplug(name),
            "plug": lambda name="PROJECTOR": room.plug(name),
            "windows": self._windows,
            "memory": self._memory,
        }

    def run(self, steps: Iterable[Step]) -> None:
        """Do the steps; raise RoomError when one of them waits in vain."""
        for step in steps:
            self._verbs[step.verb](*step.words)

    def close(self) -> None:
        """End the connections to the display."""
        self._eyes.close()
        self._hands.close()

    def _key(self, key: str, times: str = "1") -> None:
        for _ in range(int(times)):
            self._hands.press(key)
            time.sleep(0.05)

    def _still(self, seconds: str = "0.4") -> None:
        boxes = [self._room.monitor(name) for name in self._room.plugged]
        right = max(box.x + box.width for box in boxes)
        self._eyes.wait_still(Box(0, 0, right, self._room.height), quiet=float(seconds))

    def _until(self, title: str) -> None:
        if self._eyes.painted(title) or self._eyes.wait_painted(title, self._runs) is not None:
            return
        ended = "" if self._runs() else f" The program ended with status {self._process.returncode}."
        raise RoomError(f"No window whose title matches “{title}” was painted.{ended}")

    def _runs(self) -> bool:
        return self._process.poll() is None

    def _shot(self, out: str, monitor: str = "") -> None:
        self._room.picture(Path(out), monitor.upper())
        print(out)

    def _windows(self) -> None:
        for title, box in self._eyes.windows():
            print(f"{box.width}x{box.height}+{box.x}+{box.y} {title}")

    def _memory(self) -> None:
        print(f"PSS {memory_mib(self._process.pid):.0f} MiB")
