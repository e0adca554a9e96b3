"""What is not loaded while the program starts is there when somebody asks for it."""

from __future__ import annotations

import inspect
import math
import subprocess
import sys
import zipfile
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from rse_lessons.ui.stand_ins import UNUSED, Inspect, StandIn, standing_in

ROOT = Path(__file__).resolve().parents[2]
NAMES = {one.__name__ for one in UNUSED}


def said_by(program: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


STARTED = """
import sys
import rse_lessons.starting
from rse_lessons.ui.stand_ins import UNUSED, StandIn
print(sorted({"dataclasses", *(one.__name__ for one in UNUSED)} & sys.modules.keys()))
print(any(isinstance(module, StandIn) for module in sys.modules.values()))
"""


def test_the_program_starts_without_them() -> None:
    assert said_by(STARTED) == ["[]", "False"]


LATER = """
import rse_lessons.ui
import zipfile
from rse_lessons.ui.stand_ins import StandIn
print(isinstance(zipfile.shutil, StandIn))
import inspect, shutil, tempfile
print([module for module in (inspect, shutil, tempfile) if isinstance(module, StandIn)])
from pathlib import Path
with tempfile.TemporaryDirectory() as folder:
    pack = Path(folder, "pack.zip")
    with zipfile.ZipFile(pack, "w") as written:
        written.writestr("a.txt", "words")
    with zipfile.ZipFile(pack) as read:
        read.extractall(folder)
    print(Path(folder, "a.txt").read_text(encoding="utf-8"))
"""


def test_who_holds_a_stand_in_has_all_of_the_module() -> None:
    """`zipfile`, which PySide6 imports, unpacks with `shutil`."""
    assert said_by(LATER) == ["True", "[]", "words"]


ANSWERS = """
import inspect as real
import sys
del sys.modules["inspect"]
import rse_lessons.starting
feature = sys.modules["shibokensupport.feature"]
answers = dict(feature.pyside_feature_dict)

def uses(module):
    try:
        return "PySide6" in real.getsource(module)
    except (OSError, TypeError):
        return False

# Of this package's own modules it is told, not asked (`qt_start`).
asked = {name for name in answers if name in sys.modules and not name.startswith("rse_lessons")}
wrong = [name for name in asked if (answers[name] == 0) != uses(sys.modules[name])]
print(len(asked) > 20, wrong)
"""


def test_qt_is_answered_as_it_would_be() -> None:
    assert said_by(ANSWERS) == ["True []"]


def test_sources_are_those_of_inspect(tmp_path: Path) -> None:
    stand_in = Inspect("inspect")
    for module in (zipfile, sys.modules[__name__]):
        assert stand_in.getsource(module) == inspect.getsource(module)
    assert stand_in.getsource(said_by) == inspect.getsource(said_by)
    compiled = sys.modules["PySide6.QtCore"]
    for module, kind in ((sys, TypeError), (compiled, OSError), (ModuleType("made"), TypeError)):
        for asked in (stand_in.getsource, inspect.getsource):
            with pytest.raises(kind):
                asked(module)


def test_only_what_is_imported_inside_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    here = StandIn("colorsys"), StandIn("math")
    with standing_in(here):
        assert import_module("colorsys") is here[0]
        assert sys.modules["math"] is math, "what is loaded needs no stand-in"
    assert "colorsys" not in sys.modules
    assert here[0].rgb_to_hsv is import_module("colorsys").rgb_to_hsv
    assert not isinstance(import_module("colorsys"), StandIn)
    assert here[1].pi == math.pi
    with pytest.raises(AttributeError):
        _ = here[1].no_such_name


def test_asked_inside_it_gives_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with standing_in((StandIn("colorsys"),)):
        assert import_module("colorsys").rgb_to_hsv(0, 0, 0) == (0, 0, 0)
        assert not isinstance(sys.modules["colorsys"], StandIn)


def test_they_are_modules_of_python_itself() -> None:
    assert sys.stdlib_module_names >= NAMES
