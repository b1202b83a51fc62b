"""The encrypted connection: everything that is SQLCipher's or SQLite's own.

It must not be bypassed: no other module sets a pragma or opens the file, `backup` and tests aside.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import sqlcipher3
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import StaticPool

from iroc_desktop.domain.store_errors import EngineTooOldError, StoreDamagedError
from iroc_desktop.store.data_key import DataKey, wipe
from iroc_desktop.store.failures import from_database

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
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    *(("fullfsync = ON",) if sys.platform == "darwin" else ()),
)
"""In this order. The first keeps SQLCipher from writing to stderr; the next two and FULL are why no
acknowledged commit is lost, and the exclusive lock is also what keeps a second program out."""


def open_connection(path: Path, key: DataKey) -> Connection:
    """Open the store's one connection, which one thread uses at a time.

    The caller wipes `key`. A file that is not there is created.

    Raises:
        EngineTooOldError, StoreInUseError, StoreDamagedError, ReadOnlyError, DiskFullError, DiskFailedError.
    """
    if sqlcipher3.sqlite_version_info < LEAST_SQLITE:
        raise EngineTooOldError(sqlcipher3.sqlite_version)
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=lambda: _connect(path, key),
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


def empty_log_into_file(connection: Connection) -> None:
    """Write the whole write-ahead log back into the file."""
    connection.rollback()
    driver: Any = connection.connection.dbapi_connection
    driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


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


def _connect(path: Path, key: DataKey) -> Any:  # noqa: ANN401 - the driver has no type information
    connection = sqlcipher3.connect(
        str(path), isolation_level=None, timeout=WAIT_SECONDS, check_same_thread=False
    )
    spelled = key.spelled()
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
