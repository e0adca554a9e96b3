"""What a class may say of itself besides its name and its ages: days, nation, languages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.facts.summary import ClassInfo
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.weekdays import weekday, weekday_short
from rse_lessons.ui.widgets.buttons import Chip
from rse_lessons.ui.widgets.chooser import Choice, Chooser
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.reads_field import ReadsField
from rse_lessons.ui.widgets.words import Words

LANGUAGES = (("en", "English"), ("cy", "Cymraeg"), ("ga", "Gaeilge"), ("gd", "Gàidhlig"))
"""Languages that classes in the four nations are taught in, each by its own name."""

_SCHOOL_DAYS = 5


class ClassDetails(QWidget):
    """Three questions, none of which has to be answered."""

    def __init__(
        self,
        theme: Theme,
        nations: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        languages: Sequence[tuple[str, str]] = LANGUAGES,
    ) -> None:
        super().__init__(parent)
        self._nations = tuple(nations)
        self._days_words = Words(theme, bold=True)
        self._nation_words = Words(theme, bold=True)
        self._nation_hint = Words(theme, colour="text-soft")
        self._language_words = Words(theme, bold=True)
        self._language_hint = Words(theme, colour="text-soft")
        self._chips = QWidget()
        chips = Flow(self._chips)
        self.days = [Chip(theme, weekday_short(day)) for day in range(_SCHOOL_DAYS)]
        for chip in self.days:
            chips.addWidget(chip)
        self.nation = Chooser(theme)
        self.reads = ReadsField(theme, languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, space in (
            (self._days_words, 6),
            (self._chips, 24),
            (self._nation_words, 2),
            (self._nation_hint, 8),
            (self.nation, 24),
            (self._language_words, 2),
            (self._language_hint, 8),
            (self.reads, 8),
        ):
            column.addWidget(widget)
            column.addSpacing(space)
        self._chosen_nation = ""
        self.nation.chosen.connect(self._take_nation)
        self.retranslate()

    @property
    def chosen(self) -> dict[str, object]:
        """What was answered of days and nation."""
        days = [day for day, chip in enumerate(self.days) if chip.isChecked()]
        return {"nation": self._chosen_nation, "days": days}

    @property
    def languages(self) -> dict[str, str]:
        """What was answered of languages; how two of them stand says nothing where there is one."""
        language, second, arrangement = self.reads.value
        return {"language": language, "second": second, "arrangement": arrangement if second else ""}

    def set_chosen(self, known: ClassInfo) -> None:
        """Show what is known of a class."""
        self._chosen_nation = known.nation
        self.reads.show_chosen(known.language, known.second, known.arrangement)
        days = known.days
        for day, chip in enumerate(self.days):
            chip.setChecked(day in days)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._days_words.setText(tr("Days on which it has these lessons"))
        for day, chip in enumerate(self.days):
            chip.setText(weekday_short(day))
            chip.setAccessibleName(weekday(day))
            chip.setAccessibleDescription(tr("Days on which it has these lessons"))
        self._nation_words.setText(tr("Nation"))
        self._nation_hint.setText(tr("Choosing the class then shows its curriculum and its help lines."))
        self.nation.set_question(tr("Nation"))
        as_app = Choice("", tr("As the app is set"))
        self.nation.set_choices(
            [as_app, *(Choice(code, name) for code, name in self._nations)], self._chosen_nation
        )
        self._language_words.setText(tr("Language of its lessons"))
        self._language_hint.setText(
            tr("It is kept for the class. A lesson without a translation is shown in English.")
        )
        self.reads.say(tr("Language of its lessons"), as_app.text)

    def _take_nation(self, code: str) -> None:
        self._chosen_nation = code
