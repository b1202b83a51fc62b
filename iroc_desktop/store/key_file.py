"""vault.json: format, vault id and key slots, kept twice on the disk.

It must not hold a name or a secret in the clear, and one good copy is enough to read it.

History of the format:
    1   first: edition counts the rewrites, sha256 tells damage from a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from iroc_desktop.domain.operations import JsonValue, canonical
from iroc_desktop.domain.store_errors import KeyFileDamagedError, KeyFileMissingError, StoreTooNewError
from iroc_desktop.store.durable_files import write_durably
from iroc_desktop.store.slots import Slot, slot_fields, slot_from

FORMAT: Final = 1
NAMES: Final = ("vault.json", "vault.copy.json")
_MOST_BYTES: Final = 1_000_000
_CHECKSUM: Final = "sha256"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What vault.json says. A rewrite counts `edition` up, and the highest one is believed."""

    vault_id: str
    edition: int
    slots: tuple[Slot, ...]

    def with_slots(self, slots: tuple[Slot, ...]) -> KeyFile:
        """Return the next edition, with other slots."""
        return KeyFile(self.vault_id, self.edition + 1, slots)

    def content(self) -> bytes:
        """Return the bytes of the file, the same for both copies."""
        fields: dict[str, JsonValue] = {
            "format": FORMAT,
            "vault": self.vault_id,
            "edition": self.edition,
            "slots": [slot_fields(slot) for slot in self.slots],
        }
        return canonical({**fields, _CHECKSUM: _checksum(fields)}) + b"\n"


def read(folder: Path) -> KeyFile:
    """Return the newest readable copy.

    Raises:
        KeyFileMissingError: if neither copy is there.
        StoreTooNewError: if a newer version of the program wrote it.
        KeyFileDamagedError: if no copy can be read.
        OSError: if the disk refuses.
    """
    present = [path for path in _paths(folder) if path.is_file()]
    if not present:
        raise KeyFileMissingError
    copies = [copy for copy in map(_read_copy, present) if copy is not None]
    if not copies:
        raise KeyFileDamagedError
    return max(copies, key=lambda copy: copy.edition)


def write(folder: Path, key_file: KeyFile) -> None:
    """Write both copies, one after the other, each whole or not at all."""
    for path in _paths(folder):
        write_durably(path, key_file.content())


def heal(folder: Path, key_file: KeyFile) -> None:
    """Rewrite a copy that is missing or says something else."""
    content = key_file.content()
    for path in _paths(folder):
        if not path.is_file() or path.read_bytes() != content:
            write_durably(path, content)


def _paths(folder: Path) -> list[Path]:
    return [folder / name for name in NAMES]


def _read_copy(path: Path) -> KeyFile | None:
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES)
    try:
        fields = json.loads(content)
        checksum = fields.pop(_CHECKSUM)
        if checksum != _checksum(fields):
            return None
        if fields["format"] > FORMAT:
            raise StoreTooNewError(str(fields["format"]))
        vault_id, edition = fields["vault"], fields["edition"]
        if not isinstance(vault_id, str) or type(edition) is not int:
            return None
        return KeyFile(vault_id, edition, tuple(slot_from(each) for each in fields["slots"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _checksum(fields: dict[str, JsonValue]) -> str:
    return hashlib.sha256(canonical(fields)).hexdigest()
