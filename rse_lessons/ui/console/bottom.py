"""The row of buttons that is always there: back, next, what the class sees, safe, help."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
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


class BottomBar(QFrame):
    """Buttons that ask for actions; the states say which one is on."""

    requested = Signal(str)

    def __init__(self, theme: Theme, rebound: Mapping[str, tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rebound = rebound
        self._shows = Shows.LIVE
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

    def _button(self, action: str, kind: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", kind)
        button.setProperty("big", "true")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.requested.emit(action))
        return button

    def _segment(self, shows: Shows, action: str) -> QPushButton:
        button = self._button(action, "secondary")
        button.setCheckable(True)
        button.setProperty("segment", {"live": "first", "white": "last"}.get(action, "middle"))
        button.setObjectName(f"segment-{shows.value}")
        return button

    def _build(self) -> None:
        px = self._theme.px
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(40), px(12), px(40), px(12))
        layout.setSpacing(px(12))
        self.next.setMinimumWidth(px(200))
        layout.addWidget(self.back)
        layout.addWidget(self.next)
        layout.addStretch(1)
        layout.addWidget(self.caption)
        group = QHBoxLayout()
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
        self._icons()
        self.show_state(self._shows)

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
        self._shows = shows
        for state, button in self.segments.items():
            button.setChecked(state is shows)
        self._segment_icons()
        self.safe.setProperty("on", "true" if shows is Shows.SAFE else "false")
        self.safe.setText("  " + (tr("Back to the lesson") if shows is Shows.SAFE else label("safe")))
        self.help.setText("  " + (tr("Back to the lesson") if shows is Shows.HELP else label("help-routes")))
        self.caption.setVisible(self._has_room())

    def _has_room(self) -> bool:
        return self.width() >= self._theme.px(1500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the caption, then the words beside icons, when there is no room."""
        super().resizeEvent(event)
        self.caption.setVisible(self._has_room())
        self._compact(self.width() < self._theme.px(1180))

    def _compact(self, compact: bool) -> None:
        px = self._theme.px
        tight = self.width() < px(900)
        margin = px(12) if compact else px(40)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(margin, px(8) if compact else px(12), margin, px(8) if compact else px(12))
        layout.setSpacing(px(6) if compact else px(12))
        self.next.setMinimumWidth(px(110) if compact else px(200))
        for shows, action in SEGMENTS:
            words = shows_word(shows) if action == "live" else label(action)
            self.segments[shows].setText("" if tight else "  " + words)
        self.back.setText("" if tight else "  " + label("back"))


def state_rules(theme: Theme) -> str:
    """Give the stylesheet rules of this bar: segments joined, the chosen one in its state's colour."""
    radius = theme.px(12)
    edge = theme.hex("control-edge")
    rules = [
        "#bottom-bar { border-top: 1px solid %s; }" % theme.hex("rule"),
        "QPushButton[segment] { border-radius: 0px; margin-left: -2px; }",
        f'QPushButton[segment="first"] {{ border-top-left-radius: {radius}px; border-bottom-left-radius: {radius}px; }}',
        f'QPushButton[segment="last"] {{ border-top-right-radius: {radius}px; border-bottom-right-radius: {radius}px; }}',
        f'QPushButton[on="false"] {{ border-color: {theme.hex("safe")}; }}',
        f'QPushButton[segment] {{ border-color: {edge}; }}',
    ]
    for shows, _ in SEGMENTS:
        colour = theme.hex(ROLES[shows])
        rules.append(
            f"#segment-{shows.value}:checked {{ background: {colour}; border-color: {colour}; color: {theme.hex('on-state')}; }}"
        )
    return "\n".join(rules)
