"""Makes the golden store of today's revision: a store that every later program has to open.

It must not be run again for a revision that has shipped: `python -m tests.store.golden` refuses to.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Licence, Organisation, Person, Practitioner, Reading
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
from tests.store.making import PASSPHRASE, PRACTITIONER_ID, STAMP, created, populate

CONTENT: Final = "content.json"
"""What the store says, beside it: written when the store was made, read by every later test."""


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
            "log": len(unit.log.of(Entity(EntityKind.CONVERSATION, "held-0-0"))),
        }
    plain: dict[str, Any] = json.loads(json.dumps(held, default=str))
    return plain


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
    unit.log.note(Entity(EntityKind.CONVERSATION, "held-0-0"), Action.PRINTED)


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
