"""Fills a temporary record with made-up people and their conversations, through the log and its fold.

It must not skip what the program writes: every operation is chained, and the tables are folded from them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from iroc_desktop.domain.conversation import Answer, Conversation, ConversationState, Draft
from iroc_desktop.domain.instrument import Instrument
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Organisation, Person, Practitioner
from iroc_desktop.domain.records import conversation_fields, person_fields
from iroc_desktop.services.ports import Stamp
from iroc_desktop.store.key_derivation import Cost
from iroc_desktop.store.projection import rebuild
from iroc_desktop.store.unit_of_work import SqlUnit
from iroc_desktop.store.vault import FolderVault
from iroc_desktop.system.paths import DataFolder
from iroc_desktop.system.settings import Settings

PASSPHRASE: Final = "a quiet green door"
EACH: Final = 8
"""Conversations of each person."""
OF_ONE: Final = 40
"""Conversations of the one person who has held very many."""
_CHEAP: Final = Cost(passes=1, memory=8 * 1024, lanes=1)
_PRACTITIONER_ID: Final = "practitioner-1"
_STAMP: Final = Stamp(_PRACTITIONER_ID, "2026-11-24T10:42:00+00:00")
_DRAFTS: Final = 5
_GIVEN: Final = ("Ana", "María", "José", "Zoë", "Noor", "Ivan", "Amina", "Jordi", "Núria", "Karim", "André")
_BEGINNINGS: Final = ("Al", "Bar", "Car", "Dom", "Est", "Fer", "Gar", "Her", "Iz", "Jim", "Lop", "Mar", "Nav")
_MIDDLES: Final = ("a", "an", "e", "el", "i", "is", "o", "or", "u", "ar")
_ENDINGS: Final = ("ez", "o", "as", "ona", "ic", "escu", "ova", "y", "al", "in", "os", "ell")
_WORDS: Final = (
    "The workshop gives me a reason to get up.",
    "I phoned my sister twice this month and it went well, which I had not thought it would.",
    "Evenings are long.",
)


@dataclass(frozen=True, slots=True)
class Seeded:
    """A record on disk, closed."""

    data_folder: Path
    people: int
    busiest_id: str
    """The person with very many conversations."""
    usual_id: str
    """A person with as many conversations as most."""


def seed(data_folder: Path, people: int, instrument: Instrument) -> Seeded:
    """Make a record with that many people in a folder that is not there yet."""
    store, _ = FolderVault(DataFolder(data_folder).store, is_removable=lambda _: False, cost=_CHEAP).create(
        PASSPHRASE, _PRACTITIONER_ID
    )
    Settings(language="en").save(DataFolder(data_folder).settings)
    now = datetime.now(UTC)
    chance = random.Random(8)  # noqa: S311 - the same people in each run
    with store.begin(_STAMP) as unit:
        unit.practitioners.put(Practitioner(_PRACTITIONER_ID, "Marta"))
        unit.organisation.put(Organisation("The House"))
        ids = list(_write_people(unit, people, instrument, chance))
        rebuild(store._connection)
        for person_id in ids[2 : 2 + _DRAFTS]:
            held = _conversation(f"draft-of-{person_id}", person_id, date(2026, 11, 20), instrument, chance)
            unit.drafts.put(Draft(held))
        unit.commit()
    # a backup and its weekly trial come behind Today: a record in daily use has them already
    store.backups.take(now)
    store.backups.remember(now)
    store.close()
    return Seeded(data_folder, people, busiest_id=ids[0], usual_id=ids[1])


def _write_people(unit: SqlUnit, people: int, instrument: Instrument, chance: random.Random) -> Iterator[str]:
    for number in range(people):
        person = Person(f"{chance.getrandbits(128):032x}", _name(chance), site=f"module {number % 12}")
        unit.log.append(Entity(EntityKind.PERSON, person.id), Action.WROTE, person_fields(person))
        count = OF_ONE if number == 0 else EACH
        first = date(2026, 11, 20) - timedelta(days=90 * count + number % 90)
        for each in range(count):
            held = _conversation(
                f"{chance.getrandbits(128):032x}",
                person.id,
                first + timedelta(days=90 * each),
                instrument,
                chance,
                state=ConversationState.COMPLETED,
            )
            unit.log.append(Entity(EntityKind.CONVERSATION, held.id), Action.WROTE, conversation_fields(held))
        yield person.id


def _name(chance: random.Random) -> str:
    family = chance.choice(_BEGINNINGS) + chance.choice(_MIDDLES) + chance.choice(_ENDINGS)
    return f"{chance.choice(_GIVEN)} {family}"


def _conversation(
    conversation_id: str,
    person_id: str,
    held_on: date,
    instrument: Instrument,
    chance: random.Random,
    state: ConversationState = ConversationState.DRAFT,
) -> Conversation:
    indicators = [each.id for each in instrument.indicators]
    return Conversation(
        id=conversation_id,
        person_id=person_id,
        practitioner_id=_PRACTITIONER_ID,
        instrument_id=instrument.id,
        instrument_version=instrument.version,
        held_on=held_on,
        answers={each: _answer(instrument, chance) for each in indicators},
        focus=tuple(chance.sample(indicators, 2)),
        next_on=held_on + timedelta(days=90),
        state=state,
    )


def _answer(instrument: Instrument, chance: random.Random) -> Answer:
    rating = None if chance.random() < 0.05 else chance.choice(instrument.scale.steps)
    words = chance.choice(_WORDS) if chance.random() < 0.3 else ""
    strength = "Keeps trying." if chance.random() < 0.1 else ""
    return Answer(rating=rating, words=words, strength=strength)
