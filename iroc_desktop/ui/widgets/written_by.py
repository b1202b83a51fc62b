"""A quiet line that says who wrote something, and when.

It must not stand on what a person is shown, nor know how the writers are found: the window it is in does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeAlias, runtime_checkable

from PySide6.QtCore import QTimer
from shiboken6 import isValid

from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.writers import Piece, Written
from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.labels import Text, TextKind

AskWriters: TypeAlias = Callable[[Sequence[Piece], Callable[[Mapping[Piece, Written]], None]], None]
"""Given pieces, tells the callback later who wrote them."""


@runtime_checkable
class KnowsWriters(Protocol):
    """A window that can say who wrote what."""

    def ask_writers(self, pieces: Sequence[Piece], show: Callable[[Mapping[Piece, Written]], None]) -> None:
        """Tell `show`, now or later, who wrote these pieces."""


class WrittenBy(Text):
    """Hidden until it is known who wrote it."""

    def __init__(self, look: Look, *pieces: Piece) -> None:
        super().__init__("", TextKind.SMALL)
        self._phrases = look.phrases
        self._pieces: tuple[Piece, ...] = ()
        self.hide()
        self.about(*pieces)

    def about(self, *pieces: Piece) -> None:
        """Say who wrote these pieces instead, once the line stands in its window."""
        if pieces == self._pieces:
            return
        self._pieces = pieces
        if pieces:
            QTimer.singleShot(0, self, self._ask)
        else:
            self.hide()

    def _ask(self) -> None:
        window, pieces = self.window(), self._pieces
        if isinstance(window, KnowsWriters):
            window.ask_writers(pieces, lambda found: self._show(pieces, found))

    def _show(self, pieces: Sequence[Piece], found: Mapping[Piece, Written]) -> None:
        if not isValid(self) or pieces != self._pieces:
            return
        self.setText(written_words([found[each] for each in pieces if each in found], self._phrases))
        self.setVisible(bool(self.text()))


def written_words(written: Sequence[Written], phrases: Phrases) -> str:
    """Return who wrote something and on which day; of several pieces, everybody once, and the last day."""
    if not written:
        return ""
    names = ", ".join(dict.fromkeys(each.by for each in written if each.by))
    day = long_date(max(each.on for each in written), phrases.language)
    if not names:
        return phrases.text("Written on {day}", day=day)
    if len({(each.by, each.on) for each in written}) == 1:
        return phrases.text("Written by {name} on {day}", name=names, day=day)
    return phrases.text("Written by {names}, last on {day}", names=names, day=day)
