"""Notes as they are typed, until the store has them.

It must not drop a note because a write failed: it stays here and on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from iroc_desktop.domain.conversation import NoteKind


@dataclass(frozen=True, slots=True)
class TypedNote:
    """One note as it stands on the screen."""

    indicator_id: str
    kind: NoteKind
    text: str = field(repr=False)

    @property
    def name(self) -> str:
        """Return what distinguishes this note's writes from those of others."""
        return f"note/{self.indicator_id}/{self.kind.value}"


class TypedNotes:
    """The notes that are newer on the screen than in the store."""

    def __init__(self) -> None:
        self._texts: dict[tuple[str, NoteKind], str] = {}
        self._sent: dict[tuple[str, NoteKind], str] = {}

    def type(self, indicator_id: str, kind: NoteKind, text: str) -> None:
        """Remember a note as it stands now."""
        self._texts[indicator_id, kind] = text

    def of(self, indicator_id: str) -> dict[NoteKind, str]:
        """Return the notes about one indicator that are newer here."""
        return {kind: text for (each, kind), text in self._texts.items() if each == indicator_id}

    def to_send(self) -> Iterator[TypedNote]:
        """Yield each note that is not on its way yet, and take it as sent."""
        for (indicator_id, kind), text in tuple(self._texts.items()):
            if self._sent.get((indicator_id, kind)) != text:
                self._sent[indicator_id, kind] = text
                yield TypedNote(indicator_id, kind, text)

    def kept(self, note: TypedNote) -> None:
        """Forget a note the store has, unless it was typed on since."""
        key = (note.indicator_id, note.kind)
        if self._texts.get(key) == note.text:
            del self._texts[key]
            self._sent.pop(key, None)

    def refused(self, note: TypedNote) -> None:
        """Take a note as not sent, so that the next flush tries again."""
        self._sent.pop((note.indicator_id, note.kind), None)
