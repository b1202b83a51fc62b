"""The sheets of a person that were printed or saved, as fields of one list, so that each merges by itself.

It must not change a sheet, nor drop one that it does not understand: that stays in the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from iroc_desktop.domain.operations import JsonValue
from iroc_desktop.domain.plain import plain, restored
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
from iroc_desktop.domain.toolkit_sheet import ToolkitSheet

SHEET: Final = "sheet"
"""Fields are named `sheet/<id>`."""

Sheet: TypeAlias = PlanSheet | StayingWellSheet | ToolkitSheet


class SheetKind(StrEnum):
    """What a sheet shows."""

    PLAN = "plan"
    STAYING_WELL = "staying_well"
    TOOLKIT_PAGE = "toolkit_page"


_CLASSES: Final[Mapping[str, type[PlanSheet] | type[StayingWellSheet] | type[ToolkitSheet]]] = {
    SheetKind.PLAN: PlanSheet,
    SheetKind.STAYING_WELL: StayingWellSheet,
    SheetKind.TOOLKIT_PAGE: ToolkitSheet,
}


def kind_of(sheet: Sheet) -> SheetKind:
    """Return what a sheet shows."""
    if isinstance(sheet, ToolkitSheet):
        return SheetKind.TOOLKIT_PAGE
    return SheetKind.PLAN if isinstance(sheet, PlanSheet) else SheetKind.STAYING_WELL


def sheet_fields(sheet: Sheet) -> dict[str, JsonValue]:
    """Return a sealed sheet as a field of its person's list."""
    return {f"{SHEET}/{sheet.id}": {"kind": kind_of(sheet).value, **plain(sheet)}}


def sheets_from(fields: Mapping[str, JsonValue]) -> tuple[Sheet, ...]:
    """Return the sheets that the fields of a list describe, by the day on them, then by id."""
    known = [
        _sheet(given)
        for name, given in fields.items()
        if name.startswith(f"{SHEET}/") and given.get("kind") in _CLASSES
    ]
    return tuple(sorted(known, key=lambda sheet: (sheet.day, sheet.id)))


def _sheet(given: Mapping[str, JsonValue]) -> Sheet:
    sheet: Sheet = restored(_CLASSES[given["kind"]], given)
    return sheet
