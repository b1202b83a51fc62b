"""Holding a whole session: begin, go from stage to stage, be interrupted, resume, finish.

It must not lose a mark: each method is durable when it returns, and after a kill the same stage is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from iroc_desktop.domain.conversation import Conversation, Draft, Stage
from iroc_desktop.domain.history import History
from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.personal_plan import PersonalPlan, PlanSnapshot
from iroc_desktop.domain.session import Interruption, LookBack, OpenSession, Session
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done, session_changed, whole_session_changed
from iroc_desktop.services.conversations import blank_conversation
from iroc_desktop.services.planning import active_plan
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.welcome_back import last_steps
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class SessionSitting:
    """A session in progress with all that its stages show beside it."""

    person: Person
    opened: OpenSession
    conversation: Conversation
    """In progress, or already completed."""
    draft: Draft | None
    """The conversation's draft, as long as it is in progress."""
    earlier: History
    """The completed conversations before this one."""
    plan: PersonalPlan | None
    """The active plan, if there is one."""
    welcome: tuple[LookBack, ...]
    """Last time's steps with what was said about them; empty for a first session."""
    values: tuple[Line, ...]
    """What matters to the person."""

    @property
    def session(self) -> Session:
        """Return the session itself."""
        return self.opened.session

    @property
    def history(self) -> History:
        """Return the history with this conversation as the newest."""
        return self.earlier.until(self.conversation)


@dataclass(frozen=True, slots=True)
class Discarded:
    """A session that was thrown away with its conversation's draft, for Undo."""

    opened: OpenSession
    draft: Draft | None


class Sessions:
    """The sessions of the people in the record."""

    def __init__(self, work: Work, pack: Pack) -> None:
        self._work = work
        self._pack = pack

    def begin(self, person_id: str, held_on: date) -> Done[SessionSitting]:
        """Begin a session with a person, or resume the one in progress where it stopped.

        A conversation already in progress becomes the session's.

        Raises:
            RecordMissingError: if there is no such person.
        """
        with self._work.begin() as unit:
            unit.people.get(person_id)
            opened = unit.open_sessions.of(person_id) or self._new(unit, person_id, held_on)
            opened = self._going_on(unit, opened)
            unit.commit()
            sitting = self._sitting(unit, opened)
        return Done(sitting, whole_session_changed(person_id))

    def resume(self, session_id: str) -> Done[SessionSitting]:
        """Go on with a session that was paused, interrupted or killed, at the stage where it stopped.

        Raises:
            RecordMissingError: if there is no such session in progress any more.
        """
        with self._work.begin() as unit:
            opened = self._going_on(unit, unit.open_sessions.get(session_id))
            unit.commit()
            sitting = self._sitting(unit, opened)
        return Done(sitting, whole_session_changed(opened.session.person_id))

    def look(self, session_id: str) -> SessionSitting:
        """Return a session in progress as it stands; nothing is marked.

        Raises:
            RecordMissingError: if there is no such session in progress any more.
        """
        with self._work.begin() as unit:
            return self._sitting(unit, unit.open_sessions.get(session_id))

    def in_progress(self, person_id: str) -> OpenSession | None:
        """Return a person's session in progress, if there is one."""
        with self._work.begin() as unit:
            return unit.open_sessions.of(person_id)

    def all_in_progress(self) -> Sequence[OpenSession]:
        """Return every session in progress, in the order in which they were begun."""
        with self._work.begin() as unit:
            return unit.open_sessions.all()

    def of(self, person_id: str) -> Sequence[Session]:
        """Return a person's finished sessions, oldest first."""
        with self._work.begin() as unit:
            held = unit.sessions.of(person_id)
        return sorted(held, key=lambda each: (each.held_on, each.id))

    def turn_to(self, session_id: str, stage: Stage) -> Done[OpenSession]:
        """Open a stage: it is begun, unless it was done before."""
        return self._mark(session_id, lambda each: each.turned_to(stage, self._work.claimed_at))

    def finish_stage(self, session_id: str, stage: Stage) -> Done[OpenSession]:
        """Mark a stage as done."""
        return self._mark(session_id, lambda each: each.with_done(stage, self._work.claimed_at))

    def skip_stage(self, session_id: str, stage: Stage) -> Done[OpenSession]:
        """Mark a stage as left out for today; it can still be opened."""
        return self._mark(session_id, lambda each: each.with_skipped(stage, self._work.claimed_at))

    def date_held(self, session_id: str, held_on: date) -> Done[OpenSession]:
        """Keep the day the session was held, which need not be today, for its conversation too."""
        with self._work.begin() as unit:
            before = unit.open_sessions.get(session_id)
            opened = replace(before, session=replace(before.session, held_on=held_on))
            unit.open_sessions.put(opened)
            draft = _draft_of(unit, opened)
            if draft is not None:
                unit.drafts.put(replace(draft, conversation=draft.conversation.held(held_on)))
            unit.commit()
        return Done(opened, whole_session_changed(opened.session.person_id))

    def pause(self, session_id: str) -> Done[OpenSession]:
        """Put the session aside, to be resumed another time."""
        return self._mark(session_id, lambda each: each.paused(self._work.claimed_at), standing=True)

    def interrupt(self, session_id: str, reason: Interruption) -> Done[OpenSession]:
        """Mark that the session was stopped from outside, and why."""
        return self._mark(
            session_id, lambda each: each.interrupted(reason, self._work.claimed_at), standing=True
        )

    def finish(self, session_id: str) -> Done[Session]:
        """Finish and lock a session, with its conversation, what was explored, and the plan as it stands.

        A conversation in which nothing was said is not kept.

        Raises:
            RecordMissingError: if there is no such session in progress any more.
        """
        with self._work.begin() as unit:
            opened = unit.open_sessions.get(session_id)
            session = _with_conversation_settled(unit, opened).over(self._work.claimed_at)
            unit.sessions.put(session)
            for exploration in opened.explorations.values():
                if not exploration.empty:
                    unit.explorations.put(exploration)
            plan = active_plan(unit, session.person_id)
            if plan is not None and not plan.empty:
                unit.plan_snapshots.put(PlanSnapshot(session.id, session.person_id, session.held_on, plan))
            unit.open_sessions.remove(session_id)
            unit.commit()
        return Done(session, whole_session_changed(session.person_id))

    def discard(self, session_id: str) -> Done[Discarded]:
        """Throw a session in progress away, with its conversation's draft; `restore` brings it back.

        What was written in the plan, the staying-well plan and worksheets stays.
        """
        with self._work.begin() as unit:
            opened = unit.open_sessions.get(session_id)
            draft = _draft_of(unit, opened)
            unit.open_sessions.remove(session_id)
            if draft is not None:
                unit.drafts.remove(draft.conversation.id)
            unit.commit()
        return Done(Discarded(opened, draft), whole_session_changed(opened.session.person_id))

    def restore(self, discarded: Discarded) -> Done[OpenSession]:
        """Bring a discarded session back, as Undo does."""
        with self._work.begin() as unit:
            unit.open_sessions.put(discarded.opened)
            if discarded.draft is not None:
                unit.drafts.put(discarded.draft)
            unit.commit()
        return Done(discarded.opened, whole_session_changed(discarded.opened.session.person_id))

    def _new(self, unit: UnitOfWork, person_id: str, held_on: date) -> OpenSession:
        draft = unit.drafts.of(person_id)
        session = Session(self._work.new_id(), person_id, self._work.practitioner_id, held_on)
        session = session.begun(self._work.claimed_at)
        if draft is not None:
            session = replace(session, held_on=draft.conversation.held_on)
            session = session.turned_to(draft.stage, self._work.claimed_at)
        return OpenSession(session)

    def _going_on(self, unit: UnitOfWork, opened: OpenSession) -> OpenSession:
        session = opened.session.resumed(self._work.claimed_at)
        draft = _draft_of(unit, opened)
        if draft is None and not _is_completed(unit, session.conversation_id):
            blank = blank_conversation(self._work, self._pack, session.person_id, session.held_on)
            draft = unit.drafts.of(session.person_id) or Draft(blank, session.stage)
            session = session.with_conversation(draft.conversation.id)
        if draft is not None:
            unit.drafts.put(replace(draft, paused=False))
        opened = replace(opened, session=session)
        unit.open_sessions.put(opened)
        return opened

    def _sitting(self, unit: UnitOfWork, opened: OpenSession) -> SessionSitting:
        session = opened.session
        draft = _draft_of(unit, opened)
        held = unit.conversations.of(session.person_id)
        conversation = draft.conversation if draft else unit.conversations.get(session.conversation_id)
        others = (each for each in held if each.id != conversation.id)
        return SessionSitting(
            person=unit.people.get(session.person_id),
            opened=opened,
            conversation=conversation,
            draft=draft,
            earlier=History.of(self._pack.instrument, others),
            plan=active_plan(unit, session.person_id),
            welcome=last_steps(unit, session),
            values=tuple(each for each in unit.values.of(session.person_id) if not each.removed),
        )

    def _mark(
        self, session_id: str, edit: Callable[[Session], Session], *, standing: bool = False
    ) -> Done[OpenSession]:
        with self._work.begin() as unit:
            before = unit.open_sessions.get(session_id)
            opened = replace(before, session=edit(before.session))
            if opened != before:
                unit.open_sessions.put(opened)
                _follow(unit, opened, standing=standing)
                unit.commit()
        changes = session_changed(opened.session.person_id) if opened != before else Changes()
        return Done(opened, changes)


def _draft_of(unit: UnitOfWork, opened: OpenSession) -> Draft | None:
    try:
        return unit.drafts.get(opened.session.conversation_id)
    except RecordMissingError:
        return None


def _is_completed(unit: UnitOfWork, conversation_id: str) -> bool:
    try:
        unit.conversations.get(conversation_id)
    except RecordMissingError:
        return False
    return True


def _follow(unit: UnitOfWork, opened: OpenSession, *, standing: bool) -> None:
    draft = _draft_of(unit, opened)
    if draft is not None:
        unit.drafts.put(replace(draft, stage=opened.session.stage, paused=standing))


def _with_conversation_settled(unit: UnitOfWork, opened: OpenSession) -> Session:
    draft = _draft_of(unit, opened)
    if draft is None:
        return opened.session
    unit.drafts.remove(draft.conversation.id)
    if draft.conversation.untouched:
        return opened.session.with_conversation("")
    unit.conversations.add(draft.conversation.completed())
    return opened.session
