"""Choosing the console's passcode, changing it, and taking it away; who does the latter two knows it."""

from __future__ import annotations

import math

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from rse_lessons.i18n.catalogues import ntr, retold, tr
from rse_lessons.settings.passcode import LONGEST, SHORTEST, Answer, Passcode
from rse_lessons.ui.elsewhere import Elsewhere
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Message
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class PasscodeDialog(SmallWindow):
    """Accepted once the file holds what was wanted; `remove` takes the passcode away."""

    def __init__(
        self,
        theme: Theme,
        lock: Passcode,
        parent: QWidget | None = None,
        *,
        remove: bool = False,
        profile: bool = False,
    ) -> None:
        """`profile`: it is the passcode of a whole profile, not of the console alone."""
        super().__init__(theme, wide=560, parent=parent)
        self._lock = lock
        self._remove = remove
        self._profile = profile
        self._worker = Elsewhere()
        self._worker.done.connect(self._done)
        self._said = Words(theme)
        self.current, self.new, self.again = (_field() for _ in range(3))
        self._labels = [Words(theme, bold=True) for _ in range(3)]
        self.message = Message(theme, "", icon="lock")
        self.keep, self.cancel = Button(theme, kind="primary"), Button(theme, kind="quiet")
        self._lay()
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._check)
        self.cancel.clicked.connect(self.reject)
        self.retranslate()

    def _fields(self) -> list[QLineEdit]:
        """Give the fields that are asked."""
        known = [self.current] if self._lock.is_set else []
        return known if self._remove else [*known, self.new, self.again]

    def _lay(self) -> None:
        box = self.column.box
        box.addWidget(self._said)
        asked = self._fields()
        for label, field in zip(self._labels, (self.current, self.new, self.again), strict=True):
            box.addSpacing(12 if field in asked else 0)
            box.addWidget(label)
            box.addSpacing(6 if field in asked else 0)
            box.addWidget(field)
            label.setVisible(field in asked)
            field.setVisible(field in asked)
        box.addSpacing(12)
        box.addWidget(self.message)
        box.addStretch(1)
        self.message.hide()
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.keep)
        asked[0].setFocus()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        title = tr("Passcode of your profile") if self._profile else tr("Passcode for your locked screen")
        if self._remove:
            title = tr("Take the passcode away")
        self.setWindowTitle(title)
        self.heading.setText(title)
        said = tr(
            "While you present, K hides everything on your screen but the slide. With a passcode, only "
            "someone who knows it can show your notes again. There is no hint, so keep it where you will "
            "find it."
        )
        gone = tr("K will lock and unlock your screen as before.")
        if self._profile:
            said = tr(
                "It is asked when RSE Lessons starts and when it was locked. There is no hint: without it, "
                "a profile is opened only by deleting its private words."
            )
            gone = tr("Whoever starts RSE Lessons can then open your profile.")
        self._said.setText(gone if self._remove else said)
        names = (tr("The passcode as it is now"), tr("New passcode"), tr("The new passcode once more"))
        for label, field, name in zip(self._labels, (self.current, self.new, self.again), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.keep.set_text(tr("Take it away") if self._remove else tr("Keep it"))
        self.cancel.set_text(tr("Cancel"))

    # What is wrong

    def _check(self) -> None:
        if self._worker.busy:
            return
        left = math.ceil(self._lock.wait())
        if left and self._lock.is_set:
            words = ntr("Try again in {count} second.", "Try again in {count} seconds.", left)
            self._say(tr("The passcode was wrong several times."), words, self.current)
        elif not self._remove and not SHORTEST <= len(self.new.text()) <= LONGEST:
            words = tr("Use {least} to {most} characters.").format(least=SHORTEST, most=LONGEST)
            self._say(tr("This passcode is too short or too long."), words, self.new)
        elif not self._remove and self.new.text() != self.again.text():
            self._say(tr("The two are not the same."), tr("Type the new passcode twice."), self.again)
        else:
            self._set_enabled(enabled=False)
            current, new = self.current.text(), self.new.text()
            self._worker.do(lambda: self._carry_out(current, new))

    def _carry_out(self, current: str, new: str) -> object:
        """Do it, on a thread; gives the answer to the passcode of before, or why it cannot be written."""
        answer = self._lock.attempt(current)
        if answer is not Answer.RIGHT:
            return answer
        try:
            if self._remove:
                self._lock.forget()
            else:
                self._lock.choose(new)
        except (OSError, ValueError) as error:
            return getattr(error, "strerror", None) or retold(error.args[0])
        return answer

    def _done(self, result: object) -> None:
        if result is Answer.RIGHT:
            self.accept()
            return
        self._set_enabled(enabled=True)
        if isinstance(result, Answer):
            self._say(tr("That is not the passcode."), tr("Nothing was changed. Try again."), self.current)
        else:
            words = tr(
                "The file {file} could not be written ({reason}). Ask whoever looks after this PC to let you "
                "write there."
            ).format(file=self._lock.path, reason=result)
            self._say(tr("Nothing was changed."), words, self.keep)

    def _set_enabled(self, *, enabled: bool) -> None:
        for widget in (*self._fields(), self.keep):
            widget.setEnabled(enabled)

    def _say(self, title: str, words: str, where: QWidget) -> None:
        self.message.say(title, words)
        self.message.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{title} {words}"))
        where.setFocus()
        if isinstance(where, QLineEdit):
            where.selectAll()
        self.fit()


def _field() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(LONGEST * 2)  # longer than may be, so that the sentence about it can be shown
    return field
