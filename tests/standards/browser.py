"""A real browser for tests: Chromium without a window, spoken to by its DevTools protocol through a pipe."""

from __future__ import annotations

import fcntl
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *(
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-extensions",
    ),
    *("--disable-dev-shm-usage", "--remote-debugging-pipe", "--no-default-browser-check"),
    # Whatever else a page should ask for, no other host is ever looked up.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 30.0
"""Seconds until a browser that does not answer is given up."""


def chromium() -> str:
    """Give the program; empty where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), "")


@cache
def why_not() -> str:
    """Say why there is no browser to test with; empty when there is one."""
    if not hasattr(os, "posix_spawn") or sys.platform == "darwin":
        return "Chromium is driven through a pipe, which is tried on Linux only"
    if not chromium():
        return "no Chromium here; on Debian: sudo apt-get install chromium"
    # Ubuntu's package of that name is a script that asks for another way to install it.
    works = subprocess.run([chromium(), "--version"], capture_output=True, check=False).returncode == 0
    return "" if works else f"{chromium()} does not start"


class Browser:
    """One page in one browser. Everything that it asks for and says on its console is written down."""

    def __init__(self, profile: Path) -> None:
        profile.mkdir(parents=True)
        to_read, self._to = os.pipe()
        self._from, to_write = os.pipe()
        # The browser reads from 3 and writes to 4; ours are moved out of the way first.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (to_read, to_write)]
        actions: list[Any] = [
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0o600),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0o600),
            (os.POSIX_SPAWN_DUP2, ends[0], 3),
            (os.POSIX_SPAWN_DUP2, ends[1], 4),
        ]
        words = [chromium(), *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._pid = os.posix_spawn(words[0], words, dict(os.environ), file_actions=actions, setpgroup=0)
        for end in (to_read, to_write, *ends):
            os.close(end)
        self._rest, self._number = b"", 0
        self.requests: list[str] = []
        self.console: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """End it with all that it started."""
        for end in (self._to, self._from):
            os.close(end)
        with suppress(ProcessLookupError):
            os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call something of the page's."""
        return self._call(method, self._session, **params)

    def _call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        for answer in self._messages():
            if answer.get("id") == self._number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result
        raise AssertionError("the browser has gone")

    def _messages(self) -> Iterator[dict[str, Any]]:
        end = time.monotonic() + PATIENCE
        while True:
            message, sign, rest = self._rest.partition(b"\0")
            if sign:
                self._rest = rest
                told: dict[str, Any] = json.loads(message)
                self._note(told)
                yield told
                continue
            ready = select.select([self._from], [], [], max(0.0, end - time.monotonic()))[0]
            assert ready, "the browser does not answer"
            read = os.read(self._from, 1 << 16)
            if not read:
                return
            self._rest += read

    def _note(self, told: dict[str, Any]) -> None:
        params = told.get("params", {})
        match told.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(params["request"]["url"])
            case "Runtime.consoleAPICalled":
                self.console.append(f"{params['type']}: {params['args']}")
            case "Runtime.exceptionThrown":
                self.console.append(str(params["exceptionDetails"]))
            case "Log.entryAdded":
                self.console.append(f"{params['entry']['level']}: {params['entry']['text']}")

    def evaluate(self, code: str) -> Any:
        """Run JavaScript in the page, wait for what it promises, and give its value."""
        told = self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def open(self, address: str) -> None:
        """Go to a page, and wait until it is loaded."""
        self.call("Page.navigate", url=address)
        for told in self._messages():
            if told.get("method") == "Page.loadEventFired":
                return

    def key(self, name: str, code: int, text: str = "") -> None:
        """Press a key."""
        down = "keyDown" if text else "rawKeyDown"
        shared = {"key": name, "code": name if len(name) > 1 else "Space", "windowsVirtualKeyCode": code}
        self.call("Input.dispatchKeyEvent", type=down, text=text, **shared)
        self.call("Input.dispatchKeyEvent", type="keyUp", **shared)

    def size(self, width: int, height: int = 720) -> None:
        """Take a size, as a phone or a screen has it."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def media(self, **features: str) -> None:
        """Wish for a dark page, more contrast and the like."""
        wished = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.call("Emulation.setEmulatedMedia", features=wished)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library's own name
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this PC alone; gives its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()
