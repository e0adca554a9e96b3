"""Which names a file in a pack may have, so that it lands in one folder and nowhere else, on every system.

A name is refused when any of Windows, macOS and Linux would read it otherwise than it is written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.pictures import ENDINGS
from rse_lessons.packs.form import ENDING, LESSONS, PICTURES

MAX_NAME = 120
"""Bytes of a name in UTF-8, half of what the narrowest file systems allow."""
LESSON_ENDING = ".md"
_FORBIDDEN = frozenset('<>:"|?*\\/')
_NEVER_SHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_SHORT = re.compile(r"~[0-9]")
_PACKED = (ENDING, ".zip", ".7z", ".rar", ".tar", ".gz", ".bz2", ".xz", ".zst")


def quoted(text: str) -> str:
    """Give words from a pack as they may stand in a sentence: short, without signs that do something."""
    kinds = ((sign, unicodedata.category(sign)) for sign in text[:60])
    shown = "".join("?" if kind in _NEVER_SHOWN else " " if kind == "Zs" else sign for sign, kind in kinds)
    # What looks like a tag would be drawn as one by some windows.
    return shown.replace("<", "‹").replace(">", "›") + ("…" if len(text) > 60 else "")


def is_plain(text: str) -> bool:
    """Say whether words hold letters and signs only: no line ends, nothing that turns or hides words."""
    return not any(unicodedata.category(sign) in _NEVER_SHOWN for sign in text)


def folded(name: str) -> str:
    """Give what two names have in common when some system takes them for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def why_not_name(name: str) -> str:
    """Say in a sentence why a file must not be called so; empty for a good name."""
    if name in ("", ".", "..") or any(sign in _FORBIDDEN for sign in name) or not is_plain(name):
        return tr("The name “{name}” has signs that not every system can keep.").format(name=quoted(name))
    if name[0] in "._ " or name[-1] in ". ":
        return tr("The name “{name}” begins or ends with a dot, a line or a space.").format(name=quoted(name))
    if _DEVICES.fullmatch(name) or _SHORT.search(name):
        return tr("The name “{name}” means something else on Windows.").format(name=quoted(name))
    if unicodedata.normalize("NFC", name) != name:
        return tr("The letters of the name “{name}” are put together in an unusual way.").format(
            name=quoted(name)
        )
    if len(name.encode()) > MAX_NAME:
        return tr("The name “{name}” is too long.").format(name=quoted(name))
    return ""


def why_not_path(path: str) -> str:
    """Say in a sentence why a file must not stand in a pack; empty for a lesson or a picture in its place."""
    folder, slash, name = path.partition("/")
    if path.startswith(("/", "\\")) or "\\" in path or ":" in path or ".." in path.split("/"):
        return tr("A file in it, “{name}”, wants to lie outside the folder of the pack.").format(
            name=quoted(path)
        )
    if path.lower().endswith(_PACKED):
        return tr("There is another pack inside it, “{name}”.").format(name=quoted(path))
    if not slash or "/" in name or folder not in (LESSONS, PICTURES):
        return tr("A file in it, “{name}”, is neither a lesson nor a picture.").format(name=quoted(path))
    fits = name.endswith(LESSON_ENDING) if folder == LESSONS else name.lower().endswith(ENDINGS)
    if not fits or name.lower() == "readme.md":
        return tr("A file in it, “{name}”, is neither a lesson nor a picture.").format(name=quoted(path))
    return why_not_name(name)


def name_of(path: str) -> str:
    """Give the file's name without its folder in the pack."""
    return path.rpartition("/")[2]


def taken_twice(paths: Iterable[str]) -> str:
    """Give a path whose name some system takes for that of an earlier one; empty when there is none."""
    known: set[str] = set()
    for path in paths:
        name = folded(name_of(path))
        if name in known:
            return path
        known.add(name)
    return ""
