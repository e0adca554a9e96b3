"""What the nations' files say, and that they say where it comes from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rse_lessons.lesson.front_matter import FRAMEWORKS as LESSON_FRAMEWORKS
from rse_lessons.lesson.model import Band
from rse_lessons.nation.profiles import (
    ADULTS,
    BANDS,
    FRAMEWORKS,
    NATIONS,
    Certainty,
    Nation,
    NationError,
    fill,
    known_codes,
    known_placeholders,
    load_framework,
    load_nation,
    printed_routes_for,
    routes_for,
    routes_for_adults,
)

FOLDER = Path(__file__).parents[2] / "content" / "nations"
PRIMARY, SECONDARY = BANDS[:3], BANDS[3:]


@pytest.fixture(scope="module")
def nations() -> dict[str, Nation]:
    return {code: load_nation(code, FOLDER) for code in NATIONS}


def ids(nation: Nation, band: str) -> set[str]:
    return {route.id for route in routes_for(nation, band)}


def test_bands_and_frameworks_are_those_of_lessons() -> None:
    assert tuple(Band) == BANDS
    assert LESSON_FRAMEWORKS == FRAMEWORKS


def test_each_nation_names_itself_its_phases_and_its_words(nations: dict[str, Nation]) -> None:
    assert [nation.name for nation in nations.values()] == [
        "England",
        "Wales",
        "Scotland",
        "Northern Ireland",
    ]
    assert [nation.subject for nation in nations.values()] == ["RSHE", "RSE", "RSHP", "RSE"]
    for code, nation in nations.items():
        assert nation.code == code
        assert tuple(nation.phases) == BANDS
        assert {tuple(other.terms) for other in nations.values()} == {tuple(nation.terms)}
        assert nation.settings["minimum-age"].status is Certainty.CHECK
    assert nations["wls"].terms["safeguarding-lead-long"] == "Designated Safeguarding Person (DSP)"
    assert nations["nir"].terms["safeguarding-lead"] == "Designated Teacher"
    assert nations["eng"].phases["ks1"].years == "Years 1 and 2"


def test_trusted_adult_comes_first_everywhere(nations: dict[str, Nation]) -> None:
    for nation in nations.values():
        for band in (*BANDS, ""):
            routes = routes_for(nation, band)
            assert (routes[0].id, routes[0].kind, routes[0].contact) == ("trusted-adult", "person", "")
            assert {"childline", "emergency"} <= {route.id for route in routes}


def test_a_class_sees_few_routes_and_the_youngest_three(nations: dict[str, Nation]) -> None:
    for nation in nations.values():
        for band in ("ks1", "lower-ks2"):
            assert ids(nation, band) == {"trusted-adult", "childline", "emergency"}
        assert ids(nation, "upper-ks2") == {"trusted-adult", "childline", "ceop-with-an-adult", "emergency"}
        for band in SECONDARY:
            assert len(ids(nation, band)) == 6
            assert {"childline", "report-remove", "emergency"} <= ids(nation, band)
        assert "ceop" in ids(nation, "ks3") & ids(nation, "ks4")
        assert "revenge-porn-helpline" in ids(nation, "post-16")
    assert "meic" in ids(nations["wls"], "ks3")
    assert "shout" in ids(nations["eng"], "ks3")
    assert "lifeline" in ids(nations["nir"], "post-16")


def test_words_on_a_screen_are_short_and_fit_for_children(nations: dict[str, Nation]) -> None:
    for nation in nations.values():
        for route in nation.routes:
            assert 0 < len(route.who) <= 45, route.id
        for band in PRIMARY:
            for route in printed_routes_for(nation, band):
                assert not {"sexual", "nude", "abuse"} & set(route.who.split()), route.id


def test_what_a_screen_leaves_out_is_on_paper(nations: dict[str, Nation]) -> None:
    for nation in nations.values():
        for band in BANDS:
            shown, printed = routes_for(nation, band), printed_routes_for(nation, band)
            assert printed[: len(shown)] == shown
            assert set(printed) == {route for route in nation.routes if band in route.bands}
        paper = {route.id for route in printed_routes_for(nation, "ks3")}
        assert {"shout", "emergency-bsl"} <= paper
        assert "ceop" in {route.id for route in routes_for_adults(nation, "families")}


def test_a_route_cannot_be_on_a_screen_that_it_is_not_for(tmp_path: Path) -> None:
    text = (FOLDER / "eng.toml").read_text(encoding="utf-8")
    wrong = text.replace('screens = ["upper-ks2"]', 'screens = ["ks1"]')
    assert wrong != text
    (tmp_path / "eng.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(NationError, match="ceop-with-an-adult"):
        load_nation("eng", tmp_path)


def test_nations_have_their_own_lines_and_no_other(nations: dict[str, Nation]) -> None:
    own = {
        "eng": {"refuge"},
        "wls": {"meic", "live-fear-free"},
        "sct": {"scotland-domestic-abuse"},
        "nir": {"lifeline", "ni-domestic-sexual-abuse"},
    }
    for code, nation in nations.items():
        shown = {route.id for route in nation.routes}
        assert own[code] <= shown
        for other in set(NATIONS) - {code}:
            assert not own[other] & shown
    assert "children-first" in {route.id for route in routes_for_adults(nations["sct"], "families")}


def test_adults_lines_are_not_shown_to_pupils(nations: dict[str, Nation]) -> None:
    for nation in nations.values():
        for who in ADULTS:
            assert "nspcc" in {route.id for route in routes_for_adults(nation, who)}
        for band in BANDS:
            assert not ids(nation, band) & {"nspcc", "posh", "stop-it-now", "family-lives", "iwf"}
    assert "posh" not in {route.id for route in routes_for_adults(nations["eng"], "families")}


def test_every_line_has_a_source_and_dates_are_only_those_of_sources(nations: dict[str, Nation]) -> None:
    dates = {None, date(2026, 10, 1), date(2026, 10, 7), date(2023, 3, 31)}
    for nation in nations.values():
        assert len({route.id for route in nation.routes}) == len(nation.routes)
        for route in nation.routes:
            assert route.source
            assert route.verified_on in dates
            assert route.contact or route.kind == "person"
        assert all(statement.source for statement in nation.frameworks.values())


def test_hours_that_sources_contradict_are_left_out(nations: dict[str, Nation]) -> None:
    for nation in nations.values():
        for route in nation.routes:
            if route.id in {"childline", "galop", "nspcc", "stop-it-now", "posh", "meic", "meic-text"}:
                assert route.hours == ""


def test_welsh_keys_are_all_to_be_checked(nations: dict[str, Nation]) -> None:
    wanted = {f"{strand}-{phase}" for strand in ("RI", "SHW", "ESR") for phase in (1, 2, 3)}
    assert set(nations["wls"].frameworks) == wanted
    assert {statement.status for statement in nations["wls"].frameworks.values()} == {Certainty.CHECK}


def test_scottish_codes_say_what_was_read_and_what_was_not(nations: dict[str, Nation]) -> None:
    codes = nations["sct"].frameworks
    for code in ("HWB 0-44a", "HWB 2-44b", "HWB 3-46b", "HWB 4-45a", "TCH 1-03a", "HWB 4-08a"):
        assert codes[code].status is Certainty.VERIFIED, code
    for code in ("HWB 2-45a", "HWB 3-49b", "HWB 1-49a", "TCH 3-03a", "HWB 4-44b"):
        assert codes[code].status is Certainty.CHECK, code


def test_connected_world_has_eight_strands() -> None:
    assert len(load_framework("efcw", FOLDER)) == 8


def test_placeholders_are_filled(nations: dict[str, Nation]) -> None:
    wales, england = nations["wls"], nations["eng"]
    assert fill("Tell the {{term:safeguarding-lead}}.", wales) == "Tell the designated safeguarding person."
    assert fill("{{helpline:childline}}", england) == "Childline (0800 1111)"
    assert fill("{{helpline:meic}}", england) == "An adult you trust"
    assert fill("{{term:minimum-age}} {{term:no-such-word}}", england) == "13 no such word"
    assert fill("{{helpline:trusted-adult}} { {{", england) == "An adult you trust { {{"


def test_what_lessons_are_checked_against() -> None:
    codes = known_codes(FOLDER)
    assert "P-OSA-1" in codes["eng"]
    assert "Privacy and security" in codes["efcw"]
    assert {"term:safeguarding-lead", "helpline:meic", "term:minimum-age"} <= known_placeholders(FOLDER)


@pytest.mark.parametrize(
    "text", ["", "code = ", 'code = "eng"', "\udcff", "a = " + "[" * 2_000, 'code = "eng"\nterms = 1']
)
def test_file_that_cannot_be_used_is_told_in_a_sentence(text: str, tmp_path: Path) -> None:
    (tmp_path / "eng.toml").write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(NationError, match="cannot be used"):
        load_nation("eng", tmp_path)
    with pytest.raises(NationError, match="cannot be used"):
        load_nation("wls", tmp_path)


def test_a_line_to_text_reads_as_one_says_it(nations: dict[str, Nation]) -> None:
    assert fill("{{helpline:shout}}", nations["eng"]) == "Shout: text SHOUT to 85258"
