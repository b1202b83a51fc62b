"""What matters to the person: their own list, which options are weighed against.

It must not suggest a value: the list is empty until the person says something.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from iroc_desktop.domain.lines import Line
from iroc_desktop.services.changes import Done
from iroc_desktop.services.person_lines import OwnValues
from iroc_desktop.ui.screens.explore.keeping import Keeping


class ValuesList:
    """One person's values."""

    def __init__(self, values: OwnValues, keeping: Keeping, gone: Callable[[bool], None]) -> None:
        """Tell `gone` when one was taken away and `undo` can bring it back (True), and when it is back."""
        self._values = values
        self._keeping = keeping
        self._tell_gone = gone
        self._person_id = ""
        self._kept: tuple[Line, ...] = ()
        self._typed: dict[str, str] = {}
        self._waiting: dict[str, str] = {}
        self._added = 0
        self._removed = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return the values in the person's order, in the words that stand on the screen."""
        return tuple(replace(each, words=self._typed.get(each.id, each.words)) for each in self._kept)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Return the words of values that are not kept yet, oldest first."""
        return tuple(self._waiting.values())

    def load(self, person_id: str, lines: tuple[Line, ...]) -> None:
        """Take what the store has now; words on their way stay on top."""
        self._person_id, self._kept = person_id, lines

    def add(self, words: str) -> None:
        """Add a value at the end."""
        words = words.strip()
        if not words:
            return
        self._added += 1
        name = f"value add {self._added}"
        self._waiting[name] = words

        def arrived() -> None:
            self._waiting.pop(name, None)

        self._keep(name, lambda: self._values.add(self._person_id, words), arrived)

    def word(self, value_id: str, words: str) -> None:
        """Keep a value in other words."""
        self._typed[value_id] = words

        def kept() -> None:
            if self._typed.get(value_id) == words:
                del self._typed[value_id]

        self._keep(f"value {value_id}", lambda: self._values.word(self._person_id, value_id, words), kept)

    def put_earlier(self, value_id: str) -> None:
        """Move a value one place up."""
        ids = [each.id for each in self._kept]
        place = ids.index(value_id) if value_id in ids else 0
        if place:
            self._keep("value order", lambda: self._values.move(self._person_id, value_id, place - 1))

    def remove(self, value_id: str) -> None:
        """Take a value away; `undo` brings it back."""

        def removed() -> None:
            self._removed = value_id
            self._tell_gone(True)

        name = f"value there {value_id}"
        self._keep(name, lambda: self._values.remove(self._person_id, value_id), removed)

    def undo(self) -> None:
        """Bring back the value that was taken away last."""
        value_id, self._removed = self._removed, ""
        if value_id:
            name = f"value there {value_id}"
            self._keep(
                name,
                lambda: self._values.bring_back(self._person_id, value_id),
                lambda: self._tell_gone(False),
            )

    def _keep(
        self, name: str, change: Callable[[], Done[Line]], then: Callable[[], None] | None = None
    ) -> None:
        person_id = self._person_id

        def work() -> Done[tuple[Line, ...]]:
            done = change()
            return Done(self._values.of(person_id), done.changes)

        def kept(done: Done[tuple[Line, ...]]) -> None:
            self._kept = done.value
            if then is not None:
                then()
            self._keeping.saved()

        self._keeping.send(name, work, kept)
