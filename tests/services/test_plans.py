"""Plans, staying-well plans, worksheets and arrangements through the services, on the memory store.

These tests must not know how the store keeps things.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.bin import BinKind, Thing
from iroc_desktop.domain.conversation import Voice
from iroc_desktop.domain.people import Organisation
from iroc_desktop.domain.personal_plan import PersonalPlan, PlanProgress
from iroc_desktop.domain.plan import (
    Agreement,
    AgreementReasonMissingError,
    ByWhen,
    ConfidenceError,
    DateQuestion,
    Occasion,
    PlanState,
    StepStatus,
)
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.desk import Desk
from iroc_desktop.services.planning import PlanArchivedError
from tests.fakes.builders import FIRST_DAY, pack, person
from tests.fakes.desk import desk_in_memory
from tests.fakes.memory_store import MemoryStore
from tests.fakes.session_builders import worksheet


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    made = desk_in_memory(pack(), store)
    made.people.save(person())
    return made


@pytest.fixture
def plan_id(desk: Desk) -> str:
    return desk.plans.begin("person-1").value.id


def active(desk: Desk) -> PersonalPlan:
    plan = desk.plans.active("person-1")
    assert plan is not None
    return plan


def words(plan: PersonalPlan) -> list[str]:
    return [each.words for each in plan.steps]


def test_there_is_no_plan_until_one_is_begun(desk: Desk) -> None:
    assert desk.plans.active("person-1") is None
    done = desk.plans.begin("person-1")
    assert done.value.empty
    assert done.value.plan.begun_on == date(2026, 11, 24)
    assert done.changes.touches("person-1")
    with pytest.raises(RecordMissingError):
        desk.plans.begin("nobody")


def test_a_new_plan_archives_the_one_before_which_stays_readable(desk: Desk, plan_id: str) -> None:
    desk.outcomes.add(plan_id, "A home")
    newer = desk.plans.begin("person-1").value.id
    assert [(each.id, each.plan.state) for each in desk.plans.every("person-1")] == [
        (plan_id, PlanState.ARCHIVED),
        (newer, PlanState.ACTIVE),
    ]
    assert desk.plans.look(plan_id).outcomes[0].words == "A home"
    assert active(desk).id == newer


def test_plans_from_before_are_known_also_when_none_is_active(desk: Desk, plan_id: str) -> None:
    assert not desk.plans.has_earlier("person-1")
    newest = desk.plans.begin("person-1").value
    desk.bin.put_away(Thing(BinKind.PLAN, "person-1", newest.id))
    assert desk.plans.active("person-1") is None
    assert desk.plans.has_earlier("person-1")
    desk.bin.put_away(Thing(BinKind.PLAN, "person-1", plan_id))
    assert not desk.plans.has_earlier("person-1")


def test_an_archived_plan_takes_no_change(desk: Desk, plan_id: str) -> None:
    outcome_id = desk.outcomes.add(plan_id, "A home").value.id
    step_id = desk.steps.add(plan_id, outcome_id, "Write").value.id
    desk.plans.begin("person-1")
    for edit in (
        lambda: desk.outcomes.add(plan_id, "Late"),
        lambda: desk.outcomes.remove(outcome_id),
        lambda: desk.steps.change(step_id, words="Late"),
        lambda: desk.supports.add(plan_id, "Late"),
        lambda: desk.plans.review(plan_id, None),
        lambda: desk.plans.agree(plan_id, Agreement.YES),
    ):
        with pytest.raises(PlanArchivedError):
            edit()
    kept = desk.plans.look(plan_id)
    assert (words(kept), len(kept.outcomes), kept.supports, kept.reviews) == (["Write"], 1, (), ())


def test_of_two_plans_begun_on_two_machines_one_is_active_everywhere(
    store: MemoryStore, desk: Desk, plan_id: str
) -> None:
    # What a merge leaves behind: the other machine never saw this plan
    work = desk.plans._work
    with work.begin() as unit:
        unit.plans.put(replace(unit.plans.get(plan_id), id="begun-elsewhere"))
        unit.commit()
    assert active(desk).id == "begun-elsewhere"
    assert [each.active for each in desk.plans.every("person-1")] == [False, True]
    with pytest.raises(PlanArchivedError):
        desk.outcomes.add(plan_id, "Late")


def test_a_step_keeps_all_that_is_said_about_it(desk: Desk, plan_id: str) -> None:
    outcome_id = desk.outcomes.add(plan_id, "A home", ("a", "b")).value.id
    added = desk.steps.add(plan_id, outcome_id, "Write", who="me", due=ByWhen(date(2101, 1, 1))).value
    desk.steps.change(added.id, confidence=4, would_raise="An envelope", place="library")
    desk.steps.change(added.id, due=ByWhen(occasion=Occasion.WHEN_TRANSFERRED))
    desk.steps.mark(added.id, StepStatus.IN_PROGRESS)
    step = active(desk).step(added.id)
    assert step is not None
    assert (step.words, step.who, step.place, step.confidence) == ("Write", "me", "library", 4)
    assert (step.due, step.would_raise) == (ByWhen(occasion=Occasion.WHEN_TRANSFERRED), "An envelope")
    assert (step.status, step.asks_what_would_raise_it) == (StepStatus.IN_PROGRESS, True)
    assert active(desk).outcomes[0].indicator_ids == ("a", "b")
    desk.steps.change(added.id, confidence=None)
    assert active(desk).step(added.id).confidence is None  # type: ignore[union-attr]  # it is there


def test_a_confidence_outside_changes_nothing(desk: Desk, plan_id: str) -> None:
    step_id = desk.steps.add(plan_id, "", "Write").value.id
    with pytest.raises(ConfidenceError):
        desk.steps.change(step_id, words="Lost", confidence=11)
    with pytest.raises(ConfidenceError):
        desk.steps.add(plan_id, "", "Lost", confidence=0)
    assert words(active(desk)) == ["Write"]


def test_outcomes_and_steps_are_moved_by_their_place(desk: Desk, plan_id: str) -> None:
    first, second = (desk.outcomes.add(plan_id, each).value.id for each in ("First", "Second"))
    a, b, c = (desk.steps.add(plan_id, first, each).value.id for each in "abc")
    assert words(desk.steps.move(c, first, 0).value) == ["c", "a", "b"]
    assert words(desk.steps.move(a, second, 0).value) == ["c", "b", "a"]
    assert words(desk.outcomes.move(second, 0).value) == ["a", "c", "b"]
    assert [each.id for each in active(desk).steps_of(first)] == [c, b]


def test_a_step_stays_when_its_outcome_is_taken_away_while_it_is_edited(desk: Desk, plan_id: str) -> None:
    outcome_id = desk.outcomes.add(plan_id, "A home").value.id
    step_id = desk.steps.add(plan_id, outcome_id, "Write").value.id
    desk.outcomes.remove(outcome_id)
    after = desk.steps.change(step_id, words="Write to my sister").value
    assert [each.words for each in after.without_outcome] == ["Write to my sister"]
    assert [each.id for each in desk.outcomes.taken_away(plan_id)] == [outcome_id]
    back = desk.outcomes.bring_back(outcome_id).value
    assert (back.without_outcome, len(back.steps_of(outcome_id))) == ((), 1)


def test_words_win_over_taking_away(desk: Desk, plan_id: str) -> None:
    outcome_id = desk.outcomes.add(plan_id, "A home").value.id
    step_id = desk.steps.add(plan_id, outcome_id, "Write").value.id
    support_id = desk.supports.add(plan_id, "Luc", step_id).value.id
    desk.steps.remove(step_id)
    desk.outcomes.remove(outcome_id)
    assert desk.supports.remove(support_id).value.empty
    assert [each.id for each in desk.steps.taken_away(plan_id)] == [step_id]
    desk.steps.change(step_id, words="Write today")
    desk.outcomes.change(outcome_id, "A home", ("a",))
    plan = desk.supports.change(support_id, "Luc, on Mondays").value
    assert (words(plan), plan.supports_of(step_id)[0].words) == (["Write today"], "Luc, on Mondays")
    assert plan.outcomes[0].indicator_ids == ("a",)


def test_progress_is_told_in_steps(desk: Desk, plan_id: str) -> None:
    ids = [desk.steps.add(plan_id, "", each).value.id for each in "abc"]
    for step_id in ids[:2]:
        desk.steps.mark(step_id, StepStatus.COMPLETED)
    assert active(desk).progress == PlanProgress(2, 3)


def test_that_somebody_could_not_answer_needs_a_reason(desk: Desk, plan_id: str) -> None:
    with pytest.raises(AgreementReasonMissingError):
        desk.plans.agree(plan_id, Agreement.COULD_NOT_ANSWER, "  ")
    plan = desk.plans.agree(plan_id, Agreement.COULD_NOT_ANSWER, "Called away").value.plan
    assert (plan.agreement, plan.agreement_reason, plan.agreed_on) == (
        Agreement.COULD_NOT_ANSWER,
        "Called away",
        None,
    )
    assert desk.plans.agree(plan_id, Agreement.YES).value.plan.agreed_on == date(2026, 11, 24)


def test_reviews_are_added_changed_and_taken_back(desk: Desk, plan_id: str) -> None:
    review_id = desk.plans.review(plan_id, date(2027, 1, 1), "Look again").value.id
    desk.plans.change_review(review_id, date(2027, 2, 1), "Later")
    assert desk.plans.remove_review(review_id).value.reviews == ()
    (review,) = desk.plans.bring_back_review(review_id).value.reviews
    assert (review.day, review.words) == (date(2027, 2, 1), "Later")


def test_a_day_before_the_first_session_is_asked_about(desk: Desk) -> None:
    assert desk.plans.question_about("person-1", date(1990, 1, 1)) is None
    session_id = desk.sessions.begin("person-1", FIRST_DAY).value.session.id
    desk.sessions.finish(session_id)
    assert desk.plans.question_about("person-1", date(1990, 1, 1)) is DateQuestion.BEFORE_FIRST_SESSION
    assert desk.plans.question_about("person-1", date(2150, 1, 1)) is DateQuestion.FAR_AWAY
    assert desk.plans.question_about("person-1", FIRST_DAY) is None


def test_a_staying_well_plan_grows_line_by_line(desk: Desk) -> None:
    service = desk.staying_well
    assert not service.of("person-1").begun
    walk = service.add("person-1", StayingWellSection.KEEPS_ME_WELL, "A walk").value
    call = service.add("person-1", StayingWellSection.KEEPS_ME_WELL, "A call").value
    service.word("person-1", walk.id, "A walk before lunch")
    service.move("person-1", call.id, StayingWellSection.KEEPS_ME_WELL, 0)
    kept = service.of("person-1").section(StayingWellSection.KEEPS_ME_WELL)
    assert [each.words for each in kept] == ["A call", "A walk before lunch"]
    service.move("person-1", call.id, StayingWellSection.CRISIS, 0)
    service.remove("person-1", walk.id)
    assert [each.id for each in service.of("person-1").lines] == [call.id]
    service.bring_back("person-1", walk.id)
    assert [each.id for each in service.of("person-1").lines] == [walk.id, call.id]


def test_worksheets_are_kept_put_away_and_taken_out(desk: Desk) -> None:
    kept = worksheet()
    assert desk.worksheets.keep(kept).changes.touches("person-1")
    away = desk.bin.put_away(Thing(BinKind.WORKSHEET, "person-1", kept.id)).value
    assert desk.worksheets.of("person-1") == []
    desk.bin.take_out(away)
    assert desk.worksheets.of("person-1") == [kept]
    assert desk.worksheets.look(kept.id) == kept
    with pytest.raises(RecordMissingError):
        desk.worksheets.keep(worksheet(of="nobody"))


def test_favourite_pages_are_marked_and_unmarked(desk: Desk) -> None:
    assert desk.favourites.mark("a", favourite=True).value == {"a"}
    assert desk.favourites.mark("b", favourite=True).changes.favourites
    desk.favourites.mark("a", favourite=False)
    assert desk.favourites.pages() == {"b"}


def test_arrangements_stay_when_the_licence_is_answered_again(desk: Desk) -> None:
    chosen = Arrangements("The duty officer", two_voices=True)
    assert desk.arranging.keep(chosen).changes.organisation
    desk.settling_in.answer_licence(Organisation("The House"))
    assert desk.arranging.look() == chosen


def test_the_ratings_of_other_voices_stand_beside_the_persons(desk: Desk) -> None:
    talk_id = desk.conversations.start("person-1", FIRST_DAY).value.draft.conversation.id
    desk.conversations.rate(talk_id, "a", 2)
    desk.conversations.rate_as(talk_id, "a", Voice.PRACTITIONER, 4)
    desk.conversations.rate_as(talk_id, "a", Voice.AGREED, 3)
    held = desk.conversations.complete(talk_id).value
    assert [held.answer("a").heard(voice) for voice in Voice] == [2, 4, 3]


def test_a_new_plan_takes_along_what_was_chosen_and_is_still_open(desk: Desk, plan_id: str) -> None:
    home = desk.outcomes.add(plan_id, "A home", ("a",)).value.id
    left = desk.outcomes.add(plan_id, "A course").value.id
    form = desk.steps.add(plan_id, home, "Ask for the form", who="Ana", confidence=6).value.id
    done = desk.steps.add(plan_id, home, "Find the office", status=StepStatus.COMPLETED).value.id
    desk.steps.add(plan_id, left, "Choose a course")
    alone = desk.steps.add(plan_id, "", "Write a letter").value.id
    desk.steps.add(plan_id, "", "Tidy up")
    for words_of, part in (("Luc", form), ("Old", done), ("Rosa", home), ("Everyone", ""), ("Not", left)):
        desk.supports.add(plan_id, words_of, part)
    desk.plans.review(plan_id, FIRST_DAY, "Looked at")

    new = desk.plans.begin("person-1", (home, alone)).value
    assert new == active(desk)
    (outcome,) = new.outcomes
    assert (outcome.words, outcome.indicator_ids) == ("A home", ("a",))
    (step,) = new.steps_of(outcome.id)
    assert (step.words, step.who, step.confidence) == ("Ask for the form", "Ana", 6)
    assert words_of_loose(new) == ["Write a letter"]
    assert [each.words for each in new.supports_of(step.id)] == ["Luc"]
    assert [each.words for each in new.supports_of(outcome.id)] == ["Rosa"]
    assert [each.words for each in new.supports_of("")] == ["Everyone"]
    assert not new.reviews


def test_the_plan_before_keeps_everything_that_went_along(desk: Desk, plan_id: str) -> None:
    home = desk.outcomes.add(plan_id, "A home").value.id
    desk.steps.add(plan_id, home, "Ask for the form")
    before = active(desk)
    new = desk.plans.begin("person-1", (home,)).value
    desk.steps.change(new.steps[0].id, words="Bring the form")
    old, _ = desk.plans.every("person-1")
    assert (old.outcomes, old.steps) == (before.outcomes, before.steps)
    assert old.plan.state is PlanState.ARCHIVED


def test_a_new_plan_without_a_choice_is_empty(desk: Desk, plan_id: str) -> None:
    desk.outcomes.add(plan_id, "A home")
    desk.supports.add(plan_id, "Everyone")
    assert desk.plans.begin("person-1").value.empty


def words_of_loose(plan: PersonalPlan) -> list[str]:
    """Return the words of steps without an outcome."""
    return [each.words for each in plan.without_outcome]
