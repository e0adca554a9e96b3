"""A profile behind a passcode, from outside: the first window, files put in its place, and the terminal."""

from __future__ import annotations

import io
import json
import shutil
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from rse_lessons.cli.commands import run
from rse_lessons.cli.learning import run as learning
from rse_lessons.cli.passcode import NOT_HERE, UNREADABLE, admitted
from rse_lessons.entrance.entering import Visit, enter, is_needed, rows_of
from rse_lessons.entrance.presenting_only import PresentOnly
from rse_lessons.progress.database.learning_rows import read_learning
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.settings.access import FIRST, PRESENT_ONLY
from rse_lessons.settings.passcode import Answer, Passcode
from rse_lessons.settings.paths import Paths
from rse_lessons.settings.profiles import OwnPasscode, Profiles
from rse_lessons.ui.profiles.chooser import ProfileChooser
from rse_lessons.ui.widgets.typed_consent import TypedConsent
from tests.on_disk import holding
from tests.ui_profiles.every_key import PRESSED, TAB, Held, Key, press
from tests.ui_profiles.locked_house import PASSCODE, app
from tests.ui_profiles.parts import CHEAP, Somebody, school_of, two_teachers
from tests.ui_settings.small import dressed, fonts, settle, shown

THIEF = "rowan-rowan"
"""A passcode that somebody else knows."""
REFLECTED, NOTED, LOGGED = "I spoke too fast here", "My mentor should see this", "A day at the virtual school"
FILES = ("settings.toml", "profile.json", "passcode.json", "console-lock.json")


def teacher(folder: Path, passcode: str) -> Paths:
    """Mrs Owen's PC, with a passcode, and Mr Rees, who has one of his own."""
    home = school_of(folder)
    profiles, other = two_teachers(home)
    OwnPasscode(profiles, FIRST, CHEAP).choose(passcode)
    OwnPasscode(profiles, other.id, CHEAP).choose(THIEF)
    Passcode(profiles.paths(other.id).console_lock, cost=CHEAP).choose(THIEF)
    for profile in profiles.all:
        paths = profiles.paths(profile.id)
        paths.preferences.write_text("lock-minutes = 120\n", encoding="utf-8")
        (paths.config / "profile.json").write_text('{"name": "X", "language": "en"}', encoding="utf-8")
    return home


@pytest.fixture
def home(tmp_path: Path) -> Paths:
    return teacher(tmp_path, PASSCODE)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Paths:
    """Another PC, whose first profile has a passcode that the thief knows."""
    return teacher(tmp_path / "elsewhere", THIEF)


def let_in(home: Paths, typed: str) -> set[str]:
    """Give the profiles that the first window would open for who types this, as `entering` does."""
    if not is_needed(home):
        return {FIRST}
    profiles = Profiles(home)
    if not profiles.asks:
        return {profiles.all[0].id}
    return {
        row.id
        for row in rows_of(profiles)
        if not row.guarded
        or (row.readable and OwnPasscode(profiles, row.id, CHEAP).attempt(typed) is Answer.RIGHT)
    }


def others_config(home: Paths) -> Path:
    (folder,) = (home.data / "profiles").iterdir()
    return folder / "config"


DAMAGE: dict[str, Callable[[Path], object]] = {
    "deleted": lambda file: file.unlink(),
    "renamed": lambda file: file.rename(file.with_suffix(".old")),
    "emptied": lambda file: file.write_bytes(b""),
    "damaged": lambda file: file.write_bytes(b"{\x00" + file.read_bytes()[:40]),
    "replaced": lambda file: file.write_text("{}", encoding="utf-8"),
}


@pytest.mark.parametrize("name", FILES[:3])
@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_file_opens_nothing(home: Paths, name: str, how: str) -> None:
    assert FIRST in let_in(home, PASSCODE)
    DAMAGE[how](home.config / name)
    assert not {FIRST} & (let_in(home, THIEF) | let_in(home, ""))


@pytest.mark.parametrize("names", [*((name,) for name in FILES), FILES])
def test_files_of_another_profile_open_nothing(home: Paths, names: tuple[str, ...]) -> None:
    before = (home.config / "passcode.json").read_bytes()
    for name in names:
        shutil.copyfile(others_config(home) / name, home.config / name)
    assert FIRST not in let_in(home, THIEF)
    (home.config / "passcode.json").write_bytes(before)
    assert FIRST in let_in(home, PASSCODE), "the right file put back is the right file"


def test_a_passcode_of_the_console_is_none_of_a_profile(home: Paths) -> None:
    shutil.copyfile(others_config(home) / "console-lock.json", home.passcode)
    assert FIRST not in let_in(home, THIEF)


@pytest.mark.parametrize("names", [("passcode.json",), FILES[:3]])
def test_files_of_another_pc_open_nothing(home: Paths, elsewhere: Paths, names: tuple[str, ...]) -> None:
    assert FIRST in let_in(elsewhere, THIEF)
    for name in names:
        shutil.copyfile(elsewhere.config / name, home.config / name)
    assert FIRST not in let_in(home, THIEF)


def test_writing_the_right_mark_into_a_file_makes_its_key_no_better(home: Paths, elsewhere: Paths) -> None:
    mark = json.loads(home.passcode.read_bytes())["mark"]
    stolen = json.loads(elsewhere.passcode.read_bytes())
    for written in ({**stolen, "mark": mark}, {**stolen, "mark": ""}):
        home.passcode.write_text(json.dumps(written), encoding="utf-8")
        assert FIRST not in let_in(home, THIEF)


def test_a_list_of_another_pc_opens_nothing(home: Paths, elsewhere: Paths) -> None:
    for content in (b"", b"{}", (elsewhere.data / "profiles.json").read_bytes()):
        (home.data / "profiles.json").write_bytes(content)
        assert FIRST not in let_in(home, THIEF)


def test_a_list_that_is_lost_costs_nobody_the_profile(home: Paths) -> None:
    (home.data / "profiles.json").unlink()
    assert FIRST in let_in(home, PASSCODE)
    assert Profiles(home).mark(FIRST) == json.loads(home.passcode.read_bytes())["mark"], "it is bound again"


def test_a_passcode_from_before_there_were_marks_is_bound_at_the_next_try(tmp_path: Path) -> None:
    home = school_of(tmp_path)
    Passcode(home.passcode, cost=CHEAP).choose(PASSCODE)
    Profiles(home).guard(FIRST, guarded=True)
    assert "mark" not in json.loads(home.passcode.read_bytes())
    for _ in range(2):
        assert let_in(home, PASSCODE) == {FIRST}
        assert json.loads(home.passcode.read_bytes())["mark"] == Profiles(home).mark(FIRST) != ""


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FILES[:3]), st.binary(max_size=60) | st.text('{}[]":,0m', max_size=30))
def test_whatever_is_written_into_a_file_opens_nothing(home: Paths, name: str, content: bytes | str) -> None:
    (home.config / name).write_bytes(content.encode() if isinstance(content, str) else content)
    assert FIRST not in let_in(home, THIEF)


def test_at_the_start_no_key_opens_a_profile(qtbot: QtBot, home: Paths) -> None:
    profiles = Profiles(home)
    only_hers = [row for row in rows_of(profiles) if row.id == FIRST]
    window = shown(qtbot, ProfileChooser(dressed(), only_hers, FIRST, profiles.passcode))
    let_in: list[tuple[str, bool]] = []
    window.accepted.connect(lambda: let_in.append((window.chosen, window.present_only)))
    stops = [pair for key in (Key.Key_Space, Key.Key_Return) for pair in [TAB, (key, Held.NoModifier)] * 8]
    for key, held in (*PRESSED, *stops):
        press(window.windowHandle(), key, held)
        if not window.isVisible():
            window.present_only = False
            window.show()
            window.activateWindow()
    qtbot.waitUntil(lambda: not window.passcode.busy)
    assert {chosen for chosen, _guest in let_in} <= {""}
    assert let_in, "“Present only” can be reached by the keyboard"
    assert all(guest for _chosen, guest in let_in)
    window.close()


def test_a_file_deleted_while_it_is_asked_for_opens_nothing(qtbot: QtBot, home: Paths) -> None:
    profiles = Profiles(home)
    (other,) = (profile.id for profile in profiles.all if profile.id != FIRST)
    window = shown(qtbot, ProfileChooser(dressed(), rows_of(profiles), FIRST, profiles.passcode))
    home.passcode.unlink()
    window.people.row_of(other).click()
    window.people.row_of(FIRST).click()
    settle()
    assert not window.passcode.isVisible()
    assert not window.open_button.isEnabled()
    assert window.note.title.text() == "This passcode cannot be read."
    window.close()


def filled(home: Paths) -> None:
    """Write down what is private, and let it be copied."""
    store = Store(home.records, now=lambda: datetime.now(UTC), tell=print)
    store.record("module-reflected", lesson="a-safe-classroom", data={"block": "b"}, words=REFLECTED)
    store.record("mentor-noted", data={"entry": "1"}, words=NOTED)
    evidence = {"entry": "2", "what": "course", "day": "2026-11-20", "minutes": 60}
    store.record("evidence-added", data=evidence, words=LOGGED)
    assert store.close()


def test_a_deleted_passcode_leads_to_the_profile_without_its_words(qtbot: QtBot, home: Paths) -> None:
    filled(home)
    assert holding(home.data.parent, REFLECTED)
    home.passcode.unlink()

    def look(window: ProfileChooser) -> None:
        window.people.row_of(FIRST).click()
        assert not window.open_button.isEnabled()
        window.forgotten.click()

    def agree(consent: TypedConsent) -> None:
        consent.field.setText("Mrs Owen")
        consent.confirm.click()

    def open_it(window: ProfileChooser) -> None:
        window.open_button.click()

    somebody = Somebody((ProfileChooser, look), (TypedConsent, agree), (ProfileChooser, open_it))
    visit = enter(app(), home)
    assert somebody.done
    assert visit is not None
    assert visit.profile_id == FIRST
    learning = read_learning(home.records)
    assert not learning.notes
    assert not any(one.words for one in learning.evidence)
    assert [one.minutes for one in learning.evidence] == [60], "the hours stay"
    for words in (REFLECTED, NOTED, LOGGED):
        assert not holding(home.data.parent, words)
    visit.end()


# The terminal


def typing(*words: str) -> Callable[[], str | None]:
    left = list(words)
    return lambda: left.pop(0) if left else None


def test_a_terminal_asks_for_the_passcode(home: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert admitted(home, typing("wrong", PASSCODE))
    # Kept anew at its full cost, it would be judged slowly.
    OwnPasscode(Profiles(home), FIRST, CHEAP).choose(PASSCODE)
    assert not admitted(home, typing(THIEF))
    assert not admitted(home, typing("one", "two", "three"))
    assert capsys.readouterr().err.count("That is not the passcode.") == 5
    home.passcode.unlink()
    assert not admitted(home, typing(PASSCODE))
    assert capsys.readouterr().err.strip() == UNREADABLE


def test_without_a_passcode_a_terminal_asks_nothing(tmp_path: Path) -> None:
    assert admitted(school_of(tmp_path), typing())


def test_no_command_gives_out_private_words_unasked(
    home: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(home)
    before = home.data.parent
    monkeypatch.setattr("sys.stdin", io.StringIO())
    for more in (["--reflections"], ["--words"]):
        file = tmp_path / f"out{more[0]}.rserecords"
        assert run(["--data-dir", str(before), "progress", "export", str(file), *more]) == 1
        assert not file.exists()
        assert capsys.readouterr().err.strip() == NOT_HERE
    file = tmp_path / "learning.json"
    for with_words in (True, False):
        assert learning(Namespace(data_dir=before, way="export", to=file, words=with_words)) == 1
        assert not file.exists()
        assert capsys.readouterr().err.strip() == NOT_HERE


# Guests


def test_guests_are_given_no_staff_meeting_and_no_module(
    qtbot: QtBot, home: Paths, tmp_path: Path, school_in: Callable[[Path], School]
) -> None:
    fonts()
    school_in(tmp_path / "school")
    spare = tmp_path / "spare"
    paths = Paths(spare / "data", spare / "config", home.cache, (), home.data)
    for folder in (paths.data, paths.config):
        folder.mkdir(parents=True)
    guests = PresentOnly(app(), Visit(home, paths, PRESENT_ONLY, "", launch=lambda _words: None))
    qtbot.addWidget(guests.window)
    module = guests.school.training_folders[0] / "consent-and-pressure.md"
    meeting = module.parent / "sessions" / "consent-and-pressure-meeting.md"
    for asked in ("consent-and-pressure-meeting", str(meeting), str(module)):
        assert "is for staff and belongs to Teacher mode." in guests.present(asked)
        assert guests.giving is None
    assert not any(card.id.endswith("-meeting") for card in guests.school.library.cards())
    guests.close()
