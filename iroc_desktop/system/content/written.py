"""The shapes of content files as Python sees them once their schema has been checked.

It must not say more than the schemas in resources/schemas; a test compares the two.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict


class WrittenScale(TypedDict):
    """The ends of the scale, both included."""

    minimum: int
    maximum: int


class WrittenArea(TypedDict):
    """An area."""

    id: str
    letter: str
    token: str


class WrittenIndicator(TypedDict):
    """An indicator and the area it belongs to."""

    id: str
    area: str


class WrittenPack(TypedDict):
    """pack.yaml."""

    id: str
    version: str
    official: bool
    licence_holder: NotRequired[str]
    languages: list[str]
    scale: WrittenScale
    look_back_months: int
    interval_months: int
    areas: list[WrittenArea]
    indicators: list[WrittenIndicator]


class WrittenWords(TypedDict):
    """The words around one indicator."""

    name: str
    short_name: str
    question: str
    easy_question: str
    prompts: list[str]
    other_ways: list[str]


class WrittenWording(TypedDict):
    """One language of a pack."""

    language: str
    status: str
    reviewed_by: str
    name: str
    look_back: str
    licence_line: str
    areas: dict[str, str]
    steps: dict[str, str]
    indicators: dict[str, WrittenWords]


class WrittenAnswer(TypedDict, total=False):
    """An answer of a fictional person."""

    rating: int
    unrated: str
    words: str
    strength: str
    private: str


class WrittenConversation(TypedDict):
    """A conversation of a fictional person."""

    days_ago: int
    answers: dict[str, WrittenAnswer]
    focus: list[str]
    next_in_days: int | None
    complete: bool


class WrittenStep(TypedDict):
    """A step of a fictional person's plan."""

    words: str
    who: NotRequired[str]
    due_in_days: NotRequired[int]
    due_occasion: NotRequired[str]
    due_words: NotRequired[str]
    place: NotRequired[str]
    confidence: NotRequired[int]
    would_raise: NotRequired[str]
    status: str
    support: NotRequired[str]


class WrittenOutcome(TypedDict):
    """An outcome of a fictional person's plan."""

    words: str
    indicators: list[str]
    steps: list[WrittenStep]


class WrittenPlan(TypedDict):
    """A fictional person's plan."""

    days_ago: int
    agreement: str
    agreement_reason: NotRequired[str]
    outcomes: list[WrittenOutcome]
    supports: list[str]
    review_in_days: int
    review_words: str


class WrittenPerson(TypedDict):
    """A fictional person."""

    id: str
    preferred_name: str
    shown_as: NotRequired[str]
    site: str
    speaks: list[str]
    reads: str
    reading_language: str
    access_needs: str
    conversations: list[WrittenConversation]
    values: NotRequired[list[str]]
    plan: NotRequired[WrittenPlan]
    staying_well: NotRequired[dict[str, list[str]]]


class WrittenPeople(TypedDict):
    """people.<language>.yaml."""

    people: list[WrittenPerson]
