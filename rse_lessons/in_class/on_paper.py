"""What a lesson's paper needs besides the lesson: the nation it is for, and the lesson as it is drawn. No Qt.

What a paper looks like is `ui.export`'s; the command `export` and the window ask here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rse_lessons.lesson.model import Lesson
from rse_lessons.printing.where import Where, where_of
from rse_lessons.school import School

if TYPE_CHECKING:
    from rse_lessons.ui.export import What

OTHER_FRAMEWORK = "efcw"


def where(school: School, lesson: Lesson, what: What) -> Where:
    """Give the nation of a document; families get the lines for families, too."""
    further = school.in_languages.framework(OTHER_FRAMEWORK, lesson.language)
    nation = school.nation_of(school.preferences.nation, lesson.language)
    return where_of(nation, lesson.front.readers, families=what == "parents", further=further)


def drawn(school: School, lesson: Lesson, what: What) -> Lesson:
    """Give a lesson as it is put on paper: on slides it is named what stayed English."""
    from rse_lessons.ui.paper.slides import with_english_marked  # noqa: PLC0415  imported late: with the windows

    source = school.read(str(lesson.path) if school.path_of(lesson.id) is None else lesson.id).lesson
    if not lesson.english_lines or source is None or what not in ("slides", "notes"):
        return lesson
    return with_english_marked(lesson, school.as_taught(source))
