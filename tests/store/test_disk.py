"""A disk that is full or read-only: one typed refusal, and everything that was there is still there.

These tests must not fill a real disk: the database itself is told that it may not grow.
"""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from iroc_desktop.domain.conversation import NoteKind
from iroc_desktop.domain.store_errors import DiskFullError, ReadOnlyError
from iroc_desktop.services.desk import Desk
from iroc_desktop.store.unit_of_work import SqlStore
from tests.campaign.desks import PASSPHRASE, desk_on, make_store, reopened, vault_in
from tests.guards import ExpectLog

LONG = "a long note " * 2_000


@pytest.fixture
def conversation_id(folder: Path) -> str:
    return make_store(folder)


def opened(folder: Path) -> tuple[SqlStore, Desk]:
    store, _ = vault_in(folder).unlock(PASSPHRASE)
    return store, desk_on(store)


def tell(store: SqlStore, pragma: str) -> None:
    store._connection.exec_driver_sql(f"PRAGMA {pragma}")
    store._connection.rollback()


def test_a_full_disk_refuses_a_note_and_keeps_every_rating(folder: Path, conversation_id: str) -> None:
    store, desk = opened(folder)
    desk.conversations.rate(conversation_id, "a", 3)
    tell(store, "max_page_count = 1")
    with pytest.raises(DiskFullError):
        desk.conversations.note(conversation_id, "a", NoteKind.WORDS, LONG)
    assert desk.conversations.resume(conversation_id).draft.conversation.answer("a").rating == 3
    tell(store, "max_page_count = 100000")
    desk.conversations.note(conversation_id, "a", NoteKind.WORDS, LONG)
    assert store.verify().good
    desk.close()
    again = reopened(folder)
    answer = again.conversations.resume(conversation_id).draft.conversation.answer("a")
    again.close()
    assert (answer.rating, answer.words) == (3, LONG)


def test_a_store_that_may_not_be_written_to_says_so_and_can_be_read(
    folder: Path, conversation_id: str, expect_log: ExpectLog
) -> None:
    store, desk = opened(folder)
    desk.conversations.rate(conversation_id, "a", 3)
    tell(store, "query_only = ON")
    with pytest.raises(ReadOnlyError):
        desk.conversations.rate(conversation_id, "a", 4)
    assert desk.conversations.resume(conversation_id).draft.conversation.answer("a").rating == 3
    # the copy on leaving cannot be written either, and nobody is kept from leaving
    with expect_log(logging.WARNING, "no backup on leaving: ReadOnlyError"):
        desk.close()
