"""Backups that live in memory: copies of a memory store's lists.

It must not verify less than the real ones: what is spoiled is told as damaged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from iroc_desktop.domain.audit import LOOKS
from iroc_desktop.domain.backups import Backup, BackupCounts
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import EntityKind
from iroc_desktop.domain.store_errors import BackupDamagedError, BackupMissingError

if TYPE_CHECKING:
    from tests.fakes.memory_store import MemoryStore

Kept = tuple[tuple[object, ...], tuple[object, ...], tuple[object, ...]]


@dataclass
class MemoryShelf:
    """The backups of one memory store, and what tests make of them."""

    store: MemoryStore = field(repr=False)
    kept: dict[str, tuple[Backup, Kept]] = field(default_factory=dict)
    spoiled: set[str] = field(default_factory=set)
    trouble: ExpectedError | None = None
    """What taking, copying or bringing back runs into."""
    copied: list[tuple[str, Path]] = field(default_factory=list)
    brought_back: list[str] = field(default_factory=list)
    brought_in: list[Path] = field(default_factory=list)
    rehearsed: datetime | None = None
    read: list[str] = field(default_factory=list)
    """The backups that were read through, in this order."""

    def all(self) -> tuple[Backup, ...]:
        """Return the backups, newest first."""
        return tuple(sorted((each for each, _ in self.kept.values()), key=lambda each: each.taken_at)[::-1])

    def take(self, now: datetime) -> Backup:
        """Keep the lists as they are."""
        self._stumble()
        taken = Backup(f"{now.astimezone(UTC):%Y%m%d-%H%M%S}-{len(self.kept) + 1}", now)
        self.kept[taken.name] = taken, self._present()
        return taken

    def holds_everything(self, name: str) -> bool:
        """Compare the lists, but for operations that only say that somebody looked."""
        (then, *_), (now, *_) = kept, present = self._of(name), self._present()
        since = now[len(then) :]
        looked = all(getattr(each, "action") in LOOKS for each in since)  # noqa: B009 - a list of operations
        return looked and now[: len(then)] == then and kept[1:] == present[1:]

    def rehearse(self, name: str, now: datetime) -> Iterator[None]:
        """Look at what is kept, in three steps."""
        for _ in range(3):
            self._stumble()
            self.counts(name)
            yield
        self.rehearsed = now

    def last_rehearsal(self) -> datetime | None:
        """Return what was remembered."""
        return self.rehearsed

    def counts(self, name: str) -> BackupCounts:
        """Count what is kept."""
        self.read.append(name)
        if name in self.spoiled:
            raise BackupDamagedError
        return _counts(self._of(name))

    def counts_now(self) -> BackupCounts:
        """Count what is there."""
        return _counts(self._present())

    def copy_to(self, name: str, folder: Path) -> Path:
        """Remember that it was copied."""
        self._stumble()
        self._of(name)
        self.copied.append((name, folder))
        return folder / f"iroc-backup-{name}"

    def bring_in(self, place: Path, now: datetime) -> Backup:
        """Keep the lists as they are now, as if they had come from there."""
        self.brought_in.append(place)
        return self.take(now)

    def bring_back(self, name: str, now: datetime) -> Path:
        """Remember that it was brought back, and close the store."""
        self._stumble()
        self.counts(name)
        self.brought_back.append(name)
        self.store.close()
        return Path(f"set-aside-{now.astimezone(UTC):%Y%m%d-%H%M%S}")

    def set_aside(self) -> tuple[Path, ...]:
        """Return one folder for each time a backup was brought back."""
        return tuple(Path(f"set-aside-{each}") for each in self.brought_back)

    def _present(self) -> Kept:
        store = self.store
        return tuple(store.operations), tuple(store.drafts.items()), tuple(store.sessions.items())

    def _of(self, name: str) -> Kept:
        if name not in self.kept:
            raise BackupMissingError
        return self.kept[name][1]

    def _stumble(self) -> None:
        if self.trouble is not None:
            raise self.trouble


def _counts(kept: Kept) -> BackupCounts:
    entities = {getattr(each, "entity") for each in kept[0]}  # noqa: B009 - a list of operations
    return BackupCounts(
        people=sum(each.kind is EntityKind.PERSON for each in entities),
        conversations=sum(each.kind is EntityKind.CONVERSATION for each in entities),
        operations=len(kept[0]),
    )
