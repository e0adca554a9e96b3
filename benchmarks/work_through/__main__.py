"""Work through modules with keys alone, on a virtual screen, and tell what was met.

Prints what each module took, then every moment at which the keyboard was nowhere, out of sight or without a
ring. Ends with 1 when there is such a moment, or something could not be done at all.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

import rse_lessons.ui  # noqa: F401  before all else that comes after PySide6: start-up
from benchmarks.rig.room import Room, environment, room
from benchmarks.work_through.keyboard import Keyboard, LostError
from benchmarks.work_through.module import Came, Working
from benchmarks.work_through.papers import Papers
from rse_lessons.app import Main
from rse_lessons.i18n import catalogues
from rse_lessons.school import School
from rse_lessons.ui.theme import STYLE, load_fonts


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.work_through", description=__doc__)
    parser.add_argument("modules", nargs="*", help="ids of modules; all of them without one")
    parser.add_argument("--size", default="1280x720", metavar="WxH")
    parser.add_argument("--nation", default="eng", choices=("eng", "wls", "sct", "nir"))
    parser.add_argument("--theme", default="light", choices=("light", "dark", "high-contrast"))
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER")
    parser.add_argument("--data-dir", type=Path, metavar="FOLDER")
    return parser


def main() -> int:
    """Open a room, and work in it."""
    options = _parser().parse_args()
    width, height = map(int, options.size.split("x"))
    if options.pictures is not None:
        options.pictures.mkdir(parents=True, exist_ok=True)
    with room(1, width, height) as here, tempfile.TemporaryDirectory() as spare:
        return _work(here, options, (options.data_dir or Path(spare) / "data"), Path(spare))


def _work(here: Room, options: argparse.Namespace, data: Path, papers: Path) -> int:
    os.environ.clear()
    os.environ.update(environment(here.display))
    app = QApplication([sys.argv[0], *STYLE])
    app.setQuitOnLastWindowClosed(False)
    load_fonts(("Regular", "Bold"))
    school = School(data)
    school.prefer(nation=options.nation, theme=options.theme, text_scale=options.text)
    catalogues.use(school.preferences.language, school.root / "translations")
    keys = Keyboard(app, here.display, options.pictures)
    opened = Main(app, school)
    warm: list[bool] = []
    opened.warmed.connect(lambda: warm.append(True))
    opened.open()
    opened.window.showMaximized()
    keys.wait(lambda: bool(warm) and opened.window.isActiveWindow(), "the library")
    keys.pause(1.0)
    all_modules = [module.id for module in school.modules if module.head.number]
    came: list[Came] = []
    try:
        for module in options.modules or all_modules:
            came.append(_one(opened, keys, module, papers, first=not came))
    except LostError as problem:
        keys.notes.append(str(problem))
        keys.picture("lost")
    _tell(came, keys)
    opened.close()
    keys.hands.close()
    return 1 if keys.notes else 0


def _one(opened: Main, keys: Keyboard, module: str, folder: Path, *, first: bool) -> Came:
    working = Working(opened, keys, module)
    came = working.work()
    papers = Papers(opened, keys, folder)
    papers.open()
    if first:
        papers.log()
    came.verified = papers.certificate(module)
    if first:
        came.verified += f" Portfolio: {papers.portfolio()}"
    papers.leave()
    return came


def _tell(came: list[Came], keys: Keyboard) -> None:
    for one in came:
        print(
            f"{one.module}: {one.keys} keys, {one.pages} pages, {one.seconds:.0f} s, "
            f"endings {', '.join(one.endings)}, tries {one.tries}, certificate: {one.verified}"
        )
    print(f"{keys.keys} keys in all, {len(keys.notes)} things to look at")
    for note in keys.notes:
        print(f"- {note}")


if __name__ == "__main__":
    sys.exit(main())
