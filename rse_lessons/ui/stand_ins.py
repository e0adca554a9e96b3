"""Stand-ins for modules of Python's own that others import while the program starts, and use later or never.

PySide6 imports `inspect` to read the sources of modules, `traceback` for the case that importing itself goes
wrong, and `textwrap`, `tempfile` and, by `zipfile`, `shutil` for what `qt_start` leaves for later or what it
never does here. To load these takes a twelfth of the start. A stand-in is what PySide6 holds: the first name
that is asked of it loads the module itself. What the program itself has before its first picture are named
tuples for the same reason: `dataclasses` imports `inspect`, and takes a millisecond for each class.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import EXTENSION_SUFFIXES, SOURCE_SUFFIXES
from pathlib import Path
from types import ModuleType


class StandIn(ModuleType):
    """Has every name that the module of its name has."""

    def __getattr__(self, name: str) -> object:
        return getattr(self._meant(), name)

    def _meant(self) -> ModuleType:
        self.withdraw()
        return import_module(self.__name__)

    def withdraw(self) -> None:
        """Have the module itself imported from now on."""
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]


class Inspect(StandIn):
    """Reads the sources of whole modules itself: PySide6 asks for a few while it is imported.

    It looks for its own name in them (shibokensupport/feature.py, `_mod_uses_pyside`).
    """

    def getsource(self, thing: object) -> str:
        """Give a source as `inspect.getsource` does; or raises OSError or TypeError as that."""
        if isinstance(thing, ModuleType):
            file = thing.__file__ if hasattr(thing, "__file__") else None
            if file is None:
                raise TypeError(f"{thing!r} is a built-in module")
            if file.endswith(tuple(EXTENSION_SUFFIXES)):
                raise OSError("source code not available")
            if file.endswith(tuple(SOURCE_SUFFIXES)):
                return Path(file).read_text(encoding="utf-8", errors="replace")
        return str(self._meant().getsource(thing))


UNUSED = (Inspect("inspect"), *map(StandIn, ("shutil", "tempfile", "textwrap", "traceback")))


@contextmanager
def standing_in(ones: tuple[StandIn, ...] = UNUSED) -> Iterator[None]:
    """Give stand-ins to what is imported inside; whoever imports after it has the modules themselves.

    A module that is loaded already needs none.
    """
    for one in ones:
        sys.modules.setdefault(one.__name__, one)
    try:
        yield
    finally:
        for one in ones:
            one.withdraw()
