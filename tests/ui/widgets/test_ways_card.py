"""The card of ways to other screens.

These tests must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from iroc_desktop.ui.theme.look import Look
from iroc_desktop.ui.widgets.ways_card import Way, WaysCard

Show = Callable[[QWidget, int, int], None]


def test_each_way_has_a_button_that_goes_there_and_says_what_is_found(show: Show, look: Look) -> None:
    gone: list[str] = []
    ways = [
        Way("Bin", "What was put away", lambda: gone.append("bin")),
        Way("Team", "Who works here", lambda: gone.append("team")),
    ]
    card = WaysCard(look, "Safe keeping", ways)
    show(card, 500, 400)
    first, second = card.findChildren(QPushButton)
    second.click()
    first.click()
    assert gone == ["team", "bin"]
    assert first.accessibleDescription() == "What was put away"
