"""The coverage sheet."""

from __future__ import annotations

from rse_lessons.nation.coverage import Claim, coverage
from rse_lessons.nation.profiles import Certainty, Statement
from rse_lessons.printing.coverage import coverage_sheet
from rse_lessons.printing.document import Para, Table

AREAS = coverage(
    {
        "A-1": Statement("A-1", "Friends", "What a friend is.", Certainty.VERIFIED),
        "A-2": Statement("A-2", "Friends", "When it goes wrong.", Certainty.CHECK),
    },
    [Claim("A-1", "a", "Asking", "ks1"), Claim("A-1", "b", "Telling", "ks3", to_check=True)],
)


def test_each_statement_stands_with_its_lessons_and_what_is_to_be_checked() -> None:
    sheet = coverage_sheet([("Here: RSE", AREAS)], {"ks1": "5–7", "ks3": "11–14"})
    about, part, friends = sheet.sections
    assert (sheet.title, sheet.subtitle) == ("Coverage", "Here: RSE")
    assert isinstance(about.parts[0], Para)
    assert part.parts == (Para("1 of 2 statements are served by a lesson."),)
    table = friends.parts[0]
    assert isinstance(table, Table)
    assert table.rows == (
        ("**A-1**", "What a friend is.", "Asking, ages 5–7; Telling, ages 11–14 (to be checked)"),
        ("**A-2**", "When it goes wrong. (to be checked)", "No lesson yet"),
    )
