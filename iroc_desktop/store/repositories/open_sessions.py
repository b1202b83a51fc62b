"""Sessions in progress: one document each, on this machine only, outside of the log.

It must not be slow: every mark and every pause in typing writes one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from iroc_desktop.domain.operations import Entity, EntityKind, canonical
from iroc_desktop.domain.plain import plain, restored
from iroc_desktop.domain.session import OpenSession
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.store import session_rows
from iroc_desktop.store.erasing import must_not_be_erased
from iroc_desktop.store.repositories.withheld import conversations_out_of_sight, people_out_of_sight

_OPEN = session_rows.open_session.c
_BY_ID = _OPEN.session_id == bindparam("id")
_GET: Final = select(_OPEN.document).where(_BY_ID)
_AROUND: Final = (
    select(_OPEN.document).where(_OPEN.conversation_id == bindparam("id")).order_by(_OPEN.position)
)
_IN_SIGHT: Final = (
    _OPEN.person_id.not_in(people_out_of_sight()),
    _OPEN.conversation_id.not_in(conversations_out_of_sight()),
)
_ALL: Final = select(_OPEN.document).where(*_IN_SIGHT).order_by(_OPEN.position)
_OF: Final = _ALL.where(_OPEN.person_id == bindparam("id"))
_UPDATE: Final = (
    update(session_rows.open_session)
    .where(_BY_ID)
    .values(conversation_id=bindparam("around"), document=bindparam("written"))
)
_INSERT: Final = insert(session_rows.open_session)
_DELETE: Final = delete(session_rows.open_session).where(_BY_ID)


class SqlOpenSessions:
    """Sessions in progress, in the order in which they were begun."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, session_id: str) -> OpenSession:
        """Return one session in progress.

        Raises:
            RecordMissingError: if there is no such session.
        """
        found = self._first(_GET, session_id)
        if found is None:
            raise RecordMissingError
        return found

    def put(self, opened: OpenSession) -> None:
        """Add or replace a session in progress.

        Raises:
            RecordMissingError: if the person, or the session, was destroyed for good.
        """
        session, written = opened.session, canonical(plain(opened)).decode()
        given = {"id": session.id, "around": session.conversation_id, "written": written}
        if not self._connection.execute(_UPDATE, given).rowcount:
            must_not_be_erased(self._connection, Entity(EntityKind.SESSION, session.id), session.person_id)
            row = {
                "session_id": session.id,
                "person_id": session.person_id,
                "conversation_id": session.conversation_id,
                "document": written,
            }
            self._connection.execute(_INSERT, row)

    def remove(self, session_id: str) -> None:
        """Remove it, because it was finished or thrown away."""
        self._connection.execute(_DELETE, {"id": session_id})

    def of(self, person_id: str) -> OpenSession | None:
        """Return a person's session in progress, if there is one."""
        return self._first(_OF, person_id)

    def around(self, conversation_id: str) -> OpenSession | None:
        """Return the session in progress around a conversation, if there is one."""
        return self._first(_AROUND, conversation_id)

    def all(self) -> Sequence[OpenSession]:
        """Return every session in progress."""
        return [_restored(document) for document in self._connection.execute(_ALL).scalars()]

    def _first(self, query: Select[Any], wanted: str) -> OpenSession | None:
        document: str | None = self._connection.execute(query, {"id": wanted}).scalars().first()
        return None if document is None else _restored(document)


def _restored(document: str) -> OpenSession:
    opened: OpenSession = restored(OpenSession, json.loads(document))
    return opened
