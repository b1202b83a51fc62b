"""What to say when a bundle from a stick cannot be taken.

It must not blame the stick or a colleague: nothing was changed here, and that is said first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from iroc_desktop.domain.bundles import (
    BundleBrokenError,
    BundleTooLargeError,
    BundleTooNewError,
    ForkError,
    GapError,
    NotForThisMachineError,
    NothingToUndoError,
    SenderUnknownError,
    TeamDiffersError,
)
from iroc_desktop.domain.conflicts import UnfitValueError
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.pairing import CardDiffersError, MachineNameError, NotNamedError, OwnCardError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.message import Message


def _broken(_: BundleBrokenError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This bundle is damaged, so nothing of it was taken."),
        phrases.text("Ask the other machine for a new one. What is here is as it was."),
    )


def _too_large(_: BundleTooLargeError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This file is larger than any bundle can be, so nothing of it was taken."),
        phrases.text("Choose another file, or ask the other machine for a new bundle."),
    )


def _too_new(error: BundleTooNewError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This bundle was written by a newer version of the program."),
        phrases.text(
            "Install the newer version here, then take it again. (Bundle version {needed}.)",
            needed=error.needed,
        ),
    )


def _not_for_this_machine(_: NotForThisMachineError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This bundle is not for this machine, or the file was changed on its way."),
        phrases.text("On the other machine, choose this one among those the bundle is for."),
    )


def _sender_unknown(_: SenderUnknownError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This bundle comes from a machine that this one does not know."),
        phrases.text("Pair the two machines first. Nothing of the bundle was taken."),
    )


def _gap(error: GapError, phrases: Phrases) -> Message:
    return Message(
        phrases.text(
            "Changes {first} to {last} of machine {machine} are missing, so nothing was taken.",
            first=error.first,
            last=error.last,
            machine=error.replica[:6],
        ),
        phrases.text("Take the earlier bundle first, or ask the other machine for a new one."),
    )


def _fork(error: ForkError, phrases: Phrases) -> Message:
    return Message(
        phrases.text(
            "Two machines write under the same name ({machine}), so nothing was taken.",
            machine=error.replica[:6],
        ),
        phrases.text("This happens when the data folder was copied by hand. Tell your team lead."),
    )


def _team(_: TeamDiffersError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This bundle comes from another team, so nothing of it was taken."),
        phrases.text("If you are one team, let one of the two machines join the other when you pair them."),
    )


def _nothing_to_undo(_: NothingToUndoError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("There is no import that can be undone."),
        phrases.text("Only the last import can, and only once."),
    )


def _machine_name(_: MachineNameError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This name will not do for a machine."),
        phrases.text("Give a short one that people know it by, like the room it stands in."),
    )


def _not_named(_: NotNamedError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This machine has no name yet, so it cannot exchange."),
        phrases.text("Give it a name first. Other machines will know it by that."),
    )


def _own_card(_: OwnCardError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This is the card of this machine itself."),
        phrases.text("Choose the card of the other machine."),
    )


def _card_differs(_: CardDiffersError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This card does not fit the machine you know by it."),
        phrases.text("Make a new card on the other machine, and bring it here yourself."),
    )


def _unfit_value(_: UnfitValueError, phrases: Phrases) -> Message:
    return Message(
        phrases.text("This cannot be kept in that place."),
        phrases.text("Choose one of the answers that stand there."),
    )


EXCHANGE_MESSAGES: dict[type[ExpectedError], Callable[[Any, Phrases], Message]] = {
    BundleBrokenError: _broken,
    BundleTooLargeError: _too_large,
    BundleTooNewError: _too_new,
    CardDiffersError: _card_differs,
    ForkError: _fork,
    GapError: _gap,
    MachineNameError: _machine_name,
    NotForThisMachineError: _not_for_this_machine,
    NotNamedError: _not_named,
    NothingToUndoError: _nothing_to_undo,
    OwnCardError: _own_card,
    SenderUnknownError: _sender_unknown,
    TeamDiffersError: _team,
    UnfitValueError: _unfit_value,
}
