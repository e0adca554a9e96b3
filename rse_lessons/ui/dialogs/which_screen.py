"""Which screen is the class looking at? Asked with a picture, and a large number on each screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.dialogs.room_picture import RoomPicture
from rse_lessons.ui.dialogs.signs import Signs
from rse_lessons.ui.screens import Stand, Wish
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.check_row import CheckRow
from rse_lessons.ui.widgets.choice_row import Choices
from rse_lessons.ui.widgets.chooser import Choice
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words

SHARED = "\n"
"""The choice of a window to share; no screen is called so."""


class WhichScreen(SmallWindow):
    """Accepted, `wish` is what the teacher wants."""

    def __init__(
        self,
        theme: Theme,
        stands: Sequence[Stand],
        wish: Wish,
        *,
        before: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, wide=820, parent=parent)
        self._stands = tuple(stands)
        self._before = before
        self.wish = wish
        """What is chosen now."""
        self.picture = RoomPicture(theme)
        self.screens = Choices(theme, columns=2)
        self.own_words = Words(theme, role="card", heading=True)
        self.own = Choices(theme, columns=2)
        self.more: list[CheckRow] = []
        self.no = Button(theme)
        self.yes = Button(theme, kind="primary")
        self._signs = Signs(theme, self)
        self._lay()
        self.screens.chosen.connect(self._class_looks_at)
        self.own.chosen.connect(lambda name: self._take(replace(self.wish, own=name)))
        self.picture.chosen.connect(self._class_looks_at)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.set_stands(stands)
        self.retranslate()

    def _lay(self) -> None:
        box = self.column.box
        for widget, below in ((self.picture, 16), (self.screens, 18), (self.own_words, 6), (self.own, 8)):
            box.addWidget(widget)
            box.addSpacing(below)
        self._checks = box.count()
        box.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)
        self.yes.setDefault(True)

    def set_stands(self, stands: Sequence[Stand]) -> None:
        """Offer the screens that are there now, and begin with what suits them."""
        self._stands = tuple(stands)
        names = {name for stand in stands for name in stand.names}
        wish = self.wish
        if wish.projector not in names:
            beside = [stand for stand in stands if not stand.primary and wish.own not in stand.names]
            largest = max(beside or stands, key=lambda stand: stand.pixels[0] * stand.pixels[1])
            wish = replace(wish, projector=largest.name)
        self._take(wish)
        if self.isVisible():
            self.fit()

    def _class_looks_at(self, name: str) -> None:
        if name == SHARED:
            self._take(replace(self.wish, sharing=True, more=()))
        else:
            self._take(replace(self.wish, projector=name, sharing=False))

    def _take(self, wish: Wish) -> None:
        """Choose this, and put right what does not go with it: nobody has one screen for two ends."""
        taken = () if wish.sharing else (wish.projector,)
        free = [stand for stand in self._stands if not set(stand.names) & set(taken)]
        own = next((stand for stand in free if wish.own in stand.names), None)
        own = own or next((stand for stand in free if stand.primary), None) or (free[0] if free else None)
        more = tuple(
            stand.name
            for stand in free
            if stand is not own and any(name in wish.more for name in stand.names)
        )
        self.wish = replace(wish, own=own.name if own else "", more=more)
        self._say()

    def _roles(self) -> dict[str, str]:
        wish = self.wish
        found = {}
        for stand in self._stands:
            if not wish.sharing and wish.projector in stand.names:
                found[stand.name] = "class"
            elif wish.own in stand.names:
                found[stand.name] = "own"
            elif set(stand.names) & set(wish.more):
                found[stand.name] = "more"
        return found

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        question = tr("Which screen is the class looking at?")
        self.setWindowTitle(question)
        self.heading.setText(question)
        self.screens.set_question(question)
        self.own_words.setText(tr("Where are your notes and buttons?"))
        self.own.set_question(self.own_words.text())
        self.no.set_text(tr("Not yet") if self._before else tr("Leave it as it is"))
        self.yes.set_text(tr("Present") if self._before else tr("Use this"))
        self._say()

    def _say(self) -> None:
        wish, roles = self.wish, self._roles()
        self.picture.show_stands(self._stands, roles)
        chosen = next((stand.name for stand in self._stands if wish.projector in stand.names), "")
        choices = [self._choice(stand) for stand in self._stands]
        shared = tr("Share that window, never the whole screen.")
        choices.append(Choice(SHARED, tr("A window to share in a video call"), shared))
        self.screens.set_choices(choices, SHARED if wish.sharing else chosen)
        free = [stand for stand in self._stands if wish.sharing or wish.projector not in stand.names]
        self.own_words.setVisible(len(free) > 1)
        self.own.setVisible(len(free) > 1)
        self.own.set_choices([self._choice(stand) for stand in free], wish.own)
        self._say_more([stand for stand in free if wish.own not in stand.names])
        if self.isVisible():
            self._show_signs()

    def _choice(self, stand: Stand) -> Choice:
        title = tr("Screen {number}: {name}").format(number=stand.number, name=stand.title)
        size = tr("{width} × {height}").format(width=stand.pixels[0], height=stand.pixels[1])
        if len(stand.names) > 1:
            same = tr("shows the same as {names}").format(names=", ".join(stand.names[1:]))
            return Choice(stand.name, title, f"{size}, {same}")
        if len(self._stands) == 1:
            return Choice(stand.name, title, tr("The only one: your notes stay hidden."))
        return Choice(stand.name, title, f"{size}, {tr('the main screen')}" if stand.primary else size)

    def _say_more(self, stands: Sequence[Stand]) -> None:
        for row in self.more:
            self.column.box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.more = []
        for number, stand in enumerate(stands):
            row = CheckRow(
                self.theme, tr("Show the slide on screen {number} too").format(number=stand.number)
            )
            row.setChecked(stand.name in self.wish.more)
            row.toggled.connect(lambda on, name=stand.name: self._show_too(name, on))
            self.column.box.insertWidget(self._checks + number, row)
            self.more.append(row)

    def _show_too(self, name: str, on: bool) -> None:
        kept = tuple(one for one in self.wish.more if one != name)
        self.wish = replace(self.wish, more=(*kept, name) if on else kept)
        roles = self._roles()
        self.picture.show_stands(self._stands, roles)
        self._show_signs()

    def _show_signs(self) -> None:
        for sign in self._signs.show(self._stands, self._roles()):
            sign.chosen.connect(self._class_looks_at)

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        """Stand on the main screen, where nobody asks for it elsewhere; then give each screen its number."""
        super().showEvent(event)
        main = next((stand for stand in self._stands if stand.primary), None)
        if main is not None and self.parentWidget() is None:
            self.move(main.area.center() - self.rect().center())
        self._show_signs()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the numbers away."""
        self._signs.take_away()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a screen by its number."""
        wanted = [stand for stand in self._stands if event.text() == str(stand.number)]
        if wanted:
            self._class_looks_at(wanted[0].name)
        else:
            super().keyPressEvent(event)
