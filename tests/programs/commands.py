"""A program that is given several commands at once: `python commands.py '[["list"], ["doctor"]]'`.

Each is carried out as the command line does it, one after another. For each a line of JSON is printed: its
status, what it said, and what it said of what went wrong.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout

from rse_lessons.cli.commands import run


def main() -> int:
    """Carry them all out, whatever comes of one."""
    for words in json.loads(sys.argv[1]):
        said, wrong = io.StringIO(), io.StringIO()
        with redirect_stdout(said), redirect_stderr(wrong):
            status = run(words)
        print(json.dumps([status, said.getvalue(), wrong.getvalue()]), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
