"""What lessons serve of a curriculum."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rse_lessons.nation.coverage import Area, Claim, counted, coverage, only
from rse_lessons.nation.profiles import BANDS, Certainty, Statement

STATEMENTS = {
    "A-1": Statement("A-1", "Friends", "What a friend is.", Certainty.VERIFIED),
    "A-2": Statement("A-2", "Friends", "When it goes wrong.", Certainty.CHECK),
    "B-1": Statement("B-1", "Safety", "Asking for help.", Certainty.VERIFIED),
}
OLDER = Claim("A-1", "older", "An older lesson", "ks3")
YOUNGER = Claim("A-1", "younger", "A younger lesson", "ks1", to_check=True)
HELP = Claim("B-1", "younger", "A younger lesson", "ks1")


def codes(areas: tuple[Area, ...]) -> list[str]:
    return [row.statement.code for area in areas for row in area.rows]


def test_statements_keep_their_order_and_headings_and_lessons_stand_youngest_first() -> None:
    areas = coverage(STATEMENTS, [OLDER, HELP, YOUNGER])
    assert [(area.heading, len(area.rows)) for area in areas] == [("Friends", 2), ("Safety", 1)]
    assert areas[0].rows[0].claims == (YOUNGER, OLDER)
    assert areas[0].rows[1].claims == ()
    assert [row.to_check for area in areas for row in area.rows] == [False, True, False]
    assert counted(areas) == (2, 3)


def test_a_claim_on_a_code_that_is_not_there_serves_nothing() -> None:
    assert counted(coverage(STATEMENTS, [Claim("Z-9", "a", "A", "ks1")])) == (0, 3)


def test_one_age_alone_leaves_out_what_others_serve() -> None:
    areas = coverage(STATEMENTS, [OLDER, YOUNGER, HELP])
    assert codes(only(areas, band="ks3", covered=True)) == ["A-1"]
    assert codes(only(areas, band="ks3", covered=False)) == ["A-2", "B-1"]
    assert only(areas, band="ks3", covered=True)[0].rows[0].claims == (OLDER,)
    assert codes(only(areas)) == ["A-1", "A-2", "B-1"]


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            Claim, st.sampled_from([*STATEMENTS, "Z-9"]), st.text(max_size=3), st.text(max_size=3),
            st.sampled_from([*BANDS, ""]), st.booleans(),
        )
    ),
    st.sampled_from(["", *BANDS]),
)  # fmt: skip
def test_covered_and_uncovered_make_up_the_whole(claims: list[Claim], band: str) -> None:
    areas = coverage(STATEMENTS, claims)
    some, every = counted(only(areas, band=band))
    assert len(codes(only(areas, band=band, covered=True))) == some
    assert len(codes(only(areas, band=band, covered=False))) == every - some
    assert sorted(codes(areas)) == sorted(STATEMENTS)
