"""Everything that a person sees. The only place with PySide6."""

from __future__ import annotations

import sys
from types import ModuleType

import PySide6.QtCore  # noqa: F401  it brings the function that is replaced below


def _spare_reading_sources() -> None:
    """Tell PySide6 which modules use none of its switchable features.

    It would find out by itself, but by reading the source of each module that is imported after it
    (shibokensupport/feature.py, `_mod_uses_pyside`), which takes a millisecond or two a module: a third
    of the start. So this package comes before whatever else is imported after PySide6. The answers are
    those that it would find; about modules of others it is still asked. Where it asks otherwise, nothing
    is done.
    """
    support = sys.modules.get("shibokensupport.feature")
    find_out = getattr(support, "_mod_uses_pyside", None)
    if support is None or not callable(find_out):
        return

    def uses_pyside(module: ModuleType) -> bool:
        package = module.__name__.partition(".")[0]
        if package == "rse_lessons":
            return True
        return package not in sys.stdlib_module_names and bool(find_out(module))

    vars(support)["_mod_uses_pyside"] = uses_pyside


_spare_reading_sources()
