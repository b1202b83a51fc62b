"""The people, practitioners and organisation that take part, as they asked to be known.

It must not hold more about anyone than the conversation needs; an offence is never recorded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Reading(StrEnum):
    """How comfortably a person reads, in their own judgement."""

    WELL = "well"
    A_LITTLE = "a_little"
    NOT_AT_ALL = "not_at_all"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who holds conversations about their own recovery, and owns what is said.

    Only `preferred_name` is needed; it may be a nickname or an alias. Everything else is optional.
    """

    id: str
    preferred_name: str = field(repr=False)
    shown_as: str = field(default="", repr=False)
    """How the person wants to be named on paper and in the person-facing view; empty: the preferred name."""
    site: str = field(default="", repr=False)
    """Where they meet, for example "module 4"."""
    language: str = "en"
    """The person's language for their view and their prints."""
    speaks: str = field(default="", repr=False)
    """Other languages, in free words."""
    reading: Reading = Reading.WELL
    access_needs: str = field(default="", repr=False)
    """What makes it easier: large print, reading aloud, a quiet room."""
    consent_on: date | None = None
    """The day the person agreed that this record is kept, if they did."""
    practice: bool = False
    """True for fictional people of the practice store."""

    @property
    def name_on_paper(self) -> str:
        """Return the name the person chose for prints."""
        return self.shown_as or self.preferred_name


class Role(StrEnum):
    """What a practitioner may do."""

    PRACTITIONER = "practitioner"
    TEAM_LEAD = "team_lead"


@dataclass(frozen=True, slots=True)
class Practitioner:
    """Someone who holds conversations with people, and has their own passphrase."""

    id: str
    name: str = field(repr=False)
    role: Role = Role.PRACTITIONER


class Licence(StrEnum):
    """The organisation's answer to "are you licensed by Penumbra to use the I.ROC?", asked at first start."""

    UNANSWERED = "unanswered"
    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Organisation:
    """The service this machine works for."""

    name: str = field(default="", repr=False)
    licence: Licence = Licence.UNANSWERED
    licence_reference: str = field(default="", repr=False)
