"""The counts of *Today*, by aggregates over the fold tables.

It must not read a name.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, and_, bindparam, case, func, or_, select

from iroc_desktop.domain.plan import PlanState
from iroc_desktop.services.ports import Counts
from iroc_desktop.store import rows, session_rows
from iroc_desktop.store.repositories.withheld import conversations_out_of_sight, people_out_of_sight

_HISTORY = rows.person_history.c
_WAITED_TOO_LONG = or_(_HISTORY.last_held_on.is_(None), _HISTORY.last_held_on < bindparam("held_before"))
_DUE = or_(_HISTORY.next_on <= bindparam("due_by"), and_(_HISTORY.next_on.is_(None), _WAITED_TOO_LONG))
_COUNTS = select(
    func.count(),
    func.coalesce(func.sum(_HISTORY.conversations), 0),
    func.coalesce(func.sum(case((_DUE, 1), else_=0)), 0),
).select_from(rows.person.outerjoin(rows.person_history, _HISTORY.person_id == rows.person.c.id))
_DRAFT = rows.draft.c
_DRAFTS = (
    select(func.count())
    .select_from(rows.draft)
    .where(
        _DRAFT.person_id.not_in(people_out_of_sight()),
        _DRAFT.conversation_id.not_in(conversations_out_of_sight()),
    )
)
_REVIEW, _PLAN = session_rows.review.c, session_rows.plan.c
_REVIEWS = (
    select(func.count())
    .select_from(session_rows.review.join(session_rows.plan, _PLAN.id == _REVIEW.plan_id))
    .where(
        _PLAN.state == PlanState.ACTIVE.value,
        _REVIEW.removed.is_(False),
        _REVIEW.day <= bindparam("due_by"),
        _REVIEW.words == "",
        _PLAN.person_id.not_in(people_out_of_sight()),
    )
)


def counts(connection: Connection, due_by: date, held_before: date) -> Counts:
    """Return how much there is, and who is due, as `UnitOfWork.counts` describes."""
    people, conversations, due = connection.execute(
        _COUNTS, {"due_by": due_by, "held_before": held_before}
    ).one()
    drafts = connection.execute(_DRAFTS).scalar_one()
    reviews = connection.execute(_REVIEWS, {"due_by": due_by}).scalar_one()
    return Counts(people, conversations, due, drafts, reviews)
