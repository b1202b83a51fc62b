"""Everything a practitioner can do with sticks and other machines, in one place.

It must not outlive the desk that it belongs to.
"""

from __future__ import annotations

from dataclasses import dataclass

from iroc_desktop.services.backups import Backups
from iroc_desktop.services.courier import Courier
from iroc_desktop.services.exporting import Exporting
from iroc_desktop.services.held_back import HeldBack
from iroc_desktop.services.importing import Importing
from iroc_desktop.services.machines import Machines
from iroc_desktop.services.roles import Roles
from iroc_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class Exchange:
    """The exchange by stick."""

    machines: Machines
    exporting: Exporting
    importing: Importing
    held_back: HeldBack


def exchange_with(work: Work, courier: Courier, backups: Backups | None) -> Exchange:
    """Return the exchange of a desk; without `backups`, none is taken before an import."""
    return Exchange(
        machines=Machines(work, Roles(work), courier, work.new_id),
        exporting=Exporting(work, courier),
        importing=Importing(work, courier, backups),
        held_back=HeldBack(work),
    )
