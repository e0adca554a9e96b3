"""Which screens a lesson takes: what is remembered of it, when it is asked, and the window that asks."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QDialog, QWidget

from rse_lessons.settings.preferences import Preferences
from rse_lessons.ui.dialogs.before_and_after import alone_question
from rse_lessons.ui.screens import Screens, Stand, Wish
from rse_lessons.ui.theme import Theme

SHARED = "shared"
"""Where the window to share stood, among the places of windows."""


def wish_of(preferences: Preferences) -> Wish:
    """Give the screens that are remembered."""
    return Wish(
        preferences.projector, preferences.own_screen, preferences.more_screens, preferences.share_window
    )


def kept(wish: Wish) -> dict[str, object]:
    """Give the preferences that remember these screens."""
    return {
        "projector": wish.projector,
        "own_screen": wish.own,
        "more_screens": wish.more,
        "share_window": wish.sharing,
    }


def shared_at(preferences: Preferences) -> QByteArray:
    """Give where the window to share stood last."""
    return QByteArray.fromHex(preferences.windows.get(SHARED, "").encode())


def with_shared(windows: Mapping[str, str], place: QByteArray) -> dict[str, str]:
    """Put where the window to share stood among the places of windows."""
    return {**windows, SHARED: bytes(place.data()).hex()} if place.size() else dict(windows)


def for_rehearsal(screens: Screens, preferences: Preferences) -> Wish:
    """Give the remembered screens where there are several; on one, the notes stay."""
    wish = wish_of(preferences)
    stands = screens.stands()
    if len(stands) < 2 or is_open(stands, wish):
        return Wish(sharing=True, rehearsing=True)
    return wish


def is_open(stands: tuple[Stand, ...], wish: Wish) -> bool:
    """Tell whether it has to be asked: three screens or more, and which is whose is not remembered."""
    if len(stands) < 3 or wish.sharing:
        return False
    by_name = {name: stand for stand in stands for name in stand.names}
    seen, own = by_name.get(wish.projector), by_name.get(wish.own)
    if seen is None:
        return True
    return seen.primary and (own is None or own is seen)


def seats(theme: Theme, screens: Screens, preferences: Preferences) -> dict[str, object] | None:
    """Ask before a lesson what has to be asked; gives what to remember, or None for not now."""
    wish = wish_of(preferences)
    stands = screens.stands()
    if is_open(stands, wish):
        chosen = ask(theme, screens, wish, before=True)
        return kept(chosen) if chosen is not None else None
    if len(stands) > 1:
        return {}
    room = screens.room(Wish())
    question = alone_question(theme, mirrored=room.mirrored, sharing=wish.sharing)
    question.exec()
    question.deleteLater()
    if not question.answer:
        return None
    sharing = question.answer == "share"
    return {"share_window": sharing} if sharing != wish.sharing else {}


def ask(
    theme: Theme, screens: Screens, wish: Wish, *, before: bool = False, parent: QWidget | None = None
) -> Wish | None:
    """Ask which screen the class looks at; None leaves it as it is."""
    from rse_lessons.ui.dialogs.which_screen import WhichScreen  # noqa: PLC0415  imported late: start-up

    window = WhichScreen(theme, screens.stands(), wish, before=before, parent=parent)

    def changed() -> None:
        window.set_stands(screens.stands())

    screens.changed.connect(changed)
    accepted = window.exec() == QDialog.DialogCode.Accepted
    screens.changed.disconnect(changed)
    window.deleteLater()
    return window.wish if accepted else None
