"""vault.json: format, vault id and key slots, kept twice on the disk.

It must not hold a name or a secret in the clear, and one good copy is enough to read it.

History of the format:
    1   first: edition counts the rewrites, sha256 tells damage from a wrong passphrase.
    2   a key pair in each practitioner's slot; the id of the data key; former data keys, locked with the
        present one; a seal over all of it that only the data key can make.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from iroc_desktop.domain.operations import JsonValue, canonical
from iroc_desktop.domain.store_errors import KeyFileDamagedError, KeyFileMissingError, StoreTooNewError
from iroc_desktop.store.data_key import DataKey, wipe
from iroc_desktop.store.durable_files import write_durably
from iroc_desktop.store.former_keys import FormerKey, former_fields, former_from
from iroc_desktop.store.slots import Slot, SlotKind, slot_fields, slot_from

FORMAT: Final = 2
NAMES: Final = ("vault.json", "vault.copy.json")
_MOST_BYTES: Final = 1_000_000
_MOST_SLOTS: Final = 500
_CHECKSUM: Final = "sha256"
_SEAL: Final = "seal"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What vault.json says. A rewrite counts `edition` up, and the highest one is believed."""

    vault_id: str
    edition: int
    slots: tuple[Slot, ...]
    key_id: str = ""
    """Which data key the slots lead to; empty in format 1."""
    former: tuple[FormerKey, ...] = ()
    """The data keys before this one, oldest first."""
    seal: bytes = field(default=b"", repr=False)
    """Empty in format 1."""

    @property
    def format(self) -> int:
        """Return which format it was read from or made in."""
        return FORMAT if self.seal else 1

    def next(
        self, slots: tuple[Slot, ...], key: DataKey, former: tuple[FormerKey, ...] | None = None
    ) -> KeyFile:
        """Return the next edition, with other slots, sealed with the data key."""
        kept = self.former if former is None else former
        return sealed(KeyFile(self.vault_id, self.edition + 1, slots, former=kept), key)

    def is_sealed_by(self, key: DataKey) -> bool:
        """Return whether somebody who has the data key made it, as it is; what is of format 1 has no seal."""
        return bool(self.seal) and hmac.compare_digest(self.seal, _seal(self, key))

    def is_trusted_with(self, key: DataKey) -> bool:
        """Return whether slots may be built on: whoever made them had the data key."""
        # in format 1 every slot wraps the data key itself, which is proof enough
        return not self.seal or self.is_sealed_by(key)

    def fields(self) -> dict[str, JsonValue]:
        """Return what the seal covers."""
        fields: dict[str, JsonValue] = {
            "format": self.format,
            "vault": self.vault_id,
            "edition": self.edition,
            "slots": [slot_fields(slot) for slot in self.slots],
        }
        if self.format > 1:
            fields["key"] = self.key_id
            fields["former"] = [former_fields(each) for each in self.former]
        return fields

    def content(self) -> bytes:
        """Return the bytes of the file, the same for both copies."""
        fields = self.fields()
        if self.seal:
            fields[_SEAL] = self.seal.hex()
        return canonical({**fields, _CHECKSUM: _checksum(fields)}) + b"\n"


def sealed(key_file: KeyFile, key: DataKey) -> KeyFile:
    """Return a key file in today's format, sealed with its data key."""
    named = replace(key_file, key_id=key.id, seal=bytes(hashlib.sha256().digest_size))
    return replace(named, seal=_seal(named, key))


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
        return _key_file_from(fields)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _key_file_from(fields: dict[str, JsonValue]) -> KeyFile:
    vault_id, edition = fields["vault"], fields["edition"]
    if not isinstance(vault_id, str) or type(edition) is not int or len(fields["slots"]) > _MOST_SLOTS:
        raise ValueError(edition)
    slots = tuple(slot_from(each) for each in fields["slots"])
    made = KeyFile(vault_id, edition, slots)
    if fields["format"] > 1:
        former = tuple(former_from(each) for each in fields["former"])
        made = KeyFile(vault_id, edition, slots, fields["key"], former, bytes.fromhex(fields[_SEAL]))
    _must_be_sound(made)
    # what is not said in today's words would not be under the seal
    if made.fields() != {name: value for name, value in fields.items() if name != _SEAL}:
        raise ValueError(made.format)
    return made


def _must_be_sound(made: KeyFile) -> None:
    if made.format == 1 and any(slot.pair for slot in made.slots):
        raise ValueError(made.format)
    owners = Counter((slot.kind, slot.practitioner_id) for slot in made.slots)
    if any(count > 1 for count in owners.values()):
        raise ValueError(len(owners))
    for kind in SlotKind:
        # or else a forged file could ask for one derivation after another
        if len({(slot.salt, slot.cost) for slot in made.slots if slot.kind is kind}) > 1:
            raise ValueError(kind)


def _seal(key_file: KeyFile, key: DataKey) -> bytes:
    sealing = key.derived(b"seal of the key file")
    try:
        return hmac.digest(sealing, canonical(key_file.fields()), "sha256")
    finally:
        wipe(sealing)


def _checksum(fields: dict[str, JsonValue]) -> str:
    return hashlib.sha256(canonical(fields)).hexdigest()
