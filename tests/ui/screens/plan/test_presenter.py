"""The plan: what is added, worded, moved and taken away is in the record, and can come back."""

from __future__ import annotations

from datetime import date

from iroc_desktop.domain.plan import Agreement, ByWhen, DateQuestion, StepStatus
from iroc_desktop.ui.screens.plan.presenter import Part
from tests.ui.screens.plan.scene import PERSON, Scene


def test_without_a_plan_there_is_none_until_the_first_outcome() -> None:
    scene = Scene()
    scene.presenter.open()
    assert scene.state.ready
    assert scene.state.plan is None
    scene.presenter.add_outcome("  See my daughter ")
    assert [each.words for each in scene.kept.outcomes] == ["See my daughter"]


def test_empty_words_add_nothing() -> None:
    scene = Scene().filled()
    scene.presenter.add_outcome("  ")
    scene.presenter.add_step(scene.plan.outcomes[0].id, "")
    scene.presenter.add_support(" ")
    assert (len(scene.kept.outcomes), len(scene.kept.steps), len(scene.kept.supports)) == (1, 2, 0)


def test_an_outcome_is_linked_and_let_go_again() -> None:
    scene = Scene().filled()
    outcome_id = scene.plan.outcomes[0].id
    scene.presenter.link(outcome_id, "b")
    scene.presenter.link(outcome_id, "a")
    both = scene.kept.outcomes[0].indicator_ids
    scene.presenter.link(outcome_id, "b")
    assert (both, scene.kept.outcomes[0].indicator_ids) == (("b", "a"), ("a",))


def test_wording_an_outcome_keeps_its_links() -> None:
    scene = Scene().filled()
    outcome_id = scene.plan.outcomes[0].id
    scene.presenter.link(outcome_id, "a")
    scene.presenter.word_outcome(outcome_id, "See her twice a month")
    kept = scene.kept.outcomes[0]
    assert (kept.words, kept.indicator_ids) == ("See her twice a month", ("a",))


def test_a_step_moves_up_among_its_outcomes_steps() -> None:
    scene = Scene().filled()
    second = scene.plan.steps[1]
    scene.presenter.raise_step(second.id)
    assert [each.words for each in scene.kept.steps] == ["Write a letter", "Ask for the form"]
    scene.presenter.raise_step(second.id)
    assert scene.kept.steps[0].id == second.id


def test_what_is_said_about_a_step_is_kept() -> None:
    scene = Scene().filled()
    step_id = scene.plan.steps[0].id
    scene.presenter.change_step(step_id, status=StepStatus.COMPLETED)
    scene.presenter.change_step(step_id, confidence=6)
    step = scene.kept.step(step_id)
    assert step is not None
    assert (step.status, step.confidence, step.asks_what_would_raise_it) == (StepStatus.COMPLETED, 6, True)
    assert (scene.plan.progress.completed, scene.plan.progress.of) == (1, 2)


def test_an_odd_day_is_asked_about_and_kept_all_the_same() -> None:
    scene = Scene().filled()
    step_id = scene.plan.steps[0].id
    scene.presenter.change_step(step_id, due=ByWhen(on=date(1999, 1, 1)))
    assert dict(scene.state.questions) == {step_id: DateQuestion.BEFORE_FIRST_SESSION}
    step = scene.kept.step(step_id)
    assert step is not None
    assert step.due.on == date(1999, 1, 1)
    scene.presenter.change_step(step_id, due=ByWhen(on=date(2026, 12, 1)))
    assert not dict(scene.state.questions)


def test_an_outcome_that_is_taken_away_leaves_its_steps_and_can_come_back() -> None:
    scene = Scene().filled()
    outcome_id = scene.plan.outcomes[0].id
    scene.presenter.remove(Part.OUTCOME, outcome_id)
    assert [each.words for each in scene.plan.without_outcome] == ["Ask for the form", "Write a letter"]
    scene.presenter.undo()
    assert scene.state.removed is None
    assert [each.id for each in scene.kept.outcomes] == [outcome_id]
    assert not scene.plan.without_outcome


def test_could_not_answer_waits_for_its_reason() -> None:
    scene = Scene().filled()
    scene.presenter.agree(Agreement.COULD_NOT_ANSWER, " ")
    assert scene.state.reason_missing
    assert scene.kept.plan.agreement is Agreement.NOT_ASKED
    scene.presenter.agree(Agreement.COULD_NOT_ANSWER, "We were called away")
    assert not scene.state.reason_missing
    assert scene.kept.plan.agreement is Agreement.COULD_NOT_ANSWER


def test_a_new_plan_leaves_the_old_one_readable() -> None:
    scene = Scene().filled()
    scene.presenter.begin()
    assert scene.plan.empty
    first, second = scene.desk.plans.every(PERSON)
    assert [each.words for each in first.outcomes] == ["See my daughter"]
    assert not first.active
    assert second.active


def test_printing_and_going_back_lead_out() -> None:
    scene = Scene().filled()
    scene.presenter.print_plan()
    scene.presenter.to_person()
    assert [way for way in scene.exits.taken if way[0] != "saved"] == [
        ("print_plan", PERSON),
        ("to_person", PERSON),
    ]


def test_a_new_plan_takes_along_what_was_chosen() -> None:
    scene = Scene().filled()
    scene.presenter.add_step("", "Tidy up")
    scene.presenter.begin([scene.plan.outcomes[0].id])
    assert [each.words for each in scene.kept.steps] == ["Ask for the form", "Write a letter"]
    assert len(scene.desk.plans.every(PERSON)) == 2


def test_an_outcome_deleted_elsewhere_while_its_step_is_edited_loses_neither_words_nor_step() -> None:
    scene = Scene().filled()
    outcome, step = scene.plan.outcomes[0], scene.plan.steps[0]
    done = scene.desk.outcomes.remove(outcome.id)
    scene.presenter.change_step(step.id, words="Ask for the form twice")
    scene.presenter.on_changes(done.changes, None)
    assert [each.words for each in scene.plan.without_outcome] == ["Ask for the form twice", "Write a letter"]
    assert scene.state.problem is None
    scene.presenter.word_outcome(outcome.id, "See my daughter often")
    assert [each.words for each in scene.kept.outcomes] == ["See my daughter often"]
    assert not scene.kept.without_outcome


def test_a_step_is_taken_away_elsewhere_while_it_is_edited_and_comes_back_with_its_words() -> None:
    scene = Scene().filled()
    step = scene.plan.steps[0]
    scene.desk.steps.remove(step.id)
    scene.presenter.change_step(step.id, words="Ask twice")
    kept = scene.kept.step(step.id)
    assert kept is not None
    assert kept.words == "Ask twice"


def test_a_likely_day_for_a_review_is_kept_and_an_odd_one_waits_for_an_answer() -> None:
    scene = Scene().filled()
    reviews = scene.presenter.reviews
    reviews.propose(reviews.likely_day)
    assert [each.day for each in scene.kept.reviews] == [reviews.likely_day]
    reviews.propose(date(1999, 1, 1))
    assert reviews.state.asked is not None
    assert reviews.state.asked.question is DateQuestion.BEFORE_FIRST_SESSION
    reviews.answer(keep=False)
    assert len(scene.kept.reviews) == 1
    reviews.propose(date(1999, 1, 1))
    reviews.answer(keep=True)
    assert [each.day for each in scene.kept.reviews] == [date(1999, 1, 1), reviews.likely_day]


def test_a_review_gets_words_and_another_day_and_can_be_taken_away_and_back() -> None:
    scene = Scene().filled()
    reviews = scene.presenter.reviews
    reviews.propose(reviews.likely_day)
    review_id = scene.plan.reviews[0].id
    reviews.word(review_id, "Going well")
    reviews.propose(date(2150, 1, 1), review_id)
    assert scene.plan.reviews[0].day == reviews.likely_day
    reviews.answer(keep=True)
    (review,) = scene.kept.reviews
    assert (review.day, review.words) == (date(2150, 1, 1), "Going well")
    scene.presenter.remove(Part.REVIEW, review_id)
    assert not scene.kept.reviews
    scene.presenter.undo()
    assert [each.id for each in scene.kept.reviews] == [review_id]


def test_what_helps_with_a_step_stands_with_the_step() -> None:
    scene = Scene().filled()
    step_id = scene.plan.steps[0].id
    scene.presenter.add_support("Luc", step_id)
    scene.presenter.add_support("My sister")
    assert [each.words for each in scene.kept.supports_of(step_id)] == ["Luc"]
    assert [each.words for each in scene.kept.supports_of("")] == ["My sister"]


def test_looking_back_reads_sessions_and_older_plans_newest_first() -> None:
    scene = Scene().filled()
    earlier = scene.presenter.earlier
    assert not earlier.state.ready
    scene.finish_session()
    scene.presenter.begin()
    assert not earlier.state.ready
    earlier.open()
    assert [each.at_session for each in earlier.state.plans].count(True) == 1
    assert all("See my daughter" in [out.words for out in each.plan.outcomes] for each in earlier.state.plans)
    reading = earlier.state.reading
    assert reading is not None
    assert reading.key == earlier.state.plans[0].key
    earlier.choose(earlier.state.plans[1].key)
    scene.presenter.begin()
    assert len(earlier.state.plans) == 3
    assert earlier.state.chosen in [each.key for each in earlier.state.plans]
