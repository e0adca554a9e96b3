"""Gives memory back to the PC where the C library would keep it.

Slides painted ahead come and go as pictures of some megabytes. glibc learns from the first one that
such sizes are usual and then keeps them on its heap, where small things lie between them and hold
them; told a fixed size, it fetches and returns them whole (mallopt(3), M_MMAP_THRESHOLD).
"""

from __future__ import annotations

import sys

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
LARGE = 128 * 1024


def return_large_pieces() -> bool:
    """Have pieces from 128 KiB on given back when they are let go; tells whether the system could."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415  imported late: start-up

    library = ctypes.CDLL(None)
    if not hasattr(library, "mallopt"):
        return False
    return bool(library.mallopt(M_MMAP_THRESHOLD, LARGE) and library.mallopt(M_TRIM_THRESHOLD, LARGE))


def return_what_is_free() -> bool:
    """Have free memory between what is in use given back too (malloc_trim(3)); it takes some milliseconds."""
    if sys.platform != "linux":
        return False
    import ctypes  # noqa: PLC0415  imported late: start-up

    library = ctypes.CDLL(None)
    return bool(hasattr(library, "malloc_trim") and library.malloc_trim(0))
