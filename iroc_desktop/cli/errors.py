"""What can go wrong on the command line only.

It must not hold sentences: `cli.sentences` finds the words.
"""

from __future__ import annotations

from pathlib import Path

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


class NoMachinesError(ExpectedError):
    """No other machine was paired with this one."""


class MachineNotKnownError(ExpectedError):
    """No machine, or more than one, has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NoBundlesError(ExpectedError):
    """There is no bundle for this machine in the folder."""


class NoPassphraseError(ExpectedError):
    """No passphrase was typed, piped in or found in the file."""


class NoRecordHereError(ExpectedError):
    """The data folder holds neither a record nor a backup of one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.folder = folder


class PassphraseFileError(ExpectedError):
    """The passphrase file cannot be read."""


class RecordNotWholeError(ExpectedError):
    """The check has found faults; `faults` are their technical names."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults


class RecordWillNotOpenError(ExpectedError):
    """The record is damaged or gone; `good` is the newest backup that was read through, empty if none is."""

    def __init__(self, cause: ExpectedError, good: str) -> None:
        super().__init__(cause, good)
        self.cause = cause
        self.good = good


class BackupsNotWholeError(ExpectedError):
    """The record is whole, but these backups are not; `names` are theirs."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(names)
        self.names = names
