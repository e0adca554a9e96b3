"""The package in a real browser: a module worked through, left, taken up again and passed."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from rse_lessons.training.drawing import bank
from tests.standards.browser import why_not
from tests.standards.conftest import Place
from tests.standards.packages import HOSTILE, hostile

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "-")
MODULE = "consent-and-pressure"


def test_from_the_first_visit_to_passed(place: Place) -> None:
    module = place.modules[MODULE]
    place.launch(MODULE)
    assert place.core("lesson_status") == "incomplete"
    assert place.learn("heading()") == module.pages[0].title
    place.learn("page().getElementById('on').click()")
    assert place.core("lesson_location") == module.pages[1].id
    first = place.leave()
    assert first["model"]["cmi.core.exit"] == "suspend"
    assert first["kept"]["cmi.suspend_data"] == first["model"]["cmi.suspend_data"] != ""

    place.again(MODULE)  # as it was left
    assert place.core("entry") == "resume"
    assert place.learn("heading()") == module.pages[1].title
    assert "(read)" in place.learn("page().querySelector('#contents li').textContent")
    asked = place.learn("tryIt(() => false)")
    assert len(asked) == 8
    # The check is passed, and not yet the module: pages and conversations are left.
    assert place.core("lesson_status") == "incomplete"
    assert place.core("score.raw") == "100"
    place.leave()

    place.again(MODULE)
    place.learn("readAll()")
    assert place.core("lesson_status") == "passed"
    assert "You have finished" in place.learn("page().getElementById('todo').textContent")
    calls = [call[0] for call in place.leave()["calls"]]
    assert calls[0] == "LMSInitialize"
    assert calls[-2:] == ["LMSCommit", "LMSFinish"]
    assert calls.count("LMSCommit") >= len(module.pages)
    looked = place.look()
    assert looked["faults"] == []
    assert len(looked["model"]["cmi.suspend_data"]) < 1000
    written = {call[2] for call in looked["calls"] if call[1] == "cmi.core.lesson_status"}
    assert written <= {"", "passed"}  # and never "completed"


def test_a_scene_that_was_missed_does_not_pass(place: Place) -> None:
    place.launch(MODULE)
    place.learn("readAll()")
    missed = "q => q.scenario && !window.missed && (window.missed = q.id)"
    asked = place.learn(f"tryIt({missed})")
    looked = place.look()
    assert looked["model"]["cmi.core.score.raw"] == "88"
    assert looked["model"]["cmi.core.lesson_status"] == "incomplete"
    told = {one["id"]: one["result"] for one in looked["interactions"]}
    assert list(told) == asked
    wrong = place.browser.evaluate("window.missed")
    assert told == {one: "wrong" if one == wrong else "correct" for one in asked}
    # The page to read again is one press away, and the next try asks other questions.
    question = next(one for one in bank(place.modules[MODULE]) if one.id == wrong)
    place.learn("page().querySelector('[data-do=try] .reread').click()")
    assert place.core("lesson_location") == question.page
    others = place.learn("tryIt(() => false)")
    assert set(others).isdisjoint(asked)
    assert place.core("lesson_status") == "passed"
    assert place.core("score.raw") == "100"
    place.learn("tryIt(() => true)")  # nothing is taken away again
    assert place.core("lesson_status") == "passed"
    assert place.core("score.raw") == "100"
    assert place.leave()["faults"] == []


@pytest.mark.parametrize("saved", ["", "1;5;aaaaa;;;;0;;0", "9;9", "1;5;;;;;;;;", "x" * 4096, "\u202e<b>"])
def test_a_state_that_makes_no_sense_is_a_fresh_start(place: Place, saved: str) -> None:
    place.browser.open(f"{place.address}/platform.html")
    place.browser.evaluate(f"platform.model['cmi.suspend_data'] = {json.dumps(saved)}")
    place.browser.evaluate("platform.model['cmi.core.lesson_location'] = 'no-such-page'")
    place.again("good")
    assert place.learn("heading()") == place.modules["good"].pages[0].title
    looked = place.leave()
    assert looked["faults"] == []
    assert looked["model"]["cmi.core.lesson_status"] == "incomplete"


def test_tasks_that_were_ticked_stay_ticked(place: Place) -> None:
    place.launch("good")
    ticked = "[...learner.page().querySelectorAll('[data-task]')].map(one => one.checked)"
    before = place.browser.evaluate(ticked)
    assert before
    assert not any(before)
    place.learn("page().querySelector('[data-task]').click()")
    place.leave()
    place.again("good")
    assert place.browser.evaluate(ticked) == [True, *before[1:]]
    assert place.leave()["faults"] == []


def test_what_is_written_on_a_page_is_told_to_nobody(place: Place) -> None:
    place.launch("good")
    place.learn("page().querySelectorAll('textarea').forEach(field => { field.value = 'Quite private' })")
    place.learn("readAll()")
    assert place.learn("page().querySelectorAll('textarea').length") >= 1
    assert "Quite private" not in json.dumps(place.leave())


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("API.LMSInitialize = () => 'false'", "did not open its record"),
        ("API.LMSCommit = () => 'false'", "did not keep your last step"),
        ("platform.model['cmi.core.lesson_mode'] = 'review'", "Nothing is recorded"),
        ("delete window.API", "No learning platform was found"),
    ],
)
def test_a_platform_in_trouble_is_said(place: Place, trouble: str, words: str) -> None:
    place.browser.open(f"{place.address}/platform.html")
    place.browser.evaluate(trouble)
    place.again("good")
    assert words in place.notice()
    place.learn("page().getElementById('on').click()")
    assert place.learn("heading()") == place.modules["good"].pages[1].title
    if "review" in trouble or ("false" in trouble and "Initialize" in trouble):
        assert not [call for call in place.look()["calls"] if call[0] == "LMSSetValue"]
    place.browser.evaluate("platform.leave()")


def test_without_a_platform_it_can_be_opened_by_hand(place: Place) -> None:
    place.browser.open((place.folder / "good.html").as_uri())
    told = place.browser.evaluate("document.getElementById('notice').textContent")
    assert "nothing is recorded" in told
    assert place.browser.evaluate("document.documentElement.dataset.ready") == "yes"
    assert place.browser.evaluate("getComputedStyle(document.querySelector('.card')).borderStyle") == "solid"
    loaded = "[...document.images].every(one => !one.complete || one.naturalWidth > 0)"
    assert place.browser.evaluate(loaded)


def test_hostile_words_are_shown_and_not_done(place: Place) -> None:
    module = place.modules[hostile().id]
    place.launch(module.id)
    place.learn("readAll()")
    place.learn("tryIt(() => true)")
    assert place.learn("page().querySelectorAll('img[src=x], main script').length") == 0
    shown = place.learn("page().querySelector('h1').textContent")
    assert "<script>" not in place.learn("page().querySelector('h1').innerHTML")
    assert "שלום 🙂" in shown
    assert "alert(1)" in shown
    assert HOSTILE[:6] in place.learn("page().querySelector('section.page p:not(.kicker)').textContent")
    assert place.leave()["faults"] == []


def test_it_is_worked_by_keyboard_alone(place: Place) -> None:
    place.browser.open(f"{place.address}/good.html")
    place.browser.requests[:] = []
    browser = place.browser

    def focused(what: str) -> Any:
        return browser.evaluate(f"(() => {{ const at = document.activeElement; return {what}; }})()")

    def tab_to(selector: str) -> None:
        for _ in range(80):
            if focused(f"at.matches({json.dumps(selector)})"):
                return
            browser.key("Tab", 9)
        raise AssertionError(f"Tab never comes to {selector}")

    number = 0
    titles = [page.title for page in place.modules["good"].pages]
    while browser.evaluate("!document.querySelector('.current [data-do=try]')"):
        tab_to("#on")
        browser.key("Enter", 13, "\r")
        number += 1
        assert focused("at.textContent") == titles[number]
    tab_to(".begin")
    browser.key("Enter", 13, "\r")
    for asked in range(8):
        assert focused("at.textContent").startswith(f"Question {asked + 1} of 8")
        kinds = "document.querySelector('.current [data-do=try]')"
        if browser.evaluate(f"!!{kinds}.querySelector('select')"):
            for one in range(browser.evaluate(f"{kinds}.querySelectorAll('select').length")):
                browser.key("Tab", 9)
                assert focused("at.tagName") == "SELECT", one
                browser.key("ArrowDown", 40)
        elif browser.evaluate(f"!!{kinds}.querySelector('input')"):
            tab_to("[data-do=try] input")
            browser.key(" ", 32, " ")
            assert focused("at.checked")
        else:
            tab_to("[data-do=try] .down")
            browser.key("Enter", 13, "\r")
            assert focused("at.className") == "down"
            said = browser.evaluate("document.getElementById('said').textContent")
            assert said.startswith("Step 2 of")
        tab_to("[data-do=try] .send")
        browser.key("Enter", 13, "\r")
        assert focused("at.classList.contains('outcome')")
        tab_to("[data-do=try] .next")
        browser.key("Enter", 13, "\r")
    assert focused("at.classList.contains('outcome')")
    browser.console[:] = [one for one in browser.console if "404" not in one]  # a browser asks for an icon


def test_every_control_has_a_name(place: Place) -> None:
    place.browser.open((place.folder / f"{MODULE}.html").as_uri())
    place.browser.evaluate("document.documentElement.classList.remove('playing')")  # every page at once
    place.browser.evaluate("document.querySelectorAll('.begin').forEach(one => one.click())")
    tree = place.browser.call("Accessibility.getFullAXTree")["nodes"]
    roles = ("button", "checkbox", "radio", "combobox", "textbox", "link", "image")
    found = [one for one in tree if one.get("role", {}).get("value") in roles and not one.get("ignored")]
    assert {one["role"]["value"] for one in found} >= {"button", "textbox", "image", "checkbox"}
    nameless = [one["role"] for one in found if not one.get("name", {}).get("value", "").strip()]
    assert not nameless
    legends = "[...document.querySelectorAll('fieldset')].map(one => one.querySelector('legend').textContent)"
    asked = place.browser.evaluate(legends)
    assert asked
    assert all(map(str.strip, asked))
    headings = "[...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1]))"
    levels = place.browser.evaluate(headings)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", [MODULE, "age-and-nation", "when-a-pupil-tells-you"])
def test_a_narrow_screen_needs_no_scrolling_sideways(place: Place, name: str) -> None:
    place.browser.size(320, 640)
    place.browser.open((place.folder / f"{name}.html").as_uri())
    place.browser.evaluate("document.documentElement.classList.remove('playing')")
    place.browser.evaluate("document.querySelectorAll('.begin, .say').forEach(one => one.click())")
    wishes: tuple[dict[str, str], ...] = ({}, {"prefers_color_scheme": "dark"}, {"forced_colors": "active"})
    for colours in wishes:
        place.browser.media(**colours)
        room = place.browser.evaluate("document.documentElement.clientWidth")
        assert place.browser.evaluate("document.documentElement.scrollWidth") <= room <= 320
        wide = f"[...document.querySelectorAll('main *')].filter(one => one.scrollWidth > {room}).length"
        assert place.browser.evaluate(wide) == 0, colours


@pytest.mark.parametrize(
    "call",
    [
        "LMSGetValue('cmi.core.lesson_status')",
        "LMSInitialize(''), API.LMSInitialize('')",
        "LMSInitialize('now')",
        "LMSInitialize(''), API.LMSSetValue('cmi.core.lesson_status', 'not attempted')",
        "LMSInitialize(''), API.LMSSetValue('cmi.core.student_name', 'x')",
        "LMSInitialize(''), API.LMSSetValue('cmi.core.score.raw', 101)",
        "LMSInitialize(''), API.LMSSetValue('cmi.core.score.raw', '101')",
        "LMSInitialize(''), API.LMSSetValue('cmi.core.session_time', 'PT5S')",
        "LMSInitialize(''), API.LMSSetValue('cmi.suspend_data', 'x'.repeat(4097))",
        "LMSInitialize(''), API.LMSSetValue('cmi.core.lesson_location', 'x'.repeat(256))",
        "LMSInitialize(''), API.LMSSetValue('cmi.interactions.0.type', 'choice')",
        "LMSInitialize(''), API.LMSSetValue('cmi.interactions.1.id', 'a')",
        "LMSInitialize(''), API.LMSGetValue('cmi.core.exit')",
        "LMSInitialize(''), API.LMSGetValue('cmi.mood')",
        "LMSInitialize(''), API.LMSFinish(''), API.LMSCommit('')",
    ],
)
def test_the_platform_refuses_what_the_standard_does_not_have(place: Place, call: str) -> None:
    place.browser.open(f"{place.address}/platform.html")
    assert place.browser.evaluate(f"API.{call}") in ("false", "")
    assert len(place.look()["faults"]) == 1
