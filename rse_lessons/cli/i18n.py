"""The command `i18n`: templates for translators, catalogues brought up to date, counts and checks."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.review import Standing
from rse_lessons.i18n.templates import INTERFACE
from rse_lessons.i18n.workshop import TROUBLES, Count, Workshop
from rse_lessons.settings.files import write_whole
from rse_lessons.settings.paths import data_root, find_paths

_PACKAGE = Path(__file__).resolve().parents[1]


def run(options: argparse.Namespace) -> int:
    """Do what was asked; 0 when all is well, 1 with a sentence when not."""
    if options.way == "preview":
        from rse_lessons.cli.i18n_preview import preview  # noqa: PLC0415  imported late: it paints

        return preview(options)
    workshop = workshop_in(options.folder or data_root() / "translations", find_paths(options.data_dir).cache)
    gc.disable()  # half a second less: thousands of passages are made, and none is dropped before the end
    try:
        return _WAYS[options.way](workshop, options)
    except TROUBLES as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(
            tr("{file} could not be used: {reason}.").format(
                file=error.filename, reason=error.strerror or error
            ),
            file=sys.stderr,
        )
    finally:
        gc.enable()
    return 1


def workshop_in(folder: Path, cache: Path) -> Workshop:
    """Give the workshop of a folder of translations; `cache` is the folder of what can be made again."""
    return Workshop(data_root(), _PACKAGE, folder, write_whole, cache / "strings.json")


def _extract(workshop: Workshop, options: argparse.Namespace) -> int:
    count = workshop.extract(options.to)
    strings = sum(len(source.entries) for source in workshop.sources.values())
    print(
        tr("{count} templates with {strings} passages written to {folder}.").format(
            count=count, strings=strings, folder=options.to
        )
    )
    for call in workshop.unfound:
        print(
            tr("{call}: these words could not be found.").format(call=f"rse_lessons/{call}"), file=sys.stderr
        )
    return 1 if workshop.unfound else 0


def _update(workshop: Workshop, options: argparse.Namespace) -> int:
    tags = options.languages or workshop.begun()
    if not tags:
        print(
            tr("There is no catalogue in {folder} yet. Name a language to begin, such as sco.").format(
                folder=workshop.folder
            )
        )
        return 0
    for tag in tags:
        begun = tag in workshop.begun()
        language = workshop.language(tag)
        done = list(workshop.update(tag))
        changed, new, stale = (
            sum(one.changed for one in done),
            sum(one.new for one in done),
            sum(one.stale for one in done),
        )
        print(
            tr("{tag}: {changed} of {all} catalogues written, {new} new passages, {stale} stale.").format(
                tag=tag, changed=changed, all=len(done), new=new, stale=stale
            )
        )
        if not begun and not language.described:
            print(
                tr(
                    "Nobody has described {tag} yet, so its plurals are those of English. Put the "
                    "right rule into {file}, or into Plural-Forms of {catalogue}."
                ).format(
                    tag=tag, file=workshop.folder / "languages.toml", catalogue=workshop.path(tag, INTERFACE)
                )
            )
    return 0


def _status(workshop: Workshop, options: argparse.Namespace) -> int:
    counts = {tag: workshop.counts(tag) for tag in workshop.begun()}
    if options.json:
        told = {tag: _as_json(found) for tag, found in counts.items()}
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    offered = {tag: found for tag, found in counts.items() if any(one.done for one in found)}
    if offered:
        heads = (tr("whole"), tr("draft"), tr("reviewed"), tr("stale"), tr("missing"), tr("words"))
        print(_row((tr("part"), *heads)))
    for tag, found in offered.items():
        name = workshop.known[tag].name if tag in workshop.known else tag
        print(f"{name} ({tag})")
        for part, of_part in _parts(found).items():
            print(_row((part, *_summed(of_part))))
    empty = [tag for tag in counts if tag not in offered]
    if empty:
        print(
            tr("Begun, with nothing translated yet, and not offered: {languages}.").format(
                languages=", ".join(empty)
            )
        )
    if not counts:
        print(tr("There is no catalogue in {folder} yet.").format(folder=workshop.folder))
    return 0


def _row(cells: Iterable[str]) -> str:
    part, *numbers = cells
    return f"  {part:<10}" + "".join(f"{number:>18}" for number in numbers)


def _parts(found: Iterable[Count]) -> dict[str, list[Count]]:
    parts: dict[str, list[Count]] = {}
    for one in found:
        parts.setdefault(one.name.partition("/")[0], []).append(one)
    return parts


def _summed(found: list[Count]) -> tuple[str, ...]:
    standings = [one.standing for one in found]
    whole = sum(one in (Standing.DRAFT, Standing.REVIEWED, Standing.CHANGED) for one in standings)
    reviewed = standings.count(Standing.REVIEWED)
    return (
        tr("{part} of {whole}").format(part=whole, whole=len(found)),
        str(whole - reviewed),
        str(reviewed),
        str(sum(one.stale for one in found)),
        str(sum(one.missing for one in found)),
        tr("{part} of {whole}").format(
            part=sum(one.words for one in found), whole=sum(one.all_words for one in found)
        ),
    )


def _as_json(found: list[Count]) -> dict[str, Any]:
    return {
        "offered": any(one.done for one in found),
        "catalogues": {
            one.name: {
                "standing": str(one.standing),
                "passages": one.passages,
                "done": one.done,
                "stale": one.stale,
                "missing": one.missing,
                "words": one.words,
                "all-words": one.all_words,
                "safety-missing": one.safety_missing,
                "by": one.review.role if one.review else "",
                "on": one.review.on.isoformat() if one.review else "",
            }
            for one in found
        },
    }


def _check(workshop: Workshop, options: argparse.Namespace) -> int:
    errors = advice = 0
    for tag in options.languages or workshop.begun():
        for name, fault in workshop.check(tag):
            errors += fault.error
            advice += not fault.error
            severity = tr("error") if fault.error else tr("advice")
            said = f"{fault.context}: {fault.sentence}" if fault.context else fault.sentence
            print(f"{workshop.path(tag, name)}: {severity}: {said} [{fault.rule}]")
    print(tr("{errors} errors, {advice} pieces of advice.").format(errors=errors, advice=advice))
    return 1 if errors else 0


def _minor_edit(workshop: Workshop, options: argparse.Namespace) -> int:
    wanted, _, rest = options.id.partition("/")
    name = next((name for name in workshop.sources if name.rpartition("/")[2] == wanted), "")
    if not name:
        print(tr("There is no lesson, module or nation “{wanted}”.").format(wanted=wanted), file=sys.stderr)
        return 1
    carried, left = 0, 0
    for tag in workshop.begun():
        found = workshop.minor_edit(tag, name, options.id if rest else "")
        for before, now in found.carried if found else ():
            print(f"{tag}: {before}\n  → {now}")
        for before, now in found.too_much if found else ():
            print(
                tr("{tag}: more than a slip, so it stays stale: {before}").format(tag=tag, before=before),
                f"→ {now}",
                sep="\n  ",
            )
        carried += len(found.carried) if found else 0
        left += len(found.too_much) if found else 0
    print(tr("{carried} translations carried over, {left} left stale.").format(carried=carried, left=left))
    return 1 if left else 0


def _take(workshop: Workshop, options: argparse.Namespace) -> int:
    from rse_lessons.i18n.sent_back import SentBackError, take  # noqa: PLC0415  imported late: only here

    status = 0
    for file in options.files:
        try:
            came = take(workshop, file)
        except SentBackError as error:
            print(f"{file}: {error}", file=sys.stderr)
            status = 1
            continue
        told = tr("{file}: {taken} passages taken, {same} were so already, {left} left out.")
        counts = {"taken": len(came.taken), "same": len(came.same), "left": len(came.left)}
        print(told.format(file=workshop.path(came.tag, came.name), **counts))
        for context, sentence in came.left:
            print(f"  {shown(context)}: {sentence}")
        if came.review is not None:
            day = came.review.on.isoformat()
            said = tr("Reviewed by the role {role} on {day}.").format(role=came.review.role, day=day)
            print(f"  {said}")
        elif came.review_left:
            said = tr("The review in it is of other words than these, so it was left out.")
            print(f"  {said}")
        status = 1 if came.left else status
    return status


def shown(text: str) -> str:
    """Give what stands in a stranger's file so that it does nothing to a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in text[:120])


_WAYS = {
    "extract": _extract,
    "update": _update,
    "status": _status,
    "check": _check,
    "minor-edit": _minor_edit,
    "take": _take,
}
