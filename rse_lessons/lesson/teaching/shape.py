"""Whether a lesson has what a good one has: stages, time, votes at both ends, rules, a box, its head filled.

Where schools may differ it is advice. `SHAPE_RULES` is the order; each rule takes the subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.lesson.build import blocks_in
from rse_lessons.lesson.front_matter import ENDINGS, FRAMEWORKS
from rse_lessons.lesson.model import GroundRules, Handout, QuestionBox, Slide, Stage, Vote
from rse_lessons.lesson.problems import Problem
from rse_lessons.lesson.rules import all_blocks
from rse_lessons.lesson.teaching.subject import Rule, Subject

SHORTEST, LONGEST = 30, 60
"""Minutes of a lesson; with less there is no time to think, with more no lesson hour to give it in."""
MEETING = 60
"""Minutes of a staff meeting."""
FEWEST, MOST = 10, 16
"""Slides of a lesson."""
ADAPTATIONS = ("send", "eal")
_THINKING = (Stage.BASELINE, Stage.EXPLORE, Stage.PRACTISE, Stage.CHECK, Stage.ENDPOINT)
"""Stages in which the class answers, so that the teacher has to know what to listen for."""


def _slides(subject: Subject) -> list[Slide]:
    """Give the slides that are shown; those for paper alone are none."""
    return [
        slide
        for slide in subject.lesson.slides
        if not slide.parts or not all(isinstance(part, Handout) for part in slide.parts)
    ]


def lesson_length(subject: Subject) -> Iterator[Problem]:
    """Ask for a lesson that fits into a school's hour."""
    minutes = subject.lesson.front.minutes
    if minutes and not SHORTEST <= minutes <= LONGEST:
        sentence = (
            f"A lesson of {SHORTEST} to {LONGEST} minutes fits into a school’s day; this one has {minutes}."
        )
        yield subject.advice(subject.field("minutes"), sentence, "lesson-length")


def meeting_length(subject: Subject) -> Iterator[Problem]:
    """Ask that a staff meeting takes the hour that it is planned for."""
    minutes = subject.lesson.front.minutes
    if minutes and minutes != MEETING:
        sentence = f"A staff meeting takes {MEETING} minutes; this one has {minutes}."
        yield subject.error(subject.field("minutes"), sentence, "meeting-length")


def slide_count(subject: Subject) -> Iterator[Problem]:
    """Ask for a number of slides that leaves time to talk."""
    count = len(_slides(subject))
    if not FEWEST <= count <= MOST:
        sentence = f"A lesson of {FEWEST} to {MOST} slides leaves time to talk; this one has {count}."
        yield subject.advice(subject.field("minutes"), sentence, "slide-count")


def stage_left_out(subject: Subject) -> Iterator[Problem]:
    """Ask for all ten stages. Signposting has a rule of its own."""
    there = {slide.stage for slide in subject.lesson.slides} | {Stage.SIGNPOST}
    if missing := [stage for stage in Stage if stage not in there]:
        sentence = f"No slide is in the stage {_listed(missing)}; each stage does something for the class."
        yield subject.advice(subject.field("minutes"), sentence, "stage-left-out")


def stage_without_minutes(subject: Subject) -> Iterator[Problem]:
    """Ask that each stage has time."""
    for stage in Stage:
        slides = [slide for slide in subject.lesson.slides if slide.stage is stage]
        if slides and not any(slide.seconds for slide in slides):
            sentence = f"The stage “{stage}” has no minutes; say how long it takes: {{minutes=2}}"
            yield subject.advice(slides[0].place.line, sentence, "stage-without-minutes")


def baseline_endpoint(subject: Subject) -> Iterator[Problem]:
    """Ask for the same vote before and after, so that teacher and class see what was learned."""
    votes = [
        (slide, block)
        for slide in subject.lesson.slides
        for block in blocks_in(slide.parts)
        if isinstance(block, Vote)
    ]
    before = {vote.id for slide, vote in votes if slide.stage is Stage.BASELINE and not vote.compare}
    after = [vote for slide, vote in votes if slide.stage is Stage.ENDPOINT and vote.compare in before]
    if not before:
        sentence = "There is no vote in the stage “baseline”; let the class vote before it begins to learn."
        yield subject.advice(_first(subject, Stage.BASELINE), sentence, "baseline-endpoint")
    elif not after:
        named = sorted(before)[0]
        sentence = (
            f"The vote of the baseline is not taken again in “endpoint”: ::: vote {{id=… compare={named}}}"
        )
        yield subject.advice(_first(subject, Stage.ENDPOINT), sentence, "baseline-endpoint")


def _first(subject: Subject, stage: Stage) -> int:
    """Give the line of a stage's first slide; of the lesson's first where there is none."""
    slides = subject.lesson.slides
    return next((slide.place.line for slide in slides if slide.stage is stage), slides[0].place.line)


def no_ground_rules(subject: Subject) -> Iterator[Problem]:
    """Ask that the class agrees how it will talk."""
    if not any(isinstance(block, GroundRules) for block in all_blocks(subject.lesson)):
        sentence = "There is no block “ground-rules”; let the class agree how it talks about this."
        yield subject.advice(_first(subject, Stage.GROUND_RULES), sentence, "no-ground-rules")


def no_question_box(subject: Subject) -> Iterator[Problem]:
    """Ask for a way to ask that nobody sees."""
    if not any(isinstance(block, QuestionBox) for block in all_blocks(subject.lesson)):
        sentence = "There is no block “question-box”; give pupils a way to ask that nobody sees."
        yield subject.advice(_first(subject, Stage.CLOSE), sentence, "no-question-box")


def outcomes_i_can(subject: Subject) -> Iterator[Problem]:
    """Ask that outcomes are what somebody can say afterwards."""
    for outcome in subject.lesson.front.outcomes:
        if not outcome.startswith("I can "):
            line = subject.find(outcome, subject.field("outcomes"))
            sentence = "An outcome is what somebody can say afterwards; begin it with “I can”."
            yield subject.advice(line, sentence, "outcome-i-can")


def no_vocabulary(subject: Subject) -> Iterator[Problem]:
    """Ask for the words that the lesson teaches."""
    if not subject.lesson.front.vocabulary:
        sentence = "The head has no [vocabulary]; name the words that pupils will need, with their meanings."
        yield subject.advice(subject.field("vocabulary"), sentence, "no-vocabulary")


def curriculum_missing(subject: Subject) -> Iterator[Problem]:
    """Ask that teachers of every nation find what the lesson covers."""
    there = {code.framework for code in subject.lesson.front.curriculum}
    if missing := [name for name in FRAMEWORKS if name not in there]:
        sentence = (
            f"The [curriculum] has no codes for {_listed(missing)}; a “?” marks one that is not certain."
        )
        yield subject.advice(subject.field("curriculum"), sentence, "curriculum-missing")


def adaptations_missing(subject: Subject) -> Iterator[Problem]:
    """Ask for help for pupils with special needs and for those who learn English."""
    if missing := [name for name in ADAPTATIONS if name not in subject.lesson.front.adaptations]:
        sentence = f"The [adaptations] say nothing for {_listed(missing)}; say how every pupil can take part."
        yield subject.advice(subject.field("adaptations"), sentence, "adaptations-missing")


def endings_missing(subject: Subject) -> Iterator[Problem]:
    """Ask for ways to end that suit different pupils."""
    if missing := [name for name in ENDINGS if name not in subject.lesson.front.endings]:
        sentence = f"The [endings] have no {_listed(missing)}; pupils choose how they end."
        yield subject.advice(subject.field("endings"), sentence, "endings-missing")


def no_home_note(subject: Subject) -> Iterator[Problem]:
    """Ask that families learn what the class talked about."""
    home = subject.lesson.front.home
    if not (home.about.strip() and home.questions):
        sentence = "The [home] needs “about” and “questions”, so that families can go on talking."
        yield subject.advice(subject.field("home"), sentence, "no-home-note")


def notes_incomplete(subject: Subject) -> Iterator[Problem]:
    """Ask that notes say what to say, what to listen for and what if. Missing notes have another rule."""
    for slide in subject.lesson.slides:
        if slide.notes is None or slide.stage not in _THINKING:
            continue
        labels = [part.label for part in slide.notes.parts]
        missing = [label for label in ("Say", "Listen for") if label not in labels]
        missing += [] if any(label.startswith("If") for label in labels) else ["If …"]
        if missing:
            sentence = f"These notes have no {_listed([f'{label}:' for label in missing])}"
            sentence += "; a teacher who is new to this needs it."
            yield subject.advice(slide.notes.place.line, sentence, "notes-incomplete")


def _listed(words: list[str] | list[Stage]) -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"


SHAPE_RULES: tuple[Rule, ...] = (
    lesson_length,
    slide_count,
    stage_left_out,
    stage_without_minutes,
    baseline_endpoint,
    no_ground_rules,
    no_question_box,
    outcomes_i_can,
    no_vocabulary,
    curriculum_missing,
    adaptations_missing,
    endings_missing,
    no_home_note,
    notes_incomplete,
)
STAFF_SHAPE_RULES: tuple[Rule, ...] = (
    meeting_length,
    slide_count,
    stage_without_minutes,
    outcomes_i_can,
    notes_incomplete,
)
"""What is asked of a staff meeting: it has no pupils, no curriculum and no home."""
