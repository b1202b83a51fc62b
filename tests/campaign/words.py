"""A record in which every field that holds words holds one that stands nowhere in the program.

It must not leave a feature out: whatever new one takes words belongs here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from iroc_desktop.domain.arrangements import Arrangements
from iroc_desktop.domain.conversation import Answer, NoteKind
from iroc_desktop.domain.exploring import ExploringNote, FourBoxes, Whose
from iroc_desktop.domain.operations import Action
from iroc_desktop.domain.people import Licence, Organisation, Person, Practitioner
from iroc_desktop.domain.plan import Agreement, ByWhen
from iroc_desktop.domain.staying_well import StayingWellSection
from iroc_desktop.domain.summary import Paper
from iroc_desktop.domain.worksheets import Worksheet
from iroc_desktop.services.desk import Desk
from tests.fakes.desk import PRACTITIONER_ID

SENTINEL = "Quetzalcoatlus"
PERSON_ID = "person-1"
DAYS = (date(2026, 1, 5), date(2026, 4, 5))


def plant_everywhere(desk: Desk) -> str:
    """Write the sentinel into every feature; return the id of the session that goes on."""
    desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, SENTINEL))
    desk.settling_in.answer_licence(Organisation(SENTINEL, Licence.YES, SENTINEL))
    desk.arranging.keep(Arrangements(support_contacts=SENTINEL, two_voices=True))
    person = Person(PERSON_ID, SENTINEL, shown_as=SENTINEL, site=SENTINEL, speaks=SENTINEL)
    desk.people.save(replace(person, access_needs=SENTINEL))
    for day in DAYS:
        session = desk.sessions.begin(PERSON_ID, day).value.session
        _converse(desk, session.conversation_id)
        _explore(desk, session.id)
        _reflect(desk, session.id)
        if day == DAYS[0]:
            _plan(desk)
            desk.sessions.finish(session.id)
            _correct(desk, session.conversation_id)
    _around(desk)
    return session.id


def _converse(desk: Desk, conversation_id: str) -> None:
    for place, indicator in enumerate(desk.pack.instrument.indicators):
        desk.conversations.rate(conversation_id, indicator.id, 1 + place % 6)
        for kind in NoteKind:
            desk.conversations.note(conversation_id, indicator.id, kind, f"{SENTINEL} said so")
    first, second = (each.id for each in desk.pack.instrument.indicators[:2])
    desk.conversations.choose(conversation_id, (first, second))
    desk.conversations.agree_next(conversation_id, date(2026, 7, 5), SENTINEL)


def _explore(desk: Desk, session_id: str) -> None:
    indicator = desk.pack.instrument.indicators[0].id
    for kind in ExploringNote:
        desk.exploring.note(session_id, indicator, kind, SENTINEL)
    for whose in Whose:
        option = desk.exploring.add_option(session_id, indicator, whose, SENTINEL).value.options[-1]
        desk.exploring.weigh(session_id, indicator, replace(option, words=SENTINEL))
    boxes = FourBoxes(SENTINEL, SENTINEL, SENTINEL, SENTINEL, SENTINEL)
    desk.exploring.decide(session_id, indicator, boxes)


def _reflect(desk: Desk, session_id: str) -> None:
    desk.reflections.keep(session_id, PERSON_ID, SENTINEL)
    answers = {"part-1": SENTINEL, "part-2": [SENTINEL], "part-3": [[SENTINEL]]}
    page = Worksheet(
        desk.new_id(), PERSON_ID, "own-page", SENTINEL, "en", DAYS[0], answers, {"part-1": SENTINEL}
    )
    desk.worksheets.keep(page)


def _plan(desk: Desk) -> None:
    plan_id = desk.plans.begin(PERSON_ID).value.plan.id
    outcome_id = desk.outcomes.add(plan_id, SENTINEL).value.id
    when = ByWhen(words=SENTINEL)
    desk.steps.add(
        plan_id, outcome_id, SENTINEL, who=SENTINEL, due=when, place=SENTINEL, would_raise=SENTINEL
    )
    desk.supports.add(plan_id, SENTINEL, SENTINEL)
    desk.plans.review(plan_id, date(2026, 8, 1), SENTINEL)
    desk.plans.agree(plan_id, Agreement.COULD_NOT_ANSWER, SENTINEL)
    for section in StayingWellSection:
        desk.staying_well.add(PERSON_ID, section, SENTINEL)
    desk.values.add(PERSON_ID, SENTINEL)


def _correct(desk: Desk, conversation_id: str) -> None:
    indicator = desk.pack.instrument.indicators[0].id
    desk.conversations.correct(conversation_id, indicator, Answer(rating=5, words=SENTINEL), SENTINEL)
    summary = desk.summaries.draft(conversation_id, "en", Paper.A4)
    desk.summaries.keep(summary, Action.PRINTED)


def _around(desk: Desk) -> None:
    """Keep the papers, and let somebody else be found beside the person."""
    for sheet in (desk.sheets.plan(PERSON_ID, Paper.A4), desk.sheets.staying_well(PERSON_ID, Paper.A4)):
        desk.sheets.keep(sheet, Action.PRINTED)
    desk.people.save(Person("person-2", f"{SENTINEL} too"))
