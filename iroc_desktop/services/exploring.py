"""Exploring the chosen areas in a session: words of four steps, options weighed, a scaling answer.

It must not lose a keystroke: each method is durable when it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from iroc_desktop.domain.exploring import (
    Exploration,
    ExploringNote,
    ExploringStep,
    FourBoxes,
    Option,
    Scaling,
    Whose,
)
from iroc_desktop.domain.wording import Pack
from iroc_desktop.services.changes import Changes, Done, session_changed
from iroc_desktop.services.work import Work


class Exploring:
    """What a person finds out about the areas they chose."""

    def __init__(self, work: Work, pack: Pack) -> None:
        self._work = work
        self._pack = pack

    def look(self, session_id: str, indicator_id: str) -> Exploration:
        """Return what was said in a session in progress about an indicator; empty at first."""
        with self._work.begin() as unit:
            return unit.open_sessions.get(session_id).exploration(indicator_id)

    def of(self, person_id: str) -> Sequence[Exploration]:
        """Return what was explored with a person in finished sessions, oldest first."""
        with self._work.begin() as unit:
            return unit.explorations.of(person_id)

    def turn_to(self, session_id: str, indicator_id: str, step: ExploringStep) -> Done[Exploration]:
        """Remember which step is on the screen."""
        return self._edit(session_id, indicator_id, lambda each: replace(each, step=step))

    def note(self, session_id: str, indicator_id: str, kind: ExploringNote, text: str) -> Done[Exploration]:
        """Keep the words of one kind as they stand now."""
        return self._edit(session_id, indicator_id, lambda each: each.with_note(kind, text))

    def scale(
        self, session_id: str, indicator_id: str, now: int | None, good_enough: int | None
    ) -> Done[Exploration]:
        """Keep where things are now and where would be good enough, on the instrument's scale.

        Raises:
            NotOnScaleError: if the scale has no such step.
        """
        scaling = Scaling(now, good_enough).checked(self._pack.instrument.scale)
        return self._edit(session_id, indicator_id, lambda each: replace(each, scaling=scaling))

    def add_option(
        self, session_id: str, indicator_id: str, whose: Whose, words: str = ""
    ) -> Done[Exploration]:
        """Add an option at the end; it is the last of the exploration's options."""
        option = Option(self._work.new_id(), whose, words)
        return self._edit(session_id, indicator_id, lambda each: each.with_option(option))

    def weigh(self, session_id: str, indicator_id: str, option: Option) -> Done[Exploration]:
        """Keep an option with all that was said about it; one taken away meanwhile comes back."""
        return self._edit(session_id, indicator_id, lambda each: each.with_option(option))

    def choose_option(
        self, session_id: str, indicator_id: str, option_id: str, *, chosen: bool
    ) -> Done[Exploration]:
        """Keep whether the person chose an option."""

        def edit(exploration: Exploration) -> Exploration:
            option = exploration.option(option_id)
            return exploration.with_option(replace(option, chosen=chosen)) if option else exploration

        return self._edit(session_id, indicator_id, edit)

    def move_option(
        self, session_id: str, indicator_id: str, option_id: str, index: int
    ) -> Done[Exploration]:
        """Put an option at a place among the others, from 0; a place outside is the nearest end."""
        return self._edit(session_id, indicator_id, lambda each: each.with_option_at(option_id, index))

    def remove_option(self, session_id: str, indicator_id: str, option_id: str) -> Done[Exploration]:
        """Take an option away; give it to `weigh` to bring it back."""
        return self._edit(session_id, indicator_id, lambda each: each.without_option(option_id))

    def decide(self, session_id: str, indicator_id: str, boxes: FourBoxes | None) -> Done[Exploration]:
        """Keep the four-box form as it stands, or none."""
        return self._edit(session_id, indicator_id, lambda each: replace(each, decision=boxes))

    def _edit(
        self, session_id: str, indicator_id: str, edit: Callable[[Exploration], Exploration]
    ) -> Done[Exploration]:
        with self._work.begin() as unit:
            opened = unit.open_sessions.get(session_id)
            before = opened.exploration(indicator_id)
            after = edit(before)
            if after != before:
                unit.open_sessions.put(opened.with_exploration(after))
                unit.commit()
        changes = session_changed(opened.session.person_id) if after != before else Changes()
        return Done(after, changes)
