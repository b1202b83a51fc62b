"""One rating, committed durably, beside the bare commit of a row of the same size on the same disk.

It must not compare what differs in anything but our code: key, pragmas, driver and disk are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, Final

from iroc_desktop.domain.conversation import Conversation, NoteKind
from iroc_desktop.services.desk import Desk
from iroc_desktop.store import engine, rows
from iroc_desktop.store.data_key import DataKey
from iroc_desktop.store.repositories.drafts import document_of
from tests.bench.stopwatch import timed
from tests.bench.table import Row

_TIMES: Final = 300
_WARM: Final = 20
_MOST: Final = 3.0
_WORDS: Final = "Getting up is easier on work days."
_UPDATE: Final = "UPDATE draft SET document = ? WHERE conversation_id = ?"


def rating(desk: Desk, person_id: str, scratch: Path) -> Row:
    """Return the row of one rating; `scratch` lies on the disk of the record."""
    conversation = _full_conversation(desk, person_id)
    document = document_of(desk.conversations.resume(conversation.id).draft)
    own: list[float] = []
    bare: list[float] = []
    with _bare_commits(scratch, document) as commit:
        for time in range(_TIMES + _WARM):
            own.append(timed(lambda: _rate(desk, conversation, time))[1])  # noqa: B023 - called at once
            bare.append(timed(lambda: commit(time))[1])  # noqa: B023 - called at once
    desk.conversations.discard(conversation.id)
    ours, raw = median(own[_WARM:]), median(bare[_WARM:])
    return Row(
        "one rating, committed durably",
        f"≤ {_MOST:.0f} × the raw SQLCipher commit",
        f"{ours / raw:.2f} × ({ours:.2f} ms, raw {raw:.2f} ms)",
        ours / raw <= _MOST,
    )


def _full_conversation(desk: Desk, person_id: str) -> Conversation:
    """Return a conversation in progress with every indicator rated and some of it in words."""
    conversations = desk.conversations
    conversation = conversations.start(person_id, desk.clock.today()).value.draft.conversation
    for indicator in desk.pack.instrument.indicators:
        conversations.rate(conversation.id, indicator.id, desk.pack.instrument.scale.minimum)
        conversations.note(conversation.id, indicator.id, NoteKind.WORDS, _WORDS)
    return conversation


def _rate(desk: Desk, conversation: Conversation, time: int) -> None:
    """Rate one indicator otherwise than it was."""
    instrument = desk.pack.instrument
    indicator = instrument.indicators[time % instrument.size]
    steps = instrument.scale.steps
    rating = steps[(time // instrument.size + 1) % len(steps)]
    if desk.conversations.rate(conversation.id, indicator.id, rating).changes.conversations_of != {
        conversation.person_id
    }:
        raise AssertionError("nothing was written")


@contextmanager
def _bare_commits(scratch: Path, document: str) -> Iterator[Callable[[int], None]]:
    """Yield a way to write one row of the size of `document` durably with nothing but the driver."""
    key = DataKey.random()
    connection = engine.open_connection(scratch / "bare.db", key)
    try:
        rows.draft.create(connection)
        connection.execute(
            rows.draft.insert().values(conversation_id="one", person_id="one", document=document)
        )
        connection.commit()
        driver: Any = connection.connection.dbapi_connection

        def commit(time: int) -> None:
            driver.execute("BEGIN IMMEDIATE")
            driver.execute(_UPDATE, (f"{document[:-1]}{time % 10}", "one"))
            driver.execute("COMMIT")

        yield commit
    finally:
        engine.close(connection)
