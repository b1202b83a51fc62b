"""A desk with colleagues, on a vault that lives in memory.

It must not be used by screens other than that of colleagues.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from iroc_desktop.domain.people import Practitioner, Role
from iroc_desktop.domain.recovery import groups_from
from iroc_desktop.services.desk import Desk, open_desk
from iroc_desktop.services.practitioners import Colleague, Practitioners
from iroc_desktop.ui.screens.practitioners.presenter import Means, PractitionersPresenter
from iroc_desktop.ui.screens.practitioners.state import State
from tests.fakes.builders import pack
from tests.fakes.desk import PRACTITIONER_ID, CountingIds, FixedClock, ImmediateRunner, RememberingWriter
from tests.fakes.vault import MemoryVault
from tests.ui.screens.stage import WaitingRunner

MINE = "my own quiet words"
ANAS = "words that are only Ana's"
NEW = "four small new words"
SHEET = groups_from(bytes(range(3, 19)))


@dataclass
class FixedSheetVault(MemoryVault):
    """Makes the same new sheet each time."""

    def new_sheet(self) -> tuple[str, ...]:
        """Return known digits."""
        return SHEET


@dataclass
class Team:
    """Marta, a team lead, and Ana, who is none; Marta is at the desk unless told otherwise."""

    at_desk: str = PRACTITIONER_ID
    runner: ImmediateRunner | WaitingRunner = field(default_factory=ImmediateRunner)
    states: list[State] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.vault = FixedSheetVault(passphrase=MINE, practitioner_id=PRACTITIONER_ID, others={"ana": ANAS})
        self.desk = self._desk(PRACTITIONER_ID)
        self.desk.settling_in.introduce(Practitioner(PRACTITIONER_ID, "Marta", Role.TEAM_LEAD))
        self.desk.settling_in.introduce(Practitioner("ana", "Ana"))
        if self.at_desk != PRACTITIONER_ID:
            self.desk = self._desk(self.at_desk)
        self.language = "en"
        means = Means(
            practitioners=self.practitioners,
            runner=self.runner,
            writer=RememberingWriter(),
            pick_groups=lambda groups: (2, groups),
            language=lambda: self.language,
            leave=lambda: self.left.append("left"),
        )
        self.presenter = PractitionersPresenter(means)
        self.presenter.attach(self.states.append)
        self.presenter.open()

    @property
    def practitioners(self) -> Practitioners:
        """Return the service."""
        assert self.desk.practitioners is not None
        return self.desk.practitioners

    @property
    def state(self) -> State:
        """Return what is shown now."""
        return self.presenter.state

    def colleague(self, name: str) -> Colleague:
        """Return somebody as the list knows them."""
        return next(each for each in self.practitioners.all() if each.practitioner.name == name)

    def to_confirm(self) -> None:
        """Go from the digits of a sheet to the last step."""
        self.presenter.proceed()
        self.presenter.edit(replace(self.state.typed, groups=(SHEET[1], SHEET[7])))
        self.presenter.proceed()

    def _desk(self, practitioner_id: str) -> Desk:
        return open_desk(
            self.vault.store,
            practitioner_id,
            pack(),
            RememberingWriter(),
            FixedClock(),
            CountingIds(),
            self.vault,
        )
