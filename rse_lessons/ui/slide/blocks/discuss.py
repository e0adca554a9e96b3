"""Something to talk about: who with, or in which steps; the prompt in large words, points, the timer."""

from __future__ import annotations

from dataclasses import dataclass

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.model import Discuss
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.blocks import kit, talk_steps, talk_timer
from rse_lessons.ui.slide.blocks.kit import Kind, Setting
from rse_lessons.ui.slide.blocks.talk_timer import TalkFace
from rse_lessons.ui.slide.drawing import Area, Op, Piece, words_at
from rse_lessons.ui.slide.look import Fit, Style, settle
from rse_lessons.ui.slide.markup import inline
from rse_lessons.ui.slide.tongues import both
from rse_lessons.ui.talk_words import talk_way, talk_whom, time_words

_HEADS = {"think": 1, "pairs": 2, "groups": 4, "class": 6}
_BESIDE = 24.0
"""Between the ring and the words at its end."""


def how_words(block: Discuss) -> str:
    """Say who talks and for how long."""
    who = talk_whom(block.how)
    if block.talk_steps:
        who = tr("Think, pair, share")
    if block.seconds <= 0:
        return who
    return tr("{who}, {time}").format(who=who, time=time_words(block.seconds))


def step_words(block: Discuss, step: int) -> list[str]:
    """Say each step, whom one talks with and for how long; `step` is the one that is on, from 1."""
    said = []
    for number, one in enumerate(block.talk_steps, 1):
        line = tr("{step}: {whom}, {time}.").format(
            step=talk_way(one.way), whom=talk_whom(one.way), time=time_words(one.seconds)
        )
        if number == step:
            line = tr("{step} Now.").format(step=line)
        said.append(tr("{step} Done.").format(step=line) if number < step else line)
    return said


@dataclass(frozen=True, slots=True)
class _Plan:
    """The measures of a discussion in a width, at a step of fitting."""

    block: Discuss
    setting: Setting
    width: float
    fit: Fit

    @property
    def wide(self) -> bool:
        """Whether the timer stands beside the words."""
        return self.width > 1000

    @property
    def ring(self) -> float:
        return (150 if self.wide else 110) + 70 * self.fit.gap

    @property
    def side(self) -> float:
        """The width of the timer's column."""
        return max(self.ring, 264.0) if self.wide else 0.0

    @property
    def ending(self) -> float:
        """The height of the words at the end of the time, under a ring that stands beside."""
        return talk_timer.caption_style(self.side).line * 2 + 10

    @property
    def said(self) -> float:
        """The width of the words."""
        return self.width - self.side - 40 if self.wide else self.width

    @property
    def steps(self) -> float:
        """The height of the steps and the gap below."""
        return talk_steps.need(self.fit) + 14 + 22 * self.fit.gap if self.block.talk_steps else 0.0

    @property
    def label(self) -> float:
        """The height of the line that says who talks, where there are no steps."""
        return 0.0 if self.block.talk_steps else self.who + 10 + 22 * self.fit.gap

    @property
    def who(self) -> float:
        """The height of its words, or of the people beside them."""
        style, wide = self.fit.style("body", bold=True), self.said - self.people - 20
        said = words.measured(inline(both(lambda: how_words(self.block))), style, max(1.0, wide))[0]
        return max(self.fit.body * 1.6, said)

    @property
    def people(self) -> float:
        """The width of the people who talk."""
        count = _HEADS.get(self.block.how, 2)
        return self.fit.body * 1.6 * {1: 0.85, 2: 1.5, 4: 2.6, 6: 3.7}[count]

    @property
    def prompt(self) -> Style:
        return self.fit.style("heading") if self.setting.heads else self.fit.style("lead")

    @property
    def points(self) -> list[float]:
        wide = self.said - self.fit.body * 1.15
        return [words.height(inline(point), self.fit.style("body"), wide) for point in self.block.points]

    @property
    def between(self) -> float:
        return 6 + 16 * self.fit.gap

    @property
    def words(self) -> float:
        """The height of the words beside or over the timer."""
        points = self.points
        prompt = words.height(inline(self.block.prompt), self.prompt, self.said)
        return self.label + prompt + sum(points) + self.between * len(points)

    @property
    def whole(self) -> float:
        if self.wide:
            return self.steps + max(self.words, self.ring + self.ending)
        return self.steps + self.words + self.ring + 14 + 20 * self.fit.gap


def need(block: Discuss, setting: Setting, width: float, fit: Fit, _state: object = None) -> float:
    """Give the height of the steps, the words and the timer."""
    return _Plan(block, setting, width, fit).whole


def draw(block: Discuss, setting: Setting, area: Area, fit: Fit, state: object) -> list[Piece]:
    """Draw the steps, the words, and the timer beside or under them."""
    fit = settle(area.h, fit, lambda f: need(block, setting, area.w, f))
    plan = _Plan(block, setting, area.w, fit)
    face = state if isinstance(state, TalkFace) else TalkFace(int(getattr(state, "step", 0)))
    pieces: list[Piece] = []
    if block.talk_steps:
        used = min(plan.steps, area.h * 0.4)
        tall = used * talk_steps.need(fit) / plan.steps
        pieces += talk_steps.draw(block, face.step, setting.ink, Area(area.x, area.y, area.w, tall), fit)
        area = Area(area.x, area.y + used, area.w, max(1.0, area.h - used))
    ring, ending, tall = _places(plan, area)
    pieces += _said(plan, Area(area.x, area.y, plan.said, tall))
    step = block.talk_steps[max(0, face.step - 1)] if block.talk_steps else None
    seconds, way = (step.seconds, step.way) if step else (block.seconds, block.how)
    position = len(block.talk_steps)
    ops = talk_timer.ring(seconds, face.timer, setting.ink, ring)
    pieces.append(Piece("timer", ring, ops, action="timer", position=position))
    align = "centre" if plan.wide else "left"
    if words_ops := talk_timer.words_beside(face.timer, way, ending, setting.ink, align):
        pieces.append(Piece("ending", ending, words_ops))
    return pieces


def _places(plan: _Plan, area: Area) -> tuple[Area, Area, float]:
    """Give where the ring stands, where the words of its end do, and the height left for the others."""
    over = max(0.0, area.h + plan.steps - plan.whole)
    if plan.wide:
        ring = max(1.0, min(plan.ring + over * 0.4, plan.side, area.h - plan.ending))
        x = area.right - plan.side
        top = area.y + min(20.0, max(0.0, area.h - ring - plan.ending) / 2)
        place = Area(x + (plan.side - ring) / 2, top, ring, ring)
        room = max(1.0, min(plan.ending, area.bottom - place.bottom) - 10)
        return place, Area(x, place.bottom + 10, plan.side, room), area.h
    ring = min(plan.ring + over * 0.6, 300.0, area.h)
    tall = max(1.0, area.h - ring - 14)
    used = min(tall, plan.words) + 14 + 20 * plan.fit.gap + over * 0.1
    place = Area(area.x, min(area.y + used, area.bottom - ring), ring, ring)
    beside = Area(place.right + _BESIDE, place.y, max(1.0, area.right - place.right - _BESIDE), ring)
    return place, beside, tall


def _said(plan: _Plan, area: Area) -> list[Piece]:
    block, fit, ink = plan.block, plan.fit, plan.setting.ink
    pieces = [] if block.talk_steps else [_who(plan, area)]
    prompt = plan.prompt
    y = area.y + plan.label
    most = max(1.0, (area.bottom - y) * (0.6 if block.points else 1.0))
    place = Area(area.x, y, area.w, min(words.measured(inline(block.prompt), prompt, area.w)[0], most))
    pieces.append(Piece("prompt", place, (words_at(place, inline(block.prompt), prompt, ink.text),)))
    y = place.bottom + plan.between
    below = Area(area.x, y, area.w, max(1.0, area.bottom - y))
    heights = kit.share_out(plan.points, below.h, plan.between)
    for index, (point, spot) in enumerate(
        zip(block.points, kit.stacked(below, heights, plan.between), strict=True)
    ):
        pieces.append(Piece(f"point:{index}", spot, _point(point, spot, plan.setting, fit)))
    return pieces


def _who(plan: _Plan, area: Area) -> Piece:
    block, body, ink = plan.block, plan.fit.body, plan.setting.ink
    count = _HEADS.get(block.how, 2)
    tall = min(plan.who, area.h)
    icon = Area(area.x, area.y + (tall - body * 1.6) / 2, plan.people, body * 1.6)
    label = Area(icon.right + 20, area.y, max(1.0, area.right - icon.right - 20), tall)
    style = plan.fit.style("body", bold=True)
    words_of = inline(both(lambda: how_words(block)))
    said = words_at(label, words_of, style, ink.deep, middle=True)
    row = Area(area.x, area.y, area.w, tall)
    return Piece("how", row, (*talk_steps.heads(icon, count, ink), said))


def _point(text: str, place: Area, setting: Setting, fit: Fit) -> tuple[Op, ...]:
    style = fit.style("body")
    indent = fit.body * 1.15
    mark = kit.bullet_at(place, min(style.line, place.h), fit.body)
    said = Area(place.x + indent, place.y, place.w - indent, place.h)
    return kit.bullet(mark, setting.ink.deep), words_at(said, inline(text), style, setting.ink.text)


KIND = Kind(need, draw, lambda block: str(block.prompt))
