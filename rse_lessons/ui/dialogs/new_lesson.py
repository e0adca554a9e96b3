"""A new lesson of the school's own: its title, its age and its time. Nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.lesson.skeleton.frame import LEAST, MOST, USUAL
from rse_lessons.lesson.skeleton.naming import LONGEST
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class NewLessonDialog(SmallWindow):
    """Asks what the lesson is; once accepted, `title`, `band` and `minutes` are what was given."""

    def __init__(
        self,
        theme: Theme,
        bands: Sequence[tuple[str, str]],
        fault: Callable[[str], str],
        band: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a lesson of one of `bands`; `fault` says in a sentence why a title cannot be one."""
        super().__init__(theme, wide=680, parent=parent)
        self._bands = tuple(bands)
        self._fault = fault
        self._hint = Words(theme, colour="text-soft")
        self._title_words, self._band_words, self._minutes_words = (Words(theme, bold=True) for _ in range(3))
        self.field = QLineEdit()
        # Longer than a title may be, so that the sentence about it can be shown.
        self.field.setMaxLength(LONGEST * 3)
        self.message = Message(theme, "", icon="info")
        self.message.hide()
        self.bands = Choices(theme, columns=3)
        self.time = QSpinBox()
        self.time.setRange(LEAST, MOST)
        self.time.setSingleStep(5)
        self.time.setValue(USUAL)
        # The stylesheet's padding does not reach the words of a spin box.
        self.time.lineEdit().setTextMargins(theme.px(10), 0, 0, 0)
        self.write, self.cancel = Button(theme, kind="primary", icon="pencil"), Button(theme, kind="quiet")
        self._lay()
        self.write.setDefault(True)
        self.write.clicked.connect(self._check)
        self.cancel.clicked.connect(self.reject)
        self.field.textEdited.connect(self._quiet)
        self.bands.chosen.connect(self._quiet)
        self.field.setFocus()
        self.retranslate()
        if band:
            self.bands.set_choices(self._choices(), band)

    @property
    def title(self) -> str:
        """The title as it was typed."""
        return self.field.text()

    @property
    def band(self) -> str:
        """The id of the age band chosen."""
        return self.bands.value

    @property
    def minutes(self) -> int:
        """How long the lesson takes."""
        return self.time.value()

    def _lay(self) -> None:
        box = self.column.box
        for widget, space in (
            (self._hint, 20),
            (self._title_words, 6),
            (self.field, 12),
            (self.message, 12),
            (self._band_words, 8),
            (self.bands, 24),
            (self._minutes_words, 6),
            (self.time, 8),
        ):
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.write)

    def _choices(self) -> list[Choice]:
        return [Choice(band, words, swatch=band) for band, words in self._bands]

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(tr("Write a lesson"))
        self.heading.setText(tr("Write a lesson"))
        self._hint.setText(
            tr(
                "You get a whole lesson in a file of plain text, with places to fill in. It is saved in the "
                "folder for your own lessons and appears on your shelves."
            )
        )
        self._title_words.setText(tr("Title"))
        self.field.setAccessibleName(tr("Title"))
        self.field.setPlaceholderText(tr("Such as Kind words online"))
        self._band_words.setText(tr("How old the pupils are"))
        self.bands.set_question(tr("How old the pupils are"))
        self.bands.set_choices(self._choices(), self.bands.value)
        self._minutes_words.setText(tr("How long it takes"))
        self.time.setAccessibleName(tr("How long it takes"))
        self.time.setSuffix(" " + ntr("minute", "minutes", MOST))
        self.write.set_text(tr("Write the file"))
        self.cancel.set_text(tr("Cancel"))

    def _quiet(self, _change: str = "") -> None:
        self.message.hide()
        self.field.setAccessibleDescription("")

    def say(self, title: str, text: str = "") -> None:
        """Say what is wrong and what to do."""
        self.message.say(title, text)
        self.message.show()
        said = f"{title} {text}".strip()
        self.field.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.fit()

    def _check(self) -> None:
        self._quiet()
        if fault := self._fault(self.title):
            first, _, rest = fault.partition(". ")
            self.say(f"{first}." if rest else first, rest)
            self.field.setFocus()
            self.field.selectAll()
        elif not self.band:
            self.say(
                tr("The ages are not chosen yet."), tr("The lesson’s words and its help lines follow them.")
            )
            self.bands.rows[0].setFocus()
        else:
            self.accept()
