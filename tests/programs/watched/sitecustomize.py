"""Ends any Python program at once that opens a socket or asks a name server.

Python loads this by itself, before anything else, in each program that has this folder in PYTHONPATH, and so
also in the programs that such a program starts. What was watched and what was seen goes into a file.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME_OF_THIS_PC = "socket.gethostname"
"""Where there is no os.uname, `platform` asks the system in this way for its name; no socket is opened."""


def note(words: str) -> None:
    """Add a line to the file named in the environment."""
    with Path(os.environ["RSE_LESSONS_WATCH"]).open("a", encoding="utf-8") as file:
        file.write(f"{words}\n")


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """End the program when it turns to a network."""
    if event.startswith("socket.") and not (sys.platform == "win32" and event == NAME_OF_THIS_PC):
        note(f"{event} {arguments!r}")
        os._exit(97)


note("watched")
sys.addaudithook(refuse)
