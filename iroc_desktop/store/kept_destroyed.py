"""A backup on its way back: what was destroyed since it was taken is destroyed in it, too.

It must not be put in place before that, nor leave the log silent about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from iroc_desktop.domain.erasure import Erased, people_in
from iroc_desktop.domain.operations import Action, EntityKind
from iroc_desktop.services.ports import Stamp
from iroc_desktop.store import erasing, machine
from iroc_desktop.store.log import OperationLog, operations_of


def keep_destroyed(connection: Connection, erased: Sequence[Erased], schema: str) -> None:
    """Destroy in the attached copy what was destroyed elsewhere; its own machine notes by whom and when."""
    if not erased:
        return
    people = people_in(erased)
    for each in erased:
        # a person takes all of theirs along
        if each.entity.kind is EntityKind.PERSON or each.person_id not in people:
            _note(connection, each)
    erasing.destroy(connection, erased)
    connection.commit()
    driver: Any = connection.connection.dbapi_connection
    driver.execute(f"VACUUM {schema}").fetchall()


def _note(connection: Connection, erased: Erased) -> None:
    if any(each.action is Action.DESTROYED for each in operations_of(connection, erased.entity)):
        return
    stamp = Stamp(erased.erased_by, erased.erased_at)
    log = OperationLog(connection, machine.known(connection), stamp)
    log.note(erased.entity, Action.DESTROYED)
    log.sign()
