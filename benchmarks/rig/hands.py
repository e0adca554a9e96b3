"""Pressing keys and the mouse in the room, through the X server's own test extension."""

import time

from Xlib import XK, X
from Xlib import display as xdisplay
from Xlib.ext import xtest

MODIFIERS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L"}


class Hands:
    """One connection to the display that presses."""

    def __init__(self, display: str) -> None:
        self._display = xdisplay.Display(display)

    def close(self) -> None:
        """End the connection."""
        self._display.close()

    def press(self, key: str) -> None:
        """Press and release a key by its X name, with modifiers before it: `Right`, `F5`, `ctrl+F`."""
        *names, last = key.split("+") if len(key) > 1 else [key]
        code, shifted = self._code(last)
        held = [self._code(MODIFIERS[name.lower()])[0] for name in names]
        if shifted and "shift" not in (name.lower() for name in names):
            held.append(self._code("Shift_L")[0])
        for one in [*held, code]:
            xtest.fake_input(self._display, X.KeyPress, one)
        for one in [code, *reversed(held)]:
            xtest.fake_input(self._display, X.KeyRelease, one)
        self._display.sync()

    def write(self, words: str) -> None:
        """Type each character of the words."""
        for character in words:
            self.press(character)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Move the pointer there and click."""
        self.move(x, y)
        xtest.fake_input(self._display, X.ButtonPress, button)
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def hold(self, x: int, y: int, button: int = 1) -> None:
        """Move the pointer there and press the button, without letting go."""
        self.move(x, y)
        xtest.fake_input(self._display, X.ButtonPress, button)
        self._display.sync()

    def drag(self, x: int, y: int, to_x: int, to_y: int, button: int = 1) -> None:
        """Pull what lies there to another place, as a hand does: not in one jump."""
        self.hold(x, y, button)
        for step in range(1, 13):
            self.move(x + (to_x - x) * step // 12, y + (to_y - y) * step // 12)
            time.sleep(0.02)
        self.let_go(button)

    def let_go(self, button: int = 1) -> None:
        """Let go of the button."""
        xtest.fake_input(self._display, X.ButtonRelease, button)
        self._display.sync()

    def move(self, x: int, y: int) -> None:
        """Move the pointer there."""
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        self._display.sync()

    def _code(self, key: str) -> tuple[int, bool]:
        """Return the key's code, and whether Shift must be held for it."""
        symbol = XK.string_to_keysym(key) or (ord(key) if len(key) == 1 else 0)
        codes = (
            sorted(self._display.keysym_to_keycodes(symbol), key=lambda pair: int(pair[1])) if symbol else []
        )
        if not codes:
            raise ValueError(f"No key is called {key!r}.")
        code, level = codes[0]
        return int(code), level == 1
