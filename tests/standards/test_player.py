"""The package in a real browser, with a learning platform that refuses whatever SCORM 1.2 does not have."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest

from rse_lessons.standards.data import question_data
from rse_lessons.standards.naming import file_name
from rse_lessons.training.drawing import bank, draw
from rse_lessons.training.marking import mark, pair, result, right_answer
from rse_lessons.training.model import CheckKind, Module, Question
from tests.standards.browser import Browser, served, why_not
from tests.standards.packages import HOSTILE, ROOT, built_in, hostile, packed, small, unpacked

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "-")
FIXTURES = ROOT / "tests" / "fixtures" / "scorm"
MODULE = "consent-and-pressure"


class Place(NamedTuple):
    """A browser, the address of a platform, and the modules that it has."""

    browser: Browser
    address: str
    folder: Path
    modules: dict[str, Module]

    def launch(self, module: str) -> None:
        """Open the platform anew, and a module in it."""
        self.browser.open(f"{self.address}/platform.html")
        self.again(module)

    def again(self, module: str) -> None:
        """Open a module once more."""
        self.browser.evaluate(f"platform.launch({json.dumps(f'{file_name(module)}.html')})")

    def leave(self) -> dict[str, Any]:
        """Go away from the module; gives what the platform has then."""
        self.browser.evaluate("platform.leave()")
        return self.look()

    def look(self) -> dict[str, Any]:
        looked: dict[str, Any] = self.browser.evaluate("platform.look()")
        return looked

    def learn(self, code: str) -> Any:
        return self.browser.evaluate(f"learner.{code}")

    def notice(self) -> str:
        text: str = self.learn("page().getElementById('notice').textContent")
        return text

    def core(self, name: str) -> str:
        value: str = self.look()["model"].get(f"cmi.core.{name}", "")
        return value


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("package")
    modules = [*built_in(tmp_path_factory.mktemp("school")), small(), hostile()]
    for name, content in unpacked(packed(*modules)).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    for file in FIXTURES.iterdir():
        shutil.copy(file, folder)
    browser = Browser(tmp_path_factory.mktemp("browser") / "profile")
    try:
        with served(folder) as address:
            yield Place(browser, address, folder, {module.id: module for module in modules})
    finally:
        browser.close()


@pytest.fixture
def place(whole: Place) -> Iterator[Place]:
    """Give it as it was; whatever a test did, nothing was asked of others, and nothing went wrong."""
    whole.browser.requests.clear()
    whole.browser.console.clear()
    whole.browser.size(1000)
    whole.browser.media()
    yield whole
    assert not whole.browser.console
    here = (whole.address, "data:", whole.folder.as_uri(), "about:blank")
    assert not [one for one in whole.browser.requests if not one.startswith(here)]


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
    assert set(others).isdisjoint(asked) or len(bank(place.modules[MODULE])) < 16
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


@pytest.mark.parametrize("colours", [{}, {"prefers_color_scheme": "dark"}, {"forced_colors": "active"}])
def test_a_narrow_screen_needs_no_scrolling_sideways(place: Place, colours: dict[str, str]) -> None:
    place.browser.size(320, 640)
    place.browser.media(**colours)
    for name in (MODULE, "age-and-nation", "when-a-pupil-tells-you"):
        place.browser.open((place.folder / f"{name}.html").as_uri())
        place.browser.evaluate("document.documentElement.classList.remove('playing')")
        place.browser.evaluate("document.querySelectorAll('.begin, .say').forEach(one => one.click())")
        room = place.browser.evaluate("document.documentElement.clientWidth")
        assert place.browser.evaluate("document.documentElement.scrollWidth") <= room <= 320
        wide = f"[...document.querySelectorAll('main *')].filter(one => one.scrollWidth > {room}).length"
        assert place.browser.evaluate(wide) == 0


def answers(question: Question, random: Random) -> tuple[str, ...]:
    """Give an answer of any sort: right, nearly right, or nonsense."""
    ids = [one.id for one in question.options]
    rights = [one.id for one in question.rights]
    pairs = [pair(left, right) for left in ids for right in rights]
    among = pairs if question.kind is CheckKind.MATCH else [*ids, "other", "x:y"]
    chosen = random.choice(
        [
            right_answer(question),
            tuple(random.sample(among, random.randint(0, len(among)))),
            tuple(random.choices(among, k=random.randint(0, 6))),
            right_answer(question)[:-1],
            (*right_answer(question), *random.sample(ids, 1)),
        ]
    )
    return tuple(random.sample(chosen, len(chosen))) if random.random() < 0.5 else tuple(chosen)


def test_it_marks_as_the_program_does(place: Place) -> None:
    random = Random(20261122)  # noqa: S311  answers, no secrets
    questions = [one for module in place.modules.values() for one in bank(module)]
    assert {one.kind for one in questions} == set(CheckKind)
    cases = [(question, answers(question, random)) for question in questions for _ in range(25)]
    place.browser.open((place.folder / "good.html").as_uri())
    data = json.dumps({str(number): question_data(one) for number, one in enumerate(questions)})
    given = json.dumps([[str(questions.index(one)), answer] for one, answer in cases])
    code = f"(() => {{ const all = {data}; return {given}.map(([n, a]) => marking.mark(all[n], a)); }})()"
    marked = place.browser.evaluate(code)
    rights = 0
    for (question, answer), told in zip(cases, marked, strict=True):
        ours = mark(question, answer)
        assert told == {"right": ours.right, "wrong": [*ours.wrong], "missing": [*ours.missing]}, answer
        rights += ours.right
    assert len(cases) // 10 < rights < len(cases) * 9 // 10


class Ranked(Random):
    """Chance that is written down: things come in the order of their ranks."""

    def __init__(self, ranks: dict[str, int]) -> None:
        super().__init__(0)
        self.ranks = ranks

    def sample(self, population: Any, k: int, *, counts: Any = None) -> list[Any]:  # noqa: ARG002
        assert k == len(population)
        return sorted(population, key=lambda one: self.ranks[one.id])


def test_it_draws_and_passes_as_the_program_does(place: Place) -> None:
    random = Random(7)  # noqa: S311  questions are drawn, no secrets
    place.browser.open((place.folder / "good.html").as_uri())
    code = []
    expected = []
    for module in place.modules.values():
        questions = bank(module)
        data = json.dumps([question_data(one) for one in questions])
        for _ in range(12):
            some = random.sample(questions, random.randint(1, len(questions)))
            ids = [one.id for one in some]
            ranks = dict(zip(ids, random.sample(range(99), len(ids)), strict=True))
            asked = {one: random.randint(0, 3) for one in random.sample(ids, len(ids) // 2)}
            drawn = draw(some, asked, Ranked(ranks))
            given = {one.id: answers(one, random) for one in drawn if random.random() < 0.95}
            if random.random() < 0.5:
                given = {one.id: right_answer(one) for one in drawn}
            came = result(drawn, given)
            expected.append([list(came.asked), list(came.missed), came.passed])
            values = json.dumps([ids, ranks, asked, given])
            code.append(
                f"(([ids, ranks, asked, given]) => {{ const all = {data};"
                "const some = ids.map((id) => all.find((one) => one.id === id));"
                "const drawn = marking.draw(some, asked, (list) =>"
                "[...list].sort((a, b) => ranks[a.id] - ranks[b.id]));"
                "const came = marking.result(drawn, given);"
                f"return [came.asked, came.missed, came.passed]; }})({values})"
            )
    assert place.browser.evaluate(f"[{','.join(code)}]") == expected
    assert {passed for _asked, _missed, passed in expected} == {True, False}
