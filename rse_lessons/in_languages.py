"""What a school has in other languages than English: lessons, modules, nations; how far, and who read it.

No Qt. The words come from catalogues, the program's and over them the school's own (`i18n.assembling`); here
they are read as lessons are read in English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rse_lessons.i18n.lesson_languages import LessonLanguage
from rse_lessons.lesson.findings import Findings
from rse_lessons.lesson.load import load
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.lesson.reader import Reading, Tongue
from rse_lessons.settings.files import write_whole

if TYPE_CHECKING:
    from rse_lessons.i18n.assembled import Assembled
    from rse_lessons.i18n.assembling import Assembly
    from rse_lessons.i18n.review import Review
    from rse_lessons.lesson_names import LessonNames
    from rse_lessons.nation.profiles import Nation, Statement
    from rse_lessons.settings.paths import Paths
    from rse_lessons.training.reading import ModuleReading

TRANSLATIONS = "translations"
"""The folder of catalogues, the program's and the one among a school's own lessons."""
ENGLISH = "en"
UNUSABLE = "translation-unusable"
"""The rule of a problem that is a catalogue's."""


class Here(Protocol):
    """What has to be known of a school."""

    paths: Paths
    root: Path

    @property
    def own_lessons(self) -> Path:
        """Where its own lessons lie."""

    @property
    def nations(self) -> Path:
        """The folder of the nations' files."""

    def read_file(self, path: Path) -> Reading:
        """Read a lesson in English."""

    def read_text(self, text: str, path: Path, tongue: Tongue) -> Reading:
        """Read a lesson from its text."""

    def read_module_text(self, text: str, path: Path, language: str) -> ModuleReading:
        """Read a module from its text."""


class InLanguages:
    """Reads what a school has in other languages."""

    def __init__(self, school: Here) -> None:
        self._school = school
        self._nations: dict[tuple[str, str], tuple[object, Nation]] = {}
        self._reviews: dict[Path, tuple[object, Mapping[str, Review]]] = {}

    @cached_property
    def folders(self) -> tuple[Path, Path]:
        """The folders of catalogues: the program's, and the school's own."""
        return self._school.root / TRANSLATIONS, self._school.own_lessons / TRANSLATIONS

    @cached_property
    def assembly(self) -> Assembly:
        """What puts files and catalogues together."""
        from rse_lessons.i18n.assembling import Assembly  # noqa: PLC0415  imported late: start-up

        return Assembly(*self.folders, self._school.paths.cache, write_whole)

    def lay_over(self, folder: Path) -> None:
        """Take a translator's folder of catalogues in place of the school's own."""
        self.folders = (self.folders[0], folder)

    def files(self, path: Path, language: str) -> tuple[Path, ...]:
        """Give the catalogues that a file is read with, whether they are there or not."""
        from rse_lessons.i18n.file_names import catalogue_of  # noqa: PLC0415  imported late: start-up

        return self.assembly.files(catalogue_of(path), language)

    def looks(self, path: Path, language: str) -> tuple[object, ...]:
        """Give what tells one state of a file's catalogues from another."""
        from rse_lessons.i18n.file_names import catalogue_of  # noqa: PLC0415  imported late: start-up

        return self.assembly.looks(catalogue_of(path), language)

    def called(self, tags: Iterable[str]) -> dict[str, str]:
        """Give what the speakers of languages call them, by tag."""
        return {tag: self.assembly.described(tag).name for tag in tags}

    @cached_property
    def names(self) -> LessonNames:
        """How lessons are called."""
        from rse_lessons.lesson_names import LessonNames  # noqa: PLC0415  imported late: start-up

        return LessonNames(self._school.paths.cache, write_whole, self.looks, self._assembled_and_read)

    # Lessons

    def _assembled_and_read(self, path: Path, language: str) -> tuple[Assembled, Reading] | None:
        text = load(path, Findings(path))
        found = self.read_text(text, path, language) if text is not None else None
        return found if found is not None and found[0].shown else None

    def read_text(self, text: str, path: Path, language: str) -> tuple[Assembled, Reading] | None:
        """Read a lesson in a language from its English text; None where there is no catalogue."""
        made = self.assembly.assembled(path, text, language)
        if made is None:
            return None
        reading = self._school.read_text(made.text, path, _tongue(made))
        return made, Reading(reading.lesson, (*reading.problems, *_problems(made)))

    def lesson(self, path: Path, language: str) -> Reading | None:
        """Read a lesson in a language; None where nothing of it is translated, or the file is refused."""
        text = load(path, Findings(path))
        made = self.assembly.assembled(path, text, language) if text is not None else None
        if made is None:
            return None
        if not made.shown:
            reading = self._school.read_file(path)
        else:
            reading = self._school.read_text(made.text, path, _tongue(made))
        return Reading(reading.lesson, (*reading.problems, *_problems(made)))

    def named(self) -> list[tuple[str, str]]:
        """Give the languages that lessons may be in, English first, each with what its speakers call it."""
        tags = self.assembly.with_words()
        return [(ENGLISH, "English"), *((tag, self.assembly.described(tag).name) for tag in tags)]

    def languages_of(
        self, path: Path, nation: str, readers: str, *, only: str = ""
    ) -> tuple[LessonLanguage, ...]:
        """Give the languages in which something of a lesson is there, those that are described first.

        Among what is about help are the lines of a nation's help routes for its `readers`, a band or `staff`.
        With `only` no other language is looked at.
        """
        from rse_lessons.nation.profiles import safety_in_english  # noqa: PLC0415  imported late: start-up

        text = load(path, Findings(path))
        if text is None:
            return ()
        found = []
        for tag in (only,) if only else self.assembly.tags():
            made = self.assembly.assembled(path, text, tag)
            if made is not None and made.shown:
                gaps = made.gaps + safety_in_english(self.nation(nation, tag), readers)
                found.append(self._language(path, tag, made, gaps))
        return tuple(found)

    def _language(self, path: Path, tag: str, made: Assembled, gaps: int) -> LessonLanguage:
        from rse_lessons.i18n.review import Standing  # noqa: PLC0415  imported late: start-up

        described = self.assembly.described(tag)
        review, holds, here = self._review(path, tag, made)
        if made.english:
            standing = Standing.PART
        elif review is None:
            standing = Standing.DRAFT
        else:
            standing = Standing.REVIEWED if holds else Standing.CHANGED
        return LessonLanguage(
            tag,
            described.name,
            described.english,
            made.passages,
            made.shown,
            gaps,
            standing,
            review.role if review else "",
            review.on if review else None,
            here,
        )

    def _review(self, path: Path, tag: str, made: Assembled) -> tuple[Review | None, bool, bool]:
        """Give the review that counts, whether it holds, and whether it is the school's own."""
        from rse_lessons.i18n.file_names import catalogue_of  # noqa: PLC0415  imported late: start-up

        name, together = catalogue_of(path), made.sum
        found = [(self._reviews_in(folder / tag).get(name), folder) for folder in reversed(self.folders)]
        reviews = [
            (one, folder == self.folders[1]) for one, folder in found if one is not None and one.reviewed
        ]
        for review, here in reviews:
            if review.sum == together:
                return review, True, here
        return (reviews[0][0], False, reviews[0][1]) if reviews else (None, False, False)

    def _reviews_in(self, folder: Path) -> Mapping[str, Review]:
        from rse_lessons.i18n.review import FILE, ReviewError, load_reviews  # noqa: PLC0415  imported late: start-up

        file = folder / FILE
        try:
            status = file.stat()
        except OSError:
            return {}
        look = status.st_mtime_ns, status.st_size
        known = self._reviews.get(file)
        if known is None or known[0] != look:
            try:
                reviews: Mapping[str, Review] = load_reviews(file)
            except ReviewError:
                reviews = {}  # what nobody can read says nothing: drafts, then
            known = self._reviews[file] = look, reviews
        return known[1]

    # Modules

    def module(self, path: Path, language: str) -> ModuleReading | None:
        """Read a module in a language; None where nothing of it is translated, or the file is refused."""
        text = load(path, Findings(path))
        made = self.assembly.assembled(path, text, language) if text is not None else None
        if made is None or not made.shown:
            return None
        from rse_lessons.training.reading import ModuleReading  # noqa: PLC0415  imported late: start-up

        reading = self._school.read_module_text(made.text, path, language)
        return ModuleReading(reading.module, (*reading.problems, *_problems(made)))

    # Nations

    def nation(self, code: str, language: str) -> Nation:
        """Give a nation with its words in a language, as far as they are there. Raises NationError."""
        # imported late: start-up
        from rse_lessons.nation.profiles import all_english, load_nation, nation_in  # noqa: PLC0415

        folder = self._school.nations
        file = folder / f"{code}.toml"
        if language in ("", ENGLISH):
            return load_nation(code, folder)
        look = self._look(file), self.looks(file, language)
        known = self._nations.get((code, language))
        if known is None or known[0] != look:
            made = self._toml(file, language)
            if made is None:
                nation = all_english(load_nation(code, folder))
            else:
                nation = nation_in(made.text, file, made.english)
            known = self._nations[code, language] = look, nation
        return known[1]

    def framework(self, code: str, language: str) -> Mapping[str, Statement]:
        """Give a framework's statements with their words in a language. Raises NationError."""
        from rse_lessons.nation.profiles import framework_in, load_framework  # noqa: PLC0415  imported late: start-up

        file = self._school.nations / f"{code}.toml"
        made = None if language in ("", ENGLISH) else self._toml(file, language)
        return load_framework(code, file.parent) if made is None else framework_in(made.text, file)

    def _toml(self, file: Path, language: str) -> Assembled | None:
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return None
        made = self.assembly.assembled(file, text, language)
        return made if made is not None and made.shown else None

    @staticmethod
    def _look(file: Path) -> object:
        try:
            status = file.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def moments(self, file: Path, language: str) -> str | None:
        """Give the text of the moments of rehearsals in a language; None where it is the English."""
        made = None if language in ("", ENGLISH) else self._toml(file, language)
        return None if made is None else made.text


def _tongue(made: Assembled) -> Tongue:
    return Tongue(made.language, made.english_lines, made.conditions)


def _problems(made: Assembled) -> tuple[Problem, ...]:
    return tuple(Problem(one.path, 1, Severity.ERROR, one.sentence, UNUSABLE) for one in made.troubles)
