"""The practice people have histories worth looking at, the same in each language, and fit the instrument."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.domain.conversation import UnratedReason
from iroc_desktop.domain.instrument import Instrument
from iroc_desktop.domain.plan import CONFIDENT, StepStatus
from iroc_desktop.domain.practice import PracticeConversation, PracticePerson, PracticePlan
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.system.content import load_pack, load_practice
from tests.system.content.places import OPEN_PACK, PRACTICE, SCHEMAS, edited, line_of

LANGUAGES = ("en", "es")
F = ContentFault
P = ContentProblem


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return load_pack(OPEN_PACK, SCHEMAS).instrument


def people_in(language: str, instrument: Instrument) -> tuple[PracticePerson, ...]:
    return load_practice(PRACTICE / f"people.{language}.yaml", SCHEMAS, instrument)


@pytest.fixture(params=LANGUAGES)
def people(request: pytest.FixtureRequest, instrument: Instrument) -> tuple[PracticePerson, ...]:
    return people_in(request.param, instrument)


def plan_skeleton(plan: PracticePlan | None) -> list[object]:
    if plan is None:
        return []
    return [
        (
            one.indicators,
            step.status,
            step.due_in_days,
            step.due_occasion,
            step.confidence,
            bool(step.support),
        )
        for one in plan.outcomes
        for step in one.steps
    ]


def skeleton(people: tuple[PracticePerson, ...]) -> list[object]:
    return [
        (
            person.id,
            person.reads,
            [
                (
                    held.days_ago,
                    held.focus,
                    held.next_in_days,
                    held.complete,
                    [
                        (one, answer.rating, answer.unrated, bool(answer.words), bool(answer.strength))
                        for one, answer in held.answers.items()
                    ],
                )
                for held in person.conversations
            ],
            len(person.values),
            {section: len(lines) for section, lines in person.staying_well.items()},
            plan_skeleton(person.plan),
        )
        for person in people
    ]


def test_both_languages_tell_the_same_histories(instrument: Instrument) -> None:
    english, spanish = (skeleton(people_in(language, instrument)) for language in LANGUAGES)
    assert len(english) == 6
    assert english == spanish


def total(held: PracticeConversation) -> int:
    return sum(answer.rating or 0 for answer in held.answers.values())


def test_histories_go_up_and_down(people: tuple[PracticePerson, ...]) -> None:
    whole = [
        [total(held) for held in person.conversations if all(a.rating for a in held.answers.values())]
        for person in people
    ]
    steps = [later - earlier for totals in whole for earlier, later in pairwise(totals)]
    assert any(step > 0 for step in steps)
    assert any(step < 0 for step in steps)


def test_there_are_gaps_a_first_conversation_and_a_draft(people: tuple[PracticePerson, ...]) -> None:
    held = [one for person in people for one in person.conversations]
    reasons = {answer.unrated for one in held for answer in one.answers.values()}
    assert reasons == {None, *UnratedReason}
    assert any(len(person.conversations) == 1 for person in people)
    (draft,) = [one for one in held if not one.complete]
    assert draft.days_ago == 0
    assert any(answer.private for one in held for answer in one.answers.values())


def test_complete_conversations_say_something_about_every_indicator(
    people: tuple[PracticePerson, ...], instrument: Instrument
) -> None:
    complete = [held for person in people for held in person.conversations if held.complete]
    assert complete
    for held in complete:
        assert list(held.answers) == [indicator.id for indicator in instrument.indicators]
        assert all(answer.settled for answer in held.answers.values())
        assert held.focus


def test_somebody_reads_the_other_language(instrument: Instrument) -> None:
    for language in LANGUAGES:
        read = {person.reading_language for person in people_in(language, instrument)}
        assert read == set(LANGUAGES)


def test_conversations_come_oldest_first(people: tuple[PracticePerson, ...]) -> None:
    for person in people:
        days = [held.days_ago for held in person.conversations]
        assert days == sorted(set(days), reverse=True)


def test_a_person_keeps_their_words_out_of_repr(people: tuple[PracticePerson, ...]) -> None:
    ana = people[0]
    assert ana.preferred_name not in repr(ana)
    words = [answer.words for held in ana.conversations for answer in held.answers.values() if answer.words]
    assert words
    assert not any(one in repr(ana) for one in words)


def test_two_people_have_a_plan_with_steps_in_every_state_and_know_what_keeps_them_well(
    people: tuple[PracticePerson, ...],
) -> None:
    plans = [person.plan for person in people if person.plan is not None]
    steps = [step for plan in plans for outcome in plan.outcomes for step in outcome.steps]
    assert len(plans) >= 2
    assert {step.status for step in steps} == set(StepStatus)
    assert all(step.would_raise for step in steps if step.confidence and step.confidence < CONFIDENT)
    assert {step.due_occasion for step in steps} > {None}
    complete = [person for person in people if set(person.staying_well) == set(StayingWellSection)]
    assert len(complete) >= 2
    assert all(person.values for person in complete)


ANSWER = "people[1].conversations[1].answers.mental-health"


@pytest.mark.parametrize(
    ("old", "new", "field", "problem"),
    [
        ("{rating: 2}", "{rating: 9}", f"{ANSWER}.rating", P(F.TOO_HIGH, limit=6)),
        ("{rating: 2}", "{rating: 0}", f"{ANSWER}.rating", P(F.TOO_LOW, limit=1)),
        ("{rating: 2}", "{rating: two}", f"{ANSWER}.rating", P(F.WRONG_TYPE, expected=("integer",))),
        (
            "{rating: 2}",
            "{rating: 2, unrated: did_not_want}",
            ANSWER,
            P(F.EITHER_OR, expected=("rating", "unrated")),
        ),
        (
            "{rating: 2}",
            "{unrated: forgot}",
            f"{ANSWER}.unrated",
            P(F.NOT_ALLOWED, expected=("not_answered", "did_not_want", "not_applicable")),
        ),
        ("id: practice-tomas", "id: practice-ana", "people[2].id", P(F.REPEATED, "practice-ana")),
        (
            "due_in_days: 12",
            "due_in_days: 12\n              due_words: soon",
            "people[1].plan.outcomes[1].steps[2]",
            P(F.EITHER_OR, expected=("due_in_days", "due_words")),
        ),
        (
            "agreement: could_not_answer",
            "agreement: perhaps",
            "people[2].plan.agreement",
            P(F.NOT_ALLOWED, expected=("not_asked", "yes", "no", "could_not_answer")),
        ),
        ("complete: true", "complete: maybe", "people[1].conversations[1].complete",
         P(F.WRONG_TYPE, expected=("boolean",))),
    ],
)  # fmt: skip
def test_a_person_who_does_not_fit_is_refused(
    old: str, new: str, field: str, problem: ContentProblem, tmp_path: Path, instrument: Instrument
) -> None:
    file = tmp_path / "people.en.yaml"
    file.write_bytes((PRACTICE / file.name).read_bytes())
    edited(file, old, new)
    with pytest.raises(BadContentError) as caught:
        load_practice(file, SCHEMAS, instrument)
    error = caught.value
    assert (error.file, error.field, error.problem) == (file.name, field, problem)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("mental-health: {rating: 2}", "mental-wealth: {rating: 2}"),
        ("focus: [safety-and", "focus: [unsafe-and"),
        ("indicators: [purpose-and-direction]", "indicators: [purpose-and-detection]"),
    ],
)
def test_an_indicator_the_instrument_lacks_is_refused(
    old: str, new: str, tmp_path: Path, instrument: Instrument
) -> None:
    file = tmp_path / "people.en.yaml"
    file.write_bytes((PRACTICE / file.name).read_bytes())
    edited(file, old, new)
    with pytest.raises(BadContentError) as caught:
        load_practice(file, SCHEMAS, instrument)
    assert caught.value.problem.kind is F.UNKNOWN_REFERENCE
    assert caught.value.line == line_of(file, new)
