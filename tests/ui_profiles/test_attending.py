"""Profiles in the whole program: the page in Settings, the lock round a lesson, guests who only present."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rse_lessons.app import Main
from rse_lessons.attending import Attending
from rse_lessons.entrance.entering import Visit
from rse_lessons.entrance.presenting_only import PresentOnly, without_notes
from rse_lessons.school import School
from rse_lessons.settings.access import FIRST, OWNER, PRESENT_ONLY
from rse_lessons.settings.erasing import finish
from rse_lessons.settings.passcode import Passcode
from rse_lessons.settings.paths import Paths, find_paths
from rse_lessons.settings.preferences import load
from rse_lessons.settings.profiles import Profiles
from rse_lessons.ui.dialogs.ask import Question
from rse_lessons.ui.dialogs.passcode import PasscodeDialog
from rse_lessons.ui.profiles.lock import LockWindow
from rse_lessons.ui.profiles.naming import NameWindow
from rse_lessons.ui.settings.window import SettingsDialog
from rse_lessons.ui.widgets.typed_consent import TypedConsent
from tests.on_disk import holding
from tests.ui_profiles.parts import CHEAP, Somebody
from tests.ui_settings.small import fonts, settle


def app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


class House:
    """The real program on a folder of its own, its main window not shown unless it is asked for."""

    def __init__(self, folder: Path) -> None:
        fonts()
        self.home: Paths = find_paths(folder)
        self.started: list[tuple[str, ...]] = []
        self.visit = Visit(
            self.home, self.home, OWNER, FIRST, launch=lambda words: self.started.append(tuple(words))
        )
        school = School(paths=self.home)
        school.library.refresh()
        school.prefer(theme="light")
        self.main = Main(app(), school)
        self.attending = Attending(app(), self.main, self.visit)

    def watches(self) -> bool:
        """Whether it is watched that somebody is there."""
        return self.attending.guard.idle is not None

    def now(self) -> Profiles:
        return Profiles(self.home)

    def settings(self, *steps: tuple[type[QWidget], object]) -> None:
        """Open Settings at the page of profiles, and act."""
        somebody = Somebody(*steps)  # type: ignore[arg-type]
        self.main.desks._settings()
        assert somebody.done


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path, school_in: Callable[[Path], School]) -> Iterator[House]:
    school_in(tmp_path)
    made = House(tmp_path)
    qtbot.addWidget(made.main.window)
    yield made
    guard = made.attending.guard
    if guard.window is not None:
        guard.window.accept()
    if guard.idle is not None:
        guard.idle.stop()
    made.main.close()
    guard.deleteLater()
    settle()


def press(name: str) -> object:
    return lambda dialog: dialog.profiles.buttons[name].click()


def close(dialog: SettingsDialog) -> None:
    dialog.accept()


def test_a_second_teacher_is_added_with_both_names(house: House) -> None:
    def names(window: NameWindow) -> None:
        window.field(own=True).setText("Mrs Owen")
        window.field().setText("mrs owen")
        window.keep.click()
        assert window.isVisible(), "the two are alike"
        window.field().setText("Mr Rees")
        window.keep.click()

    def look(dialog: SettingsDialog) -> None:
        assert dialog.profiles.name.text() == "Mrs Owen"
        assert dialog.profiles.others.text() == "Mr Rees"
        assert not dialog.profiles.buttons["change"].isHidden()
        dialog.accept()

    house.main.school.prefer(nation="wls", class_label="")
    house.settings((SettingsDialog, press("add")), (NameWindow, names), (SettingsDialog, look))
    profiles = house.now()
    assert [one.name for one in profiles.all] == ["Mrs Owen", "Mr Rees"]
    assert load(profiles.paths(profiles.all[1].id).preferences)[0].nation == "wls"


def test_a_name_is_given_and_changed(house: House) -> None:
    def name(window: NameWindow) -> None:
        window.field().setText("Mrs Owen")
        window.keep.click()

    house.settings((SettingsDialog, press("rename")), (NameWindow, name), (SettingsDialog, close))
    assert house.now().all[0].name == "Mrs Owen"


def test_a_passcode_is_set_it_locks_and_is_taken_away(qtbot: QtBot, house: House) -> None:
    house.visit.passcode._cost = CHEAP

    def choose(dialog: PasscodeDialog) -> None:
        dialog.new.setText("hazel")
        dialog.again.setText("hazel")
        dialog.keep.click()

    def look(dialog: SettingsDialog) -> None:
        assert not dialog.profiles.buttons["lock"].isHidden()
        assert not dialog.profiles.minutes.isHidden()
        dialog.profiles.minutes.row_of("20").click()
        dialog.accept()

    house.settings((SettingsDialog, press("passcode")), (PasscodeDialog, choose), (SettingsDialog, look))
    assert house.now().all[0].guarded
    assert house.main.school.preferences.lock_minutes == 20
    assert house.watches()
    assert house.attending.guard._allowed() == 1200

    def remove(dialog: PasscodeDialog) -> None:
        dialog.current.setText("hazel")
        dialog.keep.click()

    house.settings((SettingsDialog, press("no-passcode")), (PasscodeDialog, remove), (SettingsDialog, close))
    assert not house.now().all[0].guarded
    assert not house.home.passcode.exists()
    assert not house.watches()


def test_locking_from_settings_keeps_settings_open(qtbot: QtBot, house: House) -> None:
    Passcode(house.home.passcode, cost=CHEAP).choose("hazel")
    house.visit.profiles.look()
    del house.visit.passcode
    guard = house.attending.guard
    guard._passcode = house.visit.passcode
    guard.follow()

    def unlock(lock: LockWindow) -> None:
        hidden = [
            one for one in app().topLevelWidgets() if isinstance(one, SettingsDialog) and one.isVisible()
        ]
        assert [one.close_button.isVisible() for one in hidden] == [False]
        lock.passcode.field.setText("hazel")
        lock.unlock.click()

    def look(dialog: SettingsDialog) -> None:
        assert dialog.close_button.isVisible()
        dialog.accept()

    house.settings((SettingsDialog, press("lock")), (LockWindow, unlock), (SettingsDialog, look))


def test_removing_deletes_everything_once_the_windows_are_closed(qtbot: QtBot, house: House) -> None:
    made = house.visit.profiles.add("Mr Rees", "en")
    house.visit.profiles.rename(FIRST, "Mrs Owen")
    house.main.store.record("class-added", class_label="Removed 7B", data={"band": "ks3"})
    assert house.main.store.flush(10)

    def consent(window: TypedConsent) -> None:
        window.field.setText("Mrs Owen")
        assert house.home.records.exists()
        window.confirm.click()

    def still_there(dialog: SettingsDialog) -> None:
        assert house.home.records.exists(), "it is open"
        dialog.accept()

    house.settings((SettingsDialog, press("remove")), (TypedConsent, consent), (SettingsDialog, still_there))
    house.main.close()
    house.visit.end()
    assert not house.home.records.exists()
    assert [one.id for one in house.now().all] == [made.id]
    assert house.started == [()]
    assert not holding(house.home.data.parent, "Removed 7B")


def test_leaving_the_removal_removes_nothing(house: House) -> None:
    house.settings(
        (SettingsDialog, press("remove")),
        (TypedConsent, lambda window: window.reject()),
        (SettingsDialog, close),
    )
    assert house.now().condemned() == ()
    assert finish(house.now()) == ()


def test_changing_the_profile_is_asked_and_starts_anew(house: House) -> None:
    house.visit.profiles.add("Mr Rees", "en")
    answers = iter(["", "go"])

    def answer(question: Question) -> None:
        question._answer(next(answers))

    for _ in range(2):
        house.settings((SettingsDialog, press("change")), (Question, answer), (SettingsDialog, close))
    house.visit.end()
    assert house.started == [()]


def test_it_never_locks_in_a_lesson_and_what_was_due_comes_after_it(qtbot: QtBot, house: House) -> None:
    Passcode(house.home.passcode, cost=CHEAP).choose("hazel")
    guard = house.attending.guard
    guard._passcode = Passcode(house.home.passcode, cost=CHEAP)
    guard.follow()
    main = house.main
    main.open()
    qtbot.waitUntil(main.window.isVisible)
    lesson = main.school.library.cards()[0].id
    assert main.present(lesson) == ""
    assert main.giving is not None
    assert guard.idle is not None
    guard.idle._last = (guard.idle._last[0] - 86_400, guard.idle._last[1])
    assert not guard.idle.check()
    guard.lock()
    assert not guard.locked
    main.giving.end()
    qtbot.waitUntil(lambda: main.giving is None)
    guard.look()
    assert guard.locked


# Guests


@pytest.fixture
def guests(qtbot: QtBot, tmp_path: Path, school_in: Callable[[Path], School]) -> Iterator[PresentOnly]:
    fonts()
    home = school_in(tmp_path / "school").paths
    spare = tmp_path / "spare"
    for part in ("data", "config"):
        (spare / part).mkdir(parents=True)
    paths = Paths(spare / "data", spare / "config", home.cache, (), home.data)
    made = PresentOnly(app(), Visit(home, paths, PRESENT_ONLY, "", launch=lambda _words: None))
    qtbot.addWidget(made.window)
    made.open()
    qtbot.waitUntil(made.window.isVisible)
    yield made
    made.close()


def test_guests_find_lessons_and_nothing_that_is_a_teachers(guests: PresentOnly) -> None:
    assert guests.window.shelf.books
    words = {button.text() for button in guests.window.findChildren(QPushButton) if button.isVisible()}
    assert not words & {"Settings", "Coverage", "Progress", "New class…", "Write a lesson", "New lesson"}
    assert "For teachers…" in words


def test_a_lesson_for_guests_has_no_notes_and_is_written_down_nowhere(
    qtbot: QtBot, guests: PresentOnly, tmp_path: Path
) -> None:
    lesson = next(
        card.id for card in guests.school.library.cards() if _notes(guests.school.read(card.id).lesson)
    )
    assert guests.present(lesson) == ""
    assert guests.giving is not None
    classroom = guests.giving.classroom
    assert classroom is not None
    assert not _notes(classroom.session.lesson)
    classroom.do("next")
    settle()
    assert classroom.console.notes.empty.isVisible() or not classroom.console.notes.isVisible()
    with qtbot.waitSignal(guests.ended):
        guests.giving.end()
    assert guests.window.isVisible()
    assert not list(tmp_path.rglob("*.sqlite*"))
    assert not list((tmp_path / "school").rglob("settings.toml"))


def test_what_is_to_be_looked_at_first_still_is(guests: PresentOnly) -> None:
    lessons = [guests.school.read(card.id).lesson for card in guests.school.library.cards()]
    marked = [one for one in lessons if one is not None and any(slide.sensitive for slide in one.slides)]
    assert marked
    for lesson in marked:
        bare = without_notes(lesson)
        assert [bool(one.sensitive) for one in bare.slides] == [bool(one.sensitive) for one in lesson.slides]
        assert {one.sensitive for one in bare.slides} <= {"", "Look at this slide before the class sees it."}


def test_a_lesson_is_asked_for_before_it_begins(qtbot: QtBot, guests: PresentOnly) -> None:
    def later() -> None:
        question = next(
            one for one in app().topLevelWidgets() if isinstance(one, Question) and one.isVisible()
        )
        question._answer("")

    QTimer.singleShot(50, later)
    guests.ask(guests.school.library.cards()[0].id)
    assert guests.giving is None


def _notes(lesson: object) -> bool:
    return any(slide.notes is not None for slide in getattr(lesson, "slides", ()))
