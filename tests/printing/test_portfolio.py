"""The portfolio and the certificate on paper: what a person wrote stands as it was written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.printing.document import Para, Section, Table
from rse_lessons.printing.portfolio import (
    Certified,
    Entry,
    OfModule,
    Portfolio,
    Practised,
    certificate_sections,
    plain,
    portfolio_sections,
    statement,
)
from rse_lessons.printing.words import ENGLISH
from rse_lessons.ui.my_learning import paper
from rse_lessons.ui.slide.markup import passages
from tests.pdfs import pages_of, words
from tests.ui_settings.small import dressed

ROW = ("A safe classroom", "20 November 2026", "Passed, 7 of 8, both scenes understood")


def certified(modules: int = 8, name: str = "Siân Owen") -> Certified:
    return Certified(
        *(name, "22 November 2026", (ROW,) * modules),
        time="12 hours",
        practised="16 conversations, each to its end",
        nation="Wales",
        app="RSE Lessons",
        code="8Q0N-2V4R-6T1K-Z9PE",
    )


def module(number: int, **more: object) -> OfModule:
    return OfModule(f"Module of {number}", number, "Finished.", **more)  # type: ignore[arg-type]


def texts(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        yield section.heading
        for part in section.parts:
            if isinstance(part, Para):
                yield part.markdown
            if isinstance(part, Table):
                yield from (cell for row in part.rows for cell in row)


def shown(markdown: str) -> str:
    """Give what somebody reads."""
    found = "".join(one.text for one in passages(markdown) if hasattr(one, "text"))
    return html.unescape(re.sub(r"<[^>]+>", "", found))


@pytest.mark.parametrize(
    "typed",
    ["1. First", "- not a list", "+ plus", "# no heading", "> no quote", "*stars* and _lines_", "[a](b)",
     "`code`", "<b>bold</b>", "a \\ b", "2) two", "!important", "a | b", "~~gone~~", "&amp; more"],
)  # fmt: skip
def test_what_was_typed_is_read_as_it_was_typed(typed: str) -> None:
    assert shown(plain(typed)) == typed


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30))
def test_no_sign_is_taken_for_markdown(typed: str) -> None:
    kept = " ".join(typed.split())
    assert shown(f"x {plain(kept)}") == f"x {kept}".rstrip()


def test_only_what_was_given_is_in_it() -> None:
    empty = portfolio_sections(Portfolio("", "", "", "", "0 of 8", "0 minutes"), ENGLISH)
    assert [section.heading for section in empty] == ["Where I stand"]
    full = Portfolio(
        *("Siân", "22 November 2026", "Wales", "App", "1 of 8", "1 hour"),
        modules=(module(1, reflections=(("Why?", "I wait."),), tasks=(("Ask.", True), ("Look.", False))),),
        entries=(Entry("November 2026", "1", "Read", "20 minutes", "KCSIE"),),
        notes=(("2 November 2026", "About endings."),),
    )
    found = portfolio_sections(full, ENGLISH)
    heads = [section.heading for section in found if section.level == 1]
    assert heads == ["Where I stand", "1. Module of 1", "Evidence log", "Notes for a mentor"]
    told = " ".join(texts(found))
    for said in ("I wait.", "Done", "Not yet", "KCSIE", "About endings."):
        assert said in told


def test_practice_is_told_by_what_was_said() -> None:
    ways = (("“Thank you.”", "“I will tell the lead.”"), ("“Wait.”",))
    (section,) = [
        one
        for one in portfolio_sections(
            Portfolio(
                "", "", "", "", "", "", modules=(module(1, practised=(Practised("A whisper", ways),)),)
            ),
            ENGLISH,
        )
        if one.heading == "What I practised"
    ]
    assert "**A whisper**: walked to its end in 2 different ways." in list(texts((section,)))


def test_a_certificate_says_what_it_is_not() -> None:
    told = " ".join(texts(certificate_sections(certified(), ENGLISH)))
    assert statement(ENGLISH) in told
    assert "no qualification" in told


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("modules", "pages"), [(1, 1), (8, 1), (40, 3)])
def test_a_certificate_of_the_eight_modules_takes_one_sheet(tmp_path: Path, modules: int, pages: int) -> None:
    dressed()
    paper.write(paper.certificate(certified(modules)), "Certificate", tmp_path / "c.pdf")
    assert len(pages_of(tmp_path / "c.pdf")) == pages
    told = words(tmp_path / "c.pdf")
    assert told.count("A safe classroom") == modules
    assert "8Q0N-2V4R-6T1K-Z9PE" in told
    assert "does not show who made it" in told
    assert "Siân Owen" in told


@pytest.mark.usefixtures("qapp")
def test_contents_name_the_sheets_on_which_parts_begin(tmp_path: Path) -> None:
    dressed()
    entries = tuple(
        Entry("November 2026", "1", f"Read book {n}", "20 minutes", "It helps. " * 12) for n in range(80)
    )
    reflections = (("What now?", "I wait and count. " * 200),)
    found = Portfolio(
        *("Siân", "22 November 2026", "Wales", "App", "2 of 8", "1 hour"),
        modules=(module(1, reflections=reflections), module(2)),
        entries=entries,
        certified=certified(2),
    )
    told: list[tuple[int, int]] = []
    paged = paper.portfolio(found, progress=lambda done, of: told.append((done, of)))
    paper.write(paged, "Portfolio", tmp_path / "p.pdf")
    pages = pages_of(tmp_path / "p.pdf")
    assert told[-1][0] == told[-1][1]
    for heading in ("Where I stand", "1. Module of 1", "2. Module of 2", "Evidence log", "Certificate"):
        number = int(pages[1].split(f"{heading} ")[1].split(" ")[0])
        assert pages[number - 1].strip().startswith(heading)
    whole = " ".join(pages)
    for n in range(80):
        assert f"Read book {n} ." in whole or f"Read book {n}." in whole
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
