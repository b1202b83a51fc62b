"""Sessions of eight stages, plans, staying-well plans, worksheets, and the ratings of other voices.

It must not import today's tables: what it does has to stay the same for ever.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what this version knows more; the fold tables are filled from the log afterwards."""
    op.add_column("answer", sa.Column("practitioner_rating", sa.Integer()))
    op.add_column("answer", sa.Column("agreed_rating", sa.Integer()))
    for name in ("session", "exploration", "reflection", "plan_snapshot", "worksheet"):
        _owned(name, "person_id", _text("document"))
    _plans()
    _plan_parts()
    _lists()
    _open_sessions()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _place() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return sa.Column("position", sa.BigInteger(), nullable=False), _flag("removed")


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _table(name: str, key: tuple[str, ...], *parts: Any) -> None:  # noqa: ANN401 - columns and constraints
    op.create_table(name, *parts, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))


def _owned(name: str, owner: str, *parts: Any) -> None:  # noqa: ANN401 - columns and constraints
    first = (sa.Column("first_lamport", sa.Integer(), nullable=False), _text("first_replica"))
    _table(name, ("id",), _text("id"), _text(owner), *parts, *first)
    columns = [owner, "first_lamport", "first_replica"]
    op.create_index(f"ix_{name}_{'_'.join(columns)}", name, columns)


def _plans() -> None:
    _owned(
        "plan",
        "person_id",
        sa.Column("begun_on", sa.Date()),
        _text("state"),
        _text("agreement"),
        _text("agreement_reason"),
        sa.Column("agreed_on", sa.Date()),
    )
    _owned("review", "plan_id", sa.Column("day", sa.Date()), _text("words"), _flag("removed"))


def _plan_parts() -> None:
    _owned("outcome", "plan_id", _text("words"), _text("indicator_ids"), *_place())
    _owned(
        "step",
        "plan_id",
        _text("outcome_id"),
        _text("words"),
        _text("who"),
        _text("due"),
        _text("place"),
        sa.Column("confidence", sa.Integer()),
        _text("would_raise"),
        _text("status"),
        *_place(),
    )
    _owned("support", "plan_id", _text("helps_with"), _text("words"), *_place())


def _lists() -> None:
    for name in ("staying_well_line", "own_value"):
        parts = (_text("person_id"), _text("id"), _text("section"), _text("words"))
        _table(name, ("person_id", "id"), *parts, *_place())
    _table("favourite", ("practitioner_id", "page_id"), _text("practitioner_id"), _text("page_id"))
    _table("arrangements", ("id",), _text("id"), _text("support_contacts"), _flag("two_voices"))


def _open_sessions() -> None:
    _table(
        "open_session",
        ("position",),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("session_id"),
        _text("person_id"),
        _text("conversation_id"),
        _text("document"),
        sa.UniqueConstraint("session_id", name="uq_open_session_session_id"),
    )
    op.create_index("ix_open_session_person_id", "open_session", ["person_id"])
