"""Where things lie on this PC: records, settings, what can be made again, and what came with the app.

Nothing is read or written here, but that folders are made.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from rse_lessons.settings.sentences import in_english

_APP = "rse-lessons"

_PACKAGE = Path(__file__).resolve().parents[1]


class Paths(NamedTuple):
    """The folders of one teacher on one PC."""

    data: Path
    """Records of lessons taught."""
    config: Path
    """What the teacher prefers."""
    cache: Path
    """What can be made again at any time."""
    messages: tuple[str, ...] = ()
    """Sentences for the teacher, when a folder is not where it should be."""
    shared: Path | None = None
    """The data folder of what all profiles share, when `data` is a further profile's."""

    @property
    def common(self) -> Path:
        """The data folder of this PC's first profile: it holds what all profiles share."""
        return self.shared or self.data

    @property
    def records(self) -> Path:
        """The database of records."""
        return self.data / "progress.sqlite"

    @property
    def preferences(self) -> Path:
        """The file of preferences."""
        return self.config / "settings.toml"

    @property
    def console_lock(self) -> Path:
        """The file of the console's passcode, where one was set."""
        return self.config / "console-lock.json"

    @property
    def passcode(self) -> Path:
        """The file of the profile's passcode, where one was set."""
        return self.config / "passcode.json"

    @property
    def device_marks(self) -> Path:
        """The file by which the records know that an older copy of them was put back."""
        return self.cache / "records-left.json"

    @property
    def signing_key(self) -> Path:
        """The key that signs lesson packs, where one was made."""
        return self.config / "signing-key.pem"

    @property
    def known_signers(self) -> Path:
        """Who signed the packs that were added here."""
        return self.config / "known-signers.json"


def where(data_dir: Path | None = None) -> Paths:
    """Say where the folders of this PC, or of `data_dir`, are or would be; makes none of them."""
    return Paths(*(_under(data_dir) if data_dir is not None else _of_this_pc()))


def find_paths(data_dir: Path | None = None) -> Paths:
    """Find the folders of this PC, or of `data_dir`, which then holds all three, and make them.

    A folder that cannot be made (a home that may not be written to, say) is replaced by a temporary one,
    with a sentence in `messages`. A folder that exists is used even when nothing may be written in it:
    what lies there is still worth reading.
    """
    wanted = _under(data_dir) if data_dir is not None else _of_this_pc()
    if all(_make(folder) for folder in wanted):
        return Paths(*wanted)
    import tempfile  # noqa: PLC0415 - imported late: start-up, and seldom needed

    spare = _under(Path(tempfile.mkdtemp(prefix=f"{_APP}-")))
    for folder in spare:
        folder.mkdir()
    data, config, cache = (
        asked if asked.is_dir() else instead for asked, instead in zip(wanted, spare, strict=True)
    )
    return Paths(data, config, cache, tuple(_sentences(wanted, spare)))


def data_root() -> Path:
    """Give the folder that holds `content/`, `translations/` and `assets/`: the wheel's or the checkout's."""
    packaged = _PACKAGE / "_data"
    return packaged if packaged.is_dir() else _PACKAGE.parent


def _under(folder: Path) -> tuple[Path, Path, Path]:
    folder = folder.expanduser().absolute()
    return folder / "data", folder / "config", folder / "cache"


def _of_this_pc() -> tuple[Path, Path, Path]:
    import platformdirs  # noqa: PLC0415 - imported late: not needed with --data-dir

    # Local on purpose, not roaming: a database must not be copied about while it is open.
    dirs = platformdirs.PlatformDirs(_APP, appauthor=False, roaming=False)
    return dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path


def _make(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def _sentences(wanted: tuple[Path, Path, Path], spare: tuple[Path, Path, Path]) -> list[str]:
    found: list[str] = []
    if not wanted[0].is_dir():
        found.append(
            in_english(
                "RSE Lessons may not make the folder {folder}, so what you do now is stored in {instead}"
                " and may be gone when this PC is restarted. You can present as usual; ask whoever looks"
                " after this PC to let you write there, or start RSE Lessons with --data-dir and a folder of"
                " your own.",
                folder=wanted[0],
                instead=spare[0],
            )
        )
    if not wanted[1].is_dir():
        found.append(
            in_english(
                "RSE Lessons may not make the folder {folder}, so your settings are kept in {instead} and"
                " may be gone when this PC is restarted. Everything else works as usual; ask whoever looks"
                " after this PC to let you write there.",
                folder=wanted[1],
                instead=spare[1],
            )
        )
    return found
