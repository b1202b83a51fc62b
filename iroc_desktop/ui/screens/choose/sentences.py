"""What the choosing screen says, as whole sentences.

It must not push: nothing here says what would be a good choice.
"""

from __future__ import annotations

from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.models.dates import Doubt
from iroc_desktop.ui.screens.choose.presenter import Choice, NextMeeting, Sheet


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


def doubt_question(meeting: NextMeeting, phrases: Phrases) -> str:
    """Return what to ask about an odd day to meet again; empty when there is nothing to ask."""
    if meeting.asked is None or meeting.doubt is None:
        return ""
    day = long_date(meeting.asked, phrases.language)
    if meeting.doubt is Doubt.BEFORE_TODAY:
        return phrases.text("{day} has already passed on this machine's calendar. Is that the day?", day=day)
    return phrases.text("{day} is more than two years away. Is that the day?", day=day)


def what_completing_means(sheet: Sheet, phrases: Phrases) -> str:
    """Return what happens to the answers."""
    return phrases.text(
        "The answers are locked as they are now. From then on they can only be corrected with a reason, "
        "and the old answer stays readable. Then you print the summary for {name}.",
        name=sheet.person_name,
    )


def how_complete(sheet: Sheet, phrases: Phrases) -> str:
    """Return how many indicators are answered, without blame."""
    if not sheet.open_ones:
        return phrases.plural("It is answered.", "All {count} are answered.", sheet.of)
    return phrases.plural(
        "{settled} of {count} is answered. It can be completed like this; what is open stays a gap.",
        "{settled} of {count} are answered. It can be completed like this; what is open stays a gap.",
        sheet.of,
        settled=sheet.settled,
    )
