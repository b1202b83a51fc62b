"""Where every start begins: a command is done, or the window opens.

It must not import Qt for a command that needs no window.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from iroc_desktop.cli.arguments import parser
from iroc_desktop.i18n.phrases import Phrases
from iroc_desktop.system.paths import DataFolder, translations
from iroc_desktop.system.process import harden
from iroc_desktop.system.settings import Settings


def main(arguments: list[str] | None = None) -> int:
    """Do what the command line asks for, and return the exit code."""
    harden()
    language = Settings.load(DataFolder.standard().settings).language or "en"
    phrases = Phrases.load(translations(), "ui", language)
    asked = parser(phrases).parse_args(arguments)
    given: Path | None = getattr(asked, "data_dir", None)
    data = DataFolder(given) if given else DataFolder.standard()
    if asked.selftest or asked.command == "demo":
        return _off_screen(asked)
    if asked.command:
        from iroc_desktop.cli.commands import run

        return run(asked, data, phrases)
    from iroc_desktop.app.main import open_program

    return open_program(data)


def _off_screen(asked: Namespace) -> int:
    # neither needs a display, and an old machine's may be missing
    from iroc_desktop.app.demo import play_demo
    from iroc_desktop.app.selftest import run_selftest

    return run_selftest() if asked.selftest else play_demo(asked.output)


if __name__ == "__main__":
    sys.exit(main())
