"""Plays the scenario on the desktop it was started on, in one language and one way.

It must not be run on a desktop that somebody uses, for it presses keys; `tests.screen_reader` makes one.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.screen_reader.hands import ByKeys, ByName, Hands
from tests.screen_reader.program import Program
from tests.screen_reader.reader import Reader
from tests.screen_reader.scenario import hold
from tests.screen_reader.session import Session
from tests.screen_reader.words import Words

TITLE = "I.ROC Desktop"


def main(python: str, language: str, way: str, folder: Path) -> int:
    """Hold the session; return 0 when everything was there, and print the transcript either way."""
    reader = Reader(TITLE)
    hands: Hands = ByKeys(reader) if way == "keys" else ByName(reader)
    program = Program(python, folder / "data")
    try:
        hold(Session(reader, hands, program, Words.of(language), folder))
    except AssertionError as error:
        reader.say(f"FAILED: {error}\nOf the program itself: {program.told}")
        return 1
    finally:
        program.kill()
        (folder / "transcript.txt").write_text("\n".join(reader.transcript) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4])))
