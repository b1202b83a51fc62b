"""The options of an area: added, weighed in words, chosen, moved, taken away, and the four-box form.

It must not add up what speaks for an option, nor put one before another by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from iroc_desktop.domain.exploring import Exploration, FourBoxes, Option, Whose
from iroc_desktop.services.changes import Done
from iroc_desktop.services.exploring import Exploring
from iroc_desktop.ui.screens.explore.keeping import Keeping


class OptionPart(StrEnum):
    """The words about an option; each names a field of `Option`."""

    WORDS = "words"
    SPEAKS_FOR = "speaks_for"
    COST = "cost"
    FIT = "fit"
    SUPPORTS = "supports"


class Box(StrEnum):
    """The words of the four-box form; each names a field of `FourBoxes`."""

    TOPIC = "topic"
    STAYING_GOOD = "staying_good"
    STAYING_NOT_SO_GOOD = "staying_not_so_good"
    CHANGING_GOOD = "changing_good"
    CHANGING_NOT_SO_GOOD = "changing_not_so_good"


@dataclass(frozen=True, slots=True)
class _Removed:
    indicator_id: str
    place: int
    option: Option = field(repr=False)


class Board:
    """Options side by side."""

    def __init__(self, exploring: Exploring, keeping: Keeping, gone: Callable[[bool], None]) -> None:
        """Tell `gone` when one was taken away and `undo` can bring it back (True), and when it is back."""
        self._exploring = exploring
        self._keeping = keeping
        self._tell_gone = gone
        self._removed: _Removed | None = None
        self._seen: dict[str, Option] = {}
        self._waiting: dict[str, str] = {}
        self._added = 0

    @property
    def waiting(self) -> tuple[str, ...]:
        """Return the words of options that are not kept yet, oldest first."""
        return tuple(self._waiting.values())

    def remember(self, exploration: Exploration) -> None:
        """Know these options again, should one be taken away while it is being written about."""
        self._seen.update((each.id, each) for each in exploration.options)

    def add(self, indicator_id: str, whose: Whose, words: str) -> None:
        """Add an option at the end."""
        words, session_id = words.strip(), self._keeping.session_id
        if not words:
            return
        self._added += 1
        # a name of its own: a second option must not take the place of one that could not be kept
        what = f"add {self._added}"
        self._waiting[what] = words
        self._keeping.keep(
            indicator_id,
            what,
            lambda: self._exploring.add_option(session_id, indicator_id, whose, words),
            then=lambda: self._arrived(what),
        )

    def write(self, indicator_id: str, option_id: str, part: OptionPart, words: str) -> None:
        """Keep words about an option; one that was taken away elsewhere comes back with them."""
        self._edit(indicator_id, option_id, part.value, lambda option: _written(option, part, words))

    def fit(self, indicator_id: str, option_id: str, value_id: str, *, fits: bool) -> None:
        """Keep whether an option fits with one of the person's values."""

        def edit(option: Option) -> Option:
            others = tuple(each for each in option.fits if each != value_id)
            return replace(option, fits=(*others, value_id) if fits else others)

        self._edit(indicator_id, option_id, f"fits {value_id}", edit, typed=False)

    def choose(self, indicator_id: str, option_id: str, *, chosen: bool) -> None:
        """Keep whether the person chose an option; several may be chosen."""
        session_id = self._keeping.session_id
        self._keeping.keep(
            indicator_id,
            f"chosen {option_id}",
            lambda: self._exploring.choose_option(session_id, indicator_id, option_id, chosen=chosen),
        )

    def put_earlier(self, indicator_id: str, option_id: str) -> None:
        """Move an option one place forward."""
        place = self._place(indicator_id, option_id)
        session_id = self._keeping.session_id
        if place > 0:
            self._keeping.keep(
                indicator_id,
                "order",
                lambda: self._exploring.move_option(session_id, indicator_id, option_id, place - 1),
            )

    def remove(self, indicator_id: str, option_id: str) -> None:
        """Take an option away; `undo` brings it back with all that was said about it."""
        session_id, place = self._keeping.session_id, self._place(indicator_id, option_id)
        option = self._keeping.shown(indicator_id).option(option_id)
        if option is None:
            return

        def removed() -> None:
            self._removed = _Removed(indicator_id, place, option)
            self._tell_gone(True)

        self._keeping.keep(
            indicator_id,
            f"there {option_id}",
            lambda: self._exploring.remove_option(session_id, indicator_id, option_id),
            then=removed,
        )

    def undo(self) -> None:
        """Bring back, where it stood, the option that was taken away last."""
        gone, session_id, exploring = self._removed, self._keeping.session_id, self._exploring
        self._removed = None
        if gone is None:
            return

        def work() -> Done[Exploration]:
            exploring.weigh(session_id, gone.indicator_id, gone.option)
            return exploring.move_option(session_id, gone.indicator_id, gone.option.id, gone.place)

        self._keeping.keep(
            gone.indicator_id, f"there {gone.option.id}", work, then=lambda: self._tell_gone(False)
        )

    def fill_box(self, indicator_id: str, box: Box, words: str) -> None:
        """Keep the words of one box; a form in which nothing is said is none."""
        exploring, session_id = self._exploring, self._keeping.session_id

        def filled(exploration: Exploration) -> FourBoxes | None:
            changed = {box.value: words}
            boxes = replace(exploration.decision or FourBoxes(), **changed)
            return None if boxes == FourBoxes() else boxes

        self._keeping.keep(
            indicator_id,
            f"box {box.value}",
            lambda: exploring.decide(
                session_id, indicator_id, filled(exploring.look(session_id, indicator_id))
            ),
            meant=lambda each: replace(each, decision=filled(each)),
        )

    def _edit(
        self,
        indicator_id: str,
        option_id: str,
        what: str,
        edit: Callable[[Option], Option],
        *,
        typed: bool = True,
    ) -> None:
        known = self._seen.get(option_id)
        if known is None:
            return
        exploring, session_id = self._exploring, self._keeping.session_id

        def work() -> Done[Exploration]:
            # read on the worker: what was kept a moment ago must not be written over
            option = exploring.look(session_id, indicator_id).option(option_id) or known
            return exploring.weigh(session_id, indicator_id, edit(option))

        def meant(exploration: Exploration) -> Exploration:
            return exploration.with_option(edit(exploration.option(option_id) or known))

        self._keeping.keep(indicator_id, f"option {option_id} {what}", work, meant if typed else None)

    def _place(self, indicator_id: str, option_id: str) -> int:
        ids = [each.id for each in self._keeping.shown(indicator_id).options]
        return ids.index(option_id) if option_id in ids else -1

    def _arrived(self, what: str) -> None:
        self._waiting.pop(what, None)


def _written(option: Option, part: OptionPart, words: str) -> Option:
    changed = {part.value: words}
    return replace(option, **changed)  # type: ignore[arg-type]  # OptionPart's values are text fields
