"""What to say about a fault in a content file: where it is, and what is asked for there.

It must not quote what was found in the file.
"""

from __future__ import annotations

from iroc_desktop.domain.content_errors import BadContentError, ContentFault, ContentProblem
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.message import Message


def content_message(error: BadContentError, phrases: Phrases) -> Message:
    """Return the file, line and field of a fault, and how to mend it."""
    return Message(_place(error, phrases), content_advice(error.problem, phrases))


def _place(error: BadContentError, phrases: Phrases) -> str:
    if error.line and error.field:
        return phrases.text(
            "The file {file} cannot be used: look at line {line}, field {field}.",
            file=error.file,
            line=error.line,
            field=error.field,
        )
    if error.line:
        return phrases.text(
            "The file {file} cannot be used: look at line {line}.", file=error.file, line=error.line
        )
    return phrases.text("The file {file} cannot be used.", file=error.file)


def content_advice(problem: ContentProblem, phrases: Phrases) -> str:
    """Return what is asked for at the place of the fault."""
    return {
        **_whole_file(phrases),
        **_spelling(phrases),
        **_shape(problem, phrases),
        **_joins(problem, phrases),
    }[problem.kind]


def _whole_file(phrases: Phrases) -> dict[ContentFault, str]:
    return {
        ContentFault.FILE_MISSING: phrases.text("Put the file back."),
        ContentFault.UNREADABLE: phrases.text("Make sure that this user may read the file."),
        ContentFault.TOO_LARGE: phrases.text("Make the file smaller."),
        ContentFault.EMPTY: phrases.text("The file is empty. Put its text back."),
        ContentFault.NOT_UTF8: phrases.text("Save the file as UTF-8 text."),
    }


def _spelling(phrases: Phrases) -> dict[ContentFault, str]:
    return {
        ContentFault.FORBIDDEN_CHARACTER: phrases.text("Take out the invisible control character."),
        ContentFault.TAB: phrases.text("Indent with spaces, not with a tab."),
        ContentFault.NOT_YAML: phrases.text("Check colons, quotes and indents there."),
        ContentFault.SECOND_DOCUMENT: phrases.text("Keep one document in the file: take out the line “---”."),
        ContentFault.TOO_DEEP: phrases.text("Use fewer levels inside one another."),
        ContentFault.ALIAS: phrases.text("Write the text out instead of pointing to another place."),
        ContentFault.TAG: phrases.text("Take out the word that begins with “!”."),
        ContentFault.KEY_NOT_PLAIN: phrases.text("Use a plain word before the colon."),
        ContentFault.REPEATED_KEY: phrases.text("The same field is there twice. Keep one."),
    }


def _shape(problem: ContentProblem, phrases: Phrases) -> dict[ContentFault, str]:
    limit, expected = problem.limit, ", ".join(problem.expected)
    return {
        ContentFault.MISSING_FIELD: phrases.text("Add the field {name}.", name=problem.name),
        ContentFault.UNKNOWN_FIELD: phrases.text(
            "The field {name} is not known here. Check its spelling.", name=problem.name
        ),
        ContentFault.WRONG_TYPE: phrases.text(
            "Another kind of value is needed: {expected}.", expected=expected
        ),
        ContentFault.NOT_ALLOWED: phrases.text("Use one of these: {expected}.", expected=expected),
        ContentFault.BAD_FORM: phrases.text("Write it in this form: {expected}.", expected=expected),
        ContentFault.TOO_SHORT: phrases.text("Write at least {limit} characters.", limit=limit),
        ContentFault.TOO_LONG: phrases.text("Write at most {limit} characters.", limit=limit),
        ContentFault.TOO_FEW: phrases.text("Give at least {limit} entries.", limit=limit),
        ContentFault.TOO_MANY: phrases.text("Give at most {limit} entries.", limit=limit),
        ContentFault.TOO_LOW: phrases.text("Use a number that is at least {limit}.", limit=limit),
        ContentFault.TOO_HIGH: phrases.text("Use a number that is at most {limit}.", limit=limit),
        ContentFault.REPEATED: phrases.text("The same value is there twice. Change one."),
    }


def _joins(problem: ContentProblem, phrases: Phrases) -> dict[ContentFault, str]:
    expected = ", ".join(problem.expected)
    return {
        ContentFault.UNKNOWN_REFERENCE: phrases.text(
            "Nothing is called {name}. Use one of these: {expected}.", name=problem.name, expected=expected
        ),
        ContentFault.UNUSED: phrases.text("Nothing belongs to {name}. Take it out.", name=problem.name),
        ContentFault.NOT_WORDED: phrases.text("Add the words for {name}.", name=problem.name),
        ContentFault.EITHER_OR: phrases.text("Give exactly one of these: {expected}.", expected=expected),
    }
