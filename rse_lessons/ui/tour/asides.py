"""Pictures of what is kept for a class: its own rules, its question box, and where they are offered."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from rse_lessons.lesson.model import GroundRules, Lesson, QuestionBox
from rse_lessons.presenting.class_rules import put_rules
from rse_lessons.presenting.ground_rules import GroundRulesState, OwnRule
from rse_lessons.presenting.slides import blocks_of, slides_of
from rse_lessons.progress.facts.class_book import ClassBook, Worded
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.ui.classroom import Classroom
from rse_lessons.ui.dialogs.answers import AnswersWindow
from rse_lessons.ui.dialogs.class_rules import ClassRulesWindow
from rse_lessons.ui.dialogs.private import privacy_question
from rse_lessons.ui.dialogs.question_box import QuestionBoxWindow
from rse_lessons.ui.slide.scene import build_scene
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour import giving, shelves
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import TODAY, Given, class_of, first_with

RULES = (
    OwnRule("rule-1", "We let everybody finish."),
    OwnRule("rule-2", "Nobody has to say why they pass, and nobody asks them about it later."),
)
ANSWERS = (
    Worded(
        "answer-1",
        "A trusted adult is anybody whom you feel safe with: somebody at home, a teacher, a nurse. You can "
        "always try a second one.",
        "class",
    ),
    Worded("answer-2", "Yes. Every body is different, and grows at its own time.", "class"),
    Worded("answer-3", "I have looked it up; let us talk about it after the lesson.", "one-to-one"),
)
COUNTED = ClassBook(slips=27, counted="2026-11-17T10:40:00.000Z")


def class_rules(_given: Given, theme: Theme, host: QWidget, *, asks: bool = False) -> Shown:
    """Show a class's own rules; `asks` about a word that looks like a name."""
    window = ClassRulesWindow(theme, "8B", [Worded(rule.id, rule.text) for rule in RULES], host)
    window.field.setText("We wait for Oliver." if asks else "")
    if asks:
        window.keep.click()
    return Shown(window, fills=False)


def question_box(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Write down what was in the box."""
    lead = Worded("", "", "lead")
    window = QuestionBoxWindow(theme, "8B", [*ANSWERS[:1], lead], COUNTED, today=TODAY, parent=host)
    window.slips.setValue(24)
    return Shown(window, fills=False)


def answers(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Give answers, one of which is ticked."""
    window = AnswersWindow(theme, "8B", ANSWERS, host)
    window.answers[0].tick.setChecked(True)
    return Shown(window, fills=False)


def covered(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Cover the answers, as when the projector has gone."""
    window = AnswersWindow(theme, "8B", ANSWERS, host)
    window.set_covered(True)
    return Shown(window, fills=False)


def privacy(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Ask whether the class can see the screen."""
    return Shown(privacy_question(theme, host), fills=False)


def offered(lessons: tuple[Lesson, ...]) -> dict[str, Callable[[Given, Theme], Shown]]:
    """Name the pictures of the library, a page and the console that offer something of it."""
    made: dict[str, Callable[[Given, Theme], Shown]] = {}
    for lesson in lessons[:1]:
        made["library-answers"] = _ready(shelves.library)
        made[f"lesson-{lesson.id}-answers"] = _ready(partial(shelves.lesson_page, lesson=lesson))
        for name, kind in (("rules", GroundRules), ("answers", QuestionBox)):
            slide = first_with(lesson, kind)
            if slide is not None:
                made[f"console-{name}"] = partial(
                    giving_console, lesson=lesson, slide=slide, steps=(_put_all,)
                )
    return made


def giving_console(
    given: Given,
    theme: Theme,
    *,
    lesson: Lesson,
    slide: int,
    steps: tuple[Callable[[Classroom], object], ...],
) -> Shown:
    """Show the console at a slide."""
    return giving.console(given, theme, lesson, slide, *steps)


def class_sees(lessons: tuple[Lesson, ...]) -> dict[str, Callable[[Given, Theme], Shown]]:
    """Name the pictures of ground rules with the class's own after them."""
    made: dict[str, Callable[[Given, Theme], Shown]] = {}
    for lesson in lessons:
        for index, slide in enumerate(slides_of(lesson)):
            rules = [block for block in blocks_of([slide]).values() if isinstance(block, GroundRules)]
            if rules:
                made[f"{lesson.id}-own-rules"] = partial(
                    _with_rules, lesson=lesson, index=index, block=rules[0]
                )
                break
    return made


def _with_rules(given: Given, theme: Theme, *, lesson: Lesson, index: int, block: GroundRules) -> Shown:
    state = GroundRulesState((*(rule.id for rule in block.rules), RULES[0].id), RULES)
    slide = slides_of(lesson)[index]
    scene = build_scene(slide, index + 1, given.look(lesson, theme), {block.id: state})
    return giving.projector(theme, scene, slide.title)


def _put_all(room: Classroom) -> None:
    put_rules(room.session, RULES)
    room.asides.ready = len(ANSWERS)
    room.asides.show()


class _WithAnswers(Given):
    """The same lessons and classes, with answers that wait."""

    def summary(self) -> Summary:
        """Give made-up classes, each with answers."""
        ids = {answer.id: answer.how for answer in ANSWERS}
        books = {class_of(lesson): ClassBook(answers=ids) for lesson in self.lessons}
        words = {answer.id: answer.text for answer in ANSWERS}
        return super().summary()._replace(books=books, words=words)


def _ready(make: Callable[[Given, Theme], Shown]) -> Callable[[Given, Theme], Shown]:
    return lambda given, theme: make(_WithAnswers(**vars(given)), theme)
