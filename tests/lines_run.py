"""Tells which lines and branches of the program tests went through: `pytest --lines-run`.

SlipCover looks at each line once, the first time, and leaves it alone from then on. Tracing every line every
time, as coverage.py has to before Python 3.14, makes the same tests two to four times as long.
"""

from __future__ import annotations

import io
import warnings
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from slipcover import FileMatcher, ImportManager, Slipcover, print_coverage

PROGRAM = Path(__file__).parent.parent / "rse_lessons"
# What each worker sends: the lines there are, the branches there are, and which of both it went through.
KINDS = ("code_lines", "code_branches", "all_seen")


class LinesRun:
    """Notes what is gone through in this process, and puts together what its workers noted."""

    def __init__(self) -> None:
        self._all: dict[str, dict[str, set[Any]]] = {kind: defaultdict(set) for kind in KINDS}
        self._here = Slipcover(immediate=True, branch=True)
        self._imports = ImportManager(self._here, FileMatcher(sources=[PROGRAM]))
        self._imports.__enter__()

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Take what this process noted; a worker sends it on."""
        self._imports.__exit__()
        found = {kind: getattr(self._here, kind) for kind in KINDS}
        for name, gone_through in self._here.newly_seen.items():
            found["all_seen"][name].update(gone_through)
        if hasattr(session.config, "workeroutput"):
            plain = {kind: {name: list(what) for name, what in found[kind].items()} for kind in KINDS}
            session.config.workeroutput["lines_run"] = plain
        self._take(found)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what a worker noted, unless it went down."""
        self._take(getattr(node, "workeroutput", {}).get("lines_run", {}))

    def _take(self, found: dict[str, dict[str, Any]]) -> None:
        for kind, files in found.items():
            for name, what in files.items():
                self._all[kind][name].update(what)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print a line for each file that was not gone through whole, and one for the program."""
        whole = Slipcover(branch=True, source=[str(PROGRAM)], exclude_also=["raise AssertionError"])
        for kind in KINDS:
            getattr(whole, kind).update(self._all[kind])
        table = io.StringIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", EncodingWarning)
            found = whole.get_coverage()
        print_coverage(found, outfile=table, skip_covered=True)
        terminalreporter.write_line(table.getvalue())
        share = found["summary"]["percent_covered"]
        terminalreporter.write_line(f"Gone through: {share:.1f} % of lines and branches")
