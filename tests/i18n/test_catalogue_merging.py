"""Bringing catalogues up to date: stale, moved, gone and back again, and slips that change nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.i18n.documents import document
from rse_lessons.i18n.merging import carried_over, is_slip, merged
from rse_lessons.i18n.po import Catalogue, Entry
from rse_lessons.i18n.templates import entries_of
from tests.i18n.i18n_fixtures import LESSON, pseudo

HEADER = {"Language": "cy", "Plural-Forms": "nplurals=6; plural=0;"}


def wanted(text: str) -> list[Entry]:
    return entries_of(document(Path("lessons/ask.md"), text), "ask.md")


def translated(text: str) -> Catalogue:
    entries = [Entry(one.msgid, one.context, strings=(pseudo(one.msgid),)) for one in wanted(text)]
    return merged(Catalogue(HEADER, tuple(entries)), wanted(text), HEADER, 6)


def stale(catalogue: Catalogue) -> list[str]:
    return [entry.context or "" for entry in catalogue.live if entry.fuzzy]


def test_nothing_changes_where_nothing_changed() -> None:
    catalogue = translated(LESSON)
    assert all(entry.usable for entry in catalogue.live)
    assert merged(catalogue, wanted(LESSON), HEADER, 6) == catalogue


def test_a_changed_sentence_makes_exactly_its_passage_stale() -> None:
    changed = LESSON.replace("Asking is never too late.", "Nobody is ever too late to ask.")
    now = merged(translated(LESSON), wanted(changed), HEADER, 6)
    assert stale(now) == ["ask/at-signpost-1/help-routes/text"]
    (entry,) = (one for one in now.live if one.fuzzy)
    assert entry.previous == ("ask/at-signpost-1/help-routes/text", "Asking is never too late.", "")
    assert entry.strings == (pseudo("Asking is never too late."),)
    assert sum(one.usable for one in now.live) == len(now.live) - 1
    again = merged(now, wanted(changed.replace("ever too late", "once too late")), HEADER, 6)
    assert [one.previous for one in again.live if one.fuzzy] == [entry.previous]
    assert merged(again, wanted(LESSON), HEADER, 6) == translated(LESSON)


def test_a_slide_put_in_and_one_that_moves_make_nothing_stale() -> None:
    slides = LESSON.split("\n---\n")
    new = "## New {stage=welcome minutes=1}\n\nNew words."
    for changed in ([*slides[:1], new, *slides[1:]], [slides[0], *slides[2:4], slides[1], slides[4]]):
        now = merged(translated(LESSON), wanted("\n---\n".join(changed)), HEADER, 6)
        assert stale(now) == []
        assert {one.msgid for one in now.live if not one.usable} <= {"New", "New words."}


def test_what_is_gone_is_kept_and_found_again() -> None:
    shorter = LESSON.replace("For Wales.\n", "")
    now = merged(translated(LESSON), wanted(shorter), HEADER, 6)
    assert [one.msgid for one in now.entries if one.obsolete] == ["For Wales."]
    assert merged(now, wanted(LESSON), HEADER, 6) == translated(LESSON)


def test_plurals_have_as_many_forms_as_the_language() -> None:
    one = Entry("{count} slide", None, "{count} slides", ("", ""))
    now = merged(None, [one], HEADER, 6)
    assert now.entries[0].strings == ("",) * 6


def test_comments_and_headers_of_translators_stay() -> None:
    old = Catalogue(
        {**HEADER, "X-Poedit-Bookmarks": "1"},
        (Entry("a", "x/y", strings=("b",), comments=("Mine.",)),),
        ("Top",),
    )
    now = merged(old, [Entry("a", "x/y")], {"Language": "cy"}, 6)
    assert now.entries[0].comments == ("Mine.",)
    assert now.comments == ("Top",)
    assert now.header == {**HEADER, "X-Poedit-Bookmarks": "1"}


def test_a_slip_put_right_carries_its_translation_over() -> None:
    before = translated(LESSON.replace("A second paragraph.", "A secnd paragraph."))
    after = merged(before, wanted(LESSON), HEADER, 6)
    assert len(stale(after)) == 1
    done = carried_over(before, after)
    assert done.carried == (("A secnd paragraph.", "A second paragraph."),)
    assert stale(done.catalogue) == []
    assert all(entry.usable for entry in done.catalogue.live)


def test_more_than_a_slip_and_what_was_stale_before_stay_stale() -> None:
    first = merged(translated(LESSON), wanted(LESSON.replace("For Wales.", "For all Wales.")), HEADER, 6)
    changed = LESSON.replace("For Wales.", "For all Wales.").replace(
        "A second paragraph.", "Wholly other words here!"
    )
    after = merged(first, wanted(changed), HEADER, 6)
    done = carried_over(first, after)
    assert not done.carried
    assert done.too_much == (("A second paragraph.", "Wholly other words here!"),)
    assert len(stale(done.catalogue)) == 2
    named = carried_over(first, after, "ask/at-do-we-ask/wls/text")
    assert named.carried == (("For Wales.", "For all Wales."),)
    assert [entry.context for entry in named.catalogue.live if entry.fuzzy] == [
        "ask/at-welcome-1/notes/say~2"
    ]


def test_what_a_slip_is() -> None:
    assert is_slip("Ask frist, every time.", "Ask first, every time.")
    assert not is_slip("Tell an adult you trust.", "Tell nobody.")
    assert not is_slip("You can tell an adult.", "You can’t tell an adult.")
    assert not is_slip("You must be 13 to have it.", "You must be 16 to have it.")
    assert not is_slip("Tell {{term:subject}} at once.", "Tell {{term:subjects}} at once.")


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), max_size=6, unique_by=lambda one: one[0]
    ),
    st.lists(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("wxyz")), max_size=6, unique_by=lambda one: one[0]
    ),
)
def test_no_translation_is_lost_or_shown_for_other_english(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    old = Catalogue(
        HEADER, tuple(Entry(text, context, strings=(f"{context}{text}",)) for context, text in before)
    )
    now = merged(old, [Entry(text, context) for context, text in after], HEADER, 6)
    assert [entry.key for entry in now.live] == after
    assert sorted(entry.strings[0] for entry in now.entries if any(entry.strings)) == sorted(
        entry.strings[0] for entry in old.entries
    )
    for entry in now.live:
        assert not entry.usable or entry.strings[0].endswith(entry.msgid)
