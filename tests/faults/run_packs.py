"""Give a school thousands of damaged and hostile lesson packs, and see whether any leaves a trace.

`python -m tests.faults.run_packs --times 5000` ends with a table, and with status 1 if one pack was taken,
changed the library, had no sentence or ended in anything but a refusal. Some go through the real command.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from rse_lessons.authors.arriving import Reception
from rse_lessons.cli.commands import run as command
from rse_lessons.lesson.card import Card
from rse_lessons.packs.form import PackError
from rse_lessons.school import School
from tests.packs.hostile import FAMILIES
from tests.packs.parts import KEY, pack_of, state_of, write_lesson

EVERY = 50
"""Each so many packs go through the command line."""


@dataclass(slots=True)
class Result:
    """What all the packs together did."""

    packs: Counter[str] = field(default_factory=Counter)
    """By family."""
    kinds: set[str] = field(default_factory=set)
    sentences: Counter[str] = field(default_factory=Counter)
    """By what was said to have happened, names left out."""
    taken: list[str] = field(default_factory=list)
    traces: list[str] = field(default_factory=list)
    unsaid: list[str] = field(default_factory=list)
    slowest: float = 0.0

    @property
    def good(self) -> bool:
        """Whether every pack was refused with a sentence and left no trace."""
        return not (self.taken or self.traces or self.unsaid)

    def rows(self) -> dict[str, str]:
        """What a table shows."""
        return {
            **{f"packs, by {name}": f"{count:,}" for name, count in sorted(self.packs.items())},
            "packs": f"{self.packs.total():,}",
            "kinds of damage": f"{len(self.kinds):,}",
            "different sentences": f"{len(self.sentences):,}",
            "taken": f"{len(self.taken):,}",
            "left a trace in the library": f"{len(self.traces):,}",
            "without a sentence, or with a traceback": f"{len(self.unsaid):,}",
            "slowest pack, seconds": f"{self.slowest:.2f}",
        }


def good_packs(folder: Path) -> list[bytes]:
    """Make packs as schools make them: signed and not, of one lesson and of several."""
    mine = [write_lesson(folder, f"lesson-{number}", number=number) for number in range(1, 4)]
    welsh = write_lesson(folder, "gŵyl-garedig", title="Gŵyl garedig")
    return [
        pack_of(mine[0]),
        pack_of(mine[0], key=KEY),
        pack_of(*mine, title="Three lessons", author=""),
        pack_of(*mine, welsh, title="Pedair gwers", key=KEY),
    ]


def a_school(folder: Path, packs: list[bytes], make: Callable[[Path], School] = School) -> School:
    """Set up a school with a lesson of its own and a pack that it added."""
    school = make(folder / "school")
    write_lesson(school.own_lessons, "our-own")
    file = folder / "first.rsepack"
    file.write_bytes(packs[3])
    with Reception(school) as reception:
        reception.accept(reception.receive(file))
    school.library.refresh()
    return school


def kept_by(school: School) -> tuple[dict[str, str], dict[str, str]]:
    """Give everything in the school's folders for data and settings; the cache can be made again."""
    return state_of(school.paths.data), state_of(school.paths.config)


def own_cards(school: School) -> list[Card]:
    """Give the cards of the school's own lessons and packs."""
    return [card for card in school.library.cards() if card.path.is_relative_to(school.own_lessons)]


def try_pack(school: School, file: Path) -> str:
    """Open a pack as the window does; gives the sentence, or nothing when it was not refused."""
    try:
        with Reception(school) as reception:
            reception.accept(reception.receive(file))
    except PackError as error:
        return str(error)
    return ""


def try_command(school: School, file: Path) -> str:
    """Open a pack as somebody types it; gives the sentence, or nothing when it was not refused."""
    folder = school.paths.data.parent
    out, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
        status = command(["--data-dir", str(folder), "unpack", str(file), "--yes"])
    return told.getvalue().strip() if status == 1 and not out.getvalue() else ""


def is_sentence(words: str) -> bool:
    """Say whether people can be told this: what happened, what is safe, what to do."""
    return (
        words.isprintable()
        and words.endswith(".")
        and words.count(". ") + words.count("? ") >= 2
        and "Nothing was added, and your lessons are as they were." in words
        and not any(trace in words for trace in ("Traceback", "Error", "Exception", "0x", "<", ">"))
    )


def run(
    folder: Path, times: int, seed: int, *, show: bool = False, make: Callable[[Path], School] = School
) -> Result:
    """Give the school so many packs."""
    dice, result = random.Random(seed), Result()  # noqa: S311 - a dice
    packs = good_packs(folder / "made")
    school = a_school(folder, packs, make)
    before, cards = kept_by(school), own_cards(school)
    file = folder / "hostile.rsepack"
    for number in tqdm(range(times), desc="packs", disable=not show, leave=False):
        family = dice.choice(list(FAMILIES))
        kind = dice.choice(FAMILIES[family])
        data = kind(dice, dice.choice(packs))
        if data in packs:
            raise AssertionError(f"{kind.__name__} did no harm")
        file.write_bytes(data)
        name = f"{number} {kind.__name__}"
        start = time.monotonic()
        try:
            said = (try_command if number % EVERY == EVERY - 1 else try_pack)(school, file)
        except Exception as error:  # noqa: BLE001 - to be told which, and to go on with the others
            result.unsaid.append(f"{name}: {error!r}")
            said = "-"
        result.slowest = max(result.slowest, time.monotonic() - start)
        result.packs[family] += 1
        result.kinds.add(kind.__name__)
        if not said:
            result.taken.append(name)
        elif said != "-":
            result.sentences[_without_names(said)] += 1
            if not is_sentence(said):
                result.unsaid.append(f"{name}: {said}")
        if kept_by(school) != before:
            result.traces.append(name)
            before = kept_by(school)
    school.library.refresh()
    if own_cards(school) != cards:
        result.traces.append("the library has other lessons")
    return result


def _without_names(sentence: str) -> str:
    parts = sentence.partition(" Nothing was added")[0].split("“")
    return "“…”".join([parts[0], *(part.partition("”")[2] for part in parts[1:])])


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5000, help="how many packs (5000)")
    parser.add_argument("--seed", type=int, default=None, help="repeat an earlier run")
    parser.add_argument("--sentences", action="store_true", help="show what was said, and how often")
    chosen = parser.parse_args()
    seed = chosen.seed if chosen.seed is not None else random.randrange(10**9)  # noqa: S311 - a dice
    with tempfile.TemporaryDirectory() as folder:
        result = run(Path(folder), chosen.times, seed, show=True)
    print(f"{'seed':<46}{seed:>12}")
    for name, value in result.rows().items():
        print(f"{name:<46}{value:>12}")
    for words in (*result.taken, *result.traces, *result.unsaid):
        print(words)
    if chosen.sentences:
        for said, count in result.sentences.most_common():
            print(f"{count:>6}  {said}")
    return 0 if result.good else 1


if __name__ == "__main__":
    sys.exit(main())
