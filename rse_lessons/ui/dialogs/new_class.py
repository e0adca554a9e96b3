"""A class: its name, its ages, and what else may be said of it. Nothing is stored here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.progress.facts.labels import LONGEST, check_label, looks_like_a_name, tidy
from rse_lessons.progress.facts.summary import ClassInfo
from rse_lessons.ui.dialogs.class_details import LANGUAGES, ClassDetails
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.flow import Flow
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class ClassDialog(SmallWindow):
    """Asks for a class; once accepted, `label`, `band` and `details` are what was given.

    With a class that is `known` it asks what has changed. Its name stays, for the records go by it.
    """

    def __init__(
        self,
        theme: Theme,
        bands: Sequence[tuple[str, str]],
        existing: Collection[str],
        nations: Sequence[tuple[str, str]],
        *,
        known: ClassInfo | None = None,
        languages: Sequence[tuple[str, str]] = LANGUAGES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, wide=680, parent=parent)
        self.label = ""
        self.wants_deletion = False
        self._known = known
        self._bands = tuple(bands)
        self._existing = {known.casefold(): known for known in existing}
        self._hint = Words(theme, colour="text-soft")
        self._name_words = Words(theme, bold=True)
        self._band_words = Words(theme, bold=True)
        self.name = QLineEdit()
        # Longer than a label may be, so that the sentence about it can be shown.
        self.name.setMaxLength(LONGEST * 3)
        self.message = Message(theme, "", icon="users")
        self.keep, self.change = Button(theme), Button(theme)
        self._trouble, self._answers = QWidget(), QWidget()
        self.bands = Choices(theme, columns=3)
        self.more = Button(theme, kind="quiet", icon="plus", flush=True)
        self._details = ClassDetails(theme, nations, languages=languages)
        self.delete = Button(theme, kind="quiet", icon="trash-2", flush=True)
        self.add = Button(theme, kind="primary", icon="check" if known else "plus")
        self.cancel = Button(theme, kind="quiet")
        self._lay()
        self._quiet()
        self.add.setDefault(True)
        self.add.clicked.connect(self._check)
        self.more.clicked.connect(self._show_more)
        self.delete.clicked.connect(self._delete)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._take)
        self.change.clicked.connect(self._change)
        self.name.textEdited.connect(self._quiet)
        self.bands.chosen.connect(self._quiet)
        self.name.setFocus()
        self._details.setVisible(known is not None)
        self.more.setVisible(known is None)
        self.delete.setVisible(known is not None)
        self.retranslate()
        if known is not None:
            self._show_known(known)

    def _show_known(self, known: ClassInfo) -> None:
        self.name.setText(known.label)
        self._details.set_chosen(known)
        choices = [Choice(band, words, swatch=band) for band, words in self._bands]
        self.bands.set_choices(choices, known.band)
        (self.bands.rows[0] if known.band not in dict(self._bands) else self.add).setFocus()

    @property
    def details(self) -> dict[str, object]:
        """The nation and the days that were chosen."""
        return self._details.chosen

    @property
    def languages(self) -> dict[str, str]:
        """What the class reads: `language`, `second` and `arrangement`."""
        return self._details.languages

    @property
    def band(self) -> str:
        """The id of the age band chosen."""
        return self.bands.value

    def _lay(self) -> None:
        answers = Flow(self._answers)
        answers.addWidget(self.change)
        answers.addWidget(self.keep)
        trouble = QVBoxLayout(self._trouble)
        trouble.setContentsMargins(0, 12, 0, 0)
        trouble.setSpacing(12)
        trouble.addWidget(self.message)
        trouble.addWidget(self._answers)
        box = self.column.box
        unasked = (self._hint, self._name_words, self.name, self.more)
        for widget, space in (
            (self._hint, 20),
            (self._name_words, 6),
            (self.name, 0),
            (self._trouble, 24),
            (self._band_words, 8),
            (self.bands, 16),
            (self.more, 0),
            (self._details, 8),
            (self.delete, 8),
        ):
            if self._known is not None and widget in unasked:
                continue
            box.addWidget(widget)
            box.addSpacing(space)
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.add)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        known = self._known
        title = tr("New class") if known is None else tr("Class {label}").format(label=known.label)
        self.setWindowTitle(title)
        self.heading.setText(title)
        self._hint.setText(tr("Give it the name that you use. No pupil is named."))
        self._name_words.setText(tr("Name of the class"))
        self.name.setAccessibleName(tr("Name of the class"))
        self.name.setPlaceholderText(tr("Such as 4 Maple or 8B"))
        self._band_words.setText(tr("How old most of them are"))
        self.bands.set_question(tr("How old most of them are"))
        self.bands.set_choices(
            [Choice(band, words, swatch=band) for band, words in self._bands], self.bands.value
        )
        self.keep.set_text(tr("No, it is a class"))
        self.change.set_text(tr("Change it"))
        self.more.set_text(tr("Days, nation, language"))
        self.delete.set_text(tr("Delete this class…"))
        self.add.set_text(tr("Add the class") if known is None else tr("Keep"))
        self.cancel.set_text(tr("Cancel"))

    # What is wrong, and what is asked

    def _quiet(self, _change: str = "") -> None:
        self._trouble.hide()
        self._answers.hide()
        self.name.setAccessibleDescription("")
        self.add.setDefault(True)

    def _say(self, title: str, text: str) -> None:
        self.message.say(title, text)
        self._trouble.show()
        said = f"{title} {text}"
        self.name.setAccessibleDescription(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.fit()

    def _fault(self, label: str) -> tuple[str, str] | None:
        """Give what happened and what to do, or None when the name can be taken."""
        if not label:
            return tr("The class has no name yet."), tr("Type the name that you use for it.")
        if len(label) > LONGEST:
            long = tr("This name has {count} characters, and {most} is the most.")
            return long.format(count=len(label), most=LONGEST), tr("Please shorten it.")
        try:
            check_label(label)
        except ValueError:
            return tr("There is a sign in this name that cannot be kept."), tr(
                "Letters, digits and spaces are fine."
            )
        known = self._existing.get(label.casefold())
        if known is not None:
            there = tr("There is a class “{label}” already.").format(label=known)
            return there, tr("Choose it from your classes, or give this one another name.")
        return None

    def _check(self) -> None:
        self._quiet()
        label = tidy(self.name.text())
        fault = self._fault(label) if self._known is None else None
        if fault is not None:
            self._say(*fault)
            self.name.setFocus()
            self.name.selectAll()
        elif not self.band:
            self._say(
                tr("The ages are not chosen yet."), tr("Lessons for these ages come first on your shelves.")
            )
            self.bands.rows[0].setFocus()
        elif self._known is None and looks_like_a_name(label):
            self._answers.show()
            asked = tr("Is “{label}” a person’s name?").format(label=label)
            self._say(asked, tr("A class label is never a pupil’s name."))
            self.change.setFocus()
        else:
            self._take()

    def _change(self) -> None:
        self._quiet()
        self.name.setFocus()
        self.name.selectAll()

    def _show_more(self) -> None:
        self._details.show()
        self.more.hide()
        self.fit()
        self._details.days[0].setFocus()

    def _delete(self) -> None:
        self.wants_deletion = True
        self.reject()

    def _take(self) -> None:
        self.label = tidy(self.name.text())
        self.accept()
