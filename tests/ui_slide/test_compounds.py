"""Short words with a hyphen are not parted at it, and are what they were to whoever reads them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from rse_lessons.ui.compounds import bound, freed, held
from rse_lessons.ui.slide import words
from rse_lessons.ui.slide.look import Style
from rse_lessons.ui.theme import load_fonts, load_theme
from rse_lessons.ui.widgets.paint import advance, broken


@pytest.mark.parametrize(
    ("written", "together"),
    [
        ("Sábháilte ar-lein", True),
        ("<strong>air-lìn</strong>", True),
        ("a well-thought-through plan", False),
        ("na n-eochairchéimeanna", True),
        ("Ma cho-roinneas cuideigin", True),
        ("do roghainn-sa", True),
        ("well-understood-words", False),
        ('<span style="font-size:9px">so</span> – yes', False),
    ],
)
def test_short_compounds_alone_are_held(written: str, together: bool) -> None:
    assert ("\u2011" in held(written)) is together
    assert len(held(written)) == len(written)
    assert freed(held(written)) == written


@pytest.mark.parametrize(
    ("heading", "kept"),
    [
        ("Asha, Ben a chamera", "Asha, Ben a~chamera"),
        ("Nuair a athraíonn 18 an dlí", "Nuair a~athraíonn 18 an~dlí"),
        ("How we look after each other", "How we look after each~other"),
        ("Call 0800 1111 today", "Call 0800~1111~today"),
        ("What helps most?", "What helps~most?"),
        ("’S e deagh charaid a th’ annad", "’S~e deagh charaid a~th’~annad"),
        ("Mae e wedi mynd i rywle", "Mae~e wedi mynd i~rywle"),
        ("Ready for understanding responsibilities", "Ready for understanding responsibilities"),
        ("A <strong>b</strong> c d", "A <strong>b</strong> c d"),
    ],
)
def test_a_letter_and_a_short_last_word_do_not_stand_alone(heading: str, kept: str) -> None:
    assert bound(heading) == kept.replace("~", "\u00a0")


def test_of_running_words_only_a_very_short_last_one_is_held() -> None:
    assert bound("You can tell her wrtha i.", 4) == "You can tell her wrtha\u00a0i."
    assert bound("You can always ask.", 3) == "You can always ask."


def test_no_line_ends_inside_a_short_compound(qapp: QApplication) -> None:
    load_fonts()
    font = load_theme("light").font(17)
    text = "Cairdeas ar-lein"
    assert broken(text, font, advance("Cairdeas ar-le", font)) == ["Cairdeas", "ar-lein"]
    style = Style(48, 60, bold=True)
    made, parted = words.document(text, style, words.advance("Cairdeas ar-le", 48, True))
    assert not parted
    assert words.plain_of(made) == text
    assert [line.textStart() for _, line in words.lines_of(made)] == [0, len("Cairdeas ")]
