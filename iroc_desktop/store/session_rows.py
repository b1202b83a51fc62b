"""The tables of sessions and what they lead to: explorations, reflections, plans, lines and worksheets.

Rows must not leave the store, and nothing here may be particular to one database.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, Column, Date, Index, Integer, Table, Text
from sqlalchemy.schema import SchemaItem

from iroc_desktop.store.columns import json_column, metadata, text_column


def _first() -> tuple[Column[Any], ...]:
    """Return the columns that tell when an entity was first written, on every machine the same."""
    return Column("first_lamport", Integer, nullable=False), text_column("first_replica")


def _owned(name: str, owner: str, *columns: SchemaItem) -> Table:
    """Return the table of records that belong to a person or a plan, listed as they were first written."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        text_column(owner),
        *columns,
        *_first(),
        Index(None, owner, "first_lamport", "first_replica"),
    )


session: Final = _owned("session", "person_id", json_column("document"))
exploration: Final = _owned("exploration", "person_id", json_column("document"))
reflection: Final = _owned("reflection", "person_id", json_column("document"))
plan_snapshot: Final = _owned("plan_snapshot", "person_id", json_column("document"))
worksheet: Final = _owned("worksheet", "person_id", json_column("document"))
consent: Final = _owned("consent", "person_id", json_column("document"))
plan: Final = _owned(
    "plan",
    "person_id",
    Column("begun_on", Date),
    text_column("state"),
    text_column("agreement"),
    text_column("agreement_reason"),
    Column("agreed_on", Date),
)
outcome: Final = _owned(
    "outcome",
    "plan_id",
    text_column("words"),
    json_column("indicator_ids"),
    Column("position", BigInteger, nullable=False),
    Column("removed", Boolean, nullable=False),
)
step: Final = _owned(
    "step",
    "plan_id",
    text_column("outcome_id"),
    text_column("words"),
    text_column("who"),
    json_column("due"),
    text_column("place"),
    Column("confidence", Integer),
    text_column("would_raise"),
    text_column("status"),
    Column("position", BigInteger, nullable=False),
    Column("removed", Boolean, nullable=False),
)
support: Final = _owned(
    "support",
    "plan_id",
    text_column("helps_with"),
    text_column("words"),
    Column("position", BigInteger, nullable=False),
    Column("removed", Boolean, nullable=False),
)
review: Final = _owned(
    "review",
    "plan_id",
    Column("day", Date),
    text_column("words"),
    Column("removed", Boolean, nullable=False),
)


def _lines(name: str) -> Table:
    """Return the table of lists of lines, one list for each person."""
    return Table(
        name,
        metadata,
        Column("person_id", Text, primary_key=True),
        Column("id", Text, primary_key=True),
        text_column("section"),
        text_column("words"),
        Column("position", BigInteger, nullable=False),
        Column("removed", Boolean, nullable=False),
    )


staying_well: Final = _lines("staying_well_line")
values: Final = _lines("own_value")

favourite: Final = Table(
    "favourite",
    metadata,
    Column("practitioner_id", Text, primary_key=True),
    Column("page_id", Text, primary_key=True),
)

arrangements: Final = Table(
    "arrangements",
    metadata,
    Column("id", Text, primary_key=True),
    text_column("support_contacts"),
    Column("two_voices", Boolean, nullable=False),
    json_column("retention"),
)

FOLD: Final = (
    session,
    exploration,
    reflection,
    plan_snapshot,
    worksheet,
    consent,
    plan,
    outcome,
    step,
    support,
    review,
    staying_well,
    values,
    favourite,
    arrangements,
)
"""The tables here that follow from the log alone."""

open_session: Final = Table(
    "open_session",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("session_id", Text, nullable=False, unique=True),
    text_column("person_id"),
    text_column("conversation_id"),
    json_column("document"),
    Index(None, "person_id"),
)
"""Sessions in progress, on this machine only."""
