"""What is said about a plan on the screen and on paper alike: how a step goes, by when, and how far it is.

It must not judge how it goes.
"""

from __future__ import annotations

from iroc_desktop.domain.personal_plan import PlanProgress
from iroc_desktop.domain.plan import Occasion, StepStatus
from iroc_desktop.i18n.phrases import Phrases


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
