"""What services need for sessions, plans and worksheets, as Protocols beside those of `ports`.

It must not import an adapter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.consent import Consent
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.exploring import Exploration
from iroc_desktop.domain.kept_sheets import Sheet
from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.operations import Entity
from iroc_desktop.domain.personal_plan import PlanSnapshot
from iroc_desktop.domain.plan import Outcome, Plan, Review, Step, Support
from iroc_desktop.domain.reflection import Reflection
from iroc_desktop.domain.session import OpenSession, Session
from iroc_desktop.domain.withheld import Keeping, Withheld
from iroc_desktop.domain.worksheets import Worksheet

R = TypeVar("R")


class RecordRepository(Protocol[R]):
    """Records of one kind, each with an owner: a person, or the plan that a part belongs to."""

    def get(self, record_id: str) -> R:
        """Return one record.

        Raises:
            RecordMissingError: if there is no such record.
        """

    def put(self, record: R) -> None:
        """Add a record, or write the fields that differ from what is there, as one operation."""

    def of(self, owner_id: str) -> Sequence[R]:
        """Return the records of an owner, in the order in which they were first written."""


class OpenSessionRepository(Protocol):
    """Sessions in progress: local to this machine, durable at once, at most one for a person."""

    def get(self, session_id: str) -> OpenSession:
        """Return one session in progress.

        Raises:
            RecordMissingError: if there is no such session.
        """

    def put(self, opened: OpenSession) -> None:
        """Add or replace a session in progress."""

    def remove(self, session_id: str) -> None:
        """Remove it, because it was finished or thrown away."""

    def of(self, person_id: str) -> OpenSession | None:
        """Return a person's session in progress, if there is one."""

    def around(self, conversation_id: str) -> OpenSession | None:
        """Return the session in progress around a conversation, if there is one."""

    def all(self) -> Sequence[OpenSession]:
        """Return every session in progress, in the order in which they were begun."""


class LineRepository(Protocol):
    """One list of lines for each person: values, or the staying-well plan."""

    def of(self, person_id: str) -> Sequence[Line]:
        """Return a person's lines in their order, those taken away included."""

    def put(self, person_id: str, line: Line) -> None:
        """Add a line, or write what differs."""


class FavouriteRepository(Protocol):
    """The toolkit pages that practitioners like to have at hand."""

    def of(self, practitioner_id: str) -> frozenset[str]:
        """Return the ids of a practitioner's favourite pages."""

    def put(self, practitioner_id: str, page_id: str, *, favourite: bool) -> None:
        """Keep whether a page is a favourite."""


class ArrangementsRepository(Protocol):
    """The organisation's own choices about sessions."""

    def get(self) -> Arrangements:
        """Return them; empty and off if nobody chose yet."""

    def put(self, arrangements: Arrangements) -> None:
        """Write the fields that differ."""


class SheetRepository(Protocol):
    """The sheets that were printed or saved, other than summaries; one list for each person."""

    def of(self, person_id: str) -> Sequence[Sheet]:
        """Return a person's sheets, by the day on them."""

    def add(self, sheet: Sheet) -> None:
        """Keep a sealed sheet for good; one that is kept already changes nothing."""


class WithheldRepository(Protocol):
    """What is in the bin or blocked: such an entity is missing from every other repository."""

    def all(self) -> Sequence[Withheld]:
        """Return everything that is out of sight, what was put away last first."""

    def put_away(
        self, entity: Entity, keeping: Keeping, part: str = "", reason: str = "", about: str = ""
    ) -> None:
        """Keep an entity, or one field of it, out of sight; once more changes nothing.

        `about` is the person's id where the log does not tell it yet: of a conversation in progress.
        """

    def bring_out(self, entity: Entity, keeping: Keeping, part: str = "", reason: str = "") -> None:
        """Let it be seen again, as it was."""


class ErasureRepository(Protocol):
    """What was destroyed for good: it is in no other repository, and nothing can be written about it."""

    def all(self) -> Sequence[Erased]:
        """Return everything that was destroyed, what was destroyed last first."""

    def belonging(self, person_id: str) -> Sequence[Entity]:
        """Return all that the log holds about a person, what is out of sight included."""

    def destroy(self, entities: Iterable[Entity]) -> Sequence[Entity]:
        """Destroy these with all that belongs to them, and what is in progress; return what that was.

        The log keeps that there were operations, who made them and when, but not what they said.
        """


class SessionRecords(Protocol):
    """What a unit of work holds for sessions and what they lead to."""

    @property
    def consents(self) -> RecordRepository[Consent]:
        """Return the consents that people gave, owned by their person."""

    @property
    def withheld(self) -> WithheldRepository:
        """Return what is in the bin or blocked."""

    @property
    def erasures(self) -> ErasureRepository:
        """Return what was destroyed for good."""

    @property
    def open_sessions(self) -> OpenSessionRepository:
        """Return the sessions in progress."""

    @property
    def sessions(self) -> RecordRepository[Session]:
        """Return the finished sessions, owned by their person."""

    @property
    def explorations(self) -> RecordRepository[Exploration]:
        """Return what was explored in finished sessions, owned by the person."""

    @property
    def reflections(self) -> RecordRepository[Reflection]:
        """Return the practitioners' reflections, owned by the person they are about."""

    @property
    def plans(self) -> RecordRepository[Plan]:
        """Return the plans without their parts, owned by their person."""

    @property
    def outcomes(self) -> RecordRepository[Outcome]:
        """Return the outcomes, owned by their plan."""

    @property
    def steps(self) -> RecordRepository[Step]:
        """Return the steps, owned by their plan."""

    @property
    def supports(self) -> RecordRepository[Support]:
        """Return the supports, owned by their plan."""

    @property
    def reviews(self) -> RecordRepository[Review]:
        """Return the reviews, owned by their plan."""

    @property
    def plan_snapshots(self) -> RecordRepository[PlanSnapshot]:
        """Return the plans as they stood at finished sessions, owned by their person."""

    @property
    def staying_well(self) -> LineRepository:
        """Return the lines of staying-well plans."""

    @property
    def values(self) -> LineRepository:
        """Return the people's own values."""

    @property
    def worksheets(self) -> RecordRepository[Worksheet]:
        """Return the filled-in toolkit pages, owned by their person."""

    @property
    def favourites(self) -> FavouriteRepository:
        """Return the favourite toolkit pages."""

    @property
    def arrangements(self) -> ArrangementsRepository:
        """Return the organisation's own choices."""

    @property
    def sheets(self) -> SheetRepository:
        """Return the kept sheets."""
