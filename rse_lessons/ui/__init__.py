"""Everything that a person sees. The only place with PySide6."""

from __future__ import annotations

import sys


def _keep_none_alive() -> None:
    """Give None references to lose, where PySide6 takes one too many with every call.

    The wheels of PySide6 6.12 are built against Python 3.12, in which None cannot die, and return it
    without counting. On Python 3.11 the program would end after some thousand calls with "deallocating
    None". The project file asks for an older PySide6 there; this is for a PC that has the newer one.
    """
    import ctypes  # noqa: PLC0415  imported late: only where it is needed

    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40


if sys.version_info < (3, 12):
    import PySide6

    if PySide6.__version_info__ >= (6, 12):
        _keep_none_alive()
