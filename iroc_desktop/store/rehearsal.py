"""The rehearsal of a restore: the newest backup is brought back beside the store, opened fully, and removed.

It must not take long at a time: whoever rates meanwhile uses the same connection.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from iroc_desktop.domain.store_errors import BackupDamagedError
from iroc_desktop.store.attaching import WHOLE, attached
from iroc_desktop.store.backups import BackupFolder
from iroc_desktop.store.durable_files import write_durably
from iroc_desktop.store.failures import told
from iroc_desktop.store.open_shelf import OpenShelf
from iroc_desktop.store.places import REHEARSAL
from iroc_desktop.store.projection import fold_digest, rebuild_in_steps

REMEMBERED: Final = "rehearsed"
"""The file beside the backups that says when one was last rehearsed; neutral, and no secret."""
AT_ONCE: Final = 500
"""So many entities of the log are folded before others may use the connection."""
_MOMENT: Final = "%Y-%m-%dT%H:%M:%SZ"
_DONE: Final = object()


class RehearsingShelf(OpenShelf):
    """The backups of an open store, which can also be tried out."""

    def __init__(self, connection: Connection, path: Path) -> None:
        """`path` is the file that the connection has open."""
        super().__init__(connection, BackupFolder(path.parent, path.name))
        self._place = path.parent.with_name(f"{path.parent.name}{REHEARSAL}")
        self._copy = self._place / path.name
        self._remembered = path.parent.parent / "backups" / REMEMBERED

    def last_rehearsal(self) -> datetime | None:
        """Return when a backup was last rehearsed; None if none ever was, or nobody can tell."""
        try:
            written = self._remembered.read_text("ascii")
            return datetime.strptime(written.strip(), _MOMENT).replace(tzinfo=UTC)
        except (OSError, ValueError):
            return None

    def rehearse(self, name: str, now: datetime) -> Iterator[None]:
        """Bring a backup back into a private folder, open it fully there, and take the folder away again.

        Between two steps others may use the connection; it ends quietly when that was closed or replaced.

        Raises:
            BackupMissingError, BackupDamagedError, DiskFullError, ReadOnlyError, DiskFailedError: it could
                not be brought back.
        """
        connection = self._connection
        try:
            self._folder.lay_ready(connection, name, REHEARSAL)
            self._place.chmod(0o700)
            steps, left = _opened_fully(connection), True
            while left:
                yield
                if connection.closed or connection is not self._connection:
                    return
                with attached(connection, self._copy):
                    left = next(steps, _DONE) is not _DONE
                    connection.commit()
            self.remember(now)
        finally:
            shutil.rmtree(self._place, ignore_errors=True)

    def remember(self, now: datetime) -> None:
        """Remember that a backup was tried out."""
        with told():
            write_durably(self._remembered, f"{now.astimezone(UTC).strftime(_MOMENT)}\n".encode("ascii"))


def _opened_fully(connection: Connection) -> Iterator[None]:
    """Check the attached copy, build its tables anew from its log, and compare."""
    for check in WHOLE:
        check(connection)
        yield
    found = fold_digest(connection)
    yield
    yield from rebuild_in_steps(connection, AT_ONCE)
    if fold_digest(connection) != found:
        raise BackupDamagedError
