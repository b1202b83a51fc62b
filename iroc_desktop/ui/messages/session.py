"""What to say when a session or a plan cannot take a change.

It must not blame: what cannot be done is said with what can be done instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.plan import AgreementReasonMissingError, ConfidenceError
from iroc_desktop.domain.session import SessionFinishedError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.planning import PlanArchivedError
from iroc_desktop.ui.messages.message import Message


def _session_finished(_: SessionFinishedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This session is finished and locked."),
        phrases.text("Begin a new session to go on. Nothing in this one was changed."),
    )


def _plan_archived(_: PlanArchivedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("A newer plan took the place of this one, so it cannot be changed any more."),
        phrases.text("Open the plan in use. You can write there what is still wanted."),
    )


def _confidence(error: ConfidenceError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("{given} is not a number on the confidence line.", given=error.given),
        phrases.text("Choose a number from {least} to {most}.", least=error.least, most=error.most),
    )


def _agreement_reason_missing(_: AgreementReasonMissingError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("It is not said yet why the question could not be answered."),
        phrases.text("Write in a few words what got in the way."),
    )


SESSION_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    AgreementReasonMissingError: _agreement_reason_missing,
    ConfidenceError: _confidence,
    PlanArchivedError: _plan_archived,
    SessionFinishedError: _session_finished,
}
