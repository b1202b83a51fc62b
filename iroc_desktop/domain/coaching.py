"""What a practitioner may say: prompts for each indicator, stage and step, and ways of being with someone.

It must not choose a sentence, nor count on any instrument: an indicator without prompts simply has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.exploring import ExploringStep
from iroc_desktop.domain.wording import IndicatorWording, Pack, ReviewStatus, Wording


class CoachingWay(StrEnum):
    """Ways of being with someone that belong to every stage."""

    NOTICING_STRENGTHS = "noticing_strengths"
    AFFIRMING = "affirming"
    SILENCE_AND_PACE = "silence_and_pace"
    DISTRESS = "distress"


@dataclass(frozen=True, slots=True)
class IndicatorPrompts:
    """Sentences about one indicator, said to the person."""

    prompts: tuple[str, ...]
    other_ways: tuple[str, ...]
    """Other ways to ask how often; a higher answer is the better one."""


@dataclass(frozen=True, slots=True)
class WayWords:
    """One way, explained to the practitioner, with sentences that show it."""

    title: str
    advice: tuple[str, ...]
    """For the practitioner; never read out."""
    say: tuple[str, ...]
    """For the person."""


@dataclass(frozen=True, slots=True)
class CoachingText:
    """Everything in one language; what is missing is taken from another."""

    language: str
    status: ReviewStatus
    reviewed_by: str
    indicators: Mapping[str, IndicatorPrompts]
    """Indicator id → its sentences."""
    stages: Mapping[Stage, tuple[str, ...]]
    steps: Mapping[ExploringStep, tuple[str, ...]]
    ways: Mapping[CoachingWay, WayWords]


@dataclass(frozen=True, slots=True)
class Prompts:
    """Sentences to choose from, and the language they are in; false when there are none."""

    asked: tuple[str, ...] = ()
    other_ways: tuple[str, ...] = ()
    """Other ways to ask; only an indicator has them."""
    language: str = ""
    """Of the sentences; empty when there are none."""
    instead_of: str = ""
    """The language that was wanted, when these are in another one; empty when they are in the wanted one."""
    status: ReviewStatus = ReviewStatus.DRAFT

    def __bool__(self) -> bool:
        return bool(self.asked or self.other_ways)


@dataclass(frozen=True, slots=True)
class Way:
    """A way with its words, and the language they are in."""

    kind: CoachingWay
    words: WayWords
    language: str
    instead_of: str = ""
    """The language that was wanted, when the words are in another one; empty otherwise."""
    status: ReviewStatus = ReviewStatus.DRAFT


NO_PROMPTS: Final = Prompts()


@dataclass(frozen=True, slots=True)
class CoachingWords:
    """The sentences for a practitioner who wants `language`, each from the nearest text that has it."""

    language: str
    texts: tuple[CoachingText, ...] = field(default=(), repr=False)
    """The nearest language first."""

    @property
    def ways(self) -> tuple[Way, ...]:
        """Return the ways in their order."""
        found = (self.way(kind) for kind in CoachingWay)
        return tuple(way for way in found if way is not None)

    def way(self, kind: CoachingWay) -> Way | None:
        """Return one way; None if no language has it."""
        text = self._nearest(lambda text: kind in text.ways)
        if text is None:
            return None
        return Way(kind, text.ways[kind], text.language, self._instead_of(text), text.status)

    def for_indicator(self, indicator_id: str) -> Prompts:
        """Return the sentences about an indicator; none if no language knows it."""
        text = self._nearest(lambda text: indicator_id in text.indicators)
        if text is None:
            return NO_PROMPTS
        words = text.indicators[indicator_id]
        return self._prompts(text, words.prompts, words.other_ways)

    def for_stage(self, stage: Stage) -> Prompts:
        """Return the sentences for a stage of the session; none if no language has any."""
        text = self._nearest(lambda text: stage in text.stages)
        return NO_PROMPTS if text is None else self._prompts(text, text.stages[stage])

    def for_step(self, step: ExploringStep) -> Prompts:
        """Return the sentences for a step of exploring; none if no language has any."""
        text = self._nearest(lambda text: step in text.steps)
        return NO_PROMPTS if text is None else self._prompts(text, text.steps[step])

    def _nearest(self, has: Callable[[CoachingText], bool]) -> CoachingText | None:
        return next((text for text in self.texts if has(text)), None)

    def _prompts(
        self, text: CoachingText, asked: tuple[str, ...], other_ways: tuple[str, ...] = ()
    ) -> Prompts:
        return Prompts(asked, other_ways, text.language, self._instead_of(text), text.status)

    def _instead_of(self, text: CoachingText) -> str:
        return "" if text.language == self.language else self.language


def coaching_words(texts: Iterable[CoachingText], language: str) -> CoachingWords:
    """Return the words for `language`: its own text first, the others after it in the order given."""
    ordered = sorted(texts, key=lambda text: text.language != language)
    return CoachingWords(language, tuple(ordered))


def coached(pack: Pack, texts: Sequence[CoachingText]) -> Pack:
    """Return a pack whose indicators have the coaching sentences behind the pack's own prompts."""
    wordings = {
        language: replace(wording, indicators=_coached(wording, coaching_words(texts, language)))
        for language, wording in pack.wordings.items()
    }
    return replace(pack, wordings=MappingProxyType(wordings))


def _coached(wording: Wording, words: CoachingWords) -> Mapping[str, IndicatorWording]:
    extended: dict[str, IndicatorWording] = {}
    for indicator_id, own in wording.indicators.items():
        more = words.for_indicator(indicator_id)
        extended[indicator_id] = replace(
            own,
            prompts=(*own.prompts, *more.asked),
            other_ways=(*own.other_ways, *more.other_ways),
        )
    return MappingProxyType(extended)
