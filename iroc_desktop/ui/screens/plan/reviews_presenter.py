"""The days on which the plan was, or will be, looked at together.

It must not refuse a day: an odd one is asked about, and kept when the answer is yes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import DateQuestion, Review
from iroc_desktop.services.changes import Done
from iroc_desktop.services.planning import Added
from iroc_desktop.services.plans import Plans
from iroc_desktop.services.ports import Clock
from iroc_desktop.ui.models.dates import months_later
from iroc_desktop.ui.models.showing import Showing
from iroc_desktop.ui.models.writing import Writing


@dataclass(frozen=True, slots=True)
class Asked:
    """An odd day that waits for an answer."""

    day: date
    question: DateQuestion
    review_id: str = ""
    """Empty: the day of a new review."""


@dataclass(frozen=True, slots=True)
class ReviewsState:
    """What is being asked, if anything."""

    asked: Asked | None = None


class ReviewsPresenter(Showing[ReviewsState]):
    """Adds reviews to the plan that is shown, and changes them."""

    def __init__(
        self,
        plans: Plans,
        clock: Clock,
        writing: Writing,
        plan: Callable[[], PersonalPlan | None],
        kept: Callable[[PersonalPlan], None],
    ) -> None:
        """Ask `plan` for the plan that is shown, and tell `kept` the one that was kept."""
        super().__init__(ReviewsState())
        self._plans = plans
        self._clock = clock
        self._writing = writing
        self._plan = plan
        self._kept = kept

    @property
    def likely_day(self) -> date:
        """Return the day that a new review is offered for."""
        return months_later(self._clock.today(), 1)

    def propose(self, day: date, review_id: str = "") -> None:
        """Keep a day for a review, or for a new one; an odd day is asked about first."""
        plan = self._plan()
        if plan is None:
            return

        def told(question: DateQuestion | None) -> None:
            if question is None:
                self._keep(day, review_id)
            else:
                self._show(ReviewsState(Asked(day, question, review_id)))

        work = self._plans.question_about
        self._writing.send("review's day", lambda: work(plan.person_id, day), told)

    def answer(self, *, keep: bool) -> None:
        """Keep the odd day that was asked about, or leave it."""
        asked = self.state.asked
        self._show(ReviewsState())
        if asked is not None and keep:
            self._keep(asked.day, asked.review_id)

    def word(self, review_id: str, words: str) -> None:
        """Keep what was seen when the plan was looked at."""
        self._send(review_id, "words", lambda: self._plans.word_review(review_id, words))

    def _keep(self, day: date, review_id: str) -> None:
        plan, review = self._plan(), self._review(review_id)
        self._show(ReviewsState())
        if review is not None:
            words = review.words
            self._send(review_id, "day", lambda: self._plans.change_review(review_id, day, words))
        elif plan is not None and not review_id:
            self._writing.send("add", lambda: self._plans.review(plan.id, day), self._on_added)

    def _send(self, review_id: str, part: str, work: Callable[[], Done[PersonalPlan]]) -> None:
        self._writing.send(f"review {review_id} {part}", work, lambda done: self._kept(done.value))

    def _on_added(self, done: Done[Added]) -> None:
        self._kept(done.value.plan)

    def _review(self, review_id: str) -> Review | None:
        plan = self._plan()
        reviews = plan.reviews if plan else ()
        return next((each for each in reviews if each.id == review_id), None)
