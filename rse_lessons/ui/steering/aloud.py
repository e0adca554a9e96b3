"""Reading aloud what the class sees, sentence by sentence, marked on the slide and in the slide as text.

How a PC speaks is `ui.aloud`'s business; here is what is read, when it stops, and what is said where it
cannot be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.session import Session, Shows, What
from rse_lessons.ui.aloud.sentences import Sentence, sentences_of
from rse_lessons.ui.aloud.voice import Trouble, Voice
from rse_lessons.ui.aloud.ways import language_name, what_to_install
from rse_lessons.ui.slide.book import SceneBook
from rse_lessons.ui.slide.reading_mark import ReadingMark, lines_read
from rse_lessons.ui.slide.said import Told, told
from rse_lessons.ui.slide.scene import SlideScene
from rse_lessons.ui.slide.special import help_slide

ENGLISH = "en"


class TextShown(Protocol):
    """The slide as text, beside the slide."""

    def chosen(self) -> tuple[int, str] | None:
        """Give the line that the teacher chose, counted from 0, and its language."""

    def mark(self, line: int | None, sentence: str) -> None:
        """Mark a sentence of a line, or with None nothing."""


class Aloud(QObject):
    """Reads, and stops at a key, with the slide, and when the class sees something else."""

    told = Signal(str, str)
    """A title and a sentence for the teacher."""
    changed = Signal(str)
    """What the button is for now: `read`, `stop` or `install`."""

    def __init__(
        self,
        session: Session,
        book: SceneBook,
        text: Callable[[], TextShown | None],
        parent: QObject | None = None,
        *,
        voice: Voice | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._book = book
        self._text = text
        self._language = ""
        """Of what is being read; the voice speaks it."""
        self._languages: Sequence[str] = ()
        """Of each line that is read."""
        self._voice = voice or Voice(parent=self)
        self._left: list[Sentence] = []
        self._now: Sentence | None = None
        self._seen: object = None
        self._marks: list[tuple[SlideScene, ReadingMark]] = []
        self._voice.found.connect(self._found)
        self._voice.said.connect(self._next)
        self._voice.failed.connect(self._failed)

    @property
    def actions(self) -> Mapping[str, Callable[[], object]]:
        """What is done for each action of the table."""
        return {"read-aloud": self.toggle}

    @property
    def reading(self) -> bool:
        """Whether something is being read, or a voice is looked for to read it."""
        return self._seen is not None

    @property
    def sentence(self) -> str:
        """The sentence being read; empty when none is."""
        return self._now.text if self._now else ""

    def toggle(self) -> None:
        """Read what the class sees, or the chosen paragraph; or stop reading."""
        if not self.stop():
            self._start()

    def stop(self) -> bool:
        """Be silent at once; False when nothing was read."""
        if not self.reading:
            return False
        self._over()
        self._voice.stop()
        return True

    def close(self) -> None:
        """Be silent, and leave no program behind."""
        self.stop()
        self._voice.close()

    def follow(self, what: frozenset[What]) -> None:
        """Stop when the class sees something else; keep the mark on the words when they move."""
        if not self.reading:
            return
        if what & {What.SLIDE, What.SHOWS} and self._seen != self._sees():
            self.stop()
        elif What.BLOCK in what:
            self._mark()

    # What is read

    def _start(self) -> None:
        text = self._text()
        chosen = text.chosen() if text is not None else None
        if chosen is not None and not self._together:
            words = tr("Only what the class sees is read aloud, and it does not see this slide now.")
            self.told.emit(tr("This was not read aloud."), words)
            return
        line, language = chosen if chosen is not None else (None, "")
        lines = self._lines(language)
        spoken = sentences_of([said.text for _role, said in lines])
        # A picture is seen; its description is read where somebody chooses it.
        wanted = [
            found
            for found in spoken
            if found.line == line or (line is None and lines[found.line][0] != "picture")
        ]
        if not wanted:
            self.told.emit(tr("There is nothing to read aloud."), tr("The class sees no words now."))
            return
        self._left = wanted
        self._languages = [said.language for _role, said in lines]
        self._seen = self._sees()
        self.changed.emit("stop")
        self._find()

    def _find(self) -> None:
        """Look for a voice for the next sentence."""
        self._language = self._languages[self._left[0].line]
        self._voice.find(self._language)

    @property
    def _covered(self) -> bool:
        session = self._session
        return session.shows in (*_WORDLESS, Shows.HELP) or session.nothing_shown

    @property
    def _together(self) -> bool:
        """Whether the class sees the teacher's slide."""
        return not self._covered and self._session.index == self._session.class_index

    def _sees(self) -> tuple[object, ...]:
        """Give what the class looks at, to compare."""
        session = self._session
        return session.shows if self._covered else None, session.class_index

    def _lines(self, language: str) -> Told:
        """Give the words that the class sees, in its first language, or in the second where it was chosen."""
        session, look, readings = self._session, self._book.class_look, self._book.readings
        tag = look.second if look.second and language == look.second else look.language
        if session.shows is Shows.HELP:
            return told(readings, lambda _reading: help_slide(), tag, replace(look, nation=""), {})
        if self._covered:
            return ()
        index = session.class_index
        return told(readings, lambda reading: reading.notes[index], tag, look, session.class_states)

    # One sentence after the other

    def _found(self, there: bool) -> None:
        if not self.reading:
            return
        if there:
            self._next()
            return
        self._over("install")
        self.told.emit(self.missing, what_to_install(self._language))

    @property
    def missing(self) -> str:
        """Say that there is no voice for the slide's language, and that none other is taken for it."""
        if not self._language or self._language.startswith(ENGLISH):
            return tr("No voice was found on this PC.")
        return tr(
            "No voice for {language} was found on this PC, and an English voice would say it wrongly."
        ).format(language=language_name(self._language))

    def _next(self) -> None:
        if not self.reading:
            return
        if not self._left:
            self._over()
            self._voice.stop()
            return
        if self._languages[self._left[0].line] != self._language:
            self._find()
            return
        self._now = self._left.pop(0)
        self._mark()
        self._voice.say(self._now.text)

    def _failed(self, trouble: Trouble) -> None:
        if not self.reading:
            return
        self._over()
        words = {
            Trouble.SILENT: tr(
                "The voice made no sound. See that a loudspeaker is connected and chosen, then try again."
            ),
            Trouble.HUNG: tr("The voice did not answer and was ended. Try again, or read it yourself."),
            Trouble.BROKEN: tr("The voice ended with an error. Try again, or read it yourself."),
        }
        self.told.emit(tr("Reading aloud stopped."), words[trouble])

    def _over(self, button: str = "read") -> None:
        self._left, self._now, self._seen = [], None, None
        self._mark()
        self.changed.emit(button)

    # The mark

    def _mark(self) -> None:
        """Mark the sentence wherever it is shown. Words that are only said keep the mark of those before."""
        now, text = self._now, self._text()
        if text is not None:
            beside = (
                self._session.index == self._session.class_index and self._session.shows is not Shows.HELP
            )
            text.mark(now.line if now and beside else None, now.text if now else "")
        if now is None:
            self._unmark()
            return
        places = [(scene, lines_read(scene, now.text, now.nth)) for scene in self._scenes()]
        if any(found for _scene, found in places):
            self._unmark()
        for scene, found in places:
            if found:
                mark = ReadingMark(found, scene.ink)
                scene.addItem(mark)
                self._marks.append((scene, mark))

    def _unmark(self) -> None:
        for scene, mark in self._marks:
            scene.removeItem(mark)
        self._marks.clear()

    def _scenes(self) -> tuple[SlideScene, ...]:
        """Give the scenes of what is read: the class's, and the teacher's where that is another."""
        seen, own = self._book.class_scene(), self._book.scene(self._session.index)
        return (seen, own) if own is not seen and self._together else (seen,)


_WORDLESS = (Shows.BLACK, Shows.WHITE, Shows.SAFE)
