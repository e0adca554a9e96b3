"""Makes a lesson's card from the lesson. Apart from `card`, so that showing cards needs no lesson."""

from __future__ import annotations

from rse_lessons.lesson.card import Card
from rse_lessons.lesson.model import Lesson, Stage, Vote
from rse_lessons.lesson.reader import Reading
from rse_lessons.lesson.searching import haystack
from rse_lessons.lesson.words import plain


def make_card(reading: Reading) -> Card | None:
    """Make the card of a lesson that was read; None for a file that was refused."""
    lesson = reading.lesson
    if lesson is None:
        return None
    front = lesson.front
    cover = front.cover
    return Card(
        id=lesson.id,
        file=str(lesson.path),
        title=front.title,
        band=str(front.band or ""),
        minutes=front.minutes,
        summary=plain(front.summary),
        topics=tuple(topic.replace("|", " ") for topic in front.topics),
        cover=cover.file if cover else "",
        cover_file=str(cover.path) if cover and cover.path else "",
        cover_description=cover.description if cover else "",
        slides=len(lesson.slides),
        search=_haystack(lesson),
        checked=lesson.checked,
        errors=len(reading.errors),
        codes="|".join(
            f"{code.framework}:{code.code.replace('|', ' ')}{'?' * code.to_check}"
            for code in front.curriculum
        ),
        stage_seconds=_stage_seconds(lesson),
        votes=" ".join(
            f"{part.compare}>{part.id}"
            for slide in lesson.slides
            for part in slide.parts
            if isinstance(part, Vote) and part.compare
        ),
    )


def _haystack(lesson: Lesson) -> str:
    front = lesson.front
    codes = [code.code for code in front.curriculum]
    words = [f"{word} {meaning}" for word, meaning in front.vocabulary.items()]
    topics = [topic.replace("-", " ") for topic in front.topics]
    said = [front.title, lesson.id, front.summary, *front.topics, *topics, *front.outcomes, *codes, *words]
    return haystack(said)


def _stage_seconds(lesson: Lesson) -> str:
    seconds: dict[Stage, int] = {}
    for slide in lesson.slides:
        seconds[slide.stage] = seconds.get(slide.stage, 0) + slide.seconds
    return " ".join(f"{stage} {seconds[stage]}" for stage in Stage if stage in seconds)
