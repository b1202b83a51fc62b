"""The one window: either the door, the frame with a screen, the person's view, or the cover.

It must not know a screen or a service; its title never changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QToolTip, QWidget

from iroc_desktop.ui.main_window.commands import EDITING, Command
from iroc_desktop.ui.main_window.cover import Cover
from iroc_desktop.ui.main_window.menus import Menus
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.keyboard import entries_closed

if TYPE_CHECKING:
    from iroc_desktop.services.writers import Piece, Written
    from iroc_desktop.ui.main_window.frame import Frame
    from iroc_desktop.ui.widgets.written_by import AskWriters

TITLE = "I.ROC Desktop"


class MainWindow(QMainWindow):
    """Pages on a stack, of which exactly one is seen: nothing lies underneath."""

    commanded = Signal(object)
    """A `Command` from a menu, a key or a button of the frame."""
    closing = Signal()
    """The window is about to close; what is typed must be kept now."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(800, 560)
        self._pages = QStackedWidget()
        self._pages.setObjectName("page")
        self.setCentralWidget(self._pages)
        self._covered = False
        self._uncovered: QWidget | None = None
        self._person_page: QWidget | None = None
        self._door: QWidget | None = None
        self._frame: Frame | None = None
        self._writers: AskWriters | None = None
        self._build(look)

    def know_writers(self, ask: AskWriters) -> None:
        """Let screens ask who wrote what they show, until the door is shown."""
        self._writers = ask

    def ask_writers(self, pieces: Sequence[Piece], show: Callable[[Mapping[Piece, Written]], None]) -> None:
        """Tell `show`, now or later, who wrote these pieces."""
        if self._writers is not None:
            self._writers(pieces, show)

    def dress(self, look: Look) -> None:
        """Build the frame anew, after the language, the theme or the text size has changed."""
        while self._pages.count():
            _discard(self._pages.widget(0))
        self._covered = False
        self._uncovered = self._person_page = self._door = self._frame = None
        self._build(look)

    @property
    def covered(self) -> bool:
        """Return whether the privacy cover is all there is to see."""
        return self._covered

    @property
    def turned(self) -> bool:
        """Return whether the screen is turned to the person."""
        return self._person_page is not None

    def show_door(self, door: QWidget) -> None:
        """Show one page without menus, and forget every screen and its frame: first start, or locked."""
        self._covered = False
        self._writers = None
        self._pages.addWidget(door)
        self._turn_to(door)
        self.end_turn()
        for page in (self._frame, self._door):
            _discard(page)
        self._frame, self._door = None, door
        door.setFocus()

    def show_screen(self, screen: QWidget, place: Command | None) -> None:
        """Show a screen in the frame; `place` is marked in the side bar."""
        frame = self._framed()
        frame.show_screen(screen, place)
        self._uncovered = self._person_page or frame
        if not self.covered:
            self._turn_to(self._uncovered)
        for page in (*frame.others(), self._door):
            _discard(page)
        self._door = None
        screen.setFocus()

    def turn_to_person(self, page: QWidget) -> None:
        """Show one page over the whole screen, without menus, names or frame."""
        self._person_page = page
        self._pages.addWidget(page)
        self._turn_to(page)
        self.showFullScreen()
        page.setFocus()

    def end_turn(self) -> None:
        """Come back from the person's page, if it is shown."""
        page, self._person_page = self._person_page, None
        if page is None:
            return
        if self._pages.currentWidget() is page:
            self._turn_to(self._framed())
        _discard(page)
        self.showNormal()

    def cover(self) -> None:
        """Show the privacy cover at once, or what was there before it."""
        self._covered = not self._covered
        if not self._covered:
            self._turn_to(self._uncovered or self._framed())
            return
        self._uncovered = self._pages.currentWidget()
        self._turn_to(self._cover)
        self._cover.setFocus()

    def allow(self, commands: frozenset[Command]) -> None:
        """Make exactly these commands possible now."""
        self._menus.allow(commands)

    def show_about(self, name: str, about: str) -> None:
        """Show in the top bar who or what the screen is about."""
        self._framed().top.name(name, about)

    def show_saved(self, words: str) -> None:
        """Show in the top bar when the last change was saved."""
        self._framed().top.say_saved(words)

    def show_foot(self, words: str) -> None:
        """Show one quiet line at the foot of the side bar."""
        self._framed().side.say(words)

    def tell(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Show a sentence that goes away by itself, with Undo where there is something to undo."""
        self._framed().toast.tell(words, undo)

    def dismiss(self) -> None:
        """Take away whatever lies over the window, unanswered: menus, lists, dialogs, previews, hints."""
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        for each in QApplication.topLevelWidgets():
            if each is self or not each.isVisible():
                continue
            if isinstance(each, QDialog):
                each.reject()
            each.hide()

    def come_forward(self) -> None:
        """Show the window before all others, because somebody started the program again."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """Let whoever listens keep what is typed, then close."""
        self.closing.emit()
        super().closeEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802  # Qt's name
        """Let Tab go through whole pages: it must not be led past what stands before their entry."""
        with entries_closed(self):
            return super().focusNextPrevChild(onward)

    def _build(self, look: Look) -> None:
        self._look = look
        self._cover = Cover(look)
        self._pages.addWidget(self._cover)
        self._replace_menus(look)
        self._menus.commanded.connect(self._command)

    def _framed(self) -> Frame:
        """Return the frame; it is made for the first screen, which the first window does not wait for."""
        if self._frame is None:
            from iroc_desktop.ui.main_window.frame import Frame

            self._frame = Frame(self._look)
            self._frame.commanded.connect(self._command)
            self._pages.addWidget(self._frame)
        return self._frame

    def _replace_menus(self, look: Look) -> None:
        for action in self.actions():
            self.removeAction(action)
        self._menus = Menus(look.phrases)
        self.setMenuBar(self._menus)
        # keys keep working while the bar is hidden, because the window owns the actions too
        for action in self._menus.actions_with_keys():
            self.addAction(action)

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._menus.setVisible(page is self._frame)

    def _command(self, command: Command) -> None:
        if command is Command.UNDO and self._frame is not None and _leaves_undo(self._frame):
            self._frame.toast.take_back()
        elif command in EDITING:
            _edit(command)
        else:
            self.commanded.emit(command)


def _discard(page: QWidget | None) -> None:
    if page is not None:
        page.setParent(None)
        page.deleteLater()


def _leaves_undo(frame: Frame) -> bool:
    """Return whether Undo is about what the toast tells: no field that could undo has the keyboard."""
    return frame.toast.can_undo and not hasattr(QApplication.focusWidget(), Command.UNDO.value)


def _edit(command: Command) -> None:
    field = QApplication.focusWidget()
    method = getattr(field, command.value, None)
    if callable(method):
        method()
