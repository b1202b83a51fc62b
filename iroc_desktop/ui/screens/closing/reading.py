"""Reads a session as its last stage needs it, whether it is in progress or finished.

It must not change anything: it may be read again at any time.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.conversations import Conversations
from iroc_desktop.services.person_lines import StayingWell
from iroc_desktop.services.plans import Plans
from iroc_desktop.services.ports import Clock, Runner
from iroc_desktop.services.reflections import Reflections
from iroc_desktop.services.sessions import Sessions, SessionSitting
from iroc_desktop.services.worksheets import Worksheets
from iroc_desktop.ui.screens.closing.state import TakeAway


@dataclass(frozen=True, slots=True)
class Means:
    """The services that the screen works with."""

    sessions: Sessions
    conversations: Conversations
    plans: Plans
    staying_well: StayingWell
    worksheets: Worksheets
    reflections: Reflections
    pack: Pack
    runner: Runner
    clock: Clock


@dataclass(frozen=True, slots=True)
class Read:
    """A session as it was read; of `sitting` and `taken`, exactly one is there."""

    sitting: SessionSitting | None
    taken: TakeAway | None
    reflection: str = field(repr=False)


def read_session(means: Means, session_id: str, person_id: str) -> Read:
    """Return a session in progress, or what to take along from a finished one.

    Raises:
        RecordMissingError: if it was thrown away.
    """
    reflection = means.reflections.look(session_id, person_id).words
    try:
        return Read(means.sessions.look(session_id), None, reflection)
    except RecordMissingError:
        if all(each.id != session_id for each in means.sessions.of(person_id)):
            raise
    return Read(None, _take_away(means, session_id, person_id), reflection)


def _take_away(means: Means, session_id: str, person_id: str) -> TakeAway:
    finished = next(each for each in means.sessions.of(person_id) if each.id == session_id)
    plan = means.plans.active(person_id)
    filled = means.worksheets.of(person_id)
    return TakeAway(
        conversation_id=finished.conversation_id,
        plan=plan is not None and not plan.empty,
        staying_well=means.staying_well.of(person_id).begun,
        worksheets=tuple(each.title for each in filled if each.session_id == session_id and not each.empty),
    )
