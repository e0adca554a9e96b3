"""Measure work on translations: templates of everything, a language brought up to date, lessons made.

`python -m benchmarks.translating` does it; `-n` says how often.
"""

import argparse
import gc
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.figures import Base, Limit, Row
from benchmarks.machine import ROOT, describe_machine, processor_times, stolen
from benchmarks.table import as_text
from rse_lessons.i18n.documents import content_files, read
from rse_lessons.i18n.localise import localise
from rse_lessons.i18n.po import Catalogue, write
from rse_lessons.i18n.templates import entries_of
from rse_lessons.i18n.workshop import Workshop
from rse_lessons.lesson.reader import read_text
from rse_lessons.school import School
from rse_lessons.settings.files import write_whole


def main(words: Sequence[str] | None = None) -> int:
    """Measure; return 0 when every figure is reached."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.translating", description=__doc__)
    parser.add_argument("-n", type=int, default=5, help="how often (default: 5)")
    n = parser.parse_args(words).n
    gc.disable()  # as the command does
    machine, before = describe_machine(), processor_times()
    with tempfile.TemporaryDirectory(prefix="rse-translating-") as name:
        rows = [*_catalogues(Path(name), n), *_lessons(n), *_opened(Path(name), n)]
    machine.append(f"The host took {stolen(before, processor_times()):.1%} of the processors' time away.")
    print("\n".join([*machine, "", as_text(rows)]))
    return 1 if any(row.met is False for row in rows) else 0


def _catalogues(folder: Path, n: int) -> list[Row]:
    def workshop(cache: Path | None = None) -> Workshop:
        return Workshop(ROOT, ROOT / "rse_lessons", folder / "translations", write_whole, cache)

    cache = folder / "strings.json"
    first = _times(n, lambda: workshop().extract(folder / "templates"))
    workshop(cache).extract(folder / "templates")
    again = _times(n, lambda: workshop(cache).extract(folder / "templates"))
    list(workshop(cache).update("cy"))
    update = _times(n, lambda: list(workshop(cache).update("cy")))
    passages = sum(len(source.entries) for source in workshop(cache).sources.values())
    return [
        Row("Templates of everything, the first time", first, "ms", note=f"{passages} passages."),
        Row("Templates of everything, again", again, "ms", (Limit("median", 2000),)),
        Row("A language brought up to date, nothing new", update, "ms"),
    ]


def _lessons(n: int) -> list[Row]:
    files = [path for path in content_files(ROOT / "content") if path.parent.name in ("primary", "secondary")]
    documents = [read(path) for path in files]
    counts = sorted(len(found.slots) for found in documents)
    said = [{(one.context, one.text): f"{one.text}·" for one in found.passages} for found in documents]
    apart = _times(n, *(lambda path=path: read(path) for path in files))
    together = _times(
        n,
        *(
            lambda found=found, words=words: localise(found, words)
            for found, words in zip(documents, said, strict=True)
        ),
    )
    reading = _times(n, *(lambda found=found: read_text(found.text, found.path) for found in documents))
    note = f"{counts[0]} to {counts[-1]} passages a lesson, {counts[len(counts) // 2]} in the middle."
    return [
        Row("A lesson taken apart", apart, "ms", note=note),
        Row("A lesson put together in another language, and compared", together, "ms"),
        Row("A lesson read, as it is each time that it is opened", reading, "ms"),
    ]


def _opened(folder: Path, n: int) -> list[Row]:
    """Open every lesson by its id in English, and in a language that all of it is in."""
    school = School(folder / "data")
    school.library.refresh()
    ids = [card.id for card in school.library.cards()]
    for name in ids:
        found = read(school.library.cards()[ids.index(name)].path)
        entries = (replace(entry, strings=(f"{entry.msgid}·",)) for entry in entries_of(found, name))
        catalogue = write(Catalogue({"Language": "sco"}, tuple(entries)))
        write_whole(school.in_languages.folders[1] / "sco" / f"lessons/{name}.po", catalogue.encode())

    def opened(name: str, language: str) -> None:
        school.forget()
        lesson = school.read(name, language).lesson
        if lesson is None or lesson.language != language:
            raise RuntimeError(f"{name} cannot be opened in {language}")

    def in_both(name: str) -> tuple[float, float]:
        """Open one right after the other, so that what else this machine does slows both."""
        english, other = _times(1, lambda: opened(name, "en"), lambda: opened(name, "sco"))
        return english, other

    first = _times(1, *(lambda name=name: opened(name, "sco") for name in ids))
    english, other = zip(*(in_both(name) for _ in range(n) for name in ids), strict=True)
    base = Base("in English", english)
    return [
        Row("A lesson opened in English", english, "ms"),
        Row("A lesson opened in another language", other, "ms", (Limit("ratio", 1.2),), base),
        Row("The same for the first time since it was translated", first, "ms", base=base),
    ]


def _times(n: int, *works: Callable[[], object]) -> tuple[float, ...]:
    found = []
    for _ in range(n):
        for work in works:
            started = time.perf_counter()
            work()
            found.append((time.perf_counter() - started) * 1000)
    return tuple(found)


if __name__ == "__main__":
    sys.exit(main())
