"""What is said about a plan on the screen and on paper alike: how a step goes, by when, and how far it is.

It must not judge how it goes.
"""

from __future__ import annotations

from collections.abc import Iterator

from iroc_desktop.domain.personal_plan import PlanProgress
from iroc_desktop.domain.plan import Agreement, ByWhen, Occasion, Plan, Step, StepStatus
from iroc_desktop.i18n.formats import full_date
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


def due_words(due: ByWhen, phrases: Phrases) -> str:
    """Return by when: a day, an occasion, or own words; empty where nothing is said."""
    if due.on is not None:
        return full_date(due.on, phrases.language)
    if due.occasion is not None:
        return occasion_words(due.occasion, phrases)
    return due.words


def step_facts(step: Step, phrases: Phrases) -> Iterator[str]:
    """Yield what is said about a step besides its words."""
    say = phrases.text
    if step.status is not StepStatus.NOT_STARTED:
        yield status_words(step.status, phrases)
    if step.who:
        yield say("who: {who}", who=step.who)
    when = due_words(step.due, phrases)
    if when:
        yield say("by when: {when}", when=when)
    if step.place:
        yield say("where: {place}", place=step.place)
    if step.confidence is not None:
        yield say("how sure: {confidence} of 10", confidence=step.confidence)
    if step.would_raise:
        yield say("what would make it one higher: {words}", words=step.would_raise)


def agreement_sentence(plan: Plan, phrases: Phrases) -> str:
    """Return whether the person agrees, with their reason; empty where nobody asked."""
    said = {
        Agreement.NOT_ASKED: "",
        Agreement.YES: phrases.text("I agree with this plan."),
        Agreement.NO: phrases.text("I do not agree with this plan as it is."),
        Agreement.COULD_NOT_ANSWER: phrases.text("I could not say yet whether I agree."),
    }[plan.agreement]
    if not said:
        return ""
    return " ".join(each for each in (said, plan.agreement_reason) if each)
