"""Profiles: several teachers on one account of one PC, each with records and settings of their own.

The first profile is what was there before there were any: the data folder itself. Every other one is a folder
`profiles/<id>` in it. `profiles.json` is the list, and each folder says its own name as well, so that a list
that is lost or damaged loses nobody: folders without an entry are offered again. How a passcode is kept is in
`passcode`, how a profile is deleted in `erasing`. Nothing here asks anybody, and nothing here imports Qt.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rse_lessons.settings.access import FIRST
from rse_lessons.settings.files import write_whole
from rse_lessons.settings.passcode import Answer, Cost, Passcode
from rse_lessons.settings.paths import Paths
from rse_lessons.settings.profile_list import (
    GONE,
    LONGEST,
    REMOVING,
    VERSION,
    Profile,
    alike,
    apart,
    entries_of,
    entry_of,
    is_id,
    is_newer,
    language_in,
    mark_in,
    name_in,
    parsed,
    plain,
    tidied,
    tidy_name,
    with_profile,
)
from rse_lessons.settings.sentences import in_english

LIST, FOLDER, CARD = "profiles.json", "profiles", "profile.json"
MOST = 40
"""Profiles on one PC."""
NEW, LEAVING = ".new-", ".gone-"
"""How a folder's name begins that is still being made, and one that is being deleted."""

DAMAGED = (
    "The list of profiles {file} could not be understood, so it is kept beside the new one as {aside}. The"
    " records of every profile are untouched. All profiles are listed again; if one has lost its name, type"
    " it in Settings."
)
AWAY = (
    "The folder of the profile “{name}” is not where it was: {folder}. RSE Lessons has deleted nothing. The"
    " profile is offered again as soon as the folder is back; ask whoever looks after this PC."
)
UNREAD = (
    "The list of profiles {file} cannot be read ({reason}). The records of every profile are untouched, and"
    " all profiles that were found are listed; ask whoever looks after this PC to let you read that file."
)
NEWER = (
    "The list of profiles {file} was written by a newer RSE Lessons. Everything can be used; names and"
    " passcodes are changed with the newer one, so that nothing it stored is lost."
)
NOT_DELETED = (
    "The profile “{name}” could not be deleted completely ({reason}). It is no longer offered. Close every"
    " other window of RSE Lessons; it is tried again at the next start."
)


class ProfileError(ValueError):
    """The list cannot be changed; the text is a sentence for the teacher."""


class Profiles:
    """The profiles of one PC. What it gives was true when it was read; each change reads the list anew."""

    def __init__(self, home: Paths) -> None:
        """`home` are the folders of the first profile. Raises nothing: what is wrong is in `messages`."""
        self.home = home
        self.messages: tuple[str, ...] = ()
        self.all: tuple[Profile, ...] = ()
        self.last = ""
        """The id of the profile that was opened last; empty when that is not known."""
        self.look()

    @property
    def file(self) -> Path:
        """The list."""
        return self.home.data / LIST

    @property
    def folder(self) -> Path:
        """Where all profiles but the first lie."""
        return self.home.data / FOLDER

    @property
    def asks(self) -> bool:
        """Whether somebody has to say who they are: there are several, or one has a passcode."""
        return len(self.all) > 1 or any(profile.guarded for profile in self.all)

    def look(self) -> None:
        """Read the list and the folders."""
        raw, messages = self._read()
        entries = entries_of(raw)
        shown = [self._known(one) for one in entries if True not in (one.get(REMOVING), one.get(GONE))]
        found = [one for one in shown if one.id == FIRST or (self.folder / one.id).is_dir()]
        away = [one for one in shown if one not in found]
        known = {entry["id"] for entry in entries}
        found += [self._found(name) for name in self._folders() if name not in known]
        if self._first_is_missing(entries, found):
            found.insert(0, self._found(FIRST))
        self.messages = (
            *messages,
            *(in_english(AWAY, name=one.name or one.id, folder=self.folder / one.id) for one in away),
        )
        self.all = tuple(apart(found))
        self.last = next((one.id for one in self.all if one.id == raw.get("last")), "")

    def get(self, profile_id: str) -> Profile | None:
        """Give a profile by its id."""
        return next((profile for profile in self.all if profile.id == profile_id), None)

    def paths(self, profile_id: str) -> Paths:
        """Give the folders of a profile. Lessons of the school and what can be made again are shared."""
        if profile_id == FIRST:
            return self.home
        own = self.folder / profile_id
        return Paths(own / "data", own / "config", self.home.cache, self.home.messages, self.home.data)

    def passcode(self, profile_id: str) -> OwnPasscode:
        """Give the passcode of a profile, whether there is one or not."""
        return OwnPasscode(self, profile_id)

    def fault(self, name: str, besides: str = "") -> str:
        """Say why nobody can be called so: `empty`, `long`, `taken`, or empty when it is fine.

        `besides` is the id of the profile that is to be called so.
        """
        tidy = tidy_name(name)
        if not plain(tidy):
            return "empty"
        if len(tidy) > LONGEST:
            return "long"
        return "taken" if any(alike(tidy, o.name) and o.id != besides for o in self.all) else ""

    # Changes. Each raises OSError or ProfileError, and leaves the list whole: as it was or as it is to be.

    def add(self, name: str, language: str, begin: Callable[[Paths], object] | None = None) -> Profile:
        """Make a profile. `begin` may write its first settings before anybody sees it."""
        self.look()
        self._check(name)
        if len(self.all) >= MOST:
            raise ProfileError(
                in_english(
                    "There are {count} profiles on this PC already. Remove one that nobody uses.", count=MOST
                )
            )
        made = Profile(os.urandom(8).hex(), tidy_name(name), language)
        half = self.folder / f"{NEW}{made.id}"
        for part in ("data", "config"):
            (half / part).mkdir(parents=True)
        if begin is not None:
            begin(Paths(half / "data", half / "config", self.home.cache, (), self.home.data))
        _write_card(half / "config" / CARD, made)
        half.rename(self.folder / made.id)
        self._change(lambda entries: [*entries, entry_of(made)])
        return made

    def rename(self, profile_id: str, name: str) -> None:
        """Call a profile otherwise."""
        self._check(name, profile_id)
        self._put(profile_id, name=tidy_name(name))

    def speak(self, profile_id: str, language: str) -> None:
        """Keep the language that a profile's windows are in."""
        profile = self.get(profile_id)
        if profile is not None and profile.language != language:
            self._put(profile_id, language=language)

    def use(self, profile_id: str) -> None:
        """Remember who came last. A profile found by its folder is on the list from now on."""
        self._put(profile_id)
        self._change(lambda entries: entries, last=profile_id)

    def guard(self, profile_id: str, *, guarded: bool) -> None:
        """Keep whether a passcode is asked for, also when the passcode's own file is lost."""
        self._put(profile_id, guarded=guarded)

    def mark(self, profile_id: str) -> str:
        """Give the mark that the file of a profile's passcode has to bear; empty when any file counts."""
        profile = self.get(profile_id)
        return profile.mark if profile is not None else ""

    def bind(self, profile_id: str, mark: str) -> None:
        """Keep what the file of a profile's passcode bears. A mark that is known stays what it is."""
        self.look()
        if mark and not self.mark(profile_id):
            self._put(profile_id, mark=mark)

    def condemn(self, profile_id: str) -> None:
        """Have a profile deleted: no longer offered from now on, and gone when `erasing.finish` was here."""
        self._put(profile_id)
        self._change(lambda entries: _marked(entries, profile_id, REMOVING))

    def strike(self, profile_id: str) -> None:
        """Take a profile that is deleted off the list."""
        if profile_id == FIRST:  # its folder stays, so that it is said that nobody's records are in it
            self._change(lambda entries: _marked(entries, FIRST, GONE))
        else:
            self._change(lambda entries: [entry for entry in entries if entry["id"] != profile_id])

    def condemned(self) -> tuple[Profile, ...]:
        """Give the profiles that are to be deleted."""
        raw, _messages = self._read()
        return tuple(self._known(entry) for entry in entries_of(raw) if entry.get(REMOVING) is True)

    # Inside

    def _check(self, name: str, besides: str = "") -> None:
        if fault := self.fault(name, besides):
            raise ValueError(f"a profile cannot be called so: {fault}")

    def _put(self, profile_id: str, **changes: str | bool) -> None:
        """Change one profile, in the list and in its folder; put it on the list when it is not there."""
        self.look()
        known = self.get(profile_id)
        if known is None:
            raise ProfileError("This profile is no longer there. Close RSE Lessons and start it again.")
        changed = replace(known, listed=True, **changes)  # type: ignore[arg-type]
        if changed.name and (changed.name, changed.language) != self._card(profile_id):
            _write_card(self.paths(profile_id).config / CARD, changed)
        if changed != known or not known.listed:
            self._change(lambda entries: with_profile(entries, changed))

    def _change(
        self, change: Callable[[list[dict[str, object]]], list[dict[str, object]]], **more: str
    ) -> None:
        try:
            raw = parsed(self.file)
        except FileNotFoundError:
            raw = {}
        except (ValueError, RecursionError):
            raw = {}
            self.file.replace(_aside(self.file))  # kept, before another takes its place
        if is_newer(raw):
            raise ProfileError(in_english(NEWER, file=self.file))
        entries = change(entries_of(raw))
        last = more.get("last", self.last)
        content = {"version": VERSION, "last": last, "profiles": [tidied(entry) for entry in entries]}
        if content != raw:
            write_whole(self.file, json.dumps(content, indent=1).encode())
        self.look()

    def _read(self) -> tuple[dict[str, object], tuple[str, ...]]:
        """Read the list; what makes no sense is an empty one and a sentence."""
        try:
            raw = parsed(self.file)
        except FileNotFoundError:
            return {}, ()
        except OSError as error:
            return {}, (in_english(UNREAD, file=self.file, reason=error.strerror or error),)
        except (ValueError, RecursionError):
            return {}, (in_english(DAMAGED, file=self.file, aside=_aside(self.file).name),)
        return raw, (in_english(NEWER, file=self.file),) if is_newer(raw) else ()

    def mend(self) -> None:
        """Write a list that was damaged anew, with everybody who was found; the damaged one is kept."""
        try:
            parsed(self.file)
        except FileNotFoundError:
            return
        except (ValueError, RecursionError):
            found = [entry_of(profile) for profile in self.all]
            self._change(lambda _entries: found)

    def _known(self, entry: Mapping[str, object]) -> Profile:
        """Make a profile of its entry; what makes no sense in it is made good from its folder."""
        profile_id = str(entry["id"])
        name, language = name_in(entry), language_in(entry)
        if not name or not language:
            card = self._card(profile_id)
            name, language = name or card[0], language or card[1]
        guarded = entry.get("guarded") is True or self.paths(profile_id).passcode.exists()
        return Profile(profile_id, name, language or "en", guarded, mark=mark_in(entry))

    def _found(self, profile_id: str) -> Profile:
        return replace(self._known({"id": profile_id}), listed=False)

    def _card(self, profile_id: str) -> tuple[str, str]:
        """Read the name and the language that a profile's own folder tells."""
        try:
            card = parsed(self.paths(profile_id).config / CARD)
        except (OSError, ValueError, RecursionError):
            return "", ""
        return name_in(card), language_in(card)

    def _folders(self) -> list[str]:
        """Name the folders that hold anything."""
        try:
            names = sorted(
                entry.name for entry in os.scandir(self.folder) if entry.is_dir(follow_symlinks=False)
            )
        except OSError:
            return []
        return [name for name in names if is_id(name) and _holds_something(self.folder / name)]

    def _first_is_missing(self, entries: list[dict[str, object]], found: list[Profile]) -> bool:
        """Whether the first profile is not listed and yet there: it never was, or it is used again."""
        home = self.home
        entry = next((entry for entry in entries if entry["id"] == FIRST), None)
        if entry is None or not found:
            return entry is None or entry.get(REMOVING) is not True
        used = any(path.exists() for path in (home.records, home.passcode, home.config / CARD))
        return entry.get(GONE) is True and used


class OwnPasscode(Passcode):
    """The passcode of a profile: the list is kept in step with its file, cut off at any moment.

    File and list bear one mark, made with the first passcode. The file is written first: a list without a
    mark takes any file and learns its mark, but a file without the list's mark opens nothing.
    """

    def __init__(self, profiles: Profiles, profile_id: str, cost: Cost | None = None) -> None:
        super().__init__(profiles.paths(profile_id).passcode, cost=cost, mark=profiles.mark(profile_id))
        self._profiles, self._profile_id = profiles, profile_id

    def choose(self, passcode: str) -> None:
        """Set a passcode, or another one. Raises ValueError; OSError."""
        self._profiles.look()
        known = self._kept.mark if self._kept is not None else ""
        self._mark = self._profiles.mark(self._profile_id) or known or self._new_mark()
        super().choose(passcode)
        self._profiles.guard(self._profile_id, guarded=True)
        self._bind()

    def attempt(self, passcode: str) -> Answer:
        """Judge a try; after a right one the list knows which file it was."""
        answer = super().attempt(passcode)
        if answer is Answer.RIGHT:
            with suppress(OSError, ValueError):  # at the next right try, then
                self._bind()
        return answer

    def _new_mark(self) -> str:
        return os.urandom(8).hex()

    def _bind(self) -> None:
        """Have the list bear the mark of the file that is there."""
        there = self._read()
        if there is not None:
            self._profiles.bind(self._profile_id, there.mark)

    def forget(self) -> None:
        """Take the passcode away. Raises OSError, ProfileError."""
        # The list first: a profile said to be guarded whose file is gone could only be opened by force.
        self._profiles.guard(self._profile_id, guarded=False)
        super().forget()
        self._profiles.look()


def _marked(entries: list[dict[str, object]], profile_id: str, mark: str) -> list[dict[str, object]]:
    """Mark an entry; the name of one that is gone goes, too."""
    bare = {"id": profile_id, mark: True}
    return [
        (bare if mark == GONE else {**entry, mark: True}) if entry["id"] == profile_id else entry
        for entry in entries
    ]


def _write_card(path: Path, profile: Profile) -> None:
    card = {"name": profile.name, "language": profile.language}
    write_whole(path, json.dumps(card, indent=1).encode())


def _holds_something(folder: Path) -> bool:
    return any(files for _where, _folders, files in os.walk(folder))


def _aside(file: Path) -> Path:
    """Give the first name for a damaged list that is free."""
    names = (file.with_name(f"{file.name}.unreadable-{number}") for number in range(1, 1000))
    return next((name for name in names if not name.exists()), file.with_name(f"{file.name}.unreadable"))
