"""What to say when keys, the disk or the record make trouble.

It must not promise what is not so: each sentence says what is safe and what is not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    BackupDamagedError,
    BackupMissingError,
    CopyDiffersError,
    DiskFailedError,
    DiskFullError,
    EngineTooOldError,
    KeyFileDamagedError,
    KeyFileMissingError,
    PlaceFullError,
    PlaceGoneError,
    PlaceReadOnlyError,
    ReadOnlyError,
    RecordMissingError,
    RemovableDriveError,
    StoreDamagedError,
    StoreInUseError,
    StoreMissingError,
    WrongPassphraseError,
    WrongRecoveryDigitsError,
)
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.message import Message

_MEGABYTE: Final = 1_000_000


def _wrong_passphrase(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("That passphrase does not open this record."),
        phrases.text("Check capital letters and the keyboard language, then try again."),
    )


def _wrong_recovery_digits(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("These digits belong to another recovery sheet."),
        phrases.text("Look for the sheet that was printed on this machine."),
    )


def _key_file_missing(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The key file vault.json is missing, so the record cannot be opened."),
        phrases.text(
            "The record itself is untouched, but no backup on this machine has a key file that fits. Copy "
            "vault.json from a backup on a stick into the data folder, then try again."
        ),
    )


def _key_file_damaged(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The key file vault.json is damaged or was changed."),
        phrases.text(
            "The record itself is untouched, but no backup on this machine has a key file that fits. Copy "
            "vault.json from a backup on a stick into the data folder, then try again."
        ),
    )


def _store_damaged(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The record on this disk is damaged and cannot be read safely."),
        phrases.text(
            "It was left as it is. Copy the data folder to a safe place, then ask your team for help."
        ),
    )


def _store_missing(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The key file is here, but the record iroc.db is missing."),
        phrases.text("Put iroc.db back from a backup into the data folder, then try again."),
    )


def _store_in_use(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("Another window of the program has this record open."),
        phrases.text("Use that window, or close it and try again."),
    )


def _disk_full(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The disk is full, so this could not be saved."),
        phrases.text("Make some room, then choose Try again. What was saved before is safe."),
    )


def _read_only(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The data folder does not allow writing, so this could not be saved."),
        phrases.text("Ask whoever looks after this machine for the right to write there, then try again."),
    )


def _disk_failed(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The disk did not answer as it should, so this could not be saved."),
        phrases.text("Try again. If it happens once more, copy the data folder to another disk."),
    )


def _removable_drive(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("The data folder lies on a removable drive, where a record can be lost too easily."),
        phrases.text("Choose a folder on this machine's own disk."),
    )


def _record_missing(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("What you asked for is not in the record any more."),
        phrases.text("Go back and look at the list again."),
    )


def _engine_too_old(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("A part of the program is too old to keep records safely, so nothing was opened."),
        phrases.text("Install the program again from its own package. The record itself is untouched."),
    )


def _backup_damaged(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This backup is damaged."),
        phrases.text("Choose another one. The record itself is not touched."),
    )


def _backup_missing(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This backup is not there any more."),
        phrases.text("Choose another one. The record itself is not touched."),
    )


def _place_full(error: PlaceFullError, phrases: Phrases) -> Message:
    return Message(
        phrases.text(
            "There is no room there for the copy: it needs {needed} MB, and {free} MB are free.",
            needed=_megabytes_up(error.needed),
            free=error.free // _MEGABYTE,
        ),
        phrases.text("Make room there, or choose another stick or folder. Nothing was left on it."),
    )


def _place_read_only(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("That stick or folder does not allow writing."),
        phrases.text(
            "Look for a small switch on the stick, or choose another place. Nothing was left on it."
        ),
    )


def _place_gone(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("That stick or folder cannot be reached any more, so there is no copy."),
        phrases.text("Plug the stick in again and wait a moment, then try once more."),
    )


def _copy_differs(_: ExpectedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("What was read back from there is not what was written, so the copy was taken away."),
        phrases.text("Use another stick: this one may be worn out."),
    )


def _megabytes_up(size: int) -> int:
    return -(-size // _MEGABYTE)


STORE_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    BackupDamagedError: _backup_damaged,
    BackupMissingError: _backup_missing,
    CopyDiffersError: _copy_differs,
    DiskFailedError: _disk_failed,
    DiskFullError: _disk_full,
    EngineTooOldError: _engine_too_old,
    KeyFileDamagedError: _key_file_damaged,
    KeyFileMissingError: _key_file_missing,
    PlaceFullError: _place_full,
    PlaceGoneError: _place_gone,
    PlaceReadOnlyError: _place_read_only,
    ReadOnlyError: _read_only,
    RecordMissingError: _record_missing,
    RemovableDriveError: _removable_drive,
    StoreDamagedError: _store_damaged,
    StoreInUseError: _store_in_use,
    StoreMissingError: _store_missing,
    WrongPassphraseError: _wrong_passphrase,
    WrongRecoveryDigitsError: _wrong_recovery_digits,
}
