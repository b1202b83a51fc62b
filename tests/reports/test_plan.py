"""The plan on paper: whole however long it is, with a picture, and nothing that tells whose it is outside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from iroc_desktop.domain.personal_plan import PersonalPlan
from iroc_desktop.domain.plan import Agreement, ByWhen, Occasion, Outcome, Plan, Step, StepStatus, Support
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.summary import Paper
from iroc_desktop.reports.writer import PdfWriter
from tests.reports.builders import pages

OUTCOME = Outcome("o", "p", "See my daughter every month", ("a",))
STEPS = (
    Step(
        "s1",
        "p",
        "o",
        "Ask for the form",
        who="Ana",
        due=ByWhen(occasion=Occasion.AFTER_RELEASE),
        place="in the office",
        confidence=6,
    ),
    Step("s2", "p", "o", "Write a letter", status=StepStatus.COMPLETED, position=1),
)


def sheet(plan: PersonalPlan, language: str = "en") -> PlanSheet:
    """Return a plan that is ready for paper."""
    return PlanSheet(
        plan, language, Paper.A4, "Ana M.", "Marta", "2026-11-24", {"a": "Mental health"}, licence_line="Open"
    )


def plan(*steps: Step, outcomes: tuple[Outcome, ...] = (OUTCOME,)) -> PersonalPlan:
    """Return an agreed plan with a support."""
    whole = Plan("p", "person-1", date(2026, 1, 1), agreement=Agreement.YES)
    return PersonalPlan.of(whole, outcomes, steps, (Support("u", "p", words="My sister"),), ())


def test_everything_that_was_said_stands_on_it(writer: PdfWriter) -> None:
    (page,) = pages(writer.plan(sheet(plan(*STEPS))))
    for said in (
        "My plan, 24 November 2026",
        "this page belongs to Ana M.",
        "1 of 2 steps",
        "See my daughter every month",
        "Mental health",
        "Ask for the form",
        "who: Ana",
        "by when: after release",
        "where: in the office",
        "how sure: 6 of 10",
        "completed",
        "My sister",
        "I agree with this plan.",
    ):
        assert said in page


def test_sixty_steps_and_three_thousand_letters_are_printed_whole(writer: PdfWriter) -> None:
    long = "every word counts here " * 130
    steps = tuple(Step(f"s{each}", "p", "o", f"step-{each:02}", position=each) for each in range(60))
    outcomes = (OUTCOME, Outcome("o2", "p", long, position=1))
    printed = " ".join(pages(writer.plan(sheet(plan(*steps, outcomes=outcomes)))))
    assert [each.words for each in steps if each.words not in printed] == []
    assert " ".join(printed.split()).count("every word counts here") >= 120


def test_a_step_of_three_thousand_letters_flows_on(writer: PdfWriter) -> None:
    steps = tuple(Step(f"s{each}", "p", "o", "many words " * 270, position=each) for each in range(3))
    assert len(pages(writer.plan(sheet(plan(*steps))))) > 1


def test_what_helps_flows_over_pages_however_long_it_is(writer: PdfWriter) -> None:
    whole = replace(plan(*STEPS), supports=(Support("u", "p", words="every word counts here " * 900),))
    printed = pages(writer.plan(sheet(whole)))
    assert " ".join(printed).count("counts") == 900


def test_a_step_without_its_outcome_is_printed_all_the_same(writer: PdfWriter) -> None:
    (page,) = pages(writer.plan(sheet(plan(Step("s", "p", "gone", "Ask for the form")))))
    assert "More steps" in page
    assert "Ask for the form" in page


def test_its_properties_say_nothing_about_anybody(writer: PdfWriter) -> None:
    reader = PdfReader(BytesIO(writer.plan(sheet(plan(*STEPS)))))
    properties = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert "Ana" not in properties
    assert "Marta" not in properties


def test_another_step_makes_another_fingerprint() -> None:
    prints = {sheet(plan(*STEPS)).fingerprint, sheet(plan(*STEPS[:1])).fingerprint}
    assert len(prints) == 2
