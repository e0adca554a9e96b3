"""Going round: every picture taken in turn, theme after theme, and written into a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from rse_lessons.ui.theme import apply, load_theme
from rse_lessons.ui.tour.camera import as_png, photograph
from rse_lessons.ui.tour.given import Given
from rse_lessons.ui.tour.table import Shot

AHEAD = 6
"""Pictures that may wait to be written."""


def walk(
    app: QApplication,
    given: Given,
    shots: Sequence[Shot],
    folder: Path,
    *,
    progress: Callable[[int, int], None],
    stopped: Callable[[], bool],
) -> int:
    """Take the pictures; gives how many were written. Raises OSError when one cannot be."""
    app.setCursorFlashTime(0)
    waiting: list[Future[None]] = []
    dressed: tuple[str, float] | None = None
    done = 0
    with ThreadPoolExecutor(max_workers=2) as writers:
        for shot in shots:
            if stopped():
                break
            theme = load_theme(shot.theme, shot.scale)
            if dressed != (shot.theme, shot.scale):
                apply(app, theme)
                dressed = (shot.theme, shot.scale)
            picture = photograph(shot.make(given, theme), shot.size, theme)
            waiting.append(writers.submit(_write, picture, folder / f"{shot.name}.png"))
            if len(waiting) > AHEAD:
                waiting.pop(0).result()
            done += 1
            progress(done, len(shots))
        for future in waiting:
            future.result()
    return done


def _write(picture: QImage, file: Path) -> None:
    file.write_bytes(as_png(picture))
