"""The tables, as SQLAlchemy Core describes them: the log, its fold, and what is this machine's own.

Rows must not leave the store, and nothing here may be particular to one database.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from iroc_desktop.store import columns, exchange_rows, session_rows
from iroc_desktop.store.columns import text_column

HEAD: Final = "0004"
"""The schema revision that these tables are at."""

metadata: Final = columns.metadata

EXCHANGE: Final = (exchange_rows.own_card, exchange_rows.peer, exchange_rows.held, exchange_rows.taken)
"""Tables of their own module, which are no fold either."""

revision: Final = Table("alembic_version", MetaData(), Column("version_num", Text, primary_key=True))
"""Alembic's own; outside of `metadata` so that comparisons pass it over."""

operation: Final = Table(
    "operation",
    metadata,
    Column("position", Integer, primary_key=True),
    text_column("replica"),
    Column("seq", Integer, nullable=False),
    Column("lamport", Integer, nullable=False),
    text_column("parents"),
    text_column("previous"),
    text_column("entity_kind"),
    text_column("entity_id"),
    text_column("action"),
    text_column("author"),
    text_column("claimed_at"),
    text_column("content_digest"),
    Column("nonce", Text),
    Column("fields", Text),
    Column("reason", Text),
    UniqueConstraint("replica", "seq"),
    Index(None, "entity_kind", "entity_id"),
)
"""The truth, only ever appended to. `position` is the order of arrival on this machine."""

person: Final = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("preferred_name"),
    text_column("searchable_name"),
    text_column("shown_as"),
    text_column("site"),
    text_column("language"),
    text_column("speaks"),
    text_column("reading"),
    text_column("access_needs"),
    Column("consent_on", Date),
    Column("practice", Boolean, nullable=False),
    Index(None, "searchable_name", "id"),
)

name_word: Final = Table(
    "name_word",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("word", Text, primary_key=True),
    text_column("searchable_name"),
    Index(None, "word", "searchable_name", "person_id"),
)
"""Each word of each searchable name, so that typing a few letters finds people through an index."""

practitioner: Final = Table(
    "practitioner",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("name"),
    text_column("role"),
    Column("first_lamport", Integer, nullable=False),
    text_column("first_replica"),
)

organisation: Final = Table(
    "organisation",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("name"),
    text_column("licence"),
    text_column("licence_reference"),
)

conversation: Final = Table(
    "conversation",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("person_id"),
    text_column("practitioner_id"),
    text_column("instrument_id"),
    text_column("instrument_version"),
    Column("held_on", Date, nullable=False),
    text_column("focus"),
    Column("next_on", Date),
    text_column("next_note"),
    text_column("state"),
    Index(None, "person_id", "held_on", "id"),
)

answer: Final = Table(
    "answer",
    metadata,
    Column("conversation_id", ForeignKey("conversation.id"), primary_key=True),
    Column("indicator_id", Text, primary_key=True),
    Column("rating", Integer),
    Column("unrated", Text),
    text_column("words"),
    text_column("strength"),
    text_column("private"),
    Column("practitioner_rating", Integer),
    Column("agreed_rating", Integer),
)

person_history: Final = Table(
    "person_history",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("conversations", Integer, nullable=False),
    Column("last_held_on", Date, nullable=False),
    Column("next_on", Date),
)
"""How many conversations a person held, and what the newest says: lists and counts read only this."""

summary: Final = Table(
    "summary",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("person_id"),
    text_column("document"),
    Column("first_lamport", Integer, nullable=False),
    text_column("first_replica"),
    Index(None, "person_id", "first_lamport", "first_replica"),
)

conflict: Final = Table(
    "conflict",
    metadata,
    Column("entity_kind", Text, primary_key=True),
    Column("entity_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    text_column("versions"),
)
"""Fields in which machines disagree, with every version."""

withheld: Final = Table(
    "withheld",
    metadata,
    Column("entity_kind", Text, primary_key=True),
    Column("entity_id", Text, primary_key=True),
    Column("keeping", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    text_column("person_id"),
    text_column("since"),
    text_column("by"),
)
"""What is in the bin or blocked; a whole entity that stands here has no row in any other table."""

FOLD: Final = (
    person,
    name_word,
    practitioner,
    organisation,
    conversation,
    answer,
    person_history,
    summary,
    *session_rows.FOLD,
    conflict,
    withheld,
)
"""The tables that follow from the log alone, parents before children."""

draft: Final = Table(
    "draft",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("conversation_id", Text, nullable=False, unique=True),
    text_column("person_id"),
    text_column("document"),
    Index(None, "person_id"),
)

erased: Final = Table(
    "erased",
    metadata,
    Column("entity_kind", Text, primary_key=True),
    Column("entity_id", Text, primary_key=True),
    text_column("person_id"),
    text_column("erased_at"),
    text_column("erased_by"),
)
"""What was destroyed for good. It does not follow from the log: it says what may never come back into it."""

machine: Final = Table(
    "machine",
    metadata,
    Column("replica", Text, primary_key=True),
    Column("private_key", LargeBinary, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
)
"""Who this machine is: one row."""

chain_head: Final = Table(
    "chain_head",
    metadata,
    Column("replica", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("lamport", Integer, nullable=False),
    text_column("hash"),
    Column("signature", LargeBinary, nullable=False),
)
"""The newest operation of each replica, signed by the machine that made it."""
