"""What can go wrong with keys, the disk and the store, as typed errors.

It must not hold sentences or full paths: `ui.messages` finds the words.
"""

from __future__ import annotations

from iroc_desktop.domain.errors import ExpectedError


class WrongPassphraseError(ExpectedError):
    """No key slot opens with this passphrase."""


class WrongRecoveryDigitsError(ExpectedError):
    """The digits are well formed, but they are not the ones of this store."""


class PassphraseTooShortError(ExpectedError):
    """A new passphrase is too easy to guess; `least` is the least number of characters."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


class KeyFileMissingError(ExpectedError):
    """Both copies of vault.json are missing although a store is there."""


class KeyFileDamagedError(ExpectedError):
    """No copy of vault.json can be read, or what it says is out of bounds."""


class StoreDamagedError(ExpectedError):
    """The store cannot be read with its proper key; it was left as it is.

    `detail` is technical, never personal.
    """

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class StoreMissingError(ExpectedError):
    """There is a key file but no store beside it."""


class StoreTooNewError(ExpectedError):
    """The store was written by a newer version of the program."""

    def __init__(self, needed: str) -> None:
        super().__init__(needed)
        self.needed = needed
        """The schema revision the store is at."""


class StoreInUseError(ExpectedError):
    """Another running program holds this store."""


class DiskFullError(ExpectedError):
    """There is no room to write; nothing already saved is harmed."""


class ReadOnlyError(ExpectedError):
    """The folder or the disk does not allow writing."""


class DiskFailedError(ExpectedError):
    """The disk refused to read or write, for another reason than being full or read-only."""


class RemovableDriveError(ExpectedError):
    """The live store would lie on a removable drive, which is refused."""


class RecordMissingError(ExpectedError):
    """Something that was on the screen is not in the store any more."""


class EngineTooOldError(ExpectedError):
    """The database engine on this machine has a known fault that could lose data; `found` is its version."""

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found


class BackupDamagedError(ExpectedError):
    """A backup does not hold what it should; it does not count as one."""


class BackupMissingError(ExpectedError):
    """A backup that was listed is not there any more."""


class PlaceFullError(ExpectedError):
    """A stick or folder has no room for the copy; `needed` and `free` are bytes."""

    def __init__(self, needed: int, free: int) -> None:
        super().__init__(needed, free)
        self.needed = needed
        self.free = free


class PlaceReadOnlyError(ExpectedError):
    """A stick or folder does not allow writing."""


class PlaceGoneError(ExpectedError):
    """A stick or folder is not there any more, or stopped answering while the copy was written."""


class CopyDiffersError(ExpectedError):
    """What was read back from a stick is not what was written; the copy was taken away."""


class PassphraseTakenError(ExpectedError):
    """This passphrase opens the record already; whose it is stays untold."""


class OwnAccessError(ExpectedError):
    """Nobody ends their own access: a colleague does."""


class LastMemberError(ExpectedError):
    """Nobody would be left who can open the record."""


class KeyFileAlteredError(ExpectedError):
    """The key file was changed by other means than this program, so nothing is built on what it says."""


class KeysReplacedError(ExpectedError):
    """This key was replaced when somebody's access ended; it does not count any more."""
