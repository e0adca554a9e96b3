"""The committed pictures are what the tool draws: small, and of shapes that QtSvg draws alike everywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "assets" / "illustrations"
COMMITTED = sorted(FOLDER.glob("*.svg"), key=lambda path: path.name)
SVG = "{http://www.w3.org/2000/svg}"
PAINT = {"fill", "stroke", "stroke-width", "stroke-linecap"}
ALLOWED = {
    "svg": {"viewBox"},
    "title": set(),
    "g": {"transform"},
    "circle": {"cx", "cy", "r"} | PAINT,
    "ellipse": {"cx", "cy", "rx", "ry"} | PAINT,
    "rect": {"x", "y", "width", "height", "rx"} | PAINT,
    "path": {"d", "fill-rule"} | PAINT,
}
SMALL = ("card-", "clue-", "empty-shelf", "no-results")

each_picture = pytest.mark.parametrize("path", COMMITTED, ids=lambda path: path.stem)


def test_the_committed_pictures_are_what_the_tool_draws(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "tools.illustrate", str(tmp_path)], cwd=ROOT, check=True)
    drawn = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert len(drawn) >= 30
    assert drawn == {path.name: path.read_bytes() for path in COMMITTED}


@each_picture
def test_a_picture_is_small(path: Path) -> None:
    limit = 12 if path.stem == "safe-screen" else 8
    assert path.stat().st_size < limit * 1024


@each_picture
def test_a_picture_uses_only_shapes_and_plain_attributes(path: Path) -> None:
    for element in Tree.fromstring(path.read_text("utf-8")).iter():  # noqa: S314 - our own file
        name = element.tag.removeprefix(SVG)
        assert name in ALLOWED, name
        assert set(element.attrib) <= ALLOWED[name], (name, element.attrib)
        for paint in ("fill", "stroke"):
            assert re.fullmatch(r"none|#[0-9A-F]{6}", element.get(paint, "none"))


@each_picture
def test_a_picture_says_first_what_it_shows(path: Path) -> None:
    title = next(iter(Tree.fromstring(path.read_text("utf-8"))))  # noqa: S314 - our own file
    assert title.tag == f"{SVG}title"
    assert title.text
    assert title.text.endswith(".")


@each_picture
def test_a_picture_has_the_size_of_its_kind(path: Path) -> None:
    box = QSvgRenderer(str(path)).viewBox()
    size = (box.width(), box.height())
    special = {"safe-screen": (1600, 900), "app-logo": (128, 128)}
    assert size == special.get(path.stem, (320, 240) if path.stem.startswith(SMALL) else (640, 480))


@each_picture
def test_qt_draws_a_picture_in_many_colours(path: Path) -> None:
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(160, 120, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    colours = {image.pixel(x, y) for x in range(0, 160, 4) for y in range(0, 120, 4)}
    assert len(colours) >= 4
