"""Who this machine is, and whom it knows, when a backup takes the record's place: that stays as it was.

It must not keep the name under which the machine writes: a record that went back in time needs a new one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select

from iroc_desktop.store import rows
from iroc_desktop.store.engine import tables_in
from iroc_desktop.store.exchange_rows import CARRIED, held, known_replica, own_card, peer, taken

Identity = Mapping[str, Sequence[Mapping[str, Any]]]
"""The rows of each table that is about machines."""

_TABLES: Final = (rows.machine, *CARRIED)


def identity_in(connection: Connection) -> Identity:
    """Return who the machine of the open store is; nothing, if it has none: it may be damaged or new."""
    known = tables_in(connection)
    found = {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in _TABLES
        if table.name in known
    }
    connection.rollback()
    # without its keys, the card of another machine would be of no use
    return found if found.get(rows.machine.name) else {}


def keep_identity(connection: Connection, identity: Identity) -> None:
    """Let the attached copy be of this machine, and know whom it knows."""
    known = tables_in(connection)
    for table in (own_card, peer, known_replica, held, taken):
        if table.name not in known:
            # a copy that is older than the exchange: its migration finds the tables there already
            table.create(connection)
    for table in _TABLES:
        if table.name in identity:
            connection.execute(delete(table))
            if identity[table.name]:
                connection.execute(insert(table), list(identity[table.name]))
    connection.commit()
