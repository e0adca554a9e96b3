"""Which key does what, while a teacher changes it. It paints nothing.

Two actions never share a key, and an action that a lesson cannot do without keeps at least one.
"""

from __future__ import annotations

from collections.abc import Mapping

from rse_lessons.ui.actions import ACTIONS, BY_ID, key_table, keys_of, normal

NEEDED = ("next", "back", "leave")
"""Actions that never lose their last key: without them nobody could go on, or end the lesson."""


class KeyBook:
    """The keys of every action, and the rules for changing them."""

    def __init__(self, rebound: Mapping[str, tuple[str, ...]]) -> None:
        table = key_table(rebound)
        # A settings file written by hand may give a key to two actions; then the table says whose it is.
        self._keys = {
            action.id: tuple(
                dict.fromkeys(
                    normal(key) for key in keys_of(action.id, rebound) if table.get(normal(key)) == action.id
                )
            )
            for action in ACTIONS
        }
        self._unknown = {action: keys for action, keys in rebound.items() if action not in BY_ID}

    def keys(self, action: str) -> tuple[str, ...]:
        """Give the keys of an action, by their portable names."""
        return self._keys[action]

    def owner(self, key: str) -> str:
        """Name the action that a key belongs to; empty when it is free."""
        return next((action for action, keys in self._keys.items() if key in keys), "")

    def changed(self, action: str) -> bool:
        """Tell whether an action's keys differ from the table's."""
        return self._keys[action] != defaults(action)

    def any_changed(self) -> bool:
        """Tell whether anything differs from the table."""
        return any(self.changed(action) for action in self._keys)

    def may_lose(self, action: str) -> bool:
        """Tell whether an action can do with one key less."""
        return action not in NEEDED or len(self._keys[action]) > 1

    def add(self, action: str, key: str) -> bool:
        """Give a key to an action, and take it from the one that had it; False when that one needs it."""
        owner = self.owner(key)
        if owner and owner != action and not self.remove(owner, key):
            return False
        if owner != action:
            self._keys[action] += (key,)
        return True

    def remove(self, action: str, key: str) -> bool:
        """Take a key from an action; False when it is the last one of an action that needs it."""
        if not self.may_lose(action):
            return False
        self._keys[action] = tuple(kept for kept in self._keys[action] if kept != key)
        return True

    def reset(self, action: str) -> tuple[str, ...]:
        """Give an action its keys of the table back, and name the actions that had taken some of them."""
        losers: list[str] = []
        keys: list[str] = []
        for key in defaults(action):
            owner = self.owner(key)
            if owner and owner != action:
                if not self.remove(owner, key):
                    continue
                losers.append(owner)
            keys.append(key)
        if keys or action not in NEEDED:
            self._keys[action] = tuple(keys)
        return tuple(dict.fromkeys(losers))

    def reset_all(self) -> None:
        """Give every action its keys of the table back."""
        self._keys = {action.id: defaults(action.id) for action in ACTIONS}

    def rebound(self) -> dict[str, tuple[str, ...]]:
        """Give what differs from the table, as the preferences keep it; actions of newer versions stay."""
        mine = {action: keys for action, keys in self._keys.items() if self.changed(action)}
        return {**self._unknown, **mine}


def defaults(action: str) -> tuple[str, ...]:
    """Give the keys of the table for an action."""
    return tuple(normal(key) for key in BY_ID[action].keys)
