"""The charts, told in words and tables."""

from __future__ import annotations

from iroc_desktop.charts.words import (
    journey_table,
    journey_words,
    spidergram_table,
    spidergram_words,
    voices_words,
)
from iroc_desktop.i18n.phrases import untranslated
from tests.charts.builders import journey, spidergram, voices

ENGLISH = untranslated()


def test_strengths_come_first_then_rises_then_the_rest_and_gaps_last() -> None:
    data = spidergram(None, 2, 3, 5, 3, 6, last=(2, 3, 3, 4, 2, 6))
    assert spidergram_words(data, ENGLISH) == (
        "Purpose is strong: 6 out of 6.",
        "Physical health is strong: it went up from 4 to 5.",
        "Activity went up from 2 to 3.",
        "Safety stayed at 3.",
        "Life skills is at 2 now; the time before it was 3.",
        "Mental health has no rating this time.",
    )


def test_without_a_last_time_the_start_is_the_time_before() -> None:
    assert spidergram_words(spidergram(3, start=(2,)), ENGLISH) == ("Mental health went up from 2 to 3.",)


def test_a_first_conversation_is_not_compared() -> None:
    assert spidergram_words(spidergram(3), ENGLISH) == ("Mental health is at 3.",)


def test_the_table_says_not_rated_where_there_is_a_gap() -> None:
    table = spidergram_table(spidergram(None, 4, last=(3, None)), ENGLISH)
    assert table.headings == ("Indicator", "last time", "now")
    assert table.rows == (("Mental health", "3", "not rated"), ("Life skills", "not rated", "4"))


def test_the_journey_is_told_from_first_to_newest_rating() -> None:
    data = journey((2, None, 4), (None, 3, None), (None, None, None))
    assert journey_words(data, ENGLISH) == (
        "Mental health: 2 in 12.02.26, 4 in 11.08.26.",
        "Life skills was rated once: 3, 13.05.26.",
        "Safety has no rating yet.",
    )
    assert journey_table(data, ENGLISH).rows[0] == ("Mental health", "2", "not rated", "4")


def test_each_voice_is_told_and_a_gap_is_a_gap() -> None:
    assert voices_words(voices((4, None), (5, 2)), ENGLISH) == (
        "Mental health. Person: 4. Practitioner: 5. Agreed: not rated.",
        "Life skills. Person: not rated. Practitioner: 2. Agreed: not rated.",
    )
    assert spidergram_table(voices((4, None), (5, 2)), ENGLISH).rows[1] == ("Life skills", "not rated", "2")
