"""Campaign A over the first set-up: after any power cut, there is a whole store, or one can be set up.

It must not accept a folder that can be neither opened nor set up.
"""

from __future__ import annotations

import random
from pathlib import Path

from iroc_desktop.domain.errors import ExpectedError
from tests.campaign.desks import PASSPHRASE, vault_in
from tests.campaign.power import Outcome, Verdict, recorded, scratch, search
from tests.campaign.session import STORE

PROGRAM = """
import os, sys
from pathlib import Path
from tests.campaign.set_up_cuts import set_up
folder = Path(sys.argv[1])
if sys.argv[2] == "planted":
    os.fsync = lambda _: None
told = os.open(folder / "acknowledged", os.O_WRONLY)
set_up(folder)
os.write(told, b".")
"""


def cut_set_ups(work: Path, states: int, chance: random.Random, *, planted: bool = False) -> Outcome:
    """Set a store up under the witness, and open `states` of the ways in which a power cut could end that.

    The planted fault leaves out what the program itself syncs: key files and names.
    """
    with scratch() as folder:
        folder.mkdir()
        record = recorded(folder, work, PROGRAM, "planted" if planted else "")
    return search(record, states, chance, _judge)


def set_up(folder: Path) -> None:
    """Set up a store below a folder, and close it."""
    store, _ = vault_in(folder / STORE).create(PASSPHRASE, "practitioner-1")
    store.close()


def _judge(folder: Path, acknowledged: int) -> Verdict:
    vault = vault_in(folder / STORE)
    if not vault.exists():
        set_up(folder)
        return Verdict.LOST if acknowledged or not vault.exists() else Verdict.KEPT
    try:
        store, _ = vault.unlock(PASSPHRASE)
    except ExpectedError:
        return Verdict.REFUSED
    try:
        return Verdict.KEPT if store.verify().good else Verdict.REFUSED
    finally:
        store.close()
