"""Vaults with cheap keys, so that a test does not wait for what makes guessing slow.

They must not be weaker in any other way than the real one.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

import pytest

from iroc_desktop.domain.conversation import Answer, Conversation, Draft
from iroc_desktop.domain.people import Organisation, Person, Practitioner
from iroc_desktop.services.ports import Stamp, UnitOfWork
from iroc_desktop.store.key_derivation import Cost
from iroc_desktop.store.unit_of_work import SqlStore
from iroc_desktop.store.vault import FolderVault
from tests.campaign.witness import compiler
from tests.fakes import builders
from tests.fakes.session_builders import write_one_of_each

CHEAP: Final = Cost(passes=1, memory=8 * 1024, lanes=1)
PASSPHRASE: Final = "a quiet green door"
PRACTITIONER_ID: Final = "practitioner-1"
STAMP: Final = Stamp(PRACTITIONER_ID, "2026-11-24T10:42:00+00:00")

needs_compiler: Final = pytest.mark.skipif(
    compiler() is None, reason="the witness needs Linux and a C compiler (cc or gcc), and there is none"
)
"""For tests that watch or refuse what the store asks of the system."""


def fixed(_: Path) -> bool:
    """Say that no drive can be pulled out."""
    return False


def vault_in(folder: Path, cost: Cost = CHEAP) -> FolderVault:
    """Return the vault of a folder that is on a fixed drive."""
    return FolderVault(folder, is_removable=fixed, cost=cost)


def created(folder: Path) -> SqlStore:
    """Return a new store."""
    store, _ = vault_in(folder).create(PASSPHRASE, PRACTITIONER_ID)
    return store


def unlocked(folder: Path) -> SqlStore:
    """Return the store of a folder, opened again."""
    store, _ = vault_in(folder).unlock(PASSPHRASE)
    return store


def populate(unit: UnitOfWork, people: int = 3, held: int = 3) -> None:
    """Write a practitioner, an organisation, and people with a history, a correction, a draft and a plan."""
    unit.practitioners.put(Practitioner(PRACTITIONER_ID, "Marta"))
    unit.organisation.put(Organisation("The House"))
    for number in range(people):
        person = Person(id=f"person-{number}", preferred_name=f"Zoë Ünïque{number} O'Neill")
        unit.people.put(person)
        for each in range(held):
            unit.conversations.add(completed(f"held-{number}-{each}", person.id, date(2026, 1 + each, 5)))
    unit.conversations.correct("held-0-0", "b", Answer(rating=5, words="Better"), "misheard")
    unit.drafts.put(Draft(builders.conversation("draft-0", of="person-0")))
    write_one_of_each(unit, "person-0")


def completed(conversation_id: str, person_id: str, held_on: date) -> Conversation:
    """Return a completed conversation with words of all kinds."""
    given = {
        "a": Answer(
            rating=1 + held_on.month % 6, words="Mornings are sunflower-hard", strength="Comes anyway"
        ),
        "b": Answer(rating=2),
        "c": Answer(private="Ask about the dog next time"),
    }
    return builders.conversation(
        conversation_id, held_on, MappingProxyType(given), of=person_id, complete=True
    )
