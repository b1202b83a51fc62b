"""Exploring one chosen area: four solution-focused steps, options weighed, and a scaling answer.

It must not choose for the person: options are weighed side by side, and nothing here adds them up.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from iroc_desktop.domain.instrument import Scale

MOST_USEFUL_OPTIONS: Final = 6
"""More than this is hard to hold in mind; a screen may say so, nothing is refused."""


class ExploringStep(StrEnum):
    """The four steps, in order."""

    UNDERSTANDING = "understanding"
    LOOKING_FORWARD = "looking_forward"
    OPTIONS = "options"
    AGREEING = "agreeing"


class ExploringNote(StrEnum):
    """The words kept in the steps; each names a field of `Exploration`."""

    WHAT_WORKS = "what_works"
    EXCEPTIONS = "exceptions"
    BEST_HOPES = "best_hopes"
    SMALLEST_SIGN = "smallest_sign"
    AGREED = "agreed"


class Whose(StrEnum):
    """Who could do it: the three places to look for options."""

    ME = "me"
    PEOPLE_AROUND_ME = "people_around_me"
    SERVICES = "services"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that could be done, weighed in the person's words."""

    id: str
    whose: Whose = Whose.ME
    words: str = field(default="", repr=False)
    speaks_for: str = field(default="", repr=False)
    cost: str = field(default="", repr=False)
    """What it would cost: money, effort, what has to be given up."""
    fits: tuple[str, ...] = ()
    """Ids of the person's own values it fits with."""
    fit: str = field(default="", repr=False)
    """How it fits with them, in words."""
    supports: str = field(default="", repr=False)
    """What help it would need."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class FourBoxes:
    """The four-box form, for staying neutral; not for choices with one clearly safe option (DOMAIN §4)."""

    topic: str = field(default="", repr=False)
    staying_good: str = field(default="", repr=False)
    staying_not_so_good: str = field(default="", repr=False)
    changing_good: str = field(default="", repr=False)
    changing_not_so_good: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Scaling:
    """Where things are now, and where would be good enough, on the instrument's scale."""

    now: int | None = None
    good_enough: int | None = None

    def checked(self, scale: Scale) -> Scaling:
        """Return this answer.

        Raises:
            NotOnScaleError: if one of the two is not a step of the scale.
        """
        for step in (self.now, self.good_enough):
            if step is not None:
                scale.checked(step)
        return self


NOT_SCALED: Final = Scaling()


@dataclass(frozen=True, slots=True)
class Exploration:
    """What the two of them found out about one chosen indicator in one session."""

    id: str
    session_id: str
    person_id: str
    indicator_id: str
    step: ExploringStep = ExploringStep.UNDERSTANDING
    """The step on the screen."""
    what_works: str = field(default="", repr=False)
    """What already works."""
    exceptions: str = field(default="", repr=False)
    """Times when it was a little better."""
    best_hopes: str = field(default="", repr=False)
    smallest_sign: str = field(default="", repr=False)
    """The smallest sign of one step up."""
    scaling: Scaling = NOT_SCALED
    options: tuple[Option, ...] = ()
    """In the person's order."""
    decision: FourBoxes | None = None
    agreed: str = field(default="", repr=False)

    @classmethod
    def blank(cls, session_id: str, person_id: str, indicator_id: str) -> Exploration:
        """Return an exploration in which nothing was said yet."""
        return cls(f"{session_id}/{indicator_id}", session_id, person_id, indicator_id)

    @property
    def empty(self) -> bool:
        """Return whether nothing was said yet, whichever step is on the screen."""
        blank = Exploration.blank(self.session_id, self.person_id, self.indicator_id)
        return replace(self, step=blank.step) == blank

    @property
    def chosen(self) -> tuple[Option, ...]:
        """Return the options the person chose."""
        return tuple(each for each in self.options if each.chosen)

    def begun(self, step: ExploringStep) -> bool:
        """Return whether anything was said in a step."""
        said: dict[ExploringStep, bool] = {
            ExploringStep.UNDERSTANDING: bool(self.what_works or self.exceptions),
            ExploringStep.LOOKING_FORWARD: bool(
                self.best_hopes or self.smallest_sign or self.scaling != NOT_SCALED
            ),
            ExploringStep.OPTIONS: bool(self.options or self.decision),
            ExploringStep.AGREEING: bool(self.agreed or self.chosen),
        }
        return said[step]

    def note(self, kind: ExploringNote) -> str:
        """Return the words of one kind."""
        return str(getattr(self, kind.value))

    def with_note(self, kind: ExploringNote, text: str) -> Exploration:
        """Return this exploration with the words of one kind replaced."""
        changed = {kind.value: text}
        return replace(self, **changed)  # type: ignore[arg-type]  # ExploringNote's values are text fields

    def option(self, option_id: str) -> Option | None:
        """Return one option; None if it was taken away."""
        return next((each for each in self.options if each.id == option_id), None)

    def with_option(self, option: Option) -> Exploration:
        """Return this exploration with an option added at the end, or replaced where it stands."""
        if self.option(option.id) is None:
            return replace(self, options=(*self.options, option))
        return replace(self, options=tuple(option if each.id == option.id else each for each in self.options))

    def without_option(self, option_id: str) -> Exploration:
        """Return this exploration without an option."""
        return replace(self, options=tuple(each for each in self.options if each.id != option_id))

    def with_option_at(self, option_id: str, index: int) -> Exploration:
        """Return this exploration with an option moved to a place; a place outside is the nearest end."""
        moved = self.option(option_id)
        if moved is None:
            return self
        others = [each for each in self.options if each.id != option_id]
        others.insert(max(0, index), moved)
        return replace(self, options=tuple(others))
