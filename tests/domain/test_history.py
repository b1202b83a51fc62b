"""The distance travelled: start, last, now, with gaps that are never zero.

These tests must not expect a judgement: there are no cut-offs.
"""

from __future__ import annotations

from datetime import date

from iroc_desktop.domain.conversation import Answer, UnratedReason
from iroc_desktop.domain.history import History, Total
from tests.fakes.builders import answers, conversation, instrument


def history(*ratings: dict[str, int]) -> History:
    talks = [
        conversation(f"talk-{number}", date(2026, number, 1), answers(**given), complete=True)
        for number, given in enumerate(ratings, start=1)
    ]
    return History.of(instrument(), talks)


def test_conversations_are_ordered_by_the_day_they_were_held() -> None:
    late = conversation("late", date(2026, 5, 1), answers(a=3))
    early = conversation("early", date(2026, 2, 1), answers(a=3))
    assert [each.id for each in History.of(instrument(), [late, early]).conversations] == ["early", "late"]


def test_conversations_with_another_instrument_are_left_out() -> None:
    assert History.of(instrument(), [conversation(given=answers(a=3))]).conversations
    other = conversation(given=answers(a=3))
    object.__setattr__(other, "instrument_id", "another")
    assert History.of(instrument(), [other]).conversations == ()


def test_a_conversation_in_which_nothing_was_said_is_no_point_of_the_journey() -> None:
    skipped = conversation("skipped", date(2026, 6, 1), {"a": Answer()}, next_on=date(2026, 9, 1))
    not_wanted = conversation("said", date(2026, 5, 1), {"a": Answer(unrated=UnratedReason.DID_NOT_WANT)})
    assert [each.id for each in History.of(instrument(), [skipped, not_wanted]).conversations] == ["said"]


def test_a_first_conversation_has_neither_start_nor_last() -> None:
    first = history({"a": 2})
    assert (first.start, first.last, first.previous) == (None, None, None)
    assert first.travelled()[0].since_last is None


def test_in_a_second_conversation_the_start_is_also_the_time_before() -> None:
    second = history({"a": 2}, {"a": 4})
    assert second.start is second.previous
    assert second.last is None
    assert second.travelled()[0].since_last == 2


def test_later_on_start_and_last_differ() -> None:
    third = history({"a": 2}, {"a": 5}, {"a": 4})
    travelled = third.travelled()[0]
    assert (travelled.since_start, travelled.since_last) == (2, -1)


def test_a_gap_on_either_side_has_no_distance() -> None:
    gap = {"a": Answer(unrated=UnratedReason.DID_NOT_WANT)}
    talks = [
        conversation("one", date(2026, 1, 1), answers(a=3), complete=True),
        conversation("two", date(2026, 2, 1), gap, complete=True),
    ]
    travelled = History.of(instrument(), talks).travelled()[0]
    assert travelled.since_last is None
    assert travelled.now.rating is None


def test_rises_come_most_first() -> None:
    risen = history({"a": 2, "b": 1, "c": 3}, {"a": 3, "b": 4, "c": 3}).rises()
    assert [each.indicator_id for each in risen] == ["b", "a"]


def test_what_is_high_is_the_upper_third_of_the_scale() -> None:
    strong = history({"a": 4, "b": 5, "c": 6, "d": 1}).strongest()
    assert [each.indicator_id for each in strong] == ["c", "b"]


def test_nothing_is_strong_where_nothing_was_rated() -> None:
    assert history({}).strongest() == ()


def test_a_total_says_how_many_were_rated() -> None:
    past = history({"a": 4, "b": 5})
    assert past.total(past.conversations[0]) == Total(points=9, rated=2, of=4)


def test_the_history_until_a_conversation_ends_with_it() -> None:
    three = history({"a": 1}, {"a": 2}, {"a": 3})
    middle = three.conversations[1]
    assert [each.id for each in three.until(middle).conversations] == ["talk-1", "talk-2"]


def test_an_empty_history_has_nothing_to_say() -> None:
    nothing = history()
    assert nothing.now is None
    assert nothing.travelled() == ()
