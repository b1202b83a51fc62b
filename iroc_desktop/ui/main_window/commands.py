"""What menus and keys can ask for, and the keys themselves, which are the same in every language.

It must not do anything: whoever listens to the window decides what a command means now.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Command(StrEnum):
    """One thing a practitioner can ask for by menu or key."""

    NEW_PERSON = "new_person"
    PRINT = "print"
    LOCK = "lock"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    CUT = "cut"
    COPY = "copy"
    PASTE = "paste"
    FIND = "find"
    OPEN_PERSON = "open_person"
    EDIT_PERSON = "edit_person"
    PUT_AWAY = "put_away"
    PLAN = "plan"
    WELCOME_BACK = "welcome_back"
    CONVERSE = "converse"
    PICTURE = "picture"
    CHOOSE = "choose"
    EXPLORE = "explore"
    CLOSE_SESSION = "close_session"
    PAUSE = "pause"
    INTERRUPTED = "interrupted"
    PERSON_VIEW = "person_view"
    PRIVACY = "privacy"
    TOOLKIT = "toolkit"
    TODAY = "today"
    PEOPLE = "people"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"
    LARGER = "larger"
    SMALLER = "smaller"
    BIN = "bin"
    SETTINGS = "settings"
    HELP = "help"


KEYS: Final[Mapping[Command, str]] = {
    Command.NEW_PERSON: "Ctrl+N",
    Command.PRINT: "Ctrl+P",
    Command.LOCK: "Ctrl+L",
    Command.QUIT: "Ctrl+Q",
    Command.UNDO: "Ctrl+Z",
    Command.REDO: "Ctrl+Y",
    Command.CUT: "Ctrl+X",
    Command.COPY: "Ctrl+C",
    Command.PASTE: "Ctrl+V",
    Command.FIND: "Ctrl+K",
    Command.OPEN_PERSON: "F2",
    Command.EDIT_PERSON: "Ctrl+E",
    Command.PLAN: "F4",
    Command.TOOLKIT: "F3",
    Command.CONVERSE: "F5",
    Command.PICTURE: "F6",
    Command.CHOOSE: "F7",
    Command.PERSON_VIEW: "F8",
    Command.INTERRUPTED: "F12",
    Command.PRIVACY: "F9",
    Command.LARGER: "Ctrl++",
    Command.SMALLER: "Ctrl+-",
    Command.SETTINGS: "Ctrl+,",
    Command.HELP: "F1",
}
"""Command → key. Ctrl+Alt is never used: it is AltGr on many keyboards."""

EDITING: Final = frozenset({Command.UNDO, Command.REDO, Command.CUT, Command.COPY, Command.PASTE})
"""Text fields know these keys themselves; the menu only shows and repeats them."""
