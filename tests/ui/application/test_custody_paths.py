"""Safe keeping in Settings: one list, each way with its words and each leading somewhere.

These tests must not look into the screens: each has its own.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.vault import MemoryVault
from tests.ui.application.running import Running


def test_every_way_of_safe_keeping_leads_to_a_screen(
    start: Callable[[MemoryVault], Running], vault: MemoryVault
) -> None:
    running = start(vault)
    workplace = running.unlock()
    ways = workplace.custody.ways()
    # a desk that has no vault of its own has no colleagues
    assert [each.words for each in ways] == [
        "Bin",
        "How long records are kept",
        "Being forgotten",
        "What was done",
    ]
    for way in ways:
        workplace.settings()
        running.settle()
        assert way.hint in running.words()
        way.go()
        running.settle()
        assert "Safe keeping" not in running.words()
