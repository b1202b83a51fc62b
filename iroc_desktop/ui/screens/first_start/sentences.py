"""What first start says about problems and its steps, in words.

It must not hold a layout.
"""

from __future__ import annotations

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.messages.message import Message
from iroc_desktop.ui.screens.first_start.presenter import Page, Problem, State


def trouble(state: State, phrases: Phrases) -> Message | None:
    """Return what is wrong and what to do about it, if anything is."""
    if state.wrong_group:
        return Message(
            phrases.text("Group {group} is not as it stands on the sheet.", group=state.wrong_group),
            phrases.text("Look at that group again and type its six digits."),
        )
    if state.error is not None:
        return message_for(state.error, phrases)
    return _problem(state.problem, phrases) if state.problem else None


def _problem(problem: Problem, phrases: Phrases) -> Message:
    text = phrases.text
    return {
        Problem.NAME_MISSING: Message(
            text("Your name is still empty."), text("Type the name that people know you by.")
        ),
        Problem.PASSPHRASE_MISSING: Message(
            text("The passphrase is still empty."), text("Type a few words that only you would put together.")
        ),
        Problem.NOT_THE_SAME: Message(
            text("The two passphrases are not the same."),
            text("Type the second one again, or show what you type."),
        ),
        Problem.LICENCE_UNANSWERED: Message(
            text("The question about the licence is still open."),
            text("Choose an answer. “Not sure” is an answer too."),
        ),
        Problem.PRINTER_FAILED: Message(
            text("The printer did not take it."), text("Check the printer, then print again.")
        ),
    }[problem]


def step_words(page: Page, phrases: Phrases) -> str:
    """Return which step of how many a page belongs to."""
    step = {
        Page.LANGUAGE: 1,
        Page.PASSPHRASE: 2,
        Page.SHEET: 2,
        Page.TYPE_BACK: 2,
        Page.ORGANISATION: 3,
    }[page]
    return phrases.text("Step {step} of {steps}", step=step, steps=3)
