"""Says why an SVG drawing may not be shown: a list of what is allowed, and limits to its size.

The renderer is never handed a file that refers outside itself, carries a script or style sheet,
declares entities, or grows without end through `use`. Elements and attributes are those of SVG Tiny
1.2 that draw something (https://www.w3.org/TR/SVGTiny12/), and what Inkscape leaves behind is ignored.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, ParseError  # their types only: defusedxml does the parsing

MAX_ELEMENTS = 20_000
MAX_NESTING = 60
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_ELEMENT_NAMES = (
    "svg g defs title desc metadata path rect circle ellipse line polyline polygon text tspan use symbol"
    " linearGradient radialGradient stop clipPath mask pattern switch a"
)
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_IGNORED_NAMESPACES = (
    "{http://www.inkscape.org/namespaces/inkscape}",
    "{http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd}",
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}",
    "{http://creativecommons.org/ns#}",
    "{http://purl.org/dc/elements/1.1/}",
)
_ATTRIBUTE_NAMES = (
    "id class version baseProfile viewBox preserveAspectRatio x y x1 x2 y1 y2 cx cy r rx ry fx fy d points"
    " width height dx dy rotate textLength lengthAdjust transform offset pathLength role focusable"
    " fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit"
    " stroke-dasharray stroke-dashoffset stroke-opacity opacity color display visibility overflow"
    " stop-color stop-opacity clip-path clip-rule mask paint-order vector-effect style color-interpolation"
    " font-family font-size font-weight font-style font-variant text-anchor text-decoration letter-spacing"
    " word-spacing dominant-baseline alignment-baseline baseline-shift direction shape-rendering"
    " text-rendering image-rendering gradientUnits gradientTransform spreadMethod patternUnits"
    " patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits isolation"
    " mix-blend-mode"
)
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_IGNORED_ATTRIBUTES = (
    *_IGNORED_NAMESPACES,
    "{http://www.w3.org/XML/1998/namespace}space",
    "{http://www.w3.org/XML/1998/namespace}lang",
    "{http://www.w3.org/1999/xlink}type",
    "{http://www.w3.org/1999/xlink}title",
)
_OUTSIDE = "refers to something outside itself."
_URL = re.compile(r"url\s*\(\s*([\"']?)(?P<to>[^)\"']*)", re.IGNORECASE)
_STYLE_DANGERS = re.compile(r"@|\\|/\*|expression|javascript|behaviou?r", re.IGNORECASE)


def why_refused(data: bytes) -> str:
    """Give the rest of a sentence, such as “carries a script.”; empty for a drawing that may be shown."""
    return _why_not_bytes(data) or _why_not_parsed(data)


def _why_not_bytes(data: bytes) -> str:
    """Refuse what need not be parsed to be known, and what would be dear to parse."""
    if data.count(b"<") > MAX_ELEMENTS * 3:
        return "has too many parts; simplify the drawing."
    if b"<?xml-stylesheet" in data:
        return "asks for a style sheet, which drawings here may not."
    if _nesting(data) > MAX_NESTING:
        return "is nested too deeply; ungroup the drawing."
    return ""


def _why_not_parsed(data: bytes) -> str:
    # imported late: start-up
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        return "declares a document type or entities, which drawings here may not."
    except (ParseError, ValueError, LookupError):  # ValueError and LookupError: an unknown encoding
        return "is not whole: it cannot be read to its end as SVG."
    return _why_not(root) if root.tag == f"{_SVG}svg" else "is not an SVG drawing."


def _nesting(data: bytes) -> int:
    """Give at least how deep elements stand in one another, counted without building them."""
    depth = deepest = 0
    for found in re.finditer(rb"<(/?)[A-Za-z_][^<>]*?(/?)>", data):
        depth += -1 if found[1] else (0 if found[2] else 1)
        deepest = max(deepest, depth)
    return deepest


def _why_not(root: Element) -> str:
    ids: dict[str, Element] = {}
    for element in root.iter():
        reason = _why_not_element(element)
        if reason:
            return reason
        if name := element.get("id"):
            ids.setdefault(name, element)
    return "" if _Growth(ids).size(root) <= MAX_ELEMENTS else "refers to itself over and over."


def _why_not_element(element: Element) -> str:
    tag = str(element.tag)
    if tag.startswith(_IGNORED_NAMESPACES):
        return ""
    name = tag.removeprefix(_SVG)
    if name == "script":
        return "carries a script, which drawings here may not."
    if name not in _ELEMENTS:
        return f"has a part “{name[:40]}”, which drawings here may not."
    for attribute, value in element.items():
        reason = _why_not_attribute(attribute, value)
        if reason:
            return reason
    return ""


def _why_not_attribute(name: str, value: str) -> str:
    """Judge one attribute. References, in `href` or `url(…)`, may only lead to a part of the same file."""
    if name.startswith(_IGNORED_ATTRIBUTES):
        return ""
    if name.lower().startswith("on"):
        return "carries a script, which drawings here may not."
    if name in _HREFS:
        return "" if value.strip().startswith("#") else _OUTSIDE
    if name not in _ATTRIBUTES and not name.startswith(("data-", "aria-")):
        return f"has a property “{name[:40]}”, which drawings here may not."
    if name == "style" and _STYLE_DANGERS.search(value):
        return "has a style that could reach outside it."
    leads_out = any(not found["to"].strip().startswith("#") for found in _URL.finditer(value))
    return _OUTSIDE if leads_out else ""


class _Growth:
    """Counts how many elements a drawing comes to when every reference is followed."""

    def __init__(self, ids: dict[str, Element]) -> None:
        self._ids = ids
        self._sizes: dict[Element, int] = {}
        self._open: set[Element] = set()

    def size(self, element: Element) -> int:
        """Give the count; above the limit for what refers to itself. Nesting was limited before."""
        if element in self._open or len(self._open) > MAX_NESTING * 4:
            return MAX_ELEMENTS + 1
        if element not in self._sizes:
            self._open.add(element)
            total = 1 + sum(self.size(child) for child in element)
            for name in _references(element):
                if name in self._ids:
                    total += self.size(self._ids[name])
            self._open.discard(element)
            self._sizes[element] = min(total, MAX_ELEMENTS + 1)
        return self._sizes[element]


def _references(element: Element) -> list[str]:
    names = [value.strip().removeprefix("#") for name in _HREFS if (value := element.get(name))]
    for value in element.attrib.values():
        if "url" in value.lower():
            names.extend(found["to"].strip().removeprefix("#") for found in _URL.finditer(value))
    return names
