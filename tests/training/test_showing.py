"""A module as a teacher of one nation reads it: that nation's parts, placeholders and sources in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from rse_lessons.nation.profiles import NATIONS, fill, load_nation
from rse_lessons.training.model import ForNations, Guidance, Module
from rse_lessons.training.reading import read_module_text
from rse_lessons.training.rules import all_blocks
from rse_lessons.training.showing import as_shown, cited, for_nation
from tests.training.module_fixtures import FOLDER, good

ROOT = Path(__file__).parents[2]


def module(text: str) -> Module:
    made = read_module_text(text, FOLDER / "good.md").module
    assert made is not None
    return made


def guidance(shown: Module) -> list[str]:
    return [block.source for block in all_blocks(shown) if isinstance(block, Guidance)]


@pytest.mark.parametrize("code", NATIONS)
def test_each_nation_reads_its_own_parts_in_its_own_words(code: str) -> None:
    nation = load_nation(code, ROOT / "content" / "nations")
    shown = as_shown(module(good()), code, lambda text: fill(text, nation))
    assert "{{" not in repr(shown)
    assert not any(isinstance(block, ForNations) for block in all_blocks(shown))
    assert guidance(shown) == ["guide-2026", "north-2021"][: 2 if code == "sct" else 1]
    assert f"Tell the {nation.terms['safeguarding-lead']} today." in repr(shown)
    assert "Office of Examples (2026) says so" in repr(shown)


def test_a_source_that_is_to_be_checked_says_so() -> None:
    sources = module(good()).head.sources
    assert cited(sources["guide-2026"]) == "Office of Examples (2026)"
    assert cited(sources["north-2021"]) == "Northern Board (2021, to be checked)"


def test_a_source_that_nobody_knows_is_named_by_its_id() -> None:
    text = good().replace("{{source:guide-2026}} says", "{{source:some-guide}} says")
    assert "some guide says so" in repr(as_shown(module(text), "eng", str))


def test_a_page_that_a_nation_has_nothing_on_hands_its_time_on() -> None:
    page = "---\n## The north {minutes=2}\n\n::: only {nation=sct}\nIt is so in the north.\n:::\n\n"
    text = good().replace("---\n## Two examples", f"{page}---\n## Two examples", 1)
    made = module(text.replace("minutes=4 id=asks", "minutes=2 id=asks"))
    north, south = for_nation(made, "sct"), for_nation(made, "eng")
    assert [page.id for page in made.pages] == [page.id for page in north.pages]
    assert "the-north" not in [page.id for page in south.pages]
    assert {page.id: page.minutes for page in south.pages}["asks"] == 4
    for shown in (north, south):
        assert sum(page.minutes for page in shown.pages) == made.head.minutes


def test_parts_inside_parts_are_taken_out() -> None:
    inner = "::: only {nation=sct}\nOnly there.\n:::\n"
    text = good().replace(
        "{{source:guide-2026}}: the guide itself.",
        f'::: only {{nation="sct, nir"}}\nHere, too.\n{inner}:::\n\nEverywhere.',
    )
    said = {code: repr(for_nation(module(text), code).pages[-1].parts) for code in NATIONS}
    assert ["Only there." in said[code] for code in NATIONS] == [False, False, True, False]
    assert ["Here, too." in said[code] for code in NATIONS] == [False, False, True, True]
    assert all("Everywhere." in words for words in said.values())


def test_a_module_without_parts_for_nations_is_given_as_it_is() -> None:
    text = good().replace("::: only {nation=sct}\n::: guidance", "::: guidance", 1)
    text = text.replace(
        "Staff in the north do so, too.\n:::\n:::\n", "Staff in the north do so, too.\n:::\n", 1
    )
    made = module(text)
    assert for_nation(made, "eng") is made
