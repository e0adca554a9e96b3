"""The entry point. The window starts without loading what only commands need."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line's words; without any, open the app. Gives the exit status."""
    # Nothing made while starting is garbage; looking for some takes a tenth of the start. The window looks
    # for it on its own thread once it has its first picture (`ui.leftovers`); a command turns it on again.
    gc.disable()
    words = sys.argv[1:]
    if not words or (len(words) == 2 and words[0] == "--data-dir"):
        # The commonest start needs no parser of command lines.
        from pathlib import Path  # noqa: PLC0415

        from rse_lessons.starting import open_app  # noqa: PLC0415  imported late: only here

        return open_app(Path(words[1]) if words else None)
    from rse_lessons.cli.commands import run  # noqa: PLC0415  imported late: so that this module stays importable alone

    gc.enable()
    return run(words)


if __name__ == "__main__":
    sys.exit(main())
