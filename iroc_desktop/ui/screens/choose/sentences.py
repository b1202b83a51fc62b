"""What the choosing screen says, as whole sentences.

It must not push: nothing here says what would be a good choice.
"""

from __future__ import annotations

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.choose.presenter import Choice


def choice_words(choice: Choice, phrases: Phrases) -> str:
    """Return an indicator with its rating now, for the button that chooses it."""
    fields = {"place": choice.place, "indicator": choice.name, "rating": choice.rating}
    if choice.rating is None:
        return phrases.text("{place}. {indicator}", **fields) if choice.place else choice.name
    if choice.place is not None:
        return phrases.text("{place}. {indicator} · {rating}", **fields)
    return phrases.text("{indicator} · {rating}", **fields)


def choice_spoken(choice: Choice, phrases: Phrases) -> str:
    """Return the same for a screen reader, with the place it was given."""
    rated = (
        phrases.text("{indicator}, not rated", indicator=choice.name)
        if choice.rating is None
        else phrases.text(
            "{indicator}, {rating}, {word}", indicator=choice.name, rating=choice.rating, word=choice.word
        )
    )
    if choice.place is None:
        return rated
    return phrases.text("{choice}, chosen as number {place}", choice=rated, place=choice.place)


def refusal(most: int, phrases: Phrases) -> str:
    """Return why one more cannot be chosen."""
    return phrases.plural(
        "One area is enough for one session. To choose another one, let this one go first.",
        "{count} areas are enough for one session. To choose another one, let one go first.",
        most,
    )
