"""From modules and records on this PC to the bytes of a package or of statements. No Qt; nothing is written.

The window and the command line begin here, so that both give the same files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rse_lessons import __version__
from rse_lessons.in_words import as_shown
from rse_lessons.nation.profiles import Nation
from rse_lessons.progress.database.learning_rows import read_learning
from rse_lessons.progress.database.reading import read_events
from rse_lessons.progress.facts.events import TRAINING
from rse_lessons.standards.activities import Known
from rse_lessons.standards.package import Chosen, scorm_package
from rse_lessons.standards.xapi import Learner, statements, written

if TYPE_CHECKING:
    from rse_lessons.school import School

PLAYER = "scorm"
"""The folder of the package's own player, among the assets."""
RIGHTS = "Text and pictures: RSE Lessons contributors, CC BY-SA 4.0."
APP = "RSE Lessons"


class NoModuleError(Exception):
    """A module was asked for that is not there."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file's content, and how much is in it."""

    content: bytes
    count: int
    """Modules of a package; statements of a record."""


def package_of(
    school: School,
    ids: Sequence[str] = (),
    nation: Nation | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Made:
    """Make a package of modules by their ids, without any of all that have a number.

    Raises NoModuleError with the id of one that is not there, and OSError.
    """
    here = nation or school.nation
    all_of_them = school.modules
    by_id = {module.id: module for module in all_of_them}
    wanted = tuple(dict.fromkeys(ids)) or tuple(one.id for one in all_of_them if one.head.number)
    for name in wanted:
        if name not in by_id:
            raise NoModuleError(name)
    if not wanted:
        raise NoModuleError("")
    built_in = school.training_folders[0]
    chosen = [
        Chosen(
            as_shown(school, by_id[name], here.code), RIGHTS if by_id[name].path.parent == built_in else ""
        )
        for name in wanted
    ]
    player = school.root / "assets" / PLAYER
    return Made(scorm_package(chosen, here.name, player, __version__, progress), len(chosen))


def record_of(school: School, learner: Learner, *, with_reflections: bool = False) -> Made:
    """Make statements of what is on the disk. Raises ValueError, OSError, sqlite3.Error, RecordsError."""
    records = school.paths.records
    happenings = [one for one in read_events(records) if one.kind in TRAINING] if records.exists() else []
    words = {}
    if with_reflections:
        words = {
            (name, block): text
            for name, record in read_learning(records).modules.items()
            for block, text in record.reflected.items()
        }
    modules = {module.id: school.module_as_shown(module) for module in school.modules}
    rehearsed = {one.lesson for one in happenings if one.kind == "rehearsed"}
    titles = {card.id: card.title for card in school.library.cards() if card.id in rehearsed}
    known = Known(modules, titles)
    made = statements(happenings, learner, known, app=APP, version=__version__, words=words)
    return Made(written(made), len(made))
