"""Tests of recording what people agree to, and of taking it back.

They must not let a word of what was agreed to change.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from iroc_desktop.domain.consent import ConsentDayError, ConsentSection, ConsentState, ConsentText, text_for
from iroc_desktop.domain.people import Person
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.domain.wording import ReviewStatus
from iroc_desktop.services.desk import Desk
from tests.fakes import builders
from tests.fakes.desk import PRACTITIONER_ID, FixedClock, desk_in_memory

TODAY = FixedClock().today()
EARLIER = date(2026, 11, 3)


def words(language: str = "es") -> ConsentText:
    section = ConsentSection("Qué", ("Esto.", "Y esto."))
    return ConsentText(language, ReviewStatus.DRAFT, "", "¿Sí?", (section,), "¿De acuerdo?")


@pytest.fixture
def desk() -> Desk:
    opened = desk_in_memory(builders.pack())
    opened.people.save(Person("person-1", "Ana"))
    return opened


def state(desk: Desk) -> tuple[ConsentState, date | None, bool]:
    agreed = desk.consents.of("person-1").agreed
    assert desk.people.overview("person-1").agreed == agreed
    return agreed.state, agreed.day, agreed.worded


def test_nobody_has_agreed_before_they_were_asked(desk: Desk) -> None:
    assert state(desk) == (ConsentState.NOT_ASKED, None, False)


def test_the_words_the_language_the_day_and_who_asked_are_kept(desk: Desk) -> None:
    done = desk.consents.record("person-1", EARLIER, words())
    (given,) = done.value.given
    assert given.consent.wording == "¿Sí?\n\nQué\nEsto.\nY esto.\n\n¿De acuerdo?"
    assert (given.consent.language, given.consent.given_on) == ("es", EARLIER)
    assert (given.consent.practitioner_id, given.asked_by) == (PRACTITIONER_ID, "Marta")
    assert state(desk) == (ConsentState.AGREED, EARLIER, True)
    assert done.changes.touches("person-1")


def test_it_can_be_taken_back_on_the_same_day_and_stays_readable(desk: Desk) -> None:
    desk.consents.record("person-1", EARLIER, words())
    desk.consents.withdraw("person-1", EARLIER)
    assert state(desk) == (ConsentState.TAKEN_BACK, EARLIER, False)
    (given,) = desk.consents.of("person-1").given
    assert given.consent.wording
    assert given.consent.withdrawn_on == EARLIER


def test_somebody_can_agree_again(desk: Desk) -> None:
    desk.consents.record("person-1", EARLIER, words())
    desk.consents.withdraw("person-1", EARLIER)
    desk.consents.record("person-1", TODAY, words("en"))
    assert state(desk) == (ConsentState.AGREED, TODAY, True)
    assert [each.consent.given_on for each in desk.consents.of("person-1").given] == [TODAY, EARLIER]


def test_taking_back_takes_everything_back(desk: Desk) -> None:
    for day in (EARLIER, TODAY):
        desk.consents.record("person-1", day, words())
    desk.consents.withdraw("person-1", TODAY)
    assert all(each.consent.withdrawn_on == TODAY for each in desk.consents.of("person-1").given)


def test_a_day_that_has_not_come_is_refused(desk: Desk) -> None:
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(ConsentDayError):
        desk.consents.record("person-1", tomorrow, words())
    desk.consents.record("person-1", EARLIER, words())
    for day in (tomorrow, EARLIER - timedelta(days=1)):
        with pytest.raises(ConsentDayError):
            desk.consents.withdraw("person-1", day)
    assert state(desk) == (ConsentState.AGREED, EARLIER, True)


def test_pressing_twice_records_once(desk: Desk) -> None:
    for _ in range(2):
        desk.consents.record("person-1", TODAY, words())
    assert len(desk.consents.of("person-1").given) == 1


def test_a_day_from_before_there_were_consents_still_counts(desk: Desk) -> None:
    desk.people.save(Person("person-1", "Ana", consent_on=EARLIER))
    assert state(desk) == (ConsentState.AGREED, EARLIER, False)
    assert list(desk.consents.of("person-1").given) == []


def test_such_a_day_can_be_taken_back_too_and_does_not_count_again(desk: Desk) -> None:
    desk.people.save(Person("person-1", "Ana", consent_on=EARLIER))
    desk.consents.withdraw("person-1", TODAY)
    assert state(desk) == (ConsentState.TAKEN_BACK, TODAY, False)
    (given,) = desk.consents.of("person-1").given
    assert (given.consent.given_on, given.consent.wording) == (EARLIER, "")
    assert desk.people.overview("person-1").person.consent_on == EARLIER


def test_taking_back_what_nobody_gave_writes_nothing(desk: Desk) -> None:
    desk.consents.withdraw("person-1", TODAY)
    assert state(desk) == (ConsentState.NOT_ASKED, None, False)


def test_somebody_who_is_not_there_cannot_be_asked(desk: Desk) -> None:
    with pytest.raises(RecordMissingError):
        desk.consents.record("nobody", TODAY, words())


def test_words_are_found_in_a_language_or_in_another() -> None:
    texts = (words("en"), words("es"))
    assert text_for(texts, "es").language == "es"
    assert text_for(texts, "fr", "es").language == "es"
    assert text_for(texts, "fr").language == "en"
    assert text_for(texts[1:], "fr").language == "es"
