"""Deleting a profile for good: its files are overwritten, then deleted; what others need stays.

What was begun is finished at the next start: a profile that is to go stands in the list as such, and its
folder is renamed first, so that nobody meets half of it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from rse_lessons.settings.access import FIRST
from rse_lessons.settings.files import flush_folder
from rse_lessons.settings.paths import Paths
from rse_lessons.settings.profiles import FOLDER, LEAVING, LIST, NEW, NOT_DELETED, ProfileError, Profiles
from rse_lessons.settings.sentences import in_english

SHARED = ("lessons", FOLDER)
"""Folders beside the first profile's records that are everybody's."""
_AT_ONCE = 1 << 20


def finish(profiles: Profiles) -> tuple[str, ...]:
    """Delete the profiles that are to go, and what an earlier run left; gives sentences where it cannot."""
    sentences: list[str] = []
    for profile in profiles.condemned():
        try:
            _erase_profile(profiles, profile.id)
            profiles.strike(profile.id)
        except OSError as error:
            name = profile.name or profile.id
            sentences.append(in_english(NOT_DELETED, name=name, reason=error.strerror or error))
        except ProfileError as error:
            sentences.append(error.args[0])
    with suppress(OSError):
        for left in [entry for entry in profiles.folder.iterdir() if entry.name.startswith((NEW, LEAVING))]:
            erase(left)
        if not any(profiles.folder.iterdir()):
            profiles.folder.rmdir()
    return tuple(sentences)


def erase(path: Path) -> None:
    """Overwrite every file with zeros and delete it; a link goes, what it leads to stays. Raises OSError.

    On a disk that moves what is written, such as a flash disk, traces may stay where the system puts them.
    """
    if path.is_symlink() or not path.is_dir():
        if not path.is_symlink() and path.is_file() and path.stat().st_nlink == 1:
            _overwrite(path)
        path.unlink(missing_ok=True)
        return
    for inside in sorted(path.iterdir()):
        erase(inside)
    path.rmdir()


def _erase_profile(profiles: Profiles, profile_id: str) -> None:
    if profile_id == FIRST:
        for path in _of_the_first(profiles.home):
            erase(path)
        flush_folder(profiles.home.data)
        return
    folder, gone = profiles.folder / profile_id, profiles.folder / f"{LEAVING}{profile_id}"
    if folder.exists():
        folder.replace(gone)
        flush_folder(profiles.folder)
    if gone.exists():
        erase(gone)
    flush_folder(profiles.folder)


def _of_the_first(home: Paths) -> list[Path]:
    """Give what is the first profile's alone; its folders hold what others need as well."""
    # On Windows all three are one folder, or lie in one another.
    kept = {home.data, home.config, home.cache, *(home.data / name for name in (*SHARED, LIST))}
    found = []
    for folder in {home.data, home.config}:
        with suppress(FileNotFoundError):
            found += [path for path in folder.iterdir() if path not in kept]
    # The passcode goes last: cut off in the middle, what is left is not open to everybody.
    last = home.passcode
    return [
        *sorted(path for path in found if path != last and not path.name.startswith(LIST)),
        *(path for path in (last,) if path in found),
    ]


def _overwrite(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        for begin in range(0, size, _AT_ONCE):
            file.write(bytes(min(_AT_ONCE, size - begin)))
        file.flush()
        os.fsync(file.fileno())
