"""The serial worker: one thread that owns the store, so that a view never waits for it.

It must not let a callback run on the worker, nor swallow an error that nobody expected.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.services.changes import Done
from iroc_desktop.ui.tasks.said import Said

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Job:
    done: Callable[[Any], None]
    failed: Callable[[ExpectedError], None] | None
    initiator: object | None
    generation: int
    said: Said[Any] | None


class SerialRunner(QObject):
    """Runs work in the order it was submitted, and hands results to the window's thread."""

    changed = Signal(object, object)
    """`Changes` and the initiator, after every piece of work that changed something."""
    unheard = Signal(object)
    """An `ExpectedError` for which no one gave a `failed`."""
    lost = Signal(object)
    """What was `Said` and could not be kept, when no screen is left to try again."""
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._generation = 0
        self._refused: list[Said[Any]] = []
        # queued even when the work is done before anyone looks: an answer never comes inside the asking
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[ExpectedError], None] | None = None,
        *,
        initiator: object | None = None,
    ) -> None:
        """Run `work` after all earlier work; call `done` or `failed` later, on the window's thread."""
        job = _Job(done, failed, initiator, self._generation, work if isinstance(work, Said) else None)
        future = self._pool.submit(work)
        future.add_done_callback(lambda finished: self._finished.emit(job, finished))

    def refused(self) -> tuple[Said[Any], ...]:
        """Return what was said and refused by the store, as far as a screen still shows that it was."""
        self._refused = [each for each in self._refused if each.held()]
        return tuple(self._refused)

    def forget(self) -> None:
        """Deliver nothing more of what was submitted so far; the work itself is still done.

        The lock calls this: views that asked are gone, and must not be told. What was `Said` and fails
        all the same is told by `lost`.
        """
        self._refused.clear()
        self._generation += 1

    def close(self) -> None:
        """Wait until all work is done and end the thread; what was not delivered yet never is."""
        self.forget()
        self._pool.shutdown(wait=True)

    @Slot(object, object)
    def _deliver(self, job: _Job, finished: Future[Any]) -> None:
        error = finished.exception()
        if error is not None and not isinstance(error, ExpectedError):
            raise error  # a bug: the crash hook tells it, whoever is listening
        if error is not None and job.said is not None:
            self._refuse(job.said, late=job.generation != self._generation)
        if job.generation != self._generation:
            return
        if error is not None:
            (job.failed or self.unheard.emit)(error)
            return
        result = finished.result()
        job.done(result)
        if isinstance(result, Done):
            self.changed.emit(result.changes, job.initiator)

    def _refuse(self, said: Said[Any], *, late: bool) -> None:
        if late:
            self.lost.emit(said)
        else:
            self._refused = [*self.refused(), said]
