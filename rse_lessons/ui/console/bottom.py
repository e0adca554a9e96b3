"""The row of buttons that is always there: back, next, what the class sees, safe, help."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.session import Shows
from rse_lessons.ui.actions import keys_of, label, shown
from rse_lessons.ui.console.slide_frame import ICONS, ROLES
from rse_lessons.ui.icons import icon
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.words import shows_word

SEGMENTS: tuple[tuple[Shows, str], ...] = (
    (Shows.LIVE, "live"),
    (Shows.FROZEN, "freeze"),
    (Shows.BLACK, "black"),
    (Shows.WHITE, "white"),
)


STEPS = 6


class BottomBar(QFrame):
    """Buttons that ask for actions; the states say which one is on."""

    requested = Signal(str)

    def __init__(
        self, theme: Theme, rebound: Mapping[str, tuple[str, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rebound = rebound
        self._shows = Shows.LIVE
        self._marked = False
        self._widths: dict[bool, list[int]] = {}
        """What each step asks for, by whether Next shows a slide that was looked at first."""
        self._step = -1
        self._worded: Shows | None = None
        self.setObjectName("bottom-bar")
        self.setProperty("surface", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = self._button("back", "secondary")
        self.next = self._button("next", "primary")
        self.caption = QLabel(self)
        self.caption.setProperty("role", "soft")
        self.segments = {shows: self._segment(shows, name) for shows, name in SEGMENTS}
        self.safe = self._button("safe", "secondary")
        self.help = self._button("help-routes", "help")
        self._build()
        self.retranslate()
        self.show_state(Shows.LIVE)

    def _button(self, action: str, kind: str) -> KeyButton:
        button = KeyButton(self._theme, keys_of(action, self._rebound) if action != "live" else (), self)
        button.setProperty("kind", kind)
        button.setProperty("big", "true")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.requested.emit(action))
        return button

    def _segment(self, shows: Shows, action: str) -> KeyButton:
        button = self._button(action, "secondary")
        button.setCheckable(True)
        button.setProperty("segment", {"live": "first", "white": "last"}.get(action, "middle"))
        button.setObjectName(f"segment-{shows.value}")
        return button

    def _build(self) -> None:
        px = self._theme.px
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(px(40), px(12), px(40), px(12))
        layout.setSpacing(px(12))
        self.next.setMinimumWidth(px(200))
        layout.addWidget(self.back)
        layout.addWidget(self.next)
        layout.addStretch(1)
        layout.addWidget(self.caption)
        group = self._group = QHBoxLayout()
        group.setSpacing(0)
        for button in self.segments.values():
            group.addWidget(button)
        layout.addLayout(group)
        layout.addStretch(1)
        layout.addWidget(self.safe)
        layout.addWidget(self.help)
        for button in (self.back, self.next, self.safe, self.help, *self.segments.values()):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            size = px(22)
            button.setIconSize(QSize(size, size))

    def retranslate(self) -> None:
        """Put the buttons' words into the interface's language."""
        self._widths.clear()
        self.caption.setText(tr("The class sees"))
        names = {self.back: "back", self.next: "next", self.safe: "safe", self.help: "help-routes"}
        for button, action in names.items():
            button.setText("  " + label(action))
            button.setAccessibleName(label(action))
            button.setToolTip(self._tip(action))
        for shows, action in SEGMENTS:
            words = shows_word(shows) if action == "live" else label(action)
            self.segments[shows].setText("  " + words)
            self.segments[shows].setAccessibleName(tr("The class sees: {state}").format(state=words))
            self.segments[shows].setToolTip("" if action == "live" else self._tip(action))
        self._icons()

    def _tip(self, action: str) -> str:
        keys = ", ".join(shown(key) for key in keys_of(action, self._rebound))
        return tr("{action}: {keys}").format(action=label(action), keys=keys)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours."""
        self._theme = theme
        self._widths.clear()
        self._icons()
        self._fit()

    def _icons(self) -> None:
        size = self._theme.px(22)
        colour = self._theme.colour
        self.back.setIcon(icon("chevron-left", colour("text"), size))
        self.next.setIcon(icon("chevron-right", colour("on-primary"), size))
        self.safe.setIcon(icon("leaf", colour("text"), size))
        self.help.setIcon(icon("signpost", colour("on-help"), size))
        self._segment_icons()

    def _segment_icons(self) -> None:
        size = self._theme.px(22)
        for shows, button in self.segments.items():
            on = button.isChecked()
            name = "check" if on else ICONS[shows]
            button.setIcon(icon(name, self._theme.colour("on-state" if on else "text"), size))

    def show_state(self, shows: Shows) -> None:
        """Mark what the class sees."""
        if shows is self._shows and self._marked:
            return
        self._marked = True
        self._shows = shows
        for state, button in self.segments.items():
            button.setChecked(state is shows)
        self._segment_icons()
        self.safe.setProperty("on", "true" if shows is Shows.SAFE else "false")
        self._fit()

    def set_locked(self, *, locked: bool) -> None:
        """Offer only what works while the console is locked."""
        for state in (Shows.LIVE, Shows.FROZEN):
            self.segments[state].setEnabled(not locked)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its icons let it be, whatever words there is room for now."""
        return QSize(self._theme.px(480), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out words, the least needed first, until the row fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the first step whose words have room. Widths are measured once, so that nothing swings."""
        first = self._shows is Shows.PRIVATE
        if first not in self._widths:
            widths = self._widths[first] = []
            for step in range(STEPS):
                self._show_words(step, longest=True)
                widths.append(self._needed())
            self._step = -1
        fitting = (number for number, width in enumerate(self._widths[first]) if width <= self.width())
        step = next(fitting, STEPS - 1)
        if (step, self._shows) == (self._step, self._worded):
            return
        self._step, self._worded = step, self._shows
        self._show_words(step)
        for layout in (self._group, self._row):
            layout.invalidate()
            layout.activate()

    def _needed(self) -> int:
        """Give the width that everything shown asks for; a layout's own answer may be of before."""
        layout = self._row
        single = [self.back, self.next, self.safe, self.help]
        shown_words = [self.caption] if not self.caption.isHidden() else []
        parts: list[QWidget] = [*single, *shown_words]
        width = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in parts)
        width += sum(button.sizeHint().width() for button in self.segments.values())
        margins = layout.contentsMargins()
        return width + layout.spacing() * (len(parts) + 2) + margins.left() + margins.right()

    def _show_words(self, step: int, *, longest: bool = False) -> None:
        """Show words for a row with much room (0) to one with icons nearly alone (5).

        `longest` puts in the longest words that a button may come to have.
        """
        px = self._theme.px
        margin = px((40, 40, 20, 16, 12, 8)[step])
        layout = self._row
        layout.setContentsMargins(margin, px(12 if step < 2 else 8), margin, px(12 if step < 2 else 8))
        layout.setSpacing(px((12, 12, 8, 6, 4, 4)[step]))
        self.caption.setVisible(step == 0)
        self.next.setMinimumWidth(px((200, 170, 120, 0, 0, 0)[step]))
        for button in self.findChildren(KeyButton):
            button.show_cap(step == 0)
            big = "true" if step < 2 else "false"
            if button.property("big") != big:
                button.setProperty("big", big)
                restyle(button)
        for shows, action in SEGMENTS:
            words = shows_word(shows) if action == "live" else label(action)
            self._put(self.segments[shows], words if step < 4 else "")
        self._put(self.back, label("back") if step < 3 else "")
        back = tr("Back to the lesson")
        safe = back if self._shows is Shows.SAFE else label("safe")
        help_words = back if self._shows is Shows.HELP else label("help-routes")
        short = tr("Help") if self._shows is not Shows.HELP else tr("To the lesson")
        if longest:
            safe, help_words = max(safe, back, key=len), max(help_words, back, key=len)
        # With icons nearly alone, the way back to the lesson keeps words, and Help gives its own for them.
        out = step == 5 and self._shows is Shows.SAFE
        self._put(self.safe, safe if step < 5 else tr("To the lesson") if out else "")
        self._put(self.help, help_words if step < 3 else "" if out else short)
        self.safe.setAccessibleName(back if self._shows is Shows.SAFE else label("safe"))
        self.help.setAccessibleName(back if self._shows is Shows.HELP else label("help-routes"))
        first = self._shows is Shows.PRIVATE
        onward = tr("Show it to the class") if step < 4 else tr("Show it")
        self._put(self.next, onward if first else label("next") if step < 5 else "")
        self.next.setAccessibleName(tr("Show it to the class") if first else label("next"))

    @staticmethod
    def _put(button: QPushButton, words: str) -> None:
        text = "  " + words if words else ""
        if button.text() != text:
            button.setText(text)


def restyle(button: QPushButton) -> None:
    """Have a button follow a property that the stylesheet asks for."""
    button.style().unpolish(button)
    button.setMinimumHeight(0)  # the stylesheet of before set one
    button.style().polish(button)
    button.updateGeometry()


class KeyButton(QPushButton):
    """A button that shows its first key as a small cap, where that is a letter and there is room."""

    def __init__(self, theme: Theme, keys: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = shown(keys[0]) if keys and len(shown(keys[0])) == 1 else ""
        self._cap = False

    def show_cap(self, cap: bool) -> None:
        """Show the cap or leave it out."""
        cap = cap and bool(self._key)
        if cap != self._cap:
            self._cap = cap
            self.setProperty("cap", "true" if cap else "false")
            restyle(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then its cap."""
        super().paintEvent(event)
        if not self._cap:
            return
        px = self._theme.px
        on = self.isChecked() or self.property("kind") == "help"
        role = "on-help" if self.property("kind") == "help" else "on-state" if on else "text"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour(role), 1.5))
        size = px(26)
        box = QRectF(self.width() - size - px(16), (self.height() - size) / 2, size, size)
        painter.drawRoundedRect(box, px(6), px(6))
        painter.setFont(self._theme.font(15, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()


def state_rules(theme: Theme) -> str:
    """Give the stylesheet rules of this bar: segments joined, the chosen one in its state's colour."""
    radius = theme.px(12)
    left = f"border-top-left-radius: {radius}px; border-bottom-left-radius: {radius}px;"
    right = f"border-top-right-radius: {radius}px; border-bottom-right-radius: {radius}px;"
    rules = [
        f'QPushButton[cap="true"] {{ padding-right: {theme.px(52)}px; }}',
        f"#bottom-bar {{ border-top: 1px solid {theme.hex('rule')}; }}",
        "QPushButton[segment] { border-radius: 0px; margin-left: -2px; }",
        f'QPushButton[segment="first"] {{ {left} margin-left: 0px; }}',
        f'QPushButton[segment="last"] {{ {right} }}',
        f'QPushButton[on="false"] {{ border-color: {theme.hex("safe")}; }}',
        f"QPushButton[segment] {{ border-color: {theme.hex('control-edge')}; }}",
    ]
    for shows, _ in SEGMENTS:
        colour = theme.hex(ROLES[shows])
        ink = theme.hex("on-state")
        look = f"background: {colour}; border-color: {colour}; color: {ink};"
        rules.append(f"#segment-{shows.value}:checked {{ {look} }}")
    return "\n".join(rules)
