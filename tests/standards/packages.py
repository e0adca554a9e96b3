"""Packages for tests, as files in a folder: the built-in modules, and one whose words are hostile."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from rse_lessons.lesson.model import Text
from rse_lessons.nation.profiles import fill
from rse_lessons.school import School
from rse_lessons.standards.package import Chosen, scorm_package
from rse_lessons.training.model import Module, Practice, Question
from rse_lessons.training.reading import read_module_text
from rse_lessons.training.showing import as_shown

ROOT = Path(__file__).resolve().parents[2]
PLAYER = ROOT / "assets" / "scorm"
GOOD = ROOT / "tests" / "fixtures" / "training" / "good.md"
HOSTILE = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)> &amp; \u202eabc שלום 🙂"

_read: list[School] = []


def built_in(folder: Path, nation: str = "eng") -> list[Module]:
    """Give the built-in modules as a nation reads them; they are read once in a test run and process."""
    _read[:] = _read or [School(folder)]
    school = _read[0]
    here = school.nation_of(nation)
    numbered = (module for module in school.modules if module.head.number)
    return [as_shown(module, nation, lambda text: fill(text, here)) for module in numbered]


def small() -> Module:
    """Give a small module that breaks no rule."""
    reading = read_module_text(GOOD.read_text(encoding="utf-8"), GOOD)
    assert reading.module is not None
    return as_shown(reading.module, "eng", lambda text: text)


def hostile() -> Module:
    """Give a module whose every word tries to get out of the page."""
    module = small()

    def spoilt(part: Any) -> Any:
        if isinstance(part, Text):
            return replace(
                part, markdown=f"{HOSTILE} [here](javascript:alert(3)) [there](https://example.org/x)"
            )
        if isinstance(part, Practice):
            scenes = tuple(replace(scene, text=HOSTILE) for scene in part.scenes)
            return replace(part, title=HOSTILE, scenes=scenes)
        if isinstance(part, Question):
            options = tuple(replace(one, text=HOSTILE, explanation=HOSTILE) for one in part.options)
            return replace(part, prompt=HOSTILE, options=options)
        return part

    pages = tuple(replace(page, title=HOSTILE, parts=tuple(map(spoilt, page.parts))) for page in module.pages)
    head = replace(module.head, title=HOSTILE, summary=HOSTILE, outcomes=(HOSTILE,))
    return replace(module, id="Our <own> module’s \u202e 🙂", head=head, pages=pages)


def packed(*modules: Module, nation: str = "England") -> bytes:
    """Make a package of modules as they are shown."""
    return scorm_package([Chosen(module, "CC BY-SA 4.0") for module in modules], nation, PLAYER, "1.2.3")


def unpacked(package: bytes) -> dict[str, bytes]:
    """Give the files of a package by their names."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def data_in(page: str) -> dict[str, Any]:
    """Give what the player is given in a page."""
    found = re.search(r'<script type="application/json" id="module">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data
