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

HEAD: Final = "0001"
"""The schema revision that these tables are at."""

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


revision: Final = Table("alembic_version", MetaData(), Column("version_num", Text, primary_key=True))
"""Alembic's own; outside of `metadata` so that comparisons pass it over."""

operation: Final = Table(
    "operation",
    metadata,
    Column("position", Integer, primary_key=True),
    _text("replica"),
    Column("seq", Integer, nullable=False),
    Column("lamport", Integer, nullable=False),
    _text("parents"),
    _text("previous"),
    _text("entity_kind"),
    _text("entity_id"),
    _text("action"),
    _text("author"),
    _text("claimed_at"),
    _text("content_digest"),
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
    _text("preferred_name"),
    _text("searchable_name"),
    _text("shown_as"),
    _text("site"),
    _text("language"),
    _text("speaks"),
    _text("reading"),
    _text("access_needs"),
    Column("consent_on", Date),
    Column("practice", Boolean, nullable=False),
    Index(None, "searchable_name", "id"),
)

name_word: Final = Table(
    "name_word",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("word", Text, primary_key=True),
    _text("searchable_name"),
    Index(None, "word", "searchable_name", "person_id"),
)
"""Each word of each searchable name, so that typing a few letters finds people through an index."""

practitioner: Final = Table(
    "practitioner",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("role"),
    Column("first_lamport", Integer, nullable=False),
    _text("first_replica"),
)

organisation: Final = Table(
    "organisation",
    metadata,
    Column("id", Text, primary_key=True),
    _text("name"),
    _text("licence"),
    _text("licence_reference"),
)

conversation: Final = Table(
    "conversation",
    metadata,
    Column("id", Text, primary_key=True),
    _text("person_id"),
    _text("practitioner_id"),
    _text("instrument_id"),
    _text("instrument_version"),
    Column("held_on", Date, nullable=False),
    _text("focus"),
    Column("next_on", Date),
    _text("next_note"),
    _text("state"),
    Index(None, "person_id", "held_on", "id"),
)

answer: Final = Table(
    "answer",
    metadata,
    Column("conversation_id", ForeignKey("conversation.id"), primary_key=True),
    Column("indicator_id", Text, primary_key=True),
    Column("rating", Integer),
    Column("unrated", Text),
    _text("words"),
    _text("strength"),
    _text("private"),
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
    _text("person_id"),
    _text("document"),
    Column("first_lamport", Integer, nullable=False),
    _text("first_replica"),
    Index(None, "person_id", "first_lamport", "first_replica"),
)

conflict: Final = Table(
    "conflict",
    metadata,
    Column("entity_kind", Text, primary_key=True),
    Column("entity_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    _text("versions"),
)
"""Fields in which machines disagree, with every version."""

FOLD: Final = (
    person,
    name_word,
    practitioner,
    organisation,
    conversation,
    answer,
    person_history,
    summary,
    conflict,
)
"""The tables that follow from the log alone, parents before children."""

draft: Final = Table(
    "draft",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("conversation_id", Text, nullable=False, unique=True),
    _text("person_id"),
    _text("document"),
    Index(None, "person_id"),
)

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
    _text("hash"),
    Column("signature", LargeBinary, nullable=False),
)
"""The newest operation of each replica, signed by the machine that made it."""
