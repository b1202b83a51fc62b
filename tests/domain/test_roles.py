"""Who counts as a team lead.

These tests must not need a store.
"""

from __future__ import annotations

from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.roles import leads


def test_those_with_the_role_are_team_leads() -> None:
    everybody = [Practitioner("a", "A"), Practitioner("b", "B", Role.TEAM_LEAD)]
    assert leads(everybody) == {"b"}


def test_without_any_the_first_who_was_introduced_counts_as_one() -> None:
    assert leads([Practitioner("a", "A"), Practitioner("b", "B")]) == {"a"}


def test_nobody_leads_a_record_without_practitioners() -> None:
    assert leads([]) == frozenset()
