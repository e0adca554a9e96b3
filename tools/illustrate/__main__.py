"""Writes every picture to assets/illustrations, or to the folder named on the command line."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

from . import app, cards, classroom, ks1, ks3, lessons, places
from .kit import Picture
from .palette import ROOT


def pictures() -> Iterator[Picture]:
    """Draw every picture, one after another."""
    own = [
        importlib.import_module(f"{lessons.__name__}.{found.name}")
        for found in pkgutil.iter_modules(lessons.__path__)
    ]
    for module in (ks1, classroom, cards, ks3, places, app, *own):
        for draw in module.PICTURES:
            yield draw()


def main(folder: Path) -> None:
    """Write every picture to `folder`, which is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in pictures():
        (folder / f"{picture.name}.svg").write_text(picture.svg(), "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "assets" / "illustrations")
