"""The interface's words for talking in class: with whom, which step, how long, and how long over."""

from __future__ import annotations

from rse_lessons.i18n.catalogues import ntr, tr


def over_words(seconds: float) -> str:
    """Say quietly how long ago a time ended, by half minutes; empty for the first half minute."""
    halves = int(seconds // 30)
    if halves < 2:
        return tr("Half a minute over") if halves else ""
    if halves == 3:
        return tr("1½ minutes over")
    return ntr("{count} minute over", "{count} minutes over", halves // 2)


def time_words(seconds: float) -> str:
    """Write a time to talk: seconds, or whole and half minutes."""
    halves = round(seconds / 30)
    if seconds < 60:
        return ntr("{count} second", "{count} seconds", round(seconds))
    if halves % 2:
        return tr("{minutes}½ minutes").format(minutes=halves // 2)
    return ntr("{count} minute", "{count} minutes", halves // 2)


def talk_way(way: str) -> str:
    """Name a step of think, pair, share."""
    return {"think": tr("Think"), "pair": tr("Pair"), "share": tr("Share")}.get(way, way)


def talk_whom(way: str) -> str:
    """Say with whom pupils talk, by the way of a discussion or of one of its steps."""
    return {
        "think": tr("On your own"),
        "pair": tr("With a partner"),
        "pairs": tr("In pairs"),
        "groups": tr("In small groups"),
        "class": tr("All together"),
        "share": tr("All together"),
    }.get(way, tr("In pairs"))
