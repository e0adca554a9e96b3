"""Which names may stand in a pack, on whatever system it is opened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rse_lessons.packs.names import MAX_NAME, folded, quoted, taken_twice, why_not_path
from tests.packs.hostile import ESCAPES, FOREIGN, NESTED, RESERVED


@pytest.mark.parametrize(
    "path",
    [
        *(
            "lessons/ask-first.md",
            "lessons/Gŵyl garedig.md",
            "lessons/Ciarán & Robin (2).md",
            "lessons/コピー.md",
        ),
        *("pictures/a.svg", "pictures/b.PNG", "pictures/c.jpg", "pictures/d e.jpeg", "lessons/console.md"),
        *(
            "lessons/common.md",
            "lessons/a.b.md",
            "lessons/com.md",
            "lessons/nulls.md",
            f"lessons/{'x' * 100}.md",
        ),
    ],
)
def test_names_of_lessons_and_pictures(path: str) -> None:
    assert why_not_path(path) == ""


@pytest.mark.parametrize("path", [*ESCAPES, *(f"lessons/{name}" for name in RESERVED), *FOREIGN, *NESTED])
def test_names_that_mean_harm_or_something_else(path: str) -> None:
    said = why_not_path(path)
    assert said.endswith(".")
    assert said.isprintable()


@given(st.text(max_size=200))
def test_any_name_is_taken_or_refused_in_a_sentence(name: str) -> None:
    for path in (name, f"lessons/{name}.md", f"pictures/{name}.svg"):
        said = why_not_path(path)
        assert said == "" or (said.endswith(".") and said.isprintable())
        if not said:
            assert len(path.rpartition("/")[2].encode()) <= MAX_NAME
            assert ".." not in path.split("/")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.svg", "A.svg"),
        ("straße.md", "STRASSE.md"),
        ("é.md", "e\u0301.md"),
        ("Ŵ.md", "w\u0302.md"),
        ("ﬁ.md", "fi.md"),
    ],
)
def test_names_that_a_system_takes_for_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    assert taken_twice([f"lessons/{one}", f"pictures/{other}"])
    assert not taken_twice([f"lessons/{one}", "lessons/quite-another.md"])


@given(st.text(max_size=200))
def test_what_is_quoted_does_nothing(text: str) -> None:
    shown = quoted(text)
    assert len(shown) <= 61
    assert not set("<>\x1b\n\r\t\0\u202e") & set(shown)
