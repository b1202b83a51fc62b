"""The conflict inbox: fields in which machines disagree, and settling them one by one.

It must not keep anybody from working: until it is settled, every machine shows the same one of the values.
"""

from __future__ import annotations

from collections.abc import Sequence

from iroc_desktop.domain.conflicts import Conflict, UnfitValueError
from iroc_desktop.domain.conversation import ReasonMissingError
from iroc_desktop.domain.operations import EntityKind, JsonValue
from iroc_desktop.services.changes import Done
from iroc_desktop.services.importing import everything_of
from iroc_desktop.services.work import Work


class Conflicts:
    """Values that stand side by side."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def all(self) -> Sequence[Conflict]:
        """Return every conflict in sight; for each field the value that is shown comes first."""
        with self._work.begin() as unit:
            return unit.conflicts.all()

    def of(self, person_id: str) -> Sequence[Conflict]:
        """Return the conflicts about one person."""
        return [each for each in self.all() if each.person_id == person_id]

    def settle(self, conflict: Conflict, value: JsonValue, reason: str = "") -> Done[None]:
        """Choose one of the values, or write another of the same kind; the others stay in the history.

        For a completed conversation that is a correction, which needs a reason.

        Raises:
            ReasonMissingError: if a conversation is settled without one.
            UnfitValueError: if the field cannot hold that value.
            RecordMissingError: if the conflict was settled meanwhile.
        """
        if conflict.entity.kind is EntityKind.CONVERSATION and not reason.strip():
            raise ReasonMissingError
        kinds = {type(each.value) for each in conflict.sides}
        if value not in [each.value for each in conflict.sides] and type(value) not in kinds:
            raise UnfitValueError
        with self._work.begin() as unit:
            unit.conflicts.settle(conflict.entity, conflict.field, value, reason.strip())
            unit.commit()
        return Done(None, everything_of(frozenset({conflict.person_id} - {""})))
