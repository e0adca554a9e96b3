"""What a file of the content is by its name and folder, and what its catalogue is called."""

from __future__ import annotations

from pathlib import Path

from rse_lessons.i18n.passages import Kind

FOLDERS = {
    Kind.LESSON: "lessons",
    Kind.MEETING: "training",
    Kind.MODULE: "training",
    Kind.MOMENTS: "training",
    Kind.NATION: "nations",
}
"""Where a file's catalogue lies, in the folder of a language."""
MOMENTS = "moments.toml"


def kind_of(path: Path) -> Kind:
    """Say what a file is."""
    folder = path.absolute().parent.name
    if path.suffix == ".toml":
        return Kind.MOMENTS if path.name == MOMENTS else Kind.NATION
    return {"training": Kind.MODULE, "sessions": Kind.MEETING}.get(folder, Kind.LESSON)


def catalogue_of(path: Path) -> str:
    """Give the name of a file's catalogue, such as `lessons/ask-first`."""
    return f"{FOLDERS[kind_of(path)]}/{path.stem}"
