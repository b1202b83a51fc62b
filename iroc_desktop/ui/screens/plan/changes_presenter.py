"""How the plan came to be what it is: read when somebody opens its history, not before.

It must not change anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.services.history_of import Change, HistoryOf
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


class ChangesPresenter(Showing[Sequence[Change] | None]):
    """The changes of the plan and of everything in it, newest first; None until they were asked for."""

    def __init__(
        self, history_of: HistoryOf | None, writing: Writing, plan: Callable[[], PersonalPlan | None]
    ) -> None:
        """Without `history_of` there is nothing to read."""
        super().__init__(None)
        self._history_of = history_of
        self._writing = writing
        self._plan = plan

    def open(self) -> None:
        """Read how the plan came to be what it is now."""
        history_of, plan = self._history_of, self._plan()
        if history_of is not None and plan is not None:
            plan_id = plan.id
            self._writing.send("changes", lambda: history_of.of_plan(plan_id), self._show)
