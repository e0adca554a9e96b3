"""Flat shapes as SVG text, and the picture that holds them.

Only what SVG Tiny 1.2 draws alike everywhere: shapes, paths, transforms and attributes. People are in
`people`, mugs and trees in `things`.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished drawing: its file name without ending, what it shows, and its shapes from back to front."""

    name: str
    title: str
    shapes: tuple[str, ...]
    width: int = 640
    height: int = 480

    def svg(self) -> str:
        """Return the whole file, one shape a line."""
        opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {self.height}">'
        return "\n".join((opening, f"<title>{escape(self.title)}</title>", *self.shapes, "</svg>", ""))


def number(value: float) -> str:
    """Return `value` with at most one decimal, as short as it can be written."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def circle(x: float, y: float, radius: float, colour: str) -> str:
    """Return a disc round (x, y)."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{colour}"/>'


def ring(x: float, y: float, radius: float, colour: str, width: float) -> str:
    """Return a hoop round (x, y): the rim of a wheel, the ear of a mug."""
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle {place} fill="none" stroke="{colour}" stroke-width="{number(width)}"/>'


def oval(x: float, y: float, across: float, down: float, colour: str) -> str:
    """Return an ellipse round (x, y) with the two radii `across` and `down`."""
    place = f'cx="{number(x)}" cy="{number(y)}" rx="{number(across)}" ry="{number(down)}"'
    return f'<ellipse {place} fill="{colour}"/>'


def slab(x: float, y: float, width: float, height: float, colour: str, *, corner: float = 0) -> str:
    """Return a rectangle from its top left corner, rounded by `corner`."""
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    rounded = f' rx="{number(corner)}"' if corner else ""
    return f'<rect {place}{rounded} fill="{colour}"/>'


def cut(outline: str, colour: str) -> str:
    """Return a piece of paper cut along `outline`, which is path data."""
    return f'<path d="{outline}" fill="{colour}"/>'


def strip(line: str, colour: str, width: float) -> str:
    """Return a strip of paper, round at its ends, laid along `line`, which is path data."""
    stroke = f'stroke="{colour}" stroke-width="{number(width)}" stroke-linecap="round"'
    return f'<path d="{line}" fill="none" {stroke}/>'


def group(*shapes: str, x: float = 0, y: float = 0, scale: float = 1, turn: float = 0) -> str:
    """Return `shapes` drawn from the origin, then scaled, turned by `turn` degrees and moved to (x, y)."""
    moves = [f"translate({number(x)} {number(y)})"] if x or y else []
    moves += [f"rotate({number(turn)})"] if turn else []
    moves += [f"scale({scale:g})"] if scale != 1 else []
    attribute = f' transform="{" ".join(moves)}"' if moves else ""
    return f"<g{attribute}>{''.join(shapes)}</g>"


def mirrored(*shapes: str, x: float = 0, y: float = 0, scale: float = 1) -> str:
    """Return `shapes` drawn from the origin as in a mirror, scaled and moved to (x, y)."""
    moves = f"translate({number(x)} {number(y)}) scale({-scale:g} {scale:g})"
    return f'<g transform="{moves}">{"".join(shapes)}</g>'


def earth(colour: str, height: float = 34, rise: float = 34) -> str:
    """Return the strip in front of a 640 by 480 picture: `height` at its ends and bulging by `rise`."""
    top = 480 - height
    return cut(f"M0 {number(top)}Q320 {number(top - rise)} 640 {number(top)}V480H0Z", colour)
