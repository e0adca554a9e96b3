"""Small windows for the teacher alone: they are covered as soon as the class may see the screen.

When that is, is known to whoever gives the lesson.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.notices import Icon
from rse_lessons.ui.widgets.small_window import SmallWindow
from rse_lessons.ui.widgets.words import Words


class PrivateWindow(SmallWindow):
    """A small window that can be covered; what was typed in it stays."""

    uncover_requested = Signal()
    """The teacher says that nobody else sees this screen."""

    def __init__(self, theme: Theme, *, wide: int = 640, parent: QWidget | None = None) -> None:
        super().__init__(theme, wide=wide, parent=parent)
        self._held: QWidget | None = None
        self._cover = QWidget()
        self._cover_mark = Icon(theme, "eye-off", "text-soft", 40)
        self._cover_words = Words(theme, role="lead", centred=True)
        self.uncover = Button(theme, wraps=True)
        self.uncover.clicked.connect(self.uncover_requested)
        column = QVBoxLayout(self._cover)
        column.setContentsMargins(32, 8, 32, 8)
        column.setSpacing(16)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(self._cover_mark, 0, middle)
        column.addWidget(self._cover_words)
        column.addWidget(self.uncover, 0, middle)
        column.addStretch(3)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, self._cover, 1)
        self._cover.hide()
        self._covered = False

    @property
    def covered(self) -> bool:
        """Whether what it holds is hidden."""
        return self._covered

    def set_covered(self, covered: bool) -> None:
        """Hide everything that was typed and can be read here, or show it again."""
        if covered == self._covered:
            return
        if covered:
            self._held = self.focusWidget()
        self._covered = covered
        self._cover_words.setText(
            tr("This is covered, because the class may be able to see this screen now. Nothing is lost.")
        )
        self.uncover.set_text(tr("Only I see this screen: show it"))
        for widget in (self.heading, self.column, *self._feet()):
            widget.setVisible(not covered)
        self._rule.setVisible(not covered and self.column.verticalScrollBar().maximum() > 0)
        self._cover.setVisible(covered)
        if covered:
            self.uncover.setFocus()
        elif self._held is not None:
            self._held.setFocus()

    def _feet(self) -> list[QWidget]:
        items = [self.foot.itemAt(place) for place in range(self.foot.count())]
        found = [item.widget() for item in items if item is not None]
        return [widget for widget in found if widget is not None]


def privacy_question(theme: Theme, parent: QWidget | None = None) -> Question:
    """Ask before something is typed or read on a screen that the class may see; `go` opens it."""
    words = tr(
        "What you are about to open is only for you. Turn the projector’s picture off first, with its own "
        "button, or leave it until the class has gone. While it is open, the class’s slide is the safe "
        "screen."
    )
    answers = [("", tr("Not now")), ("go", tr("The class cannot see it now"))]
    return Question(theme, tr("Can the class see this screen?"), words, answers, parent)
