"""What a class reads: a language, a second one with it or none, and how the two stand on a slide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.arrangement import ArrangementRow, arrangements
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.words import Words


class ReadsField(QWidget):
    """Three questions; the last is asked where there are two languages."""

    changed = Signal(str, str, str)
    """The language, the second one and the arrangement that are chosen now."""

    def __init__(
        self, theme: Theme, languages: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Offer languages, each by its tag and its own name."""
        super().__init__(parent)
        self._languages = tuple(languages)
        self._usual = ""
        self.value = ("", "", "small")
        self.first, self.second = Chooser(theme), Chooser(theme)
        self._second_words = Words(theme, bold=True)
        self._how_words = Words(theme, bold=True)
        self.how = Choices(theme, columns=3, row=ArrangementRow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, space in (
            (self.first, 16),
            (self._second_words, 8),
            (self.second, 16),
            (self._how_words, 8),
            (self.how, 0),
        ):
            column.addWidget(widget)
            column.addSpacing(space)
        self.first.chosen.connect(self._take_first)
        self.second.chosen.connect(lambda tag: self._take(self.value[0], tag, self.value[2]))
        self.how.chosen.connect(lambda how: self._take(*self.value[:2], how))

    def set_languages(self, languages: Sequence[tuple[str, str]]) -> None:
        """Offer other languages."""
        self._languages = tuple(languages)

    def say(self, question: str, usual: str) -> None:
        """Put the words in; `usual` names what holds while no language is chosen."""
        self._usual = usual
        self.first.set_question(question)
        self._second_words.setText(tr("And with it, on the same slide"))
        self.second.set_question(self._second_words.text())
        self._how_words.setText(tr("How the two stand on a slide"))
        self.how.set_question(self._how_words.text())
        self._show()

    def show_chosen(self, language: str, second: str, arrangement: str) -> None:
        """Show what is chosen."""
        self.value = (language, second, arrangement or "small")
        self._show()

    def _show(self) -> None:
        language, second, how = self.value
        known = dict(self._languages)
        # What was chosen stays, though nothing is there in it on this PC.
        names = [*self._languages, *((tag, tag) for tag in (language, second) if tag and tag not in known)]
        choices = [Choice(tag, name) for tag, name in names]
        self.first.set_choices([Choice("", self._usual), *choices], language)
        others = [choice for choice in choices if choice.value != language]
        self.second.set_choices([Choice("", tr("No second language")), *others], second)
        self.how.set_choices(arrangements(), how)
        self._how_words.setVisible(bool(second))
        self.how.setVisible(bool(second))

    def _take_first(self, language: str) -> None:
        """Take another language; where it was the second one, the two change places."""
        before, second, how = self.value
        self._take(language, before if second == language else second, how)

    def _take(self, language: str, second: str, how: str) -> None:
        self.show_chosen(language, second, how)
        self.changed.emit(*self.value)
