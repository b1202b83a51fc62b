"""The way from a passphrase, or a recovery sheet, to the data key and the open store.

It must not change a key file but to heal it, nor hand out a key that the caller does not give back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.store_errors import (
    KeyFileAlteredError,
    KeyFileMissingError,
    RemovableDriveError,
    StoreDamagedError,
    StoreMissingError,
    WrongPassphraseError,
)
from iroc_desktop.store import key_file, leftovers
from iroc_desktop.store.failures import told
from iroc_desktop.store.interrupted import finish_bringing_back
from iroc_desktop.store.key_derivation import Guess, passphrase_bytes
from iroc_desktop.store.key_ring import KeyRing, Way
from iroc_desktop.store.opening import STORE_NAME, open_store
from iroc_desktop.store.slots import SlotKind
from iroc_desktop.store.unit_of_work import SqlStore


class Entrance:
    """The ways into one folder."""

    def __init__(self, folder: Path, is_removable: Callable[[Path], bool]) -> None:
        self._folder = folder
        self._is_removable = is_removable

    def exists(self) -> bool:
        """Return whether a store was set up here. A set-up that was interrupted does not count."""
        return any((self._folder / name).exists() for name in (*key_file.NAMES, STORE_NAME))

    def must_be_fixed(self) -> None:
        """Return quietly if the folder lies on a fixed drive.

        Raises:
            RemovableDriveError: if it does not.
        """
        if self._is_removable(self._folder):
            raise RemovableDriveError

    def ring(self) -> KeyRing:
        """Return the key files there are, after finishing what the last power cut interrupted.

        Raises:
            KeyFileMissingError, KeyFileDamagedError, StoreMissingError, StoreTooNewError, DiskFailedError,
            ReadOnlyError, RemovableDriveError.
        """
        self.must_be_fixed()
        with told():
            finish_bringing_back(self._folder)
        try:
            return KeyRing(self._folder)
        except KeyFileMissingError:
            if self.exists():
                raise
            raise StoreMissingError from None

    @contextmanager
    def way(self, own: Guess) -> Iterator[Way]:
        """Give the way that a passphrase opens; its key is wiped afterwards.

        Raises:
            WrongPassphraseError, KeysReplacedError, and what `ring` raises.
        """
        for way in self.ring().ways(SlotKind.PASSPHRASE, own):
            try:
                yield way
            finally:
                way.key.wipe()
            return
        raise WrongPassphraseError

    @contextmanager
    def asked_by(self, passphrase: str) -> Iterator[Way]:
        """Give the way of a practitioner who asks for a change of the key file.

        Raises:
            KeyFileAlteredError: if nothing may be built on what it says; and what `way` raises.
        """
        with guessed(passphrase_bytes(passphrase)) as own, self.way(own) as way:
            if not way.is_trusted:
                raise KeyFileAlteredError
            yield way

    @contextmanager
    def opened(self, kind: SlotKind, guess: Guess, wrong: ExpectedError) -> Iterator[tuple[SqlStore, Way]]:
        """Give the store that the first good way opens, and the way; its key is wiped afterwards.

        The store is closed again if the block raises.

        Raises:
            `wrong`, if nothing opens; KeysReplacedError, and what opening a store and `ring` raise.
        """
        trouble = wrong
        for way in self.ring().ways(kind, guess):
            try:
                store = self._store_of(way)
                if isinstance(store, StoreDamagedError):
                    # another key file may have the key that fits
                    trouble = store
                    continue
                with _closed_if_refused(store):
                    self._settle(way)
                    yield store, way
                return
            finally:
                way.key.wipe()
        raise trouble

    def _store_of(self, way: Way) -> SqlStore | StoreDamagedError:
        try:
            with told():
                return open_store(self._folder, way.key)
        except StoreDamagedError as damaged:
            return damaged

    def _settle(self, way: Way) -> None:
        # only now: the store's lock keeps a second program from healing at the same time
        if way.is_trusted:
            with told():
                key_file.heal(self._folder, way.keys)
        leftovers.clear_away(self._folder)


@contextmanager
def guessed(secret: bytes) -> Iterator[Guess]:
    """Give a guess, which is wiped afterwards."""
    guess = Guess(secret)
    try:
        yield guess
    finally:
        guess.wipe()


@contextmanager
def _closed_if_refused(store: SqlStore) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise
