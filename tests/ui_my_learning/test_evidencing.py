"""My learning with real records: what is written and logged is kept, and what is deleted is gone."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.staffroom.evidencing_words import known_of, record_of
from rse_lessons.staffroom.learning_path import path_for
from rse_lessons.training.certificate import Verdict, check
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.my_learning.page import MyLearningPage
from rse_lessons.ui.my_learning.writing import EvidenceWindow, WritingWindow
from tests.on_disk import holding
from tests.pdfs import pages_of, words
from tests.ui_my_learning.conftest import REFLECTION, SAFE, TODAY, Room
from tests.ui_settings.small import settle


def answer(name: str) -> None:
    """Answer the question that comes up next."""

    def press() -> None:
        window = QApplication.activeModalWidget()
        assert isinstance(window, Question)
        window.answer = name
        window.accept()

    QTimer.singleShot(0, press)


# What is shown


def test_a_finished_module_is_shown_with_its_result(opened: Room) -> None:
    known = opened.page.known
    line = next(one for one in known.modules if one.id == SAFE)
    assert (line.state, line.right, line.asked) == ("finished", 7, 8)
    assert line.read == line.pages
    assert line.walked == line.practices >= 2
    assert known.finished == 1
    assert known.next is not None
    assert known.next.module == "responsibility-and-language"
    assert known.minutes_app == 2 * line.pages
    (day,) = (one for one in known.evidence if one.what == "module")
    assert (day.minutes, day.practised, day.tries) == (2 * line.pages, line.practices, 1)
    assert [one.words for one in known.reflections] == [REFLECTION]
    assert known.reflections[0].prompt


def test_a_year_later_it_is_due_again(opened: Room) -> None:
    evidencing = opened.evidencing
    later = TODAY + timedelta(days=400)
    known = known_of(evidencing.modules, evidencing.learning, {}, later)
    assert [one.id for one in known.due] == [SAFE]
    assert path_for(evidencing.modules, evidencing.learning, later).modules[SAFE].state == "renew"


def test_nobody_who_may_not_learn_here_gets_any_of_it(room: Room) -> None:
    room.allowed = False
    room.finish()
    room.evidencing.open()
    room.evidencing.warm()
    assert not room.evidencing.reading
    with pytest.raises(PermissionError):
        _ = room.page
    room.evidencing.record("mentor-noted", data={"entry": "n1"}, words="Hello")
    assert room.kept.notes == ()
    assert room.window.findChildren(MyLearningPage) == []


# Writing


def test_an_entry_is_logged_changed_and_deleted(opened: Room) -> None:
    evidencing, page = opened.evidencing, opened.page
    page.show_part("evidence")
    page.evidence.add.click()
    window = evidencing.asking
    assert isinstance(window, EvidenceWindow)
    window.day.set_day(date(2026, 11, 3))
    window.minutes.setValue(45)
    window.field.set_text("A quiet class, and  a good talk.")
    window.keep.click()
    one = opened.kept.evidence[0]
    assert (one.what, one.day, one.minutes) == ("observed", "2026-11-03", 45)
    assert one.words == "A quiet class, and a good talk."
    assert [row.text.text() for row in page.evidence.rows if row.findChildren(type(page.evidence.add))] == [
        one.words
    ]
    evidencing.ask_evidence(one.id)
    again = evidencing.asking
    assert isinstance(again, EvidenceWindow)
    assert again.day.day == date(2026, 11, 3)
    again.field.set_text("")
    again.keep.click()
    assert opened.kept.evidence[0].words == ""
    assert opened.kept.evidence[0].minutes == 45
    answer("")
    evidencing.delete_evidence(one.id)
    assert len(opened.kept.evidence) == 1
    answer("delete")
    evidencing.delete_evidence(one.id)
    assert not opened.kept.evidence


def test_a_note_is_written_changed_and_deleted(opened: Room) -> None:
    evidencing, page = opened.evidencing, opened.page
    page.show_part("notes")
    page.notes.empty.button.click()
    window = evidencing.asking
    assert isinstance(window, WritingWindow)
    window.field.setPlainText("  How do I end well?  \n\n\n\nTime is short.\n")
    window.keep.click()
    (note,) = opened.kept.notes
    assert note.words == "How do I end well?\n\nTime is short."
    assert [row.text.text() for row in page.notes.rows] == [note.words]
    evidencing.keep_note(note.id, "Shorter.")
    assert [one.words for one in opened.kept.notes] == ["Shorter."]
    answer("delete")
    evidencing.delete_note(note.id)
    assert opened.kept.notes == ()


def test_a_reflection_is_changed_and_deleted(opened: Room) -> None:
    evidencing, block = opened.evidencing, opened.reflect()
    evidencing.change_reflection(SAFE, block)
    window = evidencing.asking
    assert isinstance(window, WritingWindow)
    assert window.field.toPlainText() == REFLECTION
    window.field.setPlainText("Now I wait.")
    window.keep.click()
    assert opened.kept.record(SAFE).reflected == {block: "Now I wait."}
    answer("delete")
    evidencing.delete_reflection(SAFE, block)
    assert opened.kept.record(SAFE).reflected == {}
    assert opened.page.known.reflections == []


def test_a_name_is_asked_about_once(opened: Room) -> None:
    opened.evidencing.ask_note("")
    window = opened.evidencing.asking
    assert isinstance(window, WritingWindow)
    window.field.setPlainText("I was glad that Jasmine came to me.")
    window.keep.click()
    assert opened.kept.notes == ()
    assert "Jasmine" in window.doubt.message.title.text()
    window.doubt.one.click()
    assert window.doubt.isHidden()
    window.keep.click()
    window.doubt.other.click()
    assert len(opened.kept.notes) == 1


def test_what_is_too_long_is_said_and_not_kept(opened: Room) -> None:
    opened.evidencing.ask_note("")
    window = opened.evidencing.asking
    assert isinstance(window, WritingWindow)
    window.field.setPlainText("x" * 4003)
    window.keep.click()
    assert "3" in window.doubt.message.text.text()
    assert opened.kept.notes == ()
    window.reject()


# Certificate and portfolio


def test_a_certificate_and_its_record_belong_together(opened: Room, tmp_path: Path) -> None:
    target = tmp_path / "certificate.pdf"
    opened.evidencing.taking.save_certificate(target, "Siân Owen")
    (certificate,) = opened.kept.certificates
    assert certificate.modules == (SAFE,)
    told = words(target)
    assert len(pages_of(target)) == 1
    for said in ("Siân Owen", "A safe classroom", "Passed, 7 of 8, both scenes understood", certificate.code):
        assert said in told
    assert "no qualification" in told
    beside = tmp_path / "certificate-record.json"
    for path in (target, beside):
        found = check(path.read_bytes(), certificate.code)
        assert (found.verdict, found.code) == (Verdict.GOOD, certificate.code)
        assert found.record is not None
        assert found.record.name == "Siân Owen"
    changed = beside.read_text(encoding="utf-8").replace("Siân", "Sian")
    assert check(changed.encode()).verdict is Verdict.CHANGED
    # The name is printed and not stored.
    assert opened.store.close()
    assert set(holding(tmp_path, "Siân Owen")) == {beside.name}


def test_the_same_certificate_is_listed_once_and_nothing_of_others_is_written_over(
    opened: Room, tmp_path: Path
) -> None:
    (tmp_path / "c-record.json").write_text("mine", encoding="utf-8")
    for _ in range(2):
        opened.evidencing.taking.save_certificate(tmp_path / "c.pdf", "")
    assert len(opened.kept.certificates) == 1
    assert (tmp_path / "c-record.json").read_text(encoding="utf-8") == "mine"
    assert check((tmp_path / "c-record-2.json").read_bytes()).verdict is Verdict.GOOD
    assert not (tmp_path / "c-record-3.json").exists()


def test_a_folder_that_is_not_there_is_said_and_nothing_is_certified(opened: Room, tmp_path: Path) -> None:
    opened.evidencing.taking.save_certificate(tmp_path / "away" / "c.pdf", "")
    assert opened.page.taking.told.title.text() == "That did not work"
    assert opened.kept.certificates == ()


@pytest.mark.parametrize("ticked", [False, True])
def test_reflections_and_notes_are_in_the_portfolio_only_when_ticked(
    opened: Room, tmp_path: Path, ticked: bool
) -> None:
    opened.evidencing.keep_note("", "About <endings> and *stars*.")
    opened.evidencing.keep_evidence("", "course", date(2026, 10, 1), 90, "1. With the _whole_ team")
    target = tmp_path / "portfolio.pdf"
    opened.evidencing.taking.save_portfolio(target, "Siân Owen", with_reflections=ticked, with_notes=ticked)
    told = words(target)
    assert ("I jump in *too* early." in told) is ticked
    assert ("About <endings> and *stars*." in told) is ticked
    assert "1. With the _whole_ team" in told
    assert "A safe classroom" in told
    assert "walked to its end in one way" in told
    pages = pages_of(target)
    contents = pages[1]
    for heading in ("2. A safe classroom", "Evidence log", "Certificate"):
        number = int(contents.split(f"{heading} ")[1].split(" ")[0])
        assert heading in pages[number - 1], (heading, number)
    assert check(target.read_bytes()).verdict is Verdict.GOOD


def test_a_portfolio_that_is_stopped_leaves_nothing(opened: Room, tmp_path: Path) -> None:
    lay = opened.evidencing.taking._lay_portfolio
    record = opened.evidencing.taking.record("")
    seen: list[tuple[int, int]] = []
    from rse_lessons.ui.paper.pages import StoppedError

    with pytest.raises(StoppedError):
        lay(False, False, record, lambda done, of: seen.append((done, of)), lambda: bool(seen))
    assert seen
    assert list(tmp_path.glob("*.pdf")) == []


def test_without_a_finished_module_there_is_no_certificate(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.store.record("module-opened", lesson=SAFE)
    with qtbot.waitSignal(room.evidencing.ready, timeout=20_000):
        room.evidencing.open("take")
    taking = room.page.taking
    assert not taking.certificate.isEnabled()
    assert taking.portfolio.isEnabled()
    room.evidencing.taking.save_portfolio(tmp_path / "p.pdf", "")
    assert "Verification code" not in words(tmp_path / "p.pdf")
    assert room.kept.certificates == ()
    record = record_of(room.evidencing.modules, room.kept, name="", nation="", app="", today=TODAY)
    assert record.modules == ()


def test_a_certificate_is_checked_in_a_window(opened: Room, tmp_path: Path) -> None:
    taking = opened.evidencing.taking
    taking.save_certificate(tmp_path / "c.pdf", "")
    code = opened.kept.certificates[0].code
    opened.page.check_wanted.emit()
    window = taking.checking
    assert window is not None
    assert not window.check.isEnabled()
    taking.choose_file(tmp_path / "c.pdf")
    assert window.answer.title.text() == "Code and record belong together."
    assert code in window.answer.text.text()
    window.code.setText("0000-0000-0000-0000")
    window.check.click()
    assert window.answer.title.text() == "Code and record do not belong together."
    taking.choose_file(tmp_path / "nothing.pdf")
    assert window.answer.title.text() == "The file could not be read."
    window.close_button.click()


# A copy, and the end


def test_a_copy_holds_everything(opened: Room, tmp_path: Path) -> None:
    opened.evidencing.keep_evidence("", "read", date(2026, 10, 1), 20, "KCSIE")
    assert opened.evidencing.taking.save_copy(tmp_path / "mine.json")
    data = json.loads((tmp_path / "mine.json").read_text(encoding="utf-8"))
    assert (data["format"], data["version"]) == ("rse-lessons-learning", 1)
    (module,) = data["modules"]
    assert module["reflections"][0]["words"] == REFLECTION
    assert module["tries"][0]["passed"] is True
    assert data["evidence"] == [{"what": "read", "day": "2026-10-01", "minutes": 20, "words": "KCSIE"}]


def test_all_of_it_is_deleted_after_typing_a_word(qtbot: QtBot, opened: Room, tmp_path: Path) -> None:
    school, taking = opened.school, opened.evidencing.taking
    opened.store.record("class-added", class_label="7B", data={"band": "ks3"})
    assert opened.store.flush(20)
    records = tmp_path / "progress.sqlite"
    before = school.paths
    school.paths = type(before)(tmp_path, before.config, before.cache, before.messages)
    try:
        answer("go")
        taking.delete()
        consent = taking.consent
        assert consent is not None
        assert not consent.confirm.isEnabled()
        consent.field.setText("delete")
        with qtbot.waitSignal(opened.evidencing.changed, timeout=20_000):
            consent.confirm.click()
        settle()
        assert opened.page.taking.told.title.text() == "Your training records are deleted"
    finally:
        school.paths = before
    assert records.exists()
    assert opened.kept.is_empty
    assert [info.label for info in opened.store.snapshot().classes] == ["7B"]
    assert holding(tmp_path, "count to ten") == set()
    qtbot.waitUntil(lambda: not opened.evidencing.reading)
    assert opened.page.known.is_empty
