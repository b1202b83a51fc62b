"""The menu bar: the standard menus of a desktop program, with access keys in the reader's language.

It must not decide what is possible now: commands are allowed and refused from outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.main_window.commands import EDITING, KEYS, Command

Line = tuple[Command, str] | None
"""A command with its words; None is a line between groups."""


class Menus(QMenuBar):
    """Every command of the program, by menu."""

    commanded = Signal(object)
    """A `Command`."""

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions: dict[Command, QAction] = {}
        for title, lines in _menus(phrases):
            menu = self.addMenu(title)
            for line in lines:
                if line is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._action(*line))

    def action(self, command: Command) -> QAction:
        """Return the action of a command, for the window to take its key over when the bar is hidden."""
        return self._actions[command]

    def actions_with_keys(self) -> Iterable[QAction]:
        """Return every action that has a key of its own."""
        return [action for command, action in self._actions.items() if command not in EDITING]

    def allow(self, commands: frozenset[Command]) -> None:
        """Make exactly these commands possible; the others are greyed, never taken away."""
        for command, action in self._actions.items():
            action.setEnabled(command in commands or command in EDITING)

    def _action(self, command: Command, words: str) -> QAction:
        action = QAction(words, self)
        if command in KEYS:
            action.setShortcut(QKeySequence(KEYS[command]))
        context = (
            Qt.ShortcutContext.WidgetShortcut if command in EDITING else Qt.ShortcutContext.WindowShortcut
        )
        action.setShortcutContext(context)
        action.triggered.connect(lambda: self.commanded.emit(command))
        self._actions[command] = action
        return action


def _menus(phrases: Phrases) -> Sequence[tuple[str, Sequence[Line]]]:
    return (
        (phrases.about("menu", "&File"), _file(phrases)),
        (phrases.about("menu", "&Edit"), _edit(phrases)),
        (phrases.about("menu", "&Person"), _person(phrases)),
        (phrases.about("menu", "&Session"), _session(phrases)),
        (phrases.about("menu", "&View"), _view(phrases)),
        (phrases.about("menu", "&Tools"), _tools(phrases)),
        (phrases.about("menu", "&Help"), _help(phrases)),
    )


def _file(phrases: Phrases) -> Sequence[Line]:
    return (
        (Command.NEW_PERSON, phrases.about("menu", "&Add a person…")),
        (Command.PRINT, phrases.about("menu", "&Print a summary…")),
        None,
        (Command.LOCK, phrases.about("menu", "&Lock")),
        (Command.QUIT, phrases.about("menu", "&Quit")),
    )


def _edit(phrases: Phrases) -> Sequence[Line]:
    return (
        (Command.UNDO, phrases.about("menu", "&Undo")),
        (Command.REDO, phrases.about("menu", "&Redo")),
        None,
        (Command.CUT, phrases.about("menu", "Cu&t")),
        (Command.COPY, phrases.about("menu", "&Copy")),
        (Command.PASTE, phrases.about("menu", "&Paste")),
    )


def _person(phrases: Phrases) -> Sequence[Line]:
    return (
        (Command.FIND, phrases.about("menu", "&Find a person")),
        (Command.OPEN_PERSON, phrases.about("menu", "&Overview of this person")),
        (Command.EDIT_PERSON, phrases.about("menu", "&Edit this person…")),
        (Command.PLAN, phrases.about("menu", "The &plan")),
        None,
        (Command.PUT_AWAY, phrases.about("menu", "Put this person in the &bin")),
    )


def _session(phrases: Phrases) -> Sequence[Line]:
    return (
        (Command.WELCOME_BACK, phrases.about("menu", "&Welcome back")),
        (Command.CONVERSE, phrases.about("menu", "&Conversation")),
        (Command.PICTURE, phrases.about("menu", "&Picture")),
        (Command.CHOOSE, phrases.about("menu", "C&hoose")),
        (Command.EXPLORE, phrases.about("menu", "&Explore")),
        (Command.CLOSE_SESSION, phrases.about("menu", "Print and &next date")),
        None,
        (Command.PAUSE, phrases.about("menu", "P&ause")),
        (Command.INTERRUPTED, phrases.about("menu", "&Interrupted")),
    )


def _view(phrases: Phrases) -> Sequence[Line]:
    return (
        (Command.TODAY, phrases.about("menu", "&Today")),
        (Command.PEOPLE, phrases.about("menu", "&People")),
        (Command.TOOLKIT, phrases.about("menu", "T&oolkit")),
        None,
        (Command.PERSON_VIEW, phrases.about("menu", "Turn the &screen to the person")),
        (Command.PRIVACY, phrases.about("menu", "&Hide everything")),
        None,
        (Command.LIGHT, phrases.about("menu", "&Light")),
        (Command.DARK, phrases.about("menu", "&Dark")),
        (Command.HIGH_CONTRAST, phrases.about("menu", "High &contrast")),
        None,
        (Command.LARGER, phrases.about("menu", "La&rger text")),
        (Command.SMALLER, phrases.about("menu", "S&maller text")),
    )


def _tools(phrases: Phrases) -> Sequence[Line]:
    return (
        (Command.BIN, phrases.about("menu", "&Bin")),
        (Command.SETTINGS, phrases.about("menu", "&Settings")),
    )


def _help(phrases: Phrases) -> Sequence[Line]:
    return ((Command.HELP, phrases.about("menu", "&Keys and help")),)


def access_keys(phrases: Phrases) -> Mapping[str, Sequence[str]]:
    """Return the access key of each menu and of each line in it, for a test that they are unique."""
    menus = _menus(phrases)
    lines = {title: [line[1] for line in lines if line] for title, lines in menus}
    return {"": _letters(title for title, _ in menus)} | {
        title: _letters(each) for title, each in lines.items()
    }


def _letters(labels: Iterable[str]) -> list[str]:
    return [label.partition("&")[2][:1].casefold() for label in labels]
