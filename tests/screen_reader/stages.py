"""The eight stages of a session: what is done in each, and what has to be there after a kill.

They must not look anything up but by what it is called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.screen_reader.hands import ByKeys
from tests.screen_reader.reader import SilenceError, text_of
from tests.screen_reader.session import Session

Act = Callable[[Session], None]

RATINGS: Final = (4, 3, 5, 2, 4, 6, 3, 1, 5, 4, 2, 3)
"""One for each indicator, in order."""
NOTED: Final = 3
"""The place of the indicator whose note is checked after the kill, from 1."""


def _nothing(session: Session) -> None:
    """Do nothing: looking is enough."""


@dataclass(frozen=True)
class Stage:
    """One stage: its name on the stepper, what is done, and what must still be there."""

    name: str
    """The sentence of the catalogue, in the context “stage of a session”."""
    act: Act = _nothing
    still_there: Act = _nothing

    @property
    def number(self) -> int:
        """Return its place on the stepper, from 1."""
        return STAGES.index(self) + 1

    def called(self, session: Session) -> str:
        """Return its name in the language of the run."""
        return session.words.about("stage of a session", self.name)

    def is_open(self, session: Session) -> None:
        """Wait until the stepper says that this stage is the open one."""
        session.hear("Stage {number}, {name}, open now", number=self.number, name=self.called(session))

    def leave(self, session: Session) -> None:
        """Press what leads on to the next stage."""
        if self is CONVERSATION:
            session.press("See the picture", "push button")
        elif self is not STAGES[-1]:
            after = STAGES[self.number]
            session.press("Next: {stage}", "push button", stage=after.called(session))


def words_of(session: Session) -> str:
    """Return what the person says, with letters that only their language has."""
    return session.own("A walk with my sister does me good.", "Pasear con mi hermana me sienta bien, ¿sabes?")


def _converse(session: Session) -> None:
    for place, step in enumerate(RATINGS, start=1):
        _at(session, place)
        if place == NOTED:
            session.write("In their own words", words_of(session))
        _rate(session, step, last=place == len(RATINGS))


def _at(session: Session, place: int) -> None:
    session.hear("{position} of {count}", "label", position=place, count=len(RATINGS))


def _rate(session: Session, step: int, *, last: bool) -> None:
    if isinstance(session.hands, ByKeys):
        # a number is a letter while a note is being written, so the way there goes by the scale
        session.hands.key("Escape", str(step))
        return
    session.hands.press(session.starting(f"{step}, ", "radio button").name, "radio button")
    if not last:
        session.press("Next", "push button")


def _ratings_are_there(session: Session) -> None:
    """Go back to the indicator with the note, by the keys, and find rating and note."""
    _at(session, len(RATINGS))
    _is_rated(session, RATINGS[-1])
    for _ in range(len(RATINGS) - NOTED):
        session.press("Back", "push button")
    _at(session, NOTED)
    _is_rated(session, RATINGS[NOTED - 1])
    note = session.hear("In their own words", "text")
    session.reader.until(lambda: text_of(note) == words_of(session), "the note after the kill")
    for place in range(NOTED, len(RATINGS)):
        _at(session, place)
        session.press("Next", "push button")


def _is_rated(session: Session, step: int) -> None:
    session.reader.until(
        lambda: "CHECKED" in session.starting(f"{step}, ", "radio button").states, f"a rating of {step}"
    )


def _look(session: Session) -> None:
    """The picture is told in words: by a description, and by a table with the same numbers."""
    pictures = [each for each in session.reader.things() if each.name == session.text("Picture")]
    if not any(each.description for each in pictures):
        raise SilenceError("the picture is not told in words")


def _choose(session: Session) -> None:
    pass


CONVERSATION: Final = Stage("Conversation", _converse, _ratings_are_there)

STAGES: Final = (
    Stage("Welcome back"),
    CONVERSATION,
    Stage("Picture", _look, _look),
    Stage("Choose", _choose),
    Stage("Explore"),
    Stage("Plan"),
    Stage("Toolkit"),
    Stage("Print and next date"),
)
