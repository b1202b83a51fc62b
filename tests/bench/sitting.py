"""A process that unlocks a record on the real window and looks at charts; it prints figures as JSON.

It must not be warm: it is started anew for each measurement.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Final

from iroc_desktop.app.player import Player
from iroc_desktop.services.desk import Desk
from iroc_desktop.store import key_derivation, key_file
from iroc_desktop.store.slots import SlotKind
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import Settings
from tests.bench.machine import resident_megabytes
from tests.bench.seeding import PASSPHRASE
from tests.bench.stopwatch import repeated, timed

_DERIVATIONS: Final = 3


def sit(data_folder: Path, busiest_id: str, usual_id: str) -> dict[str, float]:
    """Return the figures of one sitting, from the door to charts."""
    data = DataFolder(data_folder)
    derivation = _derivation_ms(data.store)
    player = Player(data, Settings(language="en"))
    try:
        store_ms, today_ms = _unlock(player)
        at_today = resident_megabytes()
        first_page_ms = _look_at_charts(player, busiest_id, usual_id)
        return {
            "today_ms": today_ms - derivation,
            "store_ms": store_ms - derivation,
            "first_page_ms": first_page_ms,
            "at_today": at_today,
            "after_charts": resident_megabytes(),
        }
    finally:
        player.stop()


def _derivation_ms(store: Path) -> float:
    """Return how long the key derivation alone takes, at the cost of this record's key slot."""
    keys = key_file.read(store)
    slot = next(each for each in keys.slots if each.kind is SlotKind.PASSPHRASE)
    secret = key_derivation.passphrase_bytes(PASSPHRASE)
    return min(repeated(lambda: key_derivation.derive(secret, slot.salt, slot.cost), _DERIVATIONS))


def _unlock(player: Player) -> tuple[float, float]:
    """Return the milliseconds until the store was open, and until *Today* was drawn."""
    application = player.application
    surroundings = application.surroundings
    opening: list[float] = []

    def unlock() -> Desk:
        desk, took = timed(lambda: surroundings.open_desk(*surroundings.vault.unlock(PASSPHRASE)))
        opening.append(took)
        return desk

    began = time.perf_counter()
    surroundings.runner.submit(unlock, application.unlocked)
    player.settle()
    today_ms = (time.perf_counter() - began) * 1000
    if application.workplace is None:
        raise RuntimeError("Today never came")
    return opening[0], today_ms


def _look_at_charts(player: Player, busiest_id: str, usual_id: str) -> float:
    """Open two people, whose pages draw charts, and a summary with both kinds of chart.

    Returns the milliseconds of the first page, which imports what draws charts.
    """
    workplace = player.workplace

    def look_at(person_id: str) -> None:
        player.show(lambda: workplace.people.open_person(person_id))
        player.application.window.grab()

    _, first_page_ms = timed(lambda: look_at(busiest_id))
    look_at(usual_id)
    newest = player.do(lambda: player.desk.people.overview(usual_id).history.conversations[-1])
    player.show(lambda: workplace.records.to_summary(newest.id))
    player.application.window.grab()
    return first_page_ms


if __name__ == "__main__":
    found = sit(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
    sys.stdout.write(f"\n{json.dumps(found)}\n")
