"""From modules and records to what My learning shows, what is on a certificate and in a portfolio. Pure.

Nothing is read, kept or shown here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.words import plain
from rse_lessons.printing.portfolio import Certified, Entry, OfModule, Portfolio, Practised
from rse_lessons.progress.facts.learning import Learning, ModuleRecord, Try
from rse_lessons.staffroom.learning_path import path_for
from rse_lessons.training.certificate import CertifiedModule, Record, code_of
from rse_lessons.training.model import Module, Practice, Question, Reflect, Tasks
from rse_lessons.training.path import ModuleStanding, blocks_of
from rse_lessons.ui.days import local_day
from rse_lessons.ui.my_learning.known import (
    CertificateLine,
    EvidenceLine,
    Known,
    ModuleLine,
    NextStep,
    NoteLine,
    ReflectionLine,
)
from rse_lessons.ui.my_learning.words import (
    day_words,
    evidence_title,
    evidence_words,
    finished_words,
    hours_words,
    month_words,
    state_words,
    time_words,
)

LEAST = 60
"""Seconds on a module in one day from which on it is worth a line in the log."""


def known_of(modules: Sequence[Module], learning: Learning, titles: Mapping[str, str], today: date) -> Known:
    """Give everything that the page shows; `titles` are those of lessons, by their ids."""
    path = path_for(modules, learning, today)
    names = {one.id: plain(one.head.title) for one in modules}
    step = path.next
    return Known(
        modules=[_line(one, path.modules[one.id], learning.record(one.id)) for one in modules],
        next=NextStep(step.module, names[step.module], step.page, step.again) if step else None,
        minutes_app=minutes_in_app(learning),
        minutes_logged=sum(one.minutes for one in learning.evidence),
        reflections=list(_reflections(modules, learning, names)),
        evidence=sorted(_evidence(learning, names, titles), key=lambda one: (one.day, one.id), reverse=True),
        notes=[NoteLine(one.id, one.words, local_day(one.when)) for one in reversed(learning.notes)],
        certificates=[
            CertificateLine(one.code, len(one.modules), local_day(one.when))
            for one in reversed(learning.certificates)
        ],
        today=today,
    )


def minutes_in_app(learning: Learning) -> int:
    """Give the time that was spent on pages and rehearsals."""
    spent = sum(record.seconds for record in learning.modules.values())
    return round((spent + sum(one.seconds for one in learning.rehearsals)) / 60)


def _line(module: Module, standing: ModuleStanding, record: ModuleRecord) -> ModuleLine:
    last = _passed(record)
    return ModuleLine(
        module.id,
        plain(module.head.title),
        module.head.number,
        standing.state,
        standing.pages_read,
        standing.pages,
        standing.practices_walked,
        standing.practices,
        standing.minutes_left,
        standing.passed,
        len(last.asked) - len(last.missed) if last else 0,
        len(last.asked) if last else 0,
        standing.due,
        standing.soon,
    )


def _passed(record: ModuleRecord) -> Try | None:
    return next((one for one in reversed(record.tries) if one.passed), None)


def _reflections(
    modules: Sequence[Module], learning: Learning, names: Mapping[str, str]
) -> Iterator[ReflectionLine]:
    prompts = {one.id: _prompts(one) for one in modules}
    order = {one.id: place for place, one in enumerate(modules)}
    for name in sorted(learning.modules, key=lambda name: (order.get(name, len(order)), name)):
        record = learning.modules[name]
        for block, words in record.reflected.items():
            prompt = prompts.get(name, {}).get(block, "")
            day = local_day(record.reflected_when.get(block, ""))
            yield ReflectionLine(name, block, names.get(name, name), prompt, words, day)


def _prompts(module: Module) -> dict[str, str]:
    return {key: plain(one.prompt) for key, one in blocks_of(module).items() if isinstance(one, Reflect)}


def _evidence(
    learning: Learning, names: Mapping[str, str], titles: Mapping[str, str]
) -> Iterator[EvidenceLine]:
    for one in learning.evidence:
        yield EvidenceLine(one.id, one.what, date.fromisoformat(one.day), one.minutes, one.words)
    for name, record in learning.modules.items():
        for day, of in record.days.items():
            if of.seconds >= LEAST or of.practised or of.tries:
                minutes = max(1, round(of.seconds / 60))
                title = names.get(name, name)
                yield EvidenceLine(
                    "", "module", date.fromisoformat(day), minutes, "", title, of.practised, of.tries
                )
    for rehearsal in learning.rehearsals:
        day_here = local_day(rehearsal.when)
        if day_here is not None:
            title = titles.get(rehearsal.lesson, rehearsal.lesson)
            yield EvidenceLine("", "rehearsed", day_here, round(rehearsal.seconds / 60), "", title)


# The certificate


def record_of(
    modules: Sequence[Module], learning: Learning, *, name: str, nation: str, app: str, today: date
) -> Record:
    """Give what is certified: every finished module, and the time of all learning."""
    path = path_for(modules, learning, today)
    certified = tuple(
        _certified(one, learning.record(one.id)) for one in modules if path.modules[one.id].is_finished
    )
    minutes = minutes_in_app(learning) + sum(one.minutes for one in learning.evidence)
    return Record(name, today.isoformat(), nation, app, certified, minutes, len(learning.rehearsals))


def _certified(module: Module, record: ModuleRecord) -> CertifiedModule:
    last, blocks = _passed(record), blocks_of(module)
    asked = last.asked if last else ()
    scenes = sum(isinstance(one, Question) and one.scenario for one in map(blocks.get, asked))
    practised = tuple(
        plain(one.title)
        for one in blocks.values()
        if isinstance(one, Practice) and one.id in record.practised
    )
    day = local_day(record.passed)
    return CertifiedModule(
        module.id,
        plain(module.head.title),
        day.isoformat() if day else record.passed[:10],
        len(asked),
        len(asked) - len(last.missed if last else ()),
        scenes,
        practised,
        round(record.seconds / 60),
    )


def certified_of(record: Record) -> Certified:
    """Say in words what is certified."""
    practised = sum(len(one.practised) for one in record.modules)
    parts = [ntr("{count} conversation, to its end", "{count} conversations, each to its end", practised)]
    if record.rehearsals:
        parts.append(ntr("{count} lesson rehearsed", "{count} lessons rehearsed", record.rehearsals))
    return Certified(
        name=record.name,
        issued=day_words(date.fromisoformat(record.issued)),
        rows=tuple(
            (one.title, day_words(date.fromisoformat(one.passed)), result_words(one))
            for one in record.modules
        ),
        time=time_words(record.minutes),
        practised="; ".join(parts),
        nation=record.nation,
        app=record.app,
        code=code_of(record.to_data()),
    )


def result_words(one: CertifiedModule) -> str:
    """Say how the check went: `Passed, 7 of 8, both scenes understood`."""
    words = tr("Passed, {right} of {asked}").format(right=one.right, asked=one.asked)
    if one.scenes == 2:
        return tr("{result}, both scenes understood").format(result=words)
    if one.scenes:
        return ntr(
            "{{result}}, {count} scene understood", "{{result}}, {count} scenes understood", one.scenes
        ).format(result=words)
    return words


# The portfolio


def portfolio_of(
    modules: Sequence[Module],
    learning: Learning,
    known: Known,
    record: Record,
    *,
    with_reflections: bool,
    with_notes: bool,
) -> Portfolio:
    """Give everything that the teacher ticked, in words."""
    begun = [one for one in modules if learning.record(one.id).opened]
    lines = {one.id: one for one in known.modules}
    return Portfolio(
        name=record.name,
        made=day_words(known.today),
        nation=record.nation,
        app=record.app,
        path=finished_words(known),
        hours=hours_words(known),
        modules=tuple(
            _of_module(one, learning.record(one.id), lines[one.id], with_reflections=with_reflections)
            for one in begun
        ),
        entries=tuple(
            Entry(
                month_words(one.day),
                str(one.day.day),
                evidence_title(one),
                time_words(one.minutes),
                evidence_words(one),
                not one.id,
            )
            for one in known.evidence
        ),
        notes=tuple((day_words(one.day), one.words) for one in known.notes if one.words)
        if with_notes
        else (),
        certified=certified_of(record) if record.modules else None,
    )


def _of_module(module: Module, record: ModuleRecord, line: ModuleLine, *, with_reflections: bool) -> OfModule:
    blocks = blocks_of(module)
    practices = [one for one in blocks.values() if isinstance(one, Practice)]
    first, last = local_day(record.opened), local_day(record.last)
    days = day_words(last)
    if first is not None and last is not None and first != last:
        days = tr("{first} to {last}").format(first=day_words(first), last=day_words(last))
    written = [(_prompt(blocks.get(block)), words) for block, words in record.reflected.items() if words]
    return OfModule(
        title=plain(module.head.title),
        number=module.head.number,
        state=state_words(line),
        outcomes=module.head.outcomes,
        days=days,
        time=time_words(max(1, round(record.seconds / 60))) if record.seconds else "",
        tries=tuple((day_words(local_day(one.when)), _try_words(one)) for one in record.tries),
        practised=tuple(
            Practised(plain(one.title), tuple(_way(one, path) for path in record.practised[one.id]))
            for one in practices
            if one.id in record.practised
        ),
        rewritten=len(record.rewritten),
        tasks=tuple(
            (task.text, f"{one.id}/{task.id}" in record.tasks)
            for one in blocks.values()
            if isinstance(one, Tasks)
            for task in one.tasks
        ),
        reflections=tuple(written) if with_reflections else (),
    )


def _try_words(one: Try) -> str:
    right, asked = len(one.asked) - len(one.missed), len(one.asked)
    words = tr("Passed: {right} of {asked}") if one.passed else tr("Not yet: {right} of {asked}")
    return words.format(right=right, asked=asked)


def _prompt(block: object) -> str:
    return plain(block.prompt) if isinstance(block, Reflect) else tr("A question of an earlier version")


def _way(practice: Practice, path: Sequence[str]) -> tuple[str, ...]:
    """Give the replies of a way in words; what is no more is left out."""
    said = {
        f"{scene.id}/{reply.id}": plain(reply.text) for scene in practice.scenes for reply in scene.replies
    }
    return tuple(said[step] for step in path if step in said) or (tr("In an earlier version"),)
