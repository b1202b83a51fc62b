"""What was printed of things that are in the bin or blocked: it is out of sight with them.

It must not change anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from iroc_desktop.domain.kept_sheets import Sheet
from iroc_desktop.domain.operations import Entity, EntityKind
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.summary import SessionSummary
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet
from iroc_desktop.services.ports import UnitOfWork


def things_away(unit: UnitOfWork) -> frozenset[Entity]:
    """Return the entities that are out of sight as a whole, or were destroyed: their prints stay away."""
    hidden = (each.entity for each in unit.withheld.all() if not each.part)
    return frozenset((*hidden, *(each.entity for each in unit.erasures.all())))


def summaries_in_sight(unit: UnitOfWork, person_id: str) -> Sequence[SessionSummary]:
    """Return the summaries printed for a person, newest last, but of conversations put away."""
    away = things_away(unit)
    return [
        each
        for each in unit.summaries.of(person_id)
        if Entity(EntityKind.CONVERSATION, each.conversation_id) not in away
    ]


def sheets_in_sight(unit: UnitOfWork, person_id: str) -> Sequence[Sheet]:
    """Return the sheets of a person by the day on them, but of plans and worksheets put away."""
    away = things_away(unit)
    return [each for each in unit.sheets.of(person_id) if _shown_of(each) not in away]


def _shown_of(sheet: Sheet) -> Entity | None:
    if isinstance(sheet, PlanSheet):
        return Entity(EntityKind.PLAN, sheet.plan.id)
    if isinstance(sheet, ToolkitSheet) and sheet.worksheet_id:
        return Entity(EntityKind.WORKSHEET, sheet.worksheet_id)
    return None
