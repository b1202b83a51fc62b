"""What is said about a plan is said in the same words on the screen and on paper."""

from __future__ import annotations

from iroc_desktop.domain.personal_plan import PlanProgress
from iroc_desktop.domain.plan import Occasion, StepStatus
from iroc_desktop.i18n.phrases import untranslated
from iroc_desktop.services.plan_words import occasion_words, progress_sentence, status_words

PHRASES = untranslated()


def test_every_status_and_every_occasion_has_words_of_its_own() -> None:
    statuses = {status_words(each, PHRASES) for each in StepStatus}
    occasions = {occasion_words(each, PHRASES) for each in Occasion}
    assert (len(statuses), len(occasions)) == (len(StepStatus), len(Occasion))


def test_progress_is_counted_in_steps_and_silent_without_any() -> None:
    assert progress_sentence(PlanProgress(2, 3), PHRASES) == "2 of 3 steps"
    assert progress_sentence(PlanProgress(0, 1), PHRASES) == "0 of 1 step"
    assert progress_sentence(PlanProgress(0, 0), PHRASES) == ""
