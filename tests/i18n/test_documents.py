"""Taking files apart: every passage is found, nothing else is one, and together they are the same file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from rse_lessons.i18n.documents import catalogue_name, document, passages, read
from rse_lessons.i18n.file_names import kind_of
from rse_lessons.i18n.passages import Document, Form, Kind, Reader, Register
from rse_lessons.i18n.slide_passages import LABEL
from rse_lessons.i18n.stretches import Lines
from rse_lessons.lesson import blocks
from rse_lessons.lesson.load import with_plain_line_ends
from tests.i18n.i18n_fixtures import CONTENT, FILES, LESSON, MODULE, PLACES, by_context, content

PLACE = Path("lessons/ask.md")


@pytest.fixture(name="content")
def whole_content() -> tuple[Document, ...]:
    return content()


def rewritten(found: Document) -> str:
    """The file, made of its skeleton and its passages alone."""
    between = found.skeleton()
    words = [found.text[slot.start : slot.end] for slot in found.slots]
    return between[0] + "".join(word + after for word, after in zip(words, between[1:], strict=True))


def test_every_file_of_the_content_is_the_same_again(content: tuple[Document, ...]) -> None:
    assert len(content) >= 46
    for found in content:
        data = found.path.read_bytes()
        assert rewritten(found).encode() == data == found.put_together().encode(), found.path
        assert found.slots


def test_contexts_are_unique_and_begin_with_the_file(content: tuple[Document, ...]) -> None:
    names = [one.context for found in content for one in found.passages]
    ids = [catalogue_name(found) for found in content]
    assert len(set(ids)) == len(ids)
    for found in content:
        inside = [one.context for one in found.passages]
        assert len(set(inside)) == len(inside)
        assert all(name.startswith(f"{found.id}/") for name in inside)
    assert len(names) > 15_000


def test_no_passage_is_an_id_a_code_or_a_file(content: tuple[Document, ...]) -> None:
    for found in content:
        if found.kind is Kind.LESSON:
            assert not any(slot.passage.text.endswith((".svg", ".png")) for slot in found.slots)
            assert "P-OSA-1" not in {one.text for one in found.passages}
        if found.kind is Kind.NATION:
            assert not {"0800 1111", "999", "verified", "check"} & {one.text for one in found.passages}


def test_a_lesson_gives_what_it_says() -> None:
    said = by_context(document(PLACE, LESSON))
    told = {name: one.text for name, one in said.items()}
    assert told["summary"] == 'Asking, "please", and listening.'
    assert told["vocabulary/2/word"] == "change your mind"
    assert told["at-welcome-1/heading"] == "Asha"
    assert told["at-welcome-1/text"] == "Today is about **pictures**,\nand friends."
    assert told["at-welcome-1/picture"] == "Asha holds a camera."
    assert told["at-welcome-1/text~2"] == "One"
    assert told["at-welcome-1/text~3"] == "Stop"
    assert told["at-welcome-1/text~4"] == "Ask first,\nevery time."
    assert told["at-welcome-1/notes/say"] == "“Hello!”"
    assert told["at-welcome-1/notes/say~2"] == "A second paragraph."
    assert told["at-welcome-1/notes/if/when"] == "a child laughs"
    assert told["at-do-we-ask/sensitive"] == "It may touch somebody."
    assert told["do-we-ask/columns/1/name"] == "Ask first"
    assert told["do-we-ask/columns/free/name"] == "No need"
    assert told["do-we-ask/item-1/picture"] == "Gran smiles."
    assert told["do-we-ask/item-1/text"] == "Gran"
    assert told["do-we-ask/item-1/why"] == "Gran chooses,\nand says so."
    assert told["at-do-we-ask/wls/text"] == "For Wales."
    assert told["when/always/text"] == "Always"
    assert told["fox/start/prompt"] == "Fox wants a picture."
    assert told["fox/start/question"] == "What now?"
    assert told["fox/start/item-2/text"] == "Take it"
    assert told["second/takeaway"] == "It changed."
    assert not {"Asha is a girl.", "ask-first", "she, other", "consent", "2"} & set(told.values())


def test_a_passage_says_who_reads_it_and_what_to_know() -> None:
    said = by_context(document(PLACE, LESSON))
    heading = said["at-welcome-1/heading"]
    assert (heading.reader, heading.register, heading.slide) == (Reader.PUPILS, Register.CLASS, 1)
    assert "Asha is a girl." in heading.note
    assert said["at-welcome-1/notes/say"].reader is Reader.TEACHERS
    assert said["home/about"].reader is Reader.FAMILIES
    assert said["at-signpost-1/help-routes/text"].register is Register.CHILD
    assert said["before/tell"].keeps == ("{{term:safeguarding-lead}}",)
    assert {name for name, one in said.items() if one.safety} == {
        *("before/tell", "at-signpost-1/heading", "at-signpost-1/help-routes/text"),
    }
    assert said["at-welcome-1/notes/if/when"].longest == 115
    assert said["when/item-2/why"].group == said["when/prompt"].group == "ask/when"
    assert said["second/takeaway"].group == said["first/prompt"].group == "ask/first"
    assert said["at-welcome-1/notes/say"].group == "ask/at-welcome-1/notes/say"
    assert "Only for wls." in said["at-do-we-ask/wls/text"].note
    assert LESSON.split("\n")[said["when/prompt"].line - 1] == "When?"


def test_a_module_gives_what_it_says() -> None:
    said = by_context(document(Path("training/words.md"), MODULE))
    told = {name: one.text for name, one in said.items()}
    assert told["sources/kcsie/note"] == "Read from copies."
    assert told["pairs/item-2/right"] == "chose to share"
    assert told["talk/title"] == "In the staffroom"
    assert told["talk/start/item-2/better"] == "“I see it\ndifferently.”"
    assert told["talk/thinks/next"] == "Write it down."
    assert told["talk/takeaway"] == "Names help."
    assert told["spot-it/quoted"] == "She let herself be filmed.\nHe was there."
    assert told["poster/model"] == "He shared it,\nand that was wrong."
    assert all(one.reader is Reader.TEACHERS for one in said.values())


def test_moments_and_nations_are_known_by_their_ids() -> None:
    moments = by_context(read(CONTENT / "training" / "moments.toml"))
    assert moments["moments/silence/replies/answer-yourself/asks"].text.startswith("Offer a smaller step")
    wales = by_context(read(CONTENT / "nations" / "wls.toml"))
    assert wales["terms/safeguarding-lead"].safety
    assert wales["routes/childline/who"].longest == 45
    assert "routes/childline/contact" not in wales


def test_what_a_context_is_stays_when_words_and_slides_change() -> None:
    before = by_context(document(PLACE, LESSON))
    changed = LESSON.replace("## Quiz", "## Another heading").replace("- Never", "- At no time")
    assert set(by_context(document(PLACE, changed))) == set(before)
    with_more = LESSON.replace("---\n## Quiz", "---\n## New {stage=practise}\n\nMore words.\n---\n## Quiz")
    added = set(by_context(document(PLACE, with_more))) - set(before)
    assert added == {"at-practise-1/heading", "at-practise-1/text"}


def test_kinds_are_known_by_their_folders() -> None:
    assert kind_of(Path("a/primary/x.md")) is Kind.LESSON
    assert kind_of(Path("a/training/x.md")) is Kind.MODULE
    assert kind_of(Path("a/training/sessions/x.md")) is Kind.MEETING
    assert kind_of(Path("a/nations/wls.toml")) is Kind.NATION
    assert kind_of(Path("a/training/moments.toml")) is Kind.MOMENTS


def test_labels_of_notes_are_those_of_the_readers() -> None:
    assert LABEL.pattern == blocks._LABEL.pattern


def test_a_refused_file_has_no_passages() -> None:
    assert list(passages(PLACE, f"# A\n\n{'x' * 2_001}")) == []


@settings(deadline=None, max_examples=80)
@given(FILES, PLACES)
def test_any_file_is_the_same_again(text: str, place: Path) -> None:
    found = document(place, text)
    assert rewritten(found) == text == found.put_together()
    ends = [0, *(slot.end for slot in found.slots)]
    assert all(end <= slot.start < slot.end for end, slot in zip(ends, found.slots, strict=False))
    contexts = [one.context for one in found.passages]
    assert len(set(contexts)) == len(contexts)
    for slot in found.slots:
        raw = with_plain_line_ends(text[slot.start : slot.end])
        if slot.form is Form.TEXT and not slot.joint:
            assert raw == slot.passage.text
        assert Lines(text).number(slot.start) == slot.passage.line
