"""What the plan's screen says about days and agreement, as whole sentences.

It must not take silence for a yes.
"""

from __future__ import annotations

from iroc_desktop.domain.plan import Agreement, DateQuestion
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.plan.presenter import Part


def agreement_words(agreement: Agreement, phrases: Phrases) -> str:
    """Return an answer to "do you agree with this plan?"."""
    return {
        Agreement.NOT_ASKED: phrases.about("agreement", "not asked yet"),
        Agreement.YES: phrases.about("agreement", "yes"),
        Agreement.NO: phrases.about("agreement", "no"),
        Agreement.COULD_NOT_ANSWER: phrases.about("agreement", "could not answer"),
    }[agreement]


def date_question(question: DateQuestion, phrases: Phrases) -> str:
    """Return what is worth asking about a day that was typed. It is kept all the same."""
    return {
        DateQuestion.BEFORE_FIRST_SESSION: phrases.text(
            "This day is before your first session together. Is that right?"
        ),
        DateQuestion.FAR_AWAY: phrases.text("This day is very far away. Is that right?"),
    }[question]


def removed_sentence(part: Part, phrases: Phrases) -> str:
    """Return what was taken out of the plan."""
    return {
        Part.OUTCOME: phrases.text("An outcome was taken away. Its steps stay in the plan."),
        Part.STEP: phrases.text("A step was taken away."),
        Part.SUPPORT: phrases.text("A support was taken away."),
        Part.REVIEW: phrases.text("A day to look at the plan was taken away."),
    }[part]
