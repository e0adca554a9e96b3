"""The command `tour`: a picture of every window in every theme. It needs no screen and reads no record."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from rse_lessons.cli.export import bar, stop_asked
from rse_lessons.i18n import catalogues
from rse_lessons.i18n.catalogues import ntr, ptr, tr
from rse_lessons.i18n.pseudo import TAG
from rse_lessons.in_class.on_paper import OTHER_FRAMEWORK
from rse_lessons.school import School

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from rse_lessons.lesson.model import Lesson
    from rse_lessons.nation.profiles import HelpRoute
    from rse_lessons.ui.theme import Theme
    from rse_lessons.ui.tour.given import Given

SCREENS = (("TEACHER", 0, 1920, 1080), ("PROJECTOR", 1920, 1920, 1080), ("SMALL", 3840, 1280, 720))
"""Name, left edge, width and height of screens that nobody sees."""
NATION_OF = {"cy": "wls", "gd": "sct", "ga": "nir"}
"""Where a language of the windows is at home: the nation of its pictures. A school chooses for itself."""


def tour(options: argparse.Namespace) -> int:
    """Write the pictures; 0 when all are there, 1 with a sentence when not, 130 when stopped."""
    folder: Path = options.folder.expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="rse-lessons-tour-") as spare:
            school = School(options.data_dir or Path(spare))
            _speak(school, options.language, Path(spare))
            if options.data_dir is None:
                school.preferences = school.preferences._replace(
                    nation=NATION_OF.get(options.language, "eng")
                )
            return _walk(school, folder, options.only)
    except OSError as error:
        print(
            tr(
                "The pictures could not be written into {folder} ({reason}). Those that are "
                "there are whole. Choose another folder, or make room."
            ).format(folder=folder, reason=error.strerror or error),
            file=sys.stderr,
        )
        return 1


def _walk(school: School, folder: Path, only: str) -> int:
    app = _app_with_screens()
    # Imported late: Qt's platform is chosen before.
    from rse_lessons.ui.language import speak_as_qt  # noqa: PLC0415
    from rse_lessons.ui.tour.table import shots  # noqa: PLC0415
    from rse_lessons.ui.tour.walk import walk  # noqa: PLC0415

    speak_as_qt(school.root / "translations")
    given = _given(school)
    wanted = shots(given, only)
    if not wanted:
        print(
            tr(
                "No picture's name holds “{only}”. Try: library, lesson, console, projector, settings."
            ).format(only=only),
            file=sys.stderr,
        )
        return 1
    with stop_asked() as stopped, bar(ptr("unit", "picture")) as progress:
        walked = walk(app, given, wanted, folder, progress=progress, stopped=stopped)
    done = walked.pictures
    print(
        tr("{done} of {all} pictures written into {folder}.").format(
            done=done, all=len(wanted), folder=folder
        )
    )
    if walked.not_whole:
        print(
            ntr(
                "The file cut-words.txt names {count} place where words are not shown whole.",
                "The file cut-words.txt names {count} places where words are not shown whole.",
                walked.not_whole,
            )
        )
    return 0 if done == len(wanted) else 130


def _speak(school: School, language: str, spare: Path) -> None:
    """Have the windows speak a language; the one that nobody speaks is made for the tour alone."""
    folder = school.root / "translations"
    if language == TAG:
        from rse_lessons.cli.i18n import workshop_in  # noqa: PLC0415  imported late: few need it
        from rse_lessons.i18n.po import write  # noqa: PLC0415  imported late: few need it
        from rse_lessons.i18n.pseudo import pseudo  # noqa: PLC0415  imported late: few need it
        from rse_lessons.i18n.templates import INTERFACE  # noqa: PLC0415  imported late: few need it

        entries = workshop_in(folder, school.paths.cache).sources[INTERFACE].entries
        folder = spare / "translations"
        (folder / TAG).mkdir(parents=True)
        (folder / TAG / f"{INTERFACE}.po").write_text(write(pseudo(entries)), encoding="utf-8")
    if language:
        catalogues.use(language, folder, spare)
        school.preferences = school.preferences._replace(language=language)


def _app_with_screens() -> QApplication:
    """Start Qt on three screens that nobody sees, whatever this PC has."""
    from rse_lessons.ui.without_screen import painting_app  # noqa: PLC0415  imported late: start-up

    layout = [
        {
            "name": name,
            "x": x,
            "y": 0,
            "width": width,
            "height": height,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        }
        for name, x, width, height in SCREENS
    ]
    here = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="rse-lessons-screens-") as spare:
        (Path(spare) / "screens.json").write_text(json.dumps({"screens": layout}), encoding="utf-8")
        # By its bare name: Qt parts the words at every colon, and a path on Windows has one.
        os.chdir(spare)
        os.environ["QT_QPA_PLATFORM"] = "offscreen:configfile=screens.json"
        try:
            return painting_app()
        finally:
            os.chdir(here)


def _given(school: School) -> Given:
    # imported late: with their kind
    from rse_lessons.i18n.offered import offered  # noqa: PLC0415
    from rse_lessons.in_class.rehearsing import moments_in  # noqa: PLC0415
    from rse_lessons.nation.profiles import NATIONS  # noqa: PLC0415
    from rse_lessons.overview.class_making import line_of  # noqa: PLC0415
    from rse_lessons.overview.covering import covered  # noqa: PLC0415
    from rse_lessons.overview.reporting import about  # noqa: PLC0415
    from rse_lessons.preferring import count_languages  # noqa: PLC0415
    from rse_lessons.staffroom.learning_words import damaged  # noqa: PLC0415
    from rse_lessons.ui.nations import nations  # noqa: PLC0415
    from rse_lessons.ui.tour.given import Given  # noqa: PLC0415

    school.library.refresh()
    school.name_lessons()
    cards = school.library.cards()
    tongue = school.language
    written = tuple(lesson for card in cards if (lesson := school.read(card.id, tongue).lesson) is not None)

    def in_language(lesson: str, tag: str) -> tuple[Lesson, tuple[HelpRoute, ...]] | None:
        found = school.read(lesson, tag).lesson
        return (school.as_taught(found), school.routes(found)) if found is not None else None

    def read_again(lesson: str, tag: str, theme: Theme) -> tuple[QWidget, Callable[[], object]]:
        from rse_lessons.authors.reviewing import Review  # noqa: PLC0415  imported late: few pictures need it

        review = Review(school, lesson, tag, lambda: theme)
        return review.window, review.end

    shown = school.read_file(school.demonstration).lesson
    demonstration = school.as_taught(shown) if shown is not None else None
    nation = school.nation
    further = school.in_languages.framework(OTHER_FRAMEWORK, tongue)
    return Given(
        lessons=tuple(school.as_taught(lesson) for lesson in written),
        written=written,
        cards=cards,
        nation=nation,
        nations=tuple(nations()),
        frameworks={nation.code: nation.frameworks, OTHER_FRAMEWORK: further},
        routes={lesson.id: school.routes(lesson) for lesson in (*written, *([shown] if shown else []))},
        coverage={code: covered(school, school.nation_of(code, tongue)) for code in NATIONS},
        modules=tuple(school.module_as_shown(module) for module in school.modules),
        in_language=in_language,
        demonstration=demonstration,
        language=tongue,
        windows_in=offered(school.root / "translations", school.paths.cache),
        lessons_in=tuple(school.in_languages.named()),
        languages_of=cache(school.languages_of),
        counts=cache(partial(count_languages, school)),
        moments=moments_in(school),
        about=about,
        plan_line=line_of,
        damaged=damaged,
        read_again=read_again,
        english=school.nation_of(nation.code),
    )
