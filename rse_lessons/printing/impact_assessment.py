"""A template for a school's data protection impact assessment, with what the program does filled in.

The steps, and what they ask, are those of the Information Commissioner's Office: "How do we do a DPIA?" and
its sample template (ico.org.uk). What only the school can say is left empty and marked so.
"""

from __future__ import annotations

from collections.abc import Iterator

from rse_lessons.printing.data_sheet import as_path
from rse_lessons.printing.document import (
    Bullets,
    Document,
    PageBreak,
    Para,
    Part,
    Ruled,
    Section,
    Style,
    Table,
)
from rse_lessons.printing.facts import Facts, how_long, kept, never, readers
from rse_lessons.printing.words import ENGLISH, Words


def impact_assessment(facts: Facts, day: str, words: Words = ENGLISH) -> Document:
    """Give the template; `day` is the day on which it is printed."""
    tr = words.tr
    return Document(
        title=tr("Impact assessment: template"),
        subtitle=tr("RSE Lessons {version} · {nation} · printed {day}").format(
            version=facts.app, nation=facts.nation, day=day
        ),
        sections=(
            Section("", tuple(_legend(words))),
            Section(tr("Controller"), _school(tr("School, contact, and data protection officer"), 3, words)),
            Section(tr("Step 1: Identify the need for a DPIA"), tuple(_need(words))),
            *_processing(facts, words),
            Section(tr("Step 3: Consultation"), tuple(_consultation(words))),
            Section(tr("Step 4: Necessity and proportionality"), tuple(_necessity(facts, words))),
            Section(tr("Step 5: Identify and assess risks"), tuple(_risks(facts, words))),
            Section(tr("Step 6: Measures to reduce risk"), tuple(_measures(facts, words))),
            Section(tr("Step 7: Sign off and record outcomes"), tuple(_sign_off(words))),
        ),
    )


def _legend(words: Words) -> Iterator[Part]:
    tr = words.tr
    yield Para(
        tr(
            "The steps are those of the Information Commissioner’s template for a data protection impact "
            "assessment (DPIA). It is no legal advice, and no assessment until your school has made one of "
            "it."
        ),
        Style.LEAD,
    )
    yield Para(tr("**From the program.** What RSE Lessons does; its tests hold it to this."), Style.KEEP)
    yield Para(
        tr("**For your school to fill in.** What only your school can know or decide. Lines follow."),
        Style.CARE,
    )


def _program(text: str, words: Words) -> Para:
    return Para(f"**{words.tr('From the program.')}** {text}", Style.KEEP)


def _school(question: str, lines: int, words: Words) -> tuple[Part, ...]:
    return Para(f"**{words.tr('For your school to fill in.')}** {question}", Style.CARE), Ruled(lines)


def _need(words: Words) -> Iterator[Part]:
    tr = words.tr
    yield _program(
        tr(
            "RSE Lessons shows lessons in relationships and sex education to a whole class, from this PC, "
            "and keeps how far each class came. It needs no account and no network, and asks pupils for "
            "nothing."
        ),
        words,
    )
    yield from _school(tr("What your school wants to achieve, and why you see a need for a DPIA."), 4, words)


def _processing(facts: Facts, words: Words) -> Iterator[Section]:
    tr = words.tr
    yield Section("", (PageBreak(),))
    yield Section(tr("Step 2: Describe the processing"), (Para(tr("Nature, scope, context, purposes.")),))
    source = tr(
        "The teacher types labels of classes, counts hands and presses keys; nothing comes from pupils’ "
        "own devices or from other systems. It is stored in files on this PC, and deleted as the next part "
        "says."
    )
    where = tuple((what, as_path(path)) for what, path in facts.places)
    shared = as_path(facts.shared) if facts.shared else tr("None")
    yield Section(
        tr("Nature"),
        (
            _program(source, words),
            Table((*where, (tr("Folder shared with other PCs"), shared))),
            Bullets(readers(facts, words)),
            *_school(tr("Who uses it, on which PCs, and with whom anything is shared."), 3, words),
        ),
        level=2,
    )
    rows = tuple((one.what, one.why) for one in kept(facts, words))
    yield Section(
        tr("Scope"),
        (
            _program(tr("This is everything that is kept, and what is never kept."), words),
            Table(rows, (tr("What"), tr("What for"))),
            Bullets(tuple(tr("Never: {what}").format(what=one) for one in never(words))),
            Bullets(how_long(facts, words)),
            *_school(
                tr(
                    "How many classes and teachers; whether a class is so small that counts point to a pupil."
                ),
                3,
                words,
            ),
        ),
        level=2,
    )
    yield Section(
        tr("Context"),
        (
            _program(
                tr(
                    "Pupils are children. The subject is sensitive, and what a pupil thinks or has lived "
                    "through is not recorded. Pupils have no account and no screen of their own in it."
                ),
                words,
            ),
            *_school(
                tr("Your relationship with them, what they and their families expect, concerns you know of."),
                4,
                words,
            ),
        ),
        level=2,
    )
    yield Section(
        tr("Purposes"),
        (
            _program(
                tr(
                    "So that a class goes on where it stopped, and a teacher sees what was taught, and can "
                    "show what they have learnt."
                ),
                words,
            ),
            *_school(
                tr("What you want to achieve, and what good it does, for pupils and for the school."),
                3,
                words,
            ),
        ),
        level=2,
    )


def _consultation(words: Words) -> Iterator[Part]:
    yield from _school(
        words.tr(
            "Whose views you ask, when and how, or why you do not: pupils, families, staff, those who look "
            "after your PCs."
        ),
        4,
        words,
    )


def _necessity(facts: Facts, words: Words) -> Iterator[Part]:
    tr = words.tr
    yield _program(
        tr(
            "Only what a lesson needs to go on is kept. A table in the program lists every field, none is "
            "for free text about pupils, and what is not in the table is refused. Counts under {fewest} "
            "are not kept as numbers."
        ).format(fewest=facts.fewest),
        words,
    )
    yield from _school(
        tr(
            "Your lawful basis; how you keep it to this purpose; what you tell people; how you support "
            "their rights."
        ),
        5,
        words,
    )


def _risks(facts: Facts, words: Words) -> Iterator[Part]:
    tr = words.tr
    yield _program(
        tr("Risks that the program knows of. Likelihood, severity and the overall risk are yours to judge."),
        words,
    )
    head = (tr("Source of risk, and what it may do"), tr("Likelihood"), tr("Severity"), tr("Overall"))
    yield Table(tuple((risk, " ", " ", " ") for risk, _measure in known_risks(facts, words)), head)
    yield from _school(tr("Further risks in your school."), 4, words)


def _measures(facts: Facts, words: Words) -> Iterator[Part]:
    tr = words.tr
    yield _program(tr("What the program does about each, and what is left to you."), words)
    yield Table(known_risks(facts, words), (tr("Risk"), tr("What the program does")))
    yield from _school(
        tr("Further measures; their effect on each risk; what risk is left; whether it is approved."),
        5,
        words,
    )


def known_risks(facts: Facts, words: Words = ENGLISH) -> tuple[tuple[str, str], ...]:
    """Give the risks that the program knows of, each with what it does about it."""
    tr = words.tr
    return (
        (
            tr("A teacher types a pupil’s name as the label of a class, in a rule or in an answer"),
            tr(
                "It asks again when words look like a name. It cannot be sure, and cannot read what is "
                "drawn on a slide."
            ),
        ),
        (
            tr("In a small class, a count points to a pupil"),
            tr(
                "A count under {fewest} is kept as “fewer than {fewest}”, and from then on shown, printed "
                "and exported only so. While hands are counted, the number stands on the slide."
            ).format(fewest=facts.fewest),
        ),
        (
            tr("Somebody else uses the account or takes the PC, and reads what classes were taught"),
            tr(
                "A passcode for each profile and for the screen while presenting, which hides and does not "
                "encrypt. An encrypted disk and locked accounts are your school’s."
            ),
        ),
        (
            tr("A stick or shared folder is lost or read by others"),
            tr(
                "Records of classes and of the teacher’s training lie there, without any words that the "
                "teacher typed. They are not encrypted."
            ),
        ),
        (
            tr("Records are kept longer than they are needed"),
            tr(
                "It asks at the end of each school year, and deletes from records, backups and its pieces "
                "in the shared folder, then searches the files. It does not delete without a yes."
            ),
        ),
        (
            tr("Records are lost or damaged"),
            tr("Each step is on the disk before it counts; backups on every day of use, opened and checked."),
        ),
        (
            tr("A pupil’s disclosure is typed into the program instead of the school’s own system"),
            tr(
                "There is no field for one. A question that is passed to the safeguarding lead is counted "
                "only, and its words are not stored. The fields for a teacher’s own learning say that "
                "nothing belongs there that a pupil told, and ask when words seem to name somebody; "
                "the program cannot know more."
            ),
        ),
        (
            tr("What a teacher wrote about their own learning is read by somebody else"),
            tr(
                "Reflections, notes and the words of the log never go into the shared folder. They go into a "
                "merge file, a portfolio or a copy only when the teacher ticks or asks for it, and can be "
                "deleted one by one or all together."
            ),
        ),
    )


def _sign_off(words: Words) -> Iterator[Part]:
    tr = words.tr
    yield from _school(tr("Names, positions, days and notes."), 0, words)
    asked = (
        (tr("Measures approved by"), tr("Put them into your plan, with a day and who does it")),
        (
            tr("Residual risks approved by"),
            tr("If you accept a high residual risk, consult the Information Commissioner before going ahead"),
        ),
        (
            tr("Advice of the data protection officer"),
            tr("On compliance, on the measures of step 6, and whether to go ahead"),
        ),
        (
            tr("Advice accepted or overruled by"),
            tr("If it is overruled, or you depart from people’s views, say why"),
        ),
        (tr("Consultation responses reviewed by"), tr("If you decide otherwise than people asked, say why")),
        (tr("This DPIA is kept under review by"), tr("With the data protection officer; say when next")),
    )
    for who, note in asked:
        yield Para(f"**{who}**  \n{note}")
        yield Ruled(1)
