"""Who is teaching: the first window, by keyboard alone, and what comes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rse_lessons.entrance.entering import OF_THIS_PC, Visit, begin_with, enter, rows_of, words_for
from rse_lessons.progress.database.reading import read_summary
from rse_lessons.progress.recording.store import Store
from rse_lessons.settings.access import FIRST, OWNER, PRESENT_ONLY
from rse_lessons.settings.passcode import FREE
from rse_lessons.settings.paths import Paths
from rse_lessons.settings.preferences import Preferences, load
from rse_lessons.settings.profiles import Profiles
from rse_lessons.ui.profiles.chooser import ProfileChooser
from rse_lessons.ui.widgets.typed_consent import TypedConsent
from tests.on_disk import holding
from tests.test_forgetting import ANSWER, NOW, RULE
from tests.ui_profiles.parts import Somebody, guarded, school_of, two_teachers
from tests.ui_settings.small import LOOKS, Key, dressed, press, settle, shown, tab_to, troubles


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    return school_of(tmp_path)


def app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def chooser(qtbot: QtBot, profiles: Profiles, last: str = FIRST) -> ProfileChooser:
    return shown(qtbot, ProfileChooser(dressed(), rows_of(profiles), last, profiles.passcode))


def test_todays_user_is_asked_nothing_and_no_file_is_made(qtbot: QtBot, home: Paths) -> None:
    somebody = Somebody()
    visit = enter(app(), home)
    assert visit is not None
    assert (visit.paths, visit.access, visit.profile_id) == (home, OWNER, FIRST)
    visit.end()
    assert somebody.seen == []
    assert list(home.data.iterdir()) == []


def test_one_profile_with_a_name_and_no_passcode_is_not_asked(qtbot: QtBot, home: Paths) -> None:
    Profiles(home).rename(FIRST, "Mrs Owen")
    visit = enter(app(), home)
    assert visit is not None
    assert visit.name == "Mrs Owen"


def test_arrows_choose_and_return_opens(qtbot: QtBot, home: Paths) -> None:
    profiles, made = two_teachers(home)
    window = chooser(qtbot, profiles)
    press(Key.Key_Down, Key.Key_Return)
    assert (window.result(), window.chosen, window.present_only) == (1, made.id, False)


def test_a_passcode_is_typed_and_return_opens(qtbot: QtBot, home: Paths) -> None:
    profiles, made = two_teachers(home)
    guarded(profiles, made.id)
    window = chooser(qtbot, profiles)
    press(Key.Key_Down)
    assert window.passcode.isVisible()
    tab_to(window, window.passcode.field)
    QTest.keyClicks(window.passcode.field, "hazel")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.result() == 1)
    assert window.chosen == made.id


def test_a_wrong_passcode_says_no_more_than_that(qtbot: QtBot, home: Paths) -> None:
    profiles, made = two_teachers(home)
    guarded(profiles, made.id)
    window = chooser(qtbot, profiles, made.id)
    for typed in ("Hazel", "haze"):
        window.passcode.field.setText(typed)
        with qtbot.waitSignal(window.passcode.ready, check_params_cb=lambda ready: ready):
            press(Key.Key_Return)
        qtbot.waitUntil(window.passcode.message.isVisible)
        assert window.passcode.message.title.text() == "That is not the passcode."
        assert window.passcode.message.text.text() == "Try again."
        assert window.passcode.field.text() == ""
    assert window.isVisible()


def test_the_wait_is_told_and_holds_after_a_new_start(qtbot: QtBot, home: Paths) -> None:
    profiles, made = two_teachers(home)
    guarded(profiles, made.id)
    lock = profiles.passcode(made.id)
    for _ in range(FREE + 1):
        lock.attempt("wrong")
    window = chooser(qtbot, Profiles(home), made.id)
    assert "Try again in" in window.passcode.message.text.text()
    assert not window.open_button.isEnabled()
    window.people.row_of(FIRST).click()
    assert window.open_button.isEnabled(), "nobody else waits"
    window.people.row_of(made.id).click()
    assert not window.open_button.isEnabled()


def test_present_only_needs_no_passcode(qtbot: QtBot, home: Paths) -> None:
    profiles, made = two_teachers(home)
    guarded(profiles, made.id)
    guarded(profiles, FIRST)
    window = chooser(qtbot, profiles)
    tab_to(window, window.present)
    press(Key.Key_Return)
    assert (window.result(), window.chosen, window.present_only) == (1, "", True)


def test_escape_lets_nobody_in(qtbot: QtBot, home: Paths) -> None:
    two_teachers(home)
    somebody = Somebody((ProfileChooser, lambda window: window.reject()))
    assert enter(app(), home) is None
    assert somebody.done


def test_whoever_comes_in_gets_their_own_folders_and_is_remembered(qtbot: QtBot, home: Paths) -> None:
    _profiles, made = two_teachers(home)

    def choose(window: ProfileChooser) -> None:
        window.people.row_of(made.id).click()
        window.open_button.click()

    somebody = Somebody((ProfileChooser, choose))
    visit = enter(app(), home)
    assert visit is not None
    assert somebody.done
    assert visit.paths.records == home.data / "profiles" / made.id / "data" / "progress.sqlite"
    assert visit.access is OWNER
    assert Profiles(home).last == made.id


def test_a_guest_gets_folders_that_are_nobodys_and_go(qtbot: QtBot, home: Paths) -> None:
    profiles, _made = two_teachers(home)
    begin_with(replace_theme("dark"))(profiles.paths(FIRST))
    Somebody((ProfileChooser, lambda window: window.present.click()))
    visit = enter(app(), home)
    assert visit is not None
    assert visit.access is PRESENT_ONLY
    assert not visit.paths.data.is_relative_to(home.data)
    assert visit.paths.common == home.data, "the school's own lessons are there"
    assert load(visit.paths.preferences)[0].theme == "dark"
    visit.end()
    assert not visit.paths.data.parent.exists()


def replace_theme(theme: str) -> Preferences:
    return Preferences(theme=theme, pack_author="Mrs Owen", class_label="7B")


def test_a_new_profile_begins_with_what_is_the_rooms_and_nothing_of_a_person(home: Paths) -> None:
    begun = Preferences(
        nation="wls", text_scale=150, projector="HDMI-1", pack_author="Mrs Owen", class_label="7B"
    )
    begin_with(begun, language="cy")(home)
    made, sentences = load(home.preferences)
    assert sentences == ()
    assert (made.nation, made.text_scale, made.projector, made.language) == ("wls", 150, "HDMI-1", "cy")
    assert (made.pack_author, made.class_label) == ("", "")
    assert set(OF_THIS_PC) <= set(Preferences._fields)


def test_the_way_back_deletes_private_words_and_opens_nothing_by_itself(qtbot: QtBot, home: Paths) -> None:
    profiles, made = two_teachers(home)
    paths = profiles.paths(made.id)
    store = Store(paths.records, now=lambda: NOW, tell=print)
    store.record("class-added", class_label="7B", data={"band": "ks3"})
    store.record("rule-added", class_label="7B", data={"rule": "rule-1"}, words=RULE)
    store.record("answer-added", class_label="7B", data={"answer": "answer-1", "how": "class"}, words=ANSWER)
    assert store.close()
    guarded(profiles, made.id)

    def forget(window: ProfileChooser) -> None:
        window.people.row_of(made.id).click()
        window.forgotten.click()

    def consent(window: TypedConsent) -> None:
        assert not window.confirm.isEnabled()
        window.field.setText("Mrs Owen")
        assert not window.confirm.isEnabled()
        window.field.setText(" mr rees")
        assert holding(paths.data, RULE)
        window.confirm.click()

    def open_it(window: ProfileChooser) -> bool:
        if window.passcode.isVisible() or not window.note.isVisible():
            return False
        assert holding(paths.data, RULE, ANSWER) == set()
        window.open_button.click()
        return True

    somebody = Somebody((ProfileChooser, forget), (TypedConsent, consent), (ProfileChooser, open_it))
    visit = enter(app(), home)
    assert visit is not None
    assert somebody.done
    assert visit.profile_id == made.id
    assert not paths.passcode.exists()
    assert [known.label for known in read_summary(paths.records).summary.classes] == ["7B"]


def test_leaving_the_way_back_changes_nothing(qtbot: QtBot, home: Paths) -> None:
    profiles, made = two_teachers(home)
    guarded(profiles, made.id)
    before = profiles.paths(made.id).passcode.read_bytes()
    somebody = Somebody(
        (ProfileChooser, lambda window: (window.people.row_of(made.id).click(), window.forgotten.click())),
        (TypedConsent, lambda window: window.reject()),
        (ProfileChooser, lambda window: window.reject()),
    )
    assert enter(app(), home) is None
    assert somebody.done
    assert profiles.paths(made.id).passcode.read_bytes() == before


def test_a_passcode_that_cannot_be_read_is_not_passed_over(qtbot: QtBot, home: Paths) -> None:
    profiles, made = two_teachers(home)
    guarded(profiles, made.id)
    profiles.paths(made.id).passcode.write_text("{", encoding="utf-8")
    window = chooser(qtbot, Profiles(home), made.id)
    assert not window.passcode.isVisible()
    assert not window.open_button.isEnabled()
    assert window.forgotten.isVisible()
    assert window.note.isVisible()
    press(Key.Key_Return)
    assert window.isVisible()


def test_a_damaged_list_is_said_once_and_put_in_order(qtbot: QtBot, home: Paths) -> None:
    profiles, _made = two_teachers(home)
    profiles.file.write_bytes(b"{")
    Somebody((ProfileChooser, lambda window: window.open_button.click()))
    visit = enter(app(), home)
    assert visit is not None
    assert any("untouched" in sentence for sentence in visit.paths.messages)
    assert Profiles(home).messages == ()


def test_leaving_starts_the_program_again_on_the_same_data(qtbot: QtBot, home: Paths, tmp_path: Path) -> None:
    started: list[tuple[str, ...]] = []
    visit = Visit(home, home, OWNER, FIRST, launch=lambda words: started.append(tuple(words)))
    visit.words = words_for(tmp_path)
    visit.end()
    assert started == []
    visit.leave()
    visit.end()
    assert started == [("--data-dir", str(tmp_path))]
    assert words_for(None) == ()


@pytest.mark.parametrize(("theme", "scale"), LOOKS)
def test_nothing_is_clipped(qtbot: QtBot, home: Paths, theme: str, scale: float) -> None:
    profiles, made = two_teachers(home)
    guarded(profiles, made.id)
    for number in range(6):
        profiles.add(f"A teacher with a longer name, {number}", "en")
    window = shown(
        qtbot, ProfileChooser(dressed(theme, scale), rows_of(profiles), made.id, profiles.passcode)
    )
    window.passcode.field.setText("wrong")
    press(Key.Key_Return)
    qtbot.waitUntil(window.passcode.message.isVisible)
    settle()
    assert troubles(window) == []
    assert window.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose) is False
