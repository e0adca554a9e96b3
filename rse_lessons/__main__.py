"""The entry point. The window starts without loading what only commands need."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line's words; without any, open the app. Gives the exit status."""
    from rse_lessons.cli import run  # noqa: PLC0415  imported late: so that this module stays importable alone

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
