"""How hard a passphrase is to guess, roughly, for a word of encouragement while it is typed.

It must not refuse one: the store alone knows what is too short.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import pairwise
from typing import Final

from iroc_desktop.i18n.phrases import Phrases

ENOUGH_WORDS: Final = 4
_DIFFERENT: Final = 5
"""Fewer different characters than this are a pattern, however long."""
_FAIR, _GOOD, _STRONG = 10, 14, 20


class Strength(IntEnum):
    """Four steps, from "nothing yet" to "strong"."""

    NOTHING = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


def strength(passphrase: str) -> Strength:
    """Return how strong a passphrase seems: length counts, several words count, repetition does not."""
    if not passphrase.strip():
        return Strength.NOTHING
    weight = _weight(passphrase)
    if weight < _FAIR or len(set(passphrase.casefold())) < _DIFFERENT:
        return Strength.WEAK
    if weight < _GOOD:
        return Strength.FAIR
    return Strength.STRONG if weight >= _STRONG else Strength.GOOD


def strength_words(strength: Strength, phrases: Phrases) -> str:
    """Return how strong a passphrase seems, in a word or two."""
    text = phrases.text
    return {
        Strength.NOTHING: "",
        Strength.WEAK: text("easy to guess; add another word"),
        Strength.FAIR: text("fair; one more word makes it good"),
        Strength.GOOD: text("good"),
        Strength.STRONG: text("strong"),
    }[strength]


def _weight(passphrase: str) -> int:
    words = set(passphrase.casefold().split())
    several = 4 if len(words) >= ENOUGH_WORDS else 0
    runs = sum(before == after for before, after in pairwise(passphrase))
    return len(passphrase) - runs + several
