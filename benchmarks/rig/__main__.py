"""The room from the command line, for trying a program by hand.

shell                                     open the room, print its DISPLAY, close it at Enter
shot OUT.png [--after S] -- CMD...        start CMD, take a picture S seconds later
keys KEY... [--pause S] [--out DIR] -- CMD...
                                          press each key, a picture after each: 0.png, 1-Right.png, ...
do "STEPS" -- CMD...                      any steps, parted by semicolons:
    key Right [TIMES]   type "words"      wait SECONDS        still [SECONDS]     until TITLE
    shot OUT.png [MONITOR]                click X Y [BUTTON]  move X Y
    drag X Y TO_X TO_Y [BUTTON]
    unplug [MONITOR]    plug [MONITOR]    windows             memory
Every verb takes --screens 1|2|3 and --size WxH; monitors are TEACHER, PROJECTOR and SPARE, from the left.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.rig.programs import program
from benchmarks.rig.room import Room, RoomError, room
from benchmarks.rig.script import Script
from benchmarks.rig.steps import Step, parse_steps


def steps_for(args: argparse.Namespace) -> tuple[Step, ...]:
    """Turn the words of a verb into the steps of a try-out."""
    if args.verb == "shot":
        return parse_steps(f"wait {args.after}; shot '{args.out}'")
    if args.verb == "do":
        return parse_steps(args.steps)
    steps = [Step("wait", (str(args.after),)), Step("shot", (str(args.out / "0.png"),))]
    for i, key in enumerate(args.keys, 1):
        picture = str(args.out / f"{i}-{key.replace('/', 'slash')}.png")
        steps += [Step("key", (key,)), Step("wait", (str(args.pause),)), Step("shot", (picture,))]
    return tuple(steps)


def main(words: Sequence[str] | None = None) -> int:
    """Run one verb; return the exit status."""
    words = list(sys.argv[1:] if words is None else words)
    cut = words.index("--") if "--" in words else len(words)
    args = _parser().parse_args(words[:cut])
    command = words[cut + 1 :]
    width, height = map(int, args.size.split("x"))
    try:
        with room(args.screens, width, height) as here:
            if args.verb == "shell":
                print(f"DISPLAY={here.display}", flush=True)
                sys.stdin.readline()
                return 0
            return _try(here, command, steps_for(args))
    except (RoomError, ValueError) as problem:
        print(f"rig: {problem}", file=sys.stderr)
        return 1


def _try(here: Room, command: Sequence[str], steps: tuple[Step, ...]) -> int:
    if not command:
        raise RoomError("Say which program to start, after “--”.")
    with program(command, here.display, output=sys.stderr.buffer) as process:
        script = Script(here, process)
        script.run(steps)
        script.close()
        if process.poll():
            raise RoomError(f"The program ended with status {process.returncode}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.rig",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name in ("shell", "shot", "keys", "do"):
        verb = verbs.add_parser(name)
        verb.add_argument("--screens", type=int, choices=(1, 2, 3), default=2)
        verb.add_argument("--size", default="1920x1080", metavar="WxH")
        if name in ("shot", "keys"):
            verb.add_argument("--after", type=float, default=3.0, metavar="S")
        if name == "shot":
            verb.add_argument("out", type=Path)
        elif name == "keys":
            verb.add_argument("keys", nargs="+", metavar="KEY")
            verb.add_argument("--pause", type=float, default=0.5, metavar="S")
            verb.add_argument("--out", type=Path, default=Path(), metavar="DIR")
        elif name == "do":
            verb.add_argument("steps")
    return parser


if __name__ == "__main__":
    sys.exit(main())
