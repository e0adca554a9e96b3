"""The room: a virtual display split into monitors, with a small window manager, and plugs to pull.

Programs that run in the room live in `programs.py`; looking and pressing in `eyes.py` and `hands.py`.
"""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from Xlib import X
from Xlib import display as xdisplay

MONITORS = ("TEACHER", "PROJECTOR", "SPARE")


class RoomError(Exception):
    """The room could not be set up; the message is a sentence for the person who asked for it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the display, in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(slots=True)
class Room:
    """A running display: its name, the size of each monitor and which of them are plugged in."""

    display: str
    width: int
    height: int
    plugged: list[str] = field(default_factory=list)

    def monitor(self, name: str) -> Box:
        """Say where the monitor of that name lies, plugged in or not."""
        return Box(MONITORS.index(name.upper()) * self.width, 0, self.width, self.height)

    def plug(self, name: str) -> None:
        """Give the display that monitor, as when a cable is put in."""
        box = self.monitor(name)
        # The first monitor takes over the display's one real output; the others have none of their own.
        output = "screen" if box.x == 0 else "none"
        place = f"{box.width}/500x{box.height}/280+{box.x}+0"
        self._xrandr("--setmonitor", name.upper(), place, output)
        if name.upper() not in self._xrandr("--listmonitors"):
            raise RoomError(f"The display did not take the monitor {name.upper()}.")
        self.plugged.append(name.upper())

    def unplug(self, name: str) -> None:
        """Take that monitor away, as when a cable is pulled."""
        self._xrandr("--delmonitor", name.upper())
        self.plugged.remove(name.upper())

    def picture(self, out: Path, monitor: str = "") -> None:
        """Write a picture of one monitor, or of all that are plugged in."""
        boxes = [self.monitor(name) for name in ([monitor] if monitor else self.plugged)]
        left, right = min(b.x for b in boxes), max(b.x + b.width for b in boxes)
        crop = f"{right - left}x{self.height}+{left}+0"
        command = ["import", "-window", "root", "-crop", crop, "+repage", str(out)]
        subprocess.run(command, env=environment(self.display), check=True)

    def _xrandr(self, *words: str) -> str:
        done = subprocess.run(
            ["xrandr", *words],
            env=environment(self.display),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout


def environment(display: str) -> dict[str, str]:
    """Return this process's environment with that display, and no other screen to escape to."""
    env = {**os.environ, "DISPLAY": display}
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR"):
        env.pop(name, None)
    return env


@contextmanager
def room(screens: int = 2, width: int = 1920, height: int = 1080) -> Iterator[Room]:
    """Open a room with so many monitors of that size side by side; close it when done."""
    span = max(screens, 2)  # room for a second monitor to be plugged in later
    read, write = os.pipe()
    size = f"{span * width}x{height}x24"
    server = _start(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp", "-noreset"], [write]
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    running = [server]
    try:
        if not number:
            raise RoomError("Xvfb did not start: install xvfb, or see whether its memory is free.")
        made = Room(f":{number}", width, height)
        for name in MONITORS[:screens]:
            made.plug(name)
        running.insert(0, _start(["openbox"], [], environment(made.display)))
        _wait_for_manager(made.display)
        yield made
    finally:
        for process in running:
            process.terminate()
            process.wait()


def _start(
    command: Sequence[str], keep: Sequence[int], env: dict[str, str] | None = None
) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            command, pass_fds=keep, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except FileNotFoundError:
        raise RoomError(f"{command[0]} is not installed; docs/performance.md lists what is needed.") from None


def _wait_for_manager(display: str, limit: float = 10.0) -> None:
    """Wait until a window manager answers, so that the first window is placed and focused as usual."""
    connection = xdisplay.Display(display)
    try:
        check = connection.intern_atom("_NET_SUPPORTING_WM_CHECK")
        end = time.monotonic() + limit
        while connection.screen().root.get_full_property(check, X.AnyPropertyType) is None:
            if time.monotonic() > end:
                raise RoomError("The window manager did not start.")
            time.sleep(0.02)
    finally:
        connection.close()
