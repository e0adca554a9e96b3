"""Makes ready, while nothing else is to do, what the next key may show.

One thing at a time, so that a key never waits for long; few things, so that memory stays bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPixmap

from rse_lessons.presenting.session import Session, Shows
from rse_lessons.ui.console.notes import warm
from rse_lessons.ui.console.window import ConsoleWindow
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.paint import thumbnail
from rse_lessons.ui.slide.view import SlideView

PAUSE_MS = 40
MOST = 16
"""Things made ready after one change: what comes undone as often as it is made is let be."""

Job = Callable[[], bool]
"""Makes one thing ready; False when it was ready already."""


class Ahead(QObject):
    """Scenes, pictures and notes of the slides beside the teacher's."""

    def __init__(
        self,
        session: Session,
        book: SceneBook,
        console: ConsoleWindow,
        class_views: Callable[[], Sequence[SlideView]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._book = book
        self._console = console
        self._class_views = class_views
        self._previews: dict[int, QPixmap] = {}
        self._left = 0
        self._over = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._do_one)

    def start(self) -> None:
        """Begin soon, after what is being shown has been painted."""
        if self._over:
            return
        self._left = MOST
        self._timer.start(PAUSE_MS)

    def start_anew(self) -> None:
        """Begin again with nothing ready: the window took another shape."""
        self._previews.clear()
        self.start()

    def stop(self) -> None:
        """Do nothing more: the windows are going."""
        self._timer.stop()
        self._over = True

    def next_picture(self, index: int) -> QPixmap:
        """Give the small picture of a slide, or an empty one while it is not ready."""
        return self._previews.get(index, QPixmap())

    def thumbnail(self, index: int, width: int) -> QPixmap:
        """Paint a small picture of a slide now."""
        ratio = self._console.devicePixelRatioF()
        look = self._book.look
        slide, other = self._book.readings.slide(index, look)
        return thumbnail(slide, index + 1, look, self._session.states, width, ratio, other)

    def _do_one(self) -> None:
        for job in self._jobs():
            if self._left > 0 and job():
                self._left -= 1
                self._timer.start(0)
                return
        index = self._session.index
        self._book.tidy((index - 1, index, index + 1, self._session.class_index))
        for far in [number for number in self._previews if abs(number - index) > 2]:
            del self._previews[far]

    def _jobs(self) -> Iterator[Job]:
        index, slides = self._session.index, self._session.slides
        if self._session.shows is Shows.PRIVATE:  # the next key shows this slide to the class
            for view in self._class_views():
                yield partial(self._picture, view, index)
        for number in (index + 1, index - 1):
            if not 0 <= number < len(slides):
                continue
            yield partial(self._scene, number)
            # Pictures of the next slide alone: each takes eight megabytes, and going back is rare.
            if number > index:
                if self._session.shows is Shows.LIVE:
                    for view in self._class_views():
                        yield partial(self._picture, view, number)
                yield partial(self._picture, self._console.slide.view, number)
            warm(self._book.readings.own.notes[number].notes)
            yield partial(self._preview, number + 1)
        yield partial(self._preview, index + 1)
        for language in self._book.readings.offered:
            yield partial(self._reading, language)

    def _reading(self, language: str) -> bool:
        """Have the lesson ready in a language that the class may be given."""
        if self._book.readings.has(language):
            return False
        self._book.readings.of(language)
        return True

    def _scene(self, number: int) -> bool:
        if self._book.has(number):
            return False
        self._book.scene(number)
        return True

    def _picture(self, view: SlideView, number: int) -> bool:
        scene = self._book.scene(number)
        if not view.isVisible() or view.is_ready(scene):
            return False
        view.paint_ahead(scene)
        return True

    def _preview(self, number: int) -> bool:
        width = self._console.next.preview.slide_size().width()
        if (
            number >= len(self._session.slides)
            or number in self._previews
            or not self._console.next.isVisible()
        ):
            return False
        self._previews[number] = self.thumbnail(number, width)
        if number == self._session.index + 1:
            title = self._book.readings.own.notes[number].title
            self._console.next.show_next(title, self._previews[number])
        return True
