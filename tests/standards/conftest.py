"""The package in a real browser, beside a learning platform that refuses what SCORM 1.2 does not have."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from rse_lessons.standards.naming import file_name
from rse_lessons.training.model import Module
from tests.standards.browser import Browser, served
from tests.standards.packages import ROOT, built_in, hostile, packed, small, unpacked

FIXTURES = ROOT / "tests" / "fixtures" / "scorm"


class Place(NamedTuple):
    """A browser, the address of a platform, and the modules that it has."""

    browser: Browser
    address: str
    folder: Path
    modules: dict[str, Module]

    def launch(self, module: str) -> None:
        """Open the platform anew, and a module in it."""
        self.browser.open(f"{self.address}/platform.html")
        self.again(module)

    def again(self, module: str) -> None:
        """Open a module once more."""
        self.browser.evaluate(f"platform.launch({json.dumps(f'{file_name(module)}.html')})")

    def leave(self) -> dict[str, Any]:
        """Go away from the module; gives what the platform has then."""
        self.browser.evaluate("platform.leave()")
        return self.look()

    def look(self) -> dict[str, Any]:
        looked: dict[str, Any] = self.browser.evaluate("platform.look()")
        return looked

    def learn(self, code: str) -> Any:
        return self.browser.evaluate(f"learner.{code}")

    def notice(self) -> str:
        text: str = self.learn("page().getElementById('notice').textContent")
        return text

    def core(self, name: str) -> str:
        value: str = self.look()["model"].get(f"cmi.core.{name}", "")
        return value


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("package")
    modules = [*built_in(tmp_path_factory.mktemp("school")), small(), hostile()]
    for name, content in unpacked(packed(*modules)).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    for file in FIXTURES.iterdir():
        shutil.copy(file, folder)
    browser = Browser(tmp_path_factory.mktemp("browser") / "profile")
    try:
        with served(folder) as address:
            yield Place(browser, address, folder, {module.id: module for module in modules})
    finally:
        browser.close()


@pytest.fixture
def place(whole: Place) -> Iterator[Place]:
    """Give it as it was; whatever a test did, nothing was asked of others, and nothing went wrong."""
    whole.browser.requests.clear()
    whole.browser.console.clear()
    whole.browser.size(1000)
    whole.browser.media()
    yield whole
    assert not whole.browser.console
    here = (whole.address, "data:", whole.folder.as_uri(), "about:blank")
    assert not [one for one in whole.browser.requests if not one.startswith(here)]
