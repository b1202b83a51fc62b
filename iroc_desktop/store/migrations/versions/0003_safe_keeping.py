"""The bin, blocking and erasure, consent, and how long records are kept.

It must not import today's tables: what it does has to stay the same for ever.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what this version knows more; the fold tables are filled from the log afterwards."""
    _consent()
    _withheld()
    _erased()
    _retention()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _consent() -> None:
    op.create_table(
        "consent",
        _text("id"),
        _text("person_id"),
        _text("document"),
        sa.Column("first_lamport", sa.Integer(), nullable=False),
        _text("first_replica"),
        sa.PrimaryKeyConstraint("id", name="pk_consent"),
    )
    columns = ["person_id", "first_lamport", "first_replica"]
    op.create_index(f"ix_consent_{'_'.join(columns)}", "consent", columns)


def _withheld() -> None:
    op.create_table(
        "withheld",
        *map(_text, ("entity_kind", "entity_id", "keeping", "part", "person_id", "since", "by")),
        sa.PrimaryKeyConstraint("entity_kind", "entity_id", "keeping", "part", name="pk_withheld"),
    )


def _erased() -> None:
    if sa.inspect(op.get_bind()).has_table("erased"):
        # an older backup was brought back, and says already what may not come back with it
        return
    op.create_table(
        "erased",
        *map(_text, ("entity_kind", "entity_id", "person_id", "erased_at", "erased_by")),
        sa.PrimaryKeyConstraint("entity_kind", "entity_id", name="pk_erased"),
    )


def _retention() -> None:
    # made anew, because an added column would need a default; its row comes back from the log
    op.drop_table("arrangements")
    op.create_table(
        "arrangements",
        _text("id"),
        _text("support_contacts"),
        sa.Column("two_voices", sa.Boolean(), nullable=False),
        _text("retention"),
        sa.PrimaryKeyConstraint("id", name="pk_arrangements"),
    )
