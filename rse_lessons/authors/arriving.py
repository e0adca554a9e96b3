"""A lesson pack that arrives at this PC: looked at against what is here, then added, or not. No Qt.

The command `unpack` and the window ask the same questions of it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path
from types import TracebackType

from rse_lessons.authors.checking import Checker
from rse_lessons.i18n.catalogues import retold, tr
from rse_lessons.lesson.model import Lesson
from rse_lessons.packs.arrival import Added, Arrival, Arrived, Here, Wish, alike, plan_of
from rse_lessons.packs.form import PackError, ask_author
from rse_lessons.packs.installing import alone, install, tidy
from rse_lessons.packs.names import quoted
from rse_lessons.packs.signers import Known, Standing, read_signers, write_signers
from rse_lessons.packs.signing import fingerprint, public_part, read_key
from rse_lessons.packs.unpacking import Unpacked, load_pack, unpack
from rse_lessons.school import School


class StoppedError(Exception):
    """Somebody no longer wants to wait."""


class Reception:
    """Holds the school's lesson folder while a pack is looked at, so that nobody tidies it away."""

    def __init__(self, school: School) -> None:
        """Finish or clear what an earlier one left. Raises PackError while another window adds a pack."""
        self._school = school
        self._checker = Checker(school)
        self._held = ExitStack()
        self._own = school.own_lessons
        try:
            tidy(self._own)
            free = self._held.enter_context(alone(self._own))
        except OSError as error:
            message = tr("The folder {folder} cannot be used ({reason}).")
            raise PackError(
                message.format(folder=self._own, reason=error.strerror or error),
                tr("Ask whoever looks after this PC to let you write there."),
            ) from None
        if not free:
            self._held.close()
            raise PackError(
                tr("Another window of RSE Lessons is adding a pack right now."),
                tr("Finish there first, then try again."),
            )

    def __enter__(self) -> Reception:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let others in."""
        self._held.close()

    def receive(self, file: Path, *, stopped: Callable[[], bool] = lambda: False) -> Arrival:
        """Open a pack, check all of it and compare it with what is here. Raises PackError, StoppedError.

        Whoever does not add what comes back calls `unpacked.discard()`.
        """
        made = unpack(load_pack(file), self._own)
        try:
            lessons = tuple(self._look(path, stopped) for path in made.lessons)
            return Arrival(made, lessons, *self._judge(made))
        except BaseException:  # whatever ends it, Ctrl+C too: tidied up, and raised again
            made.discard()
            raise

    def _look(self, path: Path, stopped: Callable[[], bool]) -> Arrived:
        if stopped():
            raise StoppedError
        reading = self._school.read_file(path)
        lesson = reading.lesson
        if lesson is None or not lesson.slides:
            message = tr("The lesson “{name}” in it cannot be read: {sentence}")
            reason = retold(reading.problems[0].sentence) if reading.problems else ""
            raise PackError(message.format(name=quoted(path.name), sentence=reason), ask_author())
        return Arrived(lesson, self._checker.check(path).problems, self._here(lesson))

    def _here(self, lesson: Lesson) -> Here:
        card = self._school.library.card(lesson.id)
        if card is None:
            return Here.NEW
        if alike(lesson, self._school.read_file(card.path)):
            return Here.ALIKE
        return Here.OWN if card.path.is_relative_to(self._own) else Here.BUILT_IN

    def _judge(self, made: Unpacked) -> tuple[Standing, Known | None]:
        known = read_signers(self._school.paths.known_signers)
        manifest = made.manifest
        standing = known.standing(manifest.id, manifest.author, made.signer, self.own_mark())
        return standing, known.signers.get(made.signer)

    def own_mark(self) -> str:
        """Give the fingerprint of this account's key; empty without one that can be read."""
        if not self._school.paths.signing_key.exists():
            return ""
        with suppress(PackError):
            key = read_key(self._school.paths.signing_key)
            return fingerprint(public_part(key)) if key is not None else ""
        return ""

    def accept(self, arrival: Arrival, wish: Wish = Wish.KEEP, *, today: date | None = None) -> Added:
        """Add a pack to the school's lessons. Raises PackError, whose words say what is safe."""
        plan, added = plan_of(arrival, wish, self._taken())
        made = arrival.unpacked
        if not added:
            made.discard()
            return Added((), len(plan.leave_out), (), 0, self._own)
        folder = install(made, plan, self._own)
        day = today or date.today()  # noqa: DTZ011  the teacher's own day
        known = Known(made.manifest.author, day.isoformat(), made.manifest.title)
        file = self._school.paths.known_signers
        message = ""
        try:
            if arrival.standing is not Standing.OWN:
                write_signers(file, read_signers(file).seen(made.manifest.id, known, made.signer))
        except OSError as error:
            message = tr("Who signed the pack could not be kept in mind ({reason}).").format(
                reason=error.strerror or error
            )
        renamed = tuple(plan.rename.items())
        names = {Path(old).stem: Path(new).stem for old, new in renamed}
        return Added(
            tuple(names.get(found.lesson.id, found.lesson.id) for found in added),
            len(plan.leave_out),
            tuple(names.items()),
            len(plan.give_way),
            folder,
            message,
            tuple(found.lesson.front.title for found in added),
        )

    def _taken(self) -> dict[str, Path]:
        return {card.id: card.path for card in self._school.library.cards()}
