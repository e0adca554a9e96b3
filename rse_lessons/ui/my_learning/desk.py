"""The desk of My learning: how far one is, where to go on, and the parts of the page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from rse_lessons.i18n.catalogues import ntr, tr
from rse_lessons.ui import icons
from rse_lessons.ui.my_learning.known import Known
from rse_lessons.ui.my_learning.words import finished_words, total_words
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.desk import OVERHANG, Desk
from rse_lessons.ui.widgets.paint import advance, box, broken, set_lines, smooth
from rse_lessons.ui.widgets.tall_button import TallButton
from rse_lessons.ui.widgets.words import Words

PARTS = ("path", "evidence", "reflections", "notes", "take")
ICONS: Mapping[str, str] = {
    "path": "layout-grid",
    "evidence": "clock",
    "reflections": "pencil",
    "notes": "users",
    "take": "file-text",
}


class PartRow(TallButton):
    """Pressed, it shows its part of the page."""

    LEAST = (140, 46)

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._title, self._count = "", ""
        self.current = False

    def set_words(self, title: str, count: str, said: str, *, current: bool) -> None:
        """Show its title and how many things are in it; `said` is the number as it is read out."""
        self._title, self._count, self.current = title, count, current
        parts = [title, said, tr("shown now") if current else ""]
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.updateGeometry()
        self.update()

    def _lines(self, width: int) -> list[str]:
        theme = self._theme
        taken = advance(self._count, theme.font(17)) + theme.px(12) if self._count else 0
        # As tall as with bold words, so that choosing it moves nothing.
        return broken(self._title, theme.font(17, bold=True), width - 2 * OVERHANG - theme.px(36) - taken)

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words, and the room around."""
        return len(self._lines(width)) * self._theme.px(26) + self._theme.px(20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground where one is, the icon, the words, and the number at the right."""
        theme, px = self._theme, self._theme.px
        painter = smooth(QPainter(self))
        ground = "pressed" if self.isDown() else "hover" if self.underMouse() else ""
        ground = ground or ("ground" if self.current else "")
        if ground:
            edge = theme.colour("control-edge") if self.current and theme.high_contrast else None
            box(painter, QRectF(self.rect()), px(10), fill=theme.colour(ground), edge=edge)
        ink = "on-pressed" if self.isDown() else "text"
        lines = self._lines(self.width())
        top = (self.height() - len(lines) * px(26)) / 2
        picture = icons.pixmap(self._icon, theme.hex(ink), px(22), self.devicePixelRatioF())
        painter.drawPixmap(OVERHANG, round(top) + px(2), picture)
        at = (OVERHANG + px(36), top)
        face = theme.font(17, bold=self.current)
        set_lines(painter, lines, face, colour=theme.colour(ink), at=at, height=px(26))
        if self._count:
            soft = theme.colour("on-pressed" if self.isDown() else "text-soft")
            right = self.width() - OVERHANG - advance(self._count, theme.font(17))
            set_lines(painter, [self._count], theme.font(17), colour=soft, at=(right, top), height=px(26))
        painter.end()


class LearningDesk(Desk):
    """What is done, what is next, and where on the page one is."""

    part_chosen = Signal(str)
    go_on_wanted = Signal()
    modules_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._known, self._part = Known(), PARTS[0]
        self.title = Words(theme, role="desk", heading=True)
        self.done = Words(theme, bold=True)
        self.hours = Words(theme, colour="text-soft")
        self.next_words = Words(theme)
        self.go_on = Button(theme, kind="primary", icon="play-filled", wraps=True)
        self.rows = {part: PartRow(theme, ICONS[part]) for part in PARTS}
        self.modules = Button(theme, kind="quiet", icon="chevron-left", flush=True, wraps=True)
        for widget, space in (
            (self.title, 8),
            (self.done, 2),
            (self.hours, 16),
            (self.next_words, 10),
            (self.go_on, 22),
        ):
            self.put(widget)
            self.column.addSpacing(space)
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        for part, row in self.rows.items():
            row.clicked.connect(lambda _=False, name=part: self.part_chosen.emit(name))
            row.moved.connect(lambda step, name=part: self._move(name, step))
            rows.addWidget(row)
        self.column.addLayout(rows)
        self.column.addStretch(1)
        self.foot.addWidget(self.modules)
        self.go_on.clicked.connect(self.go_on_wanted)
        self.modules.clicked.connect(self.modules_wanted)
        self.show_foot(shown=True)
        self.begin()
        self.retranslate()

    def show_known(self, known: Known) -> None:
        """Show what is known now."""
        self._known = known
        self.retranslate()

    def show_part(self, part: str) -> None:
        """Mark the part that is shown."""
        self._part = part
        self.retranslate()

    def _move(self, part: str, step: int) -> None:
        place = PARTS.index(part) + step
        if 0 <= place < len(PARTS):
            self.rows[PARTS[place]].setFocus()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        known = self._known
        self.title.setText(tr("My learning"))
        self.done.setText(tr("One moment…") if known.reading else finished_words(known))
        self.hours.setText("" if known.reading else total_words(known))
        self._say_next()
        for part, (title, count, said) in self._named().items():
            self.rows[part].set_words(title, count, said, current=part == self._part)
        self.modules.set_text(tr("To the modules"))

    def _say_next(self) -> None:
        step = self._known.next
        self.next_words.setVisible(bool(step))
        self.go_on.setVisible(bool(step))
        if step is None:
            return
        begun = any(one.id == step.module and one.state == "begun" for one in self._known.modules)
        if step.again:
            words, button = tr("Time to look at “{title}” again."), tr("Look at it again")
        elif begun:
            words, button = tr("You are in the middle of “{title}”."), tr("Go on")
        else:
            words, button = tr("Next: “{title}”."), tr("Begin")
        self.next_words.setText(words.format(title=step.title))
        self.go_on.set_text(button)
        self.go_on.setAccessibleDescription(self.next_words.text())

    def _named(self) -> dict[str, tuple[str, str, str]]:
        known = self._known
        evidence, written, notes = len(known.evidence), len(known.reflections), len(known.notes)
        return {
            "path": (tr("The path"), "", ""),
            "evidence": (
                tr("Evidence"),
                str(evidence or ""),
                ntr("{count} entry", "{count} entries", evidence) if evidence else "",
            ),
            "reflections": (
                tr("Reflections"),
                str(written or ""),
                ntr("{count} reflection", "{count} reflections", written) if written else "",
            ),
            "notes": (
                tr("Notes for a mentor"),
                str(notes or ""),
                ntr("{count} note", "{count} notes", notes) if notes else "",
            ),
            "take": (tr("Certificate and portfolio"), "", ""),
        }
