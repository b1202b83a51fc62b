"""The practice store has fictional people, dated from today, and marks them as practice.

These tests must not read the real practice files.
"""

from __future__ import annotations

from datetime import date

from iroc_desktop.domain.people import Organisation, Practitioner, Reading
from iroc_desktop.domain.plan import Agreement, Occasion, StepStatus
from iroc_desktop.domain.practice import (
    PracticeConversation,
    PracticeOutcome,
    PracticePerson,
    PracticePlan,
    PracticeStep,
)
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.services.practice import fill_practice_store
from iroc_desktop.services.work import Work
from tests.fakes.builders import answers, pack
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, desk_in_memory
from tests.fakes.memory_store import MemoryStore


def talk(days_ago: int, *, complete: bool = True) -> PracticeConversation:
    return PracticeConversation(days_ago, answers(a=3), ("a",), next_in_days=7, complete=complete)


PLAN = PracticePlan(
    days_ago=10,
    agreement=Agreement.YES,
    agreement_reason="",
    outcomes=(
        PracticeOutcome(
            "A home",
            ("a",),
            (
                PracticeStep("Ask", "me", 5, None, "", "hall", 6, "A call", StepStatus.IN_PROGRESS, "Luc"),
                PracticeStep(
                    "Move", "", None, Occasion.AFTER_RELEASE, "", "", None, "", StepStatus.NOT_STARTED, ""
                ),
            ),
        ),
    ),
    supports=("The team",),
    review_in_days=3,
    review_words="Look again",
)


def test_plans_and_staying_well_plans_are_dated_from_today() -> None:
    store = MemoryStore()
    fictional = PracticePerson(
        "practice-1",
        "Robin",
        "",
        "hall",
        ("en",),
        Reading.WELL,
        "en",
        "",
        (talk(90),),
        values=("Family", "Quiet"),
        plan=PLAN,
        staying_well={StayingWellSection.CRISIS: ("Sit with me", "Few words")},
    )
    work = Work(store, PRACTITIONER_ID, FixedClock(), CountingIds())
    robin = Practitioner(PRACTITIONER_ID, "Practice")
    fill_practice_store(work, pack().instrument, [fictional], robin, Organisation("Practice"), "en")

    desk = desk_in_memory(pack(), store)
    plan = desk.plans.active("practice-1")
    assert plan is not None
    assert (plan.plan.begun_on, plan.plan.agreed_on) == (date(2026, 11, 14), date(2026, 11, 14))
    ask, move = plan.steps
    assert (ask.due.on, ask.place, ask.status) == (date(2026, 11, 29), "hall", StepStatus.IN_PROGRESS)
    assert move.due.occasion is Occasion.AFTER_RELEASE
    assert [each.words for each in plan.supports_of(ask.id)] == ["Luc"]
    assert [each.words for each in plan.supports_of("")] == ["The team"]
    assert plan.reviews[0].day == date(2026, 11, 27)
    crisis = desk.staying_well.of("practice-1").section(StayingWellSection.CRISIS)
    assert [each.words for each in crisis] == ["Sit with me", "Few words"]
    assert [each.words for each in desk.values.of("practice-1")] == ["Family", "Quiet"]


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
