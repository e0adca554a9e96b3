"""Holds off sleep and the screen saver while a lesson is given. Every way out releases the hold.

Windows: `SetThreadExecutionState`; macOS: `caffeinate`; elsewhere the desktop's own
`org.freedesktop.ScreenSaver` on the session bus, which is not a network.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

WINDOWS_ON = 0x80000000 | 0x00000001 | 0x00000002  # continuous, system, display
WINDOWS_OFF = 0x80000000


class Awake:
    """One hold; `hold` and `release` may be called in any order and any number of times."""

    def __init__(self) -> None:
        self._cookie: int | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._held = False

    @property
    def held(self) -> bool:
        """Tell whether sleep is held off, as far as the system said."""
        return self._held

    def hold(self, reason: str) -> None:
        """Keep the screen on; `reason` is what a desktop may show for it."""
        if self._held:
            return
        if sys.platform == "win32":
            self._held = bool(ctypes.windll.kernel32.SetThreadExecutionState(WINDOWS_ON))
        elif sys.platform == "darwin":
            self._hold_mac()
        else:
            self._hold_desktop(reason)

    def release(self) -> None:
        """Let the PC sleep again."""
        if not self._held:
            return
        self._held = False
        if sys.platform == "win32":
            ctypes.windll.kernel32.SetThreadExecutionState(WINDOWS_OFF)
        elif self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None
        elif self._cookie is not None:
            self._call("UnInhibit", self._cookie)
            self._cookie = None

    def _hold_mac(self) -> None:
        program = shutil.which("caffeinate")
        if program:
            # -w ends it with us, even after a crash.
            self._process = subprocess.Popen([program, "-d", "-i", "-w", str(os.getpid())])  # noqa: S603
            self._held = True

    def _hold_desktop(self, reason: str) -> None:
        if "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
            return
        answer = self._call("Inhibit", "RSE Lessons", reason)
        if answer and isinstance(answer[0], int):
            self._cookie = answer[0]
            self._held = True

    @staticmethod
    def _call(method: str, *arguments: object) -> list[object]:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage  # noqa: PLC0415  imported late: start-up

        message = QDBusMessage.createMethodCall(
            "org.freedesktop.ScreenSaver",
            "/org/freedesktop/ScreenSaver",
            "org.freedesktop.ScreenSaver",
            method,
        )
        message.setArguments(list(arguments))
        reply = QDBusConnection.sessionBus().call(message, QDBus.CallMode.Block, 500)
        return list(reply.arguments()) if reply.type() == QDBusMessage.MessageType.ReplyMessage else []
