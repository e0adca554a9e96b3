"""Colours, sizes and type of the three themes, read from `assets/themes/tokens.toml`.

Code knows roles only, never a colour's value. Painted widgets take a `Theme` and have `set_theme`;
everything that Qt paints takes the one stylesheet made here. What a role means is said in the tokens.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple, Protocol, TypeAlias, cast, runtime_checkable

# The namespace `Qt` takes 20 ms to make: it is reached through its module, after the first paint.
from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from rse_lessons.ui.assets import assets

_begun: list[str] = []
"""The themes that the application has had; empty while its palette is still the system's."""
THEMES = ("light", "dark", "high-contrast")
STYLE = ("-style", "Fusion")
"""Arguments for QApplication. To ask for the style in Python afterwards costs 15 ms more."""
FAMILY = "Andika"
Token: TypeAlias = str | int | tuple[int, int]
_NUMBER = re.compile(r"(-?\d+)px")
_ROLE = re.compile(r"\$([a-z]+(?:-[a-z]+)*)")
_LINE = re.compile(
    r"^(?:\[([a-z0-9.-]+)\]|([a-z0-9-]+) *= *(?:\"([^\"]*)\"|\[(\d+), *(\d+)\]|(\d+)))", re.MULTILINE
)
_STAYS = "/* From here on lengths stay as they are. */"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


class BandColours(NamedTuple):
    """The strengths of one age band's colour."""

    fill: QColor
    """Shapes."""
    tint: QColor
    """Grounds."""
    deep: QColor
    """Spines and words on tint or paper."""
    mark: QColor
    """Swatches, bars and words on the theme's own ground: deep in light, fill elsewhere."""


@cache
def face(pixels: int, bold: bool, italic: bool) -> QFont:
    """Give Andika at a size in px. It is shared: copy it before changing it."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setItalic(italic)
    return font


class Theme(NamedTuple):
    """One theme at one text size."""

    name: str
    scale: float
    roles: Mapping[str, str]
    bands: Mapping[str, BandColours]
    palette: Mapping[str, str]
    """The ten named colours, for pictures; windows use roles."""
    tints: Mapping[str, str]

    def hex(self, role: str) -> str:
        """Give the colour of `role` as `#RRGGBB`."""
        return self.roles[role]

    def colour(self, role: str) -> QColor:
        """Give the colour of `role`."""
        return QColor(self.roles[role])

    def band(self, band: str) -> BandColours:
        """Give the colours of an age band; a lesson without one takes those of wood."""
        return self.bands.get(str(band)) or self.bands[""]

    def px(self, number: float) -> int:
        """Give a length at 100% grown by the text size."""
        return round(number * self.scale)

    def font(self, size: float = 17, *, bold: bool = False, italic: bool = False) -> QFont:
        """Give Andika at `size` px at 100%."""
        return QFont(face(max(1, round(size * self.scale)), bold, italic))

    def length(self, name: str) -> int:
        """Give a length of the tokens, such as `radius.card`, grown by the text size."""
        return self.px(cast("int", tokens()[name]))

    def type(self, name: str) -> tuple[int, int]:
        """Give size and line height at 100% of a type token of windows, such as `section`."""
        return cast("tuple[int, int]", tokens()[f"type.app.{name}"])

    @property
    def dark(self) -> bool:
        """Whether words are lighter than their ground."""
        return self.name != "light"

    @property
    def high_contrast(self) -> bool:
        """Whether states may only be told by black, white and two signal colours."""
        return self.name == "high-contrast"

    @property
    def sheet(self) -> str:
        """The stylesheet, made once a theme."""
        return _sheet(self.name, self.scale)


@runtime_checkable
class Themed(Protocol):
    """A widget that paints itself and is told of a new theme."""

    def set_theme(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""


@cache
def tokens() -> Mapping[str, Token]:
    """Read the tokens as `section.key`: words, lengths, or a size with its line height.

    The file is TOML of the plainest sort. Reading just that sort takes a tenth of the time of
    `tomllib`, which counts before the first paint; a test holds the two together.
    """
    found: dict[str, Token] = {}
    section = ""
    text = (assets() / "themes" / "tokens.toml").read_text(encoding="utf-8")
    for head, key, words, first, second, number in _LINE.findall(text):
        if head:
            section = head
        elif first:
            found[f"{section}.{key}"] = (int(first), int(second))
        else:
            found[f"{section}.{key}"] = int(number) if number else words
    return found


def _words(section: str) -> dict[str, str]:
    prefix = section + "."
    return {key[len(prefix) :]: str(value) for key, value in tokens().items() if key.startswith(prefix)}


def system_theme() -> str:
    """Name the theme that fits what the operating system asks for.

    Before the application has colours of ours, Qt's own palette tells. To ask `QStyleHints` then would
    make PySide6 build all the names of `Qt`, which takes a third of what the first picture may take.
    """
    if not _begun:
        return "dark" if QGuiApplication.palette().window().color().lightness() < 128 else "light"
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == QtCore.Qt.ColorScheme.Dark else "light"


def on_system_theme(callback: Callable[[], object]) -> None:
    """Call back when the operating system changes between light and dark."""
    QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: callback())


@cache
def _theme(name: str, scale: float) -> Theme:
    roles = _words(f"theme.{name}")
    fills, tints, deeps = (_words(kind) for kind in ("palette", "tint", "deep"))
    bands = {}
    for band, colour in _words("band").items():
        fill, tint, deep = (QColor(kind[colour]) for kind in (fills, tints, deeps))
        bands[band] = BandColours(fill, tint, deep, deep if name == "light" else fill)
    wood, edge = QColor(deeps["oat"]), QColor(roles["control-edge"])
    bands[""] = BandColours(wood, QColor(tints["oat"]), QColor(_words("theme.light")["white"]), edge)
    return Theme(name, scale, roles, bands, fills, tints)


def load_theme(name: str, scale: float = 1.0) -> Theme:
    """Give the theme `name` (or `system`) at a text scale of 1.0 to 2.0; an unknown name gives light."""
    if name == "system":
        name = system_theme()
    if name not in THEMES:
        name = "light"
    return _theme(name, round(min(2.0, max(1.0, scale)), 2))


@cache
def _sheet(name: str, scale: float) -> str:
    return stylesheet(_theme(name, scale))


def stylesheet(theme: Theme) -> str:
    """Make the stylesheet: colours of the theme, lengths at its text size."""
    grows, stays = _sheets()
    if theme.scale != 1.0:
        # A hairline stays a hairline; everything else grows.
        grows = _NUMBER.sub(lambda m: m[0] if m[1] in {"0", "1"} else f"{theme.px(int(m[1]))}px", grows)
    return _coloured(theme, grows + stays)


def bar_sheet(theme: Theme) -> str:
    """Make the part of the stylesheet that is about scroll bars."""
    return _coloured(theme, _sheets()[1])


@cache
def _sheets() -> tuple[str, str]:
    """Read the stylesheet: what grows with the text, and what stays."""
    text = (assets() / "themes" / "app.qss").read_text(encoding="utf-8")
    grows, stays = text.split(_STAYS)
    return _COMMENT.sub("", grows), _COMMENT.sub("", stays)


def _coloured(theme: Theme, sheet: str) -> str:
    values = dict(theme.roles)
    base = theme.colour("help")
    values["help-hover"] = base.lighter(108).name()
    values["help-pressed"] = base.darker(112).name()
    values["scroll"] = theme.hex("control-edge" if theme.dark else "ledge-front")
    for picture in ("down", "up", "right", "tick", "tick-plain", "dot"):
        values[picture] = (assets() / "themes" / f"{theme.name}-{picture}.svg").as_posix()
    values["tick-selected"] = values["tick" if theme.high_contrast else "tick-plain"]
    return _ROLE.sub(lambda match: values[match[1]], sheet)


@cache
def load_fonts(faces: tuple[str, ...] = ("Regular", "Bold", "Italic")) -> None:
    """Make the bundled faces known to Qt; the italic may wait until after the first paint."""
    for face in faces:
        QFontDatabase.addApplicationFont(str(assets() / "fonts" / f"Andika-{face}.ttf"))


def palette(theme: Theme) -> QPalette:
    """Give the palette, for whatever no stylesheet rule reaches."""
    result = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: "ground",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.ToolTipBase: "primary",
        role.ToolTipText: "on-primary",
        role.PlaceholderText: "placeholder",
        role.Highlight: "primary",
        role.HighlightedText: "on-primary",
        role.Link: "link",
        role.LinkVisited: "link",
        role.Accent: "selected-edge",
    }
    for target, name in pairs.items():
        result.setColor(target, theme.colour(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, theme.colour("disabled-text"))
    return result


def begin(app: QApplication, theme: Theme) -> None:
    """Give the application font and colours, before its first window is made.

    That window paints itself; the stylesheet, which costs every widget some of the time before the
    first picture, comes with `apply` as soon as there is one.
    """
    _begun.append(theme.name)
    app.setFont(theme.font())
    app.setPalette(palette(theme))


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole application `theme`; windows are told by their own `set_theme`."""
    begin(app, theme)
    if app.styleSheet() == theme.sheet:
        return  # whatever there is wears it; Qt would dress each widget once more
    # Qt goes along a list of all widgets. Should Python clear away forgotten ones meanwhile, the list would
    # name what is no more, and the program would end.
    collects = gc.isenabled()
    gc.disable()
    try:
        app.setStyleSheet(theme.sheet)
    finally:
        if collects:
            gc.enable()


def pass_on(parent: QWidget, theme: Theme) -> None:
    """Tell every painted widget inside `parent` of a new theme."""
    for child in parent.findChildren(QWidget):
        if isinstance(child, Themed):
            child.set_theme(theme)
