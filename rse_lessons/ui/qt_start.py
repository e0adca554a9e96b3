"""What PySide6 does while it is imported, and this program has no need of: done when it is needed, or never.

Importing PySide6 is more than half of the time until an empty window is painted, and most of that is Python
that PySide6 carries inside itself (the package `shibokensupport`) and compiles anew at every start. Both
measures here change when something happens, and nothing of what happens; where another version of PySide6
does it otherwise, they find nothing to do.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from types import CodeType, ModuleType

from rse_lessons.ui.qt_compiled import Compiled

PLACE = "shibokensupport/signature/"
LATER = frozenset(
    f"{PLACE}{name}.py"
    for name in ("parser", "layout", "errorhandler", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
)
"""The parts that only describe functions: for `help()`, for the sentence of a TypeError, for editors.

`mapping.py` is not one of them: Qt's side looks into it without asking Python for the name.
"""
WAITING = """
def __getattr__(name):
    from rse_lessons.ui.qt_start import fetch
    return fetch(globals(), name)
"""

_sources: dict[str, bytes | str] = {}
_fetching = RLock()


@contextmanager
def descriptions_later() -> Iterator[None]:
    """Have the parts named in `LATER`, where they are imported inside, compiled and run at their first use.

    PySide6 loads them through the built-in `compile` (signature_bootstrap.py, `EmbeddableZipImporter`),
    which is put back at the end. What is compiled now is kept for the next start.
    """
    usual, inside = builtins.compile, Compiled()

    def compiled(source: bytes | str, filename: str, *rest: object, **more: object) -> CodeType:
        if filename in LATER:
            _sources[filename] = source
            source = WAITING
        return inside.compile(source, filename, *rest, **more)

    vars(builtins)["compile"] = compiled
    try:
        yield
    finally:
        vars(builtins)["compile"] = usual
    inside.keep()


def fetch(module: dict[str, object], name: str) -> object:
    """Run the part that waits in a module, and give what it calls `name`.

    Raises AttributeError where the module has no such name, and for the names between underscores that
    Python looks for in every module.
    """
    with _fetching:
        file = str(module["__name__"]).replace(".", "/") + ".py"
        if name not in module and not name.startswith("__") and file in _sources:
            source = _sources.pop(file)
            del module["__getattr__"]
            exec(compile(source, file, "exec"), module)  # noqa: S102  PySide6's own source
        if name in module:
            return module[name]
    wrong = f"module {module['__name__']!r} has no attribute {name!r}"
    raise AttributeError(wrong)


def spare_reading_sources() -> None:
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
