"""The language that a lesson is looked at in: those that it is there in, and how far the chosen one is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from rse_lessons.i18n.catalogues import tr
from rse_lessons.i18n.lesson_languages import LessonLanguage
from rse_lessons.ui.lesson_languages import ENGLISH, in_short, not_there, told
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.words import Words


class Languages(QObject):
    """A chooser for the top of the page and a sentence for below the title, which the page puts in place.

    Neither is seen where there is English alone and nothing else is wished for.
    """

    chosen = Signal(str)
    """The tag of the language to look at."""
    review_wanted = Signal(str)
    """The translation in the language of this tag is to be read."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[LessonLanguage, ...] = ()
        self._language, self._wished, self._given = ENGLISH, "", ""
        self.chooser = Chooser(theme, "chip", icon="globe")
        self.chooser.chosen.connect(self.chosen)
        self.words = Words(theme, role="small", colour="text-soft")
        self.review = Button(theme, kind="quiet", icon="eye", wraps=True)
        self.review.clicked.connect(lambda: self.review_wanted.emit(self._language))
        for widget in (self.chooser, self.words, self.review):
            widget.hide()

    @property
    def current(self) -> LessonLanguage | None:
        """How far the language is that is looked at; None for English."""
        return next((one for one in self._offers if one.tag == self._language), None)

    def show_languages(
        self, offers: Sequence[LessonLanguage], language: str, wished: str = "", given: str = ""
    ) -> None:
        """Offer languages besides English, `language` being looked at.

        `wished` is what a class's own language is called, where the lesson is not there in it, and `given`
        the language that the class reads, where it is another than the one that is looked at.
        """
        self._offers, self._language, self._wished = tuple(offers), language, wished
        self._given = given
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.chooser.setVisible(bool(self._offers))
        self.chooser.set_question(tr("Language of the lesson"))
        choices = [Choice(one.tag, one.name, in_short(one)) for one in self._offers]
        self.chooser.set_choices((Choice(ENGLISH, tr("English")), *choices), self._language)
        now = self.current
        self.review.set_text(tr("Read the translation"))
        self.review.setToolTip(tr("Read it beside the English, and put right what is not said well"))
        self.review.setVisible(now is not None)
        words = told(now) if now is not None else not_there(self._wished) if self._wished else ""
        given = tr("The class reads it in {language}.").format(language=self._given) if self._given else ""
        words = " ".join(filter(None, (words, given)))
        self.words.setText(words)
        self.words.setVisible(bool(words))
