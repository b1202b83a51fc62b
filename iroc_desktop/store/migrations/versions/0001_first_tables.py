"""The log, its fold, and what is this machine's own.

It must not import today's tables: what it does has to stay the same for ever.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of the first version."""
    _log()
    _people()
    _conversations()
    _summaries()
    _own()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _table(name: str, key: tuple[str, ...], *parts: Any) -> None:  # noqa: ANN401 - columns and constraints
    op.create_table(name, *parts, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _log() -> None:
    _table(
        "operation",
        ("position",),
        _number("position"),
        _text("replica"),
        _number("seq"),
        _number("lamport"),
        _text("parents"),
        _text("previous"),
        _text("entity_kind"),
        _text("entity_id"),
        _text("action"),
        _text("author"),
        _text("claimed_at"),
        _text("content_digest"),
        sa.Column("nonce", sa.Text()),
        sa.Column("fields", sa.Text()),
        sa.Column("reason", sa.Text()),
        sa.UniqueConstraint("replica", "seq", name="uq_operation_replica_seq"),
    )
    _index("operation", "entity_kind", "entity_id")


def _people() -> None:
    _table(
        "person",
        ("id",),
        _text("id"),
        _text("preferred_name"),
        _text("searchable_name"),
        _text("shown_as"),
        _text("site"),
        _text("language"),
        _text("speaks"),
        _text("reading"),
        _text("access_needs"),
        sa.Column("consent_on", sa.Date()),
        sa.Column("practice", sa.Boolean(), nullable=False),
    )
    _index("person", "searchable_name", "id")
    _table(
        "name_word",
        ("person_id", "word"),
        _text("person_id"),
        _text("word"),
        _text("searchable_name"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_name_word_person_id_person"),
    )
    _index("name_word", "word", "searchable_name", "person_id")
    _table(
        "practitioner",
        ("id",),
        _text("id"),
        _text("name"),
        _text("role"),
        _number("first_lamport"),
        _text("first_replica"),
    )
    _table("organisation", ("id",), _text("id"), _text("name"), _text("licence"), _text("licence_reference"))


def _conversations() -> None:
    _table(
        "conversation",
        ("id",),
        _text("id"),
        _text("person_id"),
        _text("practitioner_id"),
        _text("instrument_id"),
        _text("instrument_version"),
        sa.Column("held_on", sa.Date(), nullable=False),
        _text("focus"),
        sa.Column("next_on", sa.Date()),
        _text("next_note"),
        _text("state"),
    )
    _index("conversation", "person_id", "held_on", "id")
    _table(
        "answer",
        ("conversation_id", "indicator_id"),
        _text("conversation_id"),
        _text("indicator_id"),
        sa.Column("rating", sa.Integer()),
        sa.Column("unrated", sa.Text()),
        _text("words"),
        _text("strength"),
        _text("private"),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name="fk_answer_conversation_id_conversation"
        ),
    )
    _table(
        "person_history",
        ("person_id",),
        _text("person_id"),
        _number("conversations"),
        sa.Column("last_held_on", sa.Date(), nullable=False),
        sa.Column("next_on", sa.Date()),
    )


def _summaries() -> None:
    _table(
        "summary",
        ("id",),
        _text("id"),
        _text("person_id"),
        _text("document"),
        _number("first_lamport"),
        _text("first_replica"),
    )
    _index("summary", "person_id", "first_lamport", "first_replica")


def _own() -> None:
    _table(
        "conflict",
        ("entity_kind", "entity_id", "field"),
        _text("entity_kind"),
        _text("entity_id"),
        _text("field"),
        _text("versions"),
    )
    _table(
        "draft",
        ("position",),
        _number("position"),
        _text("conversation_id"),
        _text("person_id"),
        _text("document"),
        sa.UniqueConstraint("conversation_id", name="uq_draft_conversation_id"),
    )
    _index("draft", "person_id")
    _table(
        "machine",
        ("replica",),
        _text("replica"),
        sa.Column("private_key", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
    )
    _table(
        "chain_head",
        ("replica",),
        _text("replica"),
        _number("seq"),
        _number("lamport"),
        _text("hash"),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
    )
