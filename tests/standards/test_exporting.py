"""From the teacher's click, or a command, to a file; and what is said when it cannot be written."""

from __future__ import annotations

import argparse
import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from rse_lessons.cli import standards
from rse_lessons.means import Means
from rse_lessons.progress.facts.summary import Summary
from rse_lessons.progress.recording.store import Store
from rse_lessons.school import School
from rse_lessons.staffroom.platforming import ALL, Platforming
from rse_lessons.ui.dialogs.pick import PickWindow
from rse_lessons.ui.dialogs.platform import PlatformWindow
from rse_lessons.ui.library.window import LibraryWindow
from rse_lessons.ui.theme import apply, load_fonts, load_theme

MODULE = "consent-and-pressure"
WORDS = "I went quiet."


@dataclass
class Office:
    """A window with records, and what was said in it."""

    school: School
    store: Store
    platforming: Platforming = field(init=False)
    said: list[tuple[str, str, bool]] = field(default_factory=list)
    allowed: bool = True

    def learn(self) -> None:
        """Open a module, and write a reflection on it."""
        self.store.record("module-opened", lesson=MODULE)
        self.store.record("module-reflected", lesson=MODULE, data={"block": "think"}, words=WORDS)


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path, school_in: Callable[[Path], School]) -> Iterator[Office]:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    theme = load_theme("light")
    apply(app, theme)
    school = school_in(tmp_path / "school")
    window = LibraryWindow(theme)
    store = Store(school.paths.records, now=lambda: datetime.now(UTC), tell=lambda _sentence: None)
    made = Office(school, store)
    means = Means(
        school,
        window,
        lambda: theme,
        lambda: store,
        Summary,
        lambda **_changes: None,
        lambda: None,
        lambda _sentence: None,
        lambda: False,
    )
    say = made.said.append
    made.platforming = Platforming(
        means, lambda *told: say(told), lambda: made.allowed, name=lambda: "A. Teacher"
    )
    window.show()
    yield made
    window.close()
    window.deleteLater()
    store.close()


def choose(monkeypatch: pytest.MonkeyPatch, target: Path | None) -> list[str]:
    """Answer the system's own window for saving; gives the names that were offered in it."""
    offered: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(target or ""), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return offered


def pages(package: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return [name for name in archive.namelist() if name.endswith(".html")]


def test_one_module_is_chosen_and_saved(
    qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = choose(monkeypatch, tmp_path / "mine")
    office.platforming.export("scorm")
    window = office.platforming.asking
    assert isinstance(window, PickWindow)
    assert window.value == ALL
    assert window.choices.row_of(MODULE) is not None
    window.choices.row_of(MODULE).click()
    QTest.keyClick(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(office.said))
    assert offered == [f"rse-lessons-{MODULE}-scorm.zip"]
    assert pages((tmp_path / "mine.zip").read_bytes()) == [f"{MODULE}.html"]
    title, text, good = office.said[0]
    assert (title, good) == ("Saved", True)
    assert "1 module" in text
    assert "Nothing was sent." in text
    assert office.platforming.asking is None


def test_all_modules_go_into_one_package(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    office.platforming.write_scorm(target)
    assert len(pages(target.read_bytes())) == 8
    assert "8 modules" in office.said[0][1]


def test_the_record_is_saved_with_what_was_ticked(
    qtbot: QtBot, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.learn()
    for ticked in (False, True):
        office.said.clear()
        target = tmp_path / f"{ticked}.json"
        assert choose(monkeypatch, target) == []
        office.platforming.export("xapi")
        window = office.platforming.asking
        assert isinstance(window, PlatformWindow)
        assert window.name.text() == "A. Teacher"
        assert not window.words.isChecked()
        window.words.setChecked(ticked)
        QTest.keyClick(window.name, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(office.said))
        found = json.loads(target.read_text(encoding="utf-8"))
        assert len(found) == 1 + ticked
        assert (WORDS in target.read_text(encoding="utf-8")) is ticked
        assert office.said[0][2]


def test_a_window_for_the_record_says_what_is_missing(qtbot: QtBot, office: Office) -> None:
    office.platforming.export_xapi()
    window = office.platforming.asking
    assert isinstance(window, PlatformWindow)
    assert window.words.isHidden()  # there is no reflection to go with it
    window.name.clear()
    window.go.click()
    assert window.isVisible()
    assert "name" in window.problem.title.text()
    QTest.keyClicks(window.name, "me")
    assert window.problem.isHidden()
    window.home.setText("our moodle")
    window.go.click()
    assert "https://" in window.problem.title.text()
    window.cancel.click()
    qtbot.waitUntil(lambda: office.platforming.asking is None)
    assert not office.said


def test_a_target_that_cannot_be_written_is_said(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    for write in (office.platforming.write_scorm, lambda to: office.platforming.write_xapi(to, "me")):
        office.said.clear()
        (tmp_path / "file").touch()
        write(tmp_path / "file" / "new")
        qtbot.waitUntil(lambda: bool(office.said))
        assert office.said[0][0] == "That did not work"
        assert not office.said[0][2]


def test_records_that_cannot_be_read_are_said(qtbot: QtBot, office: Office, tmp_path: Path) -> None:
    office.learn()
    assert office.store.flush(10)
    with sqlite3.connect(office.school.paths.records) as conn:
        conn.execute("drop table events")
    conn.close()
    office.platforming.write_xapi(tmp_path / "me.json", "me")
    qtbot.waitUntil(lambda: bool(office.said))
    assert not office.said[0][2]
    assert not (tmp_path / "me.json").exists()


def test_a_module_that_has_gone_is_said(office: Office, tmp_path: Path) -> None:
    office.platforming.write_scorm(tmp_path / "x.zip", ["no-such"])
    assert "not here any more" in office.said[0][1]
    assert not (tmp_path / "x.zip").exists()


def test_closing_the_window_for_saving_writes_nothing(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, None)
    office.platforming.export_scorm([MODULE])
    assert not office.said


def test_whoever_may_not_learn_here_exports_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = choose(monkeypatch, Path("never"))
    office.allowed = False
    for what in ("scorm", "xapi"):
        office.platforming.export(what)
        assert office.platforming.asking is None
    office.platforming.export_scorm([MODULE])
    assert not offered


# The command line


def command(tmp_path: Path, way: str, **words: object) -> int:
    """Run a command as the parser would hand it over."""
    known: dict[str, object] = {"module": [], "nation": "", "name": "me", "home": "", "reflections": False}
    options = argparse.Namespace(way=way, data_dir=tmp_path / "data", **{**known, **words})
    return standards.run(options)


def test_a_command_writes_a_package(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "one"
    assert command(tmp_path, "scorm", to=target, module=[MODULE], nation="sct") == 0
    package = (tmp_path / "one.zip").read_bytes()
    assert pages(package) == [f"{MODULE}.html"]
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert "Scotland" in archive.read(f"{MODULE}.html").decode()
    assert "Nothing was sent" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"module": ["no-such"]}, "There is no module “no-such”"),
        ({"nation": "fra"}, "Nothing was written"),
    ],
)
def test_a_command_says_what_is_not_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: dict[str, object], said: str
) -> None:
    assert command(tmp_path, "scorm", to=tmp_path / "x.zip", **words) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "x.zip").exists()


def test_a_command_writes_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path, "xapi", to=tmp_path / "me.json") == 0
    assert json.loads((tmp_path / "me.json").read_text(encoding="utf-8")) == []
    assert "0 statements written" in capsys.readouterr().out
    assert command(tmp_path, "xapi", to=tmp_path / "no.json", name="") == 1
    assert command(tmp_path, "xapi", to=tmp_path / "no.json", home="here") == 1
    (tmp_path / "file").touch()
    assert command(tmp_path, "xapi", to=tmp_path / "file" / "no.json") == 1
    assert command(tmp_path, "scorm", to=tmp_path / "file" / "no.zip", module=[MODULE]) == 1
    assert not (tmp_path / "no.json").exists()
    assert "Your records are safe" in capsys.readouterr().err
