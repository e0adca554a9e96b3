"""The interface's language: the one that was chosen, else the system's where the interface has it. No Qt.

Windows and commands ask here, so that they speak alike.
"""

from __future__ import annotations

from pathlib import Path

from rse_lessons.i18n import catalogues
from rse_lessons.i18n.catalogues import ENGLISH
from rse_lessons.i18n.system import system_languages
from rse_lessons.settings.paths import data_root


def speak(preferred: str, cache: Path | None, root: Path | None = None) -> str:
    """Look words up in the language of the interface from now on; gives its tag.

    `preferred` is what was chosen, empty when nothing was; `cache` is the folder of what can be made again;
    `root` holds the folder of translations, the program's own without it.
    """
    folder = (root or data_root()) / "translations"
    catalogues.use(preferred or _of_the_system(folder, cache), folder, cache)
    return catalogues.interface_language()


def _of_the_system(folder: Path, cache: Path | None) -> str:
    wanted = system_languages()
    if not wanted or wanted[0] == ENGLISH:
        return ENGLISH
    from rse_lessons.i18n.offered import interface_language  # noqa: PLC0415  imported late: start-up

    return interface_language("", wanted, folder, cache)
