"""Writes that are on their way to the store, and those that failed and can be tried again.

It must not show a failed write as done, nor forget it: what was said stays until it is kept. A failure that
no view is left to show is told by the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn, TypeVar

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.ports import Runner
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.tasks.said import Said

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Failed:
    """One write that the store refused, and how to try it again."""

    error: ExpectedError
    again: Callable[[], None]
    said: Said[Any]


class Writing:
    """Sends writes to the runner under a name; a later write of the same name supersedes a failed one."""

    def __init__(self, runner: Runner, initiator: object, changed: Callable[[], None]) -> None:
        """Tell `changed` whenever a write has failed."""
        self._runner = runner
        self._initiator = initiator
        self._changed = changed
        self._failed: dict[str, Failed] = {}
        self._trying: set[str] = set()

    @property
    def problem(self) -> ExpectedError | None:
        """Return why the newest failed write failed; None when everything is kept."""
        return next(reversed(self._failed.values())).error if self._failed else None

    def send(
        self,
        name: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[], None] | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Run `work` behind the window.

        `failed` hears of a failure before the views do. `again` tries once more in another way than by
        repeating this very work, where what was meant may have changed since.
        """
        said = Said(work, lambda: self._holds(name, said))
        if name in self._failed:
            self._failed[name].said.taken_over = True
        repeat = again or (lambda: self.send(name, work, done, failed))

        def on_done(value: T) -> None:
            self.forget(name)
            done(value)

        def on_failed(error: ExpectedError) -> None:
            self.forget(name)
            self._failed[name] = Failed(error, repeat, said)
            if failed is not None:
                failed()
            self._changed()
            self._tell_abandoned(error)

        self._runner.submit(said, on_done, on_failed, initiator=self._initiator)

    def try_again(self) -> None:
        """Send every failed write once more, in the order in which they failed, unless it is on its way."""
        for name, each in tuple(self._failed.items()):
            if name not in self._trying:
                self._trying.add(name)
                each.again()

    def forget(self, name: str) -> None:
        """Let go of a failure: what was meant is kept now, or kept in another way."""
        self._failed.pop(name, None)
        self._trying.discard(name)

    def _holds(self, name: str, said: Said[Any]) -> bool:
        """Return whether this very failure is still in sight of somebody who could try again."""
        failed = self._failed.get(name)
        abandoned = isinstance(self._initiator, Showing) and self._initiator.abandoned
        return failed is not None and failed.said is said and not abandoned

    def _tell_abandoned(self, error: ExpectedError) -> None:
        """Let the window tell what no view can: the screen was left while the write was on its way."""

        def fail_again() -> NoReturn:
            raise error

        if isinstance(self._initiator, Showing) and self._initiator.abandoned:
            # a failure that nobody asked about is the one the window tells
            self._runner.submit(fail_again, lambda _: None)
