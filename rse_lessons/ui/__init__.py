"""Everything that a person sees. The only place with PySide6."""

from __future__ import annotations

import sys
from pathlib import Path

import PySide6.QtCore  # noqa: F401  it brings the table that is filled below


def _spare_reading_sources() -> None:
    """Tell PySide6 beforehand which modules use none of its switchable features.

    It would find out by itself, but by reading the source of each module that is imported after it
    (shibokensupport/feature.py, `_mod_uses_pyside`), which takes a millisecond or two a module: a third
    of the start. The values are those that it would find. Without that file nothing is done.
    """
    support = sys.modules.get("shibokensupport.feature")
    table = getattr(support, "pyside_feature_dict", None)
    if not isinstance(table, dict):
        return
    root = Path(__file__).resolve().parent.parent
    for file in root.rglob("*.py"):
        parts = file.relative_to(root.parent).with_suffix("").parts
        table.setdefault(".".join(parts[:-1] if parts[-1] == "__init__" else parts), 0)
    for name in sys.stdlib_module_names:
        table.setdefault(name, -1)


_spare_reading_sources()
