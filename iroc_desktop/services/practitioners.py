"""The colleagues who share this record: who has access, who is team lead, passphrases and the recovery sheet.

It must not keep a passphrase or a digit of the sheet, nor take a name out of the record: they wrote in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from iroc_desktop.domain.operations import Action, Entity, EntityKind
from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.roles import LastLeadError, leads
from iroc_desktop.domain.store_errors import RecordMissingError
from iroc_desktop.services.changes import Changes, Done
from iroc_desktop.services.people import NameMissingError
from iroc_desktop.services.ports import UnitOfWork
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.vault import Vault
from iroc_desktop.services.work import Work

CHANGED = Changes(practitioners=True)


@dataclass(frozen=True, slots=True)
class Colleague:
    """A practitioner as the list of colleagues shows them."""

    practitioner: Practitioner
    has_access: bool
    """Whether they have a passphrase; without one they only have a past here."""
    is_lead: bool
    is_oneself: bool


class Practitioners:
    """Everybody who has, or had, a passphrase of this record. All but one thing is for team leads."""

    def __init__(self, work: Work, vault: Vault) -> None:
        self._work = work
        self._vault = vault
        self._roles = Roles(work)

    def all(self) -> tuple[Colleague, ...]:
        """Return everybody in the order in which they were introduced, those without access included.

        Whoever has a passphrase and no name yet comes last: letting them in was cut off.

        Raises:
            KeyFileMissingError, KeyFileDamagedError, DiskFailedError: if it cannot be told who has access.
        """
        members = self._vault.members()
        with self._work.begin() as unit:
            everybody = unit.practitioners.all()
        leading = leads([each for each in everybody if each.id in members])
        known = frozenset(each.id for each in everybody)
        nameless = [Practitioner(each, "") for each in members if each not in known]
        return tuple(
            Colleague(each, each.id in members, each.id in leading, each.id == self._work.practitioner_id)
            for each in (*everybody, *nameless)
        )

    def let_in(self, name: str, role: Role, own_passphrase: str, new_passphrase: str) -> Done[Practitioner]:
        """Give a new colleague a name, a role and a passphrase.

        Raises:
            LeadsOnlyError, NameMissingError, and what `Vault.let_in` raises: nothing was changed.
        """
        self._roles.must_be_lead()
        if not name.strip():
            raise NameMissingError
        colleague = Practitioner(self._work.new_id(), name.strip(), role)
        with self._work.begin() as unit:
            _name_leads(unit)
            unit.practitioners.put(colleague)
            _note(unit, colleague.id, Action.LET_IN)
            # a passphrase that will not do must not leave a name behind
            self._vault.let_in(own_passphrase, colleague.id, new_passphrase)
            unit.commit()
        return Done(colleague, CHANGED)

    def give_new_passphrase(
        self, practitioner_id: str, own_passphrase: str, new_passphrase: str
    ) -> Done[Practitioner]:
        """Give a colleague who forgot the passphrase another one, or access again after it was ended.

        Raises:
            LeadsOnlyError, RecordMissingError, and what `Vault.let_in` raises: nothing was changed.
        """
        self._roles.must_be_lead()
        known = practitioner_id in self._vault.members()
        with self._work.begin() as unit:
            colleague = unit.practitioners.get(practitioner_id)
            _note(unit, practitioner_id, Action.CHANGED_PASSPHRASE if known else Action.LET_IN)
            self._vault.let_in(own_passphrase, practitioner_id, new_passphrase)
            unit.commit()
        return Done(colleague, CHANGED)

    def change_own(self, old: str, new: str) -> Done[None]:
        """Change the passphrase of the practitioner at this desk; everybody may.

        Raises:
            What `Vault.change_passphrase` raises: the old one still works.
        """
        own_id = self._work.practitioner_id
        with self._work.begin() as unit:
            _note(unit, own_id, Action.CHANGED_PASSPHRASE)
            self._vault.change_passphrase(own_id, old, new)
            unit.commit()
        return Done(None, Changes())

    def change_role(self, practitioner_id: str, role: Role) -> Done[Practitioner]:
        """Make a colleague team lead, or one that is not.

        Raises:
            LeadsOnlyError, RecordMissingError.
            LastLeadError: if nobody with access would be team lead.
        """
        self._roles.must_be_lead()
        members = frozenset(self._vault.members())
        with self._work.begin() as unit:
            everybody = [each for each in unit.practitioners.all() if each.id in members]
            if role is not Role.TEAM_LEAD and leads(everybody) == {practitioner_id}:
                raise LastLeadError
            _name_leads(unit)
            changed = replace(unit.practitioners.get(practitioner_id), role=role)
            unit.practitioners.put(changed)
            unit.commit()
        return Done(changed, CHANGED)

    def new_sheet(self) -> tuple[str, ...]:
        """Return the groups of a recovery sheet to print; they open nothing until they are put in force.

        Raises:
            LeadsOnlyError.
        """
        self._roles.must_be_lead()
        return self._vault.new_sheet()

    def use_sheet(self, own_passphrase: str, groups: tuple[str, ...]) -> Done[None]:
        """Put a new recovery sheet in force; the one before opens nothing any more.

        Raises:
            LeadsOnlyError, and what `Vault.use_sheet` raises: the old sheet still works.
        """
        self._roles.must_be_lead()
        with self._work.begin() as unit:
            unit.log.note(_organisation(), Action.RENEWED_SHEET)
            self._vault.use_sheet(own_passphrase, groups)
            unit.commit()
        return Done(None, Changes())

    def shut_out(
        self, practitioner_id: str, own_passphrase: str, groups: tuple[str, ...]
    ) -> Done[Practitioner]:
        """End a colleague's access, with a new recovery sheet; their name stays with what they wrote.

        It may take a while: the record and its backups are locked anew.

        Raises:
            LeadsOnlyError, RecordMissingError, and what `Vault.shut_out` raises: they still have access.
        """
        self._roles.must_be_lead()
        colleague = self._known_or_let_in(practitioner_id)
        self._vault.shut_out(own_passphrase, practitioner_id, groups, self._work.store)
        with self._work.begin() as unit:
            if colleague.name:
                # a team lead who comes back is not one by accident
                unit.practitioners.put(replace(colleague, role=Role.PRACTITIONER))
            _note(unit, practitioner_id, Action.SHUT_OUT)
            unit.log.note(_organisation(), Action.RENEWED_SHEET)
            unit.commit()
        return Done(colleague, CHANGED)

    def _known_or_let_in(self, practitioner_id: str) -> Practitioner:
        """Return a colleague; nameless, if letting them in was cut off.

        Raises:
            RecordMissingError: if they are neither known nor let in.
        """
        for each in self.all():
            if each.practitioner.id == practitioner_id:
                return each.practitioner
        raise RecordMissingError


def _note(unit: UnitOfWork, practitioner_id: str, action: Action) -> None:
    unit.log.note(Entity(EntityKind.PRACTITIONER, practitioner_id), action)


def _name_leads(unit: UnitOfWork) -> None:
    """Write down who counts as team lead: who only counts as one would be none beside one that is named."""
    everybody = unit.practitioners.all()
    for each in everybody:
        if each.id in leads(everybody) and each.role is not Role.TEAM_LEAD:
            unit.practitioners.put(replace(each, role=Role.TEAM_LEAD))


def _organisation() -> Entity:
    return Entity(EntityKind.ORGANISATION, "organisation")
