"""The set-up script: what it says when something is missing, and that a second start has nothing to do."""

from __future__ import annotations

import ast
import platform
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).resolve().parent.parent


def test_it_needs_the_standard_library_alone() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= set(sys.stdlib_module_names)


def test_an_old_python_can_read_it_far_enough_to_be_told() -> None:
    # 3.8 reads everything in it; older ones are out of support since 2021.
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_oldest_python_is_the_project_files() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == f">={run.OLDEST[0]}.{run.OLDEST[1]}"


def test_an_old_python_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(run.Stop, match=r"needs Python 3\.11 or newer; this is 3\.9"):
        run.check_python()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a choice of C libraries")
@pytest.mark.parametrize(
    ("library", "words"), [(("glibc", "2.31"), "too old for Qt"), (("", ""), "needs a Linux with glibc")]
)
def test_an_old_linux_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, library: tuple[str, str], words: str
) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: library)
    with pytest.raises(run.Stop, match=words):
        run.check_system()


def test_a_full_disk_is_said_before_anything_is_made() -> None:
    with pytest.raises(run.Stop, match="not enough room"):
        run.check_space(shutil.disk_usage(ROOT).free // 2**20 + 10_000)


def test_who_is_not_root_gets_the_exact_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "is_root", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/apt-get")
    with pytest.raises(run.Stop, match="sudo apt-get install -y --no-install-recommends libegl1 libgl1"):
        run.apt_install(["libegl1", "libgl1"], "Libraries are missing.")


def test_without_apt_the_names_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(run.Stop, match="libegl1"):
        run.apt_install(["libegl1"], "Libraries are missing.")


def test_a_changed_project_file_is_installed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("one", encoding="utf-8")
    monkeypatch.setattr(run, "HERE", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    python = run.venv_python()
    python.parent.mkdir(parents=True)
    python.touch()
    assert not run.is_ready("")
    (tmp_path / ".venv" / "ready").write_text(run.fingerprint(""), encoding="utf-8")
    assert run.is_ready("")
    assert not run.is_ready("test")
    (tmp_path / "pyproject.toml").write_text("two", encoding="utf-8")
    assert not run.is_ready("")


def test_every_pinned_version_fits_the_project_file() -> None:
    from packaging.requirements import Requirement

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {}
    for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if "==" in line:
            name, version = line.split(";")[0].strip().split("==")
            pinned[name.lower().replace("_", "-")] = version
    for text in (*project["dependencies"], *project["optional-dependencies"]["test"]):
        wanted = Requirement(text)
        if wanted.marker is None or wanted.marker.evaluate():
            assert wanted.specifier.contains(pinned[wanted.name.lower()]), text


@pytest.mark.slow
def test_the_help_of_the_installed_program_comes_through() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "rse_lessons", "--help"], capture_output=True, encoding="utf-8", check=True
    )
    for command in ("present", "list", "check", "export", "tour", "doctor"):
        assert command in result.stdout


def test_a_missing_browser_is_named_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(run, "is_root", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    run.browser_for_tests()
    said = capfd.readouterr().err
    assert "sudo apt-get install -y --no-install-recommends chromium" in said
    assert "left out" in said


def test_a_browser_that_is_there_is_enough(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/google-chrome" if "chrome" in name else None)
    run.browser_for_tests()
    assert not capfd.readouterr().err
