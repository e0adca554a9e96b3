"""Looking at the room's pixels: which windows there are, whether one is painted, what changed and when.

A change is dated by the X server's damage report, which costs nothing to wait for, and only then looked at to
see that pixels really differ. So the cost of a look is not part of any time measured here.
"""

import re
import select
import statistics
import time
import zlib
from collections.abc import Callable, Iterator

from Xlib import X
from Xlib import display as xdisplay
from Xlib import error as xerror
from Xlib.ext import damage

from benchmarks.rig.room import Box


class Eyes:
    """One connection to the display that looks, and is told of each drawing."""

    def __init__(self, display: str) -> None:
        self._display = xdisplay.Display(display)
        self._root = self._display.screen().root
        self._display.damage_query_version()
        self._drawn = self._display.extension_event.DamageNotify
        self._root.damage_create(damage.DamageReportRawRectangles)
        self._display.sync()

    def close(self) -> None:
        """End the connection."""
        self._display.close()

    def windows(self) -> Iterator[tuple[str, Box]]:
        """Yield the visible windows with a title: the title and where the window lies."""
        names = (self._display.intern_atom("_NET_WM_NAME"), X.AnyPropertyType)
        for frame in self._root.query_tree().children:
            try:
                for child in [frame, *frame.query_tree().children]:
                    if child.get_attributes().map_state != X.IsViewable:
                        continue
                    title = child.get_full_property(*names)
                    if title is not None:
                        g, at = child.get_geometry(), child.translate_coords(self._root, 0, 0)
                        yield (
                            bytes(title.value).decode(errors="replace"),
                            Box(-at.x, -at.y, g.width, g.height),
                        )
            except xerror.XError:  # the window went away while we looked
                continue

    def find(self, title: str) -> Box | None:
        """Return where the first window lies whose title matches, or None."""
        return next((box for name, box in self.windows() if re.search(title, name)), None)

    def painted(self, title: str, colours: int = 4) -> bool:
        """Say whether a window of that title shows more than a background in its lower half."""
        box = self.find(title)
        if box is None or box.width < 200 or box.height < 150:
            return False
        lower = Box(box.x, box.y + box.height // 2, box.width, box.height // 2)
        data = self.pixels(self._visible(lower))
        return len({data[i : i + 4] for i in range(0, len(data), 4 * 7)}) >= colours

    def pixels(self, box: Box) -> bytes:
        """Return the pixels of a box, four bytes each."""
        image = self._root.get_image(box.x, box.y, box.width, box.height, X.ZPixmap, 0xFFFFFFFF)
        return bytes(image.data)

    def fingerprint(self, box: Box, strips: int = 15, thick: int = 3) -> int:
        """Return a checksum of thin strips spread over a box: a few milliseconds to read."""
        value = 1
        for i in range(strips):
            y = box.y + i * (box.height - thick) // (strips - 1)
            value = zlib.adler32(self.pixels(Box(box.x, y, box.width, thick)), value)
        return value

    def forget(self) -> None:
        """Leave aside all drawings told so far."""
        self._display.sync()
        while self._display.pending_events():
            self._display.next_event()

    def wait_drawing(self, box: Box, end: float, least: int = 0) -> float | None:
        """Wait for a drawing that touches the box; return when it was told, or None at the time `end`.

        Drawings of fewer than `least` pixels are passed over.
        """
        while True:
            found = None
            while self._display.pending_events():
                event = self._display.next_event()
                if event.type == self._drawn and _meets(event.area, box, least):
                    found = time.perf_counter()
            if found is not None:
                return found
            left = end - time.perf_counter()
            if left <= 0 or not select.select([self._display.fileno()], [], [], left)[0]:
                return None

    def wait_change(self, box: Box, before: int, limit: float = 2.0) -> float | None:
        """Wait until the box's fingerprint differs; return when the drawing was told, None if never."""
        end = time.perf_counter() + limit
        while (when := self.wait_drawing(box, end)) is not None:
            if self.fingerprint(box) != before:
                return when
        return None

    def wait_still(self, box: Box, quiet: float = 0.4, limit: float = 8.0) -> int:
        """Wait until the box has not changed for `quiet` seconds; return its fingerprint."""
        end, since, last = time.perf_counter() + limit, time.perf_counter(), self.fingerprint(box)
        while time.perf_counter() < end and time.perf_counter() - since < quiet:
            self.wait_drawing(box, min(end, since + quiet))
            now = self.fingerprint(box)
            if now != last:
                last, since = now, time.perf_counter()
        return last

    def wait_painted(self, title: str, running: Callable[[], bool], limit: float = 60.0) -> float | None:
        """Wait until a window of that title is painted; return when its drawing was told.

        None when the time is up or the program no longer runs.
        """
        end = time.perf_counter() + limit
        whole = self._root.get_geometry()
        box = Box(0, 0, whole.width, whole.height)
        last = None
        while time.perf_counter() < end and running():
            # The window manager draws a frame in a hundred small pieces; looking at each would cost time.
            when = self.wait_drawing(box, min(end, time.perf_counter() + 0.5), least=100_000)
            last = when or last
            if last is not None and self.painted(title):
                return last
        return None

    def look_cost(self, box: Box, times: int = 20) -> float:
        """Return how many seconds one look at that box takes."""
        start = time.perf_counter()
        for _ in range(times):
            self.fingerprint(box)
        return (time.perf_counter() - start) / times

    def delay(self, times: int = 20) -> float:
        """Return the seconds from a drawing of our own until we are told of it, at the median.

        This is what every time measured here holds too much.
        """
        screen = self._display.screen()
        own = self._root.create_window(
            0,
            0,
            16,
            16,
            0,
            screen.root_depth,
            override_redirect=1,
            background_pixel=0,
            event_mask=X.ExposureMask,
        )
        own.map()
        pen = own.create_gc(foreground=0xFFFFFF)
        self._display.sync()
        taken = []
        for _ in range(times):
            time.sleep(0.02)
            self.forget()
            start = time.perf_counter()
            own.fill_rectangle(pen, 0, 0, 16, 16)
            self._display.flush()
            told = self.wait_drawing(Box(0, 0, 16, 16), start + 1)
            taken.append((told or start + 1) - start)
        own.destroy()
        self._display.sync()
        return statistics.median(taken)

    def _visible(self, box: Box) -> Box:
        whole = self._root.get_geometry()
        x, y = max(box.x, 0), max(box.y, 0)
        return Box(x, y, min(box.x + box.width, whole.width) - x, min(box.y + box.height, whole.height) - y)


def _meets(area: object, box: Box, least: int) -> bool:
    x, y, width, height = (int(getattr(area, name)) for name in ("x", "y", "width", "height"))
    if width * height < least:
        return False
    return x < box.x + box.width and box.x < x + width and y < box.y + box.height and box.y < y + height
