"""What exploring says: names of steps and places, what was taken away, what comes next.

It must not say which option is the better one.
"""

from __future__ import annotations

from iroc_desktop.domain.exploring import MOST_USEFUL_OPTIONS, ExploringStep, Whose
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.screens.explore.state import STEPS, Area, Gone, State


def step_name(step: ExploringStep, phrases: Phrases) -> str:
    """Return what a step is called."""
    return {
        ExploringStep.UNDERSTANDING: phrases.about("step of exploring", "Understand"),
        ExploringStep.LOOKING_FORWARD: phrases.about("step of exploring", "Look forward"),
        ExploringStep.OPTIONS: phrases.about("step of exploring", "Options"),
        ExploringStep.AGREEING: phrases.about("step of exploring", "Agree"),
    }[step]


def step_spoken(step: ExploringStep, phrases: Phrases, *, current: bool, begun: bool) -> str:
    """Return a step as a screen reader says it."""
    fields = {"number": STEPS.index(step) + 1, "name": step_name(step, phrases)}
    if current and begun:
        return phrases.text("Step {number}, {name}, open now, begun", **fields)
    if current:
        return phrases.text("Step {number}, {name}, open now", **fields)
    if begun:
        return phrases.text("Step {number}, {name}, begun", **fields)
    return phrases.text("Step {number}, {name}", **fields)


def area_spoken(area: Area, phrases: Phrases, *, current: bool) -> str:
    """Return a chosen area as a screen reader says it."""
    if current:
        return phrases.text("Area {number}, {name}, open now", number=area.number, name=area.name)
    return phrases.text("Area {number}, {name}", number=area.number, name=area.name)


def way_words(state: State, by: int, phrases: Phrases) -> str:
    """Return where going on (1) or back (-1) leads; empty where it leads nowhere."""
    step, area = state.step_beside(by), state.beside(by)
    if step is not None:
        return step_name(step, phrases)
    return "" if area is None else area.name


def way_spoken(state: State, by: int, phrases: Phrases) -> str:
    """Return where going on or back leads, as a screen reader says it."""
    step, area = state.step_beside(by), state.beside(by)
    if step is not None and by > 0:
        return phrases.text("Next step: {name}", name=step_name(step, phrases))
    if step is not None:
        return phrases.text("Step before: {name}", name=step_name(step, phrases))
    if area is not None and by > 0:
        return phrases.text("Next area: {name}", name=area.name)
    return "" if area is None else phrases.text("Area before: {name}", name=area.name)


def answer_sentence(area: Area, phrases: Phrases) -> str:
    """Return the rating just given, with its word."""
    if area.rating is None:
        return phrases.text("You gave no number here today. That is fine.")
    return phrases.text("Your answer today: {rating}, {word}", rating=area.rating, word=area.word)


def place_words(whose: Whose, phrases: Phrases) -> str:
    """Return who could do it, on an option."""
    return {
        Whose.ME: phrases.text("What I can do"),
        Whose.PEOPLE_AROUND_ME: phrases.text("What people around me can do"),
        Whose.SERVICES: phrases.text("What services can do"),
    }[whose]


def gone_sentence(gone: Gone, phrases: Phrases) -> str:
    """Return what was taken away."""
    return {
        Gone.OPTION: phrases.text("An option was taken away."),
        Gone.VALUE: phrases.text("A line was taken away from what matters to you."),
    }[gone]


def about_options(count: int, phrases: Phrases) -> str:
    """Return what helps with this many options."""
    if count > MOST_USEFUL_OPTIONS:
        return phrases.text(
            "That is a lot to hold in mind at once. It may help to look at two or three of them first."
        )
    if count < 2:
        return phrases.text("With two or more options, you can weigh them side by side.")
    return phrases.text("Take your time. You can choose one, more than one, or none.")
