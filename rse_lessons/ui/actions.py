"""Every action of presenting in one table: id, words, keys, icon, group.

The console's buttons, the shortcuts, the key help, the settings and the manual read it. What an
action does is the classroom's business, not this table's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from rse_lessons.i18n.catalogues import ptr, tr


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a key or a button does while presenting."""

    id: str
    text: str
    """English words; shown through `label`."""
    keys: tuple[str, ...]
    """Portable names as QKeySequence reads them."""
    group: str
    icon: str = ""


ACTIONS: tuple[Action, ...] = (
    Action(
        "next", "Next", ("Right", "Down", "PgDown", "Space", "Return", "Enter"), "moving", "chevron-right"
    ),
    Action("back", "Back", ("Left", "Up", "PgUp", "Backspace"), "moving", "chevron-left"),
    Action("first", "First slide", ("Home",), "moving"),
    Action("last", "Last slide", ("End",), "moving"),
    Action("overview", "All slides", ("Tab",), "moving", "layout-grid"),
    Action("go-to", "Go to a slide by its number, without showing it to the class first", ("G",), "moving"),
    Action("black", "Black", ("B", "."), "seeing", "square-black"),
    Action("white", "White", ("W", ","), "seeing", "square-white"),
    Action("freeze", "Freeze", ("F",), "seeing", "snowflake"),
    Action("safe", "Safe screen", ("S",), "seeing", "leaf"),
    Action("help-routes", "Where to get help", ("H",), "seeing", "signpost"),
    Action(
        "activity",
        "Use what is on this slide: arrows choose, Space picks up, Enter puts down, digits count hands",
        ("A",),
        "activity",
    ),
    Action("reveal", "Show the answer, one way to see it, or the next line or step", ("R",), "activity"),
    Action("undo", "Undo the last step of an activity, or the last stroke", ("U", "Ctrl+Z"), "activity"),
    Action("again", "Begin an activity again", ("Ctrl+Backspace",), "activity"),
    Action("class-rules", "The class’s own rules", ("O",), "activity", "pencil"),
    Action("answers", "Answers to the question box", ("Q",), "activity", "check"),
    Action("pointer", "Pointer", ("I",), "tools", "mouse-pointer-2"),
    Action("spotlight", "Spotlight", ("L",), "tools", "flashlight"),
    Action("draw", "Draw", ("D",), "tools", "pen-line"),
    Action("pen-colour", "Draw in another colour", ("Shift+D",), "tools"),
    Action("erase", "Erase strokes", ("E",), "tools", "eraser"),
    Action("clear-drawing", "Clear everything drawn on this slide", ("Ctrl+E",), "tools", "trash-2"),
    Action("zoom", "Zoom", ("Z",), "tools", "zoom-in"),
    Action("curtain", "Curtain over the lower part of the slide", ("C",), "tools", "blinds"),
    Action("timer", "Start or stop the timer", ("T",), "time", "timer"),
    Action("pause", "Pause the timer", ("P",), "time", "pause"),
    Action("timer-more", "One minute more", ("Shift+T",), "time"),
    Action("lost-time", "We have lost time", ("M",), "time", "time-lost"),
    Action(
        "layout",
        "Another layout of this screen: slide and notes, large slide, large notes",
        ("V",),
        "console",
        "panels-top-left",
    ),
    Action("notes-larger", "Larger notes", ("+", "="), "console"),
    Action("notes-smaller", "Smaller notes", ("-",), "console"),
    Action("notes-down", "Scroll the notes down", ("Ctrl+Down",), "console"),
    Action("notes-up", "Scroll the notes up", ("Ctrl+Up",), "console"),
    Action("buttons", "Go to the buttons; Tab goes on, Esc comes back", ("F6",), "console"),
    Action("swap", "Swap the screens", ("X",), "console", "screens"),
    Action("which-screen", "Choose which screen the class looks at", ("Shift+X",), "console", "monitor"),
    Action(
        "big-buttons",
        "Large buttons at the foot of the class’s screen, for a touch panel",
        ("F8",),
        "console",
    ),
    Action(
        "share-window", "The class’s slide in a window to share in a video call, or back", ("F7",), "console"
    ),
    Action("lock", "Hide everything on this screen but the slide", ("K",), "console", "lock"),
    Action(
        "languages",
        "Languages: what the class reads, one or two at once, and your own",
        ("Shift+L",),
        "console",
        "globe",
    ),
    Action("text-view", "Read the slide as text", ("Ctrl+T",), "console", "text"),
    Action("read-aloud", "Read the slide aloud, or stop", ("Shift+R",), "console", "volume-2"),
    Action("start", "Start from the first slide", ("F5",), "lesson"),
    Action("start-here", "Start from this slide", ("Shift+F5",), "lesson"),
    Action("keys", "Show all keys", ("?", "F1"), "lesson", "keyboard"),
    Action("leave", "Leave one level; at the last, end the lesson", ("Esc",), "lesson", "x"),
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}

GROUPS: tuple[tuple[str, str], ...] = (
    ("moving", "Moving through the lesson"),
    ("seeing", "What the class sees"),
    ("activity", "Activities"),
    ("tools", "Tools over the slide"),
    ("time", "Time"),
    ("console", "Your screen"),
    ("lesson", "The lesson"),
)


def label(action_id: str) -> str:
    """Give an action's words in the interface's language."""
    return ptr("action", BY_ID[action_id].text)


def group_title(group: str) -> str:
    """Give a group's words in the interface's language."""
    return tr(dict(GROUPS)[group])


def keys_of(action_id: str, rebound: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give an action's keys: the teacher's own, or the table's."""
    return rebound.get(action_id, BY_ID[action_id].keys)


def key_table(rebound: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Map each key, in Qt's portable form, to its action; a teacher's own key wins over the table's."""
    table: dict[str, str] = {}
    for action in ACTIONS:
        if action.id not in rebound:
            table.update({normal(key): action.id for key in action.keys})
    for action_id, keys in rebound.items():
        if action_id in BY_ID:
            table.update({normal(key): action_id for key in keys})
    return table


def normal(key: str) -> str:
    """Give a key's portable name, whatever way it was written; empty when it is not a key."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def shown(key: str) -> str:
    """Give a key's name as it is printed on this system's keyboards."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
