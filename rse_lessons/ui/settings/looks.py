"""How it looks: colours, size of the text, slides, motion."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import tr
from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.settings.page import Page
from rse_lessons.ui.settings.size_slider import SizeSlider
from rse_lessons.ui.settings.theme_sample import ThemeSample
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice

BODY = 17
"""Pixels of plain words at 100%."""


class LooksPage(Page):
    """The first page."""

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__(theme)
        self.themes = Choices(theme, columns=4, row=ThemeSample)
        self.text_size = SizeSlider(
            theme, ends=(100, 200), step=10, words=lambda value: f"{value}%", value=preferences.text_scale
        )
        self.slides = Choices(theme)
        self.motion = CheckRow(theme, "")
        self.motion.set_last()
        self.motion.setChecked(preferences.reduced_motion)
        self._values = {"theme": preferences.theme, "slide_theme": preferences.slide_theme}
        self._themes, self._size = self.part(self.themes), self.part(self.text_size)
        self._slides, self._motion = self.part(self.slides), self.part(self.motion)
        self.box.addStretch(1)
        self.themes.chosen.connect(lambda value: self._choose("theme", value))
        self.slides.chosen.connect(lambda value: self._choose("slide_theme", value))
        self.text_size.changed.connect(lambda value: self.changed.emit({"text_scale": value}))
        self.motion.toggled.connect(lambda on: self.changed.emit({"reduced_motion": on}))
        self.retranslate()

    def _choose(self, name: str, value: str) -> None:
        self._values[name] = value
        self.changed.emit({name: value})

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.setText(tr("How it looks"))
        self.soft.setText(tr("Changes apply at once."))
        self.say(self._themes, tr("Colours of the windows"))
        self.themes.set_question(tr("Colours of the windows"))
        themes = [
            Choice("system", tr("As this PC")),
            Choice("light", tr("Light")),
            Choice("dark", tr("Dark")),
            Choice("high-contrast", tr("High contrast")),
        ]
        self.themes.set_choices(themes, self._values["theme"])
        self.say(self._size, tr("Size of the text"), tr("In every window. The slides keep their own size."))
        self.text_size.slider.setAccessibleName(tr("Size of the text, in per cent"))
        self.text_size.set_sample(tr("Where 4 Maple stopped"), lambda value: round(BODY * value / 100))
        self._say_slides()
        self.say(self._motion, tr("Motion"))
        self.motion.set_words(
            tr("Less motion"), tr("Slides and bars change at once, without fading or growing.")
        )

    def _say_slides(self) -> None:
        self.say(self._slides, tr("Slides for the class"))
        self.slides.set_question(tr("Slides for the class"))
        slides = [
            Choice("auto", tr("As the windows"), tr("In high contrast when the windows are, else light.")),
            Choice("light", tr("Light"), tr("Dark words on a pale page. This reads best in a bright room.")),
            Choice(
                "high-contrast", tr("High contrast"), tr("White words on black, for a class that needs it.")
            ),
        ]
        self.slides.set_choices(slides, self._values["slide_theme"])
