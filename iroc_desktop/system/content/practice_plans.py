"""Reads the plans and staying-well plans of the fictional people of the practice store.

It must not check what the schema has checked already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from iroc_desktop.domain.content_errors import ContentFault, ContentProblem
from iroc_desktop.domain.instrument import Instrument
from iroc_desktop.domain.plan import Agreement, Occasion, StepStatus
from iroc_desktop.domain.practice import PracticeOutcome, PracticePlan, PracticeStep
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.system.content.documents import Document, Place
from iroc_desktop.system.content.packs import check_known

if TYPE_CHECKING:
    from iroc_desktop.system.content.written import WrittenOutcome, WrittenPlan, WrittenStep

_DUE = ("due_in_days", "due_occasion", "due_words")


def plan_in(document: Document, place: Place, plan: WrittenPlan, instrument: Instrument) -> PracticePlan:
    """Return a fictional person's plan.

    Raises:
        BadContentError: if an indicator is unknown, or a step is due in two ways.
    """
    return PracticePlan(
        days_ago=plan["days_ago"],
        agreement=Agreement(plan["agreement"]),
        agreement_reason=plan.get("agreement_reason", ""),
        outcomes=tuple(
            _outcome(document, (*place, "outcomes", position), one, instrument)
            for position, one in enumerate(plan["outcomes"])
        ),
        supports=tuple(plan["supports"]),
        review_in_days=plan["review_in_days"],
        review_words=plan["review_words"],
    )


def staying_well_in(sections: Mapping[str, Iterable[str]]) -> Mapping[StayingWellSection, tuple[str, ...]]:
    """Return the lines of a fictional person's staying-well plan."""
    return MappingProxyType({StayingWellSection(name): tuple(lines) for name, lines in sections.items()})


def _outcome(
    document: Document, place: Place, outcome: WrittenOutcome, instrument: Instrument
) -> PracticeOutcome:
    known = [indicator.id for indicator in instrument.indicators]
    for position, one in enumerate(outcome["indicators"]):
        check_known(document, (*place, "indicators", position), one, known)
    steps = (
        _step(document, (*place, "steps", position), one) for position, one in enumerate(outcome["steps"])
    )
    return PracticeOutcome(outcome["words"], tuple(outcome["indicators"]), tuple(steps))


def _step(document: Document, place: Place, step: WrittenStep) -> PracticeStep:
    given = tuple(each for each in _DUE if each in step)
    if len(given) > 1:
        document.refuse(place, ContentProblem(ContentFault.EITHER_OR, expected=given))
    return PracticeStep(
        words=step["words"],
        who=step.get("who", ""),
        due_in_days=step.get("due_in_days"),
        due_occasion=Occasion(step["due_occasion"]) if "due_occasion" in step else None,
        due_words=step.get("due_words", ""),
        place=step.get("place", ""),
        confidence=step.get("confidence"),
        would_raise=step.get("would_raise", ""),
        status=StepStatus(step["status"]),
        support=step.get("support", ""),
    )
