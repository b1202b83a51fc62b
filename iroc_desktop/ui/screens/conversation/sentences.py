"""What the conversation's views say about ratings, dates and people, as whole sentences.

It must not draw, nor say anything about a person that the state does not hold.
"""

from __future__ import annotations

from iroc_desktop.domain.conversation import UnratedReason
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.models.dates import Doubt
from iroc_desktop.ui.screens.conversation.state import HeldDate, JustRated, Previous


def reason_key(reason: UnratedReason, phrases: Phrases) -> str:
    """Return the key that gives this reason: one letter, different for each."""
    return {
        UnratedReason.NOT_ANSWERED: phrases.about("key for Not answered", "N"),
        UnratedReason.DID_NOT_WANT: phrases.about("key for Did not want to answer", "W"),
        UnratedReason.NOT_APPLICABLE: phrases.about("key for Does not apply here", "A"),
    }[reason]


def unrated_sentence(reason: UnratedReason, phrases: Phrases) -> str:
    """Return that there is no rating this time, and why."""
    return {
        UnratedReason.NOT_ANSWERED: phrases.text("No rating this time: not answered."),
        UnratedReason.DID_NOT_WANT: phrases.text("No rating this time: did not want to answer."),
        UnratedReason.NOT_APPLICABLE: phrases.text("No rating this time: it does not apply here."),
    }[reason]


def previous_sentence(previous: Previous, phrases: Phrases) -> str:
    """Return what was rated last time, and how far that is from now."""
    rating, word, change = previous.rating, previous.word, previous.change
    if rating is None or change is None:
        return phrases.text("There was no rating last time.")
    if change == 0:
        return phrases.text("Last time: {rating}, {word}. The same now.", rating=rating, word=word)
    if change > 0:
        return phrases.plural(
            "Last time: {rating}, {word}. One step up.",
            "Last time: {rating}, {word}. {count} steps up.",
            change,
            rating=rating,
            word=word,
        )
    return phrases.plural(
        "Last time: {rating}, {word}. One step down.",
        "Last time: {rating}, {word}. {count} steps down.",
        -change,
        rating=rating,
        word=word,
    )


def just_rated_sentence(rated: JustRated, phrases: Phrases) -> str:
    """Return what a key has just kept for the indicator before."""
    fields = {"indicator": rated.name, "rating": rated.rating, "word": rated.word}
    if rated.rating is None:
        return phrases.text("{indicator}: no rating this time.", indicator=rated.name)
    if rated.change is None:
        return phrases.text("{indicator}: {rating}, {word}.", **fields)
    if rated.change == 0:
        return phrases.text("{indicator}: {rating}, {word}. The same as last time.", **fields)
    if rated.change > 0:
        return phrases.plural(
            "{indicator}: {rating}, {word}. One step up from last time.",
            "{indicator}: {rating}, {word}. {count} steps up from last time.",
            rated.change,
            **fields,
        )
    return phrases.plural(
        "{indicator}: {rating}, {word}. One step down from last time.",
        "{indicator}: {rating}, {word}. {count} steps down from last time.",
        -rated.change,
        **fields,
    )


def doubt_question(held: HeldDate, phrases: Phrases) -> str:
    """Return what to ask about an odd date; empty when there is nothing to ask."""
    if held.asked is None or held.doubt is None:
        return ""
    day = long_date(held.asked, phrases.language)
    if held.doubt is Doubt.AFTER_TODAY:
        return phrases.text("{day} is still to come. Was the conversation held on that day?", day=day)
    return phrases.text("{day} is more than a year ago. Was the conversation held on that day?", day=day)
