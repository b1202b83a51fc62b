"""What exploring asks when the screen is turned to the person: one question for each field.

It must not ask why, nor hint at an answer.
"""

from __future__ import annotations

from iroc_desktop.domain.exploring import ExploringNote, Whose
from iroc_desktop.i18n.phrases import Phrases


def note_question(kind: ExploringNote, phrases: Phrases) -> str:
    """Return what is asked above the field for words of one kind."""
    return {
        ExploringNote.WHAT_WORKS: phrases.text("What already works, even a little?"),
        ExploringNote.EXCEPTIONS: phrases.text("When was it a little better? What was different then?"),
        ExploringNote.BEST_HOPES: phrases.text("What do I hope for?"),
        ExploringNote.SMALLEST_SIGN: phrases.text(
            "What small thing would show me that it is getting better?"
        ),
        ExploringNote.AGREED: phrases.text("What did we agree?"),
    }[kind]


def where_now(phrases: Phrases) -> str:
    """Return what is asked above the scale for now."""
    return phrases.text("Where am I now?")


def good_enough(phrases: Phrases) -> str:
    """Return what is asked above the scale for what would do."""
    return phrases.text("Where would be good enough for me?")


def whose_question(whose: Whose, phrases: Phrases) -> str:
    """Return what is asked about one place to look for options."""
    return {
        Whose.ME: phrases.text("What could I do?"),
        Whose.PEOPLE_AROUND_ME: phrases.text("What could people around me do?"),
        Whose.SERVICES: phrases.text("What could a service do?"),
    }[whose]


def what_to_try(phrases: Phrases) -> str:
    """Return what is asked above the options to choose from."""
    return phrases.text("What do I want to try?")


def no_ideas(phrases: Phrases) -> str:
    """Return what stands in place of options where there are none."""
    return phrases.text("There are no ideas here yet. You can go back and add one.")
