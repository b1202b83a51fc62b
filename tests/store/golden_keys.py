"""Makes the golden key file of today's format: every later program has to open it.

It must not be run again for a format that has shipped: `python -m tests.store.golden_keys` refuses to.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import Final

from iroc_desktop.store import key_file
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.slots import SlotKind, opened
from tests.store.making import PASSPHRASE, PRACTITIONER_ID, vault_in

GOLDEN_KEYS: Final = Path(__file__).parents[1] / "data" / "key_files"
EXPECTED: Final = "expected.json"
COLLEAGUE: Final = "practitioner-2"
COLLEAGUES_WORDS: Final = "a colleague's own words"


def data_key(keys: key_file.KeyFile, secret: bytes, kind: SlotKind) -> tuple[str, DataKey]:
    """Return whose slot a secret opens, and the data key in it.

    Raises:
        LookupError: if it opens none.
    """
    found = opened(keys.slots, kind, secret, keys.vault_id)
    if found is None:
        raise LookupError(kind)
    return found.slot.practitioner_id, found.key


def make(folder: Path) -> None:
    """Make a key file with two practitioners, after the access of a third was ended.

    Raises:
        FileExistsError: if there is one.
    """
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as passing:
        vault = vault_in(Path(passing) / "store")
        store, _ = vault.create(PASSPHRASE, PRACTITIONER_ID)
        vault.let_in(PASSPHRASE, COLLEAGUE, COLLEAGUES_WORDS)
        vault.let_in(PASSPHRASE, "practitioner-3", "somebody who left")
        groups = vault.new_sheet()
        vault.shut_out(PASSPHRASE, "practitioner-3", groups, store)
        store.close()
        shutil.copy(Path(passing) / "store" / key_file.NAMES[0], folder)
    keys = key_file.read(folder)
    _, key = data_key(keys, PASSPHRASE.encode(), SlotKind.PASSPHRASE)
    expected = {
        "passphrases": {PASSPHRASE: PRACTITIONER_ID, COLLEAGUES_WORDS: COLLEAGUE},
        "groups": groups,
        "key": key.id,
    }
    (folder / EXPECTED).write_text(json.dumps(expected, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    make(GOLDEN_KEYS / f"format-{key_file.FORMAT}")
