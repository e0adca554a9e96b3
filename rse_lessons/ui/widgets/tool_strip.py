"""The strip of tools over the slide: six tools, and with the pen its colours, undo and clear.

Where there is little room, one button with a menu stands for the tools. It asks by action ids and decides
nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.presenting.ink import Pen
from rse_lessons.presenting.tools import Tool, Tools
from rse_lessons.ui.actions import BY_ID, keys_of, label, shown
from rse_lessons.ui.slide.strokes import pen_colour
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.widgets.buttons import Button
from rse_lessons.ui.widgets.paint import box, smooth

SIDE = 36
"""A button's width and height at 100%."""
_DRAWING = (Tool.PEN, Tool.ERASER)
_EDITS = ("undo", "clear-drawing")


class ToolStrip(QWidget):
    """Buttons for the tools; the one in use stands out."""

    requested = Signal(str)
    resized = Signal()
    """Other buttons are shown, so that it asks for another width."""

    def __init__(
        self,
        theme: Theme,
        rebound: Mapping[str, tuple[str, ...]],
        parent: QWidget | None = None,
        *,
        focus: Qt.FocusPolicy = Qt.FocusPolicy.TabFocus,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rebound = rebound
        self._focus = focus
        self._tools = Tools()
        self._level = 0
        self.tools = {tool: self._button(tool.value, BY_ID[tool.value].icon) for tool in Tool}
        self.pens = {pen: _PenButton(theme, pen, self) for pen in Pen}
        self.edits = {name: self._button(name, icon) for name, icon in zip(_EDITS, ICONS, strict=True)}
        self.menu_button = self._button("tools", "pen-line")
        for button in self.tools.values():
            button.setCheckable(True)
        for pen, dot in self.pens.items():
            self._prepare(dot, f"pen-{pen}")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(2))
        for part in (self.menu_button, *self.tools.values(), *self.pens.values(), *self.edits.values()):
            self._row.addWidget(part)
        self.retranslate()
        self._show_parts()

    def _button(self, action: str, icon: str) -> _ToolButton:
        button = _ToolButton(self._theme, icon, self)
        self._prepare(button, action)
        return button

    def _prepare(self, button: QPushButton, action: str) -> None:
        button.setFocusPolicy(self._focus)
        if action == "tools":
            button.clicked.connect(self._open_menu)
        else:
            # A checked button must not uncheck itself: what is in use is the session's to say.
            button.clicked.connect(lambda: self._pressed(action))

    def _pressed(self, action: str) -> None:
        self._show_checks()
        self.requested.emit(action)

    def retranslate(self) -> None:
        """Put the buttons' names into the interface's language."""
        for tool, button in self.tools.items():
            self._name(button, label(tool.value), tool.value)
        for pen, dot in self.pens.items():
            self._name(dot, pen_words(pen), "")
        for action, button in self.edits.items():
            self._name(button, edit_words(action), action)
        self._name(self.menu_button, tr("Tools"), "")

    def _name(self, button: QPushButton, words: str, action: str) -> None:
        keys = ", ".join(shown(key) for key in keys_of(action, self._rebound)) if action else ""
        button.setAccessibleName(words)
        button.setToolTip(tr("{action}: {keys}").format(action=words, keys=keys) if keys else words)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme's colours and sizes."""
        self._theme = theme
        self._row.setSpacing(theme.px(2))

    def set_slides(self, *, dark: bool) -> None:
        """Show the pen's colours as they are on slides of light or of dark ground."""
        for button in self.pens.values():
            button.show_on(dark=dark)

    def show_tools(self, tools: Tools, *, drawn: bool, full: bool) -> None:
        """Mark the tool in use and the pen's colour; `full` says that no more can be drawn here."""
        before, self._tools = self._tools, tools
        clear = self.edits["clear-drawing"]
        if clear.isEnabled() != drawn:
            clear.setEnabled(drawn)
        if full:
            clear.setToolTip(tr("This slide is full of drawings. Clear it to draw on."))
        if (before.tool, before.pen) != (tools.tool, tools.pen):
            self._show_parts()
            self.resized.emit()

    @property
    def in_use(self) -> bool:
        """Whether a tool is in use."""
        return self._tools.tool is not None

    def fit(self, room: int) -> None:
        """Show as much as there is room for: everything, then a menu for the tools, then the menu alone."""
        level = next((number for number in range(2) if self._wide(number) <= room), 2)
        if level != self._level:
            self._level = level
            self._show_parts()

    def shown_width(self) -> int:
        """Give the width of what is shown now."""
        return self._wide(self._level)

    def _wide(self, level: int) -> int:
        pens = len(self.pens) if self._tools.tool is Tool.PEN else 0
        edits = len(self.edits) if self._tools.tool in _DRAWING else 0
        shown = (len(self.tools) + pens + edits, 1 + pens + edits, 1)[level]
        return shown * (self._theme.px(SIDE) + self._row.spacing())

    def _show_parts(self) -> None:
        tool, level = self._tools.tool, self._level
        self.menu_button.setVisible(level > 0)
        self.menu_button.setCheckable(tool is not None)
        self.menu_button.setChecked(tool is not None)
        self.menu_button.set_icon(BY_ID[tool.value].icon if tool else "pen-line")
        for button in self.tools.values():
            button.setVisible(level == 0)
        for dot in self.pens.values():
            dot.setVisible(level < 2 and tool is Tool.PEN)
        for button in self.edits.values():
            button.setVisible(level < 2 and tool in _DRAWING)
        self._show_checks()
        self.updateGeometry()

    def _show_checks(self) -> None:
        for tool, button in self.tools.items():
            button.setChecked(tool is self._tools.tool)
        for pen, dot in self.pens.items():
            dot.setChecked(pen is self._tools.pen)

    def _open_menu(self) -> None:
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415  imported late: start-up

        self.menu_button.setChecked(self._tools.tool is not None)
        menu = QMenu(self)
        groups: list[list[tuple[str, str, bool]]] = [
            [(tool.value, label(tool.value), tool is self._tools.tool) for tool in Tool]
        ]
        if self._tools.tool is Tool.PEN:
            groups.append([(f"pen-{pen}", pen_words(pen), pen is self._tools.pen) for pen in Pen])
        groups.append([(name, edit_words(name), False) for name in _EDITS])
        for number, group in enumerate(groups):
            if number:
                menu.addSeparator()
            for action, words, on in group:
                item = menu.addAction(words)
                item.setCheckable(on)
                item.setChecked(on)
                item.triggered.connect(lambda _on=False, name=action: self.requested.emit(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height() + 4)))


ICONS = ("undo-2", "trash-2")


class _ToolButton(Button):
    """A small button with an icon alone."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget) -> None:
        super().__init__(theme, kind="quiet", icon=icon, parent=parent)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(self._theme.px(SIDE), self._theme.px(SIDE))


class _PenButton(QPushButton):
    """A colour of the pen, as a dot on the ground of slides."""

    def __init__(self, theme: Theme, pen: Pen, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pen = pen
        self._dark = theme.high_contrast
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setProperty("painted", True)
        self.setProperty("corner", theme.px(SIDE) // 2)

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        self.setProperty("corner", theme.px(SIDE) // 2)
        self.updateGeometry()
        self.update()

    def show_on(self, *, dark: bool) -> None:
        """Show the colour as it is on light or dark slides."""
        self._dark = dark
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        return QSize(self._theme.px(SIDE), self._theme.px(SIDE))

    def minimumSizeHint(self) -> QSize:
        """Never less than all of it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, the dot on it, and a ring round the chosen one."""
        theme = self._theme
        painter = smooth(QPainter(self))
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self.underMouse() or self.isChecked():
            role = "selected" if self.isChecked() else "hover"
            edge = theme.colour("selected-edge") if self.isChecked() else None
            box(painter, QRectF(self.rect()), theme.px(10), fill=theme.colour(role), edge=edge)
        painter.setPen(QPen(theme.colour("control-edge"), theme.px(2)))
        painter.setBrush(QColor("#000000" if self._dark else "#FFFDF9"))
        painter.drawEllipse(middle, theme.px(12), theme.px(12))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pen_colour(self._pen, dark=self._dark)))
        painter.drawEllipse(middle, theme.px(7), theme.px(7))
        painter.end()


def pen_words(pen: Pen) -> str:
    """Name a pen's colour, in the interface's language."""
    words = {
        Pen.INK: tr("Ink pen"),
        Pen.BLUE: tr("Blue pen"),
        Pen.GREEN: tr("Green pen"),
        Pen.PLUM: tr("Plum pen"),
        Pen.BROWN: tr("Brown pen"),
    }
    return words[pen]


def edit_words(action: str) -> str:
    """Say what undo and clear do here."""
    return tr("Take back the last stroke") if action == "undo" else label(action)
