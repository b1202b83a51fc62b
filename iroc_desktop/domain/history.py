"""A person's conversations in the order they were held: start, last, now, and the distance travelled.

It must not judge: no cut-offs, no norms, and an unrated indicator is a gap, never a zero.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from iroc_desktop.domain.conversation import Answer, Conversation
from iroc_desktop.domain.instrument import Instrument


@dataclass(frozen=True, slots=True)
class Travelled:
    """One indicator's way through the conversations; a first conversation has no `start` and no `last`."""

    indicator_id: str
    start: Answer | None
    last: Answer | None
    now: Answer

    @property
    def since_last(self) -> int | None:
        """Return steps moved since last time; None where either is unrated or there is no last time."""
        return _difference(self.last, self.now)

    @property
    def since_start(self) -> int | None:
        """Return steps moved since the first conversation; None where either is unrated."""
        return _difference(self.start, self.now)


def _difference(before: Answer | None, now: Answer) -> int | None:
    if before is None or before.rating is None or now.rating is None:
        return None
    return now.rating - before.rating


@dataclass(frozen=True, slots=True)
class Total:
    """The plain sum of the ratings, always shown with how many were rated: descriptive only (DOMAIN §1)."""

    points: int
    rated: int
    of: int


@dataclass(frozen=True, slots=True)
class History:
    """Conversations with one instrument by one person, in the order they were held, oldest first."""

    instrument: Instrument
    conversations: tuple[Conversation, ...]

    @classmethod
    def of(cls, instrument: Instrument, conversations: Iterable[Conversation]) -> History:
        """Return the history of those conversations that used this instrument, oldest first.

        One in which nothing was said, because its session left that stage out, is no point of the journey.
        """
        own = (
            each for each in conversations if each.instrument_id == instrument.id and not each.nothing_said
        )
        return cls(instrument, tuple(sorted(own, key=lambda each: (each.held_on, each.id))))

    def until(self, conversation: Conversation) -> History:
        """Return the history as it looked when `conversation` was the newest; it is included."""
        others = (each for each in self.conversations if each.id != conversation.id)
        earlier = tuple(each for each in others if each.held_on <= conversation.held_on)
        return History(self.instrument, (*earlier, conversation))

    @property
    def start(self) -> Conversation | None:
        """Return the first conversation, if there is an earlier one than now."""
        return self.conversations[0] if len(self.conversations) > 1 else None

    @property
    def last(self) -> Conversation | None:
        """Return the conversation before the newest, unless that is the first one, which is the start."""
        return self.conversations[-2] if len(self.conversations) > 2 else None

    @property
    def previous(self) -> Conversation | None:
        """Return the conversation before the newest, be it the first or a later one."""
        return self.conversations[-2] if len(self.conversations) > 1 else None

    @property
    def now(self) -> Conversation | None:
        """Return the newest conversation."""
        return self.conversations[-1] if self.conversations else None

    def travelled(self) -> tuple[Travelled, ...]:
        """Return each indicator's way, in the order of asking; empty when there is no conversation."""
        now = self.now
        if now is None:
            return ()
        return tuple(
            Travelled(
                indicator.id,
                self.start.answer(indicator.id) if self.start else None,
                self.previous.answer(indicator.id) if self.previous else None,
                now.answer(indicator.id),
            )
            for indicator in self.instrument.indicators
        )

    def rises(self) -> tuple[Travelled, ...]:
        """Return what moved up since last time, most first."""
        risen = [each for each in self.travelled() if (each.since_last or 0) > 0]
        return tuple(sorted(risen, key=lambda each: -(each.since_last or 0)))

    def strongest(self) -> tuple[Travelled, ...]:
        """Return what is high now: the ratings in the upper third of the scale, highest first."""
        scale = self.instrument.scale
        high = scale.maximum - (scale.maximum - scale.minimum) // 3
        strong = [each for each in self.travelled() if (each.now.rating or scale.minimum) >= high]
        return tuple(sorted(strong, key=lambda each: -(each.now.rating or 0)))

    def total(self, conversation: Conversation) -> Total:
        """Return the plain sum of a conversation's ratings, and how many there are."""
        ratings = [conversation.answer(each.id).rating for each in self.instrument.indicators]
        given = [rating for rating in ratings if rating is not None]
        return Total(sum(given), len(given), self.instrument.size)
