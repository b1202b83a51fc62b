"""The words of the help screen: keys, privacy, about.

They must not promise what the program does not do.
"""

from __future__ import annotations

from dataclasses import dataclass

from iroc_desktop.i18n.phrases import Phrases


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """A heading, and pairs of a key and what it does."""

    heading: str
    keys: tuple[tuple[str, str], ...]


def key_groups(phrases: Phrases) -> tuple[KeyGroup, ...]:
    """Return every key of the program, by where it works. Keys are the same in every language."""
    return (
        KeyGroup(phrases.text("Everywhere"), _keys_everywhere(phrases)),
        KeyGroup(phrases.text("With a person"), _keys_with_a_person(phrases)),
        KeyGroup(phrases.text("In a conversation"), _keys_in_a_conversation(phrases)),
        KeyGroup(phrases.text("In the list of people"), _keys_in_the_list(phrases)),
    )


def _keys_everywhere(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    return (
        ("Ctrl+K", phrases.text("Find a person")),
        ("Ctrl+N", phrases.text("Add a person")),
        ("Ctrl+L", phrases.text("Lock the program")),
        ("F9", phrases.text("Hide everything, and show it again")),
        ("F1", phrases.text("Help")),
        ("Ctrl+,", phrases.text("Settings")),
        ("Ctrl++   Ctrl+-", phrases.text("Larger or smaller text")),
        ("Tab   Shift+Tab", phrases.text("Go to the next or the previous field")),
        ("Ctrl+Q", phrases.text("Close the program")),
    )


def _keys_with_a_person(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    return (
        ("F2", phrases.text("Open their page")),
        ("Ctrl+E", phrases.text("Edit what is known about them")),
        ("F3", phrases.text("Open the toolkit")),
        ("F4", phrases.text("Open their plan")),
        ("F5", phrases.text("Start a conversation, or go on with it")),
        ("F6", phrases.text("See the picture")),
        ("F7", phrases.text("Choose what matters now")),
        ("F12", phrases.text("Stop the session when something comes between")),
        ("Ctrl+P", phrases.text("Print")),
    )


def _keys_in_a_conversation(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    return (
        ("1 2 3 …", phrases.text("Give this rating and move on")),
        ("Backspace", phrases.text("Take the rating away")),
        ("←   →", phrases.text("Go to the indicator before or after")),
        ("F8", phrases.text("Turn the screen to the person, and back")),
        ("F12", phrases.text("The session was stopped from outside; number keys then say why")),
    )


def _keys_in_the_list(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    return (
        ("↑   ↓", phrases.text("Choose a person while you type")),
        ("Enter", phrases.text("Open the chosen person")),
        ("Esc", phrases.text("Empty the field")),
    )


def privacy_points(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Return headings and paragraphs about what stays on this machine."""
    text = phrases.text
    return (
        (
            text("Nothing leaves this machine by itself"),
            text(
                "This program never uses the network. It sends no names, no ratings, no statistics "
                "and no error reports to anybody."
            ),
        ),
        (
            text("What is written down is encrypted"),
            text(
                "People, conversations and notes lie in one encrypted record. "
                "Only a passphrase or the recovery sheet opens it."
            ),
        ),
        (
            text("What leaves is what you take out"),
            text(
                "Paper that you print, and files that you save, leave the record because you chose so. "
                "Files that you save are not encrypted."
            ),
        ),
        (
            text("Your own notes stay yours"),
            text("What you write under “Only for me” is never printed and never shown to the person’s view."),
        ),
        (
            text("What this program cannot do"),
            text(
                "It cannot protect you from somebody who watches your keyboard, "
                "or from harmful programs on this machine."
            ),
        ),
    )


def about_points(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Return headings and paragraphs about the program and its licences."""
    text = phrases.text
    return (
        (
            text("For whom"),
            text("For organisations licensed by Penumbra to use the I.ROC."),
        ),
        (
            text("Whose words"),
            text(
                "The questions in this program are our own open wording. They are not the official text. "
                "I.ROC and HOPE are marks of Penumbra, which has neither made nor approved this program."
            ),
        ),
        (
            text("Licence of the program"),
            text("This program is free software under the MIT licence. It comes without a warranty."),
        ),
    )
