"""Which kind of record stands in which table, and whom it belongs to.

It must not do anything with them.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Table

from iroc_desktop.domain.consent import Consent
from iroc_desktop.domain.exploring import Exploration
from iroc_desktop.domain.operations import EntityKind
from iroc_desktop.domain.personal_plan import PlanSnapshot
from iroc_desktop.domain.plan import Outcome, Plan, Review, Step, Support
from iroc_desktop.domain.reflection import Reflection
from iroc_desktop.domain.session import Session
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.store import session_rows

RECORDS: Final[dict[EntityKind, tuple[type[Any], Table]]] = {
    EntityKind.SESSION: (Session, session_rows.session),
    EntityKind.EXPLORATION: (Exploration, session_rows.exploration),
    EntityKind.REFLECTION: (Reflection, session_rows.reflection),
    EntityKind.PLAN_SNAPSHOT: (PlanSnapshot, session_rows.plan_snapshot),
    EntityKind.WORKSHEET: (Worksheet, session_rows.worksheet),
    EntityKind.CONSENT: (Consent, session_rows.consent),
    EntityKind.PLAN: (Plan, session_rows.plan),
    EntityKind.OUTCOME: (Outcome, session_rows.outcome),
    EntityKind.STEP: (Step, session_rows.step),
    EntityKind.SUPPORT: (Support, session_rows.support),
    EntityKind.REVIEW: (Review, session_rows.review),
}
"""Records that are one row each."""

LINES: Final[dict[EntityKind, Table]] = {
    EntityKind.STAYING_WELL: session_rows.staying_well,
    EntityKind.VALUES: session_rows.values,
}
"""Lists of lines, one for each person, a row for each line."""
