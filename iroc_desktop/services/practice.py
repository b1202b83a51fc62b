"""Fills a new practice store with fictional people and their histories.

It must not be given a store with real people: whoever calls makes a fresh one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from iroc_desktop.domain.conversation import Conversation, Draft
from iroc_desktop.domain.instrument import Instrument
from iroc_desktop.domain.people import Organisation, Person, Practitioner
from iroc_desktop.domain.practice import PracticeConversation, PracticePerson
from iroc_desktop.i18n.formats import language_in_sentence
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.practice_plans import add_lines, add_plan
from iroc_desktop.services.work import Work


def fill_practice_store(
    work: Work,
    instrument: Instrument,
    people: Iterable[PracticePerson],
    practitioner: Practitioner,
    organisation: Organisation,
    language: str,
) -> None:
    """Write the fictional people, all in one transaction, with dates counted back from today.

    What they speak is written in `language`, as a practitioner would type it.
    """
    today = work.clock.today()
    with work.begin() as unit:
        unit.practitioners.put(practitioner)
        unit.organisation.put(organisation)
        for fictional in people:
            person = _person(fictional, language)
            unit.people.put(person)
            for talk in fictional.conversations:
                _add(unit, _conversation(work, instrument, person.id, talk, today), complete=talk.complete)
            if fictional.plan is not None:
                add_plan(unit, work, person.id, fictional.plan)
            add_lines(unit, work, fictional)
        unit.commit()


def _person(fictional: PracticePerson, language: str) -> Person:
    return Person(
        id=fictional.id,
        preferred_name=fictional.preferred_name,
        shown_as=fictional.shown_as,
        site=fictional.site,
        language=fictional.reading_language,
        speaks=", ".join(language_in_sentence(each, language) for each in fictional.speaks),
        reading=fictional.reads,
        access_needs=fictional.access_needs,
        practice=True,
    )


def _conversation(
    work: Work, instrument: Instrument, person_id: str, talk: PracticeConversation, today: date
) -> Conversation:
    held_on = today - timedelta(days=talk.days_ago)
    next_in = talk.next_in_days
    return Conversation(
        id=work.new_id(),
        person_id=person_id,
        practitioner_id=work.practitioner_id,
        instrument_id=instrument.id,
        instrument_version=instrument.version,
        held_on=held_on,
        answers=talk.answers,
        focus=talk.focus,
        next_on=None if next_in is None else held_on + timedelta(days=next_in),
    )


def _add(unit: UnitOfWork, conversation: Conversation, *, complete: bool) -> None:
    if complete:
        unit.conversations.add(conversation.completed())
    else:
        unit.drafts.put(Draft(conversation))
