"""The eight stages of a session: what is done in each, and what has to be there after a kill.

They must not look anything up but by what it is called.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.screen_reader.hands import ByKeys
from tests.screen_reader.reader import Heard, SilenceError, text_of
from tests.screen_reader.session import Session

Act = Callable[[Session], None]

RATINGS: Final = (4, 3, 5, 2, 4, 6, 3, 1, 5, 4, 2, 3)
"""One for each indicator, in order."""
NOTED: Final = 3
"""The place of the indicator whose note is checked after the kill, from 1; it is chosen later."""


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

    def jump(self, session: Session) -> None:
        """Go to this stage by the stepper, from whichever is open."""
        beginning = session.text("Stage {number}, {name}", number=self.number, name=self.called(session))
        session.press_starting(beginning, "push button")
        self.is_open(session)

    def leave(self, session: Session) -> None:
        """Press what leads on to the next stage."""
        if self is CONVERSATION:
            session.press("See the picture", "push button")
        elif self is not STAGES[-1]:
            after = STAGES[self.number]
            session.press("Next: {stage}", "push button", stage=after.called(session))


def walk(session: Session) -> str:
    """Return what the person says does them good, with letters that only their language has."""
    return session.own("A walk with my sister does me good.", "Pasear con mi hermana me sienta bien, ¿sabes?")


def hope(session: Session) -> str:
    """Return what the person wants."""
    return session.own("To sleep through the night", "Dormir toda la noche de un tirón")


def step(session: Session) -> str:
    """Return the first small step of the plan."""
    return session.own("Walk in the yard after lunch", "Caminar en el patio después de comer")


def place(session: Session) -> str:
    """Return where the two of them meet again."""
    return session.own("The small room, at ten", "La sala pequeña, a las diez")


def _welcome(session: Session) -> None:
    """Say what became of last time's step, and what helped."""
    answer = _done(session)
    session.hands.press(answer)
    session.write("What helped with: {step}", walk(session), step=step(session))


def _welcome_kept(session: Session) -> None:
    session.stands("What helped with: {step}", walk(session), step=step(session))
    answer = _done(session)
    session.reader.until(lambda: _checked(session, answer), "the answer about last time's step")


def _done(session: Session) -> str:
    done = session.words.about("what became of a step", "Done")
    return session.text("{answer}: {step}", answer=done, step=step(session))


def _checked(session: Session, name: str) -> bool:
    return any("CHECKED" in each.states for each in session.reader.all_named(name))


def _converse(session: Session) -> None:
    for position, rating in enumerate(RATINGS, start=1):
        at(session, position)
        if position == NOTED:
            session.write("In their own words", walk(session))
        rate(session, rating, last=position == len(RATINGS))


def at(session: Session, position: int) -> None:
    """Wait until the conversation is at this indicator."""
    session.hear("{position} of {count}", "label", position=position, count=len(RATINGS))


def rate(session: Session, rating: int, *, last: bool = False) -> None:
    """Rate, and go on to the next indicator unless this is the last."""
    if isinstance(session.hands, ByKeys):
        # a number is a letter while a note is being written, so the way there goes by the scale
        session.hands.key("Escape", str(rating))
        return
    session.press_starting(f"{rating}, ", "radio button")
    if not last:
        session.press("Next", "push button")


def _conversation_kept(session: Session) -> None:
    """Go back to the indicator with the note, find rating and note, and go on to the last again."""
    at(session, len(RATINGS))
    _is_rated(session, RATINGS[-1])
    for _ in range(len(RATINGS) - NOTED):
        session.press("Back", "push button")
    at(session, NOTED)
    _is_rated(session, RATINGS[NOTED - 1])
    session.stands("In their own words", walk(session))
    for position in range(NOTED, len(RATINGS)):
        at(session, position)
        session.press("Next", "push button")
    at(session, len(RATINGS))


def _is_rated(session: Session, rating: int) -> None:
    session.reader.until(
        lambda: "CHECKED" in session.starting(f"{rating}, ", "radio button").states, f"a rating of {rating}"
    )


def _look(session: Session) -> None:
    """The picture is told in words, not only drawn."""
    if not session.hear("Spidergram").description:
        raise SilenceError("the picture is not told in words")


def _choices(session: Session) -> list[str]:
    """Return what can be chosen, as it is read out, by the answer each was given."""
    ending = session.text("{indicator}, {rating}, {word}", indicator="", rating=RATINGS[NOTED - 1], word="")
    return [each.name for each in session.reader.things() if each.role == "check box" and ending in each.name]


def _choose(session: Session) -> None:
    """Choose the indicator with the note: it was the first to be answered so."""
    choices = session.reader.until(lambda: _choices(session), "something to choose")
    session.hands.press(choices[0], "check box")
    session.hear("{choice}, chosen as number {place}", "check box", choice=choices[0], place=1)


def _choice_kept(session: Session) -> None:
    chosen = session.text("{choice}, chosen as number {place}", choice="", place=1)
    session.reader.until(
        lambda: [each for each in session.reader.things() if each.name.endswith(chosen)], "what was chosen"
    )


def _explore(session: Session) -> None:
    session.write("What already works, even a little", walk(session))


def _exploring_kept(session: Session) -> None:
    session.stands("What already works, even a little", walk(session))


def plan(session: Session) -> None:
    """Write an outcome and its first step, each taken with Enter."""
    session.write("What I want, in my own words", hope(session))
    session.hands.key("Return")
    session.hear("Outcome {number}", number=1)
    session.write("The next small step", step(session))
    session.hands.key("Return")
    session.stands("Step {number}", step(session), number=1)


def _plan_again(session: Session) -> None:
    """Add a second outcome to the plan of the first session."""
    session.stands("Step {number}", step(session), number=1)
    session.write("What I want, in my own words", walk(session))
    session.hands.key("Return")
    session.hear("Outcome {number}", number=2)


def _plan_kept(session: Session) -> None:
    session.stands("Step {number}", step(session), number=1)
    session.stands("What I want, in my own words", hope(session))
    session.stands("What I want, in my own words", walk(session))


def _card(session: Session) -> str:
    return session.own("A card for a hard night", "Tarjeta para una noche mala")


def _toolkit(session: Session) -> None:
    """Find a page by words, open it with Enter, and fill in its first field."""
    wanted = _card(session)
    session.write("Find a page", wanted)
    session.reader.until(lambda: _first_page(session).startswith(wanted), "the page that was looked for")
    session.hands.key("Return")
    session.reader.until(lambda: not _pages(session), "the page instead of the list")
    field = session.reader.until(lambda: _written_fields(session), "a field on the page")[0]
    session.hands.write(field.name, walk(session))


def _toolkit_kept(session: Session) -> None:
    """The page stands above the list, and what was filled in on it."""
    session.press_starting(session.text("Open {page}", page=_card(session)), "push button")
    session.reader.until(
        lambda: any(text_of(each) == walk(session) for each in _written_fields(session)), "what was filled in"
    )


def _first_page(session: Session) -> str:
    return next((each.name for each in _pages(session)), "")


def _pages(session: Session) -> list[Heard]:
    return [each for each in session.reader.things() if each.role == "list item"]


def _written_fields(session: Session) -> list[Heard]:
    return [each for each in session.reader.things() if each.role == "text" and "EDITABLE" in each.states]


def _close(session: Session) -> None:
    session.write("Where, and at what time", place(session))
    session.press("Agree this day", "push button")
    session.write("What went well today, and what would I do another way?", walk(session))


def _closing_kept(session: Session) -> None:
    session.stands("Where, and at what time", place(session))
    session.stands("What went well today, and what would I do another way?", walk(session))


CONVERSATION: Final = Stage("Conversation", _converse, _conversation_kept)
PLAN: Final = Stage("Plan", _plan_again, _plan_kept)
PRINT: Final = Stage("Print and next date", _close, _closing_kept)

STAGES: Final = (
    Stage("Welcome back", _welcome, _welcome_kept),
    CONVERSATION,
    Stage("Picture", _look, _look),
    Stage("Choose", _choose, _choice_kept),
    Stage("Explore", _explore, _exploring_kept),
    PLAN,
    Stage("Toolkit", _toolkit, _toolkit_kept),
    PRINT,
)
