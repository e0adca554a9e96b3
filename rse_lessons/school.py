"""All that lies on this PC for one run: folders, preferences, lessons, nations. No Qt, no records.

The window and every command begin here, so that they agree on what there is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.packs.leftovers import has_leftovers
from rse_lessons.settings.paths import Paths, data_root, find_paths
from rse_lessons.settings.preferences import Preferences, load, save

if TYPE_CHECKING:
    from rse_lessons.lesson.card import Card
    from rse_lessons.lesson.library import Library
    from rse_lessons.lesson.model import Lesson
    from rse_lessons.lesson.reader import Reading
    from rse_lessons.nation.profiles import HelpRoute, Nation
    from rse_lessons.settings.console_lock import ConsoleLock
    from rse_lessons.training.model import Module
    from rse_lessons.training.reading import ModuleReading
    from rse_lessons.training.shelf import ModuleShelf

OWN_LESSONS = "lessons"
"""The folder beside the records where a school keeps lessons of its own."""
TRAINING = "training"
"""The folder of facilitation modules, in the content and among a school's own lessons."""
SESSIONS = "sessions"
"""The folder of staff meetings, in a folder of modules."""
DEMONSTRATION = "every-activity.md"
"""The lesson that shows every activity."""

KEPT = 8
"""Lessons kept in memory after they were read."""


class School:
    """Opens nothing until it is asked for."""

    def __init__(self, data_dir: Path | None = None, paths: Paths | None = None) -> None:
        """`paths` are the folders of the profile that was chosen; without them, those of the first one."""
        self.paths: Paths = paths or find_paths(data_dir)
        preferences, messages = load(self.paths.preferences)
        self.preferences: Preferences = preferences
        self.messages = (*self.paths.messages, *messages)
        self.root = data_root()
        self._read: dict[str, tuple[tuple[int, int], Reading]] = {}
        self._shown: dict[str, tuple[Module, str, Module]] = {}

    @property
    def lesson_folders(self) -> tuple[Path, ...]:
        """The built-in lessons first, then the school's own."""
        content = self.root / "content"
        return content / "primary", content / "secondary", self.own_lessons

    @property
    def own_lessons(self) -> Path:
        """The folder of the school's own lessons and of the packs that it added."""
        return self.paths.common / OWN_LESSONS

    @property
    def training_folders(self) -> tuple[Path, ...]:
        """The built-in facilitation modules first, then the school's own."""
        return self.root / "content" / TRAINING, self.own_lessons / TRAINING

    @property
    def content_folders(self) -> tuple[Path, ...]:
        """Where lessons, modules and staff meetings lie, folders in them included."""
        return *self.lesson_folders[:-1], self.training_folders[0], self.own_lessons

    @property
    def session_folders(self) -> tuple[Path, ...]:
        """The staff meetings beside the modules."""
        return tuple(folder / SESSIONS for folder in self.training_folders)

    @property
    def nations(self) -> Path:
        """The folder of the nations' words, codes and help routes."""
        return self.root / "content" / "nations"

    @property
    def illustrations(self) -> Path:
        """The folder of pictures that every lesson may use."""
        return self.root / "assets" / "illustrations"

    @property
    def demonstration(self) -> Path:
        """The lesson that shows every activity, for tours and tests; it stands on no shelf."""
        packed = self.root / "demonstration" / DEMONSTRATION
        return packed if packed.is_file() else self.root / "tests" / "fixtures" / "lessons" / DEMONSTRATION

    @cached_property
    def library(self) -> Library:
        """The lessons, by their index."""
        if has_leftovers(self.own_lessons):
            from rse_lessons.packs.installing import tidy  # noqa: PLC0415  imported late: after a crash only

            tidy(self.own_lessons)
        return self._library(self.lesson_folders, "lessons.json")

    @cached_property
    def _meetings(self) -> Library:
        return self._library(self.session_folders, "meetings.json")

    def _library(self, folders: tuple[Path, ...], index: str) -> Library:
        from rse_lessons.lesson.library import Library  # noqa: PLC0415  imported late: not every command needs it

        return Library(
            folders,
            self.paths.cache / index,
            picture_folders=(self.illustrations,),
            known_codes=_Codes(self._codes),
            known_placeholders=_Names(self._placeholders),
        )

    @property
    def staff_meetings(self) -> tuple[Card, ...]:
        """The cards of the staff meetings, read again when files change; no shelf of lessons shows them."""
        self._meetings.refresh()
        return self._meetings.cards()

    def staff_meeting(self, module: str) -> Card | None:
        """Give the staff meeting about a module, by the module's id."""
        usual = f"{module}-meeting"
        for card in sorted(self.staff_meetings, key=lambda card: card.id != usual):
            lesson = self.read(card.id).lesson
            if lesson is not None and lesson.front.module == module:
                return card
        return None

    @property
    def modules(self) -> tuple[Module, ...]:
        """The facilitation modules by number, then title; read again when files change."""
        return self.module_shelf.modules()

    @property
    def module_ids(self) -> frozenset[str]:
        """The ids of the facilitation modules, by their files' names; none of them is read for it."""
        from rse_lessons.training.shelf import files_in  # noqa: PLC0415  imported late: start-up

        return frozenset(path.stem for folder in self.training_folders for path, _ in files_in(folder))

    def module(self, module_id: str) -> Module | None:
        """Give a facilitation module by its id."""
        return self.module_shelf.module(module_id)

    @cached_property
    def module_shelf(self) -> ModuleShelf:
        """The facilitation modules, and what is wrong with their files."""
        from rse_lessons.training.shelf import ModuleShelf  # noqa: PLC0415  imported late: start-up

        return ModuleShelf(self.training_folders, self.read_module)

    def read_module(self, path: Path) -> ModuleReading:
        """Read a module's file wherever it lies."""
        from rse_lessons.training.reading import read_module  # noqa: PLC0415  imported late: start-up

        return read_module(
            path,
            picture_folders=(self.illustrations,),
            known_placeholders=_Names(self._placeholders),
            known_lessons=self._lesson_ids,
        )

    def read_module_text(self, text: str, path: Path) -> ModuleReading:
        """Read a module from its text, as if it stood in a file."""
        from rse_lessons.training.reading import read_module_text  # noqa: PLC0415  imported late: start-up

        return read_module_text(
            text,
            path,
            picture_folders=(self.illustrations,),
            known_placeholders=_Names(self._placeholders),
            known_lessons=self._lesson_ids,
        )

    @property
    def _lesson_ids(self) -> frozenset[str] | None:
        """All lessons' ids; None while the index is empty, so that no window waits until it is made."""
        return frozenset(card.id for card in self.library.cards()) or None

    def module_as_shown(self, module: Module) -> Module:
        """Give a module as a teacher of the chosen nation reads it, with every placeholder in words."""
        from rse_lessons.nation.profiles import fill  # noqa: PLC0415  imported late: start-up
        from rse_lessons.training.showing import as_shown  # noqa: PLC0415  imported late: start-up

        nation = self.nation
        known = self._shown.get(module.id)
        if known is None or known[0] is not module or known[1] != nation.code:
            shown = as_shown(module, nation.code, lambda text: fill(text, nation))
            known = self._shown[module.id] = module, nation.code, shown
        return known[2]

    @cached_property
    def nation(self) -> Nation:
        """The nation that the teacher chose."""
        return self.nation_of(self.preferences.nation)

    @cached_property
    def console_lock(self) -> ConsoleLock:
        """The passcode of the console."""
        from rse_lessons.settings.console_lock import ConsoleLock  # noqa: PLC0415  imported late: start-up

        return ConsoleLock(self.paths.console_lock)

    def nation_of(self, code: str) -> Nation:
        """Give a nation by its code."""
        from rse_lessons.nation.profiles import load_nation  # noqa: PLC0415  imported late: start-up

        return load_nation(code, self.nations)

    def prefer(self, **changes: object) -> str:
        """Change preferences and keep them; gives a sentence when they could not be written."""
        self.preferences = replace(self.preferences, **changes)  # type: ignore[arg-type]
        if "nation" in changes:
            self.__dict__.pop("nation", None)
        return save(self.paths.preferences, self.preferences)

    def read(self, lesson: str) -> Reading:
        """Read a lesson by its id, or by the path of a file outside the library."""
        library = self.library
        card = library.card(lesson)
        if card is None and Path(lesson).is_file():
            return self.read_file(Path(lesson))
        if card is None and any(card.id == lesson for card in self.staff_meetings):
            library = self._meetings
            card = library.card(lesson)
        if card is None:
            return library.load(lesson)
        try:
            stat = card.path.stat()
        except OSError:
            return library.load(lesson)
        # From the shelf to the page to the projector it is the same file: read once while it stays as it is.
        stamp = (stat.st_mtime_ns, stat.st_size)
        known = self._read.pop(lesson, None)
        reading = known[1] if known is not None and known[0] == stamp else library.load(lesson)
        self._read[lesson] = stamp, reading
        while len(self._read) > KEPT:
            del self._read[next(iter(self._read))]
        return reading

    def read_file(self, path: Path) -> Reading:
        """Read a lesson file wherever it lies."""
        from rse_lessons.lesson.reader import read_lesson  # noqa: PLC0415  imported late: start-up

        return read_lesson(
            path,
            picture_folders=(self.illustrations,),
            known_codes=self._codes(),
            known_placeholders=self._placeholders(),
        )

    def read_text(self, text: str, path: Path) -> Reading:
        """Read a lesson from its text, as if it stood in a file."""
        from rse_lessons.lesson.reader import read_text  # noqa: PLC0415  imported late: start-up

        return read_text(
            text,
            path,
            picture_folders=(self.illustrations,),
            known_codes=self._codes(),
            known_placeholders=self._placeholders(),
        )

    def as_taught(self, lesson: Lesson) -> Lesson:
        """Give a lesson as the chosen nation teaches it, with every placeholder in words."""
        from rse_lessons.nation.profiles import fill  # noqa: PLC0415  imported late: start-up
        from rse_lessons.presenting.slides import for_nation  # noqa: PLC0415  imported late: start-up

        nation = self.nation
        return for_nation(lesson, nation.code, lambda text: fill(text, nation))

    def routes(self, lesson: Lesson) -> tuple[HelpRoute, ...]:
        """Give the help routes for a lesson's band, or for staff, in the chosen nation."""
        from rse_lessons.nation.profiles import routes_for  # noqa: PLC0415  imported late: start-up

        return routes_for(self.nation, lesson.front.readers)

    def _codes(self) -> Mapping[str, frozenset[str]]:
        return self._known_codes

    def _placeholders(self) -> frozenset[str]:
        return self._known_placeholders

    @cached_property
    def _known_codes(self) -> Mapping[str, frozenset[str]]:
        from rse_lessons.nation.profiles import known_codes  # noqa: PLC0415  imported late: start-up

        return known_codes(self.nations)

    @cached_property
    def _known_placeholders(self) -> frozenset[str]:
        from rse_lessons.nation.profiles import known_placeholders  # noqa: PLC0415  imported late: start-up

        return known_placeholders(self.nations)


class _Codes(Mapping[str, Collection[str]]):
    """Codes by framework, read from the nations' files when the first lesson is checked."""

    def __init__(self, read: Callable[[], Mapping[str, Collection[str]]]) -> None:
        self._read = cache(read)

    def __getitem__(self, framework: str) -> Collection[str]:
        return self._read()[framework]

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())


class _Names(Collection[str]):
    """Names of placeholders, read when the first lesson is checked."""

    def __init__(self, read: Callable[[], Collection[str]]) -> None:
        self._read = cache(read)

    def __contains__(self, name: object) -> bool:
        return name in self._read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._read())

    def __len__(self) -> int:
        return len(self._read())
