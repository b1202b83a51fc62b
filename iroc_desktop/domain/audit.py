"""The log as a trail: who opened, changed, printed or exported what, and when by which machine's clock.

It must not carry what was written: an entry names fields, never their content, nor the reason given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from iroc_desktop.domain.operations import Action, Entity, JsonValue, Operation, OperationId
from iroc_desktop.domain.withheld import Keeping


class Deed(StrEnum):
    """What was done, as one would say it: an action of the log, or what its one field means."""

    OPENED = "opened"
    WROTE = "wrote"
    CORRECTED = "corrected"
    PRINTED = "printed"
    EXPORTED = "exported"
    UNLOCKED = "unlocked"
    PUT_AWAY = "put_away"
    BROUGHT_OUT = "brought_out"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    DESTROYED = "destroyed"
    BROUGHT_BACK = "brought_back"
    LET_IN = "let_in"
    SHUT_OUT = "shut_out"
    CHANGED_PASSPHRASE = "changed_passphrase"  # noqa: S105 - what was done, not a secret
    RENEWED_SHEET = "renewed_sheet"


MARKS: Final[Mapping[Deed, tuple[Keeping, bool]]] = {
    Deed.PUT_AWAY: (Keeping.IN_BIN, True),
    Deed.BROUGHT_OUT: (Keeping.IN_BIN, False),
    Deed.BLOCKED: (Keeping.BLOCKED, True),
    Deed.UNBLOCKED: (Keeping.BLOCKED, False),
}
"""Deeds that the log keeps as one written field: which, and its value."""

ABOUT: Final = "person_id"
"""The field that may be written with such a mark, because what lies away has to say whose it is."""

LOOKS: Final = frozenset({Action.OPENED, Action.UNLOCKED})
"""What only says that somebody looked: nothing about anybody is different afterwards."""

_BY_MARK: Final = {mark: deed for deed, mark in MARKS.items()}
_KEEPINGS: Final = {each.value: each for each in Keeping}


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation, without what was written."""

    position: int
    """Its place on this machine, in the order of arrival."""
    id: OperationId
    deed: Deed
    entity: Entity
    person_id: str
    """Whom it is about; empty when it is about nobody, or nothing is left that tells."""
    author: str
    """The practitioner's id."""
    claimed_at: str
    """ISO 8601, as the machine's clock claimed."""
    changed: tuple[str, ...] = ()
    """Names of the fields that were written."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are asked for; whatever is empty does not narrow."""

    practitioner_id: str = ""
    person_id: str = ""
    deed: Deed | None = None
    first: date | None = None
    last: date | None = None
    """Both days included, as the machines' clocks claimed them."""
    machine: str = ""
    """A replica."""

    @property
    def narrows(self) -> bool:
        """Return whether anything is left out."""
        return self != Wanted()

    def fits(self, entry: Entry) -> bool:
        """Return whether an entry is among those asked for."""
        day = entry.claimed_at[:10]
        return (
            self.practitioner_id in {"", entry.author}
            and self.person_id in {"", entry.person_id}
            and self.deed in {None, entry.deed}
            and self.machine in {"", entry.id.replica}
            and (self.first is None or day >= self.first.isoformat())
            and (self.last is None or day <= self.last.isoformat())
        )


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries, newest first, and where to go on."""

    entries: tuple[Entry, ...]
    searched_to: int
    """What stands before this position was not looked at; 0: nothing stands before it."""


def entry_of(operation: Operation, position: int, person_id: str) -> Entry:
    """Return the entry that an operation makes."""
    content = operation.content
    fields = content.fields if content else {}
    return Entry(
        position=position,
        id=operation.id,
        deed=deed_of(operation.action, fields),
        entity=operation.entity,
        person_id=person_id,
        author=operation.author,
        claimed_at=operation.claimed_at,
        changed=tuple(sorted(fields)),
    )


def deed_of(action: Action, fields: Mapping[str, JsonValue]) -> Deed:
    """Return what an operation did."""
    said = {name: value for name, value in fields.items() if name != ABOUT}
    if action is Action.WROTE and len(said) == 1:
        ((name, value),) = said.items()
        keeping = _KEEPINGS.get(name.partition("/")[0])
        if keeping is not None:
            return _BY_MARK[keeping, bool(value)]
    return Deed(action.value)
