"""The tables of the exchange: this machine's card, the machines it knows, what is held back, what was taken.

Rows must not leave the store, and none of this follows from the log: it is this machine's own.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Integer, Table, Text

from iroc_desktop.store.columns import json_column, metadata, text_column

own_card: Final = Table(
    "own_card",
    metadata,
    Column("machine_id", Text, primary_key=True),
    text_column("name"),
    text_column("team"),
    text_column("identity"),
    Column("bundles", Integer, nullable=False),
)
"""One row, once this machine has exchanged anything; `identity` is its secret age identity."""

peer: Final = Table(
    "peer",
    metadata,
    Column("machine_id", Text, primary_key=True),
    text_column("name"),
    text_column("signing_key"),
    text_column("recipient"),
    text_column("replica"),
    Column("number", Integer, nullable=False),
    json_column("vector"),
    text_column("paired_at"),
    text_column("revoked_at"),
    text_column("heard_at"),
    text_column("sent_at"),
)
"""Other machines: their keys, the newest bundle that came from them, and all that they had then."""

held: Final = Table(
    "held",
    metadata,
    Column("replica", Text, primary_key=True),
    Column("seq", Integer, primary_key=True),
)
"""Operations that are here and passed on, but not folded until somebody accepts them."""

taken: Final = Table(
    "taken",
    metadata,
    Column("position", Integer, primary_key=True),
    json_column("document"),
)
"""Bundles that were imported, one whole record each: which operations came, and what the receipt says."""

known_replica: Final = Table(
    "known_replica",
    metadata,
    Column("replica", Text, primary_key=True),
    text_column("machine_id"),
    text_column("quarantined_at"),
)
"""Which machine writes under a name, once its signature told, and since when the name is known as forked."""

CARRIED: Final = (own_card, peer, known_replica)
"""What stays as it is when a backup is brought back: it is about machines, not about the record."""
