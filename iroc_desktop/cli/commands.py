"""Does what a command asks for, and tells the outcome in one clear line.

It must not show a practitioner where in the code something failed, nor go on after a fault.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Any, Final

from iroc_desktop.cli.backing_up import back_up, restore
from iroc_desktop.cli.checking import check
from iroc_desktop.cli.errors import (
    NoBackupsError,
    NothingToReportError,
    PassphraseFileError,
    PersonNotSingledOutError,
    RecordNotWholeError,
)
from iroc_desktop.cli.opening import opened, passphrase_from
from iroc_desktop.cli.reporting import report
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.ui.messages.errors import message_for


def run(asked: Namespace, data: DataFolder, phrases: Phrases) -> int:
    """Do the command; return 0, or 1 after one clear line about what went wrong."""
    try:
        passphrase = passphrase_from(asked.passphrase_file, phrases)
        print(_COMMANDS[asked.command](asked, data, passphrase, phrases))  # noqa: T201  # a command's answer
    except ExpectedError as error:
        print(told(error, phrases), file=sys.stderr)  # noqa: T201  # a command's answer
        return 1
    return 0


def told(error: ExpectedError, phrases: Phrases) -> str:
    """Return what happened and what to do, in one line."""
    own = _SENTENCES.get(type(error))
    return own(error, phrases) if own else message_for(error, phrases).whole


def _report(asked: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    with opened(data, passphrase) as desk:
        return report(desk, asked, phrases)


def _backup(asked: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    with opened(data, passphrase) as desk:
        return back_up(desk, asked, phrases)


def _restore(asked: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    with opened(data, passphrase) as desk:
        return restore(desk, asked, phrases)


def _check(_: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    return check(data, passphrase, phrases)


_COMMANDS: Final[dict[str, Callable[[Namespace, DataFolder, str, Phrases], str]]] = {
    "report": _report,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
}

_SENTENCES: Final[dict[type[ExpectedError], Callable[[Any, Phrases], str]]] = {
    NothingToReportError: lambda _, phrases: phrases.text(
        "This person has no completed conversation yet. Complete one, then try again."
    ),
    NoBackupsError: lambda _, phrases: phrases.text("There is no backup yet. Make one with: backup"),
    PassphraseFileError: lambda _, phrases: phrases.text(
        "The passphrase file cannot be read. Check its place and your right to read it."
    ),
    PersonNotSingledOutError: lambda error, phrases: phrases.plural(
        "The code fits {count} person. Give the whole code; --list shows it.",
        "The code fits {count} people. Give more of its digits; --list shows them.",
        error.count,
    ),
    RecordNotWholeError: lambda error, phrases: phrases.text(
        "The record is not whole ({faults}). Nothing was changed. Copy the data folder, then ask for help.",
        faults=", ".join(error.faults),
    ),
}
