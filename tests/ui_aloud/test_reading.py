"""Reading aloud in a classroom: keys, both screens, the text beside, and everything that stops it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsScene, QLabel
from pytestqt.qtbot import QtBot

from rse_lessons.lesson.model import HelpRoutes, Quiz
from rse_lessons.ui.aloud.sentences import sentences_of
from rse_lessons.ui.slide.describe import describe
from rse_lessons.ui.slide.reading_mark import ReadingMark
from rse_lessons.ui.slide.readings import Reads
from rse_lessons.ui.steering.wishes import Wishes
from tests.ui.room import Room, room
from tests.ui.tongues import ASK_FIRST, readings_of
from tests.ui_aloud.voices import Espeak

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the programs have the names of Linux's")
Key, Shift, Ctrl = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def espeak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Espeak:
    monkeypatch.setenv("PATH", str(tmp_path))
    return Espeak(tmp_path, "en-gb")


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Room]:
    with room(start=1) as opened:
        yield opened


def start(made: Room) -> None:
    QTest.keyClick(made.console, Key.Key_R, Shift)


def marks(scene: QGraphicsScene) -> list[ReadingMark]:
    return [item for item in scene.items() if isinstance(item, ReadingMark)]


def begun(qtbot: QtBot, made: Room, espeak: Espeak) -> None:
    """Start to read with a voice that does not come to an end."""
    espeak.be("hangs")
    start(made)
    qtbot.waitUntil(lambda: espeak.process > 0, timeout=10_000)
    assert made.classroom.aloud.reading


def spoken(made: Room, index: int) -> list[str]:
    """Every sentence of a slide."""
    lines = describe(made.session.slides[index], made.classroom.book.look, made.session.states)
    words = [line.text for line in lines if line.role != "picture"]
    return [sentence.text for sentence in sentences_of(words)]


def test_the_slide_is_read_from_its_first_word_to_its_last(qtbot: QtBot, made: Room, espeak: Espeak) -> None:
    start(made)
    qtbot.waitUntil(lambda: not made.classroom.aloud.reading, timeout=60_000)
    assert [line.strip() for line in espeak.heard] == spoken(made, 1)
    assert not marks(made.classroom.book.class_scene())


def test_the_sentence_is_marked_on_both_screens(qtbot: QtBot, made: Room, espeak: Espeak) -> None:
    begun(qtbot, made, espeak)
    assert made.projector.view.scene() is made.console.slide.view.scene()
    mark = marks(made.projector.view.scene())
    assert len(mark) == 1
    assert mark[0].places
    before = made.projector.view.grab().toImage()
    made.classroom.aloud.stop()
    assert made.projector.view.grab().toImage() != before


@pytest.mark.parametrize("how", ["same key", "escape", "next", "safe", "black", "help", "lock-then-escape"])
def test_it_stops_at_once(qtbot: QtBot, made: Room, espeak: Espeak, how: str) -> None:
    begun(qtbot, made, espeak)
    keys = {
        "same key": (Key.Key_R, Shift),
        "escape": (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        "next": (Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        "safe": (Key.Key_S, Qt.KeyboardModifier.NoModifier),
        "black": (Key.Key_B, Qt.KeyboardModifier.NoModifier),
        "help": (Key.Key_H, Qt.KeyboardModifier.NoModifier),
    }
    if how == "lock-then-escape":
        QTest.keyClick(made.console, Key.Key_K)
        QTest.keyClick(made.console, Key.Key_Escape)
    else:
        QTest.keyClick(made.console, *keys[how])
    assert not made.classroom.aloud.reading
    assert not any(marks(made.classroom.book.scene(index)) for index in (1, 2))
    qtbot.waitUntil(lambda: not espeak.runs())
    assert made.asked_to_end == 0


def test_the_lesson_can_end_while_it_reads(qtbot: QtBot, espeak: Espeak) -> None:
    with room(start=1) as made:
        begun(qtbot, made, espeak)
    assert not espeak.runs()


def test_freezing_lets_it_read_on_and_looking_ahead_too(qtbot: QtBot, made: Room, espeak: Espeak) -> None:
    begun(qtbot, made, espeak)
    QTest.keyClick(made.console, Key.Key_F)
    QTest.keyClick(made.console, Key.Key_Right)
    assert made.session.index == 2
    assert made.classroom.aloud.reading
    assert marks(made.projector.view.scene())
    assert not marks(made.console.slide.view.scene())


def test_what_the_class_sees_is_read_and_not_what_the_teacher_looks_at(
    qtbot: QtBot, made: Room, espeak: Espeak
) -> None:
    for key in (Key.Key_F, Key.Key_Right, Key.Key_Right):
        QTest.keyClick(made.console, key)
    start(made)
    qtbot.waitUntil(lambda: not made.classroom.aloud.reading, timeout=60_000)
    assert [line.strip() for line in espeak.heard] == spoken(made, 1)


def test_where_to_get_help_is_read(qtbot: QtBot, made: Room, espeak: Espeak) -> None:
    QTest.keyClick(made.console, Key.Key_H)
    begun(qtbot, made, espeak)
    assert marks(made.projector.view.scene())
    assert "help" in espeak.heard[0].casefold()


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_W, Key.Key_S])
def test_over_a_screen_without_words_the_teacher_is_told(
    qtbot: QtBot, made: Room, espeak: Espeak, key: Qt.Key
) -> None:
    QTest.keyClick(made.console, key)
    with qtbot.waitSignal(made.classroom.aloud.told):
        start(made)
    assert not made.classroom.aloud.reading
    assert espeak.told == []


# A chosen paragraph


def paragraph(made: Room, line: int) -> QLabel:
    return made.console.text.paragraphs[line]


def test_the_chosen_paragraph_alone_is_read_and_marked_in_the_text(
    qtbot: QtBot, made: Room, espeak: Espeak
) -> None:
    QTest.keyClick(made.console, Key.Key_T, Ctrl)
    words = paragraph(made, 1).text()
    QTest.mouseClick(paragraph(made, 1), Qt.MouseButton.LeftButton)
    begun(qtbot, made, espeak)
    assert "<span" in paragraph(made, 1).text()
    assert paragraph(made, 1).accessibleName() == words
    assert "<span" not in paragraph(made, 0).text()
    QTest.keyClick(paragraph(made, 1), Key.Key_R, Shift)
    assert paragraph(made, 1).text() == words
    espeak.be("well")
    heard = len(espeak.heard)
    QTest.keyClick(paragraph(made, 1), Key.Key_R, Shift)
    qtbot.waitUntil(lambda: not made.classroom.aloud.reading, timeout=60_000)
    assert [line.strip() for line in espeak.heard[heard:]] == [one.text for one in sentences_of([words])]


def test_with_the_keyboard_at_the_slide_all_of_it_is_read(qtbot: QtBot, made: Room, espeak: Espeak) -> None:
    QTest.keyClick(made.console, Key.Key_T, Ctrl)
    QTest.mouseClick(paragraph(made, 1), Qt.MouseButton.LeftButton)
    QTest.keyClick(paragraph(made, 1), Key.Key_Escape)
    start(made)
    qtbot.waitUntil(lambda: not made.classroom.aloud.reading, timeout=60_000)
    assert len(espeak.heard) == len(spoken(made, 1))


def test_a_paragraph_that_the_class_does_not_see_is_not_read(
    qtbot: QtBot, made: Room, espeak: Espeak
) -> None:
    for key in (Key.Key_F, Key.Key_Right):
        QTest.keyClick(made.console, key)
    QTest.keyClick(made.console, Key.Key_T, Ctrl)
    QTest.mouseClick(paragraph(made, 0), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(made.classroom.aloud.told):
        QTest.keyClick(paragraph(made, 0), Key.Key_R, Shift)
    assert espeak.told == []


# Where it cannot be


def test_without_a_voice_the_button_says_what_to_install(
    qtbot: QtBot, made: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    button = made.console.slide.read
    with qtbot.waitSignal(made.classroom.aloud.told) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "espeak-ng" in str(told.args)
    assert "install" in button.accessibleName()
    Espeak(tmp_path, "en-gb").be("hangs")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert made.classroom.aloud.reading
    assert "Stop" in button.accessibleName()


def test_no_english_voice_reads_welsh(qtbot: QtBot, espeak: Espeak) -> None:
    wishes = Wishes(reads=Reads("cy"))
    with (
        room(lesson=ASK_FIRST, readings=readings_of, wishes=wishes) as made,
        qtbot.waitSignal(made.classroom.aloud.told, timeout=10_000) as told,
    ):
        start(made)
    assert "Welsh" in str(told.args)
    assert espeak.heard == []


def test_each_language_of_a_slide_is_read_in_its_own_voice(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    espeak = Espeak(tmp_path, "en-gb", "cy")
    wishes = Wishes(reads=Reads("cy", "en", "small"))
    with room(lesson=ASK_FIRST, readings=readings_of, wishes=wishes, start=1) as made:
        start(made)
        qtbot.waitUntil(lambda: not made.classroom.aloud.reading, timeout=60_000)
        assert [line.strip() for line in espeak.heard][:1] == ["Sut rydyn ni’n gofalu am ein gilydd"]
        assert "We can pass." not in str(espeak.heard)
        # In the text beside, the teacher chooses a line as the class reads it under the Welsh.
        QTest.keyClick(made.console, Key.Key_T, Ctrl)
        (english,) = (one for one in made.console.text.paragraphs if one.words == "We can pass.")
        english.setFocus()
        assert english.locale().name() == "en_GB"
        QTest.keyClick(english, Key.Key_R, Shift)
        qtbot.waitUntil(lambda: "We can pass." in str(espeak.heard), timeout=60_000)
        qtbot.waitUntil(lambda: not made.classroom.aloud.reading, timeout=60_000)
        assert espeak.heard[-1].strip() == "We can pass."


def test_a_voice_that_fails_is_told_and_nothing_stays_marked(
    qtbot: QtBot, made: Room, espeak: Espeak
) -> None:
    espeak.be("broken")
    with qtbot.waitSignal(made.classroom.aloud.told, timeout=10_000):
        start(made)
    assert not made.classroom.aloud.reading
    assert not marks(made.projector.view.scene())


# Words of blocks


@pytest.mark.parametrize("kind", [Quiz, HelpRoutes])
def test_nearly_every_sentence_of_a_slide_is_found_on_it(
    qtbot: QtBot, made: Room, kind: type[object]
) -> None:
    from rse_lessons.ui.slide.reading_mark import lines_read

    index = next(
        number
        for number, slide in enumerate(made.session.slides)
        if any(isinstance(part, kind) for part in slide.parts)
    )
    scene = made.classroom.book.scene(index)
    missing = [sentence for sentence in spoken(made, index) if not lines_read(scene, sentence)]
    assert missing == []
