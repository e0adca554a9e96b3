"""The plan, the parent pack and the handouts, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rse_lessons.lesson import characters as m_characters
from rse_lessons.lesson import model as m
from rse_lessons.lesson.reader import read_lesson
from rse_lessons.nation.profiles import NATIONS, load_framework, load_nation, routes_for, routes_for_adults
from rse_lessons.printing.document import (
    Bullets,
    Document,
    Marks,
    PageBreak,
    Para,
    Part,
    Picture,
    Style,
    Table,
)
from rse_lessons.printing.handout import handouts
from rse_lessons.printing.on_paper import PRINTERS, slide_parts
from rse_lessons.printing.parents import parent_pack
from rse_lessons.printing.plan import teachers_plan
from rse_lessons.printing.where import Route, Statement, Where, where_of
from rse_lessons.printing.words import ENGLISH, Words, minutes

ROOT = Path(__file__).resolve().parents[2]
AT = m.Place(Path("ask-first.md"), 1)
ADULT = Route("An adult you trust", who="At home or at school.")
LINE = Route("Childline", "0800 1111", "Day and night", "For anybody under 19.", to_check=True)
WALES = Where(
    nation="Wales",
    phase="Progression step 1",
    years="Years 1 and 2",
    safeguarding_lead="designated safeguarding person",
    frameworks=("wls",),
    statements={"ESR-1": Statement("Empathy", "I can recognise feelings.", to_check=True)},
    routes=(ADULT, LINE),
)


def option(name: str, text: str, explanation: str = "", goes_to: str = "") -> m.Option:
    return m.Option(name, text, AT, explanation, goes_to)


QUIZ = m.Quiz(
    "who",
    AT,
    "Who asks?",
    (option("a", "Asha", "She holds the camera."), option("b", "Nobody")),
    ("a",),
    "Ask first.",
)
HANDOUT = m.Handout("card", AT, "My card", "I can ask:\n\n- May I?")
FRONT = m.FrontMatter(
    "Ask first",
    m.Band.KS1,
    40,
    summary="Practising how to ask.",
    outcomes=("I can ask.",),
    vocabulary={"permission": "saying that it is all right"},
    curriculum=(m.Code("eng", "P-BS-1"), m.Code("wls", "ESR-1"), m.Code("wls", "ESR-2", to_check=True)),
    before=(
        m.Preparation("tell", "Tell the lead. The date and the topic."),
        m.Preparation("look", "Look around"),
    ),
    characters=(m_characters.Character("Asha"), m_characters.Character("Ben")),
    adaptations={"send": "Use cards."},
    endings={"line": "Put a mark."},
    home=m.Home("We practised asking.", ("When do you like to be asked?",)),
)
NOTES = m.Notes(
    (
        m.NotePart("Say", "These are drawings."),
        m.NotePart("If a pupil laughs", "Wait."),
        m.NotePart("", "Go on."),
    ),
    AT,
)
SLIDES = (
    m.Slide(
        "Ask first",
        m.Stage.WELCOME,
        120,
        (m.Text("We ask.", AT), m.Picture("a.svg", "Asha asks.", AT)),
        NOTES,
        AT,
    ),
    m.Slide("Paper", m.Stage.EXPLORE, 30, (HANDOUT,), NOTES, AT),
    m.Slide("Who asks?", m.Stage.EXPLORE, 420, (QUIZ, HANDOUT), None, AT, sensitive="Look who is here."),
    m.Slide("", m.Stage.EXPLORE, 0, (m.Text("More.", AT),), m.Notes((), AT), AT),
    m.Slide("Who helps", m.Stage.SIGNPOST, 60, (m.HelpRoutes(AT, "You can tell:"),), NOTES, AT),
)
LESSON = m.Lesson("ask-first", Path("ask-first.md"), FRONT, SLIDES)


def everything(document: Document) -> Iterator[str]:
    """Every word that reaches the paper."""
    yield from (document.title, document.subtitle)
    for section in document.sections:
        yield section.heading
        for part in section.parts:
            yield from words_of(part)


def words_of(part: Part) -> Iterator[str]:
    if isinstance(part, Para):
        yield part.markdown
    elif isinstance(part, Bullets):
        yield from part.items
    elif isinstance(part, Table):
        yield from part.head
        for row in part.rows:
            yield from row
    elif isinstance(part, Picture):
        yield part.description


def parts_under(document: Document, heading: str) -> tuple[Part, ...]:
    found = [section.parts for section in document.sections if section.heading == heading]
    assert len(found) == 1, [section.heading for section in document.sections]
    return found[0]


def test_the_plan_begins_with_what_it_is_and_what_to_do_before() -> None:
    plan = teachers_plan(LESSON, WALES)
    assert (plan.title, plan.language) == ("Ask first", "en")
    assert plan.subtitle == "The teacher’s plan · Progression step 1 · Years 1 and 2 · 40 minutes"
    assert plan.sections[0].parts == (Para("Practising how to ask.", Style.LEAD),)
    assert parts_under(plan, "What to do before") == (
        Bullets(("**Tell the lead.** The date and the topic.", "**Look around**"), Marks.BOXES),
    )
    told = parts_under(plan, "If a pupil tells you something")
    assert "designated safeguarding person" in "".join(words_of(told[0]))


def test_the_plan_says_how_long_each_stage_takes_and_counts_slides_as_the_screen_does() -> None:
    table = parts_under(teachers_plan(LESSON, WALES), "The time")[0]
    assert table == Table(
        (
            ("Welcome", "1", "2 minutes"),
            ("Explore", "2–3", "7½ minutes"),
            ("Where to get help", "4", "1 minute"),
        ),
        ("Stage", "Slides", "Time"),
    )


def test_the_plan_has_the_notes_of_every_slide() -> None:
    plan = teachers_plan(LESSON, WALES)
    assert parts_under(plan, "1. Ask first") == (
        Table((("**Say**", "These are drawings."), ("**If a pupil laughs**", "Wait."), ("", "Go on."))),
    )
    assert parts_under(plan, "2. Who asks?") == (
        Para("Take care: Look who is here.", Style.CARE),
        Para("This slide has no notes.", Style.ASIDE),
    )
    assert parts_under(plan, "3. A slide without a heading") == ()
    assert parts_under(plan, "Paper") == parts_under(plan, "1. Ask first")
    headings = [section.heading for section in plan.sections]
    assert headings.index("Explore: 7½ minutes") < headings.index("2. Who asks?")


def test_the_plan_names_the_nations_codes_and_says_which_are_to_be_checked() -> None:
    assert parts_under(teachers_plan(LESSON, WALES), "Curriculum: Wales") == (
        Table(
            (("ESR-1", "Empathy – I can recognise feelings. (to be checked)"), ("ESR-2", "(to be checked)")),
            ("Code", "What it says"),
        ),
    )
    assert len(parts_under(teachers_plan(LESSON, Where()), "Curriculum")) == 1


def test_the_parent_pack_opens_with_a_page_for_families() -> None:
    pack = parent_pack(LESSON, WALES)
    headings = [section.heading for section in pack.sections]
    assert headings[:4] == [
        "What we talked about",
        "To talk about together, if you like",
        "Where to get help",
        "",
    ]
    assert isinstance(pack.sections[3].parts[0], PageBreak)
    routes = pack.sections[2].parts[0]
    assert isinstance(routes, Table)
    assert routes.rows == (
        ("**An adult you trust**", "", "", "At home or at school."),
        (
            "**Childline**",
            "0800 1111",
            "Day and night",
            "For anybody under 19. Check this before you print it.",
        ),
    )


def test_the_parent_pack_holds_everything_that_pupils_see_and_no_notes() -> None:
    said = "\n".join(everything(parent_pack(LESSON, WALES)))
    for words in (
        "We ask.",
        "Asha asks.",
        "Who asks?",
        "She holds the camera.",
        "Nobody",
        "0800 1111",
        "May I?",
        "permission",
    ):
        assert words in said
    assert "These are drawings." not in said


def test_a_quiz_on_paper_says_what_to_remember() -> None:
    assert slide_parts(SLIDES[2], WALES, ENGLISH)[:-1] == (
        Para("Who asks?", Style.STRONG),
        Bullets(("Asha – *She holds the camera.*", "Nobody"), Marks.LETTERS),
        Para("To remember: Asha", Style.KEEP),
        Para("Ask first.", Style.KEEP),
    )


BLOCKS: tuple[tuple[m.Part, tuple[str, ...]], ...] = (
    (m.Discuss("d", AT, "Talk.", 180, "pairs", ("One",)), ("Talk.", "One", "Talking in pairs: 3 minutes.")),
    (
        m.Sort(
            "s",
            AT,
            "Sort.",
            (option("x", "Ask"), option("y", "Free")),
            (option("k", "Gran", "Her choice.", "x"),),
        ),
        ("Sort.", "**Ask**", "Gran – *Her choice.*", "**Free**", ""),
    ),
    (m.Order("o", AT, "Order.", (option("a", "First"),), "Keep."), ("Order.", "First", "Keep.")),
    (
        m.Line("l", AT, "Where?", ("Agree", "Disagree"), (option("a", "Ask"),)),
        ("Where?", "Between “Agree” and “Disagree”:", "Ask"),
    ),
    (m.Diamond("n", AT, "Rank.", (option("a", "Nine"),)), ("Rank.", "Nine")),
    (
        m.Scenario(
            "c",
            AT,
            (
                m.Step("a", AT, "Asha asks.", "Now?", (option("x", "Wait", "Good.", "b"),)),
                m.Step("b", AT, "Ben smiles."),
            ),
        ),
        ("**Step 1.** Asha asks.", "Now?", "Wait – *Good.* (go to step 2)", "**Step 2.** Ben smiles."),
    ),
    (m.Vote("v", AT, "Who?", (option("a", "Asha"),), takeaway="All."), ("Who?", "Asha", "All.")),
    (m.Reveal("r", AT, "Ways", (option("a", "May I?"),), "Ask."), ("Ways", "May I?", "Ask.")),
    (m.GroundRules("g", AT, (option("a", "We listen"),)), ("We listen",)),
    (m.QuestionBox("q", AT, "Ask anything."), ("Ask anything.",)),
    (
        m.Misconception("w", AT, "It is easy.", "It takes practice."),
        ("Some people say: It is easy.", "What is true: It takes practice."),
    ),
    (m.Only(AT, ("wls",), (m.Text("In Wales.", AT),)), ("In Wales.",)),
)  # fmt: skip


@pytest.mark.parametrize(("block", "said"), BLOCKS, ids=lambda value: type(value).__name__)
def test_every_block_reads_on_paper(block: m.Part, said: tuple[str, ...]) -> None:
    slide = replace(SLIDES[0], parts=(block,))
    assert tuple(word for part in slide_parts(slide, WALES, ENGLISH) for word in words_of(part)) == said


def test_no_kind_of_block_is_forgotten() -> None:
    assert set(PRINTERS) == {*m.Block.__args__, m.Text, m.Picture}


def test_each_handout_has_a_sheet_of_its_own() -> None:
    document = handouts(LESSON)
    assert [section.heading or section.parts[0] for section in document.sections] == [
        "My card",
        PageBreak(),
        "My card",
    ]
    assert document.sections[0].parts == (Para("I can ask:\n\n- May I?"),)
    assert handouts(replace(LESSON, slides=SLIDES[:1])).sections == ()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 minutes"), (30, "half a minute"), (60, "1 minute"), (90, "1½ minutes"), (125, "2 minutes")],
)
def test_times_are_said_in_half_minutes(seconds: int, said: str) -> None:
    assert minutes(seconds, ENGLISH) == said


def test_papers_own_words_come_from_the_catalogue() -> None:
    welsh = Words(
        tr=lambda text: f"cy:{text}", ntr=lambda _one, many, count: f"cy:{many.format(count=count)}"
    )
    plan = teachers_plan(replace(LESSON, language="cy"), WALES, welsh)
    assert plan.language == "cy"
    assert plan.subtitle == "cy:The teacher’s plan · Progression step 1 · Years 1 and 2 · cy:40 minutes"
    assert all(
        section.heading.startswith("cy:") for section in plan.sections if section.heading not in ("", "Paper")
    )


@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("*/*.md")), ids=lambda path: path.stem)
def test_the_lessons_of_the_library_go_on_paper_whole(path: Path) -> None:
    lesson = read_lesson(path, picture_folders=(ROOT / "assets" / "illustrations",)).lesson
    assert lesson is not None
    plan, pack = (
        "\n".join(everything(teachers_plan(lesson, WALES))),
        "\n".join(everything(parent_pack(lesson, WALES))),
    )
    for slide in lesson.slides:
        assert slide.title in plan or any(isinstance(part, m.Handout) for part in slide.parts)
        assert slide.title in pack or any(isinstance(part, m.Handout) for part in slide.parts)
        for part in slide.notes.parts if slide.notes else ():
            assert part.markdown in plan
            assert len(part.markdown) < 40 or part.markdown not in pack


@pytest.mark.parametrize("code", NATIONS)
@pytest.mark.parametrize("band", list(m.Band))
def test_a_nations_profile_gives_what_paper_needs(code: str, band: m.Band) -> None:
    folder = ROOT / "content" / "nations"
    nation = load_nation(code, folder)
    where = where_of(nation, band, families=True, further=load_framework("efcw", folder))
    assert (where.nation, where.phase) == (nation.name, nation.phases[band].name)
    assert where.frameworks == (code, "efcw")
    assert nation.frameworks.keys() <= where.statements.keys()
    names = [route.name for route in where.routes]
    assert names[0] == routes_for(nation, band)[0].name
    contacts = [route.contact for route in where.routes if route.contact]
    assert {route.contact for route in routes_for_adults(nation, "families")} <= set(contacts)
    assert len(contacts) == len(set(contacts))
    assert all(route.who[0].isupper() and route.who.endswith(".") for route in where.routes)
    assert len(where.routes) == len(set(where.routes))
    unknown = where_of(nation, None)
    assert (unknown.phase, bool(unknown.routes)) == ("", True)
