"""What the plan's screen says about steps, days and agreement, as whole sentences.

It must not judge how it goes.
"""

from __future__ import annotations

from iroc_desktop.domain.personal_plan import PlanProgress
from iroc_desktop.domain.plan import Agreement, DateQuestion, Occasion, StepStatus
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.plan.presenter import Part


def status_words(status: StepStatus, phrases: Phrases) -> str:
    """Return how it goes with a step."""
    return {
        StepStatus.NOT_STARTED: phrases.about("status of a step", "not started"),
        StepStatus.IN_PROGRESS: phrases.about("status of a step", "in progress"),
        StepStatus.COMPLETED: phrases.about("status of a step", "completed"),
        StepStatus.CANNOT_BE_DONE_YET: phrases.about("status of a step", "cannot be done yet"),
        StepStatus.NO_LONGER_NEEDED: phrases.about("status of a step", "no longer needed"),
    }[status]


def occasion_words(occasion: Occasion, phrases: Phrases) -> str:
    """Return an occasion that stands in place of a day."""
    return {
        Occasion.AFTER_RELEASE: phrases.about("by when", "after release"),
        Occasion.WHEN_TRANSFERRED: phrases.about("by when", "when transferred"),
    }[occasion]


def progress_sentence(progress: PlanProgress, phrases: Phrases) -> str:
    """Return such as "2 of 3 steps"; empty where there are no steps."""
    if not progress.of:
        return ""
    return phrases.plural(
        "{completed} of {count} step",
        "{completed} of {count} steps",
        progress.of,
        completed=progress.completed,
    )


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
    }[part]
