"""Who may let colleagues in and shut them out, and what the record says about it.

These tests must not go round the service: what it refuses has to leave the vault and the record alone.
"""

from __future__ import annotations

import pytest

from iroc_desktop.domain.errors import ExpectedError
from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.roles import LastLeadError, LeadsOnlyError
from iroc_desktop.domain.store_errors import (
    LastMemberError,
    OwnAccessError,
    PassphraseTakenError,
    PassphraseTooShortError,
    RecordMissingError,
    WrongPassphraseError,
)
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.people import NameMissingError
from iroc_desktop.services.practitioners import Colleague, Practitioners
from tests.fakes.builders import pack
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, RememberingWriter
from tests.fakes.vault import MemoryVault

OWN, NEW = "the lead's own words", "words of a newcomer"


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault(OWN, PRACTITIONER_ID)


def desk_at(vault: MemoryVault, practitioner_id: str = PRACTITIONER_ID, first_id: int = 1) -> Desk:
    ids = CountingIds(first_id)
    return open_desk(vault.store, practitioner_id, pack(), RememberingWriter(), FixedClock(), ids, vault)


def colleagues(desk: Desk) -> Practitioners:
    assert desk.practitioners is not None
    return desk.practitioners


@pytest.fixture
def lead(vault: MemoryVault) -> Practitioners:
    """Return the service at the desk of the first practitioner, who is team lead."""
    desk = desk_at(vault)
    desk.settling_in.introduce_as("Marta")
    return colleagues(desk)


def let_in(lead: Practitioners, name: str = "Nora", role: Role = Role.PRACTITIONER) -> Practitioner:
    return lead.let_in(name, role, OWN, NEW).value


def actions(vault: MemoryVault, practitioner_id: str) -> list[Action]:
    about = Entity(EntityKind.PRACTITIONER, practitioner_id)
    return [each.action for each in vault.store.operations if each.entity == about]


def test_the_first_practitioner_of_a_machine_is_team_lead(vault: MemoryVault, lead: Practitioners) -> None:
    marta = Practitioner(PRACTITIONER_ID, "Marta", Role.TEAM_LEAD)
    assert lead.all() == (Colleague(marta, has_access=True, is_lead=True, is_oneself=True),)


def test_a_later_one_is_not_and_a_second_introduction_keeps_the_role(
    vault: MemoryVault, lead: Practitioners
) -> None:
    desk_at(vault, "practitioner-2").settling_in.introduce_as("Nora")
    desk_at(vault).settling_in.introduce_as("Marta Ferrer")
    assert [(each.practitioner.name, each.practitioner.role) for each in lead.all()] == [
        ("Marta Ferrer", Role.TEAM_LEAD),
        ("Nora", Role.PRACTITIONER),
    ]


def test_a_command_and_practice_people_have_no_colleagues(vault: MemoryVault) -> None:
    desk = open_desk(vault.store, PRACTITIONER_ID, pack(), RememberingWriter(), FixedClock(), CountingIds())
    assert desk.practitioners is None


def test_a_colleague_is_let_in_with_a_name_a_role_and_a_passphrase(
    vault: MemoryVault, lead: Practitioners
) -> None:
    done = lead.let_in("  Nora ", Role.TEAM_LEAD, OWN, NEW)
    assert done.changes.practitioners
    assert done.value.name == "Nora"
    assert vault.unlock(NEW)[1] == done.value.id
    assert actions(vault, done.value.id) == [Action.WROTE, Action.LET_IN]
    assert [each.is_lead for each in lead.all()] == [True, True]


@pytest.mark.parametrize(
    ("name", "own", "new", "error"),
    [
        (" ", OWN, NEW, NameMissingError),
        ("Nora", "not the passphrase", NEW, WrongPassphraseError),
        ("Nora", OWN, OWN, PassphraseTakenError),
        ("Nora", OWN, "short", PassphraseTooShortError),
    ],
)
def test_what_is_refused_leaves_no_name_behind(
    vault: MemoryVault, lead: Practitioners, name: str, own: str, new: str, error: type[ExpectedError]
) -> None:
    with pytest.raises(error):
        lead.let_in(name, Role.PRACTITIONER, own, new)
    assert len(lead.all()) == 1
    assert vault.members() == (PRACTITIONER_ID,)


def test_a_forgotten_passphrase_is_replaced_and_noted(vault: MemoryVault, lead: Practitioners) -> None:
    nora = let_in(lead)
    assert lead.give_new_passphrase(nora.id, OWN, "another one for Nora").value == nora
    assert vault.unlock("another one for Nora")[1] == nora.id
    assert actions(vault, nora.id)[-1] is Action.CHANGED_PASSPHRASE
    with pytest.raises(RecordMissingError):
        lead.give_new_passphrase("nobody", OWN, "another one for nobody")


def test_everybody_changes_their_own_passphrase(vault: MemoryVault, lead: Practitioners) -> None:
    nora = let_in(lead)
    own_desk = colleagues(desk_at(vault, nora.id))
    with pytest.raises(WrongPassphraseError):
        own_desk.change_own(OWN, "nora knows the lead's")
    own_desk.change_own(NEW, "nora's own from now on")
    assert vault.unlock("nora's own from now on")[1] == nora.id
    assert actions(vault, nora.id)[-1] is Action.CHANGED_PASSPHRASE


def test_only_a_team_lead_does_the_rest(vault: MemoryVault, lead: Practitioners) -> None:
    nora = let_in(lead)
    own_desk, before = colleagues(desk_at(vault, nora.id)), list(vault.store.operations)
    groups = vault.new_sheet()
    with pytest.raises(LeadsOnlyError):
        own_desk.let_in("Olga", Role.TEAM_LEAD, NEW, "words of Olga's")
    with pytest.raises(LeadsOnlyError):
        own_desk.give_new_passphrase(PRACTITIONER_ID, NEW, "words of Olga's")
    with pytest.raises(LeadsOnlyError):
        own_desk.change_role(nora.id, Role.TEAM_LEAD)
    with pytest.raises(LeadsOnlyError):
        own_desk.new_sheet()
    with pytest.raises(LeadsOnlyError):
        own_desk.use_sheet(NEW, groups)
    with pytest.raises(LeadsOnlyError):
        own_desk.shut_out(PRACTITIONER_ID, NEW, groups)
    assert vault.store.operations == before
    assert vault.members() == (PRACTITIONER_ID, nora.id)


def test_the_last_team_lead_cannot_step_down(vault: MemoryVault, lead: Practitioners) -> None:
    nora = let_in(lead)
    with pytest.raises(LastLeadError):
        lead.change_role(PRACTITIONER_ID, Role.PRACTITIONER)
    assert lead.change_role(nora.id, Role.TEAM_LEAD).value.role is Role.TEAM_LEAD
    lead.change_role(PRACTITIONER_ID, Role.PRACTITIONER)
    assert [each.is_lead for each in lead.all()] == [False, True]
    with pytest.raises(LeadsOnlyError):
        lead.change_role(PRACTITIONER_ID, Role.TEAM_LEAD)


def test_a_team_lead_without_access_does_not_count(vault: MemoryVault, lead: Practitioners) -> None:
    nora = let_in(lead, role=Role.TEAM_LEAD)
    # as if ending the access had been cut off before the role was taken
    del vault.others[nora.id]
    with pytest.raises(LastLeadError):
        lead.change_role(PRACTITIONER_ID, Role.PRACTITIONER)


def test_a_new_sheet_is_shown_first_and_then_put_in_force(vault: MemoryVault, lead: Practitioners) -> None:
    groups, before = lead.new_sheet(), vault.secret
    assert vault.secret == before
    lead.use_sheet(OWN, groups)
    assert vault.recover(groups, "found in the safe")[1] == PRACTITIONER_ID
    assert vault.store.operations[-1].action is Action.RENEWED_SHEET


def test_whoever_is_shut_out_keeps_a_name_and_loses_the_rest(vault: MemoryVault, lead: Practitioners) -> None:
    nora = let_in(lead, role=Role.TEAM_LEAD)
    done = lead.shut_out(nora.id, OWN, lead.new_sheet())
    assert done.changes.practitioners
    with pytest.raises(WrongPassphraseError):
        vault.verify(NEW)
    (_, gone) = lead.all()
    assert (gone.practitioner.name, gone.has_access, gone.is_lead) == ("Nora", False, False)
    assert actions(vault, nora.id)[-1] is Action.SHUT_OUT
    assert vault.store.operations[-1].action is Action.RENEWED_SHEET
    lead.give_new_passphrase(nora.id, OWN, NEW)
    assert actions(vault, nora.id)[-1] is Action.LET_IN
    assert lead.all()[1].is_lead is False


def test_what_cannot_be_shut_out_is_refused(vault: MemoryVault, lead: Practitioners) -> None:
    groups = lead.new_sheet()
    with pytest.raises(LastMemberError):
        lead.shut_out(PRACTITIONER_ID, OWN, groups)
    nora = let_in(lead)
    with pytest.raises(OwnAccessError):
        lead.shut_out(PRACTITIONER_ID, OWN, groups)
    with pytest.raises(RecordMissingError):
        lead.shut_out("nobody", OWN, groups)
    with pytest.raises(WrongPassphraseError):
        lead.shut_out(nora.id, "not the passphrase", groups)
    assert vault.members() == (PRACTITIONER_ID, nora.id)
    assert Action.SHUT_OUT not in actions(vault, nora.id)


def test_a_colleague_is_shown_without_a_name_in_a_log(lead: Practitioners) -> None:
    assert "Marta" not in repr(lead.all())


def test_somebody_whose_name_was_not_written_is_seen_and_can_be_shut_out(
    vault: MemoryVault, lead: Practitioners
) -> None:
    vault.let_in(OWN, "cut off", NEW)
    *_, nameless = lead.all()
    assert nameless == Colleague(
        Practitioner("cut off", ""), has_access=True, is_lead=False, is_oneself=False
    )
    lead.shut_out("cut off", OWN, lead.new_sheet())
    assert "cut off" not in vault.members()
    assert [each.practitioner.name for each in lead.all()] == ["Marta"]
    assert actions(vault, "cut off") == [Action.SHUT_OUT]
