"""What the parts of a record are called, and how a value of theirs reads.

It must not shorten what a person said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from iroc_desktop.domain.conversation import UnratedReason
from iroc_desktop.domain.keyed import LINE
from iroc_desktop.domain.operations import EntityKind, JsonValue
from iroc_desktop.domain.people import Reading, Role
from iroc_desktop.domain.plain import restored
from iroc_desktop.domain.plan import Agreement, ByWhen, PlanState, StepStatus
from iroc_desktop.domain.records import ANSWER
from iroc_desktop.i18n.formats import language_name, long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.plan_words import due_words, status_words

Label = Callable[[Phrases], str]

UNTOLD: Final = frozenset(
    {"id", "person_id", "plan_id", "practitioner_id", "outcome_id", "helps_with", "session_id"}
    | {"position", "practice"}
)
"""Parts that tie records together or put them in order: nobody asks about them."""


def field_label(kind: EntityKind, name: str, phrases: Phrases, indicators: Mapping[str, str]) -> str:
    """Return what a part of a record is called; empty where nobody asks about it."""
    head, _, rest = name.partition("/")
    if head == ANSWER:
        indicator_id, _, part = rest.rpartition("/")
        return _answer_label(part, indicators.get(indicator_id, indicator_id), phrases)
    if head == LINE:
        name = rest.rpartition("/")[2]
    if name in UNTOLD:
        return ""
    label = _LABELS.get((kind, name)) or _COMMON.get(name)
    return label(phrases) if label else phrases.about("part of a record", "more details")


def field_value(kind: EntityKind, name: str, value: JsonValue, phrases: Phrases) -> str:
    """Return a value of a part of a record as words; nothing at all reads as such."""
    if value is None or value in ("", []):
        return phrases.about("value", "nothing")
    part = name.rpartition("/")[2]
    said = _SAID.get((kind, part)) or _SAID_ANYWHERE.get(part)
    try:
        return said(value, phrases) if said else _plainly(value, phrases)
    except (ValueError, TypeError, KeyError):
        # what a newer machine wrote may be more than this one knows
        return _plainly(value, phrases)


def _answer_label(part: str, indicator: str, phrases: Phrases) -> str:
    return {
        "rating": phrases.text("{indicator}: rating", indicator=indicator),
        "unrated": phrases.text("{indicator}: why there is no rating", indicator=indicator),
        "words": phrases.text("{indicator}: in their own words", indicator=indicator),
        "strength": phrases.text("{indicator}: a strength noticed", indicator=indicator),
        "private": phrases.text("{indicator}: note of the practitioner", indicator=indicator),
        "practitioner_rating": phrases.text("{indicator}: the practitioner's rating", indicator=indicator),
        "agreed_rating": phrases.text("{indicator}: the rating both agreed on", indicator=indicator),
    }.get(part, indicator)


_PERSON: Final[Mapping[str, Label]] = {
    "preferred_name": lambda phrases: phrases.about("part of a record", "name"),
    "shown_as": lambda phrases: phrases.about("part of a record", "name on paper"),
    "site": lambda phrases: phrases.about("part of a record", "where you meet"),
    "language": lambda phrases: phrases.about("part of a record", "language of their prints"),
    "speaks": lambda phrases: phrases.about("part of a record", "other languages they speak"),
    "reading": lambda phrases: phrases.about("part of a record", "reading"),
    "access_needs": lambda phrases: phrases.about("part of a record", "what makes it easier"),
    "consent_on": lambda phrases: phrases.about("part of a record", "the day they agreed"),
    "kept_until": lambda phrases: phrases.about("part of a record", "kept until"),
}
_CONVERSATION: Final[Mapping[str, Label]] = {
    "held_on": lambda phrases: phrases.about("part of a record", "the day it was held"),
    "focus": lambda phrases: phrases.about("part of a record", "what mattered most"),
    "next_on": lambda phrases: phrases.about("part of a record", "next time"),
    "next_note": lambda phrases: phrases.about("part of a record", "where and when to meet"),
    "instrument_id": lambda phrases: phrases.about("part of a record", "questions used"),
    "instrument_version": lambda phrases: phrases.about("part of a record", "questions used"),
}
_PLAN: Final[Mapping[str, Label]] = {
    "begun_on": lambda phrases: phrases.about("part of a record", "the day it was begun"),
    "agreement": lambda phrases: phrases.about("part of a record", "whether the person agrees"),
    "agreement_reason": lambda phrases: phrases.about("part of a record", "why not"),
    "agreed_on": lambda phrases: phrases.about("part of a record", "the day they agreed"),
}
_STEP: Final[Mapping[str, Label]] = {
    "who": lambda phrases: phrases.about("part of a record", "who"),
    "due": lambda phrases: phrases.about("part of a record", "by when"),
    "place": lambda phrases: phrases.about("part of a record", "where"),
    "confidence": lambda phrases: phrases.about("part of a record", "how sure, of 10"),
    "would_raise": lambda phrases: phrases.about("part of a record", "what would make it one higher"),
    "status": lambda phrases: phrases.about("part of a record", "how it goes"),
}
_CONSENT: Final[Mapping[str, Label]] = {
    "given_on": lambda phrases: phrases.about("part of a record", "the day they agreed"),
    "wording": lambda phrases: phrases.about("part of a record", "words that were read"),
    "language": lambda phrases: phrases.about("part of a record", "language they were read in"),
    "withdrawn_on": lambda phrases: phrases.about("part of a record", "the day they took it back"),
}
_ORGANISATION: Final[Mapping[str, Label]] = {
    "licence": lambda phrases: phrases.about("part of a record", "licence"),
    "licence_reference": lambda phrases: phrases.about("part of a record", "licence"),
    "retention": lambda phrases: phrases.about("part of a record", "how long records are kept"),
    "support_contacts": lambda phrases: phrases.about("part of a record", "who helps in a hard moment"),
    "two_voices": lambda phrases: phrases.about("part of a record", "whether two voices rate"),
}
_LABELS: Final[Mapping[tuple[EntityKind, str], Label]] = {
    (kind, name): label
    for kind, labels in {
        EntityKind.PERSON: _PERSON,
        EntityKind.CONVERSATION: _CONVERSATION,
        EntityKind.PLAN: _PLAN,
        EntityKind.STEP: _STEP,
        EntityKind.CONSENT: _CONSENT,
        EntityKind.ORGANISATION: _ORGANISATION,
        EntityKind.ARRANGEMENTS: _ORGANISATION,
    }.items()
    for name, label in labels.items()
}
_COMMON: Final[Mapping[str, Label]] = {
    "name": lambda phrases: phrases.about("part of a record", "name"),
    "role": lambda phrases: phrases.about("part of a record", "role"),
    "words": lambda phrases: phrases.about("part of a record", "words"),
    "day": lambda phrases: phrases.about("part of a record", "day"),
    "held_on": lambda phrases: phrases.about("part of a record", "day"),
    "state": lambda phrases: phrases.about("part of a record", "state"),
    "removed": lambda phrases: phrases.about("part of a record", "whether it was taken away"),
    "indicator_ids": lambda phrases: phrases.about("part of a record", "areas it belongs to"),
    "answers": lambda phrases: phrases.about("part of a record", "what was filled in"),
    "asked": lambda phrases: phrases.about("part of a record", "what was asked"),
    "title": lambda phrases: phrases.about("part of a record", "title"),
    "language": lambda phrases: phrases.about("part of a record", "language"),
    "section": lambda phrases: phrases.about("part of a record", "section"),
}


def _plainly(value: JsonValue, phrases: Phrases) -> str:
    if isinstance(value, bool):
        return phrases.about("value", "yes") if value else phrases.about("value", "no")
    if isinstance(value, list):
        return ", ".join(_plainly(each, phrases) for each in value)
    if isinstance(value, dict):
        return ", ".join(_plainly(each, phrases) for each in value.values() if each not in (None, "", []))
    return str(value)


def _reading(value: JsonValue, phrases: Phrases) -> str:
    return {
        Reading.WELL: phrases.text("reads well"),
        Reading.A_LITTLE: phrases.text("reads a little"),
        Reading.NOT_AT_ALL: phrases.text("does not read"),
    }[Reading(value)]


def _agreement(value: JsonValue, phrases: Phrases) -> str:
    return {
        Agreement.NOT_ASKED: phrases.about("agreement", "not asked yet"),
        Agreement.YES: phrases.about("agreement", "yes"),
        Agreement.NO: phrases.about("agreement", "no"),
        Agreement.COULD_NOT_ANSWER: phrases.about("agreement", "could not answer"),
    }[Agreement(value)]


def _role(value: JsonValue, phrases: Phrases) -> str:
    return {
        Role.PRACTITIONER: phrases.about("role", "practitioner"),
        Role.TEAM_LEAD: phrases.about("role", "team lead"),
    }[Role(value)]


def _plan_state(value: JsonValue, phrases: Phrases) -> str:
    return {
        PlanState.ACTIVE: phrases.about("state of a plan", "in use"),
        PlanState.ARCHIVED: phrases.about("state of a plan", "followed by a newer one"),
    }[PlanState(value)]


def _unrated(value: JsonValue, phrases: Phrases) -> str:
    return {
        UnratedReason.NOT_ANSWERED: phrases.text("Not answered"),
        UnratedReason.DID_NOT_WANT: phrases.text("Did not want to answer"),
        UnratedReason.NOT_APPLICABLE: phrases.text("Does not apply here"),
    }[UnratedReason(value)]


def _day(value: JsonValue, phrases: Phrases) -> str:
    return long_date(date.fromisoformat(value), phrases.language)


def _language(value: JsonValue, phrases: Phrases) -> str:
    return language_name(value, phrases.language)


def _status(value: JsonValue, phrases: Phrases) -> str:
    return status_words(StepStatus(value), phrases)


def _due(value: JsonValue, phrases: Phrases) -> str:
    return due_words(restored(ByWhen, value), phrases) or phrases.about("value", "nothing")


Said = Callable[[JsonValue, Phrases], str]

_SAID: Final[Mapping[tuple[EntityKind, str], Said]] = {
    (EntityKind.PLAN, "state"): _plan_state,
    (EntityKind.STEP, "status"): _status,
    (EntityKind.STEP, "due"): _due,
}
_SAID_ANYWHERE: Final[Mapping[str, Said]] = {
    "reading": _reading,
    "agreement": _agreement,
    "role": _role,
    "unrated": _unrated,
    "language": _language,
    **dict.fromkeys(
        ("consent_on", "held_on", "next_on", "begun_on", "agreed_on", "day", "given_on", "withdrawn_on"), _day
    ),
    "kept_until": _day,
}
