"""Gathering everything that is held on one person, and noting that it was handed over.

It must not read from the tables what the log says better: they leave out what is out of sight.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from iroc_desktop.domain.conversation import Draft
from iroc_desktop.domain.holdings import (
    Held,
    Holdings,
    Made,
    without_own_notes,
    without_reflections,
)
from iroc_desktop.domain.operations import Action, Entity, EntityKind, JsonValue, Operation
from iroc_desktop.domain.plain import plain
from iroc_desktop.domain.records import conversation_fields, person_from
from iroc_desktop.domain.registers import fold, values
from iroc_desktop.domain.session import OpenSession
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.withheld import Keeping
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.ports import ReportWriter, UnitOfWork
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.work import Work

_ORDER: Final = {kind: place for place, kind in enumerate(EntityKind)}
_MARKS: Final = {each.value for each in Keeping}


class HoldingsOf:
    """The record of everything held on one person."""

    def __init__(self, work: Work, pack: Pack, writer: ReportWriter, roles: Roles) -> None:
        self._roles = roles
        self._work = work
        self._pack = pack
        self._writer = writer

    def gather(
        self, person_id: str, paper: Paper, *, own_notes: bool = True, reflections: bool = True
    ) -> Holdings:
        """Return everything held on a person, in their language.

        `own_notes`, `reflections`: with what practitioners wrote for themselves. So only a team lead may ask.

        Raises:
            LeadsOnlyError: at anybody else's desk.
            RecordMissingError: if there is no such person.
        """
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            fields = values(fold(unit.log.of(Entity(EntityKind.PERSON, person_id))))
            if not fields:
                raise RecordMissingError
            person = person_from(person_id, fields)
            names = {each.id: each.name for each in unit.practitioners.all()}
            entities = sorted(unit.erasures.belonging(person_id), key=_place)
            held = [_held(each, unit.log.of(each), names) for each in entities]
            held += _in_progress(unit, person_id, entities)
            organisation = unit.organisation.get().name
        wording = self._pack.wording(person.language)
        whole = Holdings(
            person_id=person_id,
            name=person.name_on_paper,
            language=wording.language,
            made_on=self._work.clock.today(),
            paper=paper,
            organisation=organisation,
            practitioner=names.get(self._work.practitioner_id, ""),
            held=tuple(each for each in held if each.fields or each.made),
            indicators={
                each.id: wording.indicators[each.id].name for each in self._pack.instrument.indicators
            },
            steps=wording.steps,
            practice=person.practice,
        )
        shared = whole if own_notes else without_own_notes(whole)
        return shared if reflections else without_reflections(shared)

    def pdf(self, holdings: Holdings) -> bytes:
        """Return it as a PDF in the person's language."""
        return self._writer.everything_held(holdings)

    def bundle(self, holdings: Holdings) -> bytes:
        """Return it as one ZIP file: the PDF, a table for each part, and all of it for machines."""
        return self._writer.held_bundle(holdings)

    def protected(self, pdf: bytes, passphrase: str) -> bytes:
        """Return the PDF so that it opens with this passphrase only; with an empty one, as it is.

        Raises:
            PassphraseTooShortError, PdfPassphraseError: if the passphrase would not do.
        """
        return self._writer.protected(pdf, passphrase) if passphrase else pdf

    def handed_over(self, person_id: str, action: Action) -> Done[None]:
        """Note that it was printed or saved."""
        with self._work.begin() as unit:
            unit.log.note(Entity(EntityKind.HOLDINGS, person_id), action)
            unit.commit()
        return Done(None, Changes())


def _place(entity: Entity) -> tuple[int, str]:
    return _ORDER[entity.kind], entity.id


def _held(entity: Entity, operations: Sequence[Operation], names: Mapping[str, str]) -> Held:
    said = values(fold(operations))
    marks = [name.partition("/") for name, value in said.items() if value and _is_mark(name)]
    in_order = sorted(operations, key=lambda each: (each.lamport, each.id))
    return Held(
        entity,
        {name: value for name, value in said.items() if not _is_mark(name)},
        tuple(_made(each, names) for each in in_order),
        in_bin=any(keeping == Keeping.IN_BIN and not part for keeping, _, part in marks),
        parts_in_bin=tuple(sorted(part for _, _, part in marks if part)),
    )


def _is_mark(name: str) -> bool:
    return name.partition("/")[0] in _MARKS


def _made(operation: Operation, names: Mapping[str, str]) -> Made:
    content = operation.content
    return Made(
        number=str(operation.id),
        action=operation.action.value,
        who=names.get(operation.author, ""),
        claimed_at=operation.claimed_at,
        reason=content.reason if content else "",
        fields=dict(content.fields) if content else {},
    )


def _in_progress(unit: UnitOfWork, person_id: str, entities: Iterable[Entity]) -> list[Held]:
    """Return what is in progress on this machine, also while it lies in the bin."""
    talks = [each.id for each in entities if each.kind is EntityKind.CONVERSATION]
    drafts = {each.conversation.id: each for each in _drafts(unit, person_id, talks)}
    opened = unit.open_sessions.of(person_id)
    around = [unit.open_sessions.around(each) for each in drafts]
    sessions = {each.id: each for each in (opened, *around) if each is not None}
    return [_draft_held(each) for each in drafts.values()] + [_open_held(each) for each in sessions.values()]


def _drafts(unit: UnitOfWork, person_id: str, talks: Iterable[str]) -> list[Draft]:
    found = [each for each in (unit.drafts.of(person_id),) if each is not None]
    for each in talks:
        try:
            found.append(unit.drafts.get(each))
        except RecordMissingError:
            # it was held and completed
            continue
    return found


def _draft_held(draft: Draft) -> Held:
    entity = Entity(EntityKind.CONVERSATION, draft.conversation.id)
    return Held(entity, conversation_fields(draft.conversation), finished=False)


def _open_held(opened: OpenSession) -> Held:
    fields: dict[str, JsonValue] = plain(opened.session)
    explored = {each: plain(said) for each, said in opened.explorations.items()}
    return Held(Entity(EntityKind.SESSION, opened.id), {**fields, "explorations": explored}, finished=False)
