"""The words for what can go wrong on the command line: what happened and what to do, in one line.

It must not name anybody, nor show where in the code something failed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from iroc_desktop.cli.errors import (
    BackupsNotWholeError,
    MachineNotKnownError,
    NoBackupsError,
    NoBundlesError,
    NoMachinesError,
    NoPassphraseError,
    NoRecordHereError,
    NothingToReportError,
    PassphraseFileError,
    PersonNotSingledOutError,
    RecordNotWholeError,
    RecordWillNotOpenError,
)
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.ui.messages.errors import message_for


def told(error: ExpectedError, phrases: Phrases) -> str:
    """Return what happened and what to do, in one line."""
    own = _SENTENCES.get(type(error))
    return own(error, phrases) if own else message_for(error, phrases).whole


def warning_of_readers(phrases: Phrases) -> str:
    """Return what is wrong with a passphrase file that others may read."""
    return phrases.text("Careful: other accounts on this machine may read the passphrase file.")


def _will_not_open(error: RecordWillNotOpenError, phrases: Phrases) -> str:
    if not error.good:
        return phrases.text("{trouble} There is no good backup here.", trouble=told(error.cause, phrases))
    return phrases.text(
        "{trouble} The backup {name} is good; bring it back with: restore {name}",
        trouble=told(error.cause, phrases),
        name=error.good,
    )


_SENTENCES: Final[dict[type[ExpectedError], Callable[[Any, Phrases], str]]] = {
    NothingToReportError: lambda _, phrases: phrases.text(
        "This person has no completed conversation yet. Complete one, then try again."
    ),
    NoBackupsError: lambda _, phrases: phrases.text("There is no backup yet. Make one with: backup"),
    NoBundlesError: lambda _, phrases: phrases.text(
        "There is no bundle for this machine in that folder. Name the file or another folder."
    ),
    NoMachinesError: lambda _, phrases: phrases.text(
        "This machine is not paired with another one yet. Pair them in the program first."
    ),
    MachineNotKnownError: lambda error, phrases: phrases.text(
        "No single machine is called {name}. The program shows their names under: Exchange by stick",
        name=error.name,
    ),
    NoPassphraseError: lambda _, phrases: phrases.text(
        "No passphrase was given. Type it, or name a file that begins with it: --passphrase-file"
    ),
    NoRecordHereError: lambda error, phrases: phrases.text(
        "There is no record in {folder}. Name its folder with: --data-dir", folder=error.folder
    ),
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
    RecordWillNotOpenError: _will_not_open,
    BackupsNotWholeError: lambda error, phrases: phrases.text(
        "The record is whole, but these backups are damaged: {names}. Make a good one with: backup",
        names=", ".join(error.names),
    ),
}
