"""The words of a lesson's report, for the window and for paper alike."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.words import plain
from rse_lessons.presenting.report import Advice, Counted, Hands, Next, Report, StageTime, Way
from rse_lessons.ui.words import minutes_words, stage_name


def whole_words(report: Report) -> str:
    """Say how long the whole took, and how long was planned."""
    taken = minutes_words(report.taken)
    if not report.planned:
        return taken
    return tr("{time}, planned {planned}").format(time=taken, planned=round(report.planned / 60))


def stage_words(entry: StageTime) -> str:
    """Say how long a stage took, and how long was planned for it."""
    if entry.way is Way.NOT_REACHED:
        return tr("not reached")
    if entry.way is Way.LEFT_OUT:
        return tr("left out")
    planned = round(entry.planned / 60)
    taken = tr("less than a minute") if entry.taken < 30 else minutes_words(entry.taken)
    return tr("{time}, planned {planned}").format(time=taken, planned=planned) if planned else taken


def left_out_words(report: Report) -> str:
    """Say which stages and slides the class was not shown although it went past them; empty for none."""
    stages = [stage_name(entry.stage) for entry in report.left_out if entry.way is Way.LEFT_OUT]
    slides = [str(number + 1) for entry in report.left_out for number in entry.left_out]
    said = []
    if stages:
        said.append(tr("Left out: {stages}.").format(stages=", ".join(stages)))
    if slides:
        one, many = tr("Slide {numbers} was not shown."), tr("Slides {numbers} were not shown.")
        words = one if len(slides) == 1 else many
        said.append(words.format(numbers=", ".join(slides)))
    return " ".join(said)


def hands_words(hands: Hands) -> str:
    """Write a count of hands; one under five is not told."""
    return tr("fewer than 5") if hands is None else str(hands)


def when_word(when: str) -> str:
    """Name a time at which hands were counted."""
    return {"before": tr("Before"), "after": tr("After")}.get(when, tr("Hands"))


def row_words(counted: Counted, row: tuple[str, tuple[Hands, ...]]) -> str:
    """Say an option with its hands, for those who hear the table."""
    pairs = zip(counted.when, row[1], strict=True)
    told = (f"{when_word(when)} {hands_words(hands)}" for when, hands in pairs)
    return f"{plain(row[0])}: {', '.join(told)}"


def advice_words(advice: Advice) -> str:
    """Say in a sentence what to do next time."""
    stage = stage_name(advice.stage) if advice.stage else ""
    time = minutes_words(advice.seconds)
    return {
        Next.GO_ON: tr(
            "The class has not seen “{stage}” yet. Show it today if you can (H on any slide). "
            "Next time go on from slide {slide}."
        ),
        Next.SHOW_HELP: tr("“{stage}” was passed quickly. Begin next time with it, and read it together."),
        Next.OUT_OF_ROLE: tr(
            "Coming out of role was passed quickly. Begin next time by saying together that it was a story."
        ),
        Next.FINISH: tr("The class has seen where to get help. Next time go on from slide {slide}."),
        Next.COUNT_AFTER: tr(
            "Hands were counted before and not after. "
            "Count them at the start of next time, to see what changed."
        ),
        Next.LESS: tr(
            "{stage} took {time} longer than planned. "
            "Next time plan that in, or leave one activity of it out."
        ),
        Next.MORE: tr(
            "{stage} had {time} less than planned. Next time begin it earlier, or come back to it."
        ),
        Next.LEFT_OUT: tr("{stage} was left out. Next time begin it earlier, or come back to it."),
        Next.AS_IT_IS: tr("It went close to plan. Teach it the same way next time."),
    }[advice.next].format(stage=stage, time=time, slide=advice.slide + 1)
