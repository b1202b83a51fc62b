"""The encrypted connection: everything that is SQLCipher's or SQLite's own.

It must not be bypassed: no other module sets a pragma or opens the file, `backup` and tests aside.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3
from sqlalchemy import Column, Connection, MetaData, Table, Text, create_engine, event, select
from sqlalchemy.pool import StaticPool

from iroc_desktop.domain.store_errors import EngineTooOldError, StoreDamagedError
from iroc_desktop.store.data_key import DataKey, wipe
from iroc_desktop.store.failures import from_database, told_by_driver

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.engine import ExceptionContext

LEAST_SQLITE: Final = (3, 51, 3)
"""Earlier ones can lose a write-ahead log's commits."""

WAIT_SECONDS: Final = 1.0
"""How long to wait for another program that is just leaving."""

PRAGMAS: Final = (
    "cipher_log_level = NONE",
    "locking_mode = EXCLUSIVE",
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)
"""In this order. The first keeps SQLCipher from writing to stderr; the next two and FULL are why no
acknowledged commit is lost, and the exclusive lock is also what keeps a second program out."""


SALT_BYTES: Final = 16
"""What a file begins with; SQLCipher attaches only files that begin with the same."""


def open_connection(path: Path, key: DataKey, salt: bytes = b"") -> Connection:
    """Open the store's one connection, which one thread uses at a time.

    The caller wipes `key`. A file that is not there is created, with `salt` if one is given.

    Raises:
        EngineTooOldError, StoreInUseError, StoreDamagedError, ReadOnlyError, DiskFullError, DiskFailedError.
    """
    if sqlcipher3.sqlite_version_info < LEAST_SQLITE:
        raise EngineTooOldError(sqlcipher3.sqlite_version)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=lambda: _connect(path, key, salt),
        poolclass=StaticPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", lambda context: _translate(context, path.parent))
    connection = engine.connect()
    connection.rollback()
    return connection


def close(connection: Connection) -> None:
    """Close the connection; the write-ahead log goes back into the file first."""
    engine: Engine = connection.engine
    connection.close()
    engine.dispose()


def lock_anew(path: Path, old: DataKey, new: DataKey) -> None:
    """Encrypt a file that nobody has open with another key, and read it through. The caller wipes both.

    It leaves one file, without a log beside it. Killed half-way, only the log tells which key is the right
    one: so it is done to copies, before they get their name.

    Raises:
        StoreDamagedError: if the old key does not open it, or a page is not whole.
        StoreInUseError, ReadOnlyError, DiskFullError, DiskFailedError.
    """
    connection, spelled = open_connection(path, old), new.spelled()
    try:
        # the driver does not say when this fails: a damaged page must be found before, and a refusal after
        _pages_must_be_whole(connection, path)
        with told_by_driver(path.parent):
            _driver(connection).reset_key(spelled)
    finally:
        wipe(spelled)
        close(connection)
    connection = open_connection(path, new)
    try:
        _pages_must_be_whole(connection, path)
        with told_by_driver(path.parent):
            _driver(connection).execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        close(connection)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _pages_must_be_whole(connection: Connection, path: Path) -> None:
    with told_by_driver(path.parent):
        empty_log_into_file(connection)
        if _driver(connection).execute("PRAGMA cipher_integrity_check").fetchall():
            raise StoreDamagedError("page seals")


def empty_log_into_file(connection: Connection) -> None:
    """Write the whole write-ahead log back into the file."""
    connection.rollback()
    driver: Any = connection.connection.dbapi_connection
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


_CATALOGUE: Final = Table("sqlite_master", MetaData(), Column("name", Text))


def tables_in(connection: Connection) -> frozenset[str]:
    """Return the names of the tables of the store, or of the attached copy that stands in for it."""
    return frozenset(connection.execute(select(_CATALOGUE.c.name)).scalars())


def integrity_faults(connection: Connection) -> tuple[str, ...]:
    """Return what SQLCipher and SQLite find wrong in the file: page seals, structure, foreign keys."""
    empty_log_into_file(connection)
    faults: list[str] = []
    for check in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
        rows = connection.exec_driver_sql(f"PRAGMA {check}").fetchall()
        faults += [f"{check}: {row[0]}" for row in rows if row[0] != "ok"]
    connection.rollback()
    return tuple(faults)


def must_be_whole(path: Path, connection: Connection) -> None:
    """Notice a file that was cut short, which SQLite itself only notices where it reads.

    Raises:
        StoreDamagedError: if pages are missing at the end and no write-ahead log holds them.
    """
    log = path.with_name(f"{path.name}-wal")
    if log.is_file() and log.stat().st_size:
        return
    pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
    size = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
    connection.rollback()
    if path.stat().st_size < pages * size:
        raise StoreDamagedError("cut short")


def _connect(path: Path, key: DataKey, salt: bytes) -> Any:  # noqa: ANN401 - the driver has no type information
    connection = sqlcipher3.connect(
        str(path), isolation_level=None, timeout=WAIT_SECONDS, check_same_thread=False
    )
    spelled = key.spelled(salt)
    try:
        connection.set_key(spelled)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except sqlcipher3.Error:
        connection.close()
        raise
    finally:
        wipe(spelled)
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _translate(context: ExceptionContext, folder: Path) -> None:
    expected = from_database(context.original_exception, folder)
    if expected is not None:
        raise expected from context.original_exception


def _driver(connection: Connection) -> Any:  # noqa: ANN401 - the driver has no type information
    return connection.connection.dbapi_connection
