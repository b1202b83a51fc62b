"""A small real store for campaigns, and a way to open it again.

It must not be slow to unlock: its passphrase guards nobody.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Person, Practitioner
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.store.key_derivation import Cost
from iroc_desktop.store.unit_of_work import SqlStore
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.clock import SystemClock, random_id
from iroc_desktop.system.paths import translations
from iroc_desktop.ui.messages.errors import message_for
from tests.fakes.builders import FIRST_DAY, pack
from tests.fakes.desk import PRACTITIONER_ID, RememberingWriter

PASSPHRASE = "seven quiet horses"
PERSON_ID = "person-1"


def vault_in(folder: Path) -> FolderVault:
    """Return the vault of a campaign's folder."""
    return FolderVault(folder, is_removable=lambda _: False, cost=Cost(1, 8 * 1024, 1))


def desk_on(store: SqlStore) -> Desk:
    """Return the services over an open store."""
    return open_desk(store, PRACTITIONER_ID, pack(), RememberingWriter(), SystemClock(), random_id)


def make_store(folder: Path) -> str:
    """Make a store with one person and one conversation in progress; return the conversation's id."""
    store, _ = vault_in(folder).create(PASSPHRASE, PRACTITIONER_ID)
    desk = desk_on(store)
    desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta"))
    desk.people.save(Person(PERSON_ID, "Zebedee Quill"))
    for day in (1, 2):
        held = desk.conversations.start(PERSON_ID, FIRST_DAY.replace(day=day)).value.draft.conversation
        desk.conversations.rate(held.id, "a", day)
        desk.conversations.complete(held.id)
    conversation_id = desk.conversations.start(PERSON_ID, FIRST_DAY).value.draft.conversation.id
    desk.close()
    return conversation_id


def reopened(folder: Path) -> Desk:
    """Return the services over the store, unlocked again.

    Raises:
        ExpectedError: whatever the vault refuses.
    """
    store, _ = vault_in(folder).unlock(PASSPHRASE)
    return desk_on(store)


def sentence_for(error: ExpectedError) -> str:
    """Return what a user would be told.

    Raises:
        KeyError: if nobody thought of a sentence.
    """
    return message_for(error, _english()).whole


@cache
def _english() -> Phrases:
    return Phrases.load(translations(), "ui", "en")
