"""A store that lives in memory: a list of operations and the domain's own fold.

It must not do anything the real store would refuse.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import TracebackType
from typing import Self

from iroc_desktop.domain.audit import Page, Wanted, entry_of
from iroc_desktop.domain.chains import ChainEnd
from iroc_desktop.domain.consent import Consent
from iroc_desktop.domain.conversation import Answer, Conversation, Draft
from iroc_desktop.domain.erasure import Erased
from iroc_desktop.domain.exploring import Exploration
from iroc_desktop.domain.names import matches, searchable
from iroc_desktop.domain.operations import (
    GENESIS,
    Action,
    Content,
    Entity,
    EntityKind,
    JsonValue,
    Operation,
    OperationId,
)
from iroc_desktop.domain.people import Organisation, Person, Practitioner
from iroc_desktop.domain.personal_plan import PlanSnapshot
from iroc_desktop.domain.plan import Outcome, Plan, PlanState, Review, Step, Support
from iroc_desktop.domain.records import (
    answer_fields,
    conversation_fields,
    conversation_from,
    organisation_fields,
    organisation_from,
    person_fields,
    person_from,
    practitioner_fields,
    practitioner_from,
)
from iroc_desktop.domain.reflection import Reflection
from iroc_desktop.domain.registers import FOLDED, fold, parents_for, values
from iroc_desktop.domain.retention import KEPT_UNTIL
from iroc_desktop.domain.session import OpenSession, Session
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import SessionSummary, summary_fields, summary_from
from iroc_desktop.domain.withheld import in_sight, is_hidden, person_behind
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.ports import Counts, PersonLine, Stamp, ordered_by_name
from tests.fakes.memory_backups import MemoryShelf
from tests.fakes.memory_erasures import MemoryCopies, MemoryErasures, must_not_be_erased
from tests.fakes.memory_exchange import Known, MemoryBundles, MemoryConflicts, MemoryPeers, MemoryTaken
from tests.fakes.memory_records import (
    MemoryArrangements,
    MemoryFavourites,
    MemoryLines,
    MemoryOpenSessions,
    MemoryRecords,
    MemorySheets,
)
from tests.fakes.memory_withheld import MemoryWithheld

REPLICA = "memory"
ORGANISATION = Entity(EntityKind.ORGANISATION, "organisation")


@dataclass
class MemoryStore:
    """Operations and drafts, kept only as long as the test."""

    operations: list[Operation] = field(default_factory=list)
    drafts: dict[str, Draft] = field(default_factory=dict)
    sessions: dict[str, OpenSession] = field(default_factory=dict)
    closed: bool = False
    erased: tuple[Erased, ...] = ()
    known: Known = field(default_factory=Known)
    replica: str = REPLICA
    backups: MemoryShelf = field(init=False)
    copies: MemoryCopies = field(init=False)

    def __post_init__(self) -> None:
        self.backups = MemoryShelf(self)
        self.copies = MemoryCopies(self)

    def begin(self, stamp: Stamp) -> MemoryUnit:
        """Return a unit of work on a copy, which commit puts in place."""
        if self.closed:
            raise AssertionError("the store is closed")
        return MemoryUnit(self, stamp)

    def close(self) -> None:
        """Refuse further work."""
        self.closed = True


class MemoryUnit:
    """One transaction over the lists of a `MemoryStore`."""

    def __init__(self, store: MemoryStore, stamp: Stamp) -> None:
        self._store = store
        self.stamp = stamp
        self.operations = list(store.operations)
        self.open_drafts = dict(store.drafts)
        self.sessions_open = dict(store.sessions)
        self.erased = store.erased
        self.known = store.known.copy()
        self.replica = store.replica
        self.people = MemoryPeople(self)
        self.practitioners = MemoryPractitioners(self)
        self.conversations = MemoryConversations(self)
        self.drafts = MemoryDrafts(self)
        self.summaries = MemorySummaries(self)
        self.organisation = MemoryOrganisation(self)
        self.open_sessions = MemoryOpenSessions(self)
        self.sessions = MemoryRecords(self, EntityKind.SESSION, Session)
        self.explorations = MemoryRecords(self, EntityKind.EXPLORATION, Exploration)
        self.reflections = MemoryRecords(self, EntityKind.REFLECTION, Reflection)
        self.plans = MemoryRecords(self, EntityKind.PLAN, Plan)
        self.outcomes = MemoryRecords(self, EntityKind.OUTCOME, Outcome)
        self.steps = MemoryRecords(self, EntityKind.STEP, Step)
        self.supports = MemoryRecords(self, EntityKind.SUPPORT, Support)
        self.reviews = MemoryRecords(self, EntityKind.REVIEW, Review)
        self.plan_snapshots = MemoryRecords(self, EntityKind.PLAN_SNAPSHOT, PlanSnapshot)
        self.worksheets = MemoryRecords(self, EntityKind.WORKSHEET, Worksheet)
        self.staying_well = MemoryLines(self, EntityKind.STAYING_WELL)
        self.values = MemoryLines(self, EntityKind.VALUES)
        self.favourites = MemoryFavourites(self)
        self.arrangements = MemoryArrangements(self)
        self.sheets = MemorySheets(self)
        self.consents = MemoryRecords(self, EntityKind.CONSENT, Consent)
        self.withheld = MemoryWithheld(self)
        self.erasures = MemoryErasures(self)
        self.bundles = MemoryBundles(self)
        self.peers = MemoryPeers(self)
        self.taken = MemoryTaken(self)
        self.conflicts = MemoryConflicts(self)
        self.log = MemoryLog(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.operations = list(self._store.operations)
        self.erased = self._store.erased
        self.known = self._store.known.copy()

    def commit(self) -> None:
        """Put the copy in place of the store's lists."""
        self._store.operations = list(self.operations)
        self._store.drafts = dict(self.open_drafts)
        self._store.sessions = dict(self.sessions_open)
        self._store.erased = self.erased
        self._store.known = self.known.copy()

    def counts(self, due_by: date, held_before: date) -> Counts:
        """Count by walking over everything."""
        lines = [self.line(person) for person in self.people.all()]
        due = [each for each in lines if _is_due(each, due_by, held_before)]
        conversations = sum(each.conversations for each in lines)
        return Counts(len(lines), conversations, len(due), len(self.drafts.all()), self._reviews_due(due_by))

    def _reviews_due(self, due_by: date) -> int:
        every = [self.reviews.get(each) for each in self.entities(EntityKind.REVIEW)]
        plans = {each: self.plans.get(each) for each in self.entities(EntityKind.PLAN)}
        return sum(
            each.plan_id in plans
            and plans[each.plan_id].state is PlanState.ACTIVE
            and not self.out_of_sight(plans[each.plan_id].person_id)
            and each.day is not None
            and each.day <= due_by
            and not (each.removed or each.words)
            for each in every
        )

    def line(self, person: Person) -> PersonLine:
        """Return a person as the list shows them."""
        held = self.conversations.of(person.id)
        newest = held[-1] if held else None
        return PersonLine(
            person,
            len(held),
            newest.held_on if newest else None,
            newest.next_on if newest else None,
            self.drafts.of(person.id) is not None,
        )

    def fields(self, entity: Entity) -> dict[str, JsonValue]:
        """Return the displayed fields of one entity; none, when it is out of sight."""
        given = self.every_field(entity)
        return {} if is_hidden(given) else in_sight(given)

    def every_field(self, entity: Entity) -> dict[str, JsonValue]:
        """Return the fields of one entity, what is out of sight included."""
        return values(fold(each for each in self.shown() if each.entity == entity))

    def shown(self) -> list[Operation]:
        """Return the operations that are not held back."""
        held = self.known.held
        return [each for each in self.operations if each.id not in held] if held else self.operations

    def entities(self, kind: EntityKind) -> list[str]:
        """Return the ids of one kind that are in sight, in the order in which they were first written."""
        first: dict[Entity, tuple[int, str]] = {}
        for each in self.shown():
            if each.entity.kind is kind:
                made = (each.lamport, each.id.replica)
                first[each.entity] = min(made, first.get(each.entity, made))
        every = sorted(first, key=lambda each: first[each])
        return [each.id for each in every if self._whole(kind, self.fields(each))]

    def _whole(self, kind: EntityKind, fields: dict[str, JsonValue]) -> bool:
        # of a conversation in progress, the log knows no more than that it was in the bin once
        return bool(fields) and (kind is not EntityKind.CONVERSATION or "held_on" in fields)

    def out_of_sight(self, person_id: str) -> bool:
        """Return whether a person is in the bin or blocked."""
        return is_hidden(self.every_field(Entity(EntityKind.PERSON, person_id)))

    def in_progress_out_of_sight(self, person_id: str, conversation_id: str) -> bool:
        """Return whether a conversation in progress, or its person, is in the bin or blocked."""
        conversation = Entity(EntityKind.CONVERSATION, conversation_id)
        return self.out_of_sight(person_id) or is_hidden(self.every_field(conversation))

    def write(self, entity: Entity, given: dict[str, JsonValue]) -> None:
        """Append the fields that differ."""
        present = self.every_field(entity)
        changed = {
            name: value for name, value in given.items() if name not in present or present[name] != value
        }
        if changed:
            self.append(entity, Action.WROTE, changed)

    def append(self, entity: Entity, action: Action, fields: dict[str, JsonValue], reason: str = "") -> None:
        """Append one operation."""
        if action in FOLDED:
            must_not_be_erased(self.erased, entity, fields)
        registers = fold(each for each in self.shown() if each.entity == entity)
        own = [each for each in self.operations if each.id.replica == self.replica]
        content = Content(f"{len(self.operations):032x}", fields, reason)
        self.operations.append(
            Operation(
                id=OperationId(self.replica, len(own) + 1),
                lamport=max((each.lamport for each in self.operations), default=0) + 1,
                parents=parents_for(fields, registers),
                previous=own[-1].hash if own else GENESIS,
                entity=entity,
                action=action,
                author=self.stamp.practitioner_id,
                claimed_at=self.stamp.claimed_at,
                content_digest=content.digest(),
                content=content,
            )
        )


def _is_due(line: PersonLine, due_by: date, held_before: date) -> bool:
    if line.next_on is not None:
        return line.next_on <= due_by
    return line.last_held_on is None or line.last_held_on < held_before


@dataclass
class MemoryPeople:
    """People, folded from the list each time."""

    unit: MemoryUnit

    def get(self, person_id: str) -> Person:
        """Return one person."""
        fields = self.unit.fields(Entity(EntityKind.PERSON, person_id))
        if not fields:
            raise RecordMissingError
        return person_from(person_id, fields)

    def put(self, person: Person) -> None:
        """Write the fields that differ."""
        self.unit.write(Entity(EntityKind.PERSON, person.id), person_fields(person))

    def keep_until(self, person_id: str, day: date, reason: str) -> None:
        """Keep until which day, and why."""
        self.unit.append(
            Entity(EntityKind.PERSON, person_id), Action.WROTE, {KEPT_UNTIL: day.isoformat()}, reason
        )

    def kept_longer(self) -> Mapping[str, date]:
        """Return until which day, of whom somebody said so."""
        people = {each.entity for each in self.unit.operations if each.entity.kind is EntityKind.PERSON}
        written = {each.id: self.unit.every_field(each).get(KEPT_UNTIL) for each in people}
        return {each: date.fromisoformat(day) for each, day in written.items() if day}

    def all(self) -> Sequence[Person]:
        """Return everyone by name."""
        everyone = (self.get(each) for each in self.unit.entities(EntityKind.PERSON))
        return ordered_by_name(everyone, searchable)

    def find(self, typed: str, limit: int) -> Sequence[PersonLine]:
        """Return lines of those whose name matches."""
        wanted = searchable(typed)
        found = [each for each in self.all() if matches(wanted, searchable(each.preferred_name))]
        return [self.unit.line(person) for person in found[:limit]]


@dataclass
class MemoryPractitioners:
    """Practitioners, folded from the list each time."""

    unit: MemoryUnit

    def get(self, practitioner_id: str) -> Practitioner:
        """Return one practitioner."""
        fields = self.unit.fields(Entity(EntityKind.PRACTITIONER, practitioner_id))
        if not fields:
            raise RecordMissingError
        return practitioner_from(practitioner_id, fields)

    def put(self, practitioner: Practitioner) -> None:
        """Write the fields that differ."""
        entity = Entity(EntityKind.PRACTITIONER, practitioner.id)
        self.unit.write(entity, practitioner_fields(practitioner))

    def all(self) -> Sequence[Practitioner]:
        """Return every practitioner."""
        return [self.get(each) for each in self.unit.entities(EntityKind.PRACTITIONER)]


@dataclass
class MemoryConversations:
    """Completed conversations, folded from the list each time."""

    unit: MemoryUnit

    def get(self, conversation_id: str) -> Conversation:
        """Return one conversation."""
        fields = self.unit.fields(Entity(EntityKind.CONVERSATION, conversation_id))
        if "held_on" not in fields:
            raise RecordMissingError
        return conversation_from(conversation_id, fields)

    def add(self, conversation: Conversation) -> None:
        """Append it whole."""
        entity = Entity(EntityKind.CONVERSATION, conversation.id)
        self.unit.append(entity, Action.WROTE, conversation_fields(conversation))

    def correct(self, conversation_id: str, indicator_id: str, after: Answer, reason: str) -> None:
        """Append what differs, with the reason."""
        before = self.get(conversation_id).answer(indicator_id)
        changed = answer_fields(indicator_id, after, before)
        if changed:
            entity = Entity(EntityKind.CONVERSATION, conversation_id)
            self.unit.append(entity, Action.CORRECTED, changed, reason)

    def of(self, person_id: str) -> Sequence[Conversation]:
        """Return a person's conversations, oldest first."""
        every = (self.get(each) for each in self.unit.entities(EntityKind.CONVERSATION))
        own = [each for each in every if each.person_id == person_id]
        return sorted(own, key=lambda each: (each.held_on, each.id))


@dataclass
class MemoryDrafts:
    """Drafts by conversation id."""

    unit: MemoryUnit

    def get(self, conversation_id: str) -> Draft:
        """Return one draft."""
        if conversation_id not in self.unit.open_drafts:
            raise RecordMissingError
        return self.unit.open_drafts[conversation_id]

    def put(self, draft: Draft) -> None:
        """Add or replace."""
        conversation = Entity(EntityKind.CONVERSATION, draft.conversation.id)
        must_not_be_erased(self.unit.erased, conversation, {"person_id": draft.conversation.person_id})
        self.unit.open_drafts[draft.conversation.id] = draft

    def remove(self, conversation_id: str) -> None:
        """Forget it."""
        self.unit.open_drafts.pop(conversation_id, None)

    def of(self, person_id: str) -> Draft | None:
        """Return a person's draft."""
        own = (each for each in self.all() if each.conversation.person_id == person_id)
        return next(iter(own), None)

    def all(self) -> Sequence[Draft]:
        """Return every draft."""
        every = self.unit.open_drafts.values()
        return [
            each
            for each in every
            if not self.unit.in_progress_out_of_sight(each.conversation.person_id, each.conversation.id)
        ]


@dataclass
class MemorySummaries:
    """Kept summaries."""

    unit: MemoryUnit

    def add(self, summary: SessionSummary) -> None:
        """Keep it."""
        entity = Entity(EntityKind.SUMMARY, summary.id)
        self.unit.append(entity, Action.WROTE, summary_fields(summary))

    def get(self, summary_id: str) -> SessionSummary:
        """Return one summary."""
        fields = self.unit.fields(Entity(EntityKind.SUMMARY, summary_id))
        if not fields:
            raise RecordMissingError
        return summary_from(summary_id, fields)

    def of(self, person_id: str) -> Sequence[SessionSummary]:
        """Return a person's summaries in the order in which they were kept."""
        every = (self.get(each) for each in self.unit.entities(EntityKind.SUMMARY))
        return [each for each in every if each.person_id == person_id]


@dataclass
class MemoryOrganisation:
    """The one organisation."""

    unit: MemoryUnit

    def get(self) -> Organisation:
        """Return it."""
        return organisation_from(self.unit.fields(ORGANISATION))

    def put(self, organisation: Organisation) -> None:
        """Write the fields that differ."""
        self.unit.write(ORGANISATION, organisation_fields(organisation))


@dataclass
class MemoryLog:
    """The list itself."""

    unit: MemoryUnit

    def note(self, entity: Entity, action: Action) -> None:
        """Append an audit entry."""
        self.unit.append(entity, action, {})

    def of(self, entity: Entity) -> Sequence[Operation]:
        """Return the operations about one entity."""
        return [each for each in self.unit.shown() if each.entity == entity]

    def last_claim(self) -> str:
        """Return when the newest operation claims to have been made."""
        return self.unit.operations[-1].claimed_at if self.unit.operations else ""

    def entries(self, wanted: Wanted, before: int | None, limit: int) -> Page:
        """Walk over everything, newest first."""
        numbered = enumerate(self.unit.operations, start=1)
        every = [entry_of(each, place, self._person_behind(each.entity)) for place, each in numbered]
        found = [each for each in every[: before - 1 if before else None] if wanted.fits(each)]
        page = tuple(found[::-1][:limit])
        return Page(page, page[-1].position if len(found) > limit else 0)

    def machines(self) -> Sequence[str]:
        """Return this machine, and then the others."""
        own = self.unit.replica
        return (own, *sorted({each.id.replica for each in self.unit.operations} - {own}))

    def ends(self) -> Mapping[str, ChainEnd]:
        """Return the end of each chain, always signed."""
        newest = {each.id.replica: each for each in self.unit.operations}
        return {name: ChainEnd(each.id.seq, each.hash, forged=False) for name, each in newest.items()}

    def chain(self, replica: str, after: int, limit: int) -> Sequence[Operation]:
        """Return a piece of the list."""
        return [each for each in self.unit.operations if each.id.replica == replica][after : after + limit]

    def _person_behind(self, entity: Entity) -> str:
        fields = self.unit.every_field(entity)
        if "plan_id" in fields:
            return self._person_behind(Entity(EntityKind.PLAN, fields["plan_id"]))
        return person_behind(entity, fields)
