"""Unlocking a record that ten practitioners share, compared with the key derivation alone.

It must not be measured with a cheap key: the slots cost what they cost on a new record of this machine.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Final

from iroc_desktop.store import key_derivation, key_file, key_slots
from iroc_desktop.store.key_derivation import Cost, Guess
from iroc_desktop.store.slots import SlotKind, opened
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.paths import DataFolder
from tests.bench.seeding import PASSPHRASE, Seeded
from tests.bench.stopwatch import timed
from tests.bench.table import Row

MEMBERS: Final = 10
_RUNS: Final = 5
_MOST_TIMES: Final = 1.3
_LAST: Final = f"the words of number {MEMBERS - 1}"


def unlocking_together(seeded: Seeded, cost: Cost | None = None) -> Row:
    """Unlock a copy of a record with the passphrase of the last of ten practitioners."""
    cost = cost or key_derivation.cost_for_this_machine()
    with tempfile.TemporaryDirectory(dir=seeded.data_folder.parent) as folder:
        store = Path(folder) / "store"
        shutil.copytree(DataFolder(seeded.data_folder).store, store)
        _share(store, cost)
        vault = FolderVault(store, is_removable=lambda _: False)
        # one after the other, because a machine is not equally quick at all times
        pairs = [(_unlock_ms(vault), _bare_ms(cost)) for _ in range(_RUNS)]
    unlock, bare = (min(each) for each in zip(*pairs, strict=True))
    times = unlock / bare
    return Row(
        f"unlock, {seeded.people:,} people, {MEMBERS} practitioners, beside the key derivation alone",
        f"≤ {_MOST_TIMES} ×",
        f"{times:.2f} × ({unlock:.0f} ms and {bare:.0f} ms)",
        times <= _MOST_TIMES,
    )


def _unlock_ms(vault: FolderVault) -> float:
    (store, _), took = timed(lambda: vault.unlock(_LAST))
    store.close()
    return took


def _bare_ms(cost: Cost) -> float:
    _, took = timed(lambda: key_derivation.derive(_LAST.encode(), bytes(16), cost))
    return took


def _share(store: Path, cost: Cost) -> None:
    """Put a key file of this cost in place of the cheap one, for the same data key."""
    before = key_file.read(store)
    found = opened(before.slots, SlotKind.PASSPHRASE, PASSPHRASE.encode(), before.vault_id)
    if found is None:
        raise LookupError(SlotKind.PASSPHRASE)
    key, first, sheet = found.key, Guess(PASSPHRASE.encode()), Guess(b"sheet")
    keys = key_slots.first(before.vault_id, "member-0", first, sheet, cost, key)
    for number in range(1, MEMBERS):
        own = Guess(f"the words of number {number}".encode())
        keys = key_slots.with_passphrase(keys, f"member-{number}", own, key)
    key_file.write(store, keys)
