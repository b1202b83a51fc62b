"""The practice store has fictional people, dated from today, and marks them as practice.

These tests must not read the real practice files.
"""

from __future__ import annotations

from datetime import date

from iroc_desktop.domain.people import Organisation, Practitioner, Reading
from iroc_desktop.domain.practice import PracticeConversation, PracticePerson
from iroc_desktop.services.practice import fill_practice_store
from iroc_desktop.services.work import Work
from tests.fakes.builders import answers, pack
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, desk_in_memory
from tests.fakes.memory_store import MemoryStore


def talk(days_ago: int, *, complete: bool = True) -> PracticeConversation:
    return PracticeConversation(days_ago, answers(a=3), ("a",), next_in_days=7, complete=complete)


def test_histories_are_dated_back_from_today_and_a_draft_stays_open() -> None:
    store = MemoryStore()
    fictional = PracticePerson(
        "practice-1",
        "Robin",
        "",
        "hall",
        ("en", "ro"),
        Reading.A_LITTLE,
        "ro",
        "",
        (talk(90), talk(0, complete=False)),
    )
    work = Work(store, PRACTITIONER_ID, FixedClock(), CountingIds())
    robin = Practitioner(PRACTITIONER_ID, "Practice")
    fill_practice_store(work, pack().instrument, [fictional], robin, Organisation("Practice"), "en")

    overview = desk_in_memory(pack(), store).people.overview("practice-1")
    assert overview.person.practice
    assert (overview.person.language, overview.person.speaks) == ("ro", "English, Romanian")
    (held,) = overview.history.conversations
    assert (held.held_on, held.next_on) == (date(2026, 8, 26), date(2026, 9, 2))
    assert overview.draft is not None
    assert overview.draft.conversation.held_on == date(2026, 11, 24)
