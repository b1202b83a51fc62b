"""The exchange by stick: this machine's card, the machines it knows, what is held back, what was taken.

It must not import today's tables: what it does has to stay the same for ever.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what this version knows more; nothing of it is in the log."""
    if sa.inspect(op.get_bind()).has_table("own_card"):
        # an older backup was brought back, and knows already who the machines are
        return
    op.create_table(
        "own_card",
        *map(_text, ("machine_id", "name", "team", "identity")),
        _whole("bundles"),
        sa.PrimaryKeyConstraint("machine_id", name="pk_own_card"),
    )
    op.create_table(
        "peer",
        *map(_text, ("machine_id", "name", "signing_key", "recipient", "replica")),
        _whole("number"),
        *map(_text, ("vector", "paired_at", "revoked_at", "heard_at", "sent_at")),
        sa.PrimaryKeyConstraint("machine_id", name="pk_peer"),
    )
    op.create_table(
        "known_replica",
        *map(_text, ("replica", "machine_id", "quarantined_at")),
        sa.PrimaryKeyConstraint("replica", name="pk_known_replica"),
    )
    op.create_table(
        "held", _text("replica"), _whole("seq"), sa.PrimaryKeyConstraint("replica", "seq", name="pk_held")
    )
    op.create_table(
        "taken", _whole("position"), _text("document"), sa.PrimaryKeyConstraint("position", name="pk_taken")
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)
