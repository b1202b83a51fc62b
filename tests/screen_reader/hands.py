"""Two ways to use a window: by what things are called, and by the keyboard alone.

They must not know which screen they are on.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from typing import Any, Final, Protocol

from tests.screen_reader.reader import (
    Heard,
    Reader,
    SilenceError,
    heard_of,
    press,
    replace_text,
    take_focus,
    text_of,
)

FIELDS: Final = ("text", "password text", "spin button", "entry")
PLAIN_MS, ACCENTED_MS = 12, 80
"""Milliseconds between two keys. For a letter that the keyboard lacks, xdotool changes the keyboard while the
program runs; typed before the program has heard of it, the letter never arrives."""
MOST_STOPS: Final = 250
"""More presses of Tab than any screen has stops: then a thing cannot be reached."""
MOST_ANSWERS: Final = 8
"""More than any group of answers has."""
SHORT: Final = 1.0
"""Seconds until a press of Tab counts as one that moved nothing."""


class Hands(Protocol):
    """What a person does with a window."""

    def press(self, name: str, *roles: str) -> None:
        """Press the thing with this name."""

    def write(self, name: str, words: str, place: int = 0) -> None:
        """Put `words` in the field with this name, in place of what stands there.

        `place` counts the fields that share the name, from 0; -1 is the last.
        """

    def key(self, *keys: str) -> None:
        """Press keys of the program that do not depend on where the focus is."""

    def answer_dialog(self, path: str) -> None:
        """Type a path into the dialog that asks for one, and accept it."""


class ByName:
    """Presses through the Action interface, and writes as dictation does: no keyboard, no mouse."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def press(self, name: str, *roles: str) -> None:
        """Press what has this name, wherever it stands."""
        thing = self._reader.find(name, *roles)
        self._reader.say(f"press {thing.line}")
        press(thing)

    def write(self, name: str, words: str, place: int = 0) -> None:
        """Give the field the focus, and put the words there."""
        field = _field(self._reader, name, place)
        self._reader.say(f"write in {field.role} “{name}”: {words}")
        take_focus(field)
        self._reader.until(lambda: _has_focus(field.node), f"the focus in “{name}”")
        replace_text(field, words)
        _stands_in(self._reader, name, place, words)

    def key(self, *keys: str) -> None:
        """Press keys."""
        self._reader.say(f"key {' '.join(keys)}")
        _keys(*keys)

    def answer_dialog(self, path: str) -> None:
        """Type the path, and accept it with Enter."""
        _answer(self._reader, path)


class ByKeys:
    """Tab until it is there, then the space bar: no mouse, and nothing that only a screen reader can do."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def press(self, name: str, *roles: str) -> None:
        """Tab to what has this name, and press the space bar."""
        role = self._reader.find(name, *roles).role
        thing = self._reach(name, role, lambda each: each.name == name and each.role == role)
        self._reader.say(f"space on {thing.line}")
        _keys("space")

    def write(self, name: str, words: str, place: int = 0) -> None:
        """Tab to the field, and type."""
        wanted = _field(self._reader, name, place)
        self._reach(name, wanted.role, lambda each: each.role in FIELDS and each.node == wanted.node)
        self._reader.say(f"type in “{name}”: {words}")
        _retype(words)
        _stands_in(self._reader, name, place, words)

    def key(self, *keys: str) -> None:
        """Press keys."""
        self._reader.say(f"key {' '.join(keys)}")
        _keys(*keys)

    def answer_dialog(self, path: str) -> None:
        """Type the path, and accept it with Enter."""
        _answer(self._reader, path)

    def _reach(self, name: str, role: str, wanted: Callable[[Heard], bool]) -> Heard:
        passed: list[str] = []
        for _ in range(MOST_STOPS):
            here = self._reader.focused()
            if here is not None and wanted(here):
                return here
            if here is not None and here.role == role == "radio button" and (found := self._in_group(wanted)):
                return found
            passed.append("nothing" if here is None else here.line)
            self._move("Tab")
        raise SilenceError(f"Tab never comes to “{name}”; it came by:\n  " + "\n  ".join(passed[:80]))

    def _in_group(self, wanted: Callable[[Heard], bool]) -> Heard | None:
        """Go through one group of answers with the arrow keys: Tab stops at it only once."""
        for key in ("Down", "Right"):
            for _ in range(MOST_ANSWERS):
                before = self._reader.focused()
                self._move(key)
                here = self._reader.focused()
                if here is None or here == before:
                    break
                if wanted(here):
                    return here
        return None

    def _move(self, key: str) -> None:
        self._reader.focus = None
        _keys(key)
        try:
            self._reader.until(lambda: self._reader.focus, "a new focus", SHORT)
        except SilenceError:
            self._reader.say(f"    ({key} moved nothing that is told)")


def _field(reader: Reader, name: str, place: int) -> Heard:
    def look() -> Heard | None:
        fields = [each for each in reader.all_named(name, *FIELDS) if "ENABLED" in each.states]
        return fields[place] if -len(fields) <= place < len(fields) else None

    return reader.until(look, f"a field “{name}”")


def _answer(reader: Reader, path: str) -> None:
    def asked() -> bool:
        here = reader.focused()
        return here is not None and here.role in FIELDS and reader.dialog() is not None

    reader.until(asked, "a dialog with the keyboard in its field")
    dialog = reader.dialog()
    reader.say(f"answer {dialog.line if dialog else ''}")
    _retype(path)
    _keys("Return")
    reader.until(lambda: reader.dialog() is None, "the end of the dialog")


def _stands_in(reader: Reader, name: str, place: int, words: str) -> None:
    field = _field(reader, name, place)
    if field.role == "password text":
        return
    reader.until(lambda: text_of(_field(reader, name, place)) == words, f"“{words}” in “{name}”")


def _has_focus(node: Any) -> bool:  # noqa: ANN401
    return "FOCUSED" in heard_of(node).states


def _retype(words: str) -> None:
    _keys("ctrl+a", "Delete")
    if words:
        _run("type", "--delay", str(PLAIN_MS if words.isascii() else ACCENTED_MS), "--", words)


def _keys(*keys: str) -> None:
    _run("key", "--delay", "20", *keys)


def _run(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True)  # noqa: S607
