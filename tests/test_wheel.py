"""The wheel: what is inside, and that the app opens from it, away from the checkout and without a network."""

from __future__ import annotations

import gettext
import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from rse_lessons.i18n.compiling import may_be_shown
from rse_lessons.i18n.languages import load_languages
from rse_lessons.i18n.po import read

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "tests" / "fixtures" / "screens.json"
LESSON = "if-an-image-is-shared"
DATA = ("content", "translations", "assets")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def away(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder away from the checkout."""
    return tmp_path_factory.mktemp("away")


def environment() -> Mapping[str, str]:
    """An environment in which nothing leads to the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    return {**kept, "QT_QPA_PLATFORM": f"offscreen:configfile={SCREENS}", "PYTHONUTF8": "1"}


def run(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(away: Path) -> Path:
    """The wheel, built from the checkout."""
    run(away, sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", away, ROOT)
    (built,) = away.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def inside(wheel: Path) -> set[PurePosixPath]:
    """What the wheel holds."""
    with zipfile.ZipFile(wheel) as opened:
        assert opened.testzip() is None
        return {PurePosixPath(name) for name in opened.namelist()}


@pytest.fixture(scope="module")
def programs(away: Path, wheel: Path) -> Path:
    """The folder of programs of an empty environment into which nothing but the wheel was installed.

    What the app needs it borrows from the environment of the tests: a `.pth` file names the folder, and
    what lies in the environment itself comes first.
    """
    home = away / "environment"
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / ("python.exe" if sys.platform == "win32" else "python")
    install = (
        "install",
        "--no-deps",
        "--no-index",
        "--no-compile",
        "--disable-pip-version-check",
        "-q",
        wheel,
    )
    run(away, sys.executable, "-m", "pip", "--python", python, *install)
    (site,) = (home / ("Lib" if sys.platform == "win32" else "lib")).rglob("site-packages")
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "borrowed.pth").write_text("\n".join(sorted(borrowed)) + "\n", encoding="utf-8")
    return scripts


def files_of(folder: Path) -> set[PurePosixPath]:
    """Every file of a folder of the checkout that is not left there by Python itself."""
    found = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {PurePosixPath(path.relative_to(folder)) for path in found}


@pytest.mark.parametrize("name", DATA)
def test_every_file_that_the_app_reads_is_inside(inside: set[PurePosixPath], name: str) -> None:
    home = PurePosixPath("rse_lessons/_data") / name
    found = {path.relative_to(home) for path in inside if path.is_relative_to(home)}
    assert {path for path in found if path.suffix != ".mo"} == files_of(ROOT / name)


def test_the_words_of_every_language_are_compiled(wheel: Path, inside: set[PurePosixPath]) -> None:
    known = load_languages(ROOT / "translations")
    tags = {path.parent.name for path in (ROOT / "translations").glob("*/ui.po")}
    home = PurePosixPath("rse_lessons/_data/translations")
    assert {path for path in inside if path.suffix == ".mo"} == {home / tag / "ui.mo" for tag in tags}
    assert tags
    with zipfile.ZipFile(wheel) as opened:
        for tag in sorted(tags):
            with opened.open(str(home / tag / "ui.mo")) as compiled:
                words = gettext.GNUTranslations(compiled)
            if tag != "cy":
                # How one is compiled is tried word for word with one, and for all beside the compiler.
                assert int(words.info()["x-done"]) > 100
                continue
            catalogue = read((ROOT / "translations" / tag / "ui.po").read_text(encoding="utf-8"))
            shown = [one for one in catalogue.entries if may_be_shown(one, known[tag].forms)]
            assert words.info()["x-done"] == str(len(shown))
            for one in shown:
                if not one.plural:
                    context = one.context
                    found = (
                        words.gettext(one.msgid) if context is None else words.pgettext(context, one.msgid)
                    )
                    assert found == one.strings[0]


@pytest.mark.parametrize(
    "pattern",
    [
        "content/primary/*.md",
        "content/secondary/*.md",
        "content/training/*.md",
        "content/training/sessions/*.md",
        "content/nations/*.toml",
        "content/LICENSE",
        "assets/fonts/*.ttf",
        "assets/fonts/OFL.txt",
        "assets/icons/*.svg",
        "assets/icons/LICENSE",
        "assets/illustrations/*.svg",
        "assets/scorm/*.css",
        "assets/scorm/*.js",
        "assets/themes/*.toml",
    ],
)
def test_each_kind_of_file_is_inside(inside: set[PurePosixPath], pattern: str) -> None:
    assert any(path.match(f"rse_lessons/_data/{pattern}") for path in inside)


def test_every_module_is_inside_and_nothing_that_only_we_need(inside: set[PurePosixPath]) -> None:
    package = {path for path in inside if path.parts[0] == "rse_lessons" and path.parts[1] != "_data"}
    assert {path.relative_to("rse_lessons") for path in package} == files_of(ROOT / "rse_lessons")
    tops = {path.parts[0] for path in inside}
    assert [top for top in tops if not top.startswith("rse_lessons")] == []
    assert not [path for path in inside if path.suffix in (".pyc", ".pyo") or "__pycache__" in path.parts]


def test_the_licences_travel_with_it(inside: set[PurePosixPath]) -> None:
    for licence in ("LICENSE", "content/LICENSE", "assets/fonts/OFL.txt"):
        assert any(path.match(f"rse_lessons-*.dist-info/licenses/{licence}") for path in inside)


def test_list_and_check_read_the_lessons_of_the_wheel(away: Path, programs: Path) -> None:
    command = (programs / "rse-lessons", "--data-dir", away / "data")
    listed = json.loads(run(away, *command, "list", "--json").stdout)
    ours = [path.stem for band in ("primary", "secondary") for path in (ROOT / "content" / band).glob("*.md")]
    assert sorted(lesson["id"] for lesson in listed) == sorted(ours)
    data = Path(next(lesson["path"] for lesson in listed)).parents[1]
    assert data.is_relative_to(programs.parent)
    done = run(away, *command, "check", data / "training" / "a-safe-classroom.md")
    assert done.stderr == "1 lesson file(s) read, no problem.\n"


def test_the_app_opens_from_it_and_gives_a_lesson(
    away: Path, inside: set[PurePosixPath], programs: Path
) -> None:
    visit = ROOT / "tests" / "programs" / "visit.py"
    seen = json.loads(run(away, programs / "python", visit, away / "visited", LESSON).stdout)
    assert Path(seen["file"]).is_relative_to(programs.parent)
    assert Path(seen["data"]).is_relative_to(programs.parent)
    assert not Path(seen["file"]).is_relative_to(ROOT)
    assert seen["slide"] == 3
    # On no shelf; the tour shows it, and finds it there with all its pictures.
    assert PurePosixPath("rse_lessons/_data/demonstration/every-activity.md") in inside
    assert Path(seen["demonstration"]).is_relative_to(programs.parent)
    assert seen["faults"] == []
