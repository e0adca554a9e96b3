"""Work on a thread of its own whose answer comes back to the windows' thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Signal


class Elsewhere(QObject):
    """Does one thing at a time; `done` brings its answer."""

    done = Signal(object)
    _busy: set[Elsewhere] = set()  # noqa: RUF012  kept until the answer is there, whoever forgets it

    def __init__(self) -> None:
        super().__init__()
        self._thread: Thread | None = None
        self.done.connect(self._over)

    @property
    def busy(self) -> bool:
        """Whether the answer is still to come."""
        return self in self._busy

    def do(self, work: Callable[[], object]) -> None:
        """Begin."""
        self._busy.add(self)
        self._thread = Thread(target=lambda: self.done.emit(work()), name="elsewhere", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Wait until the work is done, but no longer than so; its answer may still be on its way."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _over(self) -> None:
        self._busy.discard(self)
