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
    text_column("machine_id"),
    Column("number", Integer, nullable=False),
    text_column("taken_at"),
    text_column("taken_by"),
    json_column("operations"),
    json_column("receipt"),
    text_column("undone_at"),
)
"""Bundles that were imported: which operations came with each, and what its receipt says."""
