"""Welcome back: last time's steps first, each with what became of it and what helped.

It must not judge: no answer is worse than another, and a step can be left without one.
"""

from __future__ import annotations

from dataclasses import replace

from iroc_desktop.domain.session import STATUS_AFTER, LookBack, OpenSession, Session, StepNews
from iroc_desktop.services.changes import Done, whole_session_changed
from iroc_desktop.services.planning import active_plan, must_be_active
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.work import Work


class WelcomeBack:
    """The first stage of a session with a person who comes again."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def steps(self, session_id: str) -> tuple[LookBack, ...]:
        """Return last time's steps, with what was said about them so far."""
        with self._work.begin() as unit:
            return last_steps(unit, unit.open_sessions.get(session_id).session)

    def answer(
        self, session_id: str, step_id: str, news: StepNews | None, what_helped: str = ""
    ) -> Done[OpenSession]:
        """Keep what became of a step, and change its status with it; without news, the status goes back.

        Raises:
            RecordMissingError: if there is no such session in progress, or no such step.
        """
        with self._work.begin() as unit:
            opened = unit.open_sessions.get(session_id)
            step = unit.steps.get(step_id)
            must_be_active(unit, step.plan_id)
            known = opened.session.looked_back.get(step_id) or LookBack(step_id, status_before=step.status)
            told = replace(known, words=step.words, news=news, what_helped=what_helped)
            opened = replace(opened, session=opened.session.with_look_back(told))
            status = told.status_before if news is None else STATUS_AFTER[news]
            if known.news is not news:
                unit.steps.put(replace(step, status=status))
            unit.open_sessions.put(opened)
            unit.commit()
        return Done(opened, whole_session_changed(opened.session.person_id))


def last_steps(unit: UnitOfWork, session: Session) -> tuple[LookBack, ...]:
    """Return the steps that were open when the last session ended, with what was said about them now.

    Where no session was finished yet, they are the active plan's open steps. A step that was taken away
    since is not asked about, unless it was answered already.
    """
    plan = active_plan(unit, session.person_id)
    snapshots = unit.plan_snapshots.of(session.person_id)
    known = {each.id: each for each in plan.steps} if plan else {}
    if snapshots:
        asked = [each.id for each in snapshots[-1].plan.open_steps if each.id in known]
    else:
        asked = [each.id for each in known.values() if each.open]
    answered = [each for each in session.looked_back if each not in asked]
    order = {step_id: place for place, step_id in enumerate(known)}
    every = sorted((*asked, *answered), key=lambda each: order.get(each, len(order)))
    return tuple(_look_back(session, each, known[each].words if each in known else "") for each in every)


def _look_back(session: Session, step_id: str, words: str) -> LookBack:
    told = session.looked_back.get(step_id)
    if told is None:
        return LookBack(step_id, words)
    return replace(told, words=words or told.words)
