"""Teaching: the nation, the language, the class's screen and window, the size of the notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.chime import can_play
from rse_lessons.ui.settings.page import Page
from rse_lessons.ui.settings.size_slider import SizeSlider
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.reads_field import ReadsField

_CHOSEN = ("nation", "language", "projector", "console_layout")
NOTES = (17, 40)
"""Smallest and largest notes in px; + and - go as far on the console."""

Pairs = Sequence[tuple[str, str]]


class TeachingPage(Page):
    """The second page."""

    screens_requested = Signal()
    """Show which screen is which."""

    def __init__(
        self,
        theme: Theme,
        preferences: Preferences,
        *,
        screens: Pairs,
        nations: Pairs,
        languages: Pairs,
        standing: Callable[[str], str],
        lessons: Pairs = (),
    ) -> None:
        """`standing` says of a language what whoever chooses it should know; lessons are in `lessons`."""
        super().__init__(theme)
        self._screens, self._nations, self._languages = tuple(screens), tuple(nations), tuple(languages)
        self._standing = standing
        self._values = {name: getattr(preferences, name) for name in _CHOSEN}
        self.nations = Choices(theme, columns=2)
        self.languages = Choices(theme, columns=2)
        self.screens = Choices(theme)
        self.which = Button(theme, icon="monitor", wraps=True)
        self.touch, self.share = CheckRow(theme, ""), CheckRow(theme, "")
        self.share.set_last()
        notes = min(NOTES[1], max(NOTES[0], preferences.notes_size))
        self.notes = SizeSlider(theme, ends=NOTES, step=1, words=str, value=notes)
        self.layouts = Choices(theme, columns=3)
        self._nation, self._language = self.part(self.nations), self.part(self.languages)
        self.reads = ReadsField(theme, lessons)
        self._reads = self.part(self.reads)
        self.reads.show_chosen(
            preferences.lesson_language, preferences.second_language, preferences.arrangement
        )
        self.reads.changed.connect(self._take_reads)
        several = len(lessons) > 1
        for widget in (*self._reads, self.reads):
            widget.setVisible(several)
        self._screen, self._notes = (
            self.part(self.screens, self.which, self.touch, self.share),
            self.part(self.notes),
        )
        self._layout = self.part(self.layouts)
        self.box.setAlignment(self.which, Qt.AlignmentFlag.AlignLeft)
        self.show_preferences(preferences)
        self.which.clicked.connect(self.screens_requested)
        self.touch.toggled.connect(lambda on: self.changed.emit({"big_buttons": on}))
        self.share.toggled.connect(lambda on: self.changed.emit({"share_window": on}))
        self.report, self.sound = CheckRow(theme, ""), CheckRow(theme, "")
        self.sound.set_last()
        self.report.setChecked(preferences.lesson_report)
        self.sound.setChecked(preferences.timer_sound)
        self._lesson = self.part(self.report, self.sound)
        self.report.toggled.connect(lambda on: self.changed.emit({"lesson_report": on}))
        self.sound.toggled.connect(lambda on: self.changed.emit({"timer_sound": on}))
        self.box.addStretch(1)
        for name, choices in (
            ("nation", self.nations),
            ("language", self.languages),
            ("projector", self.screens),
            ("console_layout", self.layouts),
        ):
            choices.chosen.connect(lambda value, name=name: self._choose(name, value))
        self.notes.changed.connect(lambda value: self.changed.emit({"notes_size": value}))
        self.retranslate()

    def show_preferences(self, preferences: Preferences) -> None:
        """Show what was chosen elsewhere: the class's screen, its buttons and its window."""
        self._values["projector"] = preferences.projector
        for row, on in ((self.touch, preferences.big_buttons), (self.share, preferences.share_window)):
            row.blockSignals(True)
            row.setChecked(on)
            row.blockSignals(False)
            row.update()
        self._say_screens()

    def set_nations(self, nations: Pairs) -> None:
        """Take the nations as they are called in the interface's language."""
        self._nations = tuple(nations)

    def set_screens(self, screens: Pairs) -> None:
        """Offer the screens that are there now, by name and description."""
        self._screens = tuple(screens)
        self._say_screens()

    def set_theme(self, theme: Theme) -> None:
        """Show the notes as large as they will be."""
        super().set_theme(theme)
        self._say_notes()

    def _choose(self, name: str, value: str) -> None:
        self._values[name] = value
        self.changed.emit({name: value})

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("Teaching"))
        self.soft.setText(tr("Changes apply at once."))
        where = tr("Where you teach")
        self.say(
            self._nation,
            where,
            tr("It chooses the names of key stages or levels, curriculum codes and where to get help."),
        )
        self.nations.set_question(where)
        self.nations.set_choices([Choice(code, name) for code, name in self._nations], self._values["nation"])
        self._say_language()
        self._say_reads()
        self._say_screens()
        self._say_notes()
        self._say_layouts()
        self.say(self._lesson, tr("In a lesson and after it"))
        self.report.set_words(
            tr("Say after a lesson how it went"),
            tr("The time of each stage, and what to do next time. It is always on the lesson’s page."),
        )
        words = tr("Without it, words on the slide say so.")
        if not can_play():
            words = tr("Nothing on this PC can play it: install pw-play, paplay or aplay.")
        self.sound.set_words(tr("A soft sound when a timer is over"), words)

    def _say_language(self) -> None:
        several = len(self._languages) > 1
        more = tr("It changes at once, in the middle of a lesson too. Lessons have a language of their own.")
        only = tr("The windows are in English for now.")
        self.say(self._language, tr("Language of the windows"), more if several else only)
        self.languages.setVisible(several)
        self.languages.set_question(tr("Language of the windows"))
        choices = [Choice("", tr("As this PC"), tr("English, where the windows have not its language."))]
        choices += [Choice(code, name, self._standing(code)) for code, name in self._languages]
        self.languages.set_choices(choices, self._values["language"])

    def _take_reads(self, language: str, second: str, arrangement: str) -> None:
        self.changed.emit(
            {"lesson_language": language, "second_language": second, "arrangement": arrangement}
        )

    def _say_reads(self) -> None:
        self._reads[0].setText(tr("Language of lessons"))
        self._reads[1].setText(
            tr("For classes that have none of their own. In a lesson, Shift+L changes it.")
        )
        self.reads.say(tr("Language of lessons"), tr("The language of the windows"))

    def _say_screens(self) -> None:
        question = tr("Which screen the class looks at")
        only = tr("There is one screen now. It shows the slides alone, and your notes stay hidden.")
        self.say(self._screen, question, only if len(self._screens) < 2 else "")
        choices = [Choice("", tr("Choose for me"), tr("The largest screen beside the one you work on."))]
        choices += [Choice(name, name, description) for name, description in self._screens]
        chosen = self._values["projector"]
        if chosen and chosen not in {name for name, _description in self._screens}:
            choices.append(Choice(chosen, chosen, tr("Not connected now; it is remembered.")))
        self.which.set_text(tr("Show me which is which"))
        self.touch.set_words(
            tr("Large buttons on the class’s screen"),
            tr("For a touch panel: back, next, safe screen and help stand at its foot, never your notes."),
        )
        self.share.set_words(
            tr("The slide in a window to share in a video call"),
            tr("Your notes stay on your screen. Share that window, never the whole screen."),
        )
        self.screens.set_question(question)
        self.screens.set_choices(choices, chosen)

    def _say_layouts(self) -> None:
        question = tr("Your screen while presenting")
        self.say(self._layout, question, tr("While presenting, V changes it too."))
        self.layouts.set_question(question)
        choices = [
            Choice("even", tr("Slide and notes"), tr("And what comes next, the timer and the stages.")),
            Choice("slide", tr("Large slide"), tr("What comes next and the notes stand beside it.")),
            Choice("notes", tr("Large notes"), tr("The slide is small.")),
        ]
        self.layouts.set_choices(choices, self._values["console_layout"])

    def _say_notes(self) -> None:
        self.say(
            self._notes,
            tr("Size of your notes"),
            tr("On the console. While presenting, + and − change it too."),
        )
        self.notes.slider.setAccessibleName(tr("Size of your notes"))
        self.notes.set_sample(tr("Say: “You can always ask again.”"), self.theme.px)
