"""A prompt is found in the wanted language, or in another one, which is then named."""

from __future__ import annotations

from iroc_desktop.domain.coaching import (
    NO_PROMPTS,
    CoachingText,
    CoachingWay,
    IndicatorPrompts,
    WayWords,
    coaching_words,
)
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.exploring import ExploringStep
from iroc_desktop.domain.wording import ReviewStatus


def text(language: str, *indicators: str, whole: bool = True) -> CoachingText:
    """Return a text whose sentences name their language; only indicators when it is not whole."""
    status = ReviewStatus.DRAFT if language == "en" else ReviewStatus.REVIEWED
    way = WayWords(f"Title in {language}", (f"Advice in {language}.",), (f"Said in {language}.",))
    return CoachingText(
        language=language,
        status=status,
        reviewed_by="" if status is ReviewStatus.DRAFT else "A colleague",
        indicators={
            one: IndicatorPrompts((f"{one} in {language}?",), (f"{one}, other, in {language}?",))
            for one in indicators
        },
        stages={Stage.PLAN: (f"Plan in {language}?",)} if whole else {},
        steps={ExploringStep.OPTIONS: (f"Options in {language}?",)} if whole else {},
        ways={CoachingWay.DISTRESS: way} if whole else {},
    )


BOTH = (text("en", "sleep", "work"), text("es", "sleep"))


def test_sentences_come_in_the_wanted_language() -> None:
    found = coaching_words(BOTH, "es").for_indicator("sleep")
    assert found.asked == ("sleep in es?",)
    assert found.other_ways == ("sleep, other, in es?",)
    assert (found.language, found.instead_of, found.status) == ("es", "", ReviewStatus.REVIEWED)


def test_what_a_language_lacks_comes_from_another_and_says_instead_of_which() -> None:
    found = coaching_words(BOTH, "es").for_indicator("work")
    assert found.asked == ("work in en?",)
    assert (found.language, found.instead_of, found.status) == ("en", "es", ReviewStatus.DRAFT)


def test_an_unknown_language_gets_the_first_that_has_it() -> None:
    words = coaching_words(BOTH, "nl")
    found = (words.for_stage(Stage.PLAN), words.for_step(ExploringStep.OPTIONS), words.ways[0])
    assert [(each.language, each.instead_of) for each in found] == [("en", "nl")] * 3


def test_falling_back_works_for_each_kind_of_sentence() -> None:
    words = coaching_words((text("en", "sleep"), text("es", whole=False)), "es")
    way = words.way(CoachingWay.DISTRESS)
    assert way is not None
    assert way.words.say == ("Said in en.",)
    found = (words.for_stage(Stage.PLAN), words.for_step(ExploringStep.OPTIONS), words.for_indicator("sleep"))
    assert [(each.language, each.instead_of) for each in (*found, way)] == [("en", "es")] * 4


def test_what_no_language_knows_is_simply_not_there() -> None:
    words = coaching_words(BOTH, "es")
    assert words.for_indicator("something-of-another-instrument") is NO_PROMPTS
    assert words.for_stage(Stage.PRINT) is NO_PROMPTS
    assert words.for_step(ExploringStep.AGREEING) is NO_PROMPTS
    assert words.way(CoachingWay.AFFIRMING) is None
    assert not NO_PROMPTS
    assert words.for_indicator("sleep")


def test_only_the_ways_that_there_are_are_listed_in_order() -> None:
    assert [way.kind for way in coaching_words(BOTH, "en").ways] == [CoachingWay.DISTRESS]


def test_without_any_text_everything_is_empty() -> None:
    words = coaching_words((), "en")
    assert words.ways == ()
    assert not words.for_stage(Stage.PLAN)
    assert not words.for_indicator("sleep")
