"""What a team lead may do and a practitioner may not, and who counts as a team lead.

It must not know about passphrases: whoever can open the record holds its key, roles only guide hands.
"""

from __future__ import annotations

from collections.abc import Sequence

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.people import Practitioner, Role


class LeadsOnlyError(ExpectedError):
    """Only a team lead may do this."""


class LastLeadError(ExpectedError):
    """Nobody would be left who is a team lead."""


def leads(practitioners: Sequence[Practitioner]) -> frozenset[str]:
    """Return the ids of the team leads, given everybody in the order in which they were introduced.

    A record made before there were roles has none: its first practitioner counts as one.
    """
    named = frozenset(each.id for each in practitioners if each.role is Role.TEAM_LEAD)
    return named or frozenset(each.id for each in practitioners[:1])
