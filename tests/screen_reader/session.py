"""One practitioner at one machine: what the steps of a session have in common.

It must not know a stage; each of those is a step of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.screen_reader.hands import FIELDS, Hands
from tests.screen_reader.program import Program
from tests.screen_reader.reader import Heard, Reader, SilenceError, text_of
from tests.screen_reader.words import Words

PASSPHRASE = "four small quiet words"
PERSON = "Nadia"
QUIET = 1.2
"""Seconds somebody waits after the last key: longer than the program takes to keep what was typed."""


@dataclass
class Session:
    """The reader, the hands and the program, with the words of its language."""

    reader: Reader
    hands: Hands
    program: Program
    words: Words
    folder: Path
    name: str = PERSON

    def text(self, sentence: str, **fields: object) -> str:
        """Return a sentence of the program."""
        return self.words.text(sentence, **fields)

    def own(self, english: str, spanish: str) -> str:
        """Return what the two of them say, in the language of the run."""
        return spanish if self.words.language == "es" else english

    def press(self, sentence: str, *roles: str, **fields: object) -> None:
        """Press what is called by this sentence."""
        self.hands.press(self.text(sentence, **fields), *roles)

    def write(self, sentence: str, words: str, place: int = 0, **fields: object) -> None:
        """Write in the field that is called by this sentence."""
        self.hands.write(self.text(sentence, **fields), words, place)

    def hear(self, sentence: str, *roles: str, **fields: object) -> Heard:
        """Wait until something is called by this sentence."""
        return self.reader.find(self.text(sentence, **fields), *roles)

    def starting(self, beginning: str, *roles: str) -> Heard:
        """Wait for something whose name begins so, and return it."""

        def look() -> Heard | None:
            for each in self.reader.things():
                if each.name.startswith(beginning) and (not roles or each.role in roles):
                    return each
            return None

        return self.reader.until(look, f"“{beginning}…”")

    def stands(self, sentence: str, words: str, **fields: object) -> None:
        """Wait until a field called by this sentence holds `words`."""
        name = self.text(sentence, **fields)

        def there() -> bool:
            return any(text_of(each) == words for each in self.reader.all_named(name, *FIELDS))

        self.reader.until(there, f"“{words}” in “{name}”")

    def press_starting(self, beginning: str, *roles: str) -> Heard:
        """Press what is called so, whatever follows, and return it."""
        thing = self.starting(beginning, *roles)
        self.hands.press(thing.name, thing.role)
        return thing

    def killed_and_unlocked(self) -> None:
        """Kill the program, start it again and unlock it."""
        self.reader.rest(QUIET)
        self.reader.say("=== killed ===")
        self.program.kill()
        self.reader.forget()
        self.program.start()
        self.write("Your passphrase", PASSPHRASE)
        self.press("Open", "push button")
        self.reader.find(self.words.about("place", "Today"))

    def everything_speaks(self, where: str) -> None:
        """Fail if anything that takes the keyboard on this screen has no name.

        Raises:
            SilenceError: naming the screen and the roles of what is silent.
        """
        silent = [each for each in self.reader.things() if "FOCUSABLE" in each.states and not each.name]
        if silent:
            told = ", ".join(each.line for each in silent)
            raise SilenceError(f"{where}: takes the keyboard and says nothing: {told}")
