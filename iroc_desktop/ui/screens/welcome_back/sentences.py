"""What the first stage of a session says, as whole sentences.

It must not praise or blame: no answer is worth more than another.
"""

from __future__ import annotations

from iroc_desktop.domain.session import StepNews
from iroc_desktop.i18n.phrases import Phrases


def news_words(phrases: Phrases) -> dict[StepNews, str]:
    """Return each answer in a word or two, in the order in which they are offered."""
    return {
        StepNews.DONE: phrases.about("what became of a step", "Done"),
        StepNews.MOVED_ON: phrases.about("what became of a step", "It moved on"),
        StepNews.NOT_NOW: phrases.about("what became of a step", "Not now"),
        StepNews.NO_LONGER_WANTED: phrases.about("what became of a step", "No longer wanted"),
    }


def how_today_can_go(phrases: Phrases) -> tuple[str, ...]:
    """Return what a session holds, to be said to the person."""
    return (
        phrases.text("We talk about how life is going, one thing at a time. What goes well comes first."),
        phrases.text("You see it all as one picture. You choose what matters most to you now."),
        phrases.text("We look for small steps that suit you. You can take them with you on paper."),
    )
