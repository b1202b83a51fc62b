"""What can go wrong on the command line only.

It must not hold sentences: `cli.commands` finds the words.
"""

from __future__ import annotations

from iroc_desktop.domain.errors import ExpectedError


class PersonNotSingledOutError(ExpectedError):
    """The code given fits nobody, or more than one person; `count` says how many."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class NothingToReportError(ExpectedError):
    """The person has no completed conversation yet."""


class NoBackupsError(ExpectedError):
    """There is no backup to list."""


class PassphraseFileError(ExpectedError):
    """The passphrase file cannot be read."""


class RecordNotWholeError(ExpectedError):
    """The check has found faults; `faults` are their technical names."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults
