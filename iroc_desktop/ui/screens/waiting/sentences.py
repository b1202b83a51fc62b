"""What the waiting screen says, as whole sentences.

It must not blame: a session that was stopped is a session that goes on another time.
"""

from __future__ import annotations

from iroc_desktop.domain.session import Interruption
from iroc_desktop.i18n.formats import long_date
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.waiting.presenter import State


def heading(state: State, phrases: Phrases) -> str:
    """Return what happened to the session."""
    return phrases.text("Paused") if state.reason is None else phrases.text("Interrupted")


def what_waits(state: State, phrases: Phrases) -> str:
    """Return where the session can be found again."""
    return phrases.text(
        "The session with {name} of {day} waits here and on Today. Every word is kept.",
        name=state.person_name,
        day=long_date(state.held_on, phrases.language),
    )


def reason_words(phrases: Phrases) -> dict[Interruption, str]:
    """Return each reason in a few words, in the order of their keys."""
    return {
        Interruption.CALLED_AWAY: phrases.about("why a session stopped", "Called away"),
        Interruption.COUNT: phrases.about("why a session stopped", "Count"),
        Interruption.LOCK_DOWN: phrases.about("why a session stopped", "Lock-down"),
        Interruption.DISTRESS: phrases.about("why a session stopped", "It got too much"),
        Interruption.OTHER: phrases.about("why a session stopped", "Something else"),
    }
