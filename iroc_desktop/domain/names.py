"""Finding people by what is typed, sorting as people read, and hinting that one may be there twice.

It must not decide that two people are one: it only hints.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from iroc_desktop.domain.people import Person

ALIKE: Final = 0.85
"""Names at least this similar (difflib ratio, 0–1) are worth a hint: one wrong letter in seven."""
MOST_PAIRS: Final = 50_000
"""Pairs of names that are compared letter by letter; that many take about a second."""


def searchable(text: str) -> str:
    """Return text without accents, case and repeated spaces, so that "jose" finds "José"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def as_read(text: str) -> tuple[tuple[str, int], ...]:
    """Return a key that sorts as people read: accents and case count for nothing, and 2 comes before 10."""
    parts = re.findall(r"(\D*)(\d*)", searchable(text))
    return tuple((words, int(number) if number else -1) for words, number in parts)


def matches(typed: str, name: str) -> bool:
    """Return whether every typed word begins a word of the name (both already `searchable`)."""
    words = name.split()
    return all(any(word.startswith(part) for word in words) for part in typed.split())


def possible_duplicates(person: Person, others: Iterable[Person]) -> tuple[Person, ...]:
    """Return others whose preferred name is the same, nearly the same, or the same words in another order."""
    own = searchable(person.preferred_name)
    if not own:
        return ()
    return tuple(
        other for other in others if other.id != person.id and _alike(own, searchable(other.preferred_name))
    )


def duplicates_among(arriving: Sequence[Person], here: Sequence[Person]) -> Mapping[str, tuple[str, ...]]:
    """Return, for each person who arrives and may be here already, the ids of those here.

    Beyond `MOST_PAIRS`, only names of the same words are told: nobody waits minutes for a hint.
    """
    words: dict[tuple[str, ...], list[str]] = {}
    for each in here:
        words.setdefault(_words(each), []).append(each.id)
    found = {}
    for person in arriving:
        if len(arriving) * len(here) <= MOST_PAIRS:
            alike = tuple(each.id for each in possible_duplicates(person, here))
        else:
            alike = tuple(words.get(_words(person), ())) if _words(person) else ()
        if alike:
            found[person.id] = alike
    return found


def _words(person: Person) -> tuple[str, ...]:
    return tuple(sorted(searchable(person.preferred_name).split()))


def _alike(one: str, other: str) -> bool:
    if sorted(one.split()) == sorted(other.split()):
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE
