"""Hears a window the way a screen reader does: roles, names, states, focus and announcements.

It must not look at pixels, nor know anything of the program but what the accessibility bus tells.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import gi  # type: ignore[import-not-found]  # Debian's Python has it, the program's own does not

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

T = TypeVar("T")

PATIENCE: Final = 20.0
"""Seconds until something that was expected counts as missing."""
PAUSE: Final = 0.03
"""Seconds between two looks."""
STATES: Final = ("FOCUSED", "FOCUSABLE", "SHOWING", "CHECKED", "ENABLED", "SELECTED", "EDITABLE")
PRESSES: Final = ("press", "toggle", "showmenu")
"""Names of actions that do what a press of the space bar does, best first."""


class SilenceError(AssertionError):
    """Something a screen reader needs was not there in time."""


@dataclass(frozen=True)
class Heard:
    """One thing in the window as it is read out."""

    node: Any = field(repr=False, compare=False)
    role: str
    name: str
    description: str = ""
    states: frozenset[str] = frozenset()

    @property
    def line(self) -> str:
        """Return it as one line of a transcript."""
        marks = " ".join(sorted(each.lower() for each in self.states & {"CHECKED", "FOCUSED", "SELECTED"}))
        about = f" – {self.description}" if self.description else ""
        return f"{self.role} “{self.name}”{about}" + (f" [{marks}]" if marks else "")


class Reader:
    """Listens to one program by the name of its application."""

    def __init__(self, application: str) -> None:
        self._application = application
        self.transcript: list[str] = []
        self.announced: list[str] = []
        self.focus: Heard | None = None
        # a program that is killed and started again must not be answered for from memory
        Atspi.get_desktop(0).set_cache_mask(Atspi.Cache.NONE)
        self._listener = Atspi.EventListener.new(self._on_event)
        for event in ("object:announcement", "object:state-changed:focused"):
            self._listener.register(event)

    def say(self, line: str) -> None:
        """Add a line to the transcript."""
        self.transcript.append(line)

    def until(self, look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
        """Return what `look` finds, asking again until it finds something.

        Raises:
            SilenceError: if it finds nothing within `patience` seconds; it tells what was there instead.
        """
        end = time.monotonic() + patience
        while True:
            self.listen()
            found = look()
            if found is not None and found is not False:
                return found
            if time.monotonic() > end:
                raise SilenceError(f"{what} was not heard. There was:\n{self.screen()}")
            time.sleep(PAUSE)

    def rest(self, seconds: float) -> None:
        """Do nothing for a while, as a person does between two things."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.listen()
            time.sleep(PAUSE)

    def forget(self) -> None:
        """Forget where the focus was: the program it was in is gone."""
        self.listen()
        self.focus = None

    def listen(self) -> None:
        """Take in what the program told since the last time."""
        while GLib.MainContext.default().iteration(False):
            pass

    def things(self) -> list[Heard]:
        """Return everything that shows in the program's windows, dialogs last."""
        desktop = Atspi.get_desktop(0)
        found: list[Heard] = []
        for place in range(desktop.get_child_count()):
            application = _child(desktop, place)
            if application is not None and _alive(application.get_name) == self._application:
                found += _walk(application)
        return found

    def screen(self) -> str:
        """Return everything that can be heard now, a line for each thing with a name."""
        return "\n".join("  " + each.line for each in self.things() if each.name)

    def all_named(self, name: str, *roles: str) -> list[Heard]:
        """Return what has exactly this name, and one of these roles if any are given."""
        return [each for each in self.things() if each.name == name and (not roles or each.role in roles)]

    def find(self, name: str, *roles: str, patience: float = PATIENCE) -> Heard:
        """Wait for a thing with this name that can be used, and return it."""

        def look() -> Heard | None:
            for each in self.all_named(name, *roles):
                if "ENABLED" in each.states:
                    return each
            return None

        return self.until(look, f"{' or '.join(roles) or 'anything'} “{name}”", patience)

    def dialog(self) -> Heard | None:
        """Return the dialog that is open, if one is."""
        return next((each for each in self.things() if each.role in ("dialog", "file chooser")), None)

    def focused(self) -> Heard | None:
        """Return what has the keyboard: what was told last if it still has, else what is found."""
        self.listen()
        if self.focus is not None:
            now = _heard(self.focus.node)
            if now is not None and "FOCUSED" in now.states:
                return now
        holders = [each for each in self.things() if {"FOCUSED", "FOCUSABLE"} <= each.states]
        return holders[-1] if holders else None

    def gone(self, name: str) -> None:
        """Wait until nothing has this name any more."""
        self.until(lambda: not self.all_named(name), f"an end of “{name}”")

    def heard(self, words: str) -> None:
        """Wait until something was announced in these words, and forget it."""
        self.until(lambda: words in self.announced, f"the announcement “{words}”")
        self.announced.remove(words)

    def _on_event(self, event: Any) -> None:  # noqa: ANN401
        if event.type.startswith("object:announcement"):
            words = str(event.any_data)
            self.announced.append(words)
            self.say(f"    (announced) {words}")
        elif event.detail1:
            self.focus = _heard(event.source)
            if self.focus is not None:
                self.say(f"    (focus) {self.focus.line}")


def press(thing: Heard) -> None:
    """Press a thing through the Action interface, as a screen reader's activate key does."""
    action = thing.node.get_action_iface()
    names = [action.get_action_name(place).lower() for place in range(action.get_n_actions())]
    for wanted in PRESSES:
        if wanted in names:
            action.do_action(names.index(wanted))
            return
    raise SilenceError(f"{thing.line} cannot be pressed; it offers {names}")


def text_of(thing: Heard) -> str:
    """Return what stands in a field."""
    interface = thing.node.get_text_iface()
    return str(interface.get_text(0, interface.get_character_count()))


def replace_text(thing: Heard, words: str) -> None:
    """Put `words` in a field in place of what stands there, as dictation does."""
    editing = thing.node.get_editable_text_iface()
    if editing is None:
        raise SilenceError(f"{thing.line} cannot be written in")
    length = thing.node.get_text_iface().get_character_count()
    if length:
        editing.delete_text(0, length)
    editing.insert_text(0, words, len(words))


def take_focus(thing: Heard) -> None:
    """Ask for the keyboard to go to a thing."""
    thing.node.get_component_iface().grab_focus()


def _walk(node: Any) -> Iterator[Heard]:  # noqa: ANN401
    for place in range(_alive(node.get_child_count) or 0):
        child = _child(node, place)
        heard = _heard(child)
        if heard is not None and "SHOWING" in heard.states:
            yield heard
            yield from _walk(child)


def heard_of(node: Any) -> Heard:  # noqa: ANN401
    """Return what is read out of one thing now; GLib's error if it went away."""
    has = node.get_state_set()
    states = frozenset(name for name in STATES if has.contains(getattr(Atspi.StateType, name)))
    return Heard(node, node.get_role_name(), node.get_name(), node.get_description(), states)


def _heard(node: Any) -> Heard | None:  # noqa: ANN401
    return None if node is None else _alive(lambda: heard_of(node))


def _child(node: Any, place: int) -> Any:  # noqa: ANN401
    return _alive(lambda: node.get_child_at_index(place))


def _alive(ask: Callable[[], T]) -> T | None:
    # things go away while they are being read, and a killed program takes all of its own along
    try:
        return ask()
    except GLib.Error:
        return None
