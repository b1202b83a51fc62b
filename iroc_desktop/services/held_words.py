"""Everything held on a person in words: sections, what stands in each, and what was changed when.

It must not leave out what it has no words for: that is shown as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from iroc_desktop.domain.audit import deed_of
from iroc_desktop.domain.conversation import Answer
from iroc_desktop.domain.holdings import Held, Holdings, Made
from iroc_desktop.domain.operations import Action, EntityKind, JsonValue, OperationId
from iroc_desktop.domain.records import ANSWER
from iroc_desktop.domain.withheld import ONE_FOR_EACH_PERSON
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.audit_words import deed_words, kind_words, when_words
from iroc_desktop.services.field_words import field_label, field_value
from iroc_desktop.services.held_details import details

_PARTS = tuple(Answer.__dataclass_fields__)
_DAYS = ("held_on", "begun_on", "given_on", "day")
_FIRST = ("preferred_name", "shown_as", "words", *_DAYS)
"""Parts that are told before the others."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is held."""

    title: str = field(repr=False)
    notes: tuple[str, ...] = ()
    """Such as that it lies in the bin."""
    facts: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """What a part is called, and what it says."""
    changes: tuple[str, ...] = field(default=(), repr=False)
    """A sentence for each later change."""


@dataclass(frozen=True, slots=True)
class Section:
    """What is held of one sort."""

    key: str
    """Neutral: also names a file."""
    title: str
    items: tuple[Item, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of who did what."""

    when: str
    who: str = field(repr=False)
    what: str
    thing: str


_SORTS: tuple[tuple[str, tuple[EntityKind, ...]], ...] = (
    ("facts", (EntityKind.PERSON,)),
    ("consents", (EntityKind.CONSENT,)),
    ("conversations", (EntityKind.CONVERSATION,)),
    ("sessions", (EntityKind.SESSION, EntityKind.EXPLORATION)),
    (
        "plans",
        (EntityKind.PLAN, EntityKind.OUTCOME, EntityKind.STEP, EntityKind.SUPPORT, EntityKind.REVIEW),
    ),
    ("values", (EntityKind.VALUES,)),
    ("staying-well", (EntityKind.STAYING_WELL,)),
    ("worksheets", (EntityKind.WORKSHEET,)),
    ("prints", (EntityKind.SUMMARY, EntityKind.SHEETS, EntityKind.PLAN_SNAPSHOT)),
    ("reflections", (EntityKind.REFLECTION,)),
)


def sections(holdings: Holdings, phrases: Phrases) -> tuple[Section, ...]:
    """Return everything that is held, sort by sort; a sort of which there is nothing is left out."""
    titles = _titles(phrases)
    found = (
        Section(key, titles[key], tuple(_item(each, holdings, phrases) for each in _of(kinds, holdings)))
        for key, kinds in _SORTS
    )
    return tuple(each for each in found if each.items)


def _of(kinds: tuple[EntityKind, ...], holdings: Holdings) -> list[Held]:
    """Return what is held of some kinds, by day, with what belongs to a plan behind it."""
    plans = {each.entity.id: _begun(each) for each in holdings.of(EntityKind.PLAN)}

    def place(held: Held) -> tuple[str, str, int, int, str]:
        plan_id = held.fields.get("plan_id", "")
        day = plans.get(plan_id) or _begun(held)
        position = held.fields.get("position") or 0
        return day, plan_id or held.entity.id, kinds.index(held.entity.kind), position, held.entity.id

    return sorted(holdings.of(*kinds), key=place)


def _begun(held: Held) -> str:
    days = (held.fields.get(name) for name in _DAYS)
    return next((str(each) for each in days if each), "")


def deeds(holdings: Holdings, phrases: Phrases) -> tuple[Deed, ...]:
    """Return who did what and when, the oldest first, in the order that each clock claimed."""
    every = [(each.claimed_at, each, held) for held in holdings.held for each in held.made]
    every.sort(key=lambda one: (one[0], OperationId.parse(one[1].number)))
    return tuple(
        Deed(
            when_words(made.claimed_at, phrases),
            _who(made.who, phrases),
            deed_words(deed_of(Action(made.action), made.fields), phrases),
            kind_words(held.entity.kind, phrases),
        )
        for _, made, held in every
    )


def _titles(phrases: Phrases) -> Mapping[str, str]:
    return {
        "facts": phrases.text("Facts about you"),
        "consents": phrases.text("What you agreed to"),
        "conversations": phrases.text("Conversations"),
        "sessions": phrases.text("Sessions, and what was explored in them"),
        "plans": phrases.text("Plans and their parts"),
        "values": phrases.text("What matters to you"),
        "staying-well": phrases.text("Staying well"),
        "worksheets": phrases.text("Worksheets"),
        "prints": phrases.text("What was printed, and plans as they stood"),
        "reflections": phrases.text("Reflections of practitioners"),
    }


def _item(held: Held, holdings: Holdings, phrases: Phrases) -> Item:
    return Item(
        title=_title(held, holdings, phrases),
        notes=tuple(_notes(held, phrases)),
        facts=tuple(_facts(held, holdings, phrases)),
        changes=tuple(_changes(held, holdings, phrases)),
    )


def _title(held: Held, holdings: Holdings, phrases: Phrases) -> str:
    said = held.fields
    if held.entity.kind in ONE_FOR_EACH_PERSON:
        return ""
    kind = kind_words(held.entity.kind, phrases)
    name = _capital(kind)
    own = said.get("title") if held.entity.kind is EntityKind.WORKSHEET else None
    indicator = holdings.indicators.get(said.get("indicator_id", ""))
    day = _day(said, phrases)
    if own or indicator:
        return phrases.about("heading", "{what}: {which}", what=name, which=own or indicator)
    return phrases.about("heading", "{what}, {day}", what=name, day=day) if day else name


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(said: Mapping[str, JsonValue], phrases: Phrases) -> str:
    for name in _DAYS:
        try:
            return long_date(date.fromisoformat(said.get(name) or ""), phrases.language)
        except (ValueError, TypeError):
            continue
    return ""


def _notes(held: Held, phrases: Phrases) -> Iterator[str]:
    if held.made and held.entity.kind not in ONE_FOR_EACH_PERSON:
        first = held.made[0]
        yield phrases.text(
            "Written by {who}, {when}",
            who=_who(first.who, phrases),
            when=when_words(first.claimed_at, phrases),
        )
    if not held.finished:
        yield phrases.text("Not finished: it is on this machine only.")
    if held.in_bin:
        yield phrases.text("It lies in the bin.")
    if held.parts_in_bin:
        yield phrases.text("A part of it lies in the bin, and is shown here.")
    if held.fields.get("removed"):
        yield phrases.text("It was taken away, and can come back.")


def _facts(held: Held, holdings: Holdings, phrases: Phrases) -> Iterator[tuple[str, str]]:
    yield from details(held, holdings, phrases)
    for name in sorted(held.fields, key=lambda one: _in_order(one, holdings)):
        value = held.fields[name]
        if _says_something(value):
            label = label_of(held, name, holdings, phrases)
            if label:
                yield _capital(label), value_of(held, name, value, holdings, phrases)


def _says_something(value: JsonValue) -> bool:
    return value not in (None, "", [], {}, False)


def label_of(held: Held, name: str, holdings: Holdings, phrases: Phrases) -> str:
    """Return what a part is called; empty where its details are told in words of their own."""
    kind = held.entity.kind
    if name in _TOLD.get(kind, ()) or kind in _LISTS or kind in _WHOLE or name == "removed":
        return ""
    return field_label(held.entity.kind, name, phrases, holdings.indicators)


def value_of(held: Held, name: str, value: JsonValue, holdings: Holdings, phrases: Phrases) -> str:
    """Return what a part says, ratings with what they mean."""
    step = holdings.steps.get(value) if isinstance(value, int) and name.startswith(ANSWER) else None
    if step:
        return phrases.about("rating", "{rating}, {words}", rating=value, words=step)
    if name in ("focus", "indicator_ids"):
        return ", ".join(holdings.indicators.get(each, each) for each in value)
    return field_value(held.entity.kind, name, value, phrases)


_TOLD: Mapping[EntityKind, frozenset[str]] = {
    EntityKind.SESSION: frozenset(
        {"looked_back", "moments", "progress", "stage", "interruption", "conversation_id", "explorations"}
        | {"state", "held_on"}
    ),
    EntityKind.CONVERSATION: frozenset({"state", "instrument_id", "instrument_version"}),
    EntityKind.EXPLORATION: frozenset(
        {"step", "indicator_id", "options", "decision", "scaling"}
        | {"what_works", "exceptions", "best_hopes", "smallest_sign", "agreed"}
    ),
    EntityKind.WORKSHEET: frozenset({"answers", "asked", "page_id", "title"}),
    EntityKind.PLAN_SNAPSHOT: frozenset({"plan"}),
    EntityKind.SUPPORT: frozenset({"helps_with"}),
}
"""Parts that `held_details` tells, or that only tie things together."""

_LISTS = frozenset({EntityKind.VALUES, EntityKind.STAYING_WELL})

_WHOLE = frozenset({EntityKind.SUMMARY, EntityKind.SHEETS, EntityKind.PLAN_SNAPSHOT})
"""Frozen documents: they repeat what is told elsewhere, and their details say which they are."""


def _in_order(name: str, holdings: Holdings) -> tuple[int, int, str]:
    head, _, rest = name.partition("/")
    if head != ANSWER:
        return (0, _FIRST.index(name) if name in _FIRST else len(_FIRST), name)
    indicator_id, _, part = rest.rpartition("/")
    asked = list(holdings.indicators)
    place = asked.index(indicator_id) if indicator_id in asked else len(asked)
    return (1 + place, _PARTS.index(part) if part in _PARTS else len(_PARTS), name)


def _changes(held: Held, holdings: Holdings, phrases: Phrases) -> Iterator[str]:
    if held.entity.kind in _WHOLE:
        return
    before: dict[str, JsonValue] = {}
    for made in held.made:
        for name, value in made.fields.items():
            if name in before and before[name] != value and name in held.fields:
                yield from _change(held, name, before[name], made, holdings, phrases)
        before.update(made.fields)


def _change(
    held: Held, name: str, was: JsonValue, made: Made, holdings: Holdings, phrases: Phrases
) -> Iterable[str]:
    label = label_of(held, name, holdings, phrases)
    if not label:
        return
    told = {
        "part": _capital(label),
        "before": value_of(held, name, was, holdings, phrases),
        "after": value_of(held, name, made.fields[name], holdings, phrases),
        "who": _who(made.who, phrases),
        "when": when_words(made.claimed_at, phrases),
    }
    if made.reason:
        yield phrases.text(
            "{part}: was {before}, now {after}. Why: {reason} ({who}, {when})", reason=made.reason, **told
        )
    else:
        yield phrases.text("{part}: was {before}, now {after} ({who}, {when})", **told)


def _who(name: str, phrases: Phrases) -> str:
    return name or phrases.text("somebody this record does not know")
