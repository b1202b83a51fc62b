"""What the screen of colleagues says.

It must not tell whose a passphrase is.
"""

from __future__ import annotations

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.services.practitioners import Colleague
from iroc_desktop.ui.messages.errors import message_for
from iroc_desktop.ui.messages.message import Message
from iroc_desktop.ui.screens.practitioners.state import Busy, Problem, State, Told


def role_words(colleague: Colleague, phrases: Phrases) -> str:
    """Return what a colleague may do here, in a word or two."""
    return phrases.text("Team lead") if colleague.is_lead else phrases.text("Practitioner")


def called(colleague: Colleague | None, phrases: Phrases) -> str:
    """Return a colleague's name inside a sentence; what to call somebody who was let in without one."""
    if colleague is None:
        return ""
    return colleague.practitioner.name or phrases.text("a colleague without a name")


def called_first(colleague: Colleague | None, phrases: Phrases) -> str:
    """Return a colleague's name at the beginning of a sentence."""
    if colleague is None:
        return ""
    return colleague.practitioner.name or phrases.text("A colleague without a name")


def facts(colleague: Colleague, phrases: Phrases) -> str:
    """Return the line under a colleague's name."""
    if not colleague.practitioner.name:
        return phrases.text("Letting them in was cut off. They say their name when they unlock.")
    if colleague.has_access:
        return phrases.text("{role}. Has a passphrase.", role=role_words(colleague, phrases))
    return phrases.text("Cannot open the record. What they wrote stays, with their name.")


def name_words(colleague: Colleague, phrases: Phrases) -> str:
    """Return the name as the list shows it."""
    name = called_first(colleague, phrases)
    return phrases.text("{name} (you)", name=name) if colleague.is_oneself else name


def whom_to_ask(state: State, phrases: Phrases) -> str:
    """Return what somebody who is no team lead can do here, and whom to ask for the rest."""
    names = ", ".join(each.practitioner.name for each in state.here if each.is_lead)
    return phrases.text(
        "You can change your own passphrase here. For everything else, ask a team lead: {names}.", names=names
    )


def busy_words(busy: Busy, phrases: Phrases) -> str:
    """Return what is going on, while something is."""
    text = phrases.text
    return {
        Busy.NOTHING: "",
        Busy.KEYS: text("One moment…"),
        Busy.SHEET: text("Writing the sheet…"),
        Busy.LOCKING_ANEW: text("Locking the record and its backups anew. Please leave the machine on…"),
    }[busy]


def told_words(state: State, phrases: Phrases) -> str:
    """Return what was done a moment ago; empty if nothing was."""
    if state.told is None:
        return ""
    text, about = phrases.text, state.about
    name = called_first(about, phrases)
    role = role_words(about, phrases) if about else ""
    return {
        Told.LET_IN: text("{name} can open the record now, with a passphrase of their own.", name=name),
        Told.GIVEN: text("{name} has a new passphrase. The old one opens nothing now.", name=name),
        Told.OWN_CHANGED: text("Your new passphrase counts from now on. The old one opens nothing."),
        Told.ROLE_CHANGED: text("{name} is now: {role}.", name=name, role=role),
        Told.SHUT_OUT: text(
            "{name} cannot open the record any more. Keep the new recovery sheet locked away, "
            "and tear up the old one.",
            name=name,
        ),
        Told.SHEET_RENEWED: text("The new recovery sheet counts from now on. Tear up the old one."),
        Told.SHEET_DROPPED: text(
            "Nothing was changed. The new sheet opens nothing: tear it up, and keep the old one."
        ),
    }[state.told]


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


def removal_points(name: str, phrases: Phrases) -> tuple[str, ...]:
    """Return what ending somebody's access means, one thing to a line."""
    text = phrases.text
    return (
        text("Their passphrase opens nothing any more: neither the record nor a backup on this machine."),
        text("What {name} wrote stays in the record, with their name.", name=name),
        text("Everybody else's passphrase goes on working."),
        text("A new recovery sheet is made, because {name} may have seen the old one.", name=name),
        text("Copies on sticks from before today still open with the old passphrase: find and destroy them."),
    )


def _problem(problem: Problem, phrases: Phrases) -> Message:
    text = phrases.text
    return {
        Problem.NAME_MISSING: Message(
            text("The name is still empty."), text("Type the name that stands on the prints.")
        ),
        Problem.PASSPHRASE_MISSING: Message(
            text("The new passphrase is still empty."),
            text("A few words in a row that only they would put together are strong."),
        ),
        Problem.NOT_THE_SAME: Message(
            text("The two passphrases are not the same."),
            text("Type the second one again, or show what you type."),
        ),
        Problem.OWN_MISSING: Message(
            text("Your own passphrase is still empty."),
            text("Type the one you unlock the record with. It shows that it is really you."),
        ),
        Problem.PRINTER_FAILED: Message(
            text("The printer did not take it."), text("Check the printer, then print again.")
        ),
    }[problem]
