"""Which field belongs to a part of a page, for the practitioner's view and for the person's.

It must not know where the field stands, nor keep its answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from iroc_desktop.domain.toolkit import Part, PartKind, PartWords
from iroc_desktop.ui.screens.toolkit.fields import (
    ChoiceField,
    DrawingPart,
    ListField,
    PartField,
    ScaleField,
    TextPart,
)
from iroc_desktop.ui.screens.toolkit.table_field import TableField
from iroc_desktop.ui.theme.look import Look

KEEP_AFTER_MS: Final = 2_000
"""How long after the last answer it is kept, in milliseconds; a field waits half a second itself."""

_KINDS: Final[
    Mapping[PartKind, type[TextPart | ListField | ScaleField | TableField | ChoiceField | DrawingPart]]
] = {
    PartKind.TEXT: TextPart,
    PartKind.LIST: ListField,
    PartKind.SCALE: ScaleField,
    PartKind.TABLE: TableField,
    PartKind.CHOICE: ChoiceField,
    PartKind.DRAWING: DrawingPart,
}


def field_for(look: Look, part: Part, words: PartWords) -> PartField:
    """Return a new field for a part, worded as given."""
    return _KINDS[part.kind](look, part, words)
