"""The bundles that were imported here, one document each, outside of the log.

It must not hold back or let in anything: `store.bundles` does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, func, insert, select, update

from iroc_desktop.domain.operations import canonical
from iroc_desktop.domain.plain import plain, restored
from iroc_desktop.domain.receipts import Taken
from iroc_desktop.store import exchange_rows

_TAKEN: Final = exchange_rows.taken
_LAST: Final = select(func.max(_TAKEN.c.position)).scalar_subquery()


class SqlTaken:
    """Imports, each with its receipt."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Taken]:
        """Return them, the newest import first."""
        found = self._connection.execute(select(_TAKEN.c.document).order_by(_TAKEN.c.position.desc()))
        return [restored(Taken, json.loads(document)) for document in found.scalars()]

    def add(self, taken: Taken) -> None:
        """Keep what an import brought."""
        self._connection.execute(insert(_TAKEN).values(document=_document(taken)))

    def replace_last(self, taken: Taken) -> None:
        """Keep what became of the newest import."""
        self._connection.execute(
            update(_TAKEN).where(_TAKEN.c.position == _LAST).values(document=_document(taken))
        )


def _document(taken: Taken) -> str:
    return canonical(plain(taken)).decode()
