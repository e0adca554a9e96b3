"""Markdown becomes HTML that a class may see: no raw HTML, no strange links, no pictures."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.lesson.html import _converter, inline, plain, to_html
from rse_lessons.lesson.searching import fold
from rse_lessons.lesson.words import slug


def test_what_markdown_is_for() -> None:
    html = to_html("A *b* **c**\n\n- x\n- y\n\n1. z\n\n> q\n\n| a | b |\n|---|:-:|\n| 1 | 2 |")
    for piece in (
        "<em>b</em>",
        "<strong>c</strong>",
        "<ul>",
        "<ol>",
        "<blockquote>",
        '<td align="center">2</td>',
    ):
        assert piece in html


def test_raw_html_is_shown_as_text() -> None:
    html = to_html("<script>alert(1)</script>\n\n<div onclick=x>a</div> <b>b</b> <!-- c -->")
    for tag in ("<script", "<div", "<b>", "<!--"):
        assert tag not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6A;avascript:alert(1)",
        "java\tscript:alert(1)",
        "http://example.org",
        "file:///etc/passwd",
        "//example.org",
        "relative.html",
        "data:text/html,x",
        "\x01javascript:alert(1)",
        "ftp://example.org",
    ],
)
def test_links_elsewhere_are_words_only(target: str) -> None:
    for markdown in (f"[go]({target})", f"[go](<{target}>)", f"[go][1]\n\n[1]: {target}", f"<{target}>"):
        assert "href" not in to_html(markdown)


def test_good_links_stay() -> None:
    assert 'href="https://www.childline.org.uk"' in to_html("[Childline](https://www.childline.org.uk)")
    assert 'href="mailto:help@example.org"' in to_html("[us](mailto:help@example.org)")
    assert 'href="https://example.org/"' in to_html("<https://example.org/>")


def test_pictures_in_text_are_not_drawn() -> None:
    assert "<img" not in to_html("![x](https://example.org/x.png) ![y][1]\n\n[1]: https://example.org/y.png")


def test_inline_has_no_paragraph_and_no_list() -> None:
    assert inline("A **b**\nc") == "A <strong>b</strong> c"
    assert inline("1. one") == "1. one"
    assert inline("- one") == "- one"
    assert inline("") == ""


SIGNS = " a1.-+=~:!'\"({}^%/,“–é🙂\u00a0*_`[]<>&#|\n"


@settings(max_examples=100)
@given(st.text(SIGNS, max_size=12), st.text(SIGNS, max_size=12))
def test_what_is_not_converted_is_what_the_converter_would_make_of_it(first: str, second: str) -> None:
    for line in (first, f"a{first}", f"“{second}", f"See http://{second}x", f"(c){first}a"):
        converter = _converter()
        converter.reset()
        assert to_html(line) == converter.convert(line)


def test_one_passage_leaves_nothing_to_the_next() -> None:
    to_html("[a]: https://example.org")
    assert "href" not in to_html("[a]")


@pytest.mark.parametrize(
    "text", ["[" * 20_000, "*a" * 9_000, "> " * 900 + "x", "`" * 5_000, "<" * 9_000, "- " * 900]
)
def test_tangled_text_is_shown_as_written_and_fast(text: str) -> None:
    start = time.process_time()
    assert to_html(text)
    assert time.process_time() - start < 1


def test_plain_words() -> None:
    assert (
        plain("A **bold** *word*, `code` and [a link](https://example.org).")
        == "A bold word, code and a link."
    )
    assert plain("- one\n- two") == "one two"
    assert plain("2 * 3 * 4 and snake_case_name") == "2 * 3 * 4 and snake_case_name"
    assert plain("Don't &amp; do") == "Don't & do"


def test_slug_and_fold() -> None:
    assert slug("Don't *keep* asking!") == "dont-keep-asking"
    assert slug("Caffè & crème") == "caffe-creme"
    assert slug("…") == ""
    assert fold("Dŵr don’t") == "dwr don't"


def test_nothing_heavy_is_imported_for_the_library_window() -> None:
    code = (
        "import sys, rse_lessons.lesson.library, rse_lessons.lesson.html; "
        "heavy = {'markdown', 'defusedxml', 'PySide6', 'rse_lessons.lesson.reader', 'tomllib', 'tempfile'}; "
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "set()"
