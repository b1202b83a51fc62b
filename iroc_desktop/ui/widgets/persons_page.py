"""What every page has that is turned to the person: their language, the way back, and nothing around it.

It must not show a name, a list of people, or a word of the practitioner's own notes.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.ui.widgets.banner import Banner
from iroc_desktop.ui.widgets.buttons import Button, ButtonKind
from iroc_desktop.ui.widgets.return_card import ReturnCard
from iroc_desktop.ui.widgets.turned import Turned


class PersonsPage(QWidget):
    """A full page; subclasses `hold` what it shows, and say how to `keep` what is typed.

    Escape, or `ask_to_leave`, gives the screen back; where a passphrase is wanted, only to whoever knows it.
    """

    left = Signal()
    """The screen belongs to the practitioner again."""

    def __init__(self, turned: Turned, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.turned = turned
        self._held = QWidget()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look, say = turned.theirs, turned.phrases.text
        self.banner = Banner(look)
        self.other_language = Button(look, say("Other language"), ButtonKind.QUIET)
        self.give_back = Button(look, say("Give the screen back  F8"), ButtonKind.QUIET)
        self.give_back.clicked.connect(self.ask_to_leave)
        self.return_card = ReturnCard(turned.look, turned.check)
        self.return_card.allowed.connect(self.left)
        self.return_card.stayed.connect(self._stay)

    def hold(self, content: QWidget) -> None:
        """Show this over the whole page; everything in it goes away while the passphrase is asked for."""
        self._held = content
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(content)
        outer.addWidget(self.return_card, 0, Qt.AlignmentFlag.AlignCenter)
        self.key("Escape", self.ask_to_leave)

    def keep(self) -> None:
        """Keep what is typed; a page with fields does."""

    def take_keyboard(self) -> None:
        """Put the keyboard where the person goes on."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_to_leave(self) -> None:
        """Give the screen back, after the passphrase where one is wanted."""
        self.keep()
        self._held.setVisible(not self.return_card.ask())

    def leave(self) -> None:
        """Keep what is typed, and stop drawing."""
        self.keep()

    def show_problem(self, error: ExpectedError | None) -> None:
        """Tell why something failed, with a way to try again; nothing when `error` is None."""
        self.banner.tell(error)

    def key(self, key: str, act: Callable[[], None]) -> None:
        """Let a key do something while the page is shown; a field that is typed in goes first."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(lambda: act() if self._held.isVisibleTo(self) else None)

    def _stay(self) -> None:
        self._held.show()
        self.take_keyboard()
