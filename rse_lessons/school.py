"""All that lies on this PC for one run: folders, preferences, lessons, nations. No Qt, no records.

The window and every command begin here, so that they agree on what there is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.later import LaterCodes, LaterNames
from rse_lessons.packs.leftovers import has_leftovers
from rse_lessons.settings.paths import Paths, data_root, find_paths
from rse_lessons.settings.preferences import Preferences, load, save

if TYPE_CHECKING:
    from rse_lessons.i18n.lesson_languages import LessonLanguage
    from rse_lessons.in_languages import InLanguages
    from rse_lessons.lesson.card import Card
    from rse_lessons.lesson.library import Library
    from rse_lessons.lesson.model import Lesson
    from rse_lessons.lesson.reader import Reading, Tongue
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

ENGLISH = "en"
LANGUAGES = frozenset({"language", "lesson_language", "second_language"})
"""The preferences that name a language."""
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
        self._read: dict[tuple[str, str], tuple[object, Reading]] = {}
        self._nations: dict[str, Nation] = {}
        self._shelves: dict[str, ModuleShelf] = {}
        self._shown: dict[str, tuple[Module, Nation, Module]] = {}

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
        made = self._library(self.lesson_folders, "lessons.json")
        if self.languages_in_use():
            self._call_as_kept(made)
        return made

    def _call_as_kept(self, library: Library) -> None:
        from rse_lessons.lesson_names import kept  # noqa: PLC0415  imported late: English needs no names

        library.call(kept(self.paths.cache, self.languages_in_use(), self.language))

    def languages_in_use(self, classes: Collection[str] = ()) -> tuple[str, ...]:
        """Give the languages besides English that windows and lessons are in, the windows' first.

        `classes` are the languages of classes.
        """
        wishes = self.preferences
        tags = (self.language, wishes.lesson_language, wishes.second_language, *sorted(classes))
        return tuple(dict.fromkeys(tag for tag in tags if tag not in ("", ENGLISH)))

    def name_lessons(self, classes: Collection[str] = ()) -> bool:
        """Look how lessons are called in the languages in use; True when that changed a card. Any thread."""
        tags = self.languages_in_use(classes)
        if not tags:
            return self.library.call({})
        cards = (*self.library.cards(), *self.staff_meetings)
        names = self.in_languages.names.look(cards, tags, self.language)
        self._meetings.call(names)
        return self.library.call(names)

    @cached_property
    def _meetings(self) -> Library:
        return self._library(self.session_folders, "meetings.json")

    def _library(self, folders: tuple[Path, ...], index: str) -> Library:
        from rse_lessons.lesson.library import Library  # noqa: PLC0415  imported late: not every command needs it

        return Library(
            folders,
            self.paths.cache / index,
            picture_folders=(self.illustrations,),
            known_codes=LaterCodes(lambda: self.known_codes),
            known_placeholders=LaterNames(lambda: self.known_placeholders),
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
        """Give a facilitation module by its id, in the interface's language as far as it is there."""
        return self.module_shelf.module(module_id)

    @property
    def module_shelf(self) -> ModuleShelf:
        """The facilitation modules in the interface's language, and what is wrong with their files."""
        language = self.language
        if language not in self._shelves:
            from rse_lessons.training.shelf import ModuleShelf  # noqa: PLC0415  imported late: start-up

            self._shelves[language] = ModuleShelf(
                self.training_folders,
                lambda path: self.read_module(path, language),
                lambda path: () if language == ENGLISH else self.in_languages.looks(path, language),
            )
        return self._shelves[language]

    def read_module(self, path: Path, language: str = "") -> ModuleReading:
        """Read a module's file wherever it lies, in a language as far as it is there."""
        found = None if language in ("", ENGLISH) else self.in_languages.module(path, language)
        if found is not None:
            return found
        from rse_lessons.training.reading import read_module  # noqa: PLC0415  imported late: start-up

        return read_module(
            path,
            picture_folders=(self.illustrations,),
            known_placeholders=LaterNames(lambda: self.known_placeholders),
            known_lessons=self._lesson_ids,
        )

    def read_module_text(self, text: str, path: Path, language: str = ENGLISH) -> ModuleReading:
        """Read a module from its text, as if it stood in a file."""
        from rse_lessons.training.reading import read_module_text  # noqa: PLC0415  imported late: start-up

        return read_module_text(
            text,
            path,
            picture_folders=(self.illustrations,),
            known_placeholders=LaterNames(lambda: self.known_placeholders),
            known_lessons=self._lesson_ids,
            language=language,
        )

    @property
    def _lesson_ids(self) -> frozenset[str] | None:
        """All lessons' ids; None while the index is empty, so that no window waits until it is made."""
        return frozenset(card.id for card in self.library.cards()) or None

    def module_as_shown(self, module: Module) -> Module:
        """Give a module as a teacher of the chosen nation reads it, with every placeholder in words."""
        from rse_lessons.in_words import as_shown  # noqa: PLC0415  imported late: start-up

        nation = self.nation_of(self.preferences.nation, module.language)
        known = self._shown.get(module.id)
        if known is None or known[0] is not module or known[1] is not nation:
            known = self._shown[module.id] = module, nation, as_shown(self, module, nation.code)
        return known[2]

    @property
    def nation(self) -> Nation:
        """The nation that the teacher chose, in the interface's language."""
        return self.nation_of(self.preferences.nation, self.language)

    @cached_property
    def console_lock(self) -> ConsoleLock:
        """The passcode of the console."""
        from rse_lessons.settings.console_lock import ConsoleLock  # noqa: PLC0415  imported late: start-up

        return ConsoleLock(self.paths.console_lock)

    def nation_of(self, code: str, language: str = "") -> Nation:
        """Give a nation by its code, with its words in a language as far as they are there."""
        if language not in ("", ENGLISH):
            return self.in_languages.nation(code, language)
        if code not in self._nations:
            from rse_lessons.nation.profiles import load_nation  # noqa: PLC0415  imported late: start-up

            self._nations[code] = load_nation(code, self.nations)
        return self._nations[code]

    def prefer(self, **changes: object) -> str:
        """Change preferences and keep them; gives a sentence when they could not be written."""
        self.preferences = self.preferences._replace(**changes)  # type: ignore[arg-type]
        if changes.keys() & LANGUAGES and "library" in self.__dict__:
            self._call_as_kept(self.library)
        return save(self.paths.preferences, self.preferences)

    def read(self, lesson: str, language: str = "") -> Reading:
        """Read a lesson by its id, or by the path of a file outside the library.

        In a `language` other than English it is as far as it is translated, and English where it is not;
        where nothing is, it is the English lesson, as its `language` says.
        """
        library = self.library
        card = library.card(lesson)
        if card is None and Path(lesson).is_file():
            return self._read_in(Path(lesson), language) or self.read_file(Path(lesson))
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
        stamp: object = (stat.st_mtime_ns, stat.st_size)
        if language not in ("", ENGLISH):
            stamp = stamp, self.in_languages.looks(card.path, language)
        key = lesson, "" if language == ENGLISH else language
        known = self._read.pop(key, None)
        if known is not None and known[0] == stamp:
            reading = known[1]
        else:
            reading = self._read_in(card.path, language) or library.load(lesson)
        self._read[key] = stamp, reading
        while len(self._read) > KEPT:
            del self._read[next(iter(self._read))]
        return reading

    def forget(self) -> None:
        """Keep no lesson in memory: what is asked for next is read anew."""
        self._read.clear()

    def _read_in(self, path: Path, language: str) -> Reading | None:
        """Read a lesson in another language; None where it is the English one."""
        return None if language in ("", ENGLISH) else self.in_languages.lesson(path, language)

    def languages_of(self, lesson: str) -> tuple[LessonLanguage, ...]:
        """Say in which languages other than English a lesson is there: how far, and who read it."""
        path, card = self.path_of(lesson), self._card(lesson)
        readers = "" if card is None else card.band or "staff"
        return () if path is None else self.in_languages.languages_of(path, self.preferences.nation, readers)

    def _card(self, lesson: str) -> Card | None:
        found = self.library.card(lesson)
        return found or next((one for one in self.staff_meetings if one.id == lesson), None)

    def path_of(self, lesson: str) -> Path | None:
        """Give the file of a lesson or staff meeting; None for one that is not here."""
        if (card := self._card(lesson)) is not None:
            return card.path
        return Path(lesson) if Path(lesson).is_file() else None

    @cached_property
    def in_languages(self) -> InLanguages:
        """What is here in other languages than English."""
        from rse_lessons.in_languages import InLanguages  # noqa: PLC0415  imported late: start-up

        return InLanguages(self)

    @property
    def language(self) -> str:
        """The tag of the interface's language."""
        from rse_lessons.i18n.catalogues import interface_language  # noqa: PLC0415  imported late: start-up

        return self.preferences.language or interface_language()

    def read_file(self, path: Path) -> Reading:
        """Read a lesson file wherever it lies."""
        from rse_lessons.lesson.reader import read_lesson  # noqa: PLC0415  imported late: start-up

        return read_lesson(
            path,
            picture_folders=(self.illustrations,),
            known_codes=self.known_codes,
            known_placeholders=self.known_placeholders,
        )

    def read_text(self, text: str, path: Path, tongue: Tongue | None = None) -> Reading:
        """Read a lesson from its text, as if it stood in a file; in another language with its `tongue`."""
        from rse_lessons.lesson.reader import read_text  # noqa: PLC0415  imported late: start-up

        return read_text(
            text,
            path,
            picture_folders=(self.illustrations,),
            known_codes=self.known_codes,
            known_placeholders=self.known_placeholders,
            tongue=tongue,
        )

    def as_taught(self, lesson: Lesson) -> Lesson:
        """Give a lesson as the chosen nation teaches it, with every placeholder in words of its language."""
        from rse_lessons.in_words import as_taught  # noqa: PLC0415  imported late: start-up

        return as_taught(self, lesson)

    def routes(self, lesson: Lesson) -> tuple[HelpRoute, ...]:
        """Give the help routes for a lesson's band, or for staff, in the chosen nation and its language."""
        return self._routes(lesson, lesson.language)

    def english_routes(self, lesson: Lesson) -> tuple[HelpRoute, ...]:
        """Give them in English, for passages that stayed so; none where there is no such passage."""
        return self._routes(lesson, ENGLISH) if lesson.english_lines else ()

    def _routes(self, lesson: Lesson, language: str) -> tuple[HelpRoute, ...]:
        from rse_lessons.nation.profiles import routes_for  # noqa: PLC0415  imported late: start-up

        return routes_for(self.nation_of(self.preferences.nation, language), lesson.front.readers)

    @cached_property
    def known_codes(self) -> Mapping[str, frozenset[str]]:
        """The curriculum codes of every framework."""
        from rse_lessons.nation.profiles import known_codes  # noqa: PLC0415  imported late: start-up

        return known_codes(self.nations)

    @cached_property
    def known_placeholders(self) -> frozenset[str]:
        """What lessons may put between double braces."""
        from rse_lessons.nation.profiles import known_placeholders  # noqa: PLC0415  imported late: start-up

        return known_placeholders(self.nations)
