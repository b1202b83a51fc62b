"""Asks who wrote what is on the screen, and remembers the answers: a first writer never changes.

It must not outlive the lock: it holds names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from iroc_desktop.services.ports import Runner
from iroc_desktop.services.writers import Piece, Writers, Written


class Authorship:
    """The writers of an unlocked desk, as the screens ask for them."""

    def __init__(self, writers: Writers, runner: Runner) -> None:
        self._writers = writers
        self._runner = runner
        self._known: dict[Piece, Written] = {}

    def ask(self, pieces: Sequence[Piece], show: Callable[[Mapping[Piece, Written]], None]) -> None:
        """Tell `show` who wrote these, at once if that is known; nothing, if the record cannot be read."""
        unknown = [each for each in pieces if each not in self._known]
        if not unknown:
            show(self._of(pieces))
            return

        def learn(found: Mapping[Piece, Written]) -> None:
            self._known.update(found)
            show(self._of(pieces))

        self._runner.submit(lambda: self._writers.writers_of(unknown), learn, lambda error: None)

    def _of(self, pieces: Sequence[Piece]) -> Mapping[Piece, Written]:
        return {each: self._known[each] for each in pieces if each in self._known}
