"""Going round: every picture taken in turn, theme after theme, and written into a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons.ui.theme import apply, load_theme
from rse_lessons.ui.tour.camera import as_png, photograph
from rse_lessons.ui.tour.cut_words import SHORTENED, NotWhole, not_whole
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.tour.table import Shot

AHEAD = 6
"""Pictures that may wait to be written."""
CUT_WORDS = "cut-words.txt"
"""The file beside the pictures that names words which are not shown whole."""


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of going round."""

    pictures: int
    not_whole: int
    """Words that are cut, broken, covered, or beyond the edge of their window."""


def walk(
    app: QApplication,
    given: Given,
    shots: Sequence[Shot],
    folder: Path,
    *,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> Walked:
    """Take the pictures, and look for words that are not shown whole.

    Raises OSError when one cannot be written.
    """
    app.setCursorFlashTime(0)
    waiting: list[Future[None]] = []
    dressed: tuple[str, float] | None = None
    done = 0
    lines: list[str] = []
    count = 0
    with ThreadPoolExecutor(max_workers=2) as writers:
        for shot in shots:
            if stopped():
                break
            theme = load_theme(shot.theme, shot.scale)
            if dressed != (shot.theme, shot.scale):
                apply(app, theme)
                dressed = (shot.theme, shot.scale)
            found: list[NotWhole] = []
            made = shot.make(given, theme)
            picture = photograph(made, shot.size, theme, partial(_look, found))
            lines += [f"{shot.name}\t{one}\n" for one in found]
            count += sum(one.how != SHORTENED for one in found)
            waiting.append(writers.submit(_write, picture, folder / f"{shot.name}.png"))
            if len(waiting) > AHEAD:
                waiting.pop(0).result()
            done += 1
            progress(done, len(shots))
        for future in waiting:
            future.result()
    (folder / CUT_WORDS).write_text("".join(lines), encoding="utf-8")
    return Walked(done, count)


def _look(found: list[NotWhole], window: QWidget) -> None:
    found += not_whole(window)


def _write(picture: QImage, file: Path) -> None:
    file.write_bytes(as_png(picture))
