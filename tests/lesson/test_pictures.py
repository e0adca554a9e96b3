"""Which pictures may be shown, and the sentence for each that may not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from rse_lessons.lesson.pictures import Pictures
from rse_lessons.lesson.svg import why_refused

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def svg(inside: str) -> bytes:
    return f"{OPEN}{inside}</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        '<title>A dot</title><g transform="scale(2)"><circle cx="1" cy="1" r="1" fill="#333"/></g>',
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<rect width="9" height="9" fill="url(#a)" style="stroke:#000;fill:url(#a)"/>',
        '<defs><path id="p" d="M0 0h9"/></defs><use href="#p"/><use xlink:href="#p" x="3"/>',
        '<a href="#x"><text x="1" y="2" font-family="Andika">words</text></a>',
    ],
)
def test_drawings_that_are_shown(inside: str) -> None:
    assert why_refused(svg(inside)) == ""


@pytest.mark.parametrize(
    ("inside", "word"),
    [
        ("<script>alert(1)</script>", "script"),
        ('<circle onload="alert(1)" r="1"/>', "script"),
        ('<image href="https://example.org/x.png"/>', "image"),
        ('<image href="data:image/png;base64,AAAA"/>', "image"),
        ('<use href="other.svg#a"/>', "outside"),
        ('<use xlink:href="file:///etc/passwd"/>', "outside"),
        ('<a href="javascript:alert(1)"/>', "outside"),
        ('<rect fill="url(https://example.org/#a)"/>', "outside"),
        ("<rect fill=\"URL( 'http://example.org' )\"/>", "outside"),
        ('<rect style="fill:url(http://example.org)"/>', "outside"),
        ('<rect style="@import x"/>', "style"),
        ("<style>@import url(http://example.org)</style>", "style"),
        ("<foreignObject/>", "foreignObject"),
        ('<animate attributeName="href"/>', "animate"),
        ('<set attributeName="x"/>', "set"),
        ('<g filter="url(#a)"/>', "filter"),
        ('<g xml:base="http://example.org"/>', "property"),
        ('<x:script xmlns:x="http://example.org/"/>', "part"),
        ('<g id="a"><use href="#a"/></g>', "itself"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "itself"),
        ("<circle", "whole"),
    ],
)
def test_drawings_that_are_refused(inside: str, word: str) -> None:
    assert word in why_refused(svg(inside))


def test_drawing_that_grows_without_end() -> None:
    layers = '<g id="l0"><circle r="1"/></g>'
    for n in range(1, 30):
        layers += f'<g id="l{n}">' + f'<use href="#l{n - 1}"/>' * 10 + "</g>"
    start = time.process_time()
    assert "over and over" in why_refused(svg(layers))
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<!DOCTYPE svg SYSTEM "http://example.org/x.dtd"><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<?xml-stylesheet href="x.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        svg("<g>" * 50_000 + "</g>" * 50_000),
        svg("<g>" * 5_000 + "</g>" * 5_000),
        svg("<g>" * 61 + "</g>" * 61),
        OPEN.encode() + b"<g>" * 100_000,
        svg("<g/>" * 100_000),
        b"<html/>",
        b"",
        b"\x00",
        b'<?xml version="1.0" encoding="strange"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<?xml version="1.0" encoding="utf-16"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".encode("utf-16"),
        b"<" * 1_000_000,
        b"<a" * 29_000,
    ],
)
def test_files_that_are_no_drawings(data: bytes) -> None:
    start = time.process_time()
    assert why_refused(data)
    assert time.process_time() - start < 1


def test_rasters_are_known_by_their_bytes_and_size(tmp_path: Path) -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (40).to_bytes(4, "big") + (30).to_bytes(4, "big")
    jpeg = (
        b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08"
        + (30).to_bytes(2, "big")
        + (40).to_bytes(2, "big")
        + b"\0\0"
    )
    (tmp_path / "good.png").write_bytes(png)
    (tmp_path / "good.jpg").write_bytes(jpeg)
    (tmp_path / "vast.png").write_bytes(png[:16] + b"\0\1\0\0\0\1\0\0")
    (tmp_path / "wrong.png").write_bytes(b"<svg/>")
    (tmp_path / "cut.jpg").write_bytes(b"\xff\xd8\xff" + b"\xff" * 500)
    (tmp_path / "big.svg").write_bytes(b" " * (1024 * 1024 + 1))
    pictures = Pictures(tmp_path, [])
    assert pictures.find("good.png")
    assert pictures.find("good.jpg")
    for bad in ("vast.png", "wrong.png", "cut.jpg", "big.svg"):
        assert pictures.find(bad) is None
        assert pictures.faults[bad].rule == "picture-unsafe"


@pytest.mark.parametrize(
    "name",
    [
        "../x.svg",
        "a/b.svg",
        "a\\b.svg",
        "/etc/x.svg",
        "C:x.svg",
        "https://example.org/x.svg",
        "file:x.svg",
        "data:image/svg+xml,x",
        ".hidden.svg",
        "..",
    ],
)
def test_names_with_folders_or_schemes(name: str, tmp_path: Path) -> None:
    pictures = Pictures(tmp_path, [])
    assert pictures.find(name) is None
    assert pictures.faults[name].rule == "picture-outside"


def test_own_folder_comes_before_the_illustrations(tmp_path: Path) -> None:
    for folder in ("own", "art"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.svg").write_bytes(svg(""))
    assert Pictures(tmp_path / "own", [tmp_path / "art"]).find("a.svg") == tmp_path / "own" / "a.svg"
