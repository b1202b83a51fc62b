"""Erasure: nothing of the person is left, the chain still fits, and nothing comes back in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from iroc_desktop.domain.erasure import (
    Erased,
    belonging,
    confirms,
    erase,
    merged,
    people_in,
    person_code,
)
from iroc_desktop.domain.operations import (
    GENESIS,
    Action,
    Content,
    Entity,
    EntityKind,
    JsonValue,
    Operation,
    OperationId,
    first_fault,
)
from iroc_desktop.domain.registers import fold
from iroc_desktop.domain.withheld import ONE_FOR_EACH_PERSON

PEOPLE = ("ana", "bea", "cruz")
_OF_PERSON = (EntityKind.CONVERSATION, EntityKind.SUMMARY, EntityKind.SESSION, EntityKind.PLAN)
_PARTS = (EntityKind.OUTCOME, EntityKind.STEP, EntityKind.SUPPORT, EntityKind.REVIEW)
SENTINEL = "what only {} said"


def entity_of(kind: EntityKind, person_id: str, number: int) -> Entity:
    return Entity(kind, person_id if kind in ONE_FOR_EACH_PERSON else f"{kind}-{person_id}-{number}")


def fields_of(entity: Entity, person_id: str, number: int) -> dict[str, JsonValue]:
    words = SENTINEL.format(person_id)
    if entity.kind in _PARTS:
        return {"plan_id": f"{EntityKind.PLAN}-{person_id}-{number}", "words": words}
    if entity.kind in _OF_PERSON:
        return {"person_id": person_id, "words": words}
    return {"words": words}


@st.composite
def things(draw: st.DrawFn) -> tuple[Entity, dict[str, JsonValue]]:
    """Return an entity of some person, and fields about it; a later edit does not say whose it is."""
    kind = draw(st.sampled_from((*sorted(ONE_FOR_EACH_PERSON), *_OF_PERSON, *_PARTS)))
    person_id, number = draw(st.sampled_from(PEOPLE)), draw(st.integers(0, 1))
    entity = entity_of(kind, person_id, number)
    return entity, fields_of(entity, person_id, number)


@st.composite
def chains(draw: st.DrawFn) -> tuple[Operation, ...]:
    """Return the chain of one machine; all plans are begun, and edits follow what they edit."""
    plans = [(entity_of(EntityKind.PLAN, each, number), each, number) for each in PEOPLE for number in (0, 1)]
    begun = [(entity, fields_of(entity, person_id, number)) for entity, person_id, number in plans]
    for thing in draw(st.lists(things(), min_size=1, max_size=14)):
        known = dict(begun)
        edit = (thing[0], {"words": f"again {thing[1]['words']}"})
        begun.append(edit if thing[0] in known else thing)
    return chained(begun)


def chained(written: Sequence[tuple[Entity, dict[str, JsonValue]]]) -> tuple[Operation, ...]:
    made: list[Operation] = []
    for seq, (entity, fields) in enumerate(written, start=1):
        content = Content(f"{seq:032x}", fields, "because")
        made.append(
            Operation(
                id=OperationId("pc-1", seq),
                lamport=seq,
                parents=(),
                previous=made[-1].hash if made else GENESIS,
                entity=entity,
                action=Action.WROTE,
                author="practitioner-1",
                claimed_at="2026-11-24T10:42:00+00:00",
                content_digest=content.digest(),
                content=content,
            )
        )
    return tuple(made)


def destroyed(person_id: str, at: str = "2026-11-25", by: str = "lead") -> Erased:
    return Erased(Entity(EntityKind.PERSON, person_id), person_id, at, by)


@given(chains(), st.sampled_from(PEOPLE))
def test_nothing_of_the_person_is_left_and_nothing_of_others_is_missing(
    chain: tuple[Operation, ...], person_id: str
) -> None:
    after, erased = erase(chain, [destroyed(person_id)])
    for before, now in zip(chain, after, strict=True):
        assert before.content is not None
        own = person_id in str(before.content.fields["words"])
        assert (now.content is None) is own
        assert (now.entity in {each.entity for each in erased}) is own or before.entity.id == person_id
    assert SENTINEL.format(person_id) not in repr([each.content and each.content.fields for each in after])


@given(chains(), st.sets(st.sampled_from(PEOPLE), min_size=1))
def test_the_chain_still_fits_and_folds(chain: tuple[Operation, ...], people: set[str]) -> None:
    after, _ = erase(chain, map(destroyed, people))
    assert first_fault(chain) is None
    assert first_fault(after) is None
    assert [each.hash for each in after] == [each.hash for each in chain]
    left = [each for each in after if each.content is not None]
    assert fold(after).keys() == fold(left).keys()


@given(chains(), st.sampled_from(PEOPLE))
def test_erasing_twice_changes_nothing(chain: tuple[Operation, ...], person_id: str) -> None:
    once = erase(chain, [destroyed(person_id)])
    assert erase(*once) == once


@given(chains(), st.data())
def test_the_order_of_arrival_does_not_matter(chain: tuple[Operation, ...], data: st.DataObject) -> None:
    order = data.draw(st.permutations(chain))
    news = data.draw(st.permutations([destroyed("ana"), destroyed("ana", "2026-11-20"), destroyed("bea")]))
    held: tuple[Operation, ...] = ()
    erased: tuple[Erased, ...] = ()
    for number, each in enumerate(order):
        held, erased = erase((*held, each), (*erased, *news[number : number + 1]))
    held, erased = erase(held, merged(erased, news))
    expected, every = erase(chain, news)
    assert sorted(held, key=lambda one: one.id) == list(expected)
    assert erased == every


@given(chains(), st.sampled_from(PEOPLE))
def test_what_was_emptied_elsewhere_and_arrives_with_its_list_stays_empty(
    chain: tuple[Operation, ...], person_id: str
) -> None:
    emptied, erased = erase(chain, [destroyed(person_id)])
    again, whole = erase(
        (*emptied, *chained([(Entity(EntityKind.PERSON, person_id), {"words": "back"})])), erased
    )
    assert again[-1].content is None
    assert set(erased) <= set(whole)


def test_a_step_is_found_through_its_plan() -> None:
    plan, step = Entity(EntityKind.PLAN, "p"), Entity(EntityKind.STEP, "s")
    written = [(step, {"plan_id": "p"}), (step, {"words": "later"}), (plan, {"person_id": "ana"})]
    assert belonging(frozenset({"ana"}), written) == {plan, step}
    assert belonging(frozenset({"bea"}), written) == frozenset()


def test_a_single_record_takes_its_parts_along_but_not_its_person() -> None:
    plan, step, talk = (
        Entity(EntityKind.PLAN, "p"),
        Entity(EntityKind.STEP, "s"),
        Entity(EntityKind.CONVERSATION, "c"),
    )
    chain = chained([(plan, {"person_id": "ana"}), (step, {"plan_id": "p"}), (talk, {"person_id": "ana"})])
    after, erased = erase(chain, [replace(destroyed("ana"), entity=plan)])
    assert [each.content is None for each in after] == [True, True, False]
    assert {each.entity for each in erased} == {plan, step}
    assert people_in(erased) == frozenset()


def test_the_name_is_typed_as_it_is_shown_but_capitals_do_not_matter() -> None:
    assert confirms("  josé  m. ", "José M.", "id")
    assert confirms("JOSE M.", "José M.", "id")
    assert confirms("0F3A9C21", "José M.", "0f3a9c21d4e5")
    assert not confirms("José", "José M.", "id")
    assert not confirms("", "", "")
    assert not confirms(" ", "\u0301", "id")


def test_a_code_stands_for_a_person() -> None:
    assert person_code("0f3a9c21d4e5") == "0f3a9c21"
    assert person_code("ana") == "ana"
