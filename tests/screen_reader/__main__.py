"""Holds one whole session by what a screen reader hears, and again by keys alone, in each language.

It must not be part of `make test`: it needs a display, a bus and Debian's Python.
Run `python -m tests.screen_reader [en|es] [names|keys]`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.screen_reader.world import missing, play

LANGUAGES = ("en", "es")
WAYS = ("names", "keys")


def main(arguments: list[str]) -> int:
    """Play every language and way that was asked for; return 0 when each went through."""
    lacking = missing()
    if lacking:
        sys.stdout.write(f"The screen reader's run needs: apt-get install {' '.join(lacking)}\n")
        return 2
    languages = [each for each in LANGUAGES if each in arguments] or list(LANGUAGES)
    ways = [each for each in WAYS if each in arguments] or list(WAYS)
    good = [_played(language, way) for language in languages for way in ways]
    return 0 if all(good) else 1


def _played(language: str, way: str) -> bool:
    with tempfile.TemporaryDirectory() as name:
        folder, began = Path(name), time.monotonic()
        code = play(["tests.screen_reader.play", sys.executable, language, way, name])
        transcript = folder / "transcript.txt"
        if code:
            sys.stdout.write(transcript.read_text("utf-8") if transcript.exists() else "no transcript\n")
        told = "went through" if code == 0 else "FAILED"
        sys.stdout.write(f"a session in {language} by {way}: {told}, {time.monotonic() - began:.0f} s\n")
        sys.stdout.flush()
    return code == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
