"""The command line: what can be asked for.

It must not do anything but parse; names of people are never arguments, because shells remember them.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.system.settings import LANGUAGES


def parser(phrases: Phrases) -> argparse.ArgumentParser:
    """Return the parser of the whole command line; without a command the program opens."""
    top = argparse.ArgumentParser(
        prog="iroc-desktop",
        description=phrases.text(
            "Hold the I.ROC conversation offline. Without a command, the program opens."
        ),
    )
    _add_data_folder(top)
    top.add_argument(
        "--selftest",
        action="store_true",
        help=phrases.text("play one whole session in a temporary folder and say whether it worked"),
    )
    commands = top.add_subparsers(dest="command", metavar="command")
    _add_demo(commands, phrases)
    _add_report(commands, phrases)
    _add_check(commands, phrases)
    _add_backup(commands, phrases)
    _add_restore(commands, phrases)
    _add_export(commands, phrases)
    _add_import(commands, phrases)
    return top


Commands = argparse._SubParsersAction  # noqa: SLF001  # argparse gives the type no public name


def _add_demo(commands: Commands[argparse.ArgumentParser], phrases: Phrases) -> None:
    demo = commands.add_parser("demo", help=phrases.text("play a session with fictional people, off screen"))
    demo.add_argument(
        "--output", type=Path, default=Path("demo"), help=phrases.text("where PDFs and pictures go")
    )


def _add_report(commands: Commands[argparse.ArgumentParser], phrases: Phrases) -> None:
    report = commands.add_parser("report", help=phrases.text("write a session summary as a PDF"))
    _add_data_folder(report)
    _add_passphrase(report, phrases)
    report.add_argument(
        "--list", action="store_true", help=phrases.text("show people with their codes, instead of writing")
    )
    report.add_argument("--person", help=phrases.text("the person's code, or its first digits"))
    report.add_argument("--language", choices=LANGUAGES, help=phrases.text("language of the paper"))
    report.add_argument("--output", type=Path, default=Path("summary.pdf"))


def _add_check(commands: Commands[argparse.ArgumentParser], phrases: Phrases) -> None:
    check = commands.add_parser("check", help=phrases.text("check that the record and its backups are whole"))
    _add_data_folder(check)
    _add_passphrase(check, phrases)


def _add_backup(commands: Commands[argparse.ArgumentParser], phrases: Phrases) -> None:
    backup = commands.add_parser("backup", help=phrases.text("make a backup and read it through"))
    _add_data_folder(backup)
    _add_passphrase(backup, phrases)
    backup.add_argument(
        "--to", type=Path, metavar="FOLDER", help=phrases.text("copy it, encrypted, to this stick or folder")
    )


def _add_restore(commands: Commands[argparse.ArgumentParser], phrases: Phrases) -> None:
    restore = commands.add_parser("restore", help=phrases.text("list the backups, or bring one back"))
    _add_data_folder(restore)
    _add_passphrase(restore, phrases)
    what = restore.add_mutually_exclusive_group()
    what.add_argument(
        "--list", action="store_true", help=phrases.text("show each backup with how much is in it")
    )
    what.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="FOLDER",
        help=phrases.text("bring back the copy on this stick or in this folder"),
    )
    what.add_argument("name", nargs="?", metavar="NAME", help=phrases.text("the backup to bring back"))


def _add_export(commands: Commands[argparse.ArgumentParser], phrases: Phrases) -> None:
    export = commands.add_parser("export", help=phrases.text("write a bundle for other machines"))
    _add_data_folder(export)
    _add_passphrase(export, phrases)
    export.add_argument(
        "--to", type=Path, metavar="FOLDER", required=True, help=phrases.text("the stick or folder")
    )
    export.add_argument(
        "--machine",
        action="append",
        metavar="NAME",
        help=phrases.text("only for the machine of this name; may be given more than once"),
    )


def _add_import(commands: Commands[argparse.ArgumentParser], phrases: Phrases) -> None:
    bring_in = commands.add_parser("import", help=phrases.text("take in a bundle of another machine"))
    _add_data_folder(bring_in)
    _add_passphrase(bring_in, phrases)
    bring_in.add_argument(
        "--dry-run", action="store_true", help=phrases.text("only say what it would bring; change nothing")
    )
    bring_in.add_argument(
        "bundle", type=Path, metavar="BUNDLE", help=phrases.text("a bundle, or a folder with bundles")
    )


def _add_data_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data-dir", type=Path, default=argparse.SUPPRESS)


def _add_passphrase(parser: argparse.ArgumentParser, phrases: Phrases) -> None:
    parser.add_argument(
        "--passphrase-file", type=Path, help=phrases.text("read the passphrase from this file's first line")
    )
