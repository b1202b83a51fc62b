"""Does what a command asks for, and tells the outcome in one clear line.

It must not show a practitioner where in the code something failed, nor go on after a fault.
"""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from collections.abc import Callable
from typing import Final

from iroc_desktop.cli.backing_up import back_up, restore
from iroc_desktop.cli.checking import check
from iroc_desktop.cli.exchanging import bring_in, export
from iroc_desktop.cli.opening import must_have_record, opened, others_may_read, passphrase_from
from iroc_desktop.cli.reporting import report
from iroc_desktop.cli.sentences import told, warning_of_readers
from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.system.paths import DataFolder

GOOD: Final = 0
WRONG: Final = 1
"""One clear line told what; argparse itself leaves with 2 when a command was misspelt."""
INTERRUPTED: Final = 130


def run(asked: Namespace, data: DataFolder, phrases: Phrases) -> int:
    """Do the command; return `GOOD`, or `WRONG` after one clear line about what went wrong."""
    _speak_on_any_console()
    try:
        if getattr(asked, "source", None) is None:
            must_have_record(data)
        if asked.passphrase_file is not None and others_may_read(asked.passphrase_file):
            print(warning_of_readers(phrases), file=sys.stderr)  # noqa: T201  # a command's answer
        passphrase = passphrase_from(asked.passphrase_file, phrases)
        print(_COMMANDS[asked.command](asked, data, passphrase, phrases))  # noqa: T201  # a command's answer
    except ExpectedError as error:
        print(told(error, phrases), file=sys.stderr)  # noqa: T201  # a command's answer
        return WRONG
    except KeyboardInterrupt:
        print(file=sys.stderr)  # noqa: T201  # ends the line of the prompt
        return INTERRUPTED
    return GOOD


def _speak_on_any_console() -> None:
    """Let a console that has no letter for something show a question mark instead of stopping the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _report(asked: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    with opened(data, passphrase) as desk:
        return report(desk, asked, phrases)


def _backup(asked: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    with opened(data, passphrase) as desk:
        return back_up(desk, asked, phrases)


def _restore(asked: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    return restore(data, passphrase, asked, phrases)


def _check(_: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    return check(data, passphrase, phrases)


def _export(asked: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    with opened(data, passphrase) as desk:
        return export(desk, asked, phrases)


def _import(asked: Namespace, data: DataFolder, passphrase: str, phrases: Phrases) -> str:
    with opened(data, passphrase) as desk:
        return bring_in(desk, asked, phrases)


_COMMANDS: Final[dict[str, Callable[[Namespace, DataFolder, str, Phrases], str]]] = {
    "report": _report,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "export": _export,
    "import": _import,
}
