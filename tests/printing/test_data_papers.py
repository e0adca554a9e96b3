"""The papers on data protection say what the program does, and leave to the school what is the school's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rse_lessons.printing.data_sheet import data_sheet
from rse_lessons.printing.document import Bullets, Document, Para, Ruled, Style, Table
from rse_lessons.printing.facts import Facts, how_long, kept, never, readers
from rse_lessons.printing.impact_assessment import impact_assessment, known_risks
from rse_lessons.progress.database import thinning
from rse_lessons.progress.facts import events, fields

FACTS = Facts(
    "0.1.0",
    "Scotland",
    "30 June",
    (("Records of classes", r"C:\Users\j_smith_x\progress.sqlite"), ("Settings", "/home/`t`/settings")),
)
MAKERS = (data_sheet, impact_assessment)


def texts(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield section.heading
        for part in section.parts:
            if isinstance(part, Para):
                yield part.markdown
            elif isinstance(part, Bullets):
                yield from part.items
            elif isinstance(part, Table):
                for row in part.rows:
                    yield from row


def whole(document: Document) -> str:
    return "\n".join(texts(document))


def test_every_kind_of_record_is_told_once() -> None:
    told = [kind for one in kept(FACTS) for kind in one.kinds]
    assert sorted(told) == sorted(events.KINDS)


def test_figures_are_those_of_the_program() -> None:
    assert (FACTS.days, FACTS.weeks, FACTS.months) == (thinning.DAYS, thinning.WEEKS, thinning.MONTHS)
    assert FACTS.fewest == fields.FEWEST
    assert f"{thinning.DAYS} days, {thinning.WEEKS} weeks and {thinning.MONTHS} months" in "\n".join(
        how_long(FACTS)
    )


def test_the_number_of_reasons_is_the_programs() -> None:
    plan = next(one for one in kept(FACTS) if "lesson-skipped" in one.kinds)
    assert len(events.SKIP_REASONS) == 5
    assert "one of five reasons" in plan.what


@pytest.mark.parametrize("make", MAKERS)
def test_both_say_all_of_it(make) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    text = whole(make(FACTS, "22 November 2026"))
    for line in (*never(), *how_long(FACTS), *readers(FACTS), *(one.what for one in kept(FACTS))):
        assert line in text
    assert "30 June" in text
    assert r"C:\Users\j_smith_x\progress.sqlite" in text
    assert "no legal advice" in text


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_the_schools_is_left_to_the_school(make) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    document = make(FACTS, "22 November 2026")
    lines = sum(
        part.lines for section in document.sections for part in section.parts if isinstance(part, Ruled)
    )
    assert lines >= 12
    text = whole(document)
    assert re.search("[Ll]awful basis", text)
    # A lawful basis is named nowhere: which one it is, the school decides.
    for basis in ("public task", "legitimate interest", "legal obligation", "Article 6", "Article 9"):
        assert basis not in text


def test_the_assessment_has_the_steps_of_the_template() -> None:
    headings = [section.heading for section in impact_assessment(FACTS, "22 November 2026").sections]
    steps = [heading for heading in headings if heading.startswith("Step ")]
    assert [step[:6] for step in steps] == [f"Step {number}" for number in range(1, 8)]
    assert {"Nature", "Scope", "Context", "Purposes"} <= set(headings)


def test_every_step_asks_the_school_and_marks_it() -> None:
    document = impact_assessment(FACTS, "22 November 2026")
    asked = [
        section.heading
        for section in document.sections
        if any(
            isinstance(part, Para) and part.style is Style.CARE and "your school to fill in" in part.markdown
            for part in section.parts
        )
    ]
    for wanted in ("Step 1", "Nature", "Scope", "Context", "Purposes", *(f"Step {n}" for n in range(3, 8))):
        assert any(heading.startswith(wanted) for heading in asked), wanted


def test_likelihood_and_severity_are_not_judged() -> None:
    document = impact_assessment(FACTS, "22 November 2026")
    step = next(section for section in document.sections if section.heading.startswith("Step 5"))
    table = next(part for part in step.parts if isinstance(part, Table))
    assert [row[0] for row in table.rows] == [risk for risk, _ in known_risks(FACTS)]
    assert all(not cell.strip() for row in table.rows for cell in row[1:])


def test_who_can_read_it_depends_on_this_pc() -> None:
    alone, shared = "\n".join(readers(FACTS)), "\n".join(readers(FACTS._replace(shared="E:\\")))
    assert "shared folder" not in alone
    assert "shared folder" in shared
    assert "No passcode is set" in alone
    assert "asks for a passcode" in "\n".join(readers(FACTS._replace(passcode=True)))
    assert "E:\\" in whole(data_sheet(FACTS._replace(shared="E:\\"), "today"))


def test_no_network_is_true_of_every_module() -> None:
    assert any("no network code" in line for line in readers(FACTS))
    network = r"^\s*(?:import|from) (?:socket|ssl|http|urllib|requests|ftplib|smtplib|asyncio)\b"
    package = Path(__file__).resolve().parents[2] / "rse_lessons"
    found = [
        path.name
        for path in package.rglob("*.py")
        if re.search(network, path.read_text(encoding="utf-8"), re.MULTILINE)
    ]
    assert found == []
