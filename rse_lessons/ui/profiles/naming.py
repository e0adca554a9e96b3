"""Naming a profile: a new one, or the one that is open. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.profile_list import LONGEST, alike, tidy_name
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

Judge = Callable[[str], str]
"""Given a name, `empty`, `long`, `taken`, or nothing when it is fine."""


class _Asked:
    """One name that is asked for."""

    def __init__(self, theme: Theme, judge: Judge, name: str = "") -> None:
        self.label = Words(theme, bold=True)
        self.field = QLineEdit(name)
        # Longer than a name may be, so that the sentence about it can be shown.
        self.field.setMaxLength(LONGEST * 3)
        self.judge = judge

    def say(self, words: str) -> None:
        """Say what is asked for."""
        self.label.setText(words)
        self.field.setAccessibleName(words)

    @property
    def name(self) -> str:
        """What was typed."""
        return tidy_name(self.field.text())


class NameWindow(SmallWindow):
    """Accepted with `name`; for a new profile also with `own_name`, if it was asked, and `language`."""

    def __init__(
        self,
        theme: Theme,
        judge: Judge,
        *,
        name: str = "",
        own: Judge | None = None,
        languages: Sequence[tuple[str, str]] = (),
        language: str = "en",
        new: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`own` judges the name of whoever is here, who has none yet; without it, that is not asked."""
        super().__init__(theme, wide=600, parent=parent)
        self._new = new
        self._languages = tuple(languages)
        self._own = _Asked(theme, own) if own is not None else None
        self._other = _Asked(theme, judge, name)
        self._hint = Words(theme, colour="text-soft")
        self._language_words = Words(theme, bold=True)
        self.languages = Choices(theme, columns=2)
        self._language = language
        self.message = Message(theme, "", icon="users")
        self.message.hide()
        self.keep, self.cancel = Button(theme, kind="primary"), Button(theme, kind="quiet")
        self._lay()
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._check)
        self.cancel.clicked.connect(self.reject)
        self.retranslate()
        self._asked[0].field.setFocus()
        self._asked[0].field.selectAll()

    @property
    def _asked(self) -> list[_Asked]:
        return [self._own, self._other] if self._own is not None else [self._other]

    @property
    def name(self) -> str:
        """The name of the profile."""
        return self._other.name

    @property
    def own_name(self) -> str:
        """The name of whoever was here already; empty when it was not asked."""
        return self._own.name if self._own is not None else ""

    @property
    def language(self) -> str:
        """The language of a new profile."""
        return self.languages.value or self._language

    def field(self, *, own: bool = False) -> QLineEdit:
        """Give one of the fields."""
        return self._asked[0].field if own else self._other.field

    def _lay(self) -> None:
        box = self.column.box
        box.addWidget(self._hint)
        box.addSpacing(16)
        for asked in self._asked:
            box.addWidget(asked.label)
            box.addSpacing(6)
            box.addWidget(asked.field)
            box.addSpacing(16)
        several = self._new and len(self._languages) > 1
        for widget, space in ((self._language_words, 6), (self.languages, 16)):
            widget.setVisible(several)
            if several:
                box.addWidget(widget)
                box.addSpacing(space)
            else:
                widget.setParent(self)
        box.addWidget(self.message)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.keep)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("New profile") if self._new else tr("Name of this profile")
        self.setWindowTitle(title)
        self.heading.setText(title)
        hint = tr("It begins empty, with classes, records and settings of its own. Lessons are shared.")
        self._hint.setText(hint if self._new else tr("It is shown when RSE Lessons starts."))
        if self._own is not None:
            self._own.say(tr("Your own name, so that the two can be told apart"))
        self._other.say(tr("Name of the other teacher") if self._new else tr("Name"))
        self._language_words.setText(tr("Language"))
        self.languages.set_question(tr("Language"))
        self.languages.set_choices([Choice(code, name) for code, name in self._languages], self.language)
        self.keep.set_text(tr("Add the profile") if self._new else tr("Keep it"))
        self.cancel.set_text(tr("Cancel"))

    def _check(self) -> None:
        for asked in self._asked:
            fault = asked.judge(asked.field.text())
            if not fault and asked is self._other and self._own is not None:
                fault = "taken" if alike(asked.name, self._own.name) else ""
            if fault:
                self._say(fault, asked)
                return
        self.accept()

    def _say(self, fault: str, asked: _Asked) -> None:
        count = tr("This name has {count} characters, and {most} is the most.")
        title, words = {
            "empty": (tr("There is no name yet."), tr("Type a name with letters or digits.")),
            "long": (count.format(count=len(asked.name), most=LONGEST), tr("Please shorten it.")),
            "taken": (
                tr("Another profile is called like this."),
                tr("Add an initial or a subject, so that the two can be told apart."),
            ),
        }[fault]
        self.message.say(title, words)
        self.message.show()
        asked.field.setAccessibleDescription(f"{title} {words}")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {words}"))
        self.fit()
        asked.field.setFocus()
        asked.field.selectAll()
