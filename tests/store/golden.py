"""Makes the golden store of today's revision: a store that every later program has to open.

It must not be run again for a revision that has shipped: `python -m tests.store.golden` refuses to.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from iroc_desktop.domain.conversation import Answer, Conversation
from iroc_desktop.domain.operations import Action, Entity, EntityKind, JsonValue
from iroc_desktop.domain.people import Licence, Organisation, Person, Practitioner, Reading
from iroc_desktop.domain.plain import plain
from iroc_desktop.domain.records import (
    conversation_fields,
    organisation_fields,
    person_fields,
    practitioner_fields,
)
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.store import rows
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.migration_cuts import GOLDEN, PASSPHRASE_NAME
from tests.store.making import PASSPHRASE, PRACTITIONER_ID, STAMP, completed, created, populate

CONTENT: Final = "content.json"
"""What the store says, beside it: written when the store was made, read by every later test."""


OWNED_BY_PEOPLE: Final = ("sessions", "explorations", "reflections", "plans", "plan_snapshots", "worksheets")
OWNED_BY_PLANS: Final = ("outcomes", "steps", "supports", "reviews")


def held_in(store: SqlStore) -> dict[str, Any]:
    """Return everything that the repositories give, as plain data."""
    with store.begin(STAMP) as unit:
        people = unit.people.all()
        conversations = [each for one in people for each in unit.conversations.of(one.id)]
        held = {
            "people": {each.id: person_fields(each) for each in people},
            "practitioners": {each.id: practitioner_fields(each) for each in unit.practitioners.all()},
            "organisation": organisation_fields(unit.organisation.get()),
            "conversations": {each.id: conversation_fields(each) for each in conversations},
            "drafts": {
                each.conversation.id: conversation_fields(each.conversation) for each in unit.drafts.all()
            },
            **{name: _records(unit, name, people) for name in OWNED_BY_PEOPLE},
            **{name: _parts(unit, name, people) for name in OWNED_BY_PLANS},
            "open_sessions": {each.id: plain(each) for each in unit.open_sessions.all()},
            "staying_well": {each.id: plain(tuple(unit.staying_well.of(each.id))) for each in people},
            "values": {each.id: plain(tuple(unit.values.of(each.id))) for each in people},
            "favourites": plain(unit.favourites.of(PRACTITIONER_ID)),
            "arrangements": plain(unit.arrangements.get()),
            "log": len(unit.log.of(Entity(EntityKind.CONVERSATION, "held-0-0"))),
        }
    written: dict[str, Any] = json.loads(json.dumps(held, default=str))
    return written


def _records(unit: UnitOfWork, name: str, people: Iterable[Person]) -> dict[str, JsonValue]:
    return {each.id: plain(each) for one in people for each in getattr(unit, name).of(one.id)}


def _parts(unit: UnitOfWork, name: str, people: Iterable[Person]) -> dict[str, JsonValue]:
    plans = [each for one in people for each in unit.plans.of(one.id)]
    return {each.id: plain(each) for one in plans for each in getattr(unit, name).of(one.id)}


def fill(unit: UnitOfWork) -> None:
    """Write something of every kind that this revision knows."""
    populate(unit)
    unit.organisation.put(Organisation("The House", Licence.YES, "PEN-12"))
    unit.practitioners.put(Practitioner(PRACTITIONER_ID, "Marta Ferrer"))
    unit.people.put(
        Person(
            id="person-of-all-fields",
            preferred_name="Àngela Ñ.",
            shown_as="Á.",
            site="module 4",
            language="es",
            speaks="romanés, valencià",
            reading=Reading.A_LITTLE,
            access_needs="large print",
            consent_on=date(2026, 1, 4),
        )
    )
    unit.conversations.add(_with_two_voices("held-by-all-voices", "person-of-all-fields"))
    unit.log.note(Entity(EntityKind.CONVERSATION, "held-0-0"), Action.PRINTED)


def _with_two_voices(conversation_id: str, person_id: str) -> Conversation:
    given = {"a": Answer(rating=3, practitioner_rating=4, agreed_rating=3)}
    held = completed(conversation_id, person_id, date(2026, 2, 5))
    return replace(held, answers=MappingProxyType(given))


def make(folder: Path) -> None:
    """Make the golden store of today's revision in `folder`.

    Raises:
        FileExistsError: if there is one.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folder.exists():
        raise FileExistsError(folder.name)
    store = created(folder)
    with store.begin(STAMP) as unit:
        fill(unit)
        unit.commit()
    held = held_in(store)
    store.close()
    (folder / PASSPHRASE_NAME).write_text(f"{PASSPHRASE}\n", "utf-8")
    (folder / CONTENT).write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    make(GOLDEN / rows.HEAD)
    sys.stdout.write(f"{rows.HEAD} made\n")
