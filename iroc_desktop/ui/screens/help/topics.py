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
    text = phrases.text
    return (
        KeyGroup(
            text("Everywhere"),
            (
                ("Ctrl+K", text("Find a person")),
                ("Ctrl+N", text("Add a person")),
                ("Ctrl+L", text("Lock the program")),
                ("F9", text("Hide everything, and show it again")),
                ("F1", text("Help")),
                ("Ctrl+,", text("Settings")),
                ("Ctrl++   Ctrl+-", text("Larger or smaller text")),
                ("Tab   Shift+Tab", text("Go to the next or the previous field")),
                ("Ctrl+Q", text("Close the program")),
            ),
        ),
        KeyGroup(
            text("With a person"),
            (
                ("F2", text("Open their page")),
                ("Ctrl+E", text("Edit what is known about them")),
                ("F5", text("Start a conversation, or go on with it")),
                ("F6", text("See the picture")),
                ("F7", text("Choose what matters now")),
                ("Ctrl+P", text("Print")),
            ),
        ),
        KeyGroup(
            text("In a conversation"),
            (
                ("1 2 3 …", text("Give this rating and move on")),
                ("Backspace", text("Take the rating away")),
                ("←   →", text("Go to the indicator before or after")),
                ("F8", text("Turn the screen to the person, and back")),
            ),
        ),
        KeyGroup(
            text("In the list of people"),
            (
                ("↑   ↓", text("Choose a person while you type")),
                ("Enter", text("Open the chosen person")),
                ("Esc", text("Empty the field")),
            ),
        ),
    )


def privacy_points(phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Return headings and paragraphs about what stays on this machine."""
    text = phrases.text
    return (
        (
            text("What never leaves this machine by itself: everything"),
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
