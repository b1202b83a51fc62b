"""Builders of sessions, plans and what belongs to them, every field filled, so that a lost one is seen.

They must not read files or clocks.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.consent import Consent
from iroc_desktop.domain.conversation import Stage
from iroc_desktop.domain.exploring import (
    Exploration,
    ExploringStep,
    FourBoxes,
    Option,
    Scaling,
    Whose,
)
from iroc_desktop.domain.lines import Line
from iroc_desktop.domain.personal_plan import PersonalPlan, PlanSnapshot
from iroc_desktop.domain.plan import (
    Agreement,
    ByWhen,
    Occasion,
    Outcome,
    Plan,
    Review,
    Step,
    StepStatus,
    Support,
)
from iroc_desktop.domain.plan_sheet import PlanSheet
from iroc_desktop.domain.reflection import Reflection
from iroc_desktop.domain.session import LookBack, OpenSession, Session, StepNews
from iroc_desktop.domain.staying_well import StayingWellPlan, StayingWellSection
from iroc_desktop.domain.staying_well_sheet import StayingWellSheet
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.ports import UnitOfWork
from tests.reports.builders import third_conversation

AT = "2026-11-24T10:42:00+00:00"
LATER = "2026-11-24T11:07:00+00:00"
DAY = date(2026, 11, 24)


def session(session_id: str = "session-1", of: str = "person-1") -> Session:
    """Return a session that was begun, went through two stages and is in the middle of the third."""
    begun = Session(session_id, of, "practitioner-1", DAY, "conversation-1").begun(AT)
    looked_back = begun.with_look_back(
        LookBack("step-1", "Write to my sister", StepNews.MOVED_ON, "The envelope", StepStatus.NOT_STARTED)
    )
    done = looked_back.with_done(Stage.WELCOME, AT).with_skipped(Stage.TOOLKIT, AT)
    return done.turned_to(Stage.EXPLORE, LATER)


def exploration(session_id: str = "session-1", of: str = "person-1", indicator: str = "a") -> Exploration:
    """Return an exploration with every field filled."""
    weighed = Option(
        "o1", Whose.SERVICES, "The course", "Hands", "Mornings", ("v1",), "Honest", "A lift", True
    )
    return replace(
        Exploration.blank(session_id, of, indicator),
        step=ExploringStep.AGREEING,
        what_works="Walking",
        exceptions="Sundays",
        best_hopes="A quiet week",
        smallest_sign="One good night",
        scaling=Scaling(3, 4),
        options=(weighed, Option("o2", words="Ask Luc")),
        decision=FourBoxes("The move", "calm", "alone", "family", "new faces"),
        agreed="Try the course twice",
    )


def open_session(session_id: str = "session-1", of: str = "person-1") -> OpenSession:
    """Return a session in progress with something explored."""
    known = {"a": exploration(session_id, of)}
    return OpenSession(session(session_id, of), MappingProxyType(known))


def plan(plan_id: str = "plan-1", of: str = "person-1") -> Plan:
    """Return a plan without its parts."""
    return Plan(plan_id, of, DAY, agreement=Agreement.NO, agreement_reason="Too fast", agreed_on=DAY)


def outcome(outcome_id: str = "outcome-1", of: str = "plan-1", position: int = 1) -> Outcome:
    """Return an outcome."""
    return Outcome(outcome_id, of, "A home with a window “al sur”", ("a", "b"), position)


def step(step_id: str = "step-1", of: str = "plan-1", outcome_id: str = "outcome-1") -> Step:
    """Return a step with every field filled."""
    return Step(
        id=step_id,
        plan_id=of,
        outcome_id=outcome_id,
        words="Write to my sister\nñ👩‍🚀",
        who="me",
        due=ByWhen(occasion=Occasion.AFTER_RELEASE),
        place="library",
        confidence=6,
        would_raise="An envelope",
        status=StepStatus.IN_PROGRESS,
        position=7,
    )


def support(support_id: str = "support-1", of: str = "plan-1", helps_with: str = "step-1") -> Support:
    """Return a support."""
    return Support(support_id, of, helps_with, "My cellmate reads it", 3)


def review(review_id: str = "review-1", of: str = "plan-1") -> Review:
    """Return a review."""
    return Review(review_id, of, DAY, "It goes")


def snapshot(session_id: str = "session-1", of: str = "person-1") -> PlanSnapshot:
    """Return a plan as it stood at a session."""
    whole = PersonalPlan.of(plan(of=of), [outcome()], [step()], [support()], [review()])
    return PlanSnapshot(session_id, of, DAY, whole)


def plan_sheet(of: str = "person-1") -> PlanSheet:
    """Return a plan on paper, with a picture."""
    whole = PersonalPlan.of(plan(of=of), [outcome()], [step()], [support()], [review()])
    names = MappingProxyType({"a": "Vivienda"})
    return PlanSheet(
        whole,
        "es",
        Paper.LETTER,
        "Ana",
        "Marta",
        "2026-11-24",
        names,
        third_conversation(),
        "Open",
        practice=True,
    ).sealed()


def staying_well_sheet() -> StayingWellSheet:
    """Return a staying-well plan on paper."""
    lines = [Line("line-1", StayingWellSection.EARLY_SIGNS.value, "I stop shaving\nñ👩‍🚀", 5)]
    whole = StayingWellPlan.of("person-1", lines)
    return StayingWellSheet(whole, "en", Paper.A4, "Ana", "2026-11-24", practice=True).sealed()


def worksheet(worksheet_id: str = "worksheet-1", of: str = "person-1") -> Worksheet:
    """Return a worksheet with an answer of every kind."""
    given = {"t": "words", "l": ["one", "two"], "s": 4, "x": None, "w": [["a", "b"]], "c": ["yes"]}
    asked = MappingProxyType({"t": "What?"})
    return Worksheet(
        worksheet_id, of, "page-1", "My corner", "es", DAY, MappingProxyType(given), asked, "session-1"
    )


def consent(consent_id: str = "consent-1", of: str = "person-1") -> Consent:
    """Return a consent that was taken back."""
    return Consent(consent_id, of, DAY, "You may keep this", "es", "practitioner-1", date(2026, 12, 1))


def reflection(session_id: str = "session-1", of: str = "person-1") -> Reflection:
    """Return a practitioner's reflection."""
    return replace(Reflection.blank(session_id, of, "practitioner-1"), words="More silence next time")


def write_one_of_each(unit: UnitOfWork, person_id: str) -> None:
    """Write a record of every kind that sessions lead to, a removed and a changed one among them."""
    plan_id, session_id = f"plan-of-{person_id}", f"session-of-{person_id}"
    unit.open_sessions.put(open_session(f"open-{session_id}", person_id))
    unit.sessions.put(session(session_id, person_id).over(LATER))
    unit.explorations.put(exploration(session_id, person_id))
    unit.reflections.put(reflection(session_id, person_id))
    unit.plans.put(plan(plan_id, person_id))
    unit.outcomes.put(outcome(f"outcome-of-{person_id}", plan_id))
    written = step(f"step-of-{person_id}", plan_id, f"outcome-of-{person_id}")
    unit.steps.put(written)
    unit.steps.put(replace(written, status=StepStatus.COMPLETED, due=ByWhen(date(2100, 1, 1))))
    unit.supports.put(support(f"support-of-{person_id}", plan_id))
    unit.reviews.put(replace(review(f"review-of-{person_id}", plan_id), removed=True))
    unit.plan_snapshots.put(snapshot(session_id, person_id))
    unit.worksheets.put(worksheet(f"worksheet-of-{person_id}", person_id))
    unit.consents.put(consent(f"consent-of-{person_id}", person_id))
    section = StayingWellSection.EARLY_SIGNS.value
    unit.staying_well.put(person_id, Line("line-1", section, "I stop shaving", 5))
    unit.values.put(person_id, Line("v1", "", "Honest talk", 2))
    unit.favourites.put("practitioner-1", "page-1", favourite=True)
    unit.sheets.add(plan_sheet(person_id))
    unit.arrangements.put(
        Arrangements("The duty officer, then Luc", two_voices=True, retention=MappingProxyType({"": 36}))
    )
