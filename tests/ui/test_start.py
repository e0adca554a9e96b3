"""What the first picture may cost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from rse_lessons.school import School

ROOT = Path(__file__).resolve().parents[2]


def test_before_the_first_picture_the_names_of_qt_are_not_made(
    tmp_path: Path, school_in: Callable[[Path], School]
) -> None:
    school_in(tmp_path)
    command = [sys.executable, str(ROOT / "tests" / "programs" / "start.py"), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert "Qt.KeyboardModifier" in seen["after"], "the watch sees them being made"
    assert "Qt.KeyboardModifier" not in seen["before"], "something at the start asks for a name of Qt"


WRONG_CALL = """
import sys
import rse_lessons.ui
from rse_lessons.ui.qt_start import LATER

def waiting():
    names = sorted(file.removesuffix(".py").replace("/", ".") for file in LATER)
    return [name for name in names if "__getattr__" in vars(sys.modules[name])]

print(len(waiting()) == len(LATER), compile is sys.modules["builtins"].compile, compile.__module__)
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["start", "-platform", "offscreen"])
label = QLabel("Words")
print(len(waiting()) == len(LATER))
try:
    label.setText(3)
except TypeError as error:
    print("setText(int)" in str(error), "setText(arg__1: str" in str(error))
print([name.rpartition(".")[2] for name in waiting()])
print(hasattr(sys.modules["shibokensupport.signature.lib.pyi_generator"], "no_such_name"))
print([name.rpartition(".")[2] for name in waiting()])
"""


def test_what_describes_the_functions_of_qt_waits_until_it_is_asked() -> None:
    """A call with the wrong words is still told with the right ones."""
    done = subprocess.run(
        [sys.executable, "-c", WRONG_CALL], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "True True builtins",
        "True",
        "True True",
        "['enum_sig', 'pyi_generator']",
        "False",
        "[]",
    ]
