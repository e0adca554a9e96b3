"""Pictures of lesson packs: one that arrives, in every state that matters, and lessons that are shared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from rse_lessons.i18n.catalogues import tr
from rse_lessons.lesson.problems import Problem, Severity
from rse_lessons.packs.arrival import Added, Arrival, Arrived, Here
from rse_lessons.packs.form import PackError
from rse_lessons.packs.manifest import Manifest
from rse_lessons.packs.signers import Known, Standing
from rse_lessons.packs.unpacking import Unpacked
from rse_lessons.ui.bands import ages_line
from rse_lessons.ui.dialogs.pack import PackWindow
from rse_lessons.ui.dialogs.share import ShareWindow
from rse_lessons.ui.theme import Theme
from rse_lessons.ui.tour.camera import Shown
from rse_lessons.ui.tour.given import Given

FILE = "kind-words.rsepack"
MARK = "3C1F 90AD 52E7 0B64 D81A 77F2 4E05 B9C3"
KNOWN = Known("Hazel Grove Primary", "2026-09-14", "Kind words for the autumn")
PROBLEM = Problem(
    Path("kind-words.md"),
    41,
    Severity.ERROR,
    "The slide is in no stage; write it after its heading.",
    "",
)


def arriving(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Look through a pack."""
    return Shown(PackWindow(theme, FILE, host), fills=False)


def arrived(given: Given, theme: Theme, host: QWidget, *, standing: Standing, clash: bool = False) -> Shown:
    """Show a pack whose signer has this standing; with `clash`, lessons of it are here already."""
    window = PackWindow(theme, FILE, host)
    window.show_arrival(_arrival(given, standing, clash=clash))
    return Shown(window, fills=False)


def refused(_given: Given, theme: Theme, host: QWidget) -> Shown:
    """Refuse a pack that was changed."""
    window = PackWindow(theme, FILE, host)
    happened = tr("The file “{name}” in it is damaged.").format(name="kind-words.md")
    window.show_refusal(str(PackError(happened)))
    return Shown(window, fills=False)


def added(given: Given, theme: Theme, host: QWidget) -> Shown:
    """Say what was added."""
    window = PackWindow(theme, FILE, host)
    lessons, renamed = ("kind-words", "ask-first-2"), (("ask-first", "ask-first-2"),)
    titles = ("Kind words", given.title("ask-first"))
    window.show_added(Added(lessons, 1, renamed, 0, Path(), titles=titles))
    return Shown(window, fills=False)


def shared(given: Given, theme: Theme, host: QWidget, *, many: bool) -> Shown:
    """Ask what goes into a pack, of all lessons or of one."""
    cards = given.cards if many else given.cards[:1]
    offered = [(card.id, card.title, ages_line(card.band)) for card in cards]
    chosen = [card.id for card in cards[:2]]
    window = ShareWindow(theme, offered, chosen, author=KNOWN.name, mark="" if many else MARK, parent=host)
    window.title.setText("Kind words" if many else window.title.text())
    window.signed.setChecked(not many)
    return Shown(window, fills=False)


def _arrival(given: Given, standing: Standing, *, clash: bool) -> Arrival:
    manifest = Manifest("kind-words", "Kind words", KNOWN.name, date(2026, 11, 16), "0.1.0", ())
    signed = standing not in (Standing.UNSIGNED, Standing.GONE)
    ways = (Here.OWN, Here.BUILT_IN, Here.ALIKE) if clash else (Here.NEW, Here.NEW, Here.ALIKE)
    lessons = tuple(
        Arrived(lesson, (PROBLEM,) if number == 1 else (), way)
        for number, (lesson, way) in enumerate(zip(given.written, ways, strict=False))
    )
    made = Unpacked(manifest, MARK if signed else "", Path(), ())
    return Arrival(made, lessons, standing, KNOWN if standing is Standing.SAME else None)


WINDOWS: Mapping[str, Callable[[Given, Theme, QWidget], Shown]] = {
    "pack-looking": arriving,
    "pack-new-signer": partial(arrived, standing=Standing.NEW),
    "pack-same-signer": partial(arrived, standing=Standing.SAME, clash=True),
    "pack-other-signer": partial(arrived, standing=Standing.OTHER),
    "pack-unsigned": partial(arrived, standing=Standing.UNSIGNED),
    "pack-refused": refused,
    "pack-added": added,
    "share-one": partial(shared, many=False),
    "share-many": partial(shared, many=True),
}
"""The small windows of lesson packs."""
